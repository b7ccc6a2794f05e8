"""Finds what identifies a person or a home in a row of text: numbers, addresses, places, dates of birth.

Sources: Ofcom's numbering plan (which numbers start with which digits), Royal Mail's postcode format,
the NHS Data Dictionary (NHS number, modulus 11), HMRC's NIM39110 (National Insurance numbers).
"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

BYTES_TO_IGNORE = bytes(code for code in range(128) if chr(code) not in "\n0123456789@&/")
"""Bytes that no identifier needs (except a spelt-out "dot")."""

MAY_IDENTIFY = re.compile(
    r"""[\d@\uFF20°\\\u200B-\u200F&:/bBdD](?:  # one set first: the search skips what cannot start a match
        (?<=[dD])(?i:ot|ob|\.o)      # an address spelt with "dot", a date of birth
      | (?<=[bB])(?i:orn|irth)
      | (?<![bBdD])(?:
          (?<=[a-zA-Z]\d)            # a postcode
        | \.\d{3}                    # co-ordinates
        | (?:\W{0,4}\d){5}           # six digits near each other: all other numbers
        | (?<=[@\uFF20°])            # an e-mail address, degrees
        | (?<=[:/])//                # three words; a web address, which finders drop, joining what is on either side
        | (?<=[\\\u200B-\u200F])     # what `normalise` drops, joining what is on either side
        | (?<=&)[#\w]                # an entity, which may be any sign
      )
    )""",
    re.VERBOSE,
)
"""Matches every row in which a finder finds something, in any spelling that `normalise` undoes."""

DIGITS = {
    ord(digit): str(value)
    for start in (0x0660, 0x06F0, 0xFF10)
    for value, digit in enumerate(map(chr, range(start, start + 10)))
}
PLAIN_SIGNS = {
    **DIGITS,
    **dict.fromkeys(range(0x2010, 0x2016), "-"),
    0x2212: "-",
    **dict.fromkeys(range(0x200B, 0x2010)),
    0xA0: " ",
    0xFF20: "@",
}
"""Plain digits, hyphens, spaces and @ by code point of their look-alikes; joiners and marks of direction go."""

ESCAPED = re.compile(r"\\([^\w\s]|_)")
WEB = re.compile(r"https?://(?!(?:wa\.me|api\.whatsapp)/)[^\s<>\")\]]+")
FIGURE = re.compile(r"\b(value|base_n|pages|number)(\s*:\s*)[\"']?[-+]?[\d.,]+")

GAP = r"[\s().-]{0,3}"
PHONE = re.compile(
    rf"(?<![^\W_])(?<!\d[.,-])(?:(?:\+|\b00)\s?44{GAP}(?:\(?0\)?{GAP})?[1-35-9]"
    rf"|44{GAP}7|\(?0[1-35-9]\)?\d|0 ?7[ .-]\d{{2}}|\(0\)\s?[1-9]\d)"
    rf"(?:{GAP}\d){{7,9}}(?!\d)(?![ -]\d)(?!:\d)(?![^\W_])"
)
HELPLINE = re.compile(r"(?:0|44)(?:80[08]|500|30\d)\d+")
"""Freephone numbers, and those that Ofcom reserves for public bodies and charities: no private person's."""

EMAIL = re.compile(r"(?<![\w.+@-])[\w.+'-]{1,64}@(?:[\w-]{1,63}\.)+[^\W\d_]{2,24}(?![\w@])")
SPELT_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}\s?(?:[(\[{]\s?at\s?[)\]}]|\sat\s)\s?[\w-]+"
    r"(?:\s?(?:[(\[{]\s?dot\s?[)\]}]|\sdot\s)\s?\w+)+",
    re.IGNORECASE,
)
NOT_EMAIL = re.compile(r"git@|.*\.(?:png|jpe?g|webp|gif|svg|md|css|js|py)$", re.IGNORECASE)

AREA = (  # the longer first
    "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH"
    "|DL|DN|DT|DY|EC|EH|EN|EX|FK|FY|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE"
    "|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL"
    "|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS"
    "|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE|B|E|G|L|M|N|S|W"
)
POSTCODE = re.compile(rf"(?<![^\W_])(?:{AREA})\d[A-Z\d]?(?:[ \t+]|%20|\s\s)?\d[ABD-HJLNP-UW-Z]{{2}}(?![^\W_])")
SMALL_POSTCODE = re.compile(
    rf"(?<![^\W_])(?![a-f\d]{{5,}}(?![^\W_]))(?:{AREA.lower()})\d[a-z\d]?\s?\d"
    r"(?!st\b|nd\b|rd\b|th\b|gb\b)[abd-hjlnp-uw-z]{2}(?![^\W_])"
)

NHS_NUMBER = re.compile(r"(?<![^\W_])(?<!\d[.,-])(?<![£$€+-])[34679]\d{2}[ -]?\d{3}[ -]?\d{4}(?![^\W_])(?![.,-]\d)")
NI_NUMBER = re.compile(
    r"(?<![^\W_])(?!BG|GB|KN|NK|NT|TN|ZZ)(?:QQ|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])"
    r"[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D](?![^\W_])",
    re.IGNORECASE,
)

MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
DAY = (
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{MONTH},?\s\d{{4}}|{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}})"
)
BIRTH = re.compile(
    r"(?<![^\W_])(?:(dob|d\.o\.b\.?|date[ _-]of[ _-]birth|birth[ _-]?da(?:y|te))|(born))\b"
    rf"(?:\W{{1,4}}\w+){{0,4}}?\W{{1,4}}({DAY})(?!\d)",
    re.IGNORECASE,
)
NOT_A_PERSON = re.compile(
    r"\b(?:project|group|idea|charity|club|garden|network|service|partnership|programme|scheme|café|cafe|fund|trust"
    r"|choir|it|hub)\b[^.]{0,30}$",
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

BANK = re.compile(
    r"\b(?:sort code\W{1,3}\d\d[ -]?\d\d[ -]?\d\d|account (?:number|no\.?)\W{1,3}\d{8})(?!\d)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Identifier:
    """A kind of personal identifier.

    name: with its article.
    find: yields the words found in a row, as they are there.
    shape: the same for every spelling of the same identifier.
    """

    name: str
    find: Callable[[str], Iterator[str]]
    shape: Callable[[str], str]
    can_be_public: bool = False


def candidate_rows(raw: str) -> Iterator[tuple[int, str]]:
    """Yield the rows of a text that may hold an identifier, each with its line: most rows cannot.

    bytes.translate is much faster than a regex, so most rows are dismissed without one.
    """
    encoded = raw.encode("utf-8", "surrogatepass")
    left = encoded.translate(None, BYTES_TO_IGNORE).split(b"\n")
    has_dot = b"dot" in encoded.lower()
    rows = raw.split("\n")
    for place in [place for place, signs in enumerate(left) if signs or has_dot]:
        if MAY_IDENTIFY.search(rows[place]):
            yield place + 1, rows[place]


def normalise(row: str) -> str:
    """Return a row as a reader sees it, in plain signs: no entities, escapes, joiners or digits of other scripts."""
    if "&" in row:
        row = html.unescape(row)
    if "\\" in row:
        row = ESCAPED.sub(r"\1", row)
    return row if row.isascii() else row.translate(PLAIN_SIGNS)


def is_nhs_number(digits: str) -> bool:
    """Return whether the last of ten digits is the check digit of the nine before it (modulus 11).

    Source: NHS Data Dictionary, "NHS NUMBER".
    """
    check = 11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check % 11 == int(digits[9]) and check != 10  # noqa: PLR2004 ten has no digit, so no such number is given


def _digits(words: str) -> str:
    return re.sub(r"\D", "", words)


def _letters(words: str) -> str:
    return re.sub(r"[^\w@.+]|_", "", words).casefold()


def _phone_shape(words: str) -> str:
    return re.sub(r"^(?:0044|44)0?", "0", _digits(words))


def _phones(row: str) -> Iterator[str]:
    for match in PHONE.finditer(WEB.sub(" ", row)):
        if not HELPLINE.match(_digits(match.group())) and "isbn" not in row[: match.start()].casefold():
            yield match.group().strip()


def _emails(row: str) -> Iterator[str]:
    yield from (match.group() for match in EMAIL.finditer(row) if not NOT_EMAIL.match(match.group()))
    yield from (match.group().strip() for match in SPELT_EMAIL.finditer(row))


def _postcodes(row: str) -> Iterator[str]:
    yield from (match.group() for match in POSTCODE.finditer(row))
    yield from (match.group() for match in SMALL_POSTCODE.finditer(WEB.sub(" ", row)))


def _nhs_numbers(row: str) -> Iterator[str]:
    for match in NHS_NUMBER.finditer(FIGURE.sub(r"\1\2", WEB.sub(" ", row))):
        if is_nhs_number(_digits(match.group())):
            yield match.group()


def _births(row: str) -> Iterator[str]:
    for match in BIRTH.finditer(row):
        if match[1] or not NOT_A_PERSON.search(row[: match.start()]):
            yield match[3]


def _places(row: str) -> Iterator[str]:
    for pattern in (PAIR, LABELLED, DEGREES, GRID, THREE_WORDS):
        yield from (match.group() for match in pattern.finditer(row))


IDENTIFIERS = (
    Identifier("a telephone number", _phones, _phone_shape, can_be_public=True),
    Identifier("an e-mail address", _emails, _letters, can_be_public=True),
    Identifier("a full postcode", _postcodes, _letters, can_be_public=True),
    Identifier("an NHS number", _nhs_numbers, _digits),
    Identifier("a National Insurance number", lambda row: (m.group() for m in NI_NUMBER.finditer(row)), _letters),
    Identifier("a date of birth", _births, _letters),
    Identifier("an exact place on the map", _places, _letters, can_be_public=True),
    Identifier("a bank account", lambda row: (m.group() for m in BANK.finditer(row)), _digits),
)


@lru_cache(maxsize=5_000)  # many files have the same dates and sources, word for word
def find_identifiers(row: str) -> tuple[tuple[Identifier, str], ...]:
    """Return the identifiers in a row of text, each once with the words found, normalised."""
    plain = normalise(row)
    return tuple((identifier, words) for identifier in IDENTIFIERS for words in dict.fromkeys(identifier.find(plain)))
