"""The first use of a word that a reader may not know becomes a link to its meaning: a link, not something to hover over."""

from __future__ import annotations

import hashlib
import html
import re
from collections import defaultdict
from collections.abc import Mapping

from ideas_hub import addresses
from ideas_hub.model.term import GlossaryTerm

TAG = re.compile(r"(<[^>]+>)")
WORD = re.compile(r"[^\W_]+")
NOT_IN = {"a", "code", "pre", "h2", "h3", "h4", "h5", "h6", "th"}  # a link in a link is none; a heading stays quiet


class Forms:
    """The forms of all glossary words, ready to be looked for; two of the same words are alike."""

    def __init__(self, glossary: Mapping[str, GlossaryTerm]) -> None:
        """Order the forms by their first word, the longest first, so that the fullest name is the one linked."""
        self.by_first_word: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for word_id, word in glossary.items():
            for form in {*word.forms, *(form[:1].upper() + form[1:] for form in word.forms)}:
                escaped = html.escape(form, quote=False)
                if first := WORD.match(escaped):
                    self.by_first_word[first.group()].append((escaped, word_id))
        for found in self.by_first_word.values():
            found.sort(key=lambda pair: (-len(pair[0]), pair))
        self.digest = hashlib.sha256(repr(sorted(self.by_first_word.items())).encode()).hexdigest()

    def __repr__(self) -> str:
        """Return a text that is the same for the same words, so that it can be part of a cache's key."""
        return f"Forms({self.digest})"

    def at(self, text: str, start: int, word: str) -> tuple[str, str] | None:
        """Return the form that stands at a place in a text and the id of its word."""
        for form, word_id in self.by_first_word.get(word, ()):
            end = start + len(form)
            if text.startswith(form, start) and not (text[end : end + 1].isalnum() or text[end : end + 1] in {"-", "_"}):
                return form, word_id
        return None


def link_first_uses(clean_html: str, forms: Forms, page: str) -> str:
    """Return safe HTML in which the first use of each glossary word links to its meaning.  page: the page's address."""
    linked: set[str] = set()
    inside = 0
    parts = TAG.split(clean_html)
    for number, part in enumerate(parts):
        if number % 2:  # a tag
            if part.strip("</>").split(" ")[0] in NOT_IN:
                inside += -1 if part.startswith("</") else 1
        elif part and not inside:
            parts[number] = _link_in_text(part, forms, page, linked)
    return "".join(parts)


def _link_in_text(text: str, forms: Forms, page: str, linked: set[str]) -> str:
    if forms.by_first_word.keys().isdisjoint(WORD.findall(text)):
        return text  # most passages: one look at all words at once is much faster than one at each
    made, done = [], 0
    for match in WORD.finditer(text):
        if match.start() < done or text[match.start() - 1 : match.start()] in {"-", "&", "/"}:
            continue
        found = forms.at(text, match.start(), match.group())
        if found and found[1] not in linked:
            form, word_id = found
            linked.add(word_id)
            made += [
                text[done : match.start()],
                f'<a class="word" href="{addresses.relative(addresses.glossary(word_id), page)}">{form}</a>',
            ]
            done = match.start() + len(form)
    return "".join([*made, text[done:]])
