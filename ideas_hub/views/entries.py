"""The page of an entry of each kind: what its box of facts says, and which sections it has."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ideas_hub.model import addresses, sections
from ideas_hub.model.document import Document
from ideas_hub.model.entries import Amount, Area, CaseStudy, CouldWeDoThis, Idea, LearningPoint, Programme
from ideas_hub.model.event import Event
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import (
    CASE_STUDIES,
    COMMUNITIES,
    EVENTS,
    IDEAS,
    LEARNING_POINTS,
    PROGRAMMES,
    REGIONS,
    THEMES,
    TOOLS,
    TRAILS,
)
from ideas_hub.model.labels import LABELS
from ideas_hub.model.moments import moment_words
from ideas_hub.views import english
from ideas_hub.views.citations import short_citation
from ideas_hub.views.entry_page import (
    EVIDENCE,
    EVIDENCE_MEANING,
    KIND_OF_POINT,
    STATUS,
    EntryExtras,
    EntryView,
    build_entry_view,
    term_links,
)
from ideas_hub.views.events import KIND_OF_EVENT, where_words
from ideas_hub.views.evidence_links import EvidenceLink, evidence_links, lessons
from ideas_hub.views.figures import FigureView, figure_view, programme_figures
from ideas_hub.views.organisation_links import organisations_fact
from ideas_hub.views.page import Fact, Link, link_to, non_empty
from ideas_hub.views.requirements import cost_band
from ideas_hub.views.setbacks import SetbackView, setback_view
from ideas_hub.views.tools import tool_view
from ideas_hub.views.trails import trail_view

PROGRAMME_STATUS = LABELS["programme_status"]
NOT_STATED = (SetbackView("Not stated.", None),)
STILL_TO_COME = "This is still to come."


def case_study_view(entry: Document[CaseStudy], hub: Hub) -> EntryView:
    """Return a case study's page: who and where above its title, what others ask first in the box, the rest folded."""
    facts = entry.facts
    content = {
        sections.FIGURES: (figure_view(figure, hub, facts.other_language) for figure in facts.figures),
        sections.WORKED: facts.worked,
        sections.DID_NOT_WORK: tuple(map(setback_view, facts.did_not_work))
        or (() if facts.other_language else NOT_STATED),
        sections.LESSONS: lessons(hub.links_back.points_shown_by("case_study", entry.id)),
        sections.AIMS: (hub.vocabulary.lists.aims[aim] for aim in facts.aims),
    }
    lead = "This project has ended." if facts.status == "ended" else ""
    top = (
        organisations_fact("Who", (facts.organisation,), hub, "who"),
        Fact("Where", facts.place, term_links(entry, hub, REGIONS), id="where"),
    )
    view = build_entry_view(entry, hub, _key_facts(entry, hub), content, lead)
    return replace(view, top_facts=top, more_facts=non_empty(_more_facts(entry, hub)))


def _key_facts(entry: Document[CaseStudy], hub: Hub) -> Iterator[Fact]:
    """Yield who it was for, what it takes to do the same, and how we know; the cost band leads to all in it."""
    facts, box, language = entry.facts, entry.facts.could_we_do_this or CouldWeDoThis(), entry.facts.other_language
    known = f"{EVIDENCE[facts.evidence]}: {EVIDENCE_MEANING[facts.evidence]}" if facts.evidence else ""
    yield Fact("Communities", links=term_links(entry, hub, COMMUNITIES), id="for")
    yield Fact("Cost", box.cost or "", id="cost", language=language)
    yield cost_band(box, hub)
    yield Fact("People", box.people or "", id="people", language=language)
    yield Fact("How we know", known, id="evidence")


def _more_facts(entry: Document[CaseStudy], hub: Hub) -> Iterator[Fact]:
    facts, box, language = entry.facts, entry.facts.could_we_do_this or CouldWeDoThis(), entry.facts.other_language
    project = hub.project_of_case_study.get(entry.id)
    yield Fact("Time", box.time or "", id="time", language=language)
    yield Fact("Place", box.place or "", id="place", language=language)
    yield Fact("Themes", links=term_links(entry, hub, THEMES), id="what")
    yield Fact("Activities", _labels("activities", facts.activities, hub))
    yield Fact("Ways to take part", _labels("delivery", facts.delivery, hub))
    yield organisations_fact("Partners", facts.partners, hub)
    yield Fact("When", english.period_words(facts.period) if facts.period else "")
    yield Fact("Project", links=(Link(project.facts.name, addresses.project(project.id)),) if project else ())
    yield Fact("Status", STATUS[facts.status])


def _labels(name: str, ids: Iterable[str], hub: Hub) -> str:
    """Return the labels of some values of a list.  name: of the list in docs/vocabulary.yml."""
    labels = hub.vocabulary.lists.labels(name)
    return english.labels_listed((labels[one] for one in ids), hub.vocabulary.names, capital=True)


def learning_point_view(entry: Document[LearningPoint], hub: Hub) -> EntryView:
    """Return a learning point's page, with the evidence for it."""
    facts = entry.facts
    number = f" (report, point {facts.number})" if facts.number else ""
    rows = (
        Fact("Type", f"{KIND_OF_POINT[facts.kind]}{number}"),
        Fact("Group", facts.group or ""),
        Fact("For", _labels("audiences", facts.audience, hub), id="audience"),
        Fact("Topics", _labels("topics", facts.topics, hub), id="topics"),
        Fact("Themes", links=term_links(entry, hub, THEMES), id="what"),
        Fact("Communities", links=term_links(entry, hub, COMMUNITIES), id="for"),
    )
    content = {
        sections.STATEMENT: (facts.statement,),
        sections.TRY_THIS: facts.try_this,
        sections.FIGURES: programme_figures(facts.figures, hub),
        sections.EVIDENCED_BY: evidence_links(facts.shown_by("stated"), hub),
        sections.WHERE_WE_SEE_IT: evidence_links(facts.shown_by("inferred"), hub),
        sections.LEARNED_AT: (
            EvidenceLink(link_to(event), event.facts.when.words, "") for event in hub.links_back.learned_at(entry.id)
        ),
    }
    return build_entry_view(entry, hub, rows, content)


