"""ideas_hub/model/when.py: when an event is, never more precise than its source."""

from datetime import date

import pytest

from ideas_hub.model.when import When, clock_words


def when(**values: str) -> When:
    return When.model_validate(values)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"start": "2017"}, "2017"),
        ({"start": "2022-02"}, "February 2022"),
        ({"start": "2021-07-21"}, "21 July 2021"),
        ({"start": "2021", "end": "2022"}, "2021 to 2022"),
        ({"start": "2021-07", "end": "2021-08"}, "July to August 2021"),
        ({"start": "2021-03", "end": "2022-07"}, "March 2021 to July 2022"),
        ({"start": "2020-11-09", "end": "2020-11-13"}, "9 to 13 November 2020"),
        ({"start": "2022-02-21", "end": "2022-05-25"}, "21 February to 25 May 2022"),
        ({"start": "2021-12-31", "end": "2022-01-01"}, "31 December 2021 to 1 January 2022"),
        ({"start": "2022-02-21", "end": "2022-05"}, "21 February 2022 to May 2022"),
        ({"start": "2022-02-21", "end": "2022-02-21"}, "21 February 2022"),
        ({"start": "2021", "season": "summer"}, "Summer 2021"),
        ({"start": "2021-06", "end": "2021-08", "season": "summer"}, "Summer 2021"),
        ({"start": "2021", "end": "2022", "season": "winter"}, "Winter 2021 to 2022"),
        ({"start": "2027-01-14", "start_time": "18:30", "end_time": "20:00"}, "14 January 2027, 6:30pm to 8pm"),
        ({"start": "2027-01-14", "start_time": "12:00"}, "14 January 2027, midday"),
    ],
)
def test_it_reads_as_precise_as_it_is(values: dict[str, str], words: str) -> None:
    assert when(**values).words == words


@pytest.mark.parametrize(
    ("clock", "words"),
    [("00:00", "midnight"), ("00:05", "12:05am"), ("09:00", "9am"), ("12:30", "12:30pm"), ("23:59", "11:59pm")],
)
def test_a_time_of_day_is_said_as_people_say_it(clock: str, words: str) -> None:
    assert clock_words(clock) == words


@pytest.mark.parametrize(
    ("values", "last_day"),
    [
        ({"start": "2026"}, date(2026, 12, 31)),
        ({"start": "2026-11"}, date(2026, 11, 30)),
        ({"start": "2026-11-27"}, date(2026, 11, 27)),
        ({"start": "2026-11-27", "end": "2027-02"}, date(2027, 2, 28)),
        ({"start": "2026", "season": "summer"}, date(2026, 8, 31)),
        ({"start": "2026", "season": "winter"}, date(2027, 2, 28)),
        ({"start": "2026-11-27", "start_time": "00:00", "end_time": "00:30"}, date(2026, 11, 27)),
    ],
)
def test_it_is_over_once_no_day_of_it_is_left(values: dict[str, str], last_day: date) -> None:
    one = when(**values)

    assert not one.is_over(last_day)
    assert one.is_over(date.fromordinal(last_day.toordinal() + 1))


@pytest.mark.parametrize("values", [{"start": "2021"}, {"start": "2021-07"}, {"start": "2021-07-21", "end": "2021-08"}])
def test_without_both_days_it_has_none(values: dict[str, str]) -> None:
    """So it goes into no calendar."""
    assert when(**values).days is None
    assert when(**values).times is None


def test_times_are_those_of_london_on_that_day() -> None:
    winter = when(start="2027-01-14", start_time="18:30", end_time="20:00").times
    summer = when(start="2027-07-14", start_time="18:30").times
    days = when(start="2027-07-14", end="2027-07-15", start_time="18:30").times

    assert winter is not None
    assert [one.isoformat() for one in winter if one] == ["2027-01-14T18:30:00+00:00", "2027-01-14T20:00:00+00:00"]
    assert summer is not None
    assert (summer[0].isoformat(), summer[1]) == ("2027-07-14T18:30:00+01:00", None)
    assert days is None  # of several days they are those of each
