"""Words in capitals: those that nothing explains."""

import pytest

from tests.ideas_hub.checks.conftest import Check

PAGE = "---\ntitle: A walk\norganisation: The XYZ Trust\n---\n\n{body}\n"


@pytest.mark.parametrize(
    ("body", "short"),
    [
        ("The ABC met. ABCs met again.", ["ABC"]),
        ("The ABC and the DEF met.", ["ABC", "DEF"]),
        ("The Activity and Bike Club (ABC) met.", []),
        ("ABC, the club for bikes, met.", []),
        ("A club called ABC met.", []),
        ("XYZ met.", []),
        ("CVS, NHS and GPs met.", []),
        ("It said “ABC”.", []),
        ("The A-ABC, the ABC-1, the M5 and the ABC 12 met.", []),
    ],
)
def test_an_abbreviation_is_reported_once_unless_something_explains_it(
    body: str, short: list[str], check: Check
) -> None:
    """Brackets, words after it, the facts, the glossary, or being better known short than in full."""
    assert [problem.found for problem in check("case_studies/x.md", PAGE.format(body=body))] == short


@pytest.mark.parametrize("file", ["docs/about.md", "docs/themes/mending-clothes.md", "docs/programmes/index.md"])
def test_only_entries_are_searched_for_abbreviations(file: str, check: Check) -> None:
    assert check(file, PAGE.format(body="The ABC met.")) == ()
