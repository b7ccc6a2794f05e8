"""What someone typed becomes words that are only words: nothing hidden, and Markdown that shows just what was typed."""

import re
from collections.abc import Iterator

from ideas_hub.reading.text_file import HIDDEN

MARKS = re.compile(r"([\\`*_{}\[\]|])")
ENTITY = re.compile(r"&(?=#?\w+;)")
BULLET = re.compile(r"(?:[-*+•·\u2013]|\(?\d{1,3}[.)])\s+(?=\S)")
NUMBERED = re.compile(r"\(?(\d{1,3})[.)]\s+(?=\S)")
RULE = re.compile(r"[\s=_*~-]*")
AT_START = re.compile(r"([#>+-]|:(?=\s)|\d+(?=[.)]))")


def strip_hidden(text: str) -> str:
    r"""Return text without hidden characters, with `\n` line ends and no tabs."""
    whole = text.encode("utf-8", "ignore").decode("utf-8")  # half a character, which no file can hold, is left out
    return HIDDEN.sub(
        "",
        whole.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\t", " ")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n"),
    )


def one_line(text: str) -> str:
    """Return text on one line."""
    return " ".join(strip_hidden(text).split())


def lines(text: str) -> tuple[str, ...]:
    """Return the lines that say something, without the signs that people put before the items of a list."""
    rows = (" ".join(row.split()) for row in strip_hidden(text).split("\n"))
    return tuple(row for row in (BULLET.sub("", row, count=1) for row in rows) if row)


def as_markdown(text: str) -> str:
    """Return text as Markdown that shows just those words: a paragraph a line; lists stay lists, and no other mark works."""
    made, above = "", ""
    for row in _rows(text):
        item = BULLET.match(row)
        words = _quiet(row[item.end() :]) if item else _quiet(row)
        numbered = NUMBERED.match(row)
        sign = f"{numbered[1]}. " if numbered else "- " if item else ""
        gap = "" if not made else "\n" if sign and sign[-2:] == above[-2:] else "\n\n"
        made, above = f"{made}{gap}{sign}{words}", sign
    return made


def _rows(text: str) -> Iterator[str]:
    for row in strip_hidden(text).split("\n"):
        words = " ".join(row.split())
        if words and not RULE.fullmatch(words):
            yield words


def _quiet(words: str) -> str:
    words = MARKS.sub(r"\\\1", ENTITY.sub("&amp;", words)).replace("<", "&lt;")
    first = AT_START.match(words)
    if not first:
        return words.replace("~~~", "~~ ~")
    start = first.group()
    escaped = f"{start}\\" if start.isdecimal() else "&#58;" if start == ":" else f"\\{start}"
    return f"{escaped}{words[len(start) :]}".replace("~~~", "~~ ~")
