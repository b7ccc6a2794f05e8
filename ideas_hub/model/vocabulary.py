"""The vocabulary that entries are tagged with: terms, each with a page, and the small closed lists."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ideas_hub.model.document import Document
from ideas_hub.model.kinds import COMMUNITIES, REGIONS, THEMES, VOCABULARY_KINDS, Kind
from ideas_hub.model.term import Lists, Term

NATIONAL = "national"
"""The region of entries that are about every region."""


@dataclass(frozen=True)
class Vocabulary:
    """All terms by kind and id, in label order (NATIONAL last), and the small lists.

    illustrations: the drawings that stand for themes, as SVG, each by the id of its theme.
    """

    themes: Mapping[str, Document[Term]]
    regions: Mapping[str, Document[Term]]
    communities: Mapping[str, Document[Term]]
    lists: Lists
    illustrations: Mapping[str, bytes] = field(default_factory=dict)

    def of_kind(self, kind: Kind) -> Mapping[str, Document[Term]]:
        """Return the terms of one kind by id."""
        return {THEMES.id: self.themes, REGIONS.id: self.regions, COMMUNITIES.id: self.communities}[kind.id]

    def terms(self) -> Iterator[Document[Term]]:
        """Yield every term: themes, then regions, then communities."""
        for kind in VOCABULARY_KINDS:
            yield from self.of_kind(kind).values()

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that keep their capital within a sentence: a term's phrase shows how they are written there."""
        return frozenset(word for term in self.terms() for word in term.facts.phrase.split() if word[:1].isupper())

    def narrower(self, term: Document[Term]) -> tuple[Document[Term], ...]:
        """Return the terms that name this one as broader."""
        return tuple(other for other in self.of_kind(term.kind).values() if other.facts.broader == term.id)

    def broader(self, term: Document[Term]) -> Document[Term] | None:
        """Return the broader term, if this one has one."""
        return self.of_kind(term.kind).get(term.facts.broader or "")


def in_label_order(terms: list[Document[Term]]) -> dict[str, Document[Term]]:
    """Return terms by id, in label order, NATIONAL last."""
    return {term.id: term for term in sorted(terms, key=lambda t: (t.id == NATIONAL, t.facts.label.casefold()))}
