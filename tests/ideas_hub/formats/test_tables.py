"""Data files say what the pages say, and are safe to open."""

import csv
import io
import json

import pytest

from ideas_hub.engine.csv_text import BYTE_ORDER_MARK
from ideas_hub.formats.tables import cell, table_csv, table_json
from ideas_hub.views.data import Table

HOSTILE = ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "\tx", "</script>", "]]>", 'a "quoted", thing', "سلام"]


def table(*rows: dict[str, object]) -> Table:
    return Table("things", "Things.", {"id": "The name.", "note": "A note."}, tuple(rows))


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK))))


@pytest.mark.parametrize("value", HOSTILE)
def test_no_cell_is_a_formula_and_no_text_is_lost(value: str) -> None:
    """A sign that would start a formula gets an apostrophe before it; everything else stays as it was."""
    read = cells(table_csv(table({"id": "a", "note": value})))[1][1]

    assert read.lstrip("'") == value
    assert not read.startswith(("=", "+", "-", "@", "\t"))


@pytest.mark.parametrize("value", HOSTILE)
def test_json_keeps_every_text_as_it_is(value: str) -> None:
    """JSON needs no change of a text."""
    assert json.loads(table_json(table({"id": "a", "note": value}))) == [{"id": "a", "note": value}]


def test_a_spreadsheet_sees_that_the_file_is_utf8() -> None:
    """Without the byte order mark a spreadsheet shows Delapré as DelaprÃ©."""
    assert table_csv(table({"id": "Delapré"})).encode().startswith(b"\xef\xbb\xbf")


def test_rows_have_a_cell_for_every_field() -> None:
    """A value that is not there is an empty cell, so columns never shift."""
    assert cells(table_csv(table({"id": "a"}, {"note": "b"}))) == [["id", "note"], ["a", ""], ["", "b"]]


def test_lists_and_facts_become_readable_cells() -> None:
    """A list is joined by semicolons; facts read as name: value."""
    assert cell(["soldering", "drama"]) == "soldering; drama"
    assert cell([{"value": 24, "unit": "people"}]) == "value: 24, unit: people"
    assert cell({"draft": True}) == "draft: true"
