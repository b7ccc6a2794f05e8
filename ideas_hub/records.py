"""What the search knows of each entry: its card, its words by field, and its choices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ideas_hub.article import Article
from ideas_hub.cache import Cache
from ideas_hub.documents import Document
from ideas_hub.hub import Hub, terms_of
from ideas_hub.kinds import ENTRY_KINDS, VOCABULARY_KINDS
from ideas_hub.making import make_each
from ideas_hub.search import EntryWords, Facet, SearchRecord, count_words
from ideas_hub.views.entries import card, kind_label

FACETS = {"themes": ("theme", "What people did"), "regions": ("region", "Where"), "communities": ("community", "Who it was for")}
KIND_FACET = ("kind", "What kind of page")


def search_facets(hub: Hub) -> tuple[Facet, ...]:
    """Return the finder's questions with the choices that some entry carries, in the order shown."""
    facets = [Facet(*FACETS[kind.id], choices=tuple((term.id, term.facts.label) for term in hub.vocabulary.of_kind(kind).values() if hub.tagged(term)))
              for kind in VOCABULARY_KINDS]
    kinds = tuple((kind.id, kind_label(kind)) for kind in ENTRY_KINDS if any(entry.kind is kind for entry in hub.entries))
    return (*facets, Facet(*KIND_FACET, choices=kinds))


def search_records(hub: Hub, articles: Mapping[str, Article]) -> tuple[SearchRecord, ...]:
    """Return a record for each entry, the oldest first: a new entry then changes the fewest search files."""
    oldest_first = sorted(hub.entries, key=lambda entry: (entry.facts.published, entry.kind.id, entry.id))
    return tuple(SearchRecord(card(entry, hub), _facets(entry), _texts(entry, hub, articles[entry.file])) for entry in oldest_first)


def search_words(records: Sequence[SearchRecord], cache: Cache) -> list[EntryWords]:
    """Return the counted words of each record, in order; a text is counted once until it changes."""
    return make_each("words", _count, [tuple(record.texts.items()) for record in records], cache)


def _count(texts: tuple[tuple[str, str], ...]) -> EntryWords:
    return count_words(dict(texts))


def _facets(entry: Document[Any]) -> Mapping[str, tuple[str, ...]]:
    terms = {FACETS[kind.id][0]: terms_of(entry, kind.id) for kind in VOCABULARY_KINDS}
    return {**terms, KIND_FACET[0]: (entry.kind.id,)}


def _texts(entry: Document[Any], hub: Hub, article: Article) -> Mapping[str, str]:
    """Return an entry's words by field; the synonyms of its terms find it too."""
    facts, lists = entry.facts, hub.vocabulary.lists
    terms = [hub.vocabulary.of_kind(kind)[term].facts for kind in VOCABULARY_KINDS for term in terms_of(entry, kind.id)
             if term in hub.vocabulary.of_kind(kind)]
    spoken = [word for term in terms for word in (term.label, *term.synonyms)]
    spoken += [lists.activities[a].label for a in getattr(facts, "activities", ()) if a in lists.activities]
    spoken += [lists.topics[t] for t in getattr(facts, "topics", ()) if t in lists.topics]
    names = [getattr(facts, "organisation", ""), getattr(facts, "place", ""), *getattr(facts, "partners", ()), *getattr(facts, "owner", ())]
    said = [*getattr(facts, "worked", ()), *getattr(facts, "did_not_work", ()), *getattr(facts, "try_this", ()), *getattr(facts, "takeaways", ()),
            getattr(facts, "statement", "")]
    return {
        "title": facts.title, "names": "\n".join(names), "summary": facts.summary, "terms": "\n".join([*spoken, *facts.search_terms]),
        "headings": "\n".join(text for _, text in article.headings), "body": "\n".join([article.text, *said]),
    }
