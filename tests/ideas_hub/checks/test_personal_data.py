"""The gate in every kind of file and in names, and what it prints."""

import pytest

from ideas_hub.checks.personal_data import find_personal_data_in_name
from ideas_hub.problem import Problem, Severity
from tests.ideas_hub.checks.conftest import Check

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
def test_personal_data_is_found_wherever_it_is(file: str, text: str, where: tuple[int, str], check: Check) -> None:
    """Body, facts, alt text, comments, code and tables: everyone can read them all in the repository."""
    assert gate(check(file, text)) == [where]


def test_coordinates_in_columns_are_rounded_or_reported_once(check: Check) -> None:
    """A pair in one cell is found as a place by itself."""
    csv = 'id,lat,lon\na,51.12,2.93\nb,"51.1234, -2.9123",x\n'

    assert gate(check("docs/projects/projects.csv", csv)) == [(3, "")]


@pytest.mark.parametrize(
    "file",
    ["case_studies/jo-07700-900123.md", "case_studies/images/ta1-1aa.jpg", "docs/9434765919.md", "docs/ab123456c.csv"],
)
def test_personal_data_in_a_file_s_name_is_found_once(file: str) -> None:
    assert [problem.severity for problem in find_personal_data_in_name(file)] == [Severity.MUST_FIX]


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
    assert find_personal_data_in_name(file) == ()


@pytest.mark.parametrize("fact", ['{item: 01632 960001, why: ""}', "{why: Our office}", "01632 960001"])
def test_an_allowance_without_an_item_and_a_reason_allows_nothing(fact: str, check: Check) -> None:
    text = PAGE.format(facts=f"allow_contact:\n  - {fact}\n", body="Ring 01632 960001.")

    assert (7, "") in gate(check("case_studies/x.md", text))


def test_an_address_that_is_allowed_may_be_spelt_out(check: Check) -> None:
    facts = "allow_contact:\n  - {item: office@example.org, why: Our office}\n"
    text = PAGE.format(facts=facts, body="Write to office [at] example (dot) org.")

    assert check("case_studies/x.md", text) == ()


def test_a_reason_may_not_hold_another_person_s_number(check: Check) -> None:
    facts = "allow_contact:\n  - {item: 01632 960001, why: Or ring 07700 900123}\n"
    text = PAGE.format(facts=facts, body="Ring 01632 960001.")

    assert gate(check("case_studies/x.md", text)) == [(4, "allow_contact[1].why")]


def test_of_two_allowances_the_one_that_nothing_needs_is_named(check: Check) -> None:
    """Spaces and country codes make no difference to a number."""
    facts = "allow_contact:\n  - {item: 01632 960001, why: Our office}\n  - {item: office@example.org, why: The same}\n"
    text = PAGE.format(facts=facts, body="Ring +44 (0)1632 960 001.")

    (problem,) = check("case_studies/x.md", text)

    assert (problem.line, problem.field, problem.severity) == (5, "allow_contact[2]", Severity.IDEA)


def test_what_was_found_is_not_printed_in_full(check: Check) -> None:
    """A log is stored longer, and seen by more people, than the file that was mended."""
    found = check(
        "case_studies/x.md",
        PAGE.format(facts="", body="Jo, born on 12 March 1961, 07700 900123, jo@example.org, 943 476 5919."),
    )

    assert len(gate(found)) == 4
    assert not [part for part in ("900123", "jo@", "476", "March") for problem in found if part in str(problem)]
