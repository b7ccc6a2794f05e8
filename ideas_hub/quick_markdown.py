"""Steps of Python-Markdown that look first whether there is anything for them to do; what comes out is the same.

Most of what people write is paragraphs without a mark, and most of the time went on trying every rule on each of them.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions.toc import TocExtension, TocTreeprocessor
from markdown.preprocessors import NormalizeWhitespace, Preprocessor
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import ETX, STX, AtomicString

LINE_BREAK = "  \n"
MARKS = re.compile(r"[\\`*_\[\]!<>&\x02]")
WHITESPACE = ("\t", "\r", "\n ", STX, ETX)
FENCES = ("```", "~~~")
# What a row starts with if it is anything but a part of a paragraph: code or more of a list; a heading, a rule, a list,
# a quotation, a definition, a note, the address of a link.  Only a table is told by what it holds: TABLE.
NOT_PLAIN = re.compile(r"\n(?: {4}| *[#=\-_*+>:\[\d])")
TABLE = "|"


def use_quick_steps(converter: Markdown) -> None:
    """Put the steps below in the place of those that they shorten; the numbers are Python-Markdown's own."""
    converter.preprocessors.register(_Whitespace(converter), "normalize_whitespace", 30)
    fences = converter.preprocessors["fenced_code_block"]
    converter.preprocessors.register(_IfThere(fences, FENCES), "fenced_code_block", 25)
    converter.parser.blockprocessors.register(_PlainParagraph(converter.parser), "plain-paragraph", 95)  # before all but "empty"
    converter.treeprocessors.register(_PlainText(), "plain-text", 21)  # just before "inline", which is 20
    converter.treeprocessors.register(_Unescape(converter), "unescape", 0)
    # Asked of every element, and as it comes a list of sixty names that is gone through each time.
    converter.block_level_elements = frozenset(converter.block_level_elements)  # type: ignore[assignment]


class _IdsOnly(TocTreeprocessor):
    def build_toc_div(self, toc_list: list[Any]) -> Element:  # noqa: ARG002 Python-Markdown hands it over
        return Element("div")


class HeadingIds(TocExtension):
    """Gives each heading its id; the table of contents, which nobody shows, stays empty."""

    TreeProcessorClass = _IdsOnly


class _Whitespace(NormalizeWhitespace):
    """Leaves alone a text whose white space is in order."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if any(sign in text for sign in WHITESPACE):
            return super().run(lines)
        return [*lines, "", ""]


class _IfThere(Preprocessor):
    """Runs a step over those texts only that hold one of its signs."""

    def __init__(self, step: Preprocessor, signs: tuple[str, ...]) -> None:
        super().__init__(step.md)
        self.step, self.signs = step, signs

    def run(self, lines: list[str]) -> list[str]:
        return self.step.run(lines) if any(sign in row for row in lines for sign in self.signs) else lines


class _PlainParagraph(ParagraphProcessor):
    """Takes a block that can be nothing but a paragraph, so that some fifteen rules are not tried on it."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 Python-Markdown hands it over
        return TABLE not in block and not NOT_PLAIN.search(f"\n{block}")


class _PlainText(Treeprocessor):
    """Marks text that holds no mark-up at all, so that some twenty patterns are not tried on it."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not _has_marks(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not _has_marks(element.tail):
                element.tail = AtomicString(element.tail)


def _has_marks(text: str) -> bool:
    return MARKS.search(text) is not None or LINE_BREAK in text


class _Unescape(UnescapeTreeprocessor):
    """Looks for held-back signs only where one stands."""

    def unescape(self, text: str) -> str:
        return super().unescape(text) if STX in text else text
