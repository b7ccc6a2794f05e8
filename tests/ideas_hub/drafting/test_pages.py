"""Pages of another system become drafts: each fact in its place or named, each link where it leads, no word lost."""

from pathlib import Path

import pytest

from ideas_hub.drafting.draft import Draft
from ideas_hub.drafting.page_map import PageMap, read_map
from ideas_hub.drafting.pages import drafts_of_pages, read_pages
from ideas_hub.importing.page_facts import Fact, Page
from ideas_hub.model.hub import Hub
from ideas_hub.reading.front_matter import parse_page

MAP = """
kind: case-study
site: https://old.example/blog/
fields:
  summary: [lead]
  period.start: began
terms:
  Sewing: mending-clothes
  Families: newcomers
always:
  organisation: The Mending Group
  place: Bangor
  region: north-wales
leave_out: [layout]
"""


def drafts_of(hub: Hub, *pages: Page, page_map: str = MAP) -> list[Draft]:
    read, problems = read_map(page_map.encode(), "map.yml", hub)
    assert problems == []
    drafts, problems = drafts_of_pages(pages, read, hub)
    assert problems == []
    return drafts


def test_facts_and_terms_go_where_the_map_says(hub: Hub) -> None:
    facts: dict[str, Fact] = {
        "title": "**Socks** &amp; shirts",
        "lead": "We mend.",
        "tags": ("Sewing", "families", "podcast"),
        "date": "3 March 2024",
        "began": "May 2023",
        "layout": "post",
        "author": "The editors",
    }

    (draft,) = drafts_of(hub, Page("a/socks.md", facts, "# Socks & shirts\n\nWe met.\n\n### Why\n\nHoles."))

    assert draft.values == {
        "title": "Socks & shirts",
        "summary": "We mend.",
        "source_date": "2024-03-03",
        "draft": True,
        "organisation": "The Mending Group",
        "place": "Bangor",
        "region": "north-wales",
        "themes": ("mending-clothes",),
        "communities": ("newcomers",),
        "period": {"start": "2023-05"},
    }
    assert draft.body == "We met.\n\n## Why\n\nHoles.\n"
    assert draft.slug == "socks-shirts"
    assert draft.editor_notes == (
        '"podcast" (tags) is none of our themes or communities.',
        "A fact with no place here was left out: author: The editors",
        "The first heading repeated the title, and was left out.",
        "A heading was moved to the right level.",
    )
    assert parse_page(draft.text, "case_studies/socks.md").problems == ()


def test_a_page_without_facts_has_those_of_its_text(hub: Hub) -> None:
    heading, nameless = drafts_of(
        hub,
        Page("a.md", {}, "# Tea time\n\nWe drank tea. It was hot.\n\nMore."),
        Page("2021-03-04-our_tea-time.html.md", {}, "One."),
    )

    assert (heading.values["title"], heading.values["summary"]) == ("Tea time", "We drank tea. It was hot.")
    assert heading.body == "We drank tea. It was hot.\n\nMore.\n"
    assert nameless.values["title"] == "Our tea time"


def test_what_is_too_long_for_a_fact_is_at_the_start_of_the_text(hub: Hub) -> None:
    title, lead = "Tea " * 50 + "end", "A sentence of some words. " * 20

    (draft,) = drafts_of(hub, Page("a.md", {"title": title, "lead": lead}, "One."))

    assert draft.values["title"] == ("Tea " * 29).strip() + "\u2026"
    assert draft.values["summary"] == ("A sentence of some words. " * 9).strip()
    assert draft.body == f"{title}\n\n{lead.strip()}\n\nOne.\n"
    assert sum("is longer than" in note for note in draft.editor_notes) == 2


def test_links_among_the_pages_lead_to_the_new_files(hub: Hub) -> None:
    text = "[a](b/two.md) [b](/b/two/) [c](../up.html) [d](https://new.example/x) [e](#part) [f](mailto:a@b.example)"

    first, *_ = drafts_of(
        hub, Page("a/one.md", {"title": "One"}, text), Page("a/b/two.md", {"title": "Number two"}, "Two.")
    )

    assert first.body == (
        "[a](number-two.md) [b](number-two.md) [c](https://old.example/blog/up.html) [d](https://new.example/x) e f\n"
    )
    assert 'The words "e" are no longer a link: it led to #part.' in first.editor_notes


