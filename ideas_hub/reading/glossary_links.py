"""The first use of a glossary word in a text becomes a link to its meaning: a link, not something to hover over."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import TypeAlias

from ideas_hub.model.term import GlossaryTerm
from ideas_hub.reading.bare_addresses import FoundLink
from ideas_hub.reading.markdown import Event, with_links
from ideas_hub.reading.prose import ascii_words

NO_PART = b""
"""Stands for the longest part of a form in another script."""
GLOSSARY = "Glossary"
"""The type of a link to a word's meaning."""
UNLINKED = frozenset({"Link", "CodeBlock", "Heading", "TableHead"})  # links cannot nest; headings stay plain
Form: TypeAlias = tuple[str, str]
"""A form of a word, and the word's id."""
Match = tuple[int, str, str]
"""Where a form starts in a text, the form, and the id of its word."""


class GlossaryMatcher:
    """A matcher for glossary terms.

    digest: of the words; equal glossaries have equal digests.
    """

    def __init__(self, glossary: Mapping[str, GlossaryTerm]) -> None:
        """Prepare each form, lower-case and capitalised.

        Longest first, so that the fullest name is the one linked.
        """
        spellings = {
            (spelling, word_id)
            for word_id, word in glossary.items()
            for form in word.forms
            for spelling in (form, form[:1].upper() + form[1:])
            if form[:1].isalnum()
        }
        ordered = sorted(spellings, key=lambda pair: (-len(pair[0]), pair))
        self._by_longest_part: dict[bytes, list[tuple[int, str, str, frozenset[bytes]]]] = {}
        for rank, (form, word_id) in enumerate(ordered):
            parts = frozenset(ascii_words(form))
            self._by_longest_part.setdefault(max(parts, key=len, default=NO_PART), []).append(
                (rank, form, word_id, parts)
            )
        self.digest = hashlib.sha256(repr(ordered).encode()).digest()

    def forms_in(self, vocabulary: frozenset[bytes]) -> list[Form]:
        """Return the forms that may be in a text, the longest first; few are.

        vocabulary: of the text, as in `Prose`.
        """
        parts_in_text = (*(self._by_longest_part.keys() & vocabulary), NO_PART)
        found = [form for part in parts_in_text for form in self._by_longest_part.get(part, ())]
        found.sort(key=itemgetter(0))
        return [(form, word_id) for _, form, word_id, parts in found if parts <= vocabulary]


def link_first_uses(events: Iterable[Event], forms: Sequence[Form]) -> Iterator[Event]:
    """Yield events in which the first use of each word is a link; its details have the word's id as target.

    forms: those that may be in the text, the longest first.
    """
    linked: set[str] = set()
    inside = 0
    for event in events:
        if event.name in UNLINKED:
            inside += 1 if event.kind == "open" else -1
        if event.kind == "text" and not inside:
            yield from with_links(event, _first_uses(event.value, forms, linked))
        else:
            yield event


def _first_uses(text: str, forms: Sequence[Form], linked: set[str]) -> Iterator[FoundLink]:
    """Yield the words of a text that are not linked yet, and note that they are."""
    done = 0
    for start, form, word_id in find_forms(forms, text):
        if start >= done and word_id not in linked:
            linked.add(word_id)
            done = start + len(form)
            yield FoundLink(start, done, {"link_type": GLOSSARY, "dest_url": word_id, "title": "", "id": ""})


def find_forms(forms: Iterable[Form], text: str) -> list[Match]:
    """Return the whole-word matches of forms in a text, in order, with the longest form at each place.

    forms: with the ids of their words, the longest first.
    """
    found: dict[int, tuple[str, str]] = {}
    for form, word_id in forms:
        for start in _starts(form, text):
            found.setdefault(start, (form, word_id))
    return [(start, *found[start]) for start in sorted(found)]


def _starts(form: str, text: str) -> Iterator[int]:
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not (before.isalnum() or before in {"-", "&", "/"} or after.isalnum() or after in {"-", "_"}):
            yield start
        start = text.find(form, start + 1)
