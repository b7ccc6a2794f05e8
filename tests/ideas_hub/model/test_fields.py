"""ideas_hub/model/fields.py: types of field, each with its bounds."""

import pickle
from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from ideas_hub.engine.key import make_key
from ideas_hub.model.fields import Count, Day, Entry, Flag, Id, Moment, Number, Period
from ideas_hub.model.figure import Figure
from ideas_hub.model.text_fields import Line, Summary

VALID: dict[Any, tuple[object, ...]] = {
    Line: ("x", "I <3 you"),
    Summary: ("x" * 240,),
    Id: ("long-covid-19",),
    Day: ("2024-02-29",),
    Moment: ("2021", 2021, "2021-03", "2021-03-31"),
    Number: (1, 1.5),
    Count: (0,),
    Flag: (True,),
    Period: ({"start": "2021", "end": "2021-03"}, {"end": "2021"}),
}
INVALID: dict[Any, tuple[object, ...]] = {
    Line: ("", "   ", "x" * 121, "a\nb", "<b>", "</b>", 5),
    Summary: ("x" * 241,),
    Id: ("Long Covid", "a--b", "a\n", "../a", "é"),
    Day: ("2023-02-29", "31/08/2022", "20220831", "2022-8-31", "1066-10-14", 20220831, None),
    Moment: ("2021-13", "spring", True, 21),
    Number: ("1", True, float("inf")),
    Count: (-1,),
    Flag: ("yes", 1),
    Period: ({"start": "2022", "end": "2021-12"}, {"begin": "2021"}),
}


@pytest.mark.parametrize(("kind", "value"), [(kind, value) for kind, values in VALID.items() for value in values])
def test_a_value_within_its_bounds_is_accepted(kind: Any, value: object) -> None:
    TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(("kind", "value"), [(kind, value) for kind, values in INVALID.items() for value in values])
def test_a_value_out_of_its_bounds_is_refused(kind: Any, value: object) -> None:
    """Nothing is guessed: `yes` is not true, "1" is no number, 31/08/2022 is no date."""
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(value)


def test_a_day_is_a_date_and_text_loses_its_outer_spaces() -> None:
    assert TypeAdapter(Day).validate_python("2022-08-31") == date(2022, 8, 31)
    assert TypeAdapter(Day).validate_python(date(2022, 8, 31)) == date(2022, 8, 31)
    assert TypeAdapter(Line).validate_python("  x ") == "x"


def test_a_record_cannot_be_changed() -> None:
    """Page, feed and data file come from the same facts."""
    figure = Figure(value=1, unit="a", label="b", base="c", source="d", section="e")
    with pytest.raises(ValidationError):
        figure.value = 2  # type: ignore[misc]  # that it is refused is the test


def entry(**facts: object) -> Entry:
    return Entry.model_validate({"title": "T", "summary": "S", "published": "2022-01-31", **facts})


@pytest.mark.parametrize(
    ("facts", "due"),
    [
        ({}, date(2024, 1, 31)),
        ({"updated": "2022-05-31"}, date(2024, 5, 31)),
        ({"updated": "2022-05-31", "reviewed": "2022-12-15"}, date(2024, 12, 15)),
        ({"review_in_months": 1}, date(2022, 2, 28)),
        ({"review_in_months": 11}, date(2022, 12, 31)),
        ({"review_in_months": 25}, date(2024, 2, 29)),
    ],
)
def test_a_review_falls_due_some_months_after_the_last_check(facts: dict[str, object], due: date) -> None:
    """After the last review, else the last change, else publication; a day that the month lacks is its last one."""
    assert entry(**facts).review_due == due


def test_a_review_is_due_from_its_day_on() -> None:
    due = entry(review_in_months=1)

    assert [due.is_review_due(date(2022, 2, day)) for day in (27, 28)] == [False, True]


def test_a_record_has_the_same_key_whichever_of_its_fields_were_given() -> None:
    """A page with a record in its view would be rendered again after an edit that does not concern it."""
    assert make_key(one=Period(start="2021")) == make_key(one=Period(start="2021", end=None))


def test_records_from_the_cache_share_the_names_of_their_fields() -> None:
    """A large hub has thousands of records, each with dozens of fields."""
    periods = [Period(start="2021"), Period(start="2022", end="2023")]
    stored = [pickle.loads(pickle.dumps(period)) for period in periods]  # noqa: S301 pickled here

    assert stored == periods
    assert len({id(name) for period in stored for name in vars(period)}) == len(vars(periods[0]))
