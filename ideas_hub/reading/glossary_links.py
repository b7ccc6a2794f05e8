"""The first use of a glossary word in a text becomes a link to its meaning: a link, not something to hover over."""

import hashlib
import html
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from ideas_hub.model import addresses
from ideas_hub.model.term import GlossaryTerm

TAG = re.compile(r"<[^>]+>")
UNLINKED_TAGS = {"a", "code", "pre", "h2", "h3", "h4", "h5", "h6", "th"}  # links cannot nest; headings stay plain
ALL_BUT_ASCII_WORDS_TO_SPACES = bytes(
    code if chr(code).isascii() and chr(code).isalnum() else ord(" ") for code in range(256)
)
Match = tuple[int, str, str]
"""Where a form starts in a text, the form, and the id of its word."""


class GlossaryMatcher:
    """A matcher for glossary terms; equal glossaries have equal `repr`s."""

    def __init__(self, glossary: Mapping[str, GlossaryTerm]) -> None:
        """Prepare each form as it is written in HTML, lower-case and capitalised.

        Longest first, so that the fullest name is the one linked.
        """
        spellings = {
            (html.escape(spelling, quote=False), word_id)
            for word_id, word in glossary.items()
            for form in word.forms
            for spelling in (form, form[:1].upper() + form[1:])
            if form[:1].isalnum()
        }
        ordered = sorted(spellings, key=lambda pair: (-len(pair[0]), pair))
        self._forms = [(form, word_id, _ascii_words(form)) for form, word_id in ordered]
        self._digest = hashlib.sha256(repr(ordered).encode()).hexdigest()

    def __repr__(self) -> str:
        """Return a text that identifies the glossary's words, for use in a cache key."""
        return f"GlossaryMatcher({self._digest})"

    def find(self, text: str) -> list[Match]:
        """Return the whole-word matches in a text, in order, with the longest form at each place."""
        words = _ascii_words(text)
        found: dict[int, tuple[str, str]] = {}
        for form, word_id, needed in self._forms:
            if needed <= words:  # true of few forms; searching for each of them would take ten times as long
                for start in _starts(form, text):
                    found.setdefault(start, (form, word_id))
        return [(start, *found[start]) for start in sorted(found)]


def link_first_uses(clean_html: str, matcher: GlossaryMatcher, page: str) -> str:
    """Return safe HTML in which the first use of each glossary word links to its meaning.

    page: the page's address.
    """
    linked: set[str] = set()
    parts, end = list[str](), 0
    for start, form, word_id in _in_running_text(matcher.find(clean_html), clean_html):
        if start >= end and word_id not in linked:
            linked.add(word_id)
            address = addresses.relative(addresses.glossary(word_id), page)
            parts += [clean_html[end:start], f'<a class="word" href="{address}">{form}</a>']
            end = start + len(form)
    return "".join([*parts, clean_html[end:]])


def _ascii_words(text: str) -> frozenset[bytes]:
    """Return the runs of ASCII letters and digits in a text: much faster than a regular expression.

    A word with other letters falls into the same runs wherever it is used, so a form whose runs are missing is missing.
    """
    return frozenset(text.encode().translate(ALL_BUT_ASCII_WORDS_TO_SPACES).split())


def _starts(form: str, text: str) -> Iterator[int]:
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not (before.isalnum() or before in {"-", "&", "/"} or after.isalnum() or after in {"-", "_"}):
            yield start
        start = text.find(form, start + 1)


def _in_running_text(matches: Iterable[Match], clean_html: str) -> Iterator[Match]:
    """Yield those of the matches, which are in order, that are in no tag and not inside UNLINKED_TAGS."""
    texts = _running_texts(clean_html)
    start, end = next(texts)
    for match in matches:
        while end <= match[0]:
            start, end = next(texts, (len(clean_html),) * 2)
        if start <= match[0]:
            yield match


def _running_texts(clean_html: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each text between tags, except inside UNLINKED_TAGS."""
    end = depth = 0
    for tag in TAG.finditer(clean_html):
        if not depth:
            yield end, tag.start()
        end = tag.end()
        depth += _depth_change(tag[0])
    if not depth:
        yield end, len(clean_html)


@lru_cache(maxsize=1000)  # the same few tags again and again
def _depth_change(tag: str) -> int:
    """Return 1 for a tag that opens one of UNLINKED_TAGS, -1 for one that closes it, 0 for any other."""
    if tag.strip("</>").split(" ")[0] not in UNLINKED_TAGS:
        return 0
    return -1 if tag.startswith("</") else 1
