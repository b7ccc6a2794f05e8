"""The text an entry is indexed under, by search field."""

from collections.abc import Iterable, Mapping
from itertools import chain

from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import CASE_STUDIES, VOCABULARY_KINDS, EntryFacts
from ideas_hub.search.index import EntryWords, weigh_words

Texts = Mapping[str, Iterable[str]]


def words_of_entry(entry: AnyEntry, hub: Hub) -> EntryWords:
    """Return the words that an entry is found by: those of its file, and those of other files about it."""
    article = entry.article
    text = {"headings": [heading for _, heading in article.headings], "body": [article.text]}
    return _weigh(_texts_of_facts(entry.facts), text, _texts_of_links(entry, hub))


def words_of_facts(facts: EntryFacts) -> EntryWords:
    """Return the words of an entry's facts alone."""
    return _weigh(_texts_of_facts(facts))


def _weigh(*sources: Texts) -> EntryWords:
    return weigh_words(
        {field: "\n".join(chain(*(texts.get(field, ()) for texts in sources))) for field in chain(*sources)}
    )


def _texts_of_facts(facts: EntryFacts) -> Texts:
    """Return the texts in the facts of an entry of any kind."""
    authors = (f"{author.name} {author.organisation or ''}" for author in facts.authors)
    areas = (name for area in facts.areas for name in (area.name, area.lead))
    box = facts.could_we_do_this
    return {
        "title": (facts.title,),
        "names": (facts.organisation, facts.place, *facts.partners, *facts.owner, *facts.funder, *areas),
        "terms": facts.search_terms,
        "summary": (facts.summary,),
        "body": (
            *(facts.who_for, facts.closed_note or "", *authors),
            *(facts.statement, *facts.try_this, *facts.takeaways),
            *(filter(None, (box.cost, box.people, box.time, box.place)) if box else ()),
            *(*facts.offer, *facts.worked, *facts.did_not_work),
            *(showing.how or "" for showing in facts.evidenced_by),
        ),
    }


def _texts_of_links(entry: AnyEntry, hub: Hub) -> Texts:
    """Return the texts of other files about an entry: its terms, its project and the projects that show it."""
    facts, lists = entry.facts, hub.vocabulary.lists
    terms = [term.facts for term in hub.terms_of(entry, *VOCABULARY_KINDS)]
    project = hub.project_of_case_study.get(entry.id) if entry.kind is CASE_STUDIES else None
    evidence = (hub.projects.get(showing.project or "") for showing in facts.evidenced_by)
    return {
        "terms": (
            *(term.label for term in terms),
            *(lists.activities[value].label for value in facts.activities if value in lists.activities),
            *(lists.topics[value] for value in facts.topics if value in lists.topics),
            *(lists.delivery[value] for value in facts.delivery if value in lists.delivery),
            *((facts.other_language.name,) if facts.other_language else ()),
        ),
        "synonyms": tuple(synonym for term in terms for synonym in term.synonyms),
        "names": (project.facts.name, *project.facts.aliases) if project else (),
        "evidence": tuple(f"{row.facts.organisation} {row.facts.place}" for row in evidence if row),
    }
