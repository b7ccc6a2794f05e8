"""Tables as Excel, LibreOffice and Google save them, and what is refused with what to do."""

import io
import re
import zipfile
from datetime import UTC, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from ideas_hub.importing.cells import MOST_COLUMNS, MOST_ROWS
from ideas_hub.importing.refused_file import RefusedFileError
from ideas_hub.importing.sheets import MOST_BYTES, read_table, table_of
from ideas_hub.importing.values import FIRST_DAY_1904
from tests.ideas_hub.importing.workbooks import changed, libreoffice_workbook, with_more_in_sheet, workbook

ROWS = [("title", "place"), ("Lamps, and tea", "Caf\u00e9\nConwy")]


def cells(raw: bytes) -> list[tuple[str, ...]]:
    """Return the cells of the one sheet of a table."""
    (sheet,) = table_of(raw).sheets
    return [row.cells for row in sheet.rows]


@pytest.mark.parametrize(
    "raw",
    [
        workbook(ROWS),
        libreoffice_workbook(ROWS),
        '\ufefftitle,place\r\n"Lamps, and tea","Caf\u00e9\r\nConwy"\r\n'.encode(),
        'title;place\r\n"Lamps, and tea";"Caf\u00e9\nConwy"\r\n'.encode("cp1252"),
        'title\tplace\r\n"Lamps, and tea"\t"Caf\u00e9\nConwy"\r\n'.encode("utf-16"),
        'title,place\r"Lamps, and tea","Caf\u00e9\rConwy"\r'.encode("mac_roman"),
    ],
)
def test_every_program_saves_the_same_table(raw: bytes) -> None:
    """Excel's workbook, CSV UTF-8, CSV and Unicode text, LibreOffice's workbook, and CSV of an old Mac."""
    assert cells(raw) == ROWS


def test_cells_are_read_as_people_see_them() -> None:
    """A day is as precise as it is shown, a number has no zeros that nobody typed, money has its sign."""

    def show(sheet: Worksheet) -> None:
        for cell, shown_as in zip(
            sheet[1], ["yyyy-mm-dd", "mmm yy", "yyyy", "General", '"\u00a3"#,##0', "0%"], strict=False
        ):
            cell.number_format = shown_as

    day = datetime(2024, 3, 1)  # noqa: DTZ001 a spreadsheet knows no time zone
    row = [day, day, day, 3.0, 1500, 0.45, True, time(18, 30), 0.1 + 0.2, 12]

    assert cells(workbook([row], show)) == [
        ("2024-03-01", "2024-03", "2024", "3", "\u00a31,500", "45%", "TRUE", "18:30:00", "0.3", "12")
    ]


def test_a_workbook_that_counts_from_1904_says_so() -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.MAC_EPOCH
    book.active.append([datetime(2024, 3, 31)])  # noqa: DTZ001 a spreadsheet knows no time zone
    out = io.BytesIO()
    book.save(out)
    (sheet,) = table_of(out.getvalue()).sheets

    assert (sheet.rows[0].cells, sheet.first_day) == (("2024-03-31",), FIRST_DAY_1904)


def test_a_formula_is_its_text_and_never_what_it_came_to() -> None:
    raw = with_more_in_sheet(workbook([]), b'<row r="1"><c r="A1"><f>SUM(B1)</f><v>7</v></c></row>')

    assert cells(raw) == [("=SUM(B1)",)]


def test_hidden_sheets_and_empty_rows_are_left_out() -> None:
    book = openpyxl.Workbook()
    book.active.title = "Answers"
    book.active["B3"] = "here"
    book.create_sheet("Lists").sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)

    assert [(sheet.name, sheet.rows) for sheet in table_of(out.getvalue()).sheets] == [
        ("Answers", ((3, ("", "here")),))
    ]


def test_what_is_merged_downwards_stands_in_each_row() -> None:
    raw = workbook([("A group", "one"), (None, "two"), ("Another", "three")], lambda sheet: sheet.merge_cells("A1:A2"))

    assert cells(raw) == [("A group", "one"), ("A group", "two"), ("Another", "three")]


