"""Finds what identifies a person or a home in a row of text: numbers, addresses, places, dates of birth.

Sources: Ofcom's numbering plan (which numbers start with which digits), Royal Mail's postcode format,
the NHS Data Dictionary (NHS number, modulus 11), HMRC's NIM39110 (National Insurance numbers).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from ideas_hub.checks.bank_details import find_bank_details, without_ibans
from ideas_hub.checks.births import find_births
from ideas_hub.checks.email_addresses import BETWEEN_LETTERS, email_shape, find_emails
from ideas_hub.checks.homes import find_homes
from ideas_hub.checks.identifier_rows import closed_up, normalise

MOST_IN_A_ROW = 100  # of a kind; a row with more is no sentence

DIGIT = re.compile(r"\d")
WEB = re.compile(r"https?://(?!(?:wa\.me|api\.whatsapp)/)[^\s<>\")\]]+")
FIGURE = re.compile(r"\b(value|base_n|pages|number)(\s*:\s*)[\"']?[-+]?[\d.,]+")

GAP = r"[\s().-]{0,3}"
PHONE = re.compile(
    rf"(?<![^\W_])(?<!\d[.,-])(?:(?:\+|\b00)\s?44{GAP}(?:\(?0\)?{GAP})?[1-35-9]"
    rf"|44{GAP}7|0 7\d\d(?=\d)|\(?0[1-35-9]\)?\d|0 ?7[ .-]\d{{2}}|\(0\)\s?[1-9]\d)"
    rf"(?:{GAP}\d){{7,9}}(?!\d)(?![ -]\d)(?!:\d)(?![^\W_])"
)
COUNTRY = (  # all but ours
    r"(?:7|2(?:[07]|[1-689]\d)|3(?:[0-469]|[578]\d)|4(?:[013-9]|2\d)|5(?:[1-8]|[09]\d)|6(?:[0-6]|[7-9]\d)"
    r"|8(?:[1246]|[0578]\d)|9(?:[0-58]|[679]\d))"
)
PHONE_ABROAD = re.compile(
    r"(?<![^\W_])(?:(?<!\d[.,-])\+(?!\d+\.\d{1,4}(?![.\d]))|(?<![:.,+-])00\s?)(?!44)"
    rf"(?:{COUNTRY}(?:{GAP}\d){{7,12}}|1{GAP}[2-9]\d\d{GAP}\d{{3}}{GAP}\d{{4}})(?!\d)(?![ -]\d)(?!:\d)(?![^\W_])"
)
PHONE_LINK = re.compile(r"(?<=\btel:)\+?\d(?:(?:%20|[\s().-]){0,3}\d){6,14}", re.IGNORECASE)
HELPLINE = re.compile(r"^(?:0|44)(?:80[08]|500|30\d)\d+")
"""Freephone numbers, and those that Ofcom reserves for public bodies and charities: no private person's."""

AREA = (  # the longer first
    "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH"
    "|DL|DN|DT|DY|EC|EH|EN|EX|FK|FY|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE"
    "|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL"
    "|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS"
    "|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE|B|E|G|L|M|N|S|W"
)
POSTCODE = re.compile(rf"(?<![^\W_])(?:{AREA})\d[A-Z\d]?(?:[ \t+]|%20|\s\s)?\d[ABD-HJLNP-UW-Z]{{2}}(?![^\W_])")
UNIT = "ST|ND|RD|TH|GB|TB|HR|FT|LB|DB|WD|YR|PT|HZ|PP"
"""What a number may be followed by where no postcode is meant, such as "A1 2ND" and "C1 4GB"."""

