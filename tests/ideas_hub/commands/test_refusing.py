"""Files that are made to harm, or to fill the memory, are refused before anything else is loaded."""

import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.drafting.table import NO_HEADINGS
from tests.conftest import ROOT
from tests.ideas_hub.importing.word_files import word_file
from tests.ideas_hub.importing.workbooks import SHEET, changed, with_more_in_sheet, workbook

HARMLESS = workbook([("Shoe size",), ("39",)])
"""Asks none of our questions, so that nothing is written even if it is not refused in time."""

LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (number, b"&l%d;" % (number - 1) * 10) for number in range(1, 10))
DOCUMENT_TYPE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">' + LAUGHS + b"]>"


def bomb(file: Path, large: str = SHEET, small: str = "xl/workbook.xml") -> None:
    """Write a file with 50 MB of nothing in one of its members."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(small, "<a/>")
        with archive.open(large, "w", force_zip64=True) as member:
            for _ in range(50):
                member.write(bytes(1_000_000))


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


def bomb_of_a_document(file: Path) -> None:
    bomb(file, "word/document.xml", "word/styles.xml")


def entities_of_a_document(file: Path) -> None:
    file.write_bytes(word_file(more={"word/document.xml": DOCUMENT_TYPE + b"<a>&l9;</a>"}))


TABLES = (bomb, liar, large, entities, entities_in_utf_16, far_away, beyond_all_rows, wide, wide_text)
DOCUMENTS = (bomb_of_a_document, large, entities_of_a_document)
HOSTILE = [*(("--from-csv", write) for write in TABLES), *(("--from-docx", write) for write in DOCUMENTS)]
MOST_MEMORY = 200  # MB of the whole command
WITH_MEMORY = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(status)
"""
"""Runs a command and prints its memory; started from the tests, it would count theirs too."""


@pytest.mark.parametrize(("option", "write"), HOSTILE)
def test_a_file_that_is_made_to_harm_is_refused_within_little_memory(
    tmp_path: Path, option: str, write: Callable[[Path], None]
) -> None:
    """Nothing of it reaches the hub; one sentence says why."""
    file = tmp_path / "stories.xlsx"
    write(file)
    command = [sys.executable, "-m", "ideas_hub.commands.new", option, str(file)]
    ran = subprocess.run(
        [sys.executable, "-c", WITH_MEMORY, *command], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )

    printed, memory = ran.stdout.rsplit(maxsplit=1)
    assert (ran.returncode, printed) == (1, "Nothing was written.")
    assert ran.stderr.startswith("stories.xlsx:")
    assert NO_HEADINGS not in ran.stderr
    assert int(memory) // (1024 if sys.platform == "linux" else 1024 * 1024) < MOST_MEMORY
