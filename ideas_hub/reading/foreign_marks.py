"""Marks that other systems read and GitHub does not, or reads as something that is not published.

Left in a text, they would stand on the page as signs that nobody understands.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ideas_hub.reading.bare_addresses import ADDRESS, SIGNS_OF_ADDRESSES
from ideas_hub.reading.emoji_names import EMOJI_NAMES

TARGET = r"(?:(?:https?|ftp)://|www\.|mailto:|#|[\w./-]+\.md\b)"
HALF_LINK = re.compile(r"(?<!\\)\][ \u00a0]+\($|\([^()\n]+\)\[$")
"""What stands before an address that was meant to be a link's: a mistake of its own, below."""

SCHEME = len("https://")
ORDINARY = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz \n\t.,;'\"#%-"
"""Bytes that no foreign mark needs; what is left of most rows is nothing."""


class ForeignMark(NamedTuple):
    """A mark.

    pattern: its words are the first group, if there is one.
    message: what it is, after its words in quotes.
    only: the words that are one, if the pattern finds others too.
    """

    pattern: re.Pattern[str]
    message: str
    fix: str
    rule: str = "not-published"
    only: frozenset[str] = frozenset()


TEMPLATE = re.compile(r"\{\{|\{%|(?<!-)-++8<-+")
FOREIGN_MARKS = (
    ForeignMark(
        TEMPLATE,
        "starts a template or a snippet, which are not used in texts.",
        "Leave it out, or put it between backticks to show it.",
        "template",
    ),
    ForeignMark(
        re.compile(r"(?<!\\)\{[:#.][^{}\n]*\}"),
        "sets a style or an address, which GitHub does not read.",
        "Leave it out: each heading gets an address by itself.",
    ),
    ForeignMark(
        re.compile(r"^\*\[[^\]\n]+\]:"),
        "explains an abbreviation in a way that GitHub does not read.",
        "Write it in full the first time, or add it to docs/glossary.yml.",
    ),
    ForeignMark(
        re.compile(r"^(?::{3,}.{0,20}|(?:!!!|\?\?\?\+?|///) ?\w+)"),
        "starts or ends a box in a way that GitHub does not read.",
        "Write > [!NOTE] on a row of its own, and > before each row below it.",
    ),
    ForeignMark(
        re.compile(r"(?i)\[\[?_?TOC_?\]\]?"),
        "asks for a list of contents.",
        "Leave it out: the page makes its own from the headings.",
    ),
    ForeignMark(
        re.compile(r"(?<![\[\\])\[\[(?!(?i:_?TOC_?\]))[^\[\]\n]+\]\]"),
        "is a link as wikis write it.",
        "Write [the words](the-other-file.md).",
    ),
    ForeignMark(
        re.compile(r"^\([a-z][\w-]*\)=\s*$|\{[a-z][a-z:-]*\}(?=`)"),
        "is a reference that GitHub does not read.",
        "Write [the words](the-other-file.md).",
    ),
    ForeignMark(
        re.compile(rf"(?<!\\)\][ \u00a0]+\((?={TARGET})"),
        "stands in a link: there is a space between its two parts.",
        "Take the space out: [the words](the address).",
    ),
    ForeignMark(
        re.compile(rf"\([^()\n]+\)\[(?={TARGET})"),
        "starts a link with its brackets the wrong way round.",
        "Write [the words](the address).",
    ),
    ForeignMark(
        re.compile(r"^(?:[•◦▪‣●○■·∙➤►][ \t\u00a0]|[-*+]\u00a0)"),
        "starts a row of a list in a way that GitHub does not read.",
        "Start each row with a hyphen and a space.",
    ),
    ForeignMark(
        re.compile(r"(?<![~\\])~(?![~\s])[^~\n]*(?<![\s\\])~(?!~)"),
        "is struck out by GitHub, because of the ~ at both ends.",
        "Write \\~ for the sign itself, or ~~ at both ends to strike out.",
    ),
    ForeignMark(
        re.compile(r"\$\$|\$`|(?<![\w\\$])\$(?=[^\s$])[^$\n]*[^\s$\\]\$(?!\w)"),
        "is a formula, which is not published.",
        "Write it in words, or \\$ for the sign itself.",
    ),
    ForeignMark(
        re.compile(r"(?<![\w:])(?=(:[a-z0-9_+-]+:)(?!\w))"),
        "is the name of an emoji, which is not published.",
        "Put the emoji itself there, or leave it out.",
        only=frozenset(f":{name}:" for name in EMOJI_NAMES),
    ),
    ForeignMark(
        re.compile(r"â€.|Ã[\u0080-\u00bf\u2018-\u203a\u20ac]|Â[\u00a0-\u00bf]"),
        "was once saved with the wrong encoding.",
        'Type the words again, and save the file as "UTF-8".',
        "wrong-encoding",
    ),
)  # fmt: skip


def find_foreign_marks(raw: bytes) -> Iterator[tuple[str, ForeignMark]]:
    """Yield each mark in a row of Markdown as written, with its words.

    raw: in UTF-8; one byte more than the row, so that a mark may depend on what comes next.
    """
    if raw.translate(None, ORDINARY):
        row = raw.decode("utf-8", "replace")
        if any(sign in row for sign in SIGNS_OF_ADDRESSES):
            row = ADDRESS.sub(_without_path, row)
        for mark in FOREIGN_MARKS:
            for words in dict.fromkeys(match[mark.pattern.groups] for match in mark.pattern.finditer(row)):
                if not mark.only or words in mark.only:
                    yield words, mark


def _without_path(match: re.Match[str]) -> str:
    """Return an address as a mark may depend on it: no mark stands in it, but a template."""
    address = match.group()
    return address if TEMPLATE.search(address) else address[:SCHEME]
