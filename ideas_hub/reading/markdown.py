"""Convert contributed Markdown to safe HTML.

What is not plain Markdown is refused with its line and what to write instead; nothing is stripped in silence.
Behind that are two nets: Python-Markdown's raw HTML is off, and nh3 lets only the tags and attributes below through.
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
from ideas_hub.reading.markdown_fast_paths import HeadingIds, use_fast_paths

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

ESCAPED = re.compile("\x02(amp|\\d+)\x03")  # Python-Markdown's stand-in for & and for escaped characters
CODE_BLOCK = HTML_PLACEHOLDER.partition("%")[0]  # Python-Markdown's paragraph in place of a code block


@dataclass(slots=True)
class _Links:
    """The links of one text, and what may not be published of it.

    links: (target file, link as written).  mistakes: (what was found, message, fix).
    """

    file: str = ""
    page: str = ""
    links: list[tuple[str, str]] = field(default_factory=list)
    mistakes: list[tuple[str, str, str]] = field(default_factory=list)


class _LinkResolver(Treeprocessor):
    """Resolves links, sets text direction and table header scopes, and notes what may not be published."""

    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(md)
        self.found = _Links()

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in HAS_DIRECTION and not (element.text or "").startswith(CODE_BLOCK):
                element.set("dir", "auto")
            if element.tag == "th":
                element.set("scope", "col")
            if element.tag == "a" and not element.get("class", "").startswith("footnote"):
                self._resolve(element)
            elif element.tag == "img":
                message, fix = "a picture stands in the text.", "Name it in the facts at the top (image)."
                self.found.mistakes.append((element.get("src", ""), message, fix))

    def _resolve(self, element: Element) -> None:
        href = ESCAPED.sub(lambda m: "&" if m[1] == "amp" else chr(int(m[1])), element.get("href", ""))
        href = html.unescape(href).strip()
        if scheme := SCHEME.match(href.translate(IGNORED_IN_LINKS)):
            self._check_scheme(element, href, scheme[1].casefold())
        elif href.startswith(("/", "\\")):
            message, fix = (
                "starts with a slash.",
                "Write the path from this file, such as ../docs/communities/carers.md.",
            )
            self._refuse(href, message, fix)
        elif not href.startswith("#"):
            path, _, fragment = href.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(self.found.file), path))
            self.found.links.append((target, href))
            address = addresses.of_file(target)
            if address is not None:
                joined = f"{address}#{fragment}" if fragment else address
                element.set("href", addresses.relative(joined, self.found.page))

    def _check_scheme(self, element: Element, href: str, scheme: str) -> None:
        if scheme not in SCHEMES:
            element.attrib.pop("href")
            fix = "Link to a page that starts with https://, or to a file of this hub."
            self._refuse(href, "is of a kind that is not published.", fix)
        elif scheme in {"http", "https"}:
            element.set("rel", "external")
            try:
                complete = bool(urlsplit(href).hostname)
            except ValueError:
                complete = False
            if not complete:
                self._refuse(href, "is not a whole address.", "Copy it again from the browser.")

    def _refuse(self, href: str, message: str, fix: str) -> None:
        self.found.mistakes.append((href, f'the link "{excerpt(href)}" {message}', fix))


def convert(body: str, file: str, *, first_line: int = 1) -> Article:
    """Return a body as an article.

    file: path from the repository's root; links are relative to it.
    first_line: the body's first line in the file.
    """
    if problem := markdown_limits.find_excessive_nesting(body, file, first_line):
        return Article(problems=(problem,))
    found = _Links(file, addresses.of_file(file) or "")
    problems = list(markdown_limits.find_forbidden_markup(body, file, first_line))
    converter, resolver = _converter()
    converter.reset()
    resolver.found = found
    try:
        unsafe_html = converter.convert(body)
    except RecursionError:
        return Article(problems=(markdown_limits.nested_too_deeply(file, first_line),))
    for words, message, fix in found.mistakes:
        line = _line_of(words, body, first_line)
        problems.append(Problem(file, line, message, found=excerpt(words), fix=fix, rule="not-published"))
    headings = tuple(
        (token["id"], html.unescape(token["name"]))
        for token in getattr(converter, "toc_tokens", ())
        if token["level"] == 2  # noqa: PLR2004
    )
    return Article(_clean(unsafe_html), headings, tuple(found.links), tuple(problems))


@lru_cache(maxsize=1)
def _converter() -> tuple[markdown.Markdown, _LinkResolver]:
    """Return the one converter of this process; building it costs more than converting a text."""
    converter = markdown.Markdown(extensions=[*EXTENSIONS, HeadingIds()], extension_configs=EXTENSION_SETTINGS)
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    resolver = _LinkResolver(converter)
    converter.treeprocessors.register(resolver, "links", 1)
    use_fast_paths(converter)
    return converter, resolver


def _clean(unsafe_html: str) -> str:
    return (
        CLEANER.clean(unsafe_html)
        .replace("<table>", '<div class="table"><table>')
        .replace("</table>", "</table></div>")
    )


def _line_of(words: str, body: str, first_line: int) -> int:
    at = body.find(words) if words else -1
    return first_line + body.count("\n", 0, at) if at >= 0 else first_line
