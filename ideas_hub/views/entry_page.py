"""What the pages of all kinds of entry share."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeAlias

from ideas_hub.model import addresses, sections
from ideas_hub.model.data_files import Project
from ideas_hub.model.document import DataRow
from ideas_hub.model.entries import Showing
from ideas_hub.model.hub import AnyEntry, AnyRow, Hub
from ideas_hub.model.kinds import COMMUNITIES, REGIONS, THEMES, Kind
from ideas_hub.model.labels import LABELS
from ideas_hub.model.languages import Language
from ideas_hub.model.photo import Photo
from ideas_hub.model.point_links import PointLink
from ideas_hub.model.sections import Section
from ideas_hub.views import english
from ideas_hub.views.citations import citations, source_date_words
from ideas_hub.views.page import HOME_TRAIL, Fact, Link, Page, link_to, non_empty, term_link
from ideas_hub.views.page import Section as LinkSection
from ideas_hub.views.similar import SimilarView

STATUS = LABELS["status"]
EVIDENCE, EVIDENCE_MEANING = LABELS["evidence"], LABELS["evidence_meaning"]
KIND_OF_POINT = LABELS["kind_of_point"]

Rows: TypeAlias = tuple[Any, ...]
"""What a section lists, by its shape: sentences, facts, figures, links or links to evidence; a body is one text."""


@dataclass(frozen=True, slots=True)
class EvidenceLink:
    """The other end of a link between a learning point and its evidence.

    how: how it shows, in a sentence or two; may be "".
    """

    link: Link
    kind: str
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
    """The page of an entry of any kind, or of a project.

    facts: the box beside the text.
    sections: those that the entry has, in order.
    contents: links to the headings of the text and to some of the sections; none if the text has no headings.
    language: of the entry's own words, where that is not the hub's.
    lead: a notice above the text, such as "This project has ended.".
    next: where to go from here.
    """

    kind: str
    kind_label: str
    page: Page
    facts: tuple[Fact, ...]
    sections: tuple[tuple[Section, Rows], ...]
    contents: tuple[Link, ...]
    dates: tuple[Fact, ...]
    next: tuple[LinkSection, ...]
    language: Language | None = None
    lead: str = ""
    extras: EntryExtras = EntryExtras()

    @property
    def boxes(self) -> tuple[tuple[bool, tuple[tuple[Section, Rows], ...]], ...]:
        """Consecutive sections that stand beside each other (True), or all below each other."""
        boxes = groupby(self.sections, key=lambda one: one[0].side_by_side)
        return tuple((side_by_side, tuple(box)) for side_by_side, box in boxes)

    def rows(self, section: Section) -> Rows:
        """Return the rows of one section; () if the entry does not have it."""
        return next((rows for one, rows in self.sections if one.id == section.id), ())


def build_entry_view(
    entry: AnyEntry, hub: Hub, facts: Iterable[Fact], content: Mapping[Section, Iterable[Any]], lead: str = ""
) -> EntryView:
    """Return an entry's page.

    facts, content: those of its kind; what is empty is left out, and what every kind shows is added.
    """
    own, article, language = entry.facts, entry.article, entry.facts.other_language
    every = {
        **content,
        sections.BODY: (article.html,),
        sections.NOTES: own.notes,
        sections.SOURCES: citations(own.sources, hub),
    }
    shown = in_order(every)
    trail = (*HOME_TRAIL, Link(entry.kind.plural_label, addresses.index(entry.kind)))
    return EntryView(
        kind=entry.kind.id,
        kind_label=entry.kind.label,
        page=Page(own.title, own.summary, addresses.document(entry.kind, entry.id), trail, entry.file),
        facts=non_empty((*facts, Fact("Language", language.name if language else ""))),
        sections=shown,
        contents=tuple(_contents(shown, article.headings, language)) if article.headings else (),
        dates=_dates(entry, hub),
        next=next_steps(entry, hub, Link(f"All {entry.kind.plural}", addresses.index(entry.kind))),
        language=language,
        lead=lead,
    )


def in_order(content: Mapping[Section, Iterable[Any]]) -> tuple[tuple[Section, Rows], ...]:
    """Return the sections that have anything to show, in the order of the page."""
    rows = ((section, tuple(content.get(section, ()))) for section in sections.SECTIONS)
    return tuple(one for one in rows if one[1])


def _contents(
    shown: Iterable[tuple[Section, Rows]], headings: tuple[tuple[str, str], ...], language: Language | None
) -> Iterator[Link]:
    """Yield links to what stands on the page, in its order.  headings: of the text, as (anchor, words)."""
    for section, _ in shown:
        if section is sections.BODY:
            yield from (Link(words, f"#{anchor}", language=language) for anchor, words in headings)
        elif section.in_contents:
            yield Link(section.title, f"#{section.anchor}")


def _dates(entry: AnyEntry, hub: Hub) -> tuple[Fact, ...]:
    """Return the days of the page itself, then the date of its source, as precise as that is."""
    facts = entry.facts
    days = (("Published", facts.published), ("Updated", facts.updated), ("Reviewed", facts.reviewed))
    words = (Fact(label, english.day_words(day)) for label, day in days if day)
    return non_empty((*words, Fact("Source:", source_date_words(entry, hub))))


def next_steps(entry: AnyEntry | DataRow[Project], hub: Hub, every: Link) -> tuple[LinkSection, ...]:
    """Return where to go from an entry or a project: to each of its terms, and to all of its kind.

    Without counts: every page would change whenever an entry is added.
    """
    terms = hub.terms_of(entry, THEMES, COMMUNITIES, REGIONS)
    more = (Link(f"More {term.facts.phrase}", addresses.document(term.kind, term.id)) for term in terms)
    return (LinkSection("Where to go next", (*more, every)),)


def term_links(entry: AnyEntry | AnyRow, hub: Hub, kind: Kind) -> tuple[Link, ...]:
    """Return a link to each term of one kind, in the order that the editor gave."""
    return tuple(term_link(term) for term in hub.terms_of(entry, kind))


def project_link(row: DataRow[Project]) -> Link:
    """Return a link to a project's page, by the organisation that led it."""
    return Link(row.facts.organisation, addresses.project(row.id))


def learning_point_link(link: PointLink) -> EvidenceLink:
    """Return a learning point as its evidence lists it."""
    facts, showing = link.point.facts, link.showing
    return EvidenceLink(link_to(link.point), KIND_OF_POINT[facts.kind], showing.how or "")


def evidence_links(showings: Iterable[Showing], hub: Hub) -> Iterator[EvidenceLink]:
    """Yield the evidence for a learning point as its page lists it, without what is not published."""
    for showing in showings:
        how = showing.how or ""
        if study := hub.case_studies.get(showing.case_study or ""):
            yield EvidenceLink(link_to(study), f"{study.facts.organisation}, {study.facts.place}", how)
        elif programme := hub.programmes.get(showing.programme or ""):
            yield EvidenceLink(link_to(programme), "Programme", how)
        elif project := hub.projects.get(showing.project or ""):
            yield EvidenceLink(project_link(project), project.facts.place, how)
