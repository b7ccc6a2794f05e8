"""Drop-in fast paths for Python-Markdown; output is identical.

Most of what people write is paragraphs without markup, and most of the time went on trying every rule on each of them.
"""

import html
import re
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.toc import (
    TocExtension,
    TocTreeprocessor,
    nest_toc_tokens,
    remove_fnrefs,
    render_inner_html,
    slugify,
    strip_tags,
    unique,
)
from markdown.preprocessors import NormalizeWhitespace, Preprocessor
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import ETX, STX, AtomicString

LINE_BREAK = "  \n"
MARKS = rf"\`*_[<&{STX}"  # every pattern needs one of these
NO_MARKS = bytes(byte for byte in range(256) if chr(byte) not in MARKS)
NOT_PLAIN = re.compile(r"[&<>\x02]")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
WHITESPACE = ("\t", "\r", "\n ", STX, ETX)
FENCES = ("`", "~")  # single-character searches are fast
# A line starting like this is not paragraph text: it is code or more of a list; a heading, a rule, a list, a quotation,
# a definition, a note, the address of a link.  Tables are recognised by "|".
NOT_PARAGRAPH = re.compile(r"\n(?: {4}| *[#=\-_*+>:\[\d])")
NOT_LIST = re.compile(r"\n(?![*+-] +[^\W_])")
NOT_HEADING = re.compile(r"\n(?!#{1,6} [^\\#\n]*(?:\n|\Z))")
TABLE = "|"


def use_fast_paths(converter: Markdown) -> None:
    """Replace the converter's steps by the fast paths below; the numbers are Python-Markdown's own priorities."""
    converter.preprocessors.register(_Whitespace(converter), "normalize_whitespace", 30)
    fences = converter.preprocessors["fenced_code_block"]
    converter.preprocessors.register(_SkipUnlessPresent(fences, FENCES), "fenced_code_block", 25)
    blocks = converter.parser.blockprocessors
    for name, other in (("paragraph", NOT_PARAGRAPH), ("ulist", NOT_LIST), ("hashheader", NOT_HEADING)):
        blocks.register(_FastBlock(blocks[name], other), f"fast-{name}", 95)  # before all but "empty"
    converter.treeprocessors.register(_PlainText(), "plain-text", 21)  # just before "inline", which is 20
    converter.treeprocessors.register(_Unescape(converter), "unescape", 0)
    # A registry builds a new list of its steps each time it is iterated, which is often.
    converter.parser.blockprocessors = tuple(blocks)  # type: ignore[assignment]
    inline = converter.treeprocessors["inline"]
    inline.inlinePatterns = tuple(converter.inlinePatterns)  # type: ignore[attr-defined]
    # Called for every element; by default it searches a list of sixty names.
    block_level = frozenset(converter.block_level_elements)
    converter.is_block_level = block_level.__contains__  # type: ignore[method-assign,assignment]


class _IdsOnly(TocTreeprocessor):
    """As in Python-Markdown, for headings that have no id yet and whose level stays; `toc` itself stays empty."""

    def run(self, doc: Element) -> None:
        used = {element.attrib["id"] for element in doc.iter() if "id" in element.attrib}
        tokens: list[Any] = []
        for heading in doc.iter():
            if heading.tag in HEADINGS:
                inner = self._inner_html(heading)
                name, slug = _name_and_slug(inner)
                anchor = heading.attrib["id"] = unique(slug, used)
                tokens.append(
                    {"level": int(heading.tag[-1]), "id": anchor, "name": name, "html": inner, "data-toc-label": ""}
                )
        self.md.toc_tokens = nest_toc_tokens(tokens)  # type: ignore[attr-defined]

    def _inner_html(self, heading: Element) -> str:
        text = heading.text or ""
        return (
            render_inner_html(remove_fnrefs(heading), self.md)
            if len(heading) or NOT_PLAIN.search(text)
            else text.strip()
        )


@lru_cache(maxsize=1000)  # many entries have the same headings
def _name_and_slug(inner_html: str) -> tuple[str, str]:
    name = strip_tags(inner_html)
    return name, slugify(html.unescape(name), "-")


class HeadingIds(TocExtension):
    """Gives each heading its id; the table of contents, which no page uses, stays empty."""

    TreeProcessorClass = _IdsOnly


class _Whitespace(NormalizeWhitespace):
    """Skips a text whose white space is already normal."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if any(sign in text for sign in WHITESPACE):
            return super().run(lines)
        return [*lines, "", ""]


class _SkipUnlessPresent(Preprocessor):
    """Runs a step only if the text has one of its characters."""

    def __init__(self, step: Preprocessor, signs: tuple[str, ...]) -> None:
        super().__init__(step.md)
        self.step, self.signs = step, signs

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        return self.step.run(lines) if any(sign in text for sign in self.signs) else lines


class _FastBlock(BlockProcessor):
    """Passes a block of a plain shape straight to its step, so that some fifteen rules are not tried on it."""

    def __init__(self, step: BlockProcessor, other: re.Pattern[str]) -> None:
        super().__init__(step.parser)
        self.step, self.other = step, other

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 Python-Markdown passes it
        return TABLE not in block and not self.other.search(f"\n{block}")

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        return self.step.run(parent, blocks)


class _PlainText(Treeprocessor):
    """Marks text that has no markup at all, so that some twenty patterns are not tried on it."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not _has_marks(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not _has_marks(element.tail):
                element.tail = AtomicString(element.tail)


def _has_marks(text: str) -> bool:
    return bool(text.encode("utf-8", "surrogatepass").translate(None, NO_MARKS)) or LINE_BREAK in text


class _Unescape(UnescapeTreeprocessor):
    """Unescapes backslash escapes, only if the text has any."""

    def run(self, root: Element) -> None:
        if any("\\" in row for row in self.md.lines):  # type: ignore[attr-defined]
            super().run(root)
