"""Bold, italic and struck-out words that Markdown can write: its marks act only beside the right signs."""

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from ideas_hub.importing.html_parts import EMPHASIS, tags

LETTER = re.compile(r"[^\W_]")


def tidy_emphasis(tree: BeautifulSoup) -> None:
    """Join parts in a row, drop those that are empty or within their own kind, and put spaces where marks need them."""
    for tag in tags(tree, (*EMPHASIS, "sub", "sup")):
        after = tag.next_sibling
        while isinstance(after, Tag) and after.name == tag.name:
            tag.extend(list(after.contents))
            after.decompose()
            after = tag.next_sibling
    for tag in tags(tree, EMPHASIS):
        if tag.find_parent([tag.name, "code"]) is not None or not tag.get_text(strip=True):
            tag.unwrap()
        else:
            _set_apart(tag)
    for tag in tags(tree, ("a",)):
        before = tag.previous_sibling
        if isinstance(before, NavigableString) and before.endswith("!"):  # the two would be a picture
            tag.insert_before(tree.new_tag("sign", attrs={"name": "!"}))
            before.replace_with(NavigableString(before[:-1]))


def _set_apart(tag: Tag) -> None:
    """Put a space between a part that starts or ends in a sign and the letter that it touches."""
    words = tag.get_text()
    if not LETTER.match(words[-1]) and _touches(tag.next_sibling, 0):
        tag.insert_after(" ")
    if not LETTER.match(words[0]) and _touches(tag.previous_sibling, -1):
        tag.insert_before(" ")


def _touches(node: PageElement | None, place: int) -> bool:
    words = node.get_text() if isinstance(node, Tag | NavigableString) else ""
    return bool(words) and LETTER.match(words[place]) is not None
