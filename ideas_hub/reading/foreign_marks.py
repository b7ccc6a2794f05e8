"""Marks that other systems read and GitHub does not, or reads as something that is not published.

Left in a text, they would stand on the page as signs that nobody understands.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from ideas_hub.reading.bare_addresses import ADDRESS, SIGNS_OF_ADDRESSES
from ideas_hub.reading.emoji_names import EMOJI_NAMES
from ideas_hub.reading.mojibake import MOJIBAKE, MOJIBAKE_SIGNS

TARGET = (
    r"(?:(?:https?|ftp)://|www\.|mailto:|#[a-z]|[\w./-]+\.(?:md|html?|pdf|docx?)\b"
    r"|(?:[\w-]+\.)+(?:com|eu|gov|info|net|org|scot|uk|wales)\b)"
)
HALF_LINK = re.compile(r"(?<!\\)\][ \u00a0]+\($|\([^()\n]+\)\[$")
"""What stands before an address that was meant to be a link's: a mistake of its own, below."""
BULLETS = "•◦▪▫‣●○■□·∙\u2043➢➤►▶▸◆❖"
ODD_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
NOTHING = re.compile("(?!)")
NO_MARK = "\0"
ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")  # CommonMark 0.31.2, section 2.4
ORDINARY = (
    b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz \n.,;()'\"-"
    b"\xe2\x80\x93\x94\x98\x99\x9c\x9d\xa6"  # dashes, quotation marks and three dots
)
"""Bytes that no foreign mark is made of alone; what is left of most rows is nothing."""


class ForeignMark(NamedTuple):
    """A mark.

    message: what it is, after its words in quotes.
    signs: those of which one is in it wherever it is found; most rows have none, and the pattern is not tried.
    only: the words that are one, if the pattern finds others too; they are its first group.
    opening, closing: how a mark starts and ends that has others between its two rows; its end is not reported again.
    """

    pattern: re.Pattern[str]
    message: str
    fix: str
    signs: Collection[str]
    rule: str = "not-published"
    only: frozenset[str] = frozenset()
    opening: re.Pattern[str] = NOTHING
    closing: re.Pattern[str] = NOTHING


