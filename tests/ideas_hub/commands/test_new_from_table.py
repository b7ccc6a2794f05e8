"""Drafts from tables as forms and spreadsheets make them, and tables that are made to harm."""

import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from ideas_hub.commands import new
from ideas_hub.commands.new_from_table import AGAIN, AS_THEY_ARE
from ideas_hub.drafting.table import NO_HEADINGS
from ideas_hub.reading.front_matter import parse_page
from tests.conftest import ROOT
from tests.ideas_hub.conftest import FILES
from tests.ideas_hub.importing.workbooks import SHEET, changed, libreoffice_workbook, with_more_in_sheet, workbook

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
    assert f"Kept as it is, as somebody has changed it: {LAMPS}. The table differs in: place.\n" in printed
    assert "place: Rhyl\n" in (root / LAMPS).read_text(encoding="utf-8")


def test_a_published_story_is_kept(give: Give) -> None:
    text = FILES["case_studies/soldering.md"]
    facts = parse_page(text, "soldering.md").values
    table = f'{TITLE},Charity,{PLACE}\n"{facts["title"]}","{facts["organisation"]}",Atlantis\n'

    _, printed, _ = give(table.encode())

    assert "Kept as it is, as it is no draft: case_studies/soldering.md. The table differs in: place.\n" in printed


@pytest.mark.parametrize("option", ["--from-table", "--from-csv"])
def test_both_names_of_the_option_do_the_same(give: Give, root: Path, option: str) -> None:
    give(workbook([(TITLE, PLACE), ("Lamps", "Bangor")]), "stories.xlsx", option)

    assert new_files(root) == {LAMPS}


HARMLESS = workbook([("Shoe size",), ("39",)])
"""Asks none of our questions, so that nothing is written even if it is not refused in time."""

LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (number, b"&l%d;" % (number - 1) * 10) for number in range(1, 10))
DOCUMENT_TYPE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">' + LAUGHS + b"]>"


def bomb(file: Path) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
        with archive.open(SHEET, "w", force_zip64=True) as sheet:
            for _ in range(50):
                sheet.write(bytes(1_000_000))


def liar(file: Path) -> None:
    """A bomb whose headers say a thousand bytes."""
    bomb(file)
    raw = bytearray(file.read_bytes())
    with zipfile.ZipFile(file) as archive:
        local = archive.getinfo(SHEET).header_offset
    struct.pack_into("<L", raw, raw.rfind(b"PK\x01\x02") + 24, 1000)
    struct.pack_into("<L", raw, local + 22, 1000)
    file.write_bytes(raw)


def large(file: Path) -> None:
    with file.open("wb") as opened:
        opened.write(b"PK\x03\x04")
        opened.truncate(100_000_000)


def entities(file: Path) -> None:
    cell = b'<row><c t="inlineStr"><is><t>&l9;</t></is></c></row>'
    file.write_bytes(
        changed(with_more_in_sheet(HARMLESS, cell), lambda name, xml: DOCUMENT_TYPE + xml if name == SHEET else xml)
    )


def entities_in_utf_16(file: Path) -> None:
    words = (DOCUMENT_TYPE + b"<a>&l9;</a>").decode().replace('"1.0"', '"1.0" encoding="UTF-16"', 1).encode("utf-16")
    file.write_bytes(changed(HARMLESS, lambda name, xml: words if name == SHEET else xml))


def far_away(file: Path) -> None:
    file.write_bytes(with_more_in_sheet(HARMLESS, b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))


def beyond_all_rows(file: Path) -> None:
    file.write_bytes(with_more_in_sheet(HARMLESS, b'<row r="99999999999999"><c r="A99999999999999"><v>1</v></c></row>'))


def wide(file: Path) -> None:
    file.write_bytes(with_more_in_sheet(HARMLESS, b'<row><c r="XFD3" s="1"/></row>' * 40_000))


def wide_text(file: Path) -> None:
    file.write_bytes(b"Shoe size\n" + b"ab," * 1_300_000)


HOSTILE = (bomb, liar, large, entities, entities_in_utf_16, far_away, beyond_all_rows, wide, wide_text)
MOST_MEMORY = 200  # MB of the whole command
WITH_MEMORY = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(status)
"""
"""Runs a command and prints its memory; started from the tests, it would count theirs too."""


@pytest.mark.parametrize("write", HOSTILE)
def test_a_table_that_is_made_to_harm_is_refused_within_little_memory(
    tmp_path: Path, write: Callable[[Path], None]
) -> None:
    """Nothing of it reaches the hub; one sentence says why."""
    file = tmp_path / "stories.xlsx"
    write(file)
    command = [sys.executable, "-m", "ideas_hub.commands.new", "--from-csv", str(file)]
    ran = subprocess.run(
        [sys.executable, "-c", WITH_MEMORY, *command], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )

    printed, memory = ran.stdout.rsplit(maxsplit=1)
    assert (ran.returncode, printed) == (1, "Nothing was written.")
    assert ran.stderr.startswith("stories.xlsx:")
    assert NO_HEADINGS not in ran.stderr
    assert int(memory) // (1024 if sys.platform == "linux" else 1024 * 1024) < MOST_MEMORY
