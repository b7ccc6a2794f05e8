"""Finds dates of birth in a row of text, not the first day of a project or a rule for everybody."""

import re
from collections.abc import Iterator

MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
NUMBER, YEAR, GAP = r"\d{1,2}(?:st|nd|rd|th)?", r"(?:\d{4}|['\u2019]?\d\d)", r"[\s.,/-]{0,3}"
DAY = (
    r"(?:\d{1,2}\s?[ /.-]\s?\d{1,2}\s?[ /.-]\s?(?:\d{4}|\d\d)|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}"
    rf"|{NUMBER}{GAP}(?:of\s)?{MONTH}{GAP}{YEAR}|{MONTH}{GAP}{NUMBER}{GAP}{YEAR}|\d{{4}},?\s{NUMBER}\s{MONTH})"
)
BIRTH = (
    r"(?i)(?<![^\W_])(?:(?P<label>dob|d\.o\.b\.?|date[ _-]of[ _-]birth|birth[ _-]?date|birth)"
    r"|(?P<birthday>birth[ _-]?day)|(?P<born>born))\b"
    rf"(?P<between>(?:\W{{1,4}}\w+){{0,4}}?\W{{1,4}})(?P<day>{DAY})(?!\d)"
)
SHORT = re.compile(rf"(?<![^\W_])b(?:[.:]\s?|(?<=[(\[,]b)\s|(?<=[(,] b)\s)(?P<day>(?i:{DAY}))(?!\d)")
SECOND_ITEM = re.compile(r"\ba[.:]\s")
THIS_CENTURY = re.compile(r"\b20\d\d")

SIGNS = ("birth", "born", "dob", "d.o.b")
"""One of them is in whatever BIRTH finds.  This, and what is asked of it, is compiled when a text has it."""
FROM = r"(?i)\b(?:before|after|between|since|from|until|till|by|to)\W{1,2}(?:the )?$"
ONWARDS = r"(?i)^\W{0,2}(?:(?:or|and) (?:later|after|earlier|before|since)|onwards)\b"
THING = (
    r"\b(?:project|group|idea|charity|club|garden|network|service|partnership|programme|scheme|café|cafe|fund|trust"
    r"|choir|it|hub|(?-i:[A-Z]{3,})|society|library|centre|festival|school|company|kitchen|shed|walk|market|town|village)\b"
)
OF_A_THING = rf"(?i){THING}(?:(?!\b(?:and|who|whose|he|she)\b)[^.,;'\u2019]){{0,30}}$"
BIRTHDAY_OF_A_THING = rf"(?i)(?:{THING}(?:['\u2019]?s?)|\b(?:our|its))\s(?:[\w-]+\s){{0,3}}$"
WHOEVER = (
    r"\b(?i:any|every|each|all|no|anyone|anybody|everyone|everybody|those|whoever|your|you)"
    r"(?:\s(?!(?:she|he|her|him|his|I|my)\b)[a-z-]+){0,4}\s$"
)
SOME_CHILD = (
    r"(?i)(?:^|[.!?;:>|(]\s?|[-*]\s|(?-i:\b[a-z\d]+),\s|\b(?:if|that|so|where|when|because|means|then|but|and|for|example)\s)"
    r"(?:(?:an?|some|most|the|many|only|young|younger|older|new|local|twin)\s)*"
    r"(?:child|baby|person|pupil|student|boy|girl|toddler|infant|resident|member|adult|children|babies|people"
    r"|pupils|students|boys|girls|toddlers|infants|residents|members|adults)"
    r"(?:\s(?:who|that|was|were|is|are))*\s$"
)
RULE = r"(?i)^[^.!?]{0,60}?\b(?:can|may|could|must|should|will|would|qualif\w+|eligible|entitled|gets?)\b"
LONG_AGO = re.compile(r"\b(?:1[0-8]\d\d|190\d|1910)\b")
"""The years of birth of people who are long dead."""
NEAR = 80  # characters on either side that are looked at


def find_births(row: str) -> Iterator[str]:
    """Yield each date of birth in a row, as it is there."""
    if "b" in (folded := row.casefold()):
        yield from (day for day in _births(row, folded) if not LONG_AGO.search(day))


def _births(row: str, folded: str) -> Iterator[str]:
    for match in re.finditer(BIRTH, row) if any(map(folded.__contains__, SIGNS)) else ():
        if not _is_of_a_thing(match, row[max(0, match.start() - NEAR) : match.start()]) and not _is_a_rule(match, row):
            yield match["day"]
    for match in SHORT.finditer(row):
        if not _is_second_item(match, row):
            yield match["day"]


def _is_of_a_thing(match: re.Match[str], before: str) -> bool:
    """Return whether it is a project or the like that was born, or has its birthday."""
    if match["birthday"]:
        return bool(re.search(BIRTHDAY_OF_A_THING, before))
    return bool(match["born"] and re.search(OF_A_THING, before))


def _is_a_rule(match: re.Match[str], row: str) -> bool:
    """Return whether the date tells who may come, and not when somebody was born."""
    before, after = row[max(0, match.start() - NEAR) : match.start()], row[match.end() : match.end() + NEAR]
    if re.search(FROM, match["between"]) or re.search(ONWARDS, after):
        return True
    return bool(
        match["born"] and (re.search(WHOEVER, before) or (re.search(SOME_CHILD, before) and re.search(RULE, after)))
    )


def _is_second_item(match: re.Match[str], row: str) -> bool:
    """Return whether "b." numbers an item: it follows an "a.", or starts a row with a day of this century."""
    before = row[max(0, match.start() - NEAR) : match.start()]
    is_first = not any(map(str.isalnum, before))
    return bool(SECOND_ITEM.search(before)) or (is_first and bool(THIS_CENTURY.search(match["day"])))