TEMPLATE = re.compile(r"\{\{|\{%|(?<!-)-+8<-+")
ROW_OF_A_LIST = ForeignMark(
    re.compile(rf"^(?:[{BULLETS}](?=[\s\w])|[-*+o][{ODD_SPACES}](?!$))"),
    "starts a row of a list in a way that GitHub does not read.",
    "Start each row with a hyphen and a space.",
    frozenset(BULLETS + ODD_SPACES),
    "list",
)
FOREIGN_MARKS = (
    ForeignMark(
        re.compile(r"\{\{(?:[<%]?\s*/)?|\{%(?:-?\s*end)?|(?<!-)-+8<-+"),
        "starts a template or a snippet, which are not used in texts.",
        "Leave it out, or put it between backticks to show it.",
        rule="template",
        signs="{<",
        opening=re.compile(r"\{[{%]"),
        closing=re.compile(r"\{\{[<%]?\s*/|\{%-?\s*end"),
    ),
    ForeignMark(
        re.compile(
            r"^(?::{3,}.{0,40}|///(?: ?\w.{0,40}|\s*$)|(?:!!!|\?\?\?\+?) ?[a-z][\w-]*|=== ?\".{0,40}"
            r"|\.\. [a-z-]+::|\[!\w+\][+-]?)"
        ),
        "starts or ends a box in a way that GitHub does not read.",
        "Write > [!NOTE] on a row of its own, and > before each row below it.",
        signs=":/!?=",
        opening=re.compile(r"(?::{3}|///).*"),
        closing=re.compile(r"(?::{3,}|///)\s*"),
    ),
    ForeignMark(
        re.compile(r"\{ ?(?::[^{}\n]*|[#.][\w-][^{}\n]*|[\w-]+ ?=[^{}\n]*)\}"),
        "sets a style or an address, which GitHub does not read.",
        "Leave it out: each heading gets an address by itself.",
        signs="{",
    ),
    ForeignMark(
        re.compile(r"^\*\[[^\]\n]+\]:"),
        "explains an abbreviation in a way that GitHub does not read.",
        "Write it in full the first time, or add it to docs/glossary.yml.",
        signs="*",
    ),
    ForeignMark(
        re.compile(r"(?i)\[\[?_?TOC_?\]\]?"),
        "asks for a list of contents.",
        "Leave it out: the page makes its own from the headings.", signs="[",
    ),
    ForeignMark(
        re.compile(r"(?<!\[)!?\[\[(?!(?i:_?TOC_?\]))[^\[\]\n]+\]\]"),
        "is a link as wikis write it.",
        "Write [the words](the-other-file.md).",
        signs="[",
    ),
    ForeignMark(
        re.compile(r"^\([a-z][\w-]*\)=\s*$|\{[a-z][a-z:-]*\}(?=`)"),
        "is a reference that GitHub does not read.",
        "Write [the words](the-other-file.md).",
        signs="={",
    ),
    ForeignMark(
        re.compile(rf"\][ \u00a0]+\((?={TARGET})"),
        "is a link with a space between its two parts.",
        "Take the space out: [the words](the address).", signs="]",
    ),
    ForeignMark(
        re.compile(rf"\([^()\n]+\)\[(?={TARGET})"),
        "starts a link with its brackets the wrong way round.",
        "Write [the words](the address).", signs="[",
    ),
    ForeignMark(
        re.compile(rf"\]\((?:{TARGET}[^()\s]* (?=[^()\n]*\))|(?=[^()\n]{{1,200}}\.(?:md|html?|pdf|docx?)\))[^()\s]+ )"),
        "starts an address with a space in it, so that it is no link.",
        "Write %20 for the space.",
        signs="]",
    ),
    ForeignMark(
        re.compile(rf"\]\({TARGET}[^()\n]*$"),
        "starts the address of a link, and nothing ends it.",
        "Write ) after the address.", signs="]",
    ),
    ForeignMark(
        re.compile(r"<www\.[^\s<>]+>"),
        "is shown as words by GitHub, not as a link.",
        "Start it with https://.",
        signs="<",
    ),
    ForeignMark(
        re.compile(r"(?:!?\[[^\[\]\n]*)?\]\[(?!\^)(?:(?!\d+\])|(?<=\D\]\[))[^\[\]\n]*\]"),
        "asks for a link that is not in the text.",
        "Write [the words](the address).",
        signs="]",
    ),
    ForeignMark(
        re.compile(r"\[\^[^\[\]\s]+\]"),
        "asks for a note that is not in the text.",
        "Write the note on a row of its own, such as [^1]: its words.",
        signs="^",
    ),
    ForeignMark(
        re.compile(r"\^\[[^\[\]\n]+\]"),
        "is a note in a way that GitHub does not read.",
        "Write [^1] here, and on a row of its own [^1]: and the words.",
        signs="^",
    ),
    ROW_OF_A_LIST,
    ForeignMark(
        re.compile(r"^#{2,6}(?=[^ \t\n#])|^#\u00a0"),
        "starts a heading in a way that GitHub does not read.",
        "Write ## and a space before the words.",
        signs="#",
    ),
    ForeignMark(
        re.compile(r"^(={2,6})(?=[^=\n]*[^\W\d_A-Z]) ?[^=\n]+ ?\1\s*$|\[[a-z_]+ [a-z_]+=[^\[\]\n]*\]|\[/[a-z_]+\]"),
        "is a mark of another program, which GitHub does not read.",
        "Write ## Heading, **bold**, *italic* or [the words](the address).",
        signs="=[",
        opening=re.compile(r"\[[^/].*"),
        closing=re.compile(r"\[/.*"),
    ),
    ForeignMark(
        re.compile(
            r"(?<![\w=])==[^\s=>](?:[^=\n]*[^\s=<])?==(?![\w=])"
            r"|(?<![\w+])\+\+[^\s+](?:[^+\n]*[^\s+])?\+\+(?![\w+])"
        ),
        "marks words in a way that GitHub does not read.",
        "Write **bold** for what matters.",
        signs="=+",
    ),
    ForeignMark(
        re.compile(r"(?<!\^)\^[A-Za-z0-9+-]+\^(?!\^)"),
        "sets small letters in a way that GitHub does not read.",
        "Write <sup> before them and </sup> after them.",
        signs="^",
    ),
    ForeignMark(
        re.compile(r"%%[^%\n]+%%|^%%"),
        "starts or ends a comment, which everyone can read in the file.",
        "Delete the comment.",
        signs="%",
        opening=re.compile("%%"),
        closing=re.compile("%%"),
    ),
    ForeignMark(
        re.compile(r"(?<!~)~(?![~\s])[^~\n]*(?<!\s)~(?!~)"),
        "is struck out by GitHub, because of the ~ at both ends.",
        "Write \\~ for the sign itself, or ~~ at both ends to strike out.", signs="~",
    ),
    ForeignMark(
        re.compile(r"\$\$[^$\n]+\$\$|\$\$|\$`|(?<![\w$])\$(?=[^\s$])[^$\n]*[^\s$]\$(?!\w)"),
        "is a formula, which is not published.",
        "Write it in words, or \\$ for the sign itself.",
        signs="$",
        opening=re.compile(r"\$\$"),
        closing=re.compile(r"\$\$"),
    ),
    ForeignMark(
        re.compile(r"(?<![\w:])(?=(:[a-z0-9_+-]+:)(?!\w))"),
        "is the name of an emoji, which is not published.",
        "Put the emoji itself there, or leave it out.", signs=":",
        only=frozenset(f":{name}:" for name in EMOJI_NAMES),
    ),
    ForeignMark(
        MOJIBAKE,
        "was once saved with the wrong encoding.",
        'Type the words again, and save the file as "UTF-8".',
        rule="wrong-encoding",
        signs=MOJIBAKE_SIGNS,
    ),
)  # fmt: skip


def find_foreign_marks(raw: bytes, before: str = "") -> Iterator[tuple[str, ForeignMark]]:
    """Yield each mark in a row of Markdown as written, with its words.

    raw: in UTF-8, not all ORDINARY; one byte more than the row, so that a mark may depend on what comes next.
    before: what stands there of the row, if it is the rest of one: a backslash, or NO_MARK for anything else.
    """
    row = before + raw.decode("utf-8", "replace")
    if any(sign in row for sign in SIGNS_OF_ADDRESSES):
        row = ADDRESS.sub(_without_path, row)
    written, row = row, ESCAPED.sub(_blank, row)
    signs = set(row)
    for mark in FOREIGN_MARKS:
        if signs.isdisjoint(mark.signs):
            continue
        places = [slice(*match.span(bool(mark.only))) for match in mark.pattern.finditer(row)]
        found = dict.fromkeys(written[place] for place in places)
        yield from ((words, mark) for words in found if not mark.only or words in mark.only)
        row = mark.pattern.sub(_blank, row) if found else row


def _without_path(match: re.Match[str]) -> str:
    """Return an address as a mark may depend on it: no mark stands in it, but a template."""
    address = match.group()
    return address if TEMPLATE.search(address) else address[: len("https://")]


def _blank(match: re.Match[str]) -> str:
    """Return signs of which no other mark is made, as many as were found: each is reported once."""
    return NO_MARK * len(match.group())
