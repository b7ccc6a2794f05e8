"""What a fact may not hold, as readers would see it raw: marks of Markdown, HTML, codes for characters, words to be.

Facts are shown as they stand, in pages, lists, feeds and data files alike.
"""

import re
from html import unescape
from html.entities import html5
from typing import NamedTuple

from ideas_hub.model.placeholders import placeholders_in

MAY_BE_MARKED = re.compile(r"[*_`~\[<&\\]|^[#>+-]")
HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s+[\w:-]+\s*=[^<>]*)?\s*/?>|<!--")
ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);|&(?:amp|nbsp|lt|gt|quot)\b")
OPENS, CLOSES = r"(?<![\w{0}\\])", r"(?![\w{0}])"
MARKDOWN = re.compile(
    r"!?\[[^\[\]\n]+\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)"  # [words](address), ![words](file)
    r"|\[\[[^\[\]\n]+\]\]|\[\^[^\[\]\s]+\]"  # [[page]], [^1]
    r"|<(?:https?://|mailto:)[^<>\s]+>|<[\w.+-]+@[\w.-]+>"
    r"|(?<!`)`+[^`\n]+`+(?!`)"
    r"|~~(?=\S)[^~\n]+(?<=\S)~~"
    rf"|{OPENS.format('*')}\*{{1,3}}(?=[^\s*])[^*\n]*(?<=[^\s*])\*{{1,3}}{CLOSES.format('*')}"
    rf"|{OPENS.format('_')}_{{1,3}}(?=[^\s_])[^\n]*?(?<=[^\s_])_{{1,3}}{CLOSES.format('_')}"
    r"|^(?:#{1,6}|[>+*-])\s+(?!(?:and|&)\s)(?=\S)"  # a heading, a quotation, a list
    r"|\\[*_~#\[\]`]"
)
LONGEST_WHOLE = 20  # characters of the next
WORD = re.compile(r"[\w/.]+")
IN_BRACKETS = re.compile(r"\s*\[[^\[\]]*\]\s*")
WHOLE_PLACEHOLDERS = {
    "tba", "tbd", "xx", "xxx", "n/a", "n.a", "lorem", "placeholder", "untitled", "to-be-added", "to-follow",
}  # fmt: skip


class RawMark(NamedTuple):
    """A part of a fact that would show raw.

    what: "HTML", "Markdown" or "a code".
    plain: what to write instead, where that is clear.
    """

    what: str
    found: str
    plain: str = ""


def find_raw_mark(text: str) -> RawMark | None:
    """Return the first mark in a fact that a reader would see raw."""
    if not MAY_BE_MARKED.search(text):
        return None
    if html := HTML.search(text):
        return RawMark("HTML", html[0])
    for entity in ENTITY.finditer(text):
        name = entity[0][1:]
        if name.startswith("#") or name in html5 or not name.endswith(";"):
            return RawMark("a code", entity[0], unescape(entity[0]).replace("\xa0", " "))
    markdown = MARKDOWN.search(text)
    return RawMark("Markdown", markdown[0].strip()) if markdown else None


def find_placeholder(text: str) -> str:
    """Return what stands in a fact for words still to be written, or ""."""
    is_whole = len(text) <= LONGEST_WHOLE and "-".join(WORD.findall(text.casefold())).rstrip(".") in WHOLE_PLACEHOLDERS
    if is_whole or IN_BRACKETS.fullmatch(text):
        return text
    return next((one.words.strip() for one in placeholders_in(text)), "")
