"""Contributed Markdown becomes safe HTML and plain text.

What is not plain Markdown is refused with its line and what to write instead; nothing is stripped in silence.  Behind
that, two nets: Python-Markdown's raw HTML is switched off, and nh3 lets only the tags and attributes below through.
"""

import html
import posixpath
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER

from ideas_hub.model import addresses
from ideas_hub.model.document import Article
from ideas_hub.problem import Problem, excerpt
from ideas_hub.reading import markdown_limits
from ideas_hub.reading.markdown_fast_paths import HeadingIds, use_quick_steps

SCHEMES = {"http", "https", "mailto", "tel"}
SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
IGNORED_IN_LINKS = dict.fromkeys([*range(0x21), 0x7F])  # browsers skip these: `java script:` is a script
EXTENSIONS = ("fenced_code", "tables", "sane_lists", "def_list", "footnotes")
EXTENSION_SETTINGS: dict[str, dict[str, Any]] = {
    "footnotes": {"BACKLINK_TEXT": "back to the text", "BACKLINK_TITLE": "Back to note {} in the text"},
}
TEXT_TAGS = {
    "p",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "code",
    "pre",
    "blockquote",
    "a",
    "hr",
    "br",
    "sup",
    "div",
}
TABLE_TAGS = {"table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd"}
TAGS = TEXT_TAGS | TABLE_TAGS
ATTRIBUTES = {
    "*": {"dir", "id"},
    "a": {"href", "title", "class", "rel"},
    "ol": {"start"},
    "div": {"class"},
    "th": {"scope", "align"},
    "td": {"align"},
}
CLEANER = nh3.Cleaner(tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
HAS_DIRECTION = {"p", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dt", "dd", "blockquote"}

CODE_BLOCK = HTML_PLACEHOLDER.partition("%")[0]  # Python-Markdown holds its place with a paragraph of nothing else


@dataclass(slots=True)
class _Found:
    """What the tree walk saw in one text."""

    file: str = ""
    page: str = ""
    links: list[tuple[str, str]] = field(default_factory=list)
    mistakes: list[tuple[str, str, str]] = field(default_factory=list)


class _Tidy(Treeprocessor):
    """Resolves links, lets each paragraph choose its own direction, and notes what may not be published."""

    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(md)
        self.found = _Found()

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in HAS_DIRECTION and not (element.text or "").startswith(CODE_BLOCK):
                element.set("dir", "auto")
            if element.tag == "th":
                element.set("scope", "col")
            if element.tag == "a":
                self._link(element)
            elif element.tag == "img":
                self.found.mistakes.append(
                    (
                        element.get("src", ""),
                        "a picture stands in the text.",
                        "Name it in the facts at the top (image).",
                    )
                )

    def _link(self, element: Element) -> None:
        written = element.get("href", "")
        plain = html.unescape(
            re.sub("\x02(amp|\\d+)\x03", lambda m: "&" if m[1] == "amp" else chr(int(m[1])), written)
        ).strip()
        if element.get("class", "").startswith("footnote"):
            return
        scheme = SCHEME.match(plain.translate(IGNORED_IN_LINKS))
        if scheme:
            if (name := scheme[1].casefold()) not in SCHEMES:
                element.attrib.pop("href")
                self.found.mistakes.append(
                    (
                        plain,
                        f'the link "{excerpt(plain)}" is of a kind that is not published.',
                        "Link to a page that starts with https://, or to a file of this hub.",
                    )
                )
            elif name in {"http", "https"}:
                self._external(element, plain)
            return
        if plain.startswith("#"):
            return
        if plain.startswith(("/", "\\")):
            self.found.mistakes.append(
                (
                    plain,
                    f'the link "{excerpt(plain)}" starts with a slash.',
                    "Write the path from this file, such as ../docs/communities/carers.md.",
                )
            )
            return
        path, _, fragment = plain.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(self.found.file), path))
        address = addresses.of_file(target)
        self.found.links.append((target, plain))
        if address is not None:
            joined = f"{address}#{fragment}" if fragment else address
            element.set("href", addresses.relative(joined, self.found.page))

    def _external(self, element: Element, plain: str) -> None:
        element.set("rel", "external")
        try:
            whole = bool(urlsplit(plain).hostname)
        except ValueError:
            whole = False
        if not whole:
            self.found.mistakes.append(
                (plain, f'the link "{excerpt(plain)}" is not a whole address.', "Copy it again from the browser.")
            )


def convert(body: str, file: str, *, first_line: int = 1) -> Article:
    """Return a body as an article.

    file: the path from the repository's root, which links are relative to.  first_line: the body's first line in it.
    """
    if told := markdown_limits.find_excessive_nesting(body, file, first_line):
        return Article(problems=(told,))
    found = _Found(file, addresses.of_file(file) or "")
    problems = list(markdown_limits.find_forbidden_markup(body, file, first_line))
    converter, tidy = _converter()
    converter.reset()
    tidy.found = found
    try:
        made = converter.convert(body)
    except RecursionError:
        return Article(
            problems=(
                Problem(
                    file,
                    first_line,
                    "lists or quotations are nested too deeply to be read.",
                    rule="depth",
                    fix="Use fewer steps in.",
                ),
            )
        )
    for where, message, fix in found.mistakes:
        problems.append(
            Problem(
                file, _line_of(where, body, first_line), message, found=excerpt(where), fix=fix, rule="not-published"
            )
        )
    clean = _clean(made)
    headings = tuple(
        (token["id"], html.unescape(token["name"]))
        for token in getattr(converter, "toc_tokens", ())
        if token["level"] == 2  # noqa: PLR2004
    )
    return Article(clean, headings, tuple(found.links), tuple(problems))


@lru_cache(maxsize=1)
def _converter() -> tuple[markdown.Markdown, _Tidy]:
    """Return the one converter of this process; building it costs more than a text does."""
    converter = markdown.Markdown(extensions=[*EXTENSIONS, HeadingIds()], extension_configs=EXTENSION_SETTINGS)
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    tidy = _Tidy(converter)
    converter.treeprocessors.register(tidy, "tidy", 1)
    use_quick_steps(converter)
    return converter, tidy


def _clean(made: str) -> str:
    return CLEANER.clean(made).replace("<table>", '<div class="table"><table>').replace("</table>", "</table></div>")


def _line_of(words: str, body: str, first_line: int) -> int:
    at = body.find(words) if words else -1
    return first_line + body.count("\n", 0, at) if at >= 0 else first_line
