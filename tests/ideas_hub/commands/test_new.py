"""ideas_hub/commands/new.py: from answers to a file, and what is printed on the way."""

from pathlib import Path

import pytest

from ideas_hub.commands import new
from ideas_hub.drafting.issue_form import FILE_FORM, FORM, file_form, find_stale_form, story_form
from ideas_hub.drafting.questions import form_questions, questions
from ideas_hub.model.hub import Hub

NEEDED = ["", "Lamps", "We mended lamps.", "A group", "Bangor", "2", "1,2", "newcomers", "We met.", ""]
"""Enter for a case study, and answers to the questions that must be answered; then Enter finishes."""


def answers(monkeypatch: pytest.MonkeyPatch, *rows: str, then: type[BaseException] | None = None) -> None:
    """Answer with these rows; then with a hundred times Enter, or by stopping."""
    left = iter([*rows, *([] if then else [""] * 100)])

    def read(*_: object) -> str:
        row = next(left, None)
        if row is None:
            raise then or AssertionError("A question was asked again and again.")
        return row

    monkeypatch.setattr("builtins.input", read)


def test_answers_in_the_terminal_become_a_file(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is named, checked, and what to do next is printed."""
    answers(monkeypatch, *NEEDED)

    assert new.main([], root) == 0

    text = (root / "case_studies/lamps.md").read_text(encoding="utf-8")
    assert text.startswith("---\ntitle: Lamps\n")
    assert "draft: true" not in text
    output = capsys.readouterr().out
    assert "Written: case_studies/lamps.md\n" in output
    assert "Nothing stops this from being published." in output
    assert "Next: open the file and read it through." in output
    assert "Delete that line" not in output


def test_a_writer_who_stops_keeps_an_unfinished_draft(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers(monkeypatch, "", "Lamps", then=EOFError)

    assert new.main([], root) == 0

    assert "draft: true" in (root / "case_studies/lamps.md").read_text(encoding="utf-8")
    printed = capsys.readouterr()
    assert printed.err == "\nStopped. What you answered so far is kept.\n"
    assert "Delete that line when the story is ready" in printed.out


def test_without_any_answer_nothing_is_written(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers(monkeypatch, then=KeyboardInterrupt)

    assert new.main([], root) == 1

    printed = capsys.readouterr()
    assert printed.err == "\nStopped.\n"
    assert printed.out.endswith("Nothing was written.\n")


def write_table(folder: Path, hub: Hub, *rows: str, columns: tuple[str, str] = ("title", "organisation")) -> Path:
    """Write a spreadsheet with the questions of two fields, and return its path."""
    labels = {question.wording.path: question.label for question in questions(hub)}
    table = folder / "stories.csv"
    lines = [",".join(labels[column] for column in columns), *rows]
    table.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return table


def test_each_row_of_a_spreadsheet_becomes_an_unfinished_draft(
    hub: Hub, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """None is published by mistake."""
    table = write_table(tmp_path, hub, "Lamps,A group", "Clocks,Another group")

    assert new.main(["--from-csv", str(table)], root) == 0

    for name in ("lamps", "clocks"):
        assert "draft: true" in (root / f"case_studies/{name}.md").read_text(encoding="utf-8")
    assert "Written: case_studies/lamps.md\nWritten: case_studies/clocks.md\n" in capsys.readouterr().out


def test_a_spreadsheet_that_cannot_be_read_is_reported(
    hub: Hub, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = write_table(tmp_path, hub, "Lamps,A group")
    table.write_text(f"title,{table.read_text(encoding='utf-8')}", encoding="utf-8")

    assert new.main(["--from-csv", str(table)], root) == 1

    assert capsys.readouterr().err.startswith('stories.csv:1: header: "A title for your story" is there twice')


def test_what_an_editor_has_to_decide_is_printed(
    hub: Hub, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = write_table(tmp_path, hub, "Lamps,Atlantis", columns=("title", "region"))

    assert new.main(["--from-csv", str(table)], root) == 0

    (note,) = [row for row in capsys.readouterr().out.splitlines() if row.startswith("  For an editor: ")]
    assert "Atlantis" in note


def test_a_text_that_is_not_from_the_form_gives_no_draft(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issue = tmp_path / "issue.md"
    issue.write_text("Please add a story about lamps.\n", encoding="utf-8")

    assert new.main(["--from-issue", str(issue)], root) == 1

    assert capsys.readouterr().err == "This is not the text of the form: none of its questions is in it.\n"


@pytest.mark.parametrize("option", ["--from-csv", "--from-issue"])
def test_a_file_that_does_not_exist_is_named(root: Path, capsys: pytest.CaptureFixture[str], option: str) -> None:
    assert new.main([option, "nowhere.csv"], root) == 2

    assert capsys.readouterr().err == "There is no file nowhere.csv.\n"


def test_one_source_at_a_time(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        new.main(["--from-csv", "a", "--from-issue", "b"], root)

    assert "not allowed with argument" in capsys.readouterr().err


def test_the_forms_are_written_from_the_questions(hub: Hub, root: Path) -> None:
    (root / FORM).parent.mkdir(parents=True, exist_ok=True)

    assert new.main(["--write-forms"], root) == 0

    assert (root / FORM).read_bytes().decode() == story_form(form_questions(hub))
    assert (root / FILE_FORM).read_bytes().decode() == file_form()
    assert list(find_stale_form(hub, root)) == []


def test_a_file_that_is_not_to_be_read_is_named(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Permissions do not hold for root, who may run these tests."""
    (root / "answers.csv").write_text("x", encoding="utf-8")
    monkeypatch.setattr("os.access", lambda *_: False)

    assert new.main(["--from-csv", "a" * 300], root) == 2
    assert new.main(["--from-csv", str(root / "answers.csv")], root) == 1
    assert capsys.readouterr().err.endswith("answers.csv may not be read.\n")
