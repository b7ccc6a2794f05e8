"""What the search knows of each entry: its card, its words by field, and its choices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ideas_hub.article import Article
from ideas_hub.cache import Cache
from ideas_hub.documents import Document
from ideas_hub.facets import facets_of
from ideas_hub.hub import Hub, terms_of
from ideas_hub.kinds import CASE_STUDIES, VOCABULARY_KINDS
from ideas_hub.making import make_each
from ideas_hub.search import EntryWords, SearchRecord, count_words
from ideas_hub.views.entries import card


def search_records(hub: Hub, articles: Mapping[str, Article]) -> tuple[SearchRecord, ...]:
    """Return a record for each entry, the oldest first: a new entry then changes the fewest search files."""
    oldest_first = sorted(hub.entries, key=lambda entry: (entry.facts.published, entry.kind.id, entry.id))
    return tuple(SearchRecord(card(entry, hub), facets_of(entry), _texts(entry, hub, articles[entry.file])) for entry in oldest_first)


def search_words(records: Sequence[SearchRecord], cache: Cache) -> list[EntryWords]:
    """Return the counted words of each record, in order; a text is counted once until it changes."""
    return make_each("words", _count, [tuple(record.texts.items()) for record in records], cache)


def _count(texts: tuple[tuple[str, str], ...]) -> EntryWords:
    return count_words(dict(texts))


def _texts(entry: Document[Any], hub: Hub, article: Article) -> Mapping[str, str]:
    """Return an entry's words by field; the synonyms of its terms find it too."""
    facts = entry.facts
    labels, synonyms = _vocabulary_words(entry, hub)
    texts = {
        "title": (facts.title,),
        "names": _names(entry, hub),
        "terms": (*labels, *facts.search_terms),
        "summary": (facts.summary,),
        "synonyms": synonyms,
        "headings": tuple(text for _, text in article.headings),
        "body": (article.text, *_said_in_facts(facts), *_shown_by(facts, hub)),
    }
    return {field: "\n".join(text) for field, text in texts.items()}


def _vocabulary_words(entry: Document[Any], hub: Hub) -> tuple[list[str], list[str]]:
    """Return the labels that an entry carries, and what else people call them."""
    facts, lists = entry.facts, hub.vocabulary.lists
    terms = [
        hub.vocabulary.of_kind(kind)[term].facts
        for kind in VOCABULARY_KINDS
        for term in terms_of(entry, kind.id)
        if term in hub.vocabulary.of_kind(kind)
    ]
    labels = [term.label for term in terms]
    labels += [lists.activities[activity].label for activity in getattr(facts, "activities", ()) if activity in lists.activities]
    labels += [lists.topics[topic] for topic in getattr(facts, "topics", ()) if topic in lists.topics]
    labels += [lists.delivery[way] for way in getattr(facts, "delivery", ()) if way in lists.delivery]
    return labels, [word for term in terms for word in term.synonyms]


def _names(entry: Document[Any], hub: Hub) -> tuple[str, ...]:
    """Return who and where, with the other names that a case study's project goes by."""
    facts = entry.facts
    project = hub.project_of_case_study.get(entry.id) if entry.kind is CASE_STUDIES else None
    return (
        *_text_of(facts, "organisation", "place", "partners", "owner", "funder"),
        *(name for area in getattr(facts, "areas", ()) for name in (area.name, area.lead)),
        *((project.facts.name, *project.facts.aliases) if project else ()),
    )


def _said_in_facts(facts: Any) -> tuple[str, ...]:  # noqa: ANN401 one of several records
    """Return the sentences that stand in the front matter and not in the text."""
    box = getattr(facts, "could_we_do_this", None)
    return (
        *_text_of(facts, "statement", "try_this", "worked", "did_not_work", "takeaways", "who_for", "offer", "closed_note"),
        *(_text_of(box, "cost", "people", "time", "place") if box else ()),
        *(f"{author.name} {author.organisation or ''}" for author in getattr(facts, "authors", ())),
    )


def _shown_by(facts: Any, hub: Hub) -> tuple[str, ...]:  # noqa: ANN401 see above
    """Return how projects show a learning point, with their names."""
    shown = getattr(facts, "evidenced_by", ())
    projects = (hub.projects.get(showing.project) for showing in shown if showing.project)
    names = (f"{row.facts.organisation} {row.facts.place}" for row in projects if row)
    return (*names, *(showing.how for showing in shown if showing.how))


def _text_of(record: Any, *fields: str) -> tuple[str, ...]:  # noqa: ANN401 see above
    """Return the texts of some fields of a record that may have them, each one line or a list of lines."""
    values = [getattr(record, field, None) for field in fields]
    return tuple(text for value in values if value for text in ((value,) if isinstance(value, str) else value))
