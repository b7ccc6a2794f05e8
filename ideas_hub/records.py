"""What the search knows of each entry: its card, its words by field, and its choices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from ideas_hub.article import Article
from ideas_hub.cache import Cache
from ideas_hub.documents import Document
from ideas_hub.facets import facets_of
from ideas_hub.hub import Hub
from ideas_hub.kinds import CASE_STUDIES, VOCABULARY_KINDS
from ideas_hub.making import make_each
from ideas_hub.search import EntryWords, SearchRecord, Segment, count_words, segment_of, with_more
from ideas_hub.views.entries import card

IN_A_SEGMENT = 100
"""Entries: few enough to count anew at an edit, many enough for few segments."""


@dataclass(frozen=True, slots=True, repr=False)
class _Portion:
    """Entries whose words make a segment.  first: the ordinal of the first.  around: the digest of all but case studies."""

    first: int
    entries: Sequence[Document[Any]]
    hub: Hub
    around: bytes

    def __repr__(self) -> str:
        """Return all that the segment hangs on."""
        return repr((self.first, self.around, [entry.digest for entry in self.entries]))


def search_records(hub: Hub) -> tuple[SearchRecord, ...]:
    """Return a record for each entry, in the order of the search."""
    return tuple(SearchRecord(card(entry, hub), facets_of(entry), partial(_all_words, entry, hub)) for entry in _oldest_first(hub))


def search_segments(hub: Hub, around: bytes, cache: Cache) -> Sequence[Segment]:
    """Return the words of the entries, in the order of the search.  around: the digest of all content but case studies."""
    entries = _oldest_first(hub)
    portions = [_Portion(first, entries[first : first + IN_A_SEGMENT], hub, around) for first in range(0, len(entries), IN_A_SEGMENT)]
    return make_each("search", _segment, portions, cache)


def _segment(portion: _Portion) -> Segment:
    return segment_of(portion.first, (_all_words(entry, portion.hub) for entry in portion.entries))


def _oldest_first(hub: Hub) -> list[Document[Any]]:
    """Return the entries in the order of the search: a new one then changes the fewest of its files."""
    return sorted(hub.entries, key=lambda entry: (entry.facts.published, entry.kind.id, entry.id))


def _all_words(entry: Document[Any], hub: Hub) -> EntryWords:
    return with_more(entry.words, _said_elsewhere(entry, hub))


def words_of(facts: Any, article: Article) -> EntryWords:  # noqa: ANN401 one of several records
    """Return the words of an entry's own file."""
    texts = _said_in_facts(facts)
    texts["headings"] = tuple(text for _, text in article.headings)
    texts["body"] = (article.text, *texts["body"])
    return _counted(texts)


def words_of_facts(facts: Any) -> EntryWords:  # noqa: ANN401 see above
    """Return the words of an entry's facts alone: what it says of itself in short."""
    return _counted(_said_in_facts(facts))


def _counted(texts: Mapping[str, tuple[str, ...]]) -> EntryWords:
    return count_words({field: "\n".join(text) for field, text in texts.items()})


def _said_in_facts(facts: Any) -> dict[str, tuple[str, ...]]:  # noqa: ANN401 see above
    """Return what the facts of an entry say, by field; facts that an entry of some kinds lacks count nothing."""
    said = vars(facts)  # to ask a record itself for a field that it lacks is slow
    return {
        "title": (facts.title,),
        "names": (
            *_text_of(facts, "organisation", "place", "partners", "owner", "funder"),
            *(name for area in said.get("areas", ()) for name in (area.name, area.lead)),
        ),
        "terms": facts.search_terms,
        "summary": (facts.summary,),
        "body": _sentences(facts),
    }


def _said_elsewhere(entry: Document[Any], hub: Hub) -> Iterator[tuple[str, str]]:
    """Yield what other files say of an entry, as (field, text); the synonyms of its terms find it too."""
    labels, synonyms = _vocabulary_words(entry, hub)
    yield from (("terms", label) for label in labels)
    yield from (("synonyms", words) for words in synonyms)
    project = hub.project_of_case_study.get(entry.id) if entry.kind is CASE_STUDIES else None
    yield from (("names", name) for name in ((project.facts.name, *project.facts.aliases) if project else ()))
    yield from (("shown", text) for text in _shown_by(entry.facts, hub))


def _vocabulary_words(entry: Document[Any], hub: Hub) -> tuple[list[str], list[str]]:
    """Return the labels that an entry carries, and what else people call each of them, a line each."""
    facts, lists = entry.facts, hub.vocabulary.lists
    terms = [term.facts for term in hub.terms_of(entry, *VOCABULARY_KINDS)]
    labels = [term.label for term in terms]
    labels += [lists.activities[activity].label for activity in getattr(facts, "activities", ()) if activity in lists.activities]
    labels += [lists.topics[topic] for topic in getattr(facts, "topics", ()) if topic in lists.topics]
    labels += [lists.delivery[way] for way in getattr(facts, "delivery", ()) if way in lists.delivery]
    return labels, ["\n".join(term.synonyms) for term in terms]


def _sentences(facts: Any) -> tuple[str, ...]:  # noqa: ANN401 see above
    """Return the sentences that stand in the front matter and not in the text."""
    said = vars(facts)
    box = said.get("could_we_do_this")
    return (
        *_text_of(facts, "statement", "try_this", "worked", "did_not_work", "takeaways", "who_for", "offer", "closed_note"),
        *(_text_of(box, "cost", "people", "time", "place") if box else ()),
        *(f"{author.name} {author.organisation or ''}" for author in said.get("authors", ())),
        *(showing.how for showing in said.get("evidenced_by", ()) if showing.how),
    )


def _shown_by(facts: Any, hub: Hub) -> tuple[str, ...]:  # noqa: ANN401 see above
    """Return the names and places of the projects that show a learning point."""
    projects = (hub.projects.get(showing.project) for showing in getattr(facts, "evidenced_by", ()) if showing.project)
    return tuple(f"{row.facts.organisation} {row.facts.place}" for row in projects if row)


def _text_of(record: Any, *fields: str) -> tuple[str, ...]:  # noqa: ANN401 see above
    """Return the texts of some fields of a record that may have them, each one line or a list of lines."""
    said = vars(record)
    values = [said.get(field) for field in fields]
    return tuple(text for value in values if value for text in ((value,) if isinstance(value, str) else value))
