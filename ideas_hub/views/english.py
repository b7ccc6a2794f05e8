"""Dates, numbers and lists as a reader sees them."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from ideas_hub.model.fields import Period
from ideas_hub.model.figure import Figure
from ideas_hub.model.hub import AnyEntry
from ideas_hub.model.kinds import ENTRY_KINDS, Kind
from ideas_hub.model.moments import moment_words

KILOMETRES_IN_A_MILE = 1.609344
HOLDS_A_LIST = re.compile(r",|\band\b")
UNIT_SIGNS = {"percent": "{}%", "per cent": "{}%", "%": "{}%", "pounds": "£{}", "£": "£{}", "pence": "{}p"}
"""What stands beside a number in place of a unit, or of the start of one."""

PLAIN_NUMBER = re.compile(r"[\d,.]+")
WORD = re.compile(r"\b(?!(?:and|for|in|of|or|the|to)\b)[^\W\d_]{2,}")


def day_words(day: date) -> str:
    """Return a date as "31 August 2022", the same in every locale."""
    return moment_words(day.isoformat())


def on(moment: str) -> str:
    """Return "in 2021", "in March 2021" or "on 31 March 2021"."""
    return f"{'on' if moment.count('-') == 2 else 'in'} {moment_words(moment)}"  # noqa: PLR2004 year, month, day


def period_words(period: Period) -> str:
    """Return "March 2021 to June 2022", "From March 2021" or "Until June 2022"; "" for an empty period.

    Where the start is not the project's own, the words say whose it is: "Fund projects began in March 2021".
    """
    start, end = (moment_words(moment) if moment else "" for moment in (period.start, period.end))
    if start and period.start_of:
        until = f"; this one ran to {end}" if end else ""
        return f"{period.start_of} began {on(str(period.start))}{until}"
    if start and end:
        return f"{start} to {end}"
    return f"From {start}" if start else f"Until {end}" if end else ""


def number_words(value: float) -> str:
    """Return a number with commas for thousands and no needless decimals."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"


def figure_words(figure: Figure) -> tuple[str, str]:
    """Return a figure's number and its unit, which read as one phrase: "9" and "referrals for every 100 people".

    The unit is "" if the number already says it, as "57p for every £1" does.
    """
    number, unit = figure.display or number_words(figure.value), figure.unit
    if name := next((name for name in UNIT_SIGNS if f"{unit} ".startswith(f"{name} ")), ""):
        number = UNIT_SIGNS[name].format(number) if PLAIN_NUMBER.fullmatch(number) else number
        unit = unit.removeprefix(name).strip()
    is_repeated = {*WORD.findall(number.casefold())} & {*WORD.findall(unit.casefold())}
    return number, "" if is_repeated else unit


def figure_phrase(figure: Figure) -> str:
    """Return a figure's number and its unit as one phrase: "5 volunteers", "£3.38 for every £1"."""
    return " ".join(filter(None, figure_words(figure)))


def counted(number: int, singular: str, plural: str = "") -> str:
    """Return "1 figure" or "3 figures".  plural: "" where it only adds an s."""
    return f"{number_words(number)} {singular if number == 1 else plural or f'{singular}s'}"


def counted_entries(number: int, kind: Kind) -> str:
    """Return "1 case study" or "3 case studies"."""
    return counted(number, kind.singular, kind.plural)


def counts_in_words(entries: Iterable[AnyEntry], projects: int = 0) -> str:
    """Return "4 case studies, 6 lessons and 2 projects"; "no stories yet" for none.

    projects: how many there are beside the entries.
    """
    counts = Counter(entry.kind.id for entry in entries)
    parts = [counted_entries(counts[kind.id], kind) for kind in ENTRY_KINDS if counts[kind.id]]
    parts += [counted(projects, "project")] if projects else []
    return listed(parts) or "no stories yet"


def distance_words(kilometres: float) -> str:
    """Return "less than a mile" or "about 12 miles"."""
    miles = kilometres / KILOMETRES_IN_A_MILE
    return f"about {counted(round(miles), 'mile')}" if miles >= 1 else "less than a mile"


def listed(words: Sequence[str]) -> str:
    """Return "walking", "walking and drama" or "walking, drama and dance"; "" for none.

    Where one of them holds "and" or a comma, semicolons part them: "ceramics and textiles; cooking and shared meals".
    """
    if any(HOLDS_A_LIST.search(word) for word in words):
        return "; ".join(words)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def labels_listed(labels: Iterable[str], names: Collection[str], *, capital: bool = False) -> str:
    """Return labels as they are listed within a sentence or, with a capital, alone: "In person, online and drop-in".

    names: the words that always have a capital.
    """
    given = tuple(labels)
    words = [within_sentence(label, names) for label in given]
    return listed([given[0], *words[1:]] if capital and given else words)


def within_sentence(label: str, names: Collection[str]) -> str:
    """Return a label as it reads within a sentence: in lower case, unless it starts with a name or an abbreviation.

    names: the words that always have a capital.
    """
    first = re.split("[ -]", label, maxsplit=1)[0]  # "Covid-19" starts with a name
    return label if first[1:2].isupper() or first in names else label[:1].lower() + label[1:]