@pytest.mark.parametrize("day", ["2024-13-45", "2024-02-30", "soon"])
def test_a_day_that_there_is_not_is_named(hub: Hub, day: str) -> None:
    (draft,) = drafts_of(hub, Page("a.md", {"title": "Tea", "date": day}, "One."))

    assert "source_date" not in draft.values
    assert f'"{day}" is no date that can be read (date).' in draft.editor_notes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_page_is_read_in_the_encoding_that_it_was_saved_in(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.md").write_bytes("---\r\ntitle: Café \u2019s tea\r\n---\r\nFive pounds: £5".encode(encoding))

    (page,), _ = read_pages(tmp_path)

    assert (page.facts, page.text) == ({"title": "Café \u2019s tea"}, "Five pounds: £5")


def test_two_pages_of_one_title_become_two_files(hub: Hub) -> None:
    text = "[two](two.md)"

    first, _ = drafts_of(hub, Page("one.md", {"title": "Tea"}, text), Page("two.md", {"title": "Tea"}, "x"))

    assert first.body == "[two](tea-2.md)\n"


def test_personal_data_is_left_out_of_text_facts_and_notes(hub: Hub) -> None:
    """Files of the repository, and the notes of a pull request, are public."""
    text = "Ask jo.bloggs@old.example or 01632 960123. <!-- jo.bloggs@old.example -->"

    (draft,) = drafts_of(hub, Page("a.md", {"title": "Tea", "email": "jo.bloggs@old.example"}, text))

    assert draft.body == "Ask (left out) or (left out).\n"
    assert "jo.bloggs@old.example" not in f"{draft.text}{draft.editor_notes}"
    assert any("An e-mail address was left out" in note for note in draft.editor_notes)


def test_a_page_that_cannot_be_read_is_named_and_the_others_are_brought_in(hub: Hub) -> None:
    pages = [Page("deep.md", {}, "<div>" * 5_000), Page("b.md", {"title": "Tea"}, "x")]

    drafts, problems = drafts_of_pages(pages, PageMap(), hub)

    assert [draft.slug for draft in drafts] == ["tea"]
    assert [problem.file for problem in problems] == ["deep.md"]


@pytest.mark.parametrize(
    ("page_map", "message"),
    [
        (
            "kind: case-studdy",
            'map.yml:1: kind: "case-studdy" is not a kind that a page can become. Did you mean "case-study"?',
        ),
        ("fields:\n  sumary: lead", 'map.yml:2: fields: "sumary" is not a field. Did you mean "summary"?'),
        ("always:\n  x: 1", 'map.yml:2: always: "x" is not a field.'),
        ("feilds: {}", 'map.yml:1: "feilds" is not a field. Did you mean "fields"?'),
        (
            "terms:\n  Sewing: mending-cloths",
            'map.yml:2: terms: "mending-cloths" is not a term of ours. Did you mean',
        ),
        (
            "always:\n  region: north",
            'map.yml:2: always.region: "north" is not one of our choices.',
        ),
        ("site: old.example", "map.yml:1: site:"),
        ("a: [", "map.yml:"),
        ("", "map.yml:1: the file is empty."),
    ],
)
def test_a_mistake_in_the_map_is_told_with_its_line(page_map: str, message: str, hub: Hub) -> None:
    _, problems = read_map(page_map.encode(), "map.yml", hub)

    assert str(problems[0]).startswith(message)


def test_the_pages_of_a_folder_are_found_whatever_their_system(tmp_path: Path) -> None:
    for file in ("b/one.md", "two.mdx", "three.html.md.erb", "four.qmd", ".hidden/no.md", "no.txt", "big.md"):
        path = tmp_path / file
        path.parent.mkdir(exist_ok=True)
        path.write_text("---\ntitle: Tea\n---\nWords" + ("x" * 300_000 if file == "big.md" else ""))
    (tmp_path / "link.md").symlink_to(tmp_path / "two.mdx")

    pages, problems = read_pages(tmp_path)

    assert [page.file for page in pages] == ["b/one.md", "four.qmd", "three.html.md.erb", "two.mdx"]
    assert {(page.facts["title"], page.text) for page in pages} == {("Tea", "Words")}
    assert [str(problem) for problem in problems] == [
        "big.md: the page has more than 256 KB. Cut it into several pages."
    ]
