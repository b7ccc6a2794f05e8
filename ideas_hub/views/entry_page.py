"""What the pages of all kinds of entry share."""

from dataclasses import dataclass
from typing import Any

from ideas_hub.model import addresses
from ideas_hub.model.document import DataRow, Document
from ideas_hub.model.hub import Hub, PointLink
from ideas_hub.model.kinds import COMMUNITIES, REGIONS, THEMES, Kind
from ideas_hub.model.labels import LABELS
from ideas_hub.model.learning_point import Showing
from ideas_hub.model.photo import Photo
from ideas_hub.model.project import Project
from ideas_hub.views import english
from ideas_hub.views.figures import FigureView, citation
from ideas_hub.views.page import HOME_TRAIL, Fact, Link, Page, Section, link_to, non_empty, term_link
from ideas_hub.views.similar import SimilarView

STATUS, EVIDENCE, BASIS = LABELS["status"], LABELS["evidence"], LABELS["basis"]
KIND_OF_POINT = LABELS["kind_of_point"]


@dataclass(frozen=True, slots=True)
class EvidenceLink:
    """The other end of a link between a learning point and its evidence.

    basis: whether the source states the link.
    how: how it shows, in a sentence or two; may be "".
    """

    link: Link
    kind: str
    basis: str
    how: str


@dataclass(frozen=True, slots=True)
class EntryExtras:
    """Page data that depends on other entries, photos or today's date.

    overdue: a notice that the page has not been checked for long; "" if it has.
    """

    photo: Photo | None = None
    similar: tuple[SimilarView, ...] = ()
    overdue: str = ""


@dataclass(frozen=True, slots=True)
class EntryView:
    """The page of an entry of any kind; what an entry does not have is empty.

    contents: links to the headings of the body.
    lead: a notice above the text, such as "This project has ended.".
    facts: the box beside the text.
    requirements: what it takes to do the same: money, people, time, a place.
    shows: the learning points of an entry, or the evidence for a learning point.
    overdue: see EntryExtras.
    next: where to go from here.
    """

    kind: str
    kind_label: str
    page: Page
    body: str
    contents: tuple[Link, ...] = ()
    lead: str = ""
    statement: str = ""
    facts: tuple[Fact, ...] = ()
    requirements: tuple[Fact, ...] = ()
    worked: tuple[str, ...] = ()
    did_not_work: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    steps_title: str = ""
    figures: tuple[FigureView, ...] = ()
    evidence: str = ""
    aims: tuple[str, ...] = ()
    shows: tuple[EvidenceLink, ...] = ()
    shows_title: str = ""
    amounts: tuple[FigureView, ...] = ()
    offer: tuple[str, ...] = ()
    areas: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[Link, ...] = ()
    dates: tuple[Fact, ...] = ()
    next: tuple[Section, ...] = ()
    photo: Photo | None = None
    overdue: str = ""
    similar: tuple[SimilarView, ...] = ()


def common_fields(entry: Document[Any], hub: Hub) -> dict[str, Any]:
    """Return the fields of EntryView that every kind of entry fills in the same way."""
    facts, article = entry.facts, entry.article
    trail = (*HOME_TRAIL, Link(entry.kind.plural_label, addresses.index(entry.kind)))
    dates = (
        Fact("Published", english.day_words(facts.published)),
        Fact("Updated", english.day_words(facts.updated) if facts.updated else ""),
        Fact("Reviewed", english.day_words(facts.reviewed) if facts.reviewed else ""),
    )
    return {
        "kind": entry.kind.id,
        "kind_label": entry.kind.label,
        "page": Page(facts.title, facts.summary, addresses.document(entry.kind, entry.id), trail, entry.file),
        "body": article.html,
        "contents": tuple(Link(text, f"#{anchor}") for anchor, text in article.headings),
        "notes": facts.notes,
        "sources": tuple(citation(cited, hub) for cited in facts.sources),
        "dates": non_empty(dates),
        "next": next_steps(entry, hub),
    }


def next_steps(entry: Document[Any], hub: Hub) -> tuple[Section, ...]:
    """Return where to go from an entry: to each of its terms, and to all of its kind.

    Without counts: every page would change whenever an entry is added.
    """
    terms = hub.terms_of(entry, THEMES, COMMUNITIES, REGIONS)
    more = (Link(f"More {term.facts.phrase}", addresses.document(term.kind, term.id)) for term in terms)
    return (Section("Where to go next", (*more, Link(f"All {entry.kind.plural}", addresses.index(entry.kind)))),)


def term_links(entry: Document[Any] | DataRow[Project], hub: Hub, kind: Kind) -> tuple[Link, ...]:
    """Return a link to each term of one kind, in the order that the editor gave."""
    return tuple(term_link(term) for term in hub.terms_of(entry, kind))


def learning_point_link(link: PointLink) -> EvidenceLink:
    """Return a learning point as its evidence lists it."""
    facts, showing = link.point.facts, link.showing
    return EvidenceLink(link_to(link.point), KIND_OF_POINT[facts.kind], BASIS[showing.basis], showing.how or "")


def evidence_link(showing: Showing, hub: Hub) -> EvidenceLink | None:
    """Return the evidence for a learning point as its page lists it; None if it is not published."""
    basis, how = BASIS[showing.basis], showing.how or ""
    if study := hub.case_studies.get(showing.case_study or ""):
        return EvidenceLink(link_to(study), f"{study.facts.organisation}, {study.facts.place}", basis, how)
    if programme := hub.programmes.get(showing.programme or ""):
        return EvidenceLink(link_to(programme), "Programme", basis, how)
    if project := hub.projects.get(showing.project or ""):
        link = Link(project.facts.organisation, addresses.project(project.id))
        return EvidenceLink(link, project.facts.place, basis, how)
    return None
