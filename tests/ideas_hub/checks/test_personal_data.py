"""The gate in every kind of file, in names, and what it prints."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ideas_hub.checks import personal_data
from ideas_hub.checks.personal_identifiers import found_in_row, is_nhs_number, readable, rows_that_may_hold
from ideas_hub.problem import Problem, Severity

Check = Callable[[str, str], tuple[Problem, ...]]

PAGE = "---\ntitle: A walk\n{facts}---\n\n{body}\n"


def gate(problems: tuple[Problem, ...]) -> list[tuple[int, str]]:
    return [(problem.line, problem.field) for problem in problems if problem.severity is Severity.MUST_FIX]


@pytest.mark.parametrize(
    ("file", "text", "where"),
    [
        ("docs/projects/projects.csv", "id,place\na,Leeds\nb,07700 900123\n", (3, "")),
        ("docs/projects/projects.csv", "id,latitude,longitude_west\na,51.1,2.9\nb,51.1234,2.9\n", (3, "")),
        ("docs/evidence.yml", "subjects:\n  people: Who\n# ask jo@example.org\n", (3, "")),
        ("docs/glossary.yml", "word:\n  meaning: Ask jo@example.org\n", (2, "word.meaning")),
        ("docs/about.md", PAGE.format(facts="summary: In TA1 1AA.\n", body="Text."), (3, "summary")),
        ("docs/about.md", PAGE.format(facts="# ring 07700 900123\n", body="Text."), (3, "")),
        (
            "case_studies/x.md",
            PAGE.format(facts='image: {file: a.jpg, alt: "Jo, 07700 900123"}\n', body="Text."),
            (3, "image.alt"),
        ),
        ("case_studies/x.md", PAGE.format(facts="", body="<!-- AB 12 34 56 C -->"), (5, "")),
        ("case_studies/x.md", PAGE.format(facts="", body="```\n07700 900123\n```"), (6, "")),
    ],
)
def test_personal_data_is_found_wherever_it_stands(file: str, text: str, where: tuple[int, str], check: Check) -> None:
    """Body, facts, alt text, comments, code and tables: everyone can read them all in the repository."""
    assert gate(check(file, text)) == [where]


@pytest.mark.parametrize(
    "file",
    ["case_studies/jo-07700-900123.md", "case_studies/images/ta1-1aa.jpg", "docs/9434765919.md", "docs/ab123456c.csv"],
)
def test_personal_data_in_a_file_s_name_is_found(file: str) -> None:
    assert [problem.severity for problem in personal_data.check_name(file)] == [Severity.MUST_FIX]


@pytest.mark.parametrize(
    "file",
    [
        "case_studies/walk-2021-03-31.md",
        "docs/communities/long-covid.md",
        "case_studies/images/photo-0012345.jpg",
        "docs/m5-a38.md",
    ],
)
def test_dates_and_numbers_in_a_name_are_not_personal_data(file: str) -> None:
    assert list(personal_data.check_name(file)) == []


def test_an_allowance_without_a_reason_allows_nothing(check: Check) -> None:
    facts = 'allow_contact:\n  - {item: 01632 960001, why: ""}\n'
    text = PAGE.format(facts=facts, body="Ring 01632 960001.")

    assert (7, "") in gate(check("case_studies/x.md", text))


def test_a_reason_may_not_hold_another_person_s_number(check: Check) -> None:
    facts = "allow_contact:\n  - {item: 01632 960001, why: Or ring 07700 900123}\n"
    text = PAGE.format(facts=facts, body="Ring 01632 960001.")

    assert gate(check("case_studies/x.md", text)) == [(4, "allow_contact[1].why")]


def test_what_was_found_is_not_printed_in_full(check: Check) -> None:
    """A log is kept longer, and seen by more people, than the file that was mended."""
    found = check(
        "case_studies/x.md",
        PAGE.format(facts="", body="Jo, born on 12 March 1961, 07700 900123, jo@example.org, 943 476 5919."),
    )

    assert len(gate(found)) == 4
    assert not [part for part in ("900123", "jo@", "476", "March") for problem in found if part in str(problem)]


@given(st.integers(min_value=0, max_value=999_999_999))
def test_of_ten_last_digits_at_most_one_makes_an_nhs_number(first_nine: int) -> None:
    """The check digit is the modulus 11 of the nine before it."""
    numbers = [f"{first_nine:09}{last}" for last in range(10)]

    assert sum(is_nhs_number(number) for number in numbers) <= 1


@given(
    st.integers(min_value=0, max_value=9_999_999),
    st.sampled_from(["{:,}", "{}", "£{:,}", "{}%", "{:.2f}", "about {:,} people"]),
)
def test_a_figure_is_never_personal_data(value: int, shape: str) -> None:
    assert not found_in_row(shape.format(value))


@given(st.dates(), st.sampled_from(["{:%Y-%m-%d}", "{:%d/%m/%Y}", "{:%Y}", "from {:%d.%m.%Y} on", "{:%d-%m-%Y} 09:15"]))
def test_a_date_alone_is_never_personal_data(day: object, shape: str) -> None:
    assert not found_in_row(shape.format(day))


def test_a_row_is_read_as_a_reader_sees_it() -> None:
    """Entities, escapes, joiners and the digits of other scripts hide nothing."""
    assert readable("jo&#64;example.org 0\u200d7\u06f70 a\\_b \u2011") == "jo@example.org 0770 a_b -"


@given(
    st.sampled_from(
        [
            "07700 900123", "(01632) 960000", "+44 (0)1632 960000", "jo@example.org", "jo (at) example dot org", "TA1 1AA", "ta1 1aa",
            "943 476 5919", "AB 12 34 56 C", "dob 1/2/80", "D.O.B. 1.2.80", "Born on 3 March 1980", "date of birth: 1980-02-03",
            "53.1234, -2.1234", "lat: 53.123", "53° 12' 3\" N", "SJ 1234 5678", "///one.two.three", "sort code 12-34-56",
        ]
    ),
    st.lists(st.tuples(st.integers(0, 30), st.sampled_from(["\\", "\u200c", "\u2011", "&#48;", "&shy;", "\u06f1", " ", "-", " http://a.example "]))),
)  # fmt: skip
def test_no_row_with_personal_data_is_passed_over(words: str, spelling: list[tuple[int, str]]) -> None:
    """Most rows are left unread; one in which something would be found never is, however it is spelt."""
    row = words
    for place, sign in spelling:
        row = f"{row[:place]}{sign}{row[place:]}"

    assert not found_in_row(row) or list(rows_that_may_hold(f"Text.\n{row}")) == [(2, row)]