def test_a_strict_workbook_is_read_like_any_other() -> None:
    """Excel offers it beside the usual one; only the names of its elements differ."""

    def strict(_name: str, xml: bytes) -> bytes:
        return re.sub(
            rb"http://schemas.openxmlformats.org/(\w+)/2006/(main|rel)", rb"http://purl.oclc.org/ooxml/\1/\2", xml
        )

    assert cells(changed(workbook(ROWS), strict)) == ROWS


def test_what_is_merged_across_stands_once() -> None:
    raw = workbook([("Our stories", None), ("a", "b")], lambda sheet: sheet.merge_cells("A1:B1"))

    assert cells(raw) == [("Our stories",), ("a", "b")]


def test_what_a_workbook_carries_along_is_never_opened() -> None:
    """Macros, pictures and links to other files are not even looked at."""
    raw = io.BytesIO(workbook(ROWS))
    with zipfile.ZipFile(raw, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\x00" * 100)
        archive.writestr("xl/media/image1.png", b"no picture")
        archive.writestr("xl/externalLinks/externalLink1.xml", "<!DOCTYPE a><a>")

    assert cells(raw.getvalue()) == ROWS


def test_too_many_styles_are_left_out_and_the_words_stay() -> None:
    """Programs pile them up, and they cost more than all else; a day is then its number."""

    def pile_up(name: str, xml: bytes) -> bytes:
        return xml.replace(b"</cellXfs>", b"<xf/>" * 70_000 + b"</cellXfs>") if name == "xl/styles.xml" else xml

    day = datetime(2024, 3, 31, tzinfo=UTC).replace(tzinfo=None)

    assert cells(changed(workbook([("a", day)]), pile_up)) == [("a", "45382")]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (with_more_in_sheet(workbook(ROWS), b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "XFD1048576"),
        (b"a,b\n" * (MOST_ROWS + 1), "rows"),
        (b"a," * (MOST_COLUMNS + 1) + b"a\n", "last column"),
        (b"a" * (MOST_BYTES + 1), "MB; the limit is"),
        (workbook(ROWS)[:200], "damaged"),
        (changed(workbook(ROWS), lambda name, xml: xml if name[0] != "[" else b"<a/>"), "as a spreadsheet"),
        (b'title\n"A', "row 2: unexpected end of data"),
        (b"\xd0\xcf\x11\xe0", "old file of Excel"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"%PDF-1.7", "a PDF file"),
        (b"{\\rtf1", "word processor"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\x1f\x8b\x08", "a packed file"),
        (b"<html><table>", "a web page"),
        (b'<?xml version="1.0"?><Workbook/>', "a web page or XML"),
        (bytes(range(256)) * 4, "no text"),
    ],
)
def test_what_is_not_read_is_refused_with_what_to_do(raw: bytes, words: str) -> None:
    with pytest.raises(RefusedFileError) as refused:
        table_of(raw)

    assert words in str(refused.value)
    assert refused.value.fix.endswith(".")


@pytest.mark.parametrize(
    ("member", "words"),
    [
        ("word/document.xml", "a document of Word"),
        ("xl/workbook.bin", "(.xlsb)"),
        ("Index/Document.iwa", "Numbers"),
        ("content.xml", ".ods"),
        ("stories.csv", "a zip file"),
    ],
)
def test_other_zip_based_files_are_known_by_what_is_in_them(tmp_path: Path, member: str, words: str) -> None:
    """Whatever their name is."""
    with zipfile.ZipFile(tmp_path / "stories.xlsx", "w") as archive:
        archive.writestr(member, "a")

    with pytest.raises(RefusedFileError) as refused:
        read_table(tmp_path / "stories.xlsx")

    assert words in str(refused.value)


def test_content_decides_and_not_the_name(tmp_path: Path) -> None:
    (tmp_path / "stories.csv").write_bytes(workbook(ROWS))

    assert [row.cells for row in read_table(tmp_path / "stories.csv").sheets[0].rows] == ROWS
