"""Every job of the guide done once on a copy of a hub: what each command and edit comes to on the page a reader sees.

The tests of this file go through the small hub; tests/nightly has the same for the real one.
"""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from compare_sites import compare
from site_pages import read_site

from ideas_hub.site.offline_copy import write_offline_copy
from tests.conftest import SMALL_HUB, lay_hub
from tests.site import data_rules, page_rules
from tests.site.data_rules import read_data
from tests.site.editors_walk import CORRECTION, SYNONYM, Walk, whole_walk
from tests.site.page_reader import PageReader, Pages, pages_of, reader_of

STAGES = ("a figure", "additions", "changes")
ISLES, SHORE = "case-studies/kites-over-the-isles/", "case-studies/kites-on-the-shore/"
TEXTS = {".html", ".json", ".js", ".csv", ".xml", ".md", ".txt", ".geojson"}


@pytest.fixture(scope="module")
def content() -> Path:
    """The hub that is walked through."""
    return SMALL_HUB


@pytest.fixture(scope="module")
def walk(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    folder = tmp_path_factory.mktemp("walk")
    return whole_walk(lay_hub(folder / "repository", content), folder)


@pytest.fixture(scope="module")
def added(walk: Walk) -> Pages:
    return pages_of(walk.sites["additions"], reader_of(walk.sites["additions"]))


@pytest.fixture(scope="module")
def changed(walk: Walk) -> Pages:
    return pages_of(walk.sites["changes"], reader_of(walk.sites["changes"]))


def texts_of(site: Path) -> Iterator[tuple[str, str]]:
    """Yield each text of a site by its path, with every letter as readers see it."""
    for path in sorted(site.rglob("*")):
        if path.suffix in TEXTS:
            text = html.unescape(path.read_text(encoding="utf-8"))
            spelt_out = re.sub(r"\\u([0-9a-f]{4})", lambda letter: chr(int(letter[1], 16)), text)
            yield path.relative_to(site).as_posix(), " ".join(spelt_out.split())


def links_to(page: PageReader, address: str) -> bool:
    return any(link.endswith(f"{address.split('/')[-2]}/") for link in page.links)


def photos_on(site: Path, address: str) -> set[str]:
    """Return the files of the photos on a page."""
    links = {link for one in reader_of(site)(address).all("img") for link in page_rules.links_of(one)}
    return {file for link in links if (file := page_rules.resolved(link, address)[0] or "").startswith("images/")}


def test_a_corrected_figure_is_told_by_its_page_its_old_and_its_new_value_and_nothing_else(walk: Walk) -> None:
    _, was, now = walk.figure
    changes = compare(read_site(walk.sites["before"]), read_site(walk.sites["a figure"]))

    assert [edit.key for _, edits in changes.changed for edit in edits] == [(was, now)]
    assert (changes.added, changes.removed, changes.heavier) == ([], [], [])


def test_a_corrected_figure_is_right_in_every_place(walk: Walk) -> None:
    """On its page and in the data."""
    figure_id, _, now = walk.figure
    site = walk.sites["a figure"]
    (row,) = (row for row in read_data(site)["evidence"] if row["id"] == figure_id)

    assert row["display"] == now
    assert f">{now}" in (site / row["address"].partition("#")[0] / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("stage", STAGES)
def test_the_check_finds_nothing_that_must_be_fixed(walk: Walk, stage: str) -> None:
    status, said = walk.said[stage]

    assert status == 0, said


def test_what_holds_for_any_content_still_does(walk: Walk, changed: Pages) -> None:
    """At the end, as tests/content asks it of the real site."""
    site, pages = walk.sites["changes"], changed
    data = read_data(site)
    full = page_rules.full_pages(pages)
    waiting = {term["address"] for term in data["terms"] if not term.get("entries")}

    assert [rule.__name__ for rule in page_rules.FULL_PAGE_RULES if page_rules.failing(full, rule)] == []
    assert [rule.__name__ for rule in page_rules.PAGE_RULES if page_rules.failing(pages, rule)] == []
    assert page_rules.loaded_from_elsewhere(pages, site) == []
    assert page_rules.broken_links(pages, site) == []
    assert set(page_rules.out_of_reach(pages)) <= waiting
    assert data_rules.entries_without_page(pages, data) == []
    assert data_rules.csv_differences(site, data) == []
    assert data_rules.wrong_term_pages(pages, data) == []
    assert data_rules.wrong_pair_pages(pages, data) == []
    assert data_rules.one_way_links(pages, data) == []
    assert data_rules.without_base(data) == []


@pytest.mark.parametrize("address", ["themes/kite-flying/", "communities/kite-makers/", "regions/far-isles/"])
def test_a_new_term_has_its_page_with_its_stories_and_a_choice_in_the_finder(added: Pages, address: str) -> None:
    assert links_to(added[address], ISLES)
    assert links_to(added[address], SHORE)
    assert links_to(added["find/"], address)


def test_a_new_story_has_its_page_in_the_lists(walk: Walk, added: Pages) -> None:
    assert added[ISLES].one("h1").text == "Kites over the isles"
    assert links_to(added["case-studies/"], ISLES) or len(walk.hub.case_studies) > 20
    assert any(row["address"] == ISLES for row in read_data(walk.sites["additions"])["case-studies"])


def test_a_new_photo_is_shown_while_its_consent_lasts(added: Pages) -> None:
    assert [picture["alt"] for picture in added[SHORE].all("img", alt="A kite above a field.")] != []
    assert added[ISLES].all("img", alt="A kite above a field.") == []


def test_a_new_learning_point_and_the_story_that_shows_it_lead_to_each_other(added: Pages) -> None:
    point = "learning-points/hold-the-line/"

    assert "Let two people hold the line." in added[point].text
    assert links_to(added[point], ISLES)
    assert links_to(added[ISLES], point)


def test_a_new_word_of_the_glossary_is_explained_where_a_text_uses_it(added: Pages) -> None:
    assert "A reel for the line of a kite." in added["glossary/"].text
    assert any(link.endswith("glossary/#spindrell") for link in added[ISLES].links)


def test_a_new_project_and_a_new_figure_stand_in_their_lists(added: Pages) -> None:
    assert "Tamberwick Trust" in added["projects/"].text
    assert any("Kites that were flown" in added[page].text for page in added if page.startswith("evidence/"))


def test_a_new_synonym_can_be_searched_for(walk: Walk) -> None:
    found = {stage: any(SYNONYM[:8] in text for _, text in texts_of(walk.sites[stage] / "search")) for stage in STAGES}

    assert found == {"a figure": False, "additions": True, "changes": True}


def test_an_ended_project_says_so_with_its_end(walk: Walk, changed: Pages) -> None:
    page = changed[f"case-studies/{walk.studies[2]}/"]

    assert "This project has ended." in page.text
    assert "June 2024" in page.text


def test_a_correction_is_read_with_its_day(walk: Walk, changed: Pages) -> None:
    page = changed[f"case-studies/{walk.studies[3]}/"]

    assert CORRECTION in page.text
    assert "27 November 2026" in page.text


def test_a_renewed_consent_brings_a_photo_back_and_one_that_is_taken_back_takes_it_off(
    walk: Walk, changed: Pages
) -> None:
    assert changed[ISLES].all("img", alt="A kite above a field.") != []
    assert changed[SHORE].all("img", alt="A kite above a field.") == []
    assert photos_on(walk.sites["additions"], SHORE) != set()
    assert {
        file for file in photos_on(walk.sites["additions"], SHORE) if (walk.sites["changes"] / file).exists()
    } == set()


def test_a_renamed_story_is_at_its_new_address_and_nothing_else_names_the_old_one(walk: Walk, changed: Pages) -> None:
    """But for the old page, which leads on."""
    old, new = (f"case-studies/{name}/" for name in (walk.studies[0], "a-name-of-its-own"))
    title = walk.hub.case_studies[walk.studies[0]].facts.title
    naming = {file for file, text in texts_of(walk.sites["changes"]) if old in text}

    assert changed[new].one("h1").text == " ".join(title.split())
    assert links_to(changed[old], new)
    assert leading_to(changed, old) == []
    assert naming == set()


def leading_to(pages: Pages, address: str) -> list[str]:
    """Return the pages with a link to an address."""
    return [one for one, page in pages.items() if address in {page_rules.resolved(link, one)[0] for link in page.links}]


def test_a_story_that_was_taken_down_leaves_nothing_behind(walk: Walk, changed: Pages) -> None:
    """Neither its title nor its photo, and nothing leads to the page, which only says that it is gone."""
    gone = walk.studies[1]
    site = walk.sites["changes"]
    texts = dict(texts_of(site))
    title = " ".join(walk.hub.case_studies[gone].facts.title.split()).casefold()

    assert "This page was taken down" in changed[f"case-studies/{gone}/"].text
    assert [file for file, text in texts.items() if title in text.casefold() or f"case-studies/{gone}/" in text] == []
    assert leading_to(changed, f"case-studies/{gone}/") == []
    assert [row["id"] for row in read_data(site)["case-studies"] if row["id"] == gone] == []
    assert {one for one in photos_on(walk.sites["before"], f"case-studies/{gone}/") if (site / one).exists()} == set()


@pytest.fixture(scope="module")
def copy(walk: Walk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a pull request offers to look at, unpacked; people's folders have spaces in their names."""
    folder = tmp_path_factory.mktemp("a download")
    write_offline_copy(walk.sites["changes"], folder / "copy.zip")
    with ZipFile(folder / "copy.zip") as archive:
        archive.extractall(folder)
    return folder / "copy"


def test_the_copy_to_look_at_leads_from_its_first_page_to_every_other(walk: Walk, copy: Path) -> None:
    """By the links of its files alone, as a browser follows them from a folder; but for terms that nothing carries."""
    seen, following = set[Path](), {copy / "index.html"}
    while following:
        seen |= following
        links = {
            (file.parent / unquote(re.split("[?#]", link)[0])).resolve()
            for file in following
            for link in PageReader(file.read_text(encoding="utf-8")).links
            if not page_rules.EXTERNAL.match(link)
        }
        following = {file for file in links if file.suffix == ".html" and file.is_file()} - seen
    terms = read_data(walk.sites["changes"])["terms"]
    waiting = {copy / term["address"] / "index.html" for term in terms if not term.get("entries")}
    full = {file for file in copy.rglob("*.html") if "<nav" in file.read_text(encoding="utf-8")}

    assert len(seen) > len(walk.hub.entries)
    assert full - seen - waiting == set()
