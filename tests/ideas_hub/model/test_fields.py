"""ideas_hub/model/: the kinds of value a field can hold, each with its bounds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from ideas_hub.model.fields import Count, Day, Figure, Flag, Id, Line, Moment, Number, Period, Summary
from ideas_hub.model.project import Project


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Line, "x"), (Line, "I <3 you"), (Summary, "x" * 240), (Id, "long-covid-19"), (Day, "2024-02-29"), (Moment, "2021"), (Moment, 2021), (Moment, "2021-03"),
        (Moment, "2021-03-31"), (Number, 1), (Number, 1.5), (Count, 0), (Flag, True), (Period, {"start": "2021", "end": "2021-03"}), (Period, {"end": "2021"}),
    ],
)  # fmt: skip
def test_a_value_within_its_bounds_is_taken(kind: Any, value: object) -> None:
    TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Line, ""), (Line, "   "), (Line, "x" * 121), (Line, "a\nb"), (Line, "<b>"), (Line, "</b>"), (Line, 5), (Summary, "x" * 241), (Id, "Long Covid"), (Id, "a--b"),
        (Id, "a\n"), (Id, "../a"), (Id, "é"), (Day, "2023-02-29"), (Day, "31/08/2022"), (Day, "20220831"), (Day, "2022-8-31"), (Day, "1066-10-14"), (Day, 20220831),
        (Day, None), (Moment, "2021-13"), (Moment, "spring"), (Moment, True), (Moment, 21), (Number, "1"), (Number, True), (Number, float("inf")), (Count, -1), (Flag, "yes"),
        (Flag, 1), (Period, {"start": "2022", "end": "2021-12"}), (Period, {"begin": "2021"}),
    ],
)  # fmt: skip
def test_a_value_out_of_its_bounds_is_refused(kind: Any, value: object) -> None:
    """Nothing is guessed: `yes` is no truth, "1" no number, 31/08/2022 no date."""
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(value)


def test_a_day_is_a_date_and_text_loses_its_outer_spaces() -> None:
    assert TypeAdapter(Day).validate_python("2022-08-31") == date(2022, 8, 31)
    assert TypeAdapter(Line).validate_python("  x ") == "x"


def test_a_record_cannot_be_changed() -> None:
    """Page, feed and data file are made from the same facts."""
    figure = Figure(value=1, unit="a", label="b", base="c", source="d", section="e")
    with pytest.raises(ValidationError):
        figure.value = 2  # type: ignore[misc]  # that it is refused is the test


def test_a_project_is_named_by_its_organisation_where_the_report_gives_no_name() -> None:
    facts = {
        "id": "a",
        "organisation": "Org",
        "region": "london",
        "place": "P",
        "latitude": "51.5",
        "status": "funded",
        "documented": "full",
    }
    assert Project.model_validate(facts).name == "Org"
    assert Project.model_validate(facts | {"project_name": "Name"}).name == "Name"


@pytest.mark.parametrize(("west", "east", "longitude"), [("2.9", None, -2.9), (None, "1.3", 1.3), (None, "0", 0.0)])
def test_west_of_greenwich_is_negative_without_a_minus_in_any_cell(
    west: str | None, east: str | None, longitude: float
) -> None:
    """A cell that starts with a minus could be run by a spreadsheet."""
    facts = {
        "id": "a",
        "organisation": "O",
        "region": "r",
        "place": "P",
        "latitude": "51.5",
        "status": "funded",
        "documented": "full",
    }
    given = {key: value for key, value in (("longitude_west", west), ("longitude_east", east)) if value is not None}
    assert Project.model_validate(facts | given).longitude == longitude
