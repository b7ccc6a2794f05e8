"""What the hub says of each entry, by field of the search: its own file, and the other files that speak of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import CASE_STUDIES, VOCABULARY_KINDS
from ideas_hub.search.index import EntryWords, weigh_words

Texts = Mapping[str, tuple[str, ...]]


def words_of_entry(entry: Document[Any], hub: Hub) -> EntryWords:
    """Return the words that an entry is found by."""
    article = entry.article
    text = {"headings": tuple(heading for _, heading in article.headings), "body": (article.text,)}
    return _counted([_said_in_facts(entry.facts), text, _said_elsewhere(entry, hub)])


def words_of_facts(facts: Any) -> EntryWords:  # noqa: ANN401 one of several records
    """Return the words of an entry's facts alone: what it says of itself in short."""
    return _counted([_said_in_facts(facts)])


def _counted(said: Iterable[Texts]) -> EntryWords:
    texts: dict[str, list[str]] = {}
    for one in said:
        for field, some in one.items():
            texts.setdefault(field, []).extend(some)
    return weigh_words({field: "\n".join(some) for field, some in texts.items()})


def _said_in_facts(facts: Any) -> Texts:  # noqa: ANN401 see above
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


def _said_elsewhere(entry: Document[Any], hub: Hub) -> Texts:
    """Return what other files say of an entry; the synonyms of its terms find it too."""
    labels, synonyms = _vocabulary_words(entry, hub)
    project = hub.project_of_case_study.get(entry.id) if entry.kind is CASE_STUDIES else None
    names = (project.facts.name, *project.facts.aliases) if project else ()
    return {"terms": labels, "synonyms": synonyms, "names": names, "shown": _shown_by(entry.facts, hub)}


def _vocabulary_words(entry: Document[Any], hub: Hub) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the labels that an entry carries, and what else people call each of them."""
    facts, lists = entry.facts, hub.vocabulary.lists
    terms = [term.facts for term in hub.terms_of(entry, *VOCABULARY_KINDS)]
    labels = [term.label for term in terms]
    labels += [
        lists.activities[activity].label
        for activity in getattr(facts, "activities", ())
        if activity in lists.activities
    ]
    labels += [lists.topics[topic] for topic in getattr(facts, "topics", ()) if topic in lists.topics]
    labels += [lists.delivery[way] for way in getattr(facts, "delivery", ()) if way in lists.delivery]
    return tuple(labels), tuple(synonym for term in terms for synonym in term.synonyms)


def _sentences(facts: Any) -> tuple[str, ...]:  # noqa: ANN401 see above
    """Return the sentences that stand in the front matter and not in the text."""
    said = vars(facts)
    box = said.get("could_we_do_this")
    return (
        *_text_of(
            facts, "statement", "try_this", "worked", "did_not_work", "takeaways", "who_for", "offer", "closed_note"
        ),
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
