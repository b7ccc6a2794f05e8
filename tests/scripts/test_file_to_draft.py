"""From the files of an issue to drafts, and what is said of each."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import file_to_draft
import pytest
from issue_to_draft import Drafts, Why, drafts_of

from ideas_hub.importing.refused_file import RefusedFileError
from ideas_hub.problem import Severity
from ideas_hub.repository.load import load_repository
from tests.conftest import SMALL_HUB
from tests.ideas_hub.importing.word_files import item, paragraph, word_file
from tests.ideas_hub.importing.workbooks import workbook

TITLE, GROUP, DID = "A title for your story", "Your group or organisation", "What did you do?"
ROWS = [
    [TITLE, GROUP, DID, "Your e-mail"],
    ["Bread", "Bakers", "We baked.", "jo@example.com"],
    ["Song", "Choir", "We sang."],
]
WORD = word_file(
    paragraph("Clocks by the sea", style="Title"),
    paragraph(DID, style="Heading1"),
    paragraph("We mended clocks. Ring 07700 900123."),
    item("tea"),
)
CSV = f"{TITLE};{GROUP};{DID}\nBread;Bakers;We baked.\n".encode("cp1252")
ANSWERS = f"### {TITLE}\n\nClocks\n\n### {DID}\n\n{{}}\n\n### What changed?\n\nPeople smiled.\n"
ADDRESS = "https://github.com/user-attachments/files"
Send = Callable[..., Drafts]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL_HUB, tmp_path / "hub")


@pytest.fixture
def send(root: Path, monkeypatch: pytest.MonkeyPatch) -> Send:
    """Make drafts of an issue with files, by name; an error is raised when one is fetched."""

    def drafts(files: Mapping[str, bytes | Exception], text: str = "{}", label: str = "file") -> Drafts:
        kept = {f"{ADDRESS}/{number}/{name}": content for number, (name, content) in enumerate(files.items())}

        def download(address: str) -> bytes:
            content = kept[address]
            if isinstance(content, Exception):
                raise content
            return content

        monkeypatch.setattr(file_to_draft, "download", download)
        links = "\n".join(f"[{address.rpartition('/')[2]}]({address})" for address in kept)
        issue = {"number": 7, "body": text.format(links)}
        return drafts_of({"label": {"name": label}, "issue": issue}, root, "o/n")

    return drafts


@pytest.mark.parametrize(
    ("name", "content", "files"),
    [
        ("story.docx", WORD, ["clocks-by-the-sea"]),
        ("list.xlsx", workbook(ROWS), ["bread", "song"]),
        ("answers.csv", CSV, ["bread"]),
        ("text.txt", f"# Bread\n\n## {DID}\n\nWe baked.\n".encode("utf-16"), ["bread"]),
        ("page.md", b"---\ntitle: Bread\ntags: [food]\n---\n\nWe **baked**.\n", ["bread"]),
        ("story", WORD, ["clocks-by-the-sea"]),
    ],
)
def test_a_file_of_each_kind_becomes_drafts_that_stop_nothing(
    send: Send, root: Path, name: str, content: bytes, files: list[str]
) -> None:
    drafts = send({name: content})

    assert drafts.files == [f"case_studies/{file}.md" for file in files]
    for file in drafts.files:
        assert "draft: true" in (root / file).read_text(encoding="utf-8")
        assert f"      Written: {file}.\n" in drafts.text
    found = load_repository(root, cached=False).problems
    assert [one for one in found if one.file in drafts.files and one.severity is Severity.MUST_FIX] == []
    assert "This was made from what was attached in #7." in drafts.text


def test_what_was_left_out_is_said_below_its_file(send: Send, root: Path) -> None:
    """And personal data does not come back in the words about it."""
    drafts = send({"story.docx": WORD, "list.xlsx": workbook(ROWS)})

    said = drafts.text.split("## What became of each file\n\n")[1].split("\n## ")[0]
    assert said.index("    story.docx\n") < said.index("telephone number") < said.index("    list.xlsx\n")
    assert '"Your e-mail" (words in 1 row)' in said
    written = "".join((root / file).read_text(encoding="utf-8") for file in drafts.files)
    assert not [words for words in ("900123", "jo@example.com") if words in drafts.text + written]


@pytest.mark.parametrize("name", ["a.csv", "a.txt", "a.docx"])
def test_what_identifies_a_person_goes_no_further_than_the_file(send: Send, root: Path, name: str) -> None:
    """Nobody has looked at a draft when it is proposed, and a proposal is public."""
    private = "Ring 07700 900123 or jo@example.com."
    contents = {"a.csv": f"{TITLE},{DID}\nBread,{private}\n".encode(), "a.docx": word_file(paragraph(private))}

    drafts = send({name: contents.get(name, private.encode())})

    [file] = drafts.files
    public = drafts.text + (root / file).read_text(encoding="utf-8")
    assert "A telephone number was left out" in public
    assert not [words for words in ("900123", "jo@example.com") if words in public]


def test_the_same_file_again_changes_nothing(send: Send) -> None:
    """Also twice in one issue."""
    first = send({"list.xlsx": workbook(ROWS), "copy.csv": CSV})
    again = send({"list.xlsx": workbook(ROWS)})

    assert first.files == ["case_studies/bread.md", "case_studies/song.md"]
    assert "    copy.csv\n      In the hub already, just as it is here: case_studies/bread.md.\n" in first.text
    assert (again.files, again.why) == ([], Why.THERE)


def test_a_story_that_says_something_new_changes_its_draft_unless_somebody_has_worked_on_it(
    send: Send, root: Path
) -> None:
    [bread, song] = send({"list.xlsx": workbook(ROWS)}).files
    text = (root / song).read_text(encoding="utf-8")
    (root / song).write_text(text.replace("We sang.", "We sang loudly."), encoding="utf-8")
    new = [ROWS[0], ["Bread", "Bakers", "We baked rolls."], ["Song", "Choir", "We sang softly."]]

    drafts = send({"list.xlsx": workbook(new)})

    assert drafts.files == [bread]
    assert "rolls" in (root / bread).read_text(encoding="utf-8")
    assert f"      Brought up to date: {bread}.\n" in drafts.text
    assert f"Kept as it is, as somebody has worked on it: {song}." in drafts.text
    assert "softly" not in (root / song).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("report.pdf", b"%PDF-1.4", "this is a PDF file"),
        ("bomb.xlsx", workbook([["x" * 30_000]] * 700), "the limit is 16 MB"),
        ("empty.docx", word_file(), "there are no words in it"),
        ("empty.csv", b"", "there is nothing in it"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "this is no text"),
        ("book.txt", b"words " * 10**6, "the limit is 4 MB"),
        ("other.csv", b"a,b\n1,2\n", "none of its headings is a question"),
        (
            "gone.docx",
            RefusedFileError("it could not be fetched from GitHub.", rule="download"),
            "could not be fetched",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_used_is_refused_in_words(
    send: Send, name: str, content: bytes | Exception, why: str
) -> None:
    """The others in the issue are used all the same."""
    alone, beside = send({name: content}), send({name: content, "story.docx": WORD})

    assert (alone.files, alone.why) == ([], Why.REFUSED)
    for drafts in (alone, beside):
        [row] = [row for row in drafts.text.splitlines() if "Not used: " in row]
        assert row.startswith("      Not used: ")
        assert why in row
    assert beside.files == ["case_studies/clocks-by-the-sea.md"]


def test_no_more_than_five_files_are_fetched(send: Send) -> None:
    drafts = send({f"{name}.csv": CSV for name in "abcdefg"})

    assert "    Only the first 5 files are read. Send the others in a form of their own: f.csv, g.csv.\n" in drafts.text


def test_what_a_file_is_called_or_says_cannot_act_in_the_pull_request(send: Send) -> None:
    """Its words are code: no mentions, no links."""
    drafts = send(
        {"%0A%60%60%60%0A%40everyone%20Closes%20%231.csv": f"{TITLE},## @everyone\nBread,Closes #1\n".encode()}
    )

    rows = [row for row in drafts.text.splitlines() if "everyone" in row]
    assert [row.startswith("      ") for row in rows] == [False, True]
    assert all(row.startswith("    ") for row in rows)


@pytest.mark.parametrize("typed", ["We have a café.\n{}", "{}"])
def test_a_story_that_comes_with_a_file_is_one_draft(send: Send, root: Path, typed: str) -> None:
    """What was answered counts; the file's text goes below it, under the same headings."""
    drafts = send({"story.docx": WORD}, ANSWERS.format(typed), "story")

    [file] = drafts.files
    text = (root / file).read_text(encoding="utf-8")
    assert (file, text.count("## What they did\n")) == ("case_studies/clocks.md", 1)
    assert "title: Clocks\n" in text
    assert "draft: true" not in text
    assert "We mended clocks. Ring (left out).\n\n- tea\n\n## What changed\n\nPeople smiled.\n" in text
    assert "story.docx" not in text
    assert ("We have a café.\n\nWe mended" in text) == (typed != "{}")
    assert "A file says otherwise for title." in drafts.text
    assert "This draft was made from the form in #7." in drafts.text


def test_a_list_that_comes_with_a_story_becomes_drafts_of_its_own(send: Send) -> None:
    drafts = send({"list.xlsx": workbook(ROWS)}, ANSWERS, "story")

    assert drafts.files == ["case_studies/clocks.md", "case_studies/bread.md", "case_studies/song.md"]
    assert "draft: true" in drafts.text