def programme_view(entry: Document[Programme], hub: Hub) -> EntryView:
    """Return a programme's page; one that is not open says so first."""
    facts = entry.facts
    amounts = tuple(replace(_amount(amount, hub), language=facts.other_language) for amount in facts.amounts)
    sums = {amount.number for amount in amounts}  # "The money" has them, so "In numbers" does not repeat them
    figures = (figure for figure in programme_figures(facts.figures, hub) if figure.number not in sums)
    areas = (replace(_area(area, hub), language=facts.other_language) for area in facts.areas)
    lead = "" if facts.status == "open" else facts.closed_note or ""
    content = {
        sections.FIGURES: figures,
        sections.OFFER: facts.offer,
        sections.AMOUNTS: amounts,
        sections.AREAS: areas,
    }
    return build_entry_view(entry, hub, _programme_facts(entry, hub), content, lead)


def _area(area: Area, hub: Hub) -> Fact:
    """Return a place with who led there; with a record, the note comes first and the name is a link."""
    lead = organisations_fact(area.name, (area.lead,), hub)
    return replace(lead, text=". ".join(filter(None, (lead.text, area.note))))


def _amount(amount: Amount, hub: Hub) -> FigureView:
    as_of = f"As of {moment_words(amount.as_of)}" if amount.as_of else ""
    return FigureView(amount.display, "", amount.covers, base=as_of, source=short_citation(amount, hub))


def _programme_facts(entry: Document[Programme], hub: Hub) -> tuple[Fact, ...]:
    facts = entry.facts
    parent = hub.programmes.get(facts.part_of or "")
    parts = (other for other in hub.programmes.values() if other.facts.part_of == entry.id)
    return (
        organisations_fact("Run by", facts.owner, hub, "who"),
        organisations_fact("Funded by", facts.funder, hub),
        Fact("For", facts.who_for, id="for"),
        Fact("Announced", moment_words(facts.launched) if facts.launched else ""),
        Fact("Closed", moment_words(str(facts.closes)) if facts.closes else ""),
        Fact("Status", PROGRAMME_STATUS[facts.status]),
        Fact("Part of", links=(link_to(parent),) if parent else ()),
        Fact("Includes", links=tuple(map(link_to, parts))),
        *(
            Fact("Related", relation.how, (link_to(hub.programmes[relation.programme]),))
            for relation in facts.related
            if relation.programme in hub.programmes
        ),
    )


def idea_view(entry: Document[Idea], hub: Hub) -> EntryView:
    """Return an idea's page: what a group can take away comes first."""
    facts, date = entry.facts, hub.source_date(entry)
    authors = (", ".join(filter(None, (one.name, one.role, one.organisation))) for one in facts.authors)
    programmes = (hub.programmes[programme] for programme in facts.programmes if programme in hub.programmes)
    rows = (
        Fact("From a text by", "; ".join(authors), id="who"),
        Fact("Date of the text", moment_words(date) if date else "Not stated"),
        Fact("Programmes", links=tuple(map(link_to, programmes))),
        Fact("Themes", links=term_links(entry, hub, THEMES), id="what"),
        Fact("Communities", links=term_links(entry, hub, COMMUNITIES), id="for"),
        Fact("Where", links=term_links(entry, hub, REGIONS), id="where"),
    )
    content = {
        sections.TAKEAWAYS: facts.takeaways,
        sections.FIGURES: programme_figures(facts.figures, hub),
    }
    return build_entry_view(entry, hub, rows, content)


def event_view(entry: Document[Event], hub: Hub) -> EntryView:
    """Return an event's page; one that is still to come says so first."""
    facts = entry.facts
    rows = (
        Fact("When", facts.when.words, id="when"),
        Fact("Where", where_words(facts), term_links(entry, hub, REGIONS), id="where"),
        Fact("Type", KIND_OF_EVENT[facts.kind]),
        organisations_fact("Who" if facts.is_milestone else "Organised by", facts.held_by, hub, "who"),
        Fact("For", (facts.who_for or "").rstrip("."), term_links(entry, hub, COMMUNITIES), id="for"),
        Fact("Themes", links=term_links(entry, hub, THEMES), id="what"),
    )
    points = (hub.learning_points[point] for point in facts.learned)
    content = {
        sections.JOINING: (facts.joining,) if facts.joining else (),
        sections.LEARNED: (EvidenceLink(link_to(point), KIND_OF_POINT[point.facts.kind], "") for point in points),
    }
    return build_entry_view(entry, hub, rows, content, STILL_TO_COME if entry.id in hub.to_come else "")


VIEWS: Mapping[str, Callable[[Document[Any], Hub], EntryView]] = {
    CASE_STUDIES.id: case_study_view,
    LEARNING_POINTS.id: learning_point_view,
    PROGRAMMES.id: programme_view,
    IDEAS.id: idea_view,
    TOOLS.id: tool_view,
    EVENTS.id: event_view,
    TRAILS.id: trail_view,
}


def entry_view(entry: AnyEntry, hub: Hub, extras: EntryExtras | None = None) -> EntryView:
    """Return an entry's page; without extras if none are given."""
    view = VIEWS[entry.kind.id](entry, hub)
    return replace(view, extras=extras) if extras else view
