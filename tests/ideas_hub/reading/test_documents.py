"""Markdown files as documents, with every problem of each."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ideas_hub.model.document import Article, Document, FileLink
from ideas_hub.model.fields import Withdrawn
from ideas_hub.model.kinds import ALL_KINDS, CASE_STUDIES, HUB_PAGES, PROSE, THEMES, Kind
from ideas_hub.model.term import GlossaryTerm
from ideas_hub.problem import Problem
from ideas_hub.reading.documents import document_of, files_of, find_unread_files, parse_file
from ideas_hub.reading.front_matter import Parsed
from ideas_hub.reading.glossary_links import GlossaryMatcher
from ideas_hub.reading.prose import prose_of
from tests.conftest import SMALL_HUB

THEME = "---\nlabel: Mending\nphrase: about mending\ndefinition: Mending things.\n---\n\n"


def read(kind: Kind, file: str, content: str) -> tuple[Document[Any] | None, Article, list[Problem]]:
    """Return what a file gives by itself; PAT is in the glossary."""
    words = {"pat": GlossaryTerm(term="PAT", forms=("PAT",), meaning="A test.")}
    opened = parse_file(kind, file, content.encode())
    document, article, problems = document_of(opened, GlossaryMatcher(words))
    return document, article, [*opened.problems, *problems]


def test_a_document_has_facts_text_and_lines() -> None:
    document, _, problems = read(THEMES, "docs/themes/mending.md", f"{THEME}About it.\n")
    assert problems == []
    assert document
    assert (document.id, document.file, document.facts.label) == ("mending", "docs/themes/mending.md", "Mending")
    assert (document.body_line, document.lines["label",]) == (6, 2)
    assert document.body.strip() == "About it."


def test_a_document_holds_its_text_as_written_and_converted() -> None:
    body = "## How\n\nA PAT comes first: see [here](../index.md).\n"
    document, article, _ = read(THEMES, "docs/themes/mending.md", f"{THEME}{body}")
    assert document
    assert document.body.strip() == body.strip()
    assert document.links == article.links == (FileLink("docs/index.md", "../index.md", 9),)
    assert document.article == article
    assert 'href="../../glossary/#pat"' in article.html


ROWS = """## One 😀