UNKNOWN_AREA = re.compile(
    rf"(?<![^\W_])(?=[A-Za-z]{{1,2}}\d)(?!(?:{AREA}|{AREA.lower()})\d)"
    rf"(?!\w+(?:[ \t+]|%20)\d(?:{UNIT}|{UNIT.lower()})\b)"
    r"(?:[A-Z]{1,2}\d[A-Z\d]?(?:[ \t+]|%20)\d[ABD-HJLNP-UW-Z]{2}|[a-z]{2}\d[a-z\d]? \d[abd-hjlnp-uw-z]{2})(?![^\W_])"
)
SMALL_POSTCODE = re.compile(
    rf"(?<![^\W_])(?![a-f\d]{{5,}}(?![^\W_]))(?:{AREA.lower()})\d[a-z\d]?\s?\d"
    r"(?!st\b|nd\b|rd\b|th\b|gb\b)[abd-hjlnp-uw-z]{2}(?![^\W_])"
)

END_OF_POSTCODE = re.compile(r"\d[A-Za-z]{2}(?![^\W_])")
"""Is in whatever the three above find, and is found much faster."""

NHS_NUMBER = re.compile(r"(?<![^\W_])(?<!\d[.,-])(?<![£$€+-])[34679]\d{2}[ -]?\d{3}[ -]?\d{4}(?![^\W_])(?![.,-]\d)")
NEAR = 40  # characters on either side that are looked at
COUNTED_BEFORE = (
    r"(?i)\b(?:counted|count of|total(?:led)?(?: of)?|sum of|nearly|almost|(?:more|fewer|less) than|roughly"
    r"|approximately|walked|logged|clocked up)\W{1,2}$"
)
COUNTED_AFTER = (
    r"^\s(?:[a-z]+\s)?(?:steps|people|visits?|views?|clicks|hits|downloads|times|pounds|pence|p|euros|dollars|tonnes|grams"
    r"|kg|litres|metres|miles|kilometres|km|calories|seconds|minutes|hours|words|letters|stitches|seeds|trees|bees|bytes"
    r"|cells|users|followers|readers|listeners|viewers|homes|households|items|pieces|parcels|meals|coins|stars|years)\b"
)
NUMBER_NEAR = r"(?i)\b(?:NHS|patient|number is|no\.?)\b"
NI_NUMBER = re.compile(
    r"(?<![^\W_])(?!BG|GB|KN|NK|NT|TN|ZZ)(?:QQ|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])"
    r"[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D](?![^\W_])",
    re.IGNORECASE,
)

