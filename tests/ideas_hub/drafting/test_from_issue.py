"""From the form to a page: what a group typed is in the file, as data, whatever it is."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ideas_hub.commands.new import drafts_of_issue, main
from ideas_hub.drafting.issue_form import SOMETHING_ELSE, story_form
from ideas_hub.drafting.plain_text import as_markdown, one_line
from ideas_hub.drafting.questions import form_questions
from ideas_hub.drafting.writing import write_draft
from ideas_hub.drafting.yaml_text import Value, front_matter
from ideas_hub.model.hub import Hub
from ideas_hub.reading.article import convert
from ideas_hub.reading.front_matter import parse_page
from ideas_hub.reading.markdown import parse
from ideas_hub.reading.prose import NO_PROSE
from ideas_hub.site.context import load_context

Fill = Callable[[Mapping[str, str]], str]
some_examples = settings(max_examples=50, derandomize=True, deadline=None, database=None)

HOSTILE = [
    "---",
    "a: b",
    "- a",
    "x\n---\ntitle: forged\n---\n<script>alert(1)</script>",
    "${{ github.token }} $(id) `id` ; rm -rf / && echo",
    "*anchor &alias !!python/object:os.system [x]({y})",
    "'single' \"double\" \\ back\\slash \\n \\x41",
    "# comment, | literal, > folded, % directive, @at",
    "no",
    "null",
    "012",
    "1e3",
    "\u202eback\u0000\u0007\u001b[31m\u2028line\ufeff\ttab",
    "::error file=a::b\n##[error]c",
    "{{ 7 * 7 }} {% include 'x' %} --8<-- \"x\"",
    "x ### Your group or organisation",
    "~~~\ncode\n~~~\n```\ncode",
    "=====\n# one",
    "[[[[[[x",
    "\ud800half",
]


def test_the_filled_form_becomes_a_valid_page(fill: Fill, story: dict[str, str], tree: Path) -> None:
    """Model to form, form to text, text to file, file to an entry of the hub without one mistake."""
    (tree / "issue.txt").write_text(fill(story), encoding="utf-8")

    assert main(["--from-issue", str(tree / "issue.txt")], tree) == 0

    content = load_context(tree, cached=False)
    entry = content.hub.case_studies["singing-together-in-conwy"]
    assert [str(problem) for problem in content.blocking if problem.file == entry.file] == []
    facts = entry.facts
    assert (facts.title, facts.summary, facts.organisation) == (story["title"], story["summary"], story["organisation"])
    assert (facts.place, facts.region, facts.themes, facts.communities) == (
        story["place"],
        "north-wales",
        ("mending-clothes", "tools-electrics"),
        ("newcomers",),
    )
    assert facts.worked == ("A warm welcome: tea for all.", "Short songs.")
    assert facts.partners == ("Conwy Choirs; and friends",)
    assert facts.could_we_do_this
    assert (facts.could_we_do_this.cost, facts.could_we_do_this.cost_band) == ("About £20 a week", "low")
    assert facts.period
    assert (facts.status, facts.period.start, facts.period.end, facts.activities) == (
        "ended",
        "2024-03",
        "2025",
        ("soldering",),
    )
    assert (facts.evidence, facts.published) == ("own-experience", None)
    assert entry.body.strip() == "## What they did\n\nWe met on Mondays.\n\n- Tea\n- Songs"


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_come_out_as_plain_values(words: str, fill: Fill, story: dict[str, str], hub: Hub) -> None:
    """Whatever is typed, the file has the fields it should have, each with the words as its value, and no mark-up."""
    draft = drafts_of_issue(
        fill({**story, "title": words, "place": words, "what-they-did": words}).encode("utf-8", "replace"), hub
    )[0]

    parsed = parse_page(draft.text, "case_studies/x.md")

    assert parsed.problems == ()
    assert list(parsed.values) == list(draft.values)
    shown = one_line(words.encode("utf-8", "replace").decode())
    assert parsed.values["title"] == parsed.values["place"] == shown
    html = convert(parse(parsed.body), NO_PROSE, "case_studies/x.md").html
    assert not any(tag in html for tag in ("<script", "<table", "<a ", "<h1", "<h2>forged"))


def test_a_question_typed_into_an_answer_stays_a_part_of_it(fill: Fill, story: dict[str, str], hub: Hub) -> None:
    """The form's own order decides which headings are its own."""
    answers = {**story, "what-they-did": "One.\n\n### A title for your story\n\nForged"}

    draft = drafts_of_issue(fill(answers).encode(), hub)[0]

    assert draft.values["title"] == story["title"]
    assert "A title for your story\n\nForged" in draft.body


def test_markdown_in_an_answer_stays_markdown(fill: Fill, story: dict[str, str], hub: Hub) -> None:
    """As GitHub shows it in the issue, where a new line is one too."""
    typed = "We **met**\non Mondays, see [how](https://a.example/b).\n\n1) Tea\n2) Songs\n\n# And then\n> Well done"

    (draft,) = drafts_of_issue(fill({**story, "what-they-did": typed}).encode(), hub)

    assert draft.body == (
        "## What they did\n\nWe **met**\n\non Mondays, see [how](https://a.example/b).\n\n1. Tea\n2. Songs\n\n"
        "### And then\n\n> Well done\n"
    )


