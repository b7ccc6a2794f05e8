"""The texts that each thing is found by, by search field: its own, and what other files say about it."""

from collections.abc import Iterable, Mapping
from itertools import chain

from ideas_hub.model.data_files import EvidenceFigure, Project
from ideas_hub.model.document import DataRow, Document
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import CASE_STUDIES, REGIONS, VOCABULARY_KINDS, EntryFacts
from ideas_hub.model.organisation import Organisation
from ideas_hub.model.page import PageRecord
from ideas_hub.model.source import Source
from ideas_hub.model.term import GlossaryTerm, Term
from ideas_hub.search.weights import Texts

WORDS_FOR_FAILURE = ("what did not work", "what didn't work", "what went wrong", "mistakes", "failures", "problems")
"""What people type who look for this; what each entry says of it is in words of its own."""

OWN_NAME = 4
"""How often an organisation's names count: a story that gives them says more of it, and its own page comes first."""


def texts_of_entry(entry: AnyEntry, hub: Hub) -> Texts:
    """Return the texts that an entry is found by."""
    article = entry.article
    text = {
        "terms": WORDS_FOR_FAILURE if entry.facts.did_not_work else (),
        "headings": [heading for _, heading in article.headings],
        "body": [article.text],
    }
    return joined(texts_of_facts(entry.facts), text, _texts_of_links(entry, hub))


def texts_of_project(project: DataRow[Project], hub: Hub) -> Texts:
    """Return the texts that a project is found by."""
    facts = project.facts
    terms = [term.facts for term in hub.terms_of(project, *VOCABULARY_KINDS)]
    shown = (link.point.facts.title for link in hub.links_back.points_shown_by("project", project.id))
    return {
        "title": (facts.organisation,),
        "names": (facts.project_name or "", *facts.aliases, facts.place, *facts.local_authority),
        "terms": [term.label for term in terms],
        "synonyms": ["\n".join(term.synonyms) for term in terms],
        "summary": facts.facts,
        "body": (facts.reach or "", *shown),
    }


def texts_of_organisation(row: DataRow[Organisation], hub: Hub) -> Texts:
    """Return the texts that an organisation is found by: those of its row, so that no story changes them."""
    facts = row.facts
    sector = hub.vocabulary.lists.sectors.get(facts.sector or "")
    regions = (term.facts.label for term in hub.terms_of(row, REGIONS))
    return {
        "title": (facts.name,),
        "names": (*facts.names * OWN_NAME, *facts.places),
        "terms": (*((sector.label,) if sector else ()), *regions),
        "summary": (facts.about or "",),
    }


def texts_of_term(term: Document[Term], hub: Hub) -> Texts:
    """Return the texts that the page of a theme, region or community is found by."""
    facts = term.facts
    activities = (one.label for one in hub.vocabulary.lists.activities.values() if one.theme == term.id)
    return {
        "title": (facts.label,),
        "terms": facts.synonyms,
        "summary": (facts.definition, *activities),
        "body": (term.article.text,),
    }


def texts_of_word(word: GlossaryTerm) -> Texts:
    """Return the texts that a word of the glossary is found by."""
    return {"title": (word.term,), "terms": word.forms, "summary": (word.meaning, word.more or "")}


def texts_of_figure(figure: EvidenceFigure, hub: Hub) -> Texts:
    """Return the texts that a figure of the whole programme is found by."""
    project = hub.projects.get(figure.project or "")
    return {
        "title": (figure.label,),
        "names": (project.facts.organisation,) if project else (),
        "summary": (hub.evidence.subjects.get(figure.subject, ""), figure.unit),
        "body": (figure.base, figure.caveat or ""),
    }


def texts_of_source(source: Document[Source]) -> Texts:
    """Return the texts that a source is found by."""
    facts = source.facts
    return {
        "title": (facts.title,),
        "names": (*facts.authors, facts.publisher),
        "summary": (facts.licence_note,),
        "body": (source.article.text,),
    }


def texts_of_page(page: Document[PageRecord], listed: Iterable[str]) -> Texts:
    """Return the texts that one of the hub's own pages is found by.  listed: the names of what the hub lists there."""
    article = page.article
    return {
        "title": (page.facts.title,),
        "terms": page.facts.search_terms,
        "summary": (page.facts.summary,),
        "headings": [*(heading for _, heading in article.headings), *listed],
        "body": (article.text,),
    }


def texts_of_facts(facts: EntryFacts) -> Texts:
    """Return the texts in the facts of an entry of any kind."""
    authors = (f"{author.name} {author.organisation or ''}" for author in facts.authors)
    areas = (name for area in facts.areas for name in (area.name, area.lead))
    box = facts.could_we_do_this
    return {
        "title": (facts.title,),
        "names": (
            facts.organisation,
            facts.place or "",
            *facts.partners,
            *facts.owner,
            *facts.funder,
            *facts.held_by,
            *areas,
        ),
        "terms": facts.search_terms,
        "summary": (facts.summary,),
        "body": (
            *(facts.who_for or "", facts.closed_note or "", *authors),
            *((facts.when.words,) if facts.when else ()),
            *(facts.statement, *facts.try_this, *facts.takeaways),
            *(filter(None, (box.cost, box.people, box.time, box.place)) if box else ()),
            *(*facts.offer, *facts.worked),
            *(words for one in facts.did_not_work for words in (one.what, one.response or "")),
            *(*facts.take_care, *facts.say_first, *(one.question for one in facts.questions)),
            *(showing.how or "" for showing in facts.evidenced_by),
            *(words for step in facts.steps for words in (step.title, step.text)),
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
        "synonyms": tuple("\n".join(term.synonyms) for term in terms),
        "names": (project.facts.name, *project.facts.aliases) if project else (),
        "evidence": tuple(f"{row.facts.organisation} {row.facts.place}" for row in evidence if row),
    }


def joined(*sources: Texts) -> Mapping[str, tuple[str, ...]]:
    """Return the texts of several sources, field by field."""
    return {field: tuple(chain(*(texts.get(field, ()) for texts in sources))) for field in chain(*sources)}
