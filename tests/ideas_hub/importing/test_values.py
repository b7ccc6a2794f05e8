"""What a cell says: a day, yes or no, a formula or an error."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ideas_hub.importing.values import (
    FIRST_DAY,
    FIRST_DAY_1904,
    as_moment,
    column_letter,
    column_number,
    is_error,
    is_formula,
    plain,
    without_zeros,
    yes_or_no,
)


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("31/03/2024", "2024-03-31"),
        ("31.3.24", "2024-03-31"),
        ("31-Mar-2024", "2024-03-31"),
        ("31 March 2024", "2024-03-31"),
        ("1st of April 2023", "2023-04-01"),
        ("Monday 3 June 2024", "2024-06-03"),
        ("June 3, 2024", "2024-06-03"),
        ("March 2024", "2024-03"),
        ("Sept 2024", "2024-09"),
        ("Mar-24", "2024-03"),
        ("03/2024", "2024-03"),
        ("2024-3", "2024-03"),
        ("2024", "2024"),
        ("2024.0", "2024"),
        ("2024-03-31 00:00:00", "2024-03-31"),
        ("2024-03-31T10:22:11.000Z", "2024-03-31"),
        ("2024/03/31 10:22:11 am GMT+1", "2024-03-31"),
        ("31/03/2024 10:22", "2024-03-31"),
        ("45123", "2023-07-16"),
        ("45123.5", "2023-07-16"),
        ("1/2/71", "1971-02-01"),
    ],
)
def test_a_day_is_as_precise_as_it_is_written(cell: str, moment: str) -> None:
    """British days, months and years, as people and programs write them."""
    assert as_moment(cell) == moment


@pytest.mark.parametrize(
    "cell", ["03/25/2024", "30 Feb 2024", "0/2024", "24-Mar", "Marmalade 2024", "Spring 2024", "about 2020", "12", ""]
)
def test_what_is_no_day_stays_as_it_is(cell: str) -> None:
    """The check says what is wrong with it; a guess could not be seen."""
    assert as_moment(cell) == cell


def test_a_workbook_of_an_old_mac_counts_days_from_1904() -> None:
    assert as_moment("43661", FIRST_DAY_1904) == as_moment("45123") == "2023-07-16"


@given(st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31)))
def test_every_day_is_read_back_however_it_is_written(day: date) -> None:
    written = (
        f"{day:%d/%m/%Y}",
        f"{day.day}.{day.month}.{day:%y}",
        f"{day:%d-%b-%Y}",
        f"{day:%A, %d %B %Y}",
        f"{day.isoformat()} 00:00:00",
        str((day - FIRST_DAY) // timedelta(days=1)),
    )

    assert {as_moment(cell) for cell in written} == {day.isoformat()}


@given(st.text(max_size=40))
def test_no_text_makes_reading_a_cell_fail(text: str) -> None:
    cell = plain(text)

    assert as_moment(cell) == cell or as_moment(cell)[:4].isdigit()
    assert is_formula(cell) in {True, False}


@pytest.mark.parametrize("cell", ["TRUE", "Yes", "Y", "1", "1.0", "x", "[x]", "\u2611", "\u2714\ufe0f", "yes."])
def test_a_tick_is_yes(cell: str) -> None:
    assert yes_or_no(cell) == "yes"


@pytest.mark.parametrize("cell", ["FALSE", "No", "N", "0", "\u2610"])
def test_an_empty_box_is_no(cell: str) -> None:
    assert yes_or_no(cell) == "no"


def test_what_is_neither_stays_as_it_is() -> None:
    assert [yes_or_no("Perhaps"), without_zeros("3.50"), without_zeros("3.0")] == ["Perhaps", "3.50", "3"]


def test_escaped_characters_and_unusual_spaces_are_plain_ones() -> None:
    assert plain("one_x000D_\ntwo\u00a0three_x0007_ four_x00e9_\r\n") == "one\ntwo three four\u00e9"


@pytest.mark.parametrize("cell", ["#NAME?", "#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!", "###"])
def test_what_a_spreadsheet_shows_instead_of_words_is_an_error(cell: str) -> None:
    assert is_error(cell)
    assert not is_error(f"{cell} is what we saw")


def test_columns_have_the_letters_of_spreadsheets() -> None:
    assert [column_letter(number) for number in (1, 26, 27, 702, 16384)] == ["A", "Z", "AA", "ZZ", "XFD"]
    assert all(column_number(column_letter(number)) == number for number in range(1, 2000))
