"""Drafts from tables as forms and spreadsheets make them, and tables that are made to harm."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from ideas_hub.commands import new
from ideas_hub.commands.new_from_table import AGAIN
from ideas_hub.commands.next_steps import AS_THEY_ARE
from ideas_hub.reading.front_matter import parse_page
from tests.ideas_hub.conftest import FILES
from tests.ideas_hub.importing.workbooks import libreoffice_workbook, workbook

LAMPS = "case_studies/lamps.md"
TITLE, PLACE = "A title for your story", "Where was it?"

Give = Callable[..., tuple[int, str, str]]


@pytest.fixture
def give(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Give:
    """Give the command a table, and return its exit status and what it printed and named."""

    def run(raw: bytes, name: str = "stories.csv", option: str = "--from-table") -> tuple[int, str, str]:
        (tmp_path / name).write_bytes(raw)
        status = new.main([option, str(tmp_path / name)], root)
        return status, *capsys.readouterr()

    return run


def new_files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in (root / "case_studies").glob("*.md")} - set(FILES)


def test_answers_of_googles_form_become_drafts(give: Give, root: Path) -> None:
    """Its first column is the time, its lists have commas."""
    table = (
        "Timestamp,A title for your story,Where was it?,What did people do?,What helped?\n"
        '31/03/2024 10:22:11,Lamps,Bangor,"Mending clothes, Tools and electrics","Tea\nCake"\n'
    )
    status, printed, errors = give(table.encode())

    facts = parse_page((root / LAMPS).read_text(encoding="utf-8"), LAMPS).values
    assert (status, errors) == (0, "")
    assert facts["themes"] == ["mending-clothes", "tools-electrics"]
    assert facts["worked"] == ["Tea", "Cake"]
    assert 'Left out, as it is none of our questions: "Timestamp" (words in 1 row).\n' in printed
    assert f"Written: {LAMPS}\n" in printed


def test_answers_of_microsofts_form_become_drafts(give: Give, root: Path) -> None:
    """It is a workbook with times and a person in its first columns, and its lists end in semicolons."""
    now = datetime(2024, 3, 31, 10, 22)  # noqa: DTZ001 a spreadsheet knows no time zone
    headings = ["ID", "Start time", "Completion time", "Email", "Name", TITLE, "Town", "What did people do?\u00a0"]
    row = [1, now, now, "anonymous", None, "Lamps", "Bangor", "Mending clothes;Tools and electrics;"]
    status, printed, errors = give(workbook([headings, row]), "stories.xlsx")

    facts = parse_page((root / LAMPS).read_text(encoding="utf-8"), LAMPS).values
    assert (status, errors) == (0, "")
    assert (facts["place"], facts["themes"]) == ("Bangor", ["mending-clothes", "tools-electrics"])
    assert "period" not in facts
    assert '"Town" is read as "Where was it?".\n' in printed
    assert '"Email" (words in 1 row), "Name" (empty)' in printed


def test_a_workbook_of_libreoffice_becomes_drafts(give: Give, root: Path) -> None:
    give(libreoffice_workbook([("Our stories",), (), (TITLE, PLACE), ("Lamps", "Bangor")]), "stories.xlsx")

    assert new_files(root) == {LAMPS}


def test_the_sheet_with_our_questions_is_read_and_the_others_are_named(give: Give, root: Path) -> None:
    def add_notes(sheet: object) -> None:
        book = sheet.parent  # type: ignore[attr-defined]
        book.create_sheet("Read me", 0).append(["How to fill in this table"])

    _, printed, _ = give(workbook([(TITLE, PLACE), ("Lamps", "Bangor")], add_notes), "stories.xlsx")

    assert new_files(root) == {LAMPS}
    assert 'The sheet "Sheet" is read. Not read: "Read me".\n' in printed


def test_a_formula_of_a_workbook_keeps_its_row_out_and_the_others_are_written(give: Give, root: Path) -> None:
    """Whoever mends the row can give the whole table again."""
    rows = [(TITLE, PLACE), ("Lamps", "Bangor"), ("Clocks", '=HYPERLINK("http://evil.example")')]
    status, printed, errors = give(workbook(rows), "stories.xlsx")

    assert status == 1
    assert errors.startswith('stories.xlsx:3: cell B3 is a formula: =HYPERLINK("http://evil.example"). ')
    assert printed.endswith(f"{AGAIN}\n")
    assert new_files(root) == {LAMPS}


def test_the_same_table_again_changes_nothing_and_says_so(give: Give, root: Path) -> None:
    table = f"{TITLE},{PLACE}\nLamps,Bangor\n".encode()
    give(table)
    before = (root / LAMPS).read_bytes()

    assert give(table) == (0, f"Unchanged: {LAMPS}\n{AS_THEY_ARE}\n", "")
    assert (new_files(root), (root / LAMPS).read_bytes()) == ({LAMPS}, before)


def test_other_words_update_a_draft_and_a_changed_one_is_kept(give: Give, root: Path) -> None:
    give(f"{TITLE},{PLACE}\nLamps,Bangor\n".encode())

    assert f"Updated: {LAMPS}\n" in give(f"{TITLE},{PLACE}\nLamps,Conwy\n".encode())[1]
    (root / LAMPS).write_text((root / LAMPS).read_text(encoding="utf-8").replace("Conwy", "Rhyl"), encoding="utf-8")

    status, printed, _ = give(f"{TITLE},{PLACE}\nLamps,Bangor\n".encode())
    assert status == 0
    assert f"Kept as it is, as somebody has changed it: {LAMPS}. Yours differs in: place.\n" in printed
    assert "place: Rhyl\n" in (root / LAMPS).read_text(encoding="utf-8")


def test_a_published_story_is_kept(give: Give) -> None:
    text = FILES["case_studies/soldering.md"]
    facts = parse_page(text, "soldering.md").values
    table = f'{TITLE},Charity,{PLACE}\n"{facts["title"]}","{facts["organisation"]}",Atlantis\n'

    _, printed, _ = give(table.encode())

    assert "Kept as it is, as it is no draft: case_studies/soldering.md. Yours differs in: place.\n" in printed


@pytest.mark.parametrize("option", ["--from-table", "--from-csv"])
def test_both_names_of_the_option_do_the_same(give: Give, root: Path, option: str) -> None:
    give(workbook([(TITLE, PLACE), ("Lamps", "Bangor")]), "stories.xlsx", option)

    assert new_files(root) == {LAMPS}
