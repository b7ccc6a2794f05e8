"""The kinds of part that HTML has, which of them a text of the hub has too, and HTML read as browsers read it."""

import re
from collections.abc import Collection, Iterable, Iterator

import nh3
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from ideas_hub.reading.hidden_characters import HIDDEN
from ideas_hub.reading.markdown import TOO_MANY_PARTS
from ideas_hub.reading.raw_html import ELEMENTS, NEVER_CLOSED

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LISTS = ("ul", "ol")
CELLS = ("td", "th")
EMPHASIS = ("strong", "em", "del")
INLINE = (*EMPHASIS, "code", "a", "sub", "sup", "note")
OF_OURS = ("task", "note", "note_text", "alert", "sign")
"""Tags of our own: a box to tick, the mention of a note and its words, a box of GitHub's, a sign that is no mark."""

BLOCKS = (*HEADINGS, *LISTS, "li", "p", "pre", "table", "hr", "blockquote", "alert", "note_text", "div")
HOLD_BLOCKS = ("blockquote", "alert", "note_text", "div")
"""Blocks that have other blocks in them, and no words of their own."""

KEPT = frozenset((*BLOCKS, *INLINE, *OF_OURS, "thead", "tbody", "tr", *CELLS, "br", "img"))
SAME = {
    **dict.fromkeys(("b",), "strong"),
    **dict.fromkeys(("i", "cite", "dfn", "var"), "em"),
    **dict.fromkeys(("s", "strike"), "del"),
    **dict.fromkeys(("tt", "samp", "kbd"), "code"),
    **dict.fromkeys(("section", "article", "aside", "main", "header", "footer", "nav", "center", "figure"), "div"),
    **dict.fromkeys(("fieldset", "form", "dl", "dd"), "div"),
    **dict.fromkeys(("address", "figcaption", "caption", "legend", "summary", "option", "dt"), "p"),
    **dict.fromkeys(("menu", "dir"), "ul"),
    "tfoot": "tbody",
}
"""What stands here for another kind of part."""

ONLY_LOOKS = {
    "abbr", "acronym", "bdi", "bdo", "big", "blink", "body", "button", "col", "colgroup", "data", "details", "font",
    "hgroup", "html", "ins", "label", "mark", "nobr", "picture", "q", "small", "span", "time", "u", "wbr",
}  # fmt: skip
"""Tags that at most change how words look: they go, and the words stay."""

NO_WORDS = ("script", "style", "noscript", "template", "svg", "math", "canvas", "object", "applet", "head", "title")
KNOWN = ELEMENTS - {"!", "!--", "?"} | KEPT | ONLY_LOOKS | {*NO_WORDS, *SAME}
ATTRIBUTES = "href src data-src srcset alt title name start type checked class colspan rowspan"
SCHEMES = "http https mailto tel ftp file data javascript vbscript sms callto"
PARSER = nh3.Cleaner(
    tags=KNOWN,
    clean_content_tags=set(),
    attributes={"*": set(ATTRIBUTES.split())},
    strip_comments=False,
    link_rel=None,
    url_schemes=set(SCHEMES.split()),
)
"""Closes what is open, as browsers do.  What it lets through is not published, but becomes Markdown."""

TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^<>]*>")
CLOSED_BY_THE_NEXT = {"p", "li", "td", "th", "tr", "dt", "dd", "option", "thead", "tbody"}
MAX_DEPTH = 200  # parts within each other, ten times what people write
MOST_TAGS = 10_000  # eight times what the longest pages have; more would take long
MAX_DEPTH_AS_WRITTEN = 2_000  # with tags that nobody closed; more would keep the parser busy for long


def parse_html(html: str) -> BeautifulSoup:
    """Return HTML as a tree, as a browser understands it.

    Raises ValueError if its parts are more, or nested more deeply, than anybody writes.
    """
    _refuse_depth(html, MAX_DEPTH_AS_WRITTEN, NEVER_CLOSED | CLOSED_BY_THE_NEXT)
    if html.count("<") > MOST_TAGS:
        raise ValueError(TOO_MANY_PARTS)
    clean = PARSER.clean(HIDDEN.sub("", html))
    _refuse_depth(clean, MAX_DEPTH, NEVER_CLOSED)
    return BeautifulSoup(clean, "html.parser")


def _refuse_depth(html: str, most: int, not_counted: Collection[str]) -> None:
    depth = 0
    for closes, name in TAG.findall(html):
        if name.casefold() not in not_counted:
            depth = max(0, depth - 1) if closes else depth + 1
        if depth > most:
            message = "its parts are nested too deeply to be read."
            raise ValueError(message)


def unknown_tags(html: str) -> list[str]:
    """Return the tags that are none of HTML's, such as those of components, with what they set, each once."""
    found = (match.group() for match in TAG.finditer(html) if not match[1] and match[2].casefold() not in KNOWN)
    return list(dict.fromkeys(found))


def tags(tree: Tag, names: Iterable[str] | None = None) -> Iterator[Tag]:
    """Yield the tags of some names, or all, that are in a tree now and still when their turn comes."""
    for tag in tree.find_all(True if names is None else list(names)):
        if vars(tag).get("parent") is not None:  # asked for by name, what a decomposed tag lacks is searched for in it
            yield tag


def holds_blocks(tag: Tag) -> bool:
    """Return whether blocks stand right within a tag."""
    return any(child.name in BLOCKS for child in tag.find_all(recursive=False))


def next_tag(tag: Tag) -> Tag | None:
    """Return the tag right after one, with nothing but spaces between them."""
    node = tag.next_sibling
    while isinstance(node, NavigableString) and not node.strip():
        node = node.next_sibling
    return node if isinstance(node, Tag) else None
