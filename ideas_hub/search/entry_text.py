"""The text an entry is indexed under, by search field."""

from collections.abc import Mapping
from itertools import chain
from typing import Any

from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import CASE_STUDIES, VOCABULARY_KINDS
from ideas_hub.search.index import EntryWords, weigh_words

Texts = Mapping[str, tuple[str, ...]]


def words_of_entry(entry: Document[Any], hub: Hub) -> EntryWords:
    """Return the words that an entry is found by: those of its file, and those of other files about it."""
    article = entry.article
    text = {"headings": tuple(heading for _, heading in article.headings), "body": (article.text,)}
    return _weigh(_texts_of_facts(entry.facts), text, _texts_of_links(entry, hub))


def words_of_facts(facts: Any) -> EntryWords:  # noqa: ANN401 one of several records
    """Return the words of an entry's facts alone."""
    return _weigh(_texts_of_facts(facts))


def _weigh(*sources: Texts) -> EntryWords:
    return weigh_words(
        {field: "\n".join(chain(*(texts.get(field, ()) for texts in sources))) for field in chain(*sources)}
    )


def _texts_of_facts(facts: Any) -> Texts:  # noqa: ANN401 see above
    """Return the texts in an entry's facts; missing fields contribute nothing."""
    values = vars(facts)  # getattr() on a pydantic model is slow for missing fields
    return {
        "title": (facts.title,),
        "names": (
            *_texts_in(facts, "organisation", "place", "partners", "owner", "funder"),
            *(name for area in values.get("areas", ()) for name in (area.name, area.lead)),
        ),
        "terms": facts.search_terms,
        "summary": (facts.summary,),
        "body": _sentences(facts),
    }


def _texts_of_links(entry: Document[Any], hub: Hub) -> Texts:
    """Return the texts of other files about an entry: its terms, its project and the projects that show it."""
    facts, lists = vars(entry.facts), hub.vocabulary.lists
    terms = [term.facts for term in hub.terms_of(entry, *VOCABULARY_KINDS)]
    project = hub.project_of_case_study.get(entry.id) if entry.kind is CASE_STUDIES else None
    evidence = (hub.projects.get(showing.project or "") for showing in facts.get("evidenced_by", ()))
    return {
        "terms": (
            *(term.label for term in terms),
            *(lists.activities[value].label for value in facts.get("activities", ()) if value in lists.activities),
            *(lists.topics[value] for value in facts.get("topics", ()) if value in lists.topics),
            *(lists.delivery[value] for value in facts.get("delivery", ()) if value in lists.delivery),
        ),
        "synonyms": tuple(synonym for term in terms for synonym in term.synonyms),
        "names": (project.facts.name, *project.facts.aliases) if project else (),
        "evidence": tuple(f"{row.facts.organisation} {row.facts.place}" for row in evidence if row),
    }


def _sentences(facts: Any) -> tuple[str, ...]:  # noqa: ANN401 see above
    """Return the sentences in the front matter."""
    values = vars(facts)
    box = values.get("could_we_do_this")
    return (
        *_texts_in(
            facts, "statement", "try_this", "worked", "did_not_work", "takeaways", "who_for", "offer", "closed_note"
        ),
        *(_texts_in(box, "cost", "people", "time", "place") if box else ()),
        *(f"{author.name} {author.organisation or ''}" for author in values.get("authors", ())),
        *(showing.how for showing in values.get("evidenced_by", ()) if showing.how),
    )


def _texts_in(record: Any, *fields: str) -> tuple[str, ...]:  # noqa: ANN401 see above
    """Return the texts in some fields of a record that may have them, each one text or several."""
    values = filter(None, map(vars(record).get, fields))
    return tuple(text for value in values for text in ((value,) if isinstance(value, str) else value))
