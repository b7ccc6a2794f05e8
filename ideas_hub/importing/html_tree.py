"""HTML as any program writes it, as a tree of the few kinds of part that a text of the hub has.

Words are never dropped: a part that has no place here gives its words to the part around it, and what is no words, such
as a picture or a script, is named in a note.
"""

import re
from collections.abc import Callable, Iterator

from bs4 import BeautifulSoup, Comment
from bs4.element import PreformattedString

from ideas_hub.importing.html_emphasis import tidy_emphasis
from ideas_hub.importing.html_headings import tidy_headings
from ideas_hub.importing.html_links import tidy_links, tidy_notes, tidy_pictures
from ideas_hub.importing.html_lists import tidy_lists
from ideas_hub.importing.html_paragraphs import tidy_paragraphs
from ideas_hub.importing.html_parts import BLOCKS, KEPT, NO_WORDS, SAME, holds_blocks, parse_html, tags, unknown_tags
from ideas_hub.importing.html_tables import tidy_tables
from ideas_hub.problem import excerpt

SET_APART = ("dt", "summary", "caption")
"""Their words stand above others, in bold."""

MOST = 300  # characters of what is left out, in a note


def tidy_html(
    html: str, target_of: Callable[[str], str], title: str = "", top_level: int = 2
) -> tuple[BeautifulSoup, list[str]]:
    """Return HTML as a tidied tree, and notes on what was changed.

    target_of: returns where a link leads here, or "" where it leads nowhere.
    title, top_level: as in `tidy_headings`.
    Raises ValueError if its parts are nested more deeply than anybody writes.
    """
    tree = parse_html(html)
    notes = [f"Only the words inside {excerpt(tag, MOST)} were kept." for tag in unknown_tags(html)]
    notes += [*_drop_what_is_no_words(tree), *_spell_out(tree), *tidy_pictures(tree)]
    _rename(tree)
    notes += [*tidy_links(tree, target_of), *tidy_notes(tree)]
    tidy_tables(tree)
    tidy_paragraphs(tree)
    tidy_emphasis(tree)
    tidy_lists(tree)
    _drop_empty(tree)
    notes += tidy_headings(tree, title, top_level)
    return tree, list(dict.fromkeys(notes))


def words_of(text: str) -> str:
    """Return a text of a few words, which may have HTML or marks of Markdown in it, as plain words on one line."""
    words = BeautifulSoup(text, "html.parser").get_text() if "<" in text or "&" in text else text
    words = re.sub(r"!?\[([^\[\]]*)\]\([^()]*\)", r"\1", words)
    words = re.sub(r"(?<!\w)(\*{1,3}|_{1,3}|`+)(?=\S)(.+?)(?<=\S)\1(?!\w)", r"\2", words)
    return " ".join(words.split())


def _drop_what_is_no_words(tree: BeautifulSoup) -> Iterator[str]:
    """Take out scripts, styles, drawings and comments."""
    for text in tree.find_all(string=lambda text: isinstance(text, PreformattedString)):
        if isinstance(text, Comment) and (words := excerpt(text, MOST)):
            yield f'A comment that readers never saw was left out: "{words}".'
        text.extract()
    for tag in tags(tree, NO_WORDS):
        inner = excerpt(tag.get_text(" "), MOST)
        yield f"A part <{tag.name}> was left out" + (f': "{inner}".' if inner else ".")
        tag.decompose()


def _spell_out(tree: BeautifulSoup) -> Iterator[str]:
    """Write in words what a tag says by itself: what an abbreviation means, quotation marks, a box that is ticked."""
    for tag in tags(tree, ("abbr", "acronym")):
        if (meaning := str(tag.get("title") or "").strip()) and meaning not in tag.get_text():
            tag.append(f" ({meaning})")
            yield f'An abbreviation was written out: "{excerpt(tag.get_text())}".'
    for tag in tags(tree, ("q",)):
        tag.insert(0, "\u201c")
        tag.append("\u201d")
    for tag in tags(tree, ("input",)):
        box = tree.new_tag("task", attrs={"checked": "yes"} if tag.has_attr("checked") else {})
        if tag.get("type") == "checkbox" and tag.find_parent("li"):
            tag.replace_with(box)
        else:
            tag.decompose()
    for tag in tags(tree, SET_APART):
        if not tag.find(["strong", "b", *BLOCKS]) and tag.get_text(strip=True):
            inner = tree.new_tag("strong")
            inner.extend(list(tag.contents))
            tag.append(inner)


def _rename(tree: BeautifulSoup) -> None:
    """Give each part the name of the kind that stands for it here; of one that has none only the words stay."""
    for tag in tags(tree):
        tag.name = SAME.get(tag.name, tag.name)
    for tag in tags(tree):
        if tag.name not in KEPT and holds_blocks(tag):
            tag.name = "div"
        elif tag.name not in KEPT:
            tag.unwrap()


def _drop_empty(tree: BeautifulSoup) -> None:
    for tag in reversed(list(tags(tree, (*BLOCKS, "a", "code")))):
        if tag.name not in {"hr", "table"} and not tag.get_text(strip=True) and not tag.find(["hr", "task", "note"]):
            tag.decompose()