سلام <b>two</b> three &shy;
- é 😀 {{ four
  five `six
  seven` eight [nine](//a)

  ten
  - eleven [twelve](b.md)

> 😀 thirteen
> fourteen ![fifteen](c.jpg)
> > سلام سلام <i> sixteen

| seventeen | eighteen |
| --- | --- |
| 😀 | [nineteen](javascript:d) |
| سلام | twenty <u> |

Twenty-one[^e] [twenty-two](
f.md)
twenty-three

[^e]: twenty-four ![](h.jpg)
""".splitlines()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("marks", ["", "- ", "1. ", "> ", "> - "])
def test_every_problem_link_and_passage_has_its_line(marks: str, line_end: str, mark: bytes) -> None:
    """In lists, quotations and tables, after emoji and words from right to left, however the file was saved."""
    below = "".join(sign if sign == ">" else " " for sign in marks)
    rows = [*THEME.split("\n")[:-1], marks + ROWS[0], *(below + row for row in ROWS[1:])]
    opened = parse_file(THEMES, "docs/themes/mending.md", mark + line_end.join(rows).encode())
    _, article, problems = document_of(opened, GlossaryMatcher({}))

    def line_of(words: str) -> int:
        return next(number for number, row in enumerate(rows, 1) if words in row)

    assert opened.problems == ()
    told = ("<b>", "&shy;", "{{", "//a", "c.jpg", "<i>", "javascript:d", "<u>", "h.jpg")
    assert {(problem.line, problem.found) for problem in problems} == {(line_of(found), found) for found in told}
    assert len(problems) == len(told)
    assert [(link.line, link.target) for link in article.links] == [
        (line_of("[twelve]"), "b.md"),
        (line_of("[twenty-two]"), "f.md"),
    ]
    words = [
        (passage.line_at(passage.text.index(word)), word)
        for passage in prose_of(opened.body).passages
        for word in passage.text.split()
        if word.isascii() and word.isalpha()
    ]
    assert words == [(line_of(word), word) for _, word in words]
    assert len(words) > 15


def test_facts_that_cannot_be_trusted_make_no_document_and_the_text_is_checked_all_the_same() -> None:
    document, article, problems = read(THEMES, "docs/themes/mending.md", f"{THEME.replace('label', 'lable')}<b>x\n")
    assert document is None
    assert article.html
    assert {problem.rule for problem in problems} == {"unknown-fact", "raw-html"}


def test_a_file_that_cannot_be_read_has_one_problem_and_no_text() -> None:
    lost = Problem("docs/themes/mending.md", 0, "the file cannot be read.", rule="unreadable")
    opened = parse_file(THEMES, "docs/themes/mending.md", lost)
    assert (opened.text, opened.parsed) == ("", Parsed(problems=(lost,)))
    assert document_of(opened, GlossaryMatcher({})) == (None, Article(), [lost])


def test_every_file_of_the_hub_has_its_kind() -> None:
    """Entries and terms from their folders, the hub's own pages, and the rest of docs as prose."""
    files = files_of(SMALL_HUB)
    assert files["case_studies/soldering.md"] is CASE_STUDIES
    assert files["docs/themes/mending-clothes.md"] is THEMES
    assert files["docs/find.md"] is HUB_PAGES
    assert files["docs/privacy.md"] is PROSE
    assert [file for file, kind in files.items() if kind is THEMES] == [
        f"docs/themes/{name}.md" for name in ("mending-clothes", "tools-electrics", "wood-furniture")
    ]


def test_index_and_readme_are_no_entries(tmp_path: Path) -> None:
    (tmp_path / "case_studies").mkdir()
    for name in ("README.md", "index.md", "story.md"):
        (tmp_path / "case_studies" / name).write_text("x", encoding="utf-8")
    assert [file for file, kind in files_of(tmp_path).items() if kind is CASE_STUDIES] == ["case_studies/story.md"]


@pytest.mark.parametrize(
    "name",
    [
        "My Story.md",
        "my_story.md",
        "Story.md",
        "-story.md",
        "stôry.md",
        "a\nb.md",
        "a*b.md",
        f"{'a' * 81}.md",
        "old*/a.md",
    ],
)
def test_a_file_name_that_cannot_be_an_address_is_reported(name: str) -> None:
    """The name of a file is its page's address, for good."""
    (problem,) = parse_file(THEMES, f"docs/themes/{name}", THEME.encode()).problems
    assert problem.rule == "file-name"
    assert "\n" not in str(problem)


@pytest.mark.parametrize("name", ["story.MD", "story.htm", "story.txt", "story.markdown"])
def test_a_text_that_would_not_be_read_is_reported(tmp_path: Path, name: str) -> None:
    """Nobody wonders why their story is not on the site."""
    (tmp_path / "case_studies").mkdir()
    for other in (name, "story.md", "photo.jpg"):
        (tmp_path / "case_studies" / other).write_text("x", encoding="utf-8")
    (problem,) = find_unread_files(tmp_path, ALL_KINDS)
    assert str(problem) == (
        f"case_studies/{name}: the file is not read, because its name does not end in .md. "
        "Save it as plain text, with the name story.md."
    )


@pytest.mark.parametrize(
    ("name", "what"),
    [("Story.docx", "a Word file"), ("story.PDF", "a PDF file"), ("story.odt", "a file of a word processor")],
)
def test_a_file_of_another_program_leads_to_the_page_that_says_how_to_copy_it(
    tmp_path: Path, name: str, what: str
) -> None:
    """Where the hub has that page."""
    for folder in ("case_studies", "docs/contribute"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "case_studies" / name).write_bytes(b"x")
    copy = "Copy its words into a new file with the name story.md."
    (problem,) = find_unread_files(tmp_path, ALL_KINDS)
    assert (problem.message, problem.fix) == (f"this is {what}, which the hub does not read.", copy)
    (tmp_path / "docs/contribute/from-word.md").write_bytes(b"x")
    (problem,) = find_unread_files(tmp_path, ALL_KINDS)
    assert problem.fix == f"{copy} docs/contribute/from-word.md says how."


def read_entry(text: str, kind: Kind = CASE_STUDIES) -> tuple[Document[Any] | None, list[str]]:
    """Return the document of an entry's file, and what is wrong with it as "line field"."""
    document, _, problems = read(kind, f"{kind.folder}/one.md", text)
    return document, [f"{problem.line} {problem.field}" for problem in problems]


def test_what_is_left_of_an_entry_that_was_taken_down_is_its_day_and_its_old_ids() -> None:
    document, problems = read_entry("---\nwithdrawn: 2026-11-01\nredirect_from: [two]\n---\n")

    assert problems == []
    assert document
    assert document.facts == Withdrawn(withdrawn=date(2026, 11, 1), redirect_from=("two",))


@pytest.mark.parametrize("more", ["title: Told by one\n---\n", "---\n\nWhat they said.\n"])
def test_what_a_page_said_goes_with_the_page(more: str) -> None:
    """Whoever asks for it to be taken down does not want it to stay in the repository. One message, not one a fact."""
    assert read_entry(f"---\nwithdrawn: 2026-11-01\n{more}")[1] == ["2 withdrawn"]


def test_a_day_that_is_none_is_a_mistake_in_a_page_that_was_taken_down() -> None:
    assert read_entry("---\nwithdrawn: yes\n---\n") == (None, ["2 withdrawn"])


def test_only_an_entry_can_be_taken_down_in_this_way() -> None:
    """A theme goes with its file."""
    assert read_entry("---\nwithdrawn: 2026-11-01\n---\n", THEMES)[0] is None


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("ünïcode-näme.md", "Rename it to unicode-name.md."),
        ("My Story.md", "Rename it to my-story.md."),
        ("story (1).md", "Rename it to story-1.md."),
        ("Story_Final.md", "Rename it to story-final.md."),
        ("Jo's walk.md", "Rename it to jos-walk.md."),
        ("Nоrth.md", "Rename it to north.md."),  # noqa: RUF001 its o is Cyrillic
        ("Łódź – tea.md", "Rename it to lodz-tea.md."),  # noqa: RUF001 the dash is long
        ("日本.md", "Rename it to lower-case words joined by hyphens, such as walking-together.md."),
        (f"{'walk-' * 20}home.md", f"Rename it to {'-'.join(['walk'] * 16)}.md."),
        ("old*/a.md", "Rename it to old."),
    ],
)
def test_a_name_that_can_be_tidied_is_given_tidied(name: str, better: str) -> None:
    (problem,) = parse_file(THEMES, f"docs/themes/{name}", THEME.encode()).problems
    assert problem.fix.endswith(better)


@pytest.mark.parametrize(("name", "better"), [("My Story.MD", "my-story.md"), ("Tea & Talk.txt", "tea-talk.md")])
def test_a_text_that_would_not_be_read_is_given_the_name_to_save_it_under(
    tmp_path: Path, name: str, better: str
) -> None:
    (tmp_path / "case_studies").mkdir()
    (tmp_path / "case_studies" / name).write_text("x", encoding="utf-8")
    (problem,) = find_unread_files(tmp_path, ALL_KINDS)
    assert problem.fix == f"Save it as plain text, with the name {better}."


@pytest.mark.parametrize(
    ("facts", "field", "kind"),
    [
        ("label: Men\u200bding\nphrase: a\ndefinition: b", "label", "a hidden character, U+200B."),
        ("label: Mending\nphrase: \ufeffa\ndefinition: b", "phrase", "a hidden character, U+FEFF."),
        ("label: a\nphrase: b\ndefinition:\n  c \u2067 d", "definition", "a hidden character, U+2067."),
        ("label: a\nphrase: b\ndefinition: c\nsynonyms:\n  - d\u180e", "synonyms", "a hidden character, U+180E."),
        (
            f"label: a\nphrase: b\ndefinition: c{chr(0x301) * 12}",
            "definition",
            "a pile of accents on one letter, U+0301.",
        ),
    ],
)
def test_a_hidden_character_in_the_facts_is_named_with_its_field(facts: str, field: str, kind: str) -> None:
    (problem,) = parse_file(THEMES, "docs/themes/mending.md", f"---\n{facts}\n---\n\nText.\n".encode()).problems
    assert (problem.field, problem.message) == (field, f"there is {kind}")


def test_a_hidden_character_in_the_text_belongs_to_no_field() -> None:
    (problem,) = parse_file(THEMES, "docs/themes/mending.md", f"{THEME}Te\u200bxt.\n".encode()).problems
    assert (problem.field, problem.line) == ("", 7)


def test_a_story_in_a_folder_of_its_own_is_named_with_where_it_belongs(tmp_path: Path) -> None:
    """It would not be on the site, and nobody would be told."""
    (tmp_path / "case_studies/2026").mkdir(parents=True)
    (tmp_path / "case_studies/2026/story.md").write_text("x", encoding="utf-8")
    (problem,) = find_unread_files(tmp_path, ALL_KINDS)

    assert (problem.file, problem.fix) == ("case_studies/2026/story.md", "Move it to case_studies/story.md.")


@pytest.mark.parametrize(
    ("kind", "file", "facts", "fix"),
    [
        (PROSE, "docs/walks.md", "organisation: A\nplace: B\nregion: c\n", "Move it to case_studies/walks.md."),
        (
            CASE_STUDIES,
            "case_studies/a.md",
            "statement: A\nkind: enabler\naudience: [b]\n",
            "Move it to docs/learning-points/a.md.",
        ),
    ],
)
def test_an_entry_among_those_of_another_kind_is_one_mistake(kind: Kind, file: str, facts: str, fix: str) -> None:
    """Not one for each fact, with the advice to leave it out."""
    (problem,) = read(kind, file, f"---\ntitle: A\nsummary: B\n{facts}---\n\nWords.\n")[2]

    assert (problem.line, problem.fix) == (1, fix)
