"""Typed text without hidden characters, and as Markdown in which nothing typed acts as mark-up."""

import re
from collections.abc import Iterator

from ideas_hub.reading.hidden_characters import HIDDEN

SPECIAL = re.compile(r"([\\`*{}\[\]|~]|(?<![^\W_])_|_(?![^\W_]))")
"""Marks of Markdown; a _ within a word is none, and an address with one would be cut there if it were escaped."""

ENTITY = re.compile(r"&(?=#?\w+;)")
LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
BULLET = re.compile(r"\A(?:[-*+•·\u2013]|\(?\d{1,3}[.)])\s+(?=\S)")
NUMBERED = re.compile(r"\(?(\d{1,3})[.)]\s+(?=\S)")
RULE = re.compile(r"[\s=_*~-]*")
AT_START = re.compile(r"([#>+-]|:(?=\s)|([?!:])\2\2|///|===|%%|\d+(?=[.)]))")
"""What has a meaning at the start of a row, in Markdown or in another program, whose marks are refused."""


def strip_hidden(text: str) -> str:
    r"""Return text without hidden characters, with `\n` line ends and no tabs."""
    valid = text.encode("utf-8", "ignore").decode("utf-8")  # without lone surrogates, which no file can hold
    return HIDDEN.sub("", LINE_ENDS.sub("\n", valid.replace("\t", " ")))


def one_line(text: str) -> str:
    """Return text on one line."""
    return " ".join(strip_hidden(text).split())


def lines(text: str) -> tuple[str, ...]:
    """Return the lines that are not empty, without bullets and numbers."""
    return tuple(row for row in (BULLET.sub("", row, count=1) for row in _rows(text)) if row)


def as_markdown(text: str) -> str:
    """Return text as Markdown that shows just those words: a paragraph per line; only lists keep their meaning."""
    markdown, above = "", ""
    for row in _rows(text):
        if RULE.fullmatch(row):
            continue
        item, numbered = BULLET.match(row), NUMBERED.match(row)
        words = _escape_markdown(row[item.end() :] if item else row)
        marker = f"{numbered[1]}. " if numbered else "- " if item else ""
        gap = "" if not markdown else "\n" if marker and marker[-2:] == above[-2:] else "\n\n"
        markdown, above = f"{markdown}{gap}{marker}{words}", marker
    return markdown


def _rows(text: str) -> Iterator[str]:
    """Return the lines with single spaces between their words."""
    return (" ".join(row.split()) for row in strip_hidden(text).split("\n"))


def _escape_markdown(words: str) -> str:
    words = SPECIAL.sub(r"\\\1", ENTITY.sub("&amp;", words)).replace("<", "&lt;")
    first = AT_START.match(words)
    if not first:
        return words
    start = first.group()
    escaped = f"{start}\\" if start.isdecimal() else "&#58;" if start == ":" else f"\\{start}"
    return f"{escaped}{words[len(start) :]}"