PAIR = re.compile(
    r"(?<![\d.])(?:49|5\d|60)\.\d{3,}°?\s?[NS]?(?:\s?[,;/]\s?|\s|%2C)(?:-|\u2212)?\d\.\d{3,}(?!\d|\.\d)", re.IGNORECASE
)
LABELLED = re.compile(
    r"\b(?:lat|lon|lng|long|latitude|longitude)(?:_west|_east)?\"?\s?[:=]?\s?\"?-?\d{1,2}\.\d{3,}", re.IGNORECASE
)
DEGREES = re.compile(r"\d{1,2}°\s?\d{1,2}['\u2032\u2019]\s?\d{1,2}(?:\.\d+)?[\"\u2033\u201D]?\s?[NSEW]\b")
GRID = re.compile(r"(?<![^\W_])[HNST][A-HJ-Z] ?\d{4,5} ?\d{4,5}(?![^\W_])")
THREE_WORDS = re.compile(r"(?<![:\w/])///[a-z]+\.[a-z]+\.[a-z]+\b")
PLACES = ((".", PAIR), (".", LABELLED), ("°", DEGREES), ("", GRID), ("///", THREE_WORDS))
"""Each with a sign that it always has, which is found much faster."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """A kind of personal identifier.

    name: with its article.
    find: yields the words found in a row, as they are there.
    shape: the same for every spelling of the same identifier.
    least_digits: that the shortest has.
    """

    name: str
    least_digits: int
    find: Callable[[str], Iterator[str]]
    shape: Callable[[str], str]
    can_be_public: bool = False


def is_nhs_number(digits: str) -> bool:
    """Return whether the last of ten digits is the check digit of the nine before it (modulus 11).

    Source: NHS Data Dictionary, "NHS NUMBER".
    """
    check = 11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check % 11 == int(digits[9]) and check != 10  # noqa: PLR2004 ten has no digit, so no such number is given


def _digits(words: str) -> str:
    return re.sub(r"\D", "", words)


def _letters(words: str) -> str:
    return BETWEEN_LETTERS.sub("", words).casefold()


def _phone_shape(words: str) -> str:
    digits = _digits(words.replace("%20", " "))
    return re.sub(r"^00", "", re.sub(r"^(?:0044|44)0?", "0", digits))


def _phones(row: str) -> Iterator[str]:
    isbn = f"{row}isbn".casefold().find("isbn")
    plain = WEB.sub(" ", without_ibans(row))
    found = dict[str, str]()  # by shape: a number in a link has several
    for match in chain.from_iterable(pattern.finditer(plain) for pattern in (PHONE, PHONE_ABROAD, PHONE_LINK)):
        if not HELPLINE.search(_digits(match.group())) and match.start() <= isbn:
            found.setdefault(_phone_shape(match.group()), match.group().strip())
    yield from found.values()


def _postcodes(row: str) -> Iterator[str]:
    if END_OF_POSTCODE.search(row):
        yield from (match.group() for match in POSTCODE.finditer(row))
        yield from (match.group() for match in UNKNOWN_AREA.finditer(row))
        yield from (match.group() for match in SMALL_POSTCODE.finditer(WEB.sub(" ", row)))


def _nhs_numbers(row: str) -> Iterator[str]:
    for match in NHS_NUMBER.finditer(FIGURE.sub(r"\1\2", WEB.sub(" ", row))):
        if is_nhs_number(_digits(match.group())) and not _is_count(match):
            yield match.group()


def _is_count(match: re.Match[str]) -> bool:
    """Return whether the words around ten digits say that something was counted, and none that they are a number."""
    before, after = match.string[max(0, match.start() - NEAR) : match.start()], match.string[match.end() :][:NEAR]
    says_so = re.search(COUNTED_BEFORE, before) or re.search(COUNTED_AFTER, after)
    return match.group().isdigit() and bool(says_so) and not re.search(NUMBER_NEAR, f"{before} {after}")


def _places(row: str) -> Iterator[str]:
    for sign, pattern in PLACES:
        if sign in row:
            yield from (match.group() for match in pattern.finditer(row))


IDENTIFIERS = (
    Identifier("a telephone number", 7, _phones, _phone_shape, can_be_public=True),
    Identifier("an e-mail address", 0, find_emails, email_shape, can_be_public=True),
    Identifier("a full postcode", 2, _postcodes, _letters, can_be_public=True),
    Identifier("an NHS number", 10, _nhs_numbers, _digits),
    Identifier("a National Insurance number", 6, lambda row: (m.group() for m in NI_NUMBER.finditer(row)), _letters),
    Identifier("a date of birth", 3, find_births, _letters),
    Identifier("an exact place on the map", 0, _places, _letters, can_be_public=True),
    Identifier("a home address", 1, find_homes, _letters, can_be_public=True),
    Identifier("a bank account", 6, find_bank_details, _digits),
)


@lru_cache(maxsize=5_000)  # many files have the same dates and sources, word for word
def find_identifiers(row: str) -> tuple[tuple[Identifier, str], ...]:
    """Return the identifiers in a row of text, each once with the words found, normalised."""
    plain = normalise(row)
    readings = [plain, *closed_up(plain)]
    digits = len(DIGIT.findall(plain))
    return tuple(
        (identifier, words)
        for identifier in IDENTIFIERS
        if identifier.least_digits <= digits
        for words in dict.fromkeys(islice(chain.from_iterable(map(identifier.find, readings)), MOST_IN_A_ROW))
    )