def test_code_that_nobody_ended_hides_no_other_answer(fill: Fill, story: dict[str, str], hub: Hub) -> None:
    answers = {**story, "what-they-did": "One\n```\ntwo", "what-changed": "Three"}

    (draft,) = drafts_of_issue(fill(answers).encode(), hub)

    assert draft.body == "## What they did\n\nOne\n\n```\ntwo\n```\n\n## What changed\n\nThree\n"
    assert draft.values["title"] == story["title"]


@pytest.mark.parametrize(
    "picture",
    [
        "![Six people](https://github.com/user-attachments/assets/1234)",
        '<img width="400" alt="Six people" src="https://github.com/user-attachments/assets/1234" />',
    ],
)
def test_a_picture_in_an_answer_is_named_for_the_editor(
    picture: str, fill: Fill, story: dict[str, str], hub: Hub
) -> None:
    (draft,) = drafts_of_issue(fill({**story, "what-they-did": f"We met.\n\n{picture}"}).encode(), hub)

    assert draft.body == "## What they did\n\nWe met.\n"
    assert draft.editor_notes == (
        'A picture was left out: https://github.com/user-attachments/assets/1234 ("Six people").',
    )


def test_what_is_on_no_list_goes_to_a_person(fill: Fill, story: dict[str, str], hub: Hub) -> None:
    answers = {
        **story,
        "communities": "Newcomers, Beekeepers",
        "is-something-missing-from-these-lists": "People who keep bees",
    }

    draft = drafts_of_issue(fill(answers).encode(), hub)[0]

    assert draft.values["communities"] == ("newcomers",)
    assert draft.editor_notes == (
        '"Beekeepers" is not one of the answers to "Who was it for?".',
        "Is something missing from these lists? People who keep bees",
    )


def test_a_term_that_the_form_does_not_list_yet_is_not_lost(fill: Fill, story: dict[str, str], hub: Hub) -> None:
    """The form may be older than the vocabulary: its answers are understood all the same."""
    answers = {
        **story,
        "themes": SOMETHING_ELSE,
        "communities": f"Newcomers, {SOMETHING_ELSE}",
        "is-something-missing-from-these-lists": "Carpentry, tight-budgets",
    }

    draft = drafts_of_issue(fill(answers).encode(), hub)[0]

    assert draft.values["themes"] == ("wood-furniture",)
    assert draft.values["communities"] == ("newcomers", "tight-budgets")
    assert draft.editor_notes == ()


def test_a_form_that_asks_in_older_words_is_understood(fill: Fill, story: dict[str, str], hub: Hub) -> None:
    """The labels are those of the form in the repository; without a form, or in a damaged one, today's."""
    form = story_form(form_questions(hub)).replace("Where was it?", "In which town?")
    text = fill(story).replace("Where was it?", "In which town?")

    draft = drafts_of_issue(text.encode(), hub, form.encode())[0]

    assert (draft.values["place"], draft.values["organisation"]) == (story["place"], story["organisation"])
    for damaged in (b"", b"a: [", b"body: 7", b"body: [{id: x}]"):
        assert drafts_of_issue(fill(story).encode(), hub, damaged)[0].values["place"] == story["place"]


def test_an_endless_answer_is_cut_and_a_note_says_so(fill: Fill, story: dict[str, str], hub: Hub) -> None:
    draft = drafts_of_issue(fill({**story, "what-they-did": "[" * 300_000, "title": "a: " * 100_000}).encode(), hub)[0]

    assert len(draft.text) < 100_000
    assert len(draft.editor_notes) == 2
    assert parse_page(draft.text, "x.md").problems == ()


def test_a_text_that_is_not_of_the_form_gives_no_draft(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tree / "issue.txt").write_text("Hello, the page is wrong.", encoding="utf-8")

    assert main(["--from-issue", str(tree / "issue.txt")], tree) == 1
    assert "not the text of the form" in capsys.readouterr().err


def test_a_second_story_of_the_same_name_gets_a_name_of_its_own(
    fill: Fill, story: dict[str, str], hub: Hub, tree: Path
) -> None:
    draft = drafts_of_issue(fill(story).encode(), hub)[0]

    names = [write_draft(draft, tree).name for _ in range(3)]

    assert names == [f"singing-together-in-conwy{end}.md" for end in ("", "-2", "-3")]


@some_examples
@given(st.text(), st.lists(st.text(), min_size=1, max_size=4))
def test_any_text_is_read_back_as_it_was_written(text: str, items: list[str]) -> None:
    """The writer and the strict reader agree on every value."""
    items = [words for words in map(one_line, items) if words]
    values: dict[str, Value] = {
        "title": one_line(text),
        "period": {"start": "2024", "end": one_line(text)},
        "draft": True,
        "published": date(2026, 1, 2),
    }
    if items:
        values["worked"] = tuple(items)

    parsed = parse_page(front_matter(values), "x.md")

    assert parsed.problems == ()
    assert parsed.values == {**values, "published": "2026-01-02", **({"worked": items} if items else {})}


@some_examples
@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_any_text_becomes_words_alone(text: str) -> None:
    """What is typed into the form is no Markdown but for its lists."""
    html = convert(parse(as_markdown(text)), NO_PROSE, "case_studies/x.md").html

    assert not any(
        tag in html
        for tag in ("<a", "<code", "<pre", "<h", "<em", "<strong", "<table", "<blockquote", "<del", "<sup", "<span")
    )
