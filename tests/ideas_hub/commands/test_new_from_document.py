"""A story in Word becomes a draft, and only what the document leaves open is asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.commands import new
from ideas_hub.reading.front_matter import parse_page
from tests.ideas_hub.commands.test_new import answers
from tests.ideas_hub.importing.word_files import item, paragraph, run, table, word_file

TEA = "case_studies/tea-in-bangor.md"
STORY = word_file(
    paragraph("Tea in Bangor", style="Title"),
    table(("Name of group", "The Tea Group"), ("Which part of Wales is that in?", "North Wales")),
    paragraph("Town: Bangor"),
    paragraph("What did you do?", style="Heading1"),
    paragraph("We ", run("met", bold=True), "."),
    paragraph("Why", style="Heading2"),
    item("tea"),
    item("cake"),
    paragraph("Challenges", style="Heading1"),
    item("Rain"),
    item("Damp"),
)
OPEN = ["We drank tea.", "2,3", "newcomers"]
"""Answers to what the story leaves open: the summary, the themes, and who it was for."""

Give = Callable[[bytes], tuple[int, str, str]]


@pytest.fixture
def give(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Give:
    """Give the command a document, and return its exit status and what it printed and named."""

    def run_command(raw: bytes) -> tuple[int, str, str]:
        (tmp_path / "story.docx").write_bytes(raw)
        status = new.main(["--from-docx", str(tmp_path / "story.docx")], root)
        return status, *capsys.readouterr()

    return run_command


def test_a_document_and_the_answers_to_the_rest_become_a_draft(
    give: Give, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, *OPEN)

    status, printed, errors = give(STORY)

    assert (status, errors) == (0, "")
    assert "story.docx has this:\n   A title for your story\n" in printed
    assert "3 questions to answer" in printed
    page = parse_page((root / TEA).read_text(encoding="utf-8"), TEA)
    assert page.problems == ()
    assert {name: page.values[name] for name in ("title", "organisation", "place", "region", "draft")} == {
        "title": "Tea in Bangor",
        "organisation": "The Tea Group",
        "place": "Bangor",
        "region": "north-wales",
        "draft": True,
    }
    assert page.values["did_not_work"] == ["Rain", "Damp"]
    assert page.body.strip() == "## What they did\n\nWe **met**.\n\n### Why\n\n- tea\n- cake"
    assert f"Written: {TEA}\n" in printed


def test_a_document_without_our_questions_is_the_text(give: Give, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is needed besides is asked for, but not what they did: that is there."""
    answers(monkeypatch, "Lamps", "We mended.", "A group", "Bangor", "2", "1", "newcomers")

    status, printed, _ = give(word_file(paragraph("We mended lamps."), paragraph("*How*"), item("with care")))

    body = parse_page((root / "case_studies/lamps.md").read_text(encoding="utf-8"), "x.md").body
    assert status == 0
    assert "   The text\n" in printed
    assert "What did you do?" not in printed
    assert body.strip() == "We mended lamps.\n\n\\*How\\*\n\n- with care"


def test_a_writer_who_stops_keeps_what_the_document_says(
    give: Give, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, then=EOFError)

    status, _, errors = give(STORY)

    assert status == 0
    assert errors == "\nStopped. What you answered so far is kept.\n"
    assert (root / TEA).is_file()


def test_the_same_document_again_changes_nothing(give: Give, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, *OPEN)
    give(STORY)
    before = (root / TEA).read_bytes()
    answers(monkeypatch, *OPEN)

    status, printed, _ = give(STORY)

    assert status == 0
    assert f"Unchanged: {TEA}\nNothing was written." in printed
    assert (root / TEA).read_bytes() == before


def test_words_typed_in_place_of_the_documents_are_plain(
    give: Give, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever goes to the story again and types anew writes words, not Markdown."""
    answers(monkeypatch, *OPEN, "More of the story", "*Holes*", "")

    give(STORY)

    body = parse_page((root / TEA).read_text(encoding="utf-8"), TEA).body
    assert "## What they wanted to change\n\n\\*Holes\\*" in body
    assert "We **met**." in body


def test_personal_data_of_a_document_does_not_reach_the_repository(
    give: Give, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, then=EOFError)

    _, printed, _ = give(word_file(paragraph("Tea", style="Title"), paragraph("Ask jo.bloggs@old.example.")))

    assert "jo.bloggs@old.example" not in f"{(root / 'case_studies/tea.md').read_text(encoding='utf-8')}{printed}"
    assert "An e-mail address was left out" in printed


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"%PDF-1.7", "this is no document of Word (.docx). In the program that made it"),
        (word_file(more={"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'}), "there is a document type in it"),
        (word_file(more={"word/styles.xml": " " * 9_000_000}), "unpacked it has 9 MB"),
    ],
)
def test_a_refused_document_is_told_and_nothing_is_written(raw: bytes, message: str, give: Give, root: Path) -> None:
    before = sorted((root / "case_studies").iterdir())

    status, printed, errors = give(raw)

    assert (status, printed) == (1, "Nothing was written.\n")
    assert f"story.docx: {message}" in errors
    assert sorted((root / "case_studies").iterdir()) == before
