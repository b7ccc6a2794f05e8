"""ideas_hub/engine/csv_text.py: a spreadsheet must never run a cell."""

import pytest

from ideas_hub.engine.csv_text import safe_cell


@pytest.mark.parametrize("text", ["=1+1", "+44", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_that_could_start_a_formula_gets_an_apostrophe(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Repair café", "1 = 1", " =1", "'=1"])
def test_any_other_cell_stays_as_it_is(text: str) -> None:
    assert safe_cell(text) == text
