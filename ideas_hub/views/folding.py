"""A section of an entry as its page shows it: a long one in part, with the rest folded away."""

import re
from dataclasses import dataclass
from html import unescape
from itertools import accumulate
from typing import Any, TypeAlias

from ideas_hub.model import sections
from ideas_hub.model.sections import Section

Rows: TypeAlias = tuple[Any, ...]
"""What a section lists, by its shape: sentences, facts, figures, links or links to evidence; a body is one text."""

WORDS_SHOWN = 560
"""About four screens of a phone."""

MIN_FOLDED = 2  # rows or sections; a fold for one would hide more than it saves

SECTION = re.compile(r"(?=<h2 )")
HEADING = re.compile(r"<h2 [^>]*>(.*?)</h2>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
CONTAINER = re.compile(r"<(/?)(?:blockquote|ul|ol)\b")


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section as its page shows it.

    more: the rows that are folded away, () or at least two, or the rest of a long text.
    more_words: what the fold says, such as "2 more".
    """

    section: Section
    rows: Rows
    more: Rows = ()
    more_words: str = ""


def shown_section(section: Section, rows: Rows) -> ShownSection:
    """Return a section as its page shows it."""
    if section is sections.BODY:
        text = split_text(rows[0])
        return ShownSection(section, (text.start,), (text.rest,) if text.rest else (), " · ".join(text.headings))
    if section.shown and len(rows) - section.shown >= MIN_FOLDED:
        more = rows[section.shown :]
        return ShownSection(section, rows[: section.shown], more, f"{len(more)} more")
    return ShownSection(section, rows)


@dataclass(frozen=True, slots=True)
class SplitText:
    """A text as HTML.  rest: "" if nothing is folded away.  headings: of the sections of the rest, as plain words."""

    start: str
    rest: str = ""
    headings: tuple[str, ...] = ()


def split_text(html: str) -> SplitText:
    """Split a text before the section that would show more than `WORDS_SHOWN` words; the first always shows.

    html: of an article, as the hub writes it.
    """
    parts = _sections(html)
    so_far = tuple(accumulate(len(TAG.sub(" ", part).split()) for part in parts))
    first = max(2, sum(words <= WORDS_SHOWN for words in so_far))  # what stands before the first heading counts as one
    if len(parts) - first < MIN_FOLDED:
        return SplitText(html)
    rest = "".join(parts[first:])
    headings = tuple(unescape(TAG.sub("", found[1])) for part in parts[first:] if (found := HEADING.match(part)))
    return SplitText("".join(parts[:first]), rest, headings)


def _sections(html: str) -> list[str]:
    """Return what is before the first heading, maybe "", and each section; none begins within a list or a quotation."""
    sections, depth = [""], 0
    for part in SECTION.split(html):
        if depth or not part.startswith("<h2 "):
            sections[-1] += part
        else:
            sections.append(part)
        depth += sum(-1 if found[1] else 1 for found in CONTAINER.finditer(part))
    return sections
