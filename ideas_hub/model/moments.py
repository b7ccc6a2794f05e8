"""Years, months and days, as precise as facts give them: in words, and whether they are over."""

from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
YEAR, MONTH, DAY = len("2026"), len("2026-11"), len("2026-11-28")
"""The length of each in ISO 8601."""


def moment_words(moment: str) -> str:
    """Return "2021", "March 2021" or "31 March 2021" for a year, a month or a day in ISO 8601."""
    year, month, day = (*moment.split("-"), "", "")[:3]
    return " ".join(filter(None, (day.lstrip("0"), MONTHS[int(month) - 1] if month else "", year)))


def range_words(start: str, end: str) -> str:
    """Return "9 to 13 November 2020", "July to August 2021" or "2021 to 2022": what both share at their end, once."""
    if start == end:
        return moment_words(start)
    first, last = moment_words(start).split(" "), moment_words(end).split(" ")
    while len(first) == len(last) > 1 and first[-1] == last[-1]:
        first, last = first[:-1], last[:-1]
    return f"{' '.join(first)} to {moment_words(end)}"


def is_to_come(moment: str, today: date) -> bool:
    """Return whether a year, a month or a day is later than the one of a day."""
    return moment > today.isoformat()[: len(moment)]


def is_past(moment: str, today: date) -> bool:
    """Return whether a year, a month or a day is over on a day."""
    return moment < today.isoformat()[: len(moment)]
