"""ideas_hub/engine/csv_text.py: a spreadsheet must never run a cell."""

import pytest

from ideas_hub.engine.csv_text import plain_cell, safe_cell


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+44", "-2", "@SUM(A1)", "\tx", "\rx", "\uff1d1+1", "\uff0b44", "\uff0d2", "\uff20SUM(A1)", "\ufe661"],
)
def test_a_cell_that_could_start_a_formula_gets_an_apostrophe(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a;=1+1", "a;'=1+1"),
        ("a,@SUM(A1)", "a,'@SUM(A1)"),
        ("a\t-1", "a\t'-1"),
        ("a\n+1", "a\n'+1"),
        ("a|\uff1d1", "a|'\uff1d1"),
        ('a;"=1"', 'a;\'"=1"'),
        ("=1;=1", "'=1;'=1"),
    ],
)
def test_what_is_a_cell_to_another_spreadsheet_gets_one_too(text: str, safe: str) -> None:
    """With another separator than the comma, a part of a cell becomes a cell."""
    assert safe_cell(text) == safe
    assert plain_cell(safe) == text


@pytest.mark.parametrize(
    "text", ["", "Repair café", "1 = 1", " =1", "'=1", "a; b", "it's - well - fine", "2021-22, 2022-23"]
)
def test_any_other_cell_stays_as_it_is(text: str) -> None:
    assert safe_cell(text) == text
