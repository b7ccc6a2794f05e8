"""Days that cannot be, or that contradict what stands beside them; and what waits for its day."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.problem import Problem
from tests.ideas_hub.conftest import FILES

Change = Callable[..., list[str]]
Read = Callable[[Path], tuple[Hub, list[Problem]]]
STUDY, POINT = "case_studies/soldering.md", "docs/learning-points/say-hello.md"
FUND, SOURCE = "docs/programmes/parts-fund.md", "docs/sources/parts-evaluation.md"
TODAY = "2026-11-27"
AFTER = {STUDY: "summary:", POINT: "summary:", FUND: "summary:", SOURCE: "source_date:", "docs/evidence.yml": "value:"}
"""The field below which a test writes a line, or which it replaces."""


def test_an_entry_whose_day_is_to_come_is_named_as_an_idea_and_left_out(tree: Path, change: Change, read: Read) -> None:
    for file, old in ((STUDY, "2026-08-31"), (POINT, "2026-08-31"), (FUND, "2026-08-01")):
        change(file, old, "2031-05-01")
    hub, problems = read(tree)

    assert [(one.file, one.field, str(one.severity)) for one in problems if one.rule == "scheduled"] == [
        (STUDY, "published", "idea"),
        (POINT, "published", "idea"),
        (FUND, "published", "idea"),
    ]
    assert "1 May 2031" in problems[0].message
    assert not hub.entry_by_address.keys() & {"case-studies/soldering/", "programmes/parts-fund/"}


def test_an_entry_is_out_on_its_day(change: Change, tree: Path, read: Read) -> None:
    assert change(STUDY, "2026-08-31", TODAY) == []
    assert "soldering" in read(tree)[0].case_studies


@pytest.mark.parametrize(
    ("file", "line", "field"),
    [
        (STUDY, "reviewed: 2026-11-28", "reviewed"),
        (STUDY, "updated: 2027-01-01", "updated"),
        (STUDY, "source_date: 2026-12", "source_date"),
        (STUDY, "consent: {reference: AB-0001, expires: 2030-01-01, withdrawn: 2027-01-01}", "consent.withdrawn"),
        (POINT, "reviewed: 2062-11-02", "reviewed"),
        (
            FUND,
            "amounts: [{display: £1, value: 1, covers: A cup., as_of: 2027, source: parts-evaluation}]",
            "amounts[1].as_of",
        ),
        (SOURCE, "source_date: 2027", "source_date"),
        ("docs/evidence.yml", "    as_of: 2027-02", "figures.items-brought.as_of"),
    ],
)
def test_what_has_happened_cannot_be_still_to_come(change: Change, file: str, line: str, field: str) -> None:
    """The day that is wrong is named with the line and with today."""
    old = next(row for row in FILES[file].splitlines() if row.strip().startswith(AFTER[file]))
    (problem,) = change(file, f"{old}\n", f"{line}\n" if AFTER[file] in line else f"{old}\n{line}\n")

    assert f": {field}: " in problem
    assert f"is still to come: today is {TODAY}." in problem


def test_a_future_day_is_found_in_a_file_with_other_mistakes_too(change: Change) -> None:
    """One run names them all, and each once."""
    problems = change(
        STUDY, "region: north-wales", "reviewed: 2062-11-02\nupdated: soon\nsource_date: 2062-13\nregion: x"
    )

    assert sorted(one.split(": ")[1] for one in problems) == ["region", "reviewed", "source_date", "updated"]


@pytest.mark.parametrize(
    "line", [f"reviewed: {TODAY}", f"updated: {TODAY}", "source_date: 2026", "source_date: 2026-11"]
)
def test_today_and_the_month_and_year_of_today_are_no_future(change: Change, line: str) -> None:
    assert change(STUDY, "published:", f"{line}\npublished:") == []


def test_a_future_day_is_found_before_the_entry_goes_out(change: Change) -> None:
    """On its day the build would stop at it, and nobody would be there to see why."""
    problems = change(STUDY, "published: 2026-08-31", "published: 2031-05-01\nreviewed: 2032-01-01")

    assert any("reviewed" in one and "still to come" in one for one in problems)


@pytest.mark.parametrize(
    ("file", "facts", "field"),
    [
        (STUDY, "status: running\nperiod: {start: 2021-03, end: 2022-06}", "period.end"),
        (STUDY, "status: running\nperiod: {end: 2025}", "period.end"),
        (STUDY, "status: ended\nperiod: {start: 2025, end: 2027}", "period.end"),
        (STUDY, "status: running\nperiod: {start: 2027-01}", "period.start"),
        (FUND, "status: open\ncloses: 2026-11-26", "closes"),
        (FUND, "status: completed\ncloses: 2027-01", "closes"),
        (FUND, "status: open\nlaunched: 2027-01", "launched"),
    ],
)
def test_a_status_that_its_days_contradict_is_named(change: Change, file: str, facts: str, field: str) -> None:
    """It should be corrected, and stops nothing: time alone may have made it wrong."""
    old = "status: closed" if file == FUND else "delivery:"
    (problem,) = change(file, old, facts if file == FUND else f"{facts}\n{old}")

    assert ": status: " in problem
    assert f"does not fit {field}, which is " in problem
    assert f"the status, or {field}." in problem


@pytest.mark.parametrize(
    "facts",
    [
        "status: running\nperiod: {start: 2021-03}",
        "status: running\nperiod: {start: 2021-03, end: 2026-11}",
        "status: running\nperiod: {start: 2021-03, end: 2026}",
        "status: ended\nperiod: {start: 2021-03, end: 2026-11}",
        "status: unknown\nperiod: {start: 2021-03, end: 2022}",
        "status: ended",
    ],
)
def test_a_status_that_its_days_allow_is_left_alone(change: Change, facts: str) -> None:
    assert change(STUDY, "published:", f"{facts}\npublished:") == []


def test_an_update_before_the_page_was_out_is_named(change: Change) -> None:
    (problem,) = change(STUDY, "published: 2026-08-31", "published: 2026-08-31\nupdated: 2026-08-30")

    assert f"{STUDY}:10: updated: " in problem
    assert "before it was published on 2026-08-31" in problem
    assert change(STUDY, "published: 2026-08-31", "published: 2026-08-31\nupdated: 2026-08-31") == []
