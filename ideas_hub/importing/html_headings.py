"""Headings in steps of one below the title of the page, which no text repeats."""

import re
from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup, Tag

from ideas_hub.importing.html_parts import HEADINGS, INLINE, tags
from ideas_hub.problem import excerpt

IN_PARTS = ("li", "td", "th", "blockquote", "alert", "note_text")
WORD = re.compile(r"\w+")


def tidy_headings(tree: BeautifulSoup, title: str, top_level: int = 2) -> Iterator[str]:
    """Leave headings that start at a level and skip none, and yield a note if any was moved.

    title: of the page; the first heading is left out if it says the same.
    top_level: of the highest heading, 2 or 3.
    """
    for tag in tags(tree, HEADINGS):
        _tidy_heading(tree, tag)
    headings = list(tags(tree, HEADINGS))
    if headings and title and _words(headings[0].get_text()) == _words(title):
        headings.pop(0).decompose()
        yield "The first heading repeated the title, and was left out."
    if moved := _put_in_steps(headings, top_level):
        yield f"{f'{moved} headings were' if moved > 1 else 'A heading was'} moved to the right level."


def _tidy_heading(tree: BeautifulSoup, tag: Tag) -> None:
    """Leave of a heading one row of words; within a list, a table or a quotation it becomes bold words."""
    for inner in tag.find_all(lambda inner: inner.name == "strong" or inner.name not in INLINE):
        inner.insert(0, " ")
        inner.append(" ")
        inner.unwrap()
    if not tag.get_text(strip=True):
        tag.decompose()
    elif tag.find_parent([*IN_PARTS]):
        _as_bold(tree, tag)


def _put_in_steps(headings: Sequence[Tag], top_level: int) -> int:
    """Give headings levels without gaps, and return how many were moved."""
    open_levels: list[int] = []  # as they were, of the headings that the next one may stand below
    moved = 0
    for tag in headings:
        level = int(tag.name[1])
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        name = f"h{min(top_level + len(open_levels) - 1, len(HEADINGS))}"
        moved += name != tag.name
        tag.name = name
    return moved


def _as_bold(tree: BeautifulSoup, tag: Tag) -> None:
    """Make a heading within a list, a table or a quotation a row of bold words."""
    inner = tree.new_tag("strong")
    inner.extend(list(tag.contents))
    tag.append(inner)
    tag.name = "p"


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def first_heading(tree: BeautifulSoup) -> str:
    """Return the words of the first heading, if the text starts with one; "" if it does not."""
    first = next((tag for tag in tree.find_all(recursive=False) if tag.get_text(strip=True)), None)
    return excerpt(first.get_text(" "), 1000) if first is not None and first.name in HEADINGS else ""
