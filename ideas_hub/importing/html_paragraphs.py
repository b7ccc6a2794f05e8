"""Paragraphs: every word that is in no other block stands in one, and none has a line break or a block in it."""

from collections.abc import Sequence

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from ideas_hub.importing.html_parts import BLOCKS, CELLS, EMPHASIS, HOLD_BLOCKS, LISTS, holds_blocks, tags

END = "end-of-paragraph"
"""The name of a tag that stands where a line break was among words in no paragraph."""


def tidy_paragraphs(tree: BeautifulSoup) -> None:
    """Part paragraphs at line breaks, put loose words into paragraphs, and leave no divisions."""
    for tag in reversed(list(tags(tree, ("br",)))):  # so that each moves only what stands before the next
        _break_at(tree, tag)
    for tag in reversed(list(tags(tree, ("p", *EMPHASIS, "code", "a")))):
        if holds_blocks(tag):
            tag.name = "div"
    items = [item for item in tags(tree, ("li",)) if item.find([*(set(BLOCKS) - set(LISTS))], recursive=False)]
    for holder in (tree, *tags(tree, HOLD_BLOCKS), *items):
        _wrap_loose_words(tree, holder)
    for tag in tags(tree, (END,)):
        tag.decompose()
    for tag in tags(tree, ("div",)):
        tag.insert_before(" ")
        tag.insert_after(" ")
        tag.unwrap()


def _break_at(tree: BeautifulSoup, tag: Tag) -> None:
    """End the paragraph at a line break; where there can be no other paragraph, leave a space."""
    paragraph = tag.find_parent("p")
    if tag.find_parent("pre"):
        tag.replace_with("\n")
    elif paragraph is not None and not tag.find_parent(CELLS):
        while tag.parent is not None and tag.parent is not paragraph:
            _lift(tree, tag, tag.parent)
        after = tree.new_tag("p")
        after.extend(list(tag.next_siblings))
        paragraph.insert_after(after)
        tag.decompose()
    elif tag.parent is tree or (tag.parent is not None and tag.parent.name in HOLD_BLOCKS):
        tag.replace_with(tree.new_tag(END))
    else:
        tag.replace_with(" ")


def _lift(tree: BeautifulSoup, tag: Tag, around: Tag) -> None:
    """Move a tag out of the one around it, which is cut in two."""
    rest = tree.new_tag(around.name)
    rest.attrs = dict(around.attrs)
    rest.extend(list(tag.next_siblings))
    around.insert_after(rest)
    around.insert_after(tag.extract())


def _wrap_loose_words(tree: BeautifulSoup, holder: Tag) -> None:
    run: list[PageElement] = []
    for child in list(holder.contents):
        if isinstance(child, Tag) and child.name in {*BLOCKS, END}:
            _wrap(tree, run)
            run = []
        else:
            run.append(child)
    _wrap(tree, run)


def _wrap(tree: BeautifulSoup, run: Sequence[PageElement]) -> None:
    """Put words in a row into a paragraph, if there are any."""
    if any(not isinstance(node, NavigableString) or node.strip() for node in run):
        paragraph = tree.new_tag("p")
        run[0].insert_before(paragraph)
        paragraph.extend(list(run))
