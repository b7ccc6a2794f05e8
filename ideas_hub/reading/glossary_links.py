"""The first use of a word that a reader may not know becomes a link to its meaning: a link, not something to hover over."""

import hashlib
import html
import re
import string
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from ideas_hub.model import addresses
from ideas_hub.model.term import GlossaryTerm

TAG = re.compile(r"<[^>]+>")
NOT_IN = {"a", "code", "pre", "h2", "h3", "h4", "h5", "h6", "th"}  # a link in a link is none; a heading stays quiet
PLAIN = frozenset(string.ascii_letters + string.digits)
OTHERS_TO_SPACES = bytes(code if chr(code) in PLAIN else ord(" ") for code in range(256))
Place = tuple[int, str, str]
"""Where a form starts in a text, the form, and the id of its word."""


class GlossaryMatcher:
    """The forms of all glossary words, ready to be looked for; two of the same words are alike."""

    def __init__(self, glossary: Mapping[str, GlossaryTerm]) -> None:
        """Keep each form as it stands in HTML, small and capital, the longest first, so that the fullest name is the one linked."""
        found = {
            (html.escape(spelling, quote=False), word_id)
            for word_id, word in glossary.items()
            for form in word.forms
            for spelling in (form, form[:1].upper() + form[1:])
            if form[:1].isalnum()
        }
        ordered = sorted(found, key=lambda pair: (-len(pair[0]), pair))
        self._forms = [(form, word_id, _rough_words(form)) for form, word_id in ordered]
        self.digest = hashlib.sha256(repr(ordered).encode()).hexdigest()

    def __repr__(self) -> str:
        """Return a text that is the same for the same words, so that it can be part of a cache's key."""
        return f"Forms({self.digest})"

    def places(self, text: str) -> list[Place]:
        """Return where a form stands in a text as words of their own, in order, with the longest form at each place."""
        words = _rough_words(text)
        found: dict[int, tuple[str, str]] = {}
        for form, word_id, needed in self._forms:
            if needed <= words:  # few are; to look for each of them would take ten times as long
                for start in _starts(form, text):
                    found.setdefault(start, (form, word_id))
        return [(start, *found[start]) for start in sorted(found)]


def link_first_uses(clean_html: str, forms: GlossaryMatcher, page: str) -> str:
    """Return safe HTML in which the first use of each glossary word links to its meaning.  page: the page's address."""
    linked: set[str] = set()
    made, done = [], 0
    for start, form, word_id in _in_running_text(forms.places(clean_html), clean_html):
        if start >= done and word_id not in linked:
            linked.add(word_id)
            address = addresses.relative(addresses.glossary(word_id), page)
            made += [clean_html[done:start], f'<a class="word" href="{address}">{form}</a>']
            done = start + len(form)
    return "".join([*made, clean_html[done:]])


def _rough_words(text: str) -> frozenset[bytes]:
    """Return the words of a text, cut at all but plain letters and digits: much faster than a regular expression.

    A word with other letters in it falls into the same pieces wherever it stands, so what is not among these is not there.
    """
    return frozenset(text.encode().translate(OTHERS_TO_SPACES).split())


def _starts(form: str, text: str) -> Iterator[int]:
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not (before.isalnum() or before in {"-", "&", "/"} or after.isalnum() or after in {"-", "_"}):
            yield start
        start = text.find(form, start + 1)


def _in_running_text(places: Iterable[Place], clean_html: str) -> Iterator[Place]:
    """Yield the places, which are in order, that stand in no tag and in nothing of NOT_IN."""
    texts = _running_texts(clean_html)
    start, end = next(texts)
    for place in places:
        while end <= place[0]:
            start, end = next(texts, (len(clean_html),) * 2)
        if start <= place[0]:
            yield place


def _running_texts(clean_html: str) -> Iterator[tuple[int, int]]:
    """Yield where each text between tags starts and ends, but for what stands in NOT_IN."""
    done = inside = 0
    for tag in TAG.finditer(clean_html):
        if not inside:
            yield done, tag.start()
        done = tag.end()
        inside += _steps_in(tag[0])
    if not inside:
        yield done, len(clean_html)


@lru_cache(maxsize=1000)  # the same few tags again and again
def _steps_in(tag: str) -> int:
    """Return 1 for a tag that opens one of NOT_IN, -1 for one that closes it, 0 for any other."""
    if tag.strip("</>").split(" ")[0] not in NOT_IN:
        return 0
    return -1 if tag.startswith("</") else 1
