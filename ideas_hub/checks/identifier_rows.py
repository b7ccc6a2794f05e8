"""The rows of a text that may hold an identifier, each as a reader sees it: most rows are dismissed unread."""

import html
import re
from collections.abc import Iterator

from ideas_hub.checks.homes import AFTER_NUMBER

BYTES_TO_IGNORE = bytes(code for code in range(128) if chr(code) not in "0123456789@&/")
"""Bytes that no identifier needs, except a spelt-out address."""

MAY_IDENTIFY = re.compile(
    r"""[\d@\uFF20°\\\u200B-\u200F&:/bBdD](?:  # one set first: the search skips what cannot start a match
        (?<=[dD])(?i:ot|ob|\.o)      # an address spelt with "dot", a date of birth
      | (?<=[bB])(?i:orn|irth)
      | (?<=\bb)[.:\s]             # "b. 3 April 1951"
      | (?<![bBdD])(?:
          (?<=[a-zA-Z]\d)[a-zA-Z\d]?(?:[\s+]{0,2}|%20)\d[a-zA-Z]{2}  # a postcode
        | (?<=[a-zA-Z]\s\d)\s{1,3}\d # and one with a space between its signs
        | \.\d{3}                    # co-ordinates
        | (?<=\d)STREET              # a house in a street
        | (?:\W{0,4}\d){5}           # six digits near each other: all other numbers
        | (?<=[@\uFF20°])            # an e-mail address, degrees
        | (?<=%4)0                   # an @ in the address of a link
        | (?<=[:/])//                # three words; a web address, which finders drop, joining what is on either side
        | (?<=[\\\u200B-\u200F])     # what `normalise` drops, joining what is on either side
        | (?<=&)[#\w]                # an entity, which may be any sign
      )
    )""".replace("STREET", AFTER_NUMBER),
    re.VERBOSE,
)
"""Matches every row in which a finder finds something, in any spelling that `normalise` undoes."""

PROVIDERS = ("gmail", "googlemail", "hotmail", "outlook", "yahoo", "icloud", "btinternet", "aol", "protonmail")
"""Whose addresses are people's own."""

BRACKETS_TO_BARS = bytes.maketrans(b"([{<)]}>_ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"|||||||||abcdefghijklmnopqrstuvwxyz")
SPELT_AT = re.compile(rf"at(?:(?<=\|at)\||{'|'.join(PROVIDERS)})".encode())
"""What is in each text with an address that is spelt out, once its brackets are bars and its spaces are gone."""
MAY_BE_ADDRESS = re.compile(rf"[(\[{{<_]\s?at\s?[)\]}}>_]|\bat\s(?:{'|'.join(PROVIDERS)})\b", re.IGNORECASE)

ZEROS = (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0xFF10)
LOOK_ALIKES = {
    **{str(value): "".join(chr(zero + value) for zero in ZEROS) for value in range(10)},
    "-": "".join(map(chr, (*range(0x2010, 0x2016), 0x2212))),
    " ": "".join(map(chr, (0xA0, 0x202F, 0x205F, 0x3000, *range(0x2000, 0x200B)))),
    "": "".join(map(chr, range(0x200B, 0x2010))),
    "@": "\uff20",
}
"""By plain sign, those that look like it; by "", joiners and marks of direction, which go."""

PLAIN_SIGNS = {ord(sign): plain for plain, signs in LOOK_ALIKES.items() for sign in signs}
"""Plain digits, hyphens, spaces and @ by code point of their look-alikes."""

ESCAPED = re.compile(r"\\([^\w\s]|_)")
BETWEEN = re.compile(r"[ ./-]+")
ONE_BY_ONE = re.compile(
    r"(?<![^\W_])(?<!\d,)(?:([^\W_]( ?[./-] ?| )(?:[^\W_]\2{1,3}){4,}[^\W_])|\S(?: \S){5,})(?![^\W_]|,\d)"
)
COUNTING = "01234567890"


def candidate_rows(raw: str) -> Iterator[tuple[int, str]]:
    """Yield the rows of a text that may hold an identifier, each with its line: most rows cannot."""
    rows, may_be_spelt = raw.split("\n"), may_spell_address(raw)
    for place in range(len(rows)) if may_be_spelt else parts_with_signs(raw, "\n"):
        if MAY_IDENTIFY.search(rows[place]) or (may_be_spelt and MAY_BE_ADDRESS.search(rows[place])):
            yield place + 1, rows[place]


def parts_with_signs(text: str, separator: str) -> list[int]:
    """Return which parts of a text, from 0, have signs that every identifier has but an address that is spelt out.

    bytes.translate is much faster than a regex, so most parts are dismissed without one.
    """
    end = separator.encode()
    left = text.encode("utf-8", "surrogatepass").translate(None, BYTES_TO_IGNORE.replace(end, b""))
    return [place for place, signs in enumerate(left.split(end)) if signs]


def may_spell_address(text: str) -> bool:
    """Return whether an address may be spelt out in a text, be it over the end of a row."""
    encoded = text.encode("utf-8", "surrogatepass")
    return b"dot" in encoded.lower() or SPELT_AT.search(encoded.translate(BRACKETS_TO_BARS, b" \t\n")) is not None


def normalise(row: str) -> str:
    """Return a row as a reader sees it, in plain signs: no entities, escapes, joiners or digits of other scripts."""
    if "&" in row:
        row = html.unescape(row)
    if "\\" in row:
        row = ESCAPED.sub(r"\1", row)
    row = row.replace("%40", "@")
    return row if row.isascii() else row.translate(PLAIN_SIGNS)


def closed_up(row: str) -> Iterator[str]:
    """Yield each run of single signs with nothing left between them: "0 7 7" as "077"; a scale of 1 2 3 is none."""
    for match in ONE_BY_ONE.finditer(row):
        run = BETWEEN.sub("", match[1]) if match[1] else match.group().replace(" ", "")
        if run not in COUNTING and run[::-1] not in COUNTING:
            yield run
