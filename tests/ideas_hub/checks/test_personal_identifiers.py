"""What identifies a person in a row of text, and what does not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ideas_hub.checks.identifier_rows import candidate_rows, normalise
from ideas_hub.checks.personal_identifiers import find_identifiers, is_nhs_number

IN_EVERY_SHAPE = [
    "07700 900123", "(01632) 960000", "+44 (0)1632 960000", "jo@example.org", "jo (at) example dot org", "TA1 1AA",
    "ta1 1aa", "943 476 5919", "AB 12 34 56 C", "dob 1/2/80", "D.O.B. 1.2.80", "Born on 3 March 1980",
    "date of birth: 1980-02-03", "53.1234, -2.1234", "lat: 53.123", "53° 12' 3\" N", "SJ 1234 5678", "///one.two.three",
    "sort code 12-34-56", "20-00-00 55779911", "account 55779911", "GB29 NWBK 6016 1331 9268 19", "QX4 7PL",
    "b. 3 April 1951", "Jo (b. 3.4.51)", "jo[at]example.com", "jo at gmail.com", "jo @ example.com",
    "0 7 7 0 0 9 0 0 1 2 3", "T A 1 1 A A", "9 4 3 4 7 6 5 9 1 9",
]  # fmt: skip
SPELLINGS = ["\\", "\u200c", "\u2011", "&#48;", "&shy;", "\u06f1", " ", "-", " http://a.example "]
some_examples = settings(max_examples=50, derandomize=True, deadline=None, database=None)


@pytest.mark.parametrize("words", IN_EVERY_SHAPE)
def test_an_identifier_is_found_in_every_shape(words: str) -> None:
    assert len(find_identifiers(f"Text, {words}.")) == 1


@pytest.mark.parametrize(
    "words",
    [
        "0800 123 4567", "0300 123 4567", "ISBN 01632 960000", "https://a.example/07700900123", "git@github.com",
        "image@2x.png", "the group was born on 3 March 1980", "Born in 1980", "value: 9434765919", "M5 5th",
        "51.1, -2.9",
    ],
)  # fmt: skip
def test_what_identifies_nobody_is_not_found(words: str) -> None:
    """Helplines, addresses of pages and files, a group's birthday, figures, roads and rounded places."""
    assert find_identifiers(words) == ()


@some_examples
@given(st.integers(min_value=0, max_value=999_999_999))
def test_of_ten_last_digits_at_most_one_makes_an_nhs_number(first_nine: int) -> None:
    """The check digit is the modulus 11 of the nine before it."""
    assert sum(is_nhs_number(f"{first_nine:09}{last}") for last in range(10)) <= 1


@some_examples
@given(
    st.integers(min_value=0, max_value=9_999_999),
    st.sampled_from(["{:,}", "{}", "£{:,}", "{}%", "{:.2f}", "about {:,} people"]),
)
def test_a_figure_is_never_personal_data(value: int, shape: str) -> None:
    assert not find_identifiers(shape.format(value))


@some_examples
@given(st.dates(), st.sampled_from(["{:%Y-%m-%d}", "{:%d/%m/%Y}", "{:%Y}", "from {:%d.%m.%Y} on", "{:%d-%m-%Y} 09:15"]))
def test_a_date_alone_is_never_personal_data(day: object, shape: str) -> None:
    assert not find_identifiers(shape.format(day))


def test_a_row_is_read_as_a_reader_sees_it() -> None:
    """Entities, escapes, joiners and the digits of other scripts hide nothing."""
    assert normalise("jo&#64;example.org 0\u200d7\u06f70 a\\_b \u2011") == "jo@example.org 0770 a_b -"


@some_examples
@given(
    st.sampled_from(IN_EVERY_SHAPE),
    st.lists(st.tuples(st.integers(0, 30), st.sampled_from(SPELLINGS)), max_size=5),
)
def test_no_row_with_personal_data_is_passed_over(words: str, spelling: list[tuple[int, str]]) -> None:
    """Most rows are dismissed unread; a row with an identifier never is, however it is spelt."""
    row = words
    for place, sign in spelling:
        row = f"{row[:place]}{sign}{row[place:]}"

    assert not find_identifiers(row) or list(candidate_rows(f"Text.\n{row}")) == [(2, row)]
