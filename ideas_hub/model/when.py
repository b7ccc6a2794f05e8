"""When an event is, as precise as its source says: never a day that no source gives."""

import re
from datetime import date, datetime, time
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema, field_validator
from pydantic_core import PydanticCustomError

from ideas_hub.model.fields import Moment, Record
from ideas_hub.model.moments import DAY, YEAR, is_past, range_words

CLOCK = r"([01]\d|2[0-3]):[0-5]\d"
SEASONS = {"spring": ("03", "05"), "summer": ("06", "08"), "autumn": ("09", "11"), "winter": ("12", "02")}
"""The first and the last month of each; a winter ends in the year after."""

TIME_ZONE = "Europe/London"
NOON, MIDNIGHT = "12:00", "00:00"


def _clock_time(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(CLOCK, value):
        raise PydanticCustomError("clock_time", "it is not a time of day")
    return value


ClockTime = Annotated[str, BeforeValidator(_clock_time), WithJsonSchema({"type": "string", "pattern": f"^{CLOCK}$"})]
"""Hours and minutes of a day, in the time of the United Kingdom: `18:30`."""


class When(Record):
    """Years, months or days; a season where the source names one; times only beside a day.

    end: none for what is over in the year, month or day that it starts in.
    """

    start: Moment
    end: Moment | None = None
    season: Literal["spring", "summer", "autumn", "winter"] | None = None
    start_time: ClockTime | None = None
    end_time: ClockTime | None = None

    @field_validator("end")
    @classmethod
    def _ends_after_its_start(cls, end: str | None, given: ValidationInfo) -> str | None:
        if end and end < given.data.get("start", "")[: len(end)]:
            raise PydanticCustomError("ends_too_early", "it ends before it starts")
        return end

    @field_validator("season")
    @classmethod
    def _has_no_day(cls, season: str | None, given: ValidationInfo) -> str | None:
        if season and len(given.data.get("start", "")) == DAY:
            raise PydanticCustomError("season_and_day", "it has a season and a day")
        return season

    @field_validator("start_time", "end_time")
    @classmethod
    def _has_a_day(cls, time: str | None, given: ValidationInfo) -> str | None:
        start, end = given.data.get("start", ""), given.data.get("end")
        if time and start and (len(start) < DAY or (end and len(end) < DAY)):
            raise PydanticCustomError("time_without_day", "it has a time and no day")
        return time

    @field_validator("end_time")
    @classmethod
    def _ends_after_its_start_time(cls, time: str | None, given: ValidationInfo) -> str | None:
        if time and "start_time" in given.data:
            start_time, start, end = (given.data.get(name) for name in ("start_time", "start", "end"))
            if not start_time:
                raise PydanticCustomError("end_time_alone", "it has the time of its end alone")
            if time <= start_time and end in {None, start}:
                raise PydanticCustomError("ends_too_early", "it ends before it starts")
        return time

    @property
    def first(self) -> str:
        """The year, month or day it starts in; of a season, its first month."""
        return f"{self.start}-{SEASONS[self.season][0]}" if self.season and len(self.start) == YEAR else self.start

    @property
    def last(self) -> str:
        """The year, month or day after which it is over; of a season, its last month."""
        if not self.season or len(self.end or self.start) > YEAR:
            return self.end or self.start
        year = self.end or str(int(self.start) + (self.season == "winter"))
        return f"{year}-{SEASONS[self.season][1]}"

    @property
    def year(self) -> str:
        """The year it starts in."""
        return self.start[:YEAR]

    @property
    def days(self) -> tuple[date, date] | None:
        """Its first and its last day; None where no source gives both."""
        start, end = self.start, self.end or self.start
        return (date.fromisoformat(start), date.fromisoformat(end)) if len(start) == len(end) == DAY else None

    @property
    def times(self) -> tuple[datetime, datetime | None] | None:
        """When it starts and when it ends; None without times, and for several days, of each of which they are."""
        if not self.start_time or not self.days or self.days[0] != self.days[1]:
            return None
        day = self.days[0]
        return _at(day, self.start_time), _at(day, self.end_time) if self.end_time else None

    def is_over(self, today: date) -> bool:
        """Return whether it is over on a day; on its last day it is not."""
        return is_past(self.last, today)

    @property
    def words(self) -> str:
        """It as readers see it: "Summer 2021", "21 February to 25 May 2022", "3 December 2026, 6:30pm to 8pm"."""
        times = [clock_words(time) for time in (self.start_time, self.end_time) if time]
        return ", ".join(filter(None, (self._moments(), " to ".join(times))))

    def _moments(self) -> str:
        start, end = self.start, self.end or self.start
        if not self.season:
            return range_words(start, end)
        return f"{self.season.capitalize()} {range_words(start[:YEAR], end[:YEAR])}"


def _at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), ZoneInfo(TIME_ZONE))


def clock_words(time: str) -> str:
    """Return a time of day as people say it: "6:30pm", "9am", "midday"."""
    if time in {NOON, MIDNIGHT}:
        return "midday" if time == NOON else "midnight"
    hour, minutes = int(time[:2]), time[2:]
    return f"{hour % 12 or 12}{'' if minutes == ':00' else minutes}{'pm' if hour >= 12 else 'am'}"  # noqa: PLR2004 noon
