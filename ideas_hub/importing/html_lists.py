"""Lists: items that are in none, lists that run on, and rows that somebody typed as one."""

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from ideas_hub.importing.html_parts import LISTS, next_tag, tags
from ideas_hub.reading.foreign_marks import BULLETS

HYPHEN = re.compile(r"\s*(?:[-*+\u2013\u2014]|o(?=\t))\s+(?=\S)")
SIGN = re.compile(rf"\s*[{BULLETS}]\s*(?=\S)")
NUMBERED = re.compile(r"\s*\(?(\d{1,3})[.)]\s+(?=\S)")


def tidy_lists(tree: BeautifulSoup) -> None:
    """Put items that are in no list into one, what stands between items into the one above, and join lists in a row."""
    _make_typed_lists(tree)
    for item in tags(tree, ("li",)):
        if item.parent is not None and item.parent.name not in LISTS:
            item.wrap(tree.new_tag("ul"))
        if SIGN.match(_start(item)):
            _drop_start(item, SIGN)
    for holder in tags(tree, LISTS):
        for child in holder.find_all(recursive=False):
            if child.name != "li":
                _into_an_item(tree, child)
        while (after := next_tag(holder)) is not None and after.name == "ul" == holder.name:
            holder.extend(list(after.contents))
            after.decompose()


def _make_typed_lists(tree: BeautifulSoup) -> None:
    """Make a list of the paragraphs in a row that start with a bullet or a hyphen, or that are numbered 1, 2, 3."""
    for paragraph in tags(tree, ("p",)):
        if paragraph.name != "p":  # it has become an item since
            continue
        for pattern, name, least in ((SIGN, "ul", 1), (HYPHEN, "ul", 2), (NUMBERED, "ol", 2)):
            run = _run(paragraph, pattern)
            if len(run) >= least:
                holder = paragraph.wrap(tree.new_tag(name))
                for one in run:
                    _drop_start(one, pattern)
                    holder.append(one)
                    one.name = "li"
                break


def _run(paragraph: Tag, pattern: re.Pattern[str]) -> list[Tag]:
    """Return a paragraph and those after it that start as a list does; numbers count up from 1."""
    run: list[Tag] = []
    node: Tag | None = paragraph
    while node is not None and node.name == "p" and (match := pattern.match(_start(node))):
        if pattern is NUMBERED and int(match[1]) != len(run) + 1:
            break
        run.append(node)
        node = next_tag(node)
    return run


def _start(paragraph: Tag) -> str:
    """Return the words that a paragraph starts with, if no part stands before them."""
    first = next((child for child in paragraph.children if str(child).strip()), None)
    return str(first).lstrip() if isinstance(first, NavigableString) else ""


def _drop_start(paragraph: Tag, pattern: re.Pattern[str]) -> None:
    first = next(child for child in paragraph.children if str(child).strip())
    first.replace_with(NavigableString(pattern.sub("", str(first).lstrip(), count=1)))


def _into_an_item(tree: BeautifulSoup, tag: Tag) -> None:
    """Move what is no item into the item above it; a list or words at the start get an item of their own."""
    before = tag.find_previous_sibling("li")
    if isinstance(before, Tag):
        before.append(tag.extract())
    else:
        tag.wrap(tree.new_tag("li"))
