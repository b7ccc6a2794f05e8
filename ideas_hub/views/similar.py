"""Entries like the one on the page, with the reason in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import VOCABULARY_KINDS
from ideas_hub.search.similarity import Similar, Similarity, TermRef
from ideas_hub.views import english
from ideas_hub.views.page import Link, link_to

REASONS = 3


@dataclass(frozen=True, slots=True)
class SimilarView:
    """A similar entry.  reason: what both have in common, such as "Also for unpaid carers, also online"."""

    link: Link
    summary: str
    reason: str


class SimilarViews(Mapping[str, tuple[SimilarView, ...]]):
    """The similar entries of each entry by its file, the most like it first; made when asked for."""

    def __init__(self, hub: Hub) -> None:
        """Compare nothing yet."""
        self._hub, self._similar = hub, Similarity(hub)

    def __getitem__(self, file: str) -> tuple[SimilarView, ...]:
        return tuple(similar_view(one, self._hub) for one in self._similar[file])

    def __iter__(self) -> Iterator[str]:
        return iter(self._similar)

    def __len__(self) -> int:
        return len(self._similar)


def similar_view(similar: Similar, hub: Hub) -> SimilarView:
    """Return a similar entry as its row on the page."""
    entry = similar.entry
    return SimilarView(link_to(entry), entry.facts.summary, reason(similar, hub))


def reason(similar: Similar, hub: Hub) -> str:
    """Return why an entry is similar: the shared terms that tell most, or shared words where there is none."""
    said = [phrase for term in similar.terms if (phrase := term_phrase(term, hub))][:REASONS]
    if said:
        return f"Also {', also '.join(said)}"
    return f"Both speak of {english.listed([f'“{word}”' for word in similar.words])}" if similar.words else ""


def term_phrase(term: TermRef, hub: Hub) -> str:
    """Return a term as it follows "also": "for unpaid carers", "in London", "walking", "online"; "" for an unknown one."""
    name, value = term
    for kind in VOCABULARY_KINDS:
        if kind.id == name:
            known = hub.vocabulary.of_kind(kind).get(value)
            return known.facts.phrase if known else ""
    lists = hub.vocabulary.lists
    if name == "activities":
        activity = lists.activities.get(value)
        return english.within_sentence(activity.label) if activity else ""
    label = lists.topics.get(value) if name == "topics" else lists.delivery.get(value)
    spoken = english.within_sentence(label) if label else ""
    return f"about {spoken}" if spoken and name == "topics" else spoken
