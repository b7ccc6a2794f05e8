"""What a cell of somebody's table says: a day, a number, yes or no; a formula or an error in place of words."""

import re
import unicodedata
from datetime import date, timedelta

from ideas_hub.model.moments import MONTHS

# --- cells ---

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""A character as Excel writes one that XML has no room for: _x000D_ is the first half of a Windows line end."""

SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u202f", " "))

FORMULA = re.compile(
    r"""
    =\s*[A-Za-z_.][\w.]*\s*\(           # =SUM( and = sum (
    | =[^=>\s)]                         # =A1, =1+1, ="a", ={1}; not =>, == or a smile
    | @[A-Za-z_.][\w.]*\(               # @SUM(
    | [+-][\w.+*/^&()$:-]*[A-Z][A-Z.]*\(  # +SUM(, -2+SUM(
    | [+-]\$?[A-Z]{1,3}\$?\d+(?:\s*[-+*/^&:].*)?\Z  # +A1, -B2*C3
    | [=+@-].*\w\|.*!                   # +cmd|' /C calc'!A0, which starts a program
    """,
    re.VERBOSE | re.DOTALL,
)
"""Matches the start of a cell that a spreadsheet would work out; "+44 ...", "- a point" and "== title ==" are words."""

LONGEST_START = 500  # characters of a cell that tell whether it is a formula

ERROR = re.compile(
    r"\#(?:NAME\?|REF!|N/A|DIV/0!|VALUE!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|ERROR!"
    r"|GETTING_DATA)|\#{3,}|Err:\d{3}"
)


def plain(cell: str) -> str:
    """Return a cell without escaped characters and unusual spaces."""
    return ESCAPED.sub(_character, cell).replace("\r\n", "\n").replace("\r", "\n").translate(SPACES).strip()


def _character(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return character if character in "\t\n\r" or character.isprintable() else ""


def is_formula(cell: str) -> bool:
    """Return whether a spreadsheet would work a cell out, or start a program, instead of showing it."""
    start = unicodedata.normalize("NFKC", cell[:1])  # some programs take the wide signs of Chinese for these
    return start in set("=+-@") and FORMULA.match(start + cell[1:LONGEST_START]) is not None


def is_error(cell: str) -> bool:
    """Return whether a cell is what a spreadsheet shows where a formula failed, or a number has no room."""
    return ERROR.fullmatch(cell) is not None


def column_letter(column: int) -> str:
    """Return what a spreadsheet calls a column, counted from 1: 28 is AB."""
    letters = ""
    while column:
        column, place = divmod(column - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number of a column, from 1, by its letters: AB is 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


# --- yes and no, numbers ---

YES = frozenset({"yes", "y", "true", "1", "x", "\u2611", "\u2612", "\u2713", "\u2714", "\u2705"})
NO = frozenset({"no", "n", "false", "0", "\u2610"})


def yes_or_no(cell: str) -> str:
    """Return "yes" or "no" for the ways of saying so in a form or a box to tick; else the cell as it is."""
    word = without_zeros(cell).casefold().strip(" .[]()\ufe0f")
    return "yes" if word in YES else "no" if word in NO else cell


def without_zeros(cell: str) -> str:
    """Return a number without zeros behind its point, which programs add: 3.0 is 3; any other cell as it is."""
    return re.sub(r"\A(-?\d+)\.0+\Z", r"\1", cell.strip())


# --- days ---

FIRST_DAY = date(1899, 12, 30)
"""The day before which spreadsheets count none; workbooks of old Macs count from 1904."""

FIRST_DAY_1904 = date(1904, 1, 1)
DAY_NUMBER = re.compile(r"([2-7]\d{4})(?:\.\d+)?")
"""Of a day from 1954 to 2118; a shorter number is a year."""

NEXT_CENTURY = 70  # of a year of two digits: 70 is 1970, 69 is 2069
YEAR, SHORT, OR_SHORT = r"(?P<y>\d{4})", r"'?(?P<y>\d\d)", r"(?P<y>\d{4}|'?\d\d)"
GAP = r"[\s./,-]*"
MONTH = r"(?P<name>[a-z]{3,9})\.?"
DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
CLOCK = r"(?:[T\s,]+\d{1,2}:\d\d.*)?"
DATES = tuple(
    re.compile(shape + CLOCK, re.IGNORECASE | re.DOTALL)
    for shape in (
        YEAR,
        rf"{YEAR}[./-](?P<m>\d{{1,2}})(?:[./-](?P<d>\d{{1,2}}))?",
        rf"{WEEKDAY}(?P<d>\d{{1,2}})\s?[./\s-]\s?(?P<m>\d{{1,2}})\s?[./\s-]\s?{OR_SHORT}",
        rf"(?P<m>\d{{1,2}})\s?[./-]\s?{YEAR}",
        rf"{WEEKDAY}{DAY}(?:\s+of)?{GAP}{MONTH}{GAP}{OR_SHORT}",
        rf"{WEEKDAY}{MONTH}{GAP}{DAY},?\s+{YEAR}",
        rf"{MONTH}{GAP}{OR_SHORT}",
    )
)
MONTH_FIRST = re.compile(r"(?:0?\d|1[0-2])[./-](?:1[3-9]|2\d|3[01])[./-]\d{2,4}" + CLOCK)


def as_moment(cell: str, first_day: date = FIRST_DAY) -> str:
    """Return a year, month or day in ISO 8601, as precise as the cell; what is none, or is no British date, as it is.

    first_day: day 0 of the numbers that a spreadsheet keeps days as.
    """
    words = without_zeros(" ".join(cell.split()))
    if number := DAY_NUMBER.fullmatch(words):
        return (first_day + timedelta(days=int(number[1]))).isoformat()
    for shape in DATES:
        if (match := shape.fullmatch(words)) and (moment := _moment(match.groupdict())):
            return moment
    return cell


def has_month_first(cell: str) -> bool:
    """Return whether a date can only be American: 03/25/2024."""
    return MONTH_FIRST.fullmatch(cell.strip()) is not None


def _moment(parts: dict[str, str | None]) -> str:
    """Return a date in ISO 8601 from its parts by the names of their groups; "" if there is no such day."""
    year = int((parts["y"] or "").removeprefix("'"))
    year += 0 if year > 99 else 2000 if year < NEXT_CENTURY else 1900  # noqa: PLR2004 years of two digits
    name = (parts.get("name") or "").lower()
    months = [number for number, month in enumerate(MONTHS, 1) if name and month.lower().startswith(name[:3])]
    known = not name or (months and (MONTHS[months[0] - 1].lower().startswith(name) or name == "sept"))
    month, day = months[0] if months else _number(parts.get("m")), _number(parts.get("d"))
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return ""
    if not known:
        return ""
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
