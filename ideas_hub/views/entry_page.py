"""What the pages of all kinds of entry share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ideas_hub.model import addresses, sections
from ideas_hub.model.data_files import Project
from ideas_hub.model.document import DataRow
from ideas_hub.model.hub import AnyEntry, AnyRow, Hub
from ideas_hub.model.kinds import COMMUNITIES, ENTRY_KINDS, REGIONS, THEMES, Kind
from ideas_hub.model.labels import LABELS
from ideas_hub.model.languages import Language
from ideas_hub.model.photo import Photo
from ideas_hub.model.sections import Part, Section
from ideas_hub.views import english
from ideas_hub.views.citations import citations, source_date_words
from ideas_hub.views.evidence_links import trail_links
from ideas_hub.views.figures import FigureView
from ideas_hub.views.folding import Rows, ShownSection, shown_section
from ideas_hub.views.page import HOME_BREADCRUMB, Fact, Link, LinkGroup, Page, non_empty, phrase_link, term_link
from ideas_hub.views.pictures import picture_of
from ideas_hub.views.similar import SimilarView

STATUS = LABELS["status"]
EVIDENCE, EVIDENCE_MEANING = LABELS["evidence"], LABELS["evidence_meaning"]
KIND_OF_POINT = LABELS["kind_of_point"]


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

    top_facts: above the title: who, and where.
    key_facts: in the box.
    more_facts: folded away at the end.
    sections: those that the entry has, in order.
    language: of the entry's own words, where that is not the hub's.
    lead: a notice above the text, such as "This project has ended.".
    plan: links to the steps that a reader may plan; none but on a trail.
    picture: the address of the drawing of its theme, for a page without a photo; "" if there is none.
    next: where to go from here.
    """

    kind: str
    kind_label: str
    page: Page
    key_facts: tuple[Fact, ...]
    sections: tuple[tuple[Section, Rows], ...]
    next: LinkGroup
    dates: tuple[Fact, ...] = ()
    language: Language | None = None
    lead: str = ""
    top_facts: tuple[Fact, ...] = ()
    more_facts: tuple[Fact, ...] = ()
    picture: str = ""
    plan: tuple[Link, ...] = ()
    extras: EntryExtras = EntryExtras()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All of its facts, as formats without the parts of a page list them."""
        return (*self.top_facts, *self.key_facts, *self.more_facts)

    @property
    def answer(self) -> tuple[ShownSection, ...]:
        """What the page opens on."""
        return self._in("answer")

    @property
    def story(self) -> tuple[ShownSection, ...]:
        """The text and what belongs to it."""
        return self._in("story")

    @property
    def beside(self) -> tuple[ShownSection, ...]:
        """What stands beside the text on a wide screen."""
        return self._in("beside")

    @property
    def about(self) -> tuple[tuple[Section, Rows], ...]:
        """What is folded away at the end, each section in full."""
        return tuple((one, rows) for one, rows in self.sections if one.part_on(self.kind) == "about")

    def _in(self, part: Part) -> tuple[ShownSection, ...]:
        return tuple(shown_section(one, rows) for one, rows in self.sections if one.part_on(self.kind) == part)

    @property
    def figures(self) -> tuple[FigureView, ...]:
        """The figures in the box of key facts."""
        return self.rows(sections.FIGURES) if sections.FIGURES.part_on(self.kind) == "facts" else ()

    @property
    def figures_source(self) -> Link | None:
        """The source of all of its figures; None if they have several."""
        found = {figure.source for figure in self.figures}
        return found.pop() if len(found) == 1 else None

    @property
    def about_words(self) -> str:
        """What the fold at the end holds: "More facts, notes, sources and how to cite"."""
        is_cited = self.kind in {kind.id for kind in ENTRY_KINDS}
        held = (section.in_short for section, _ in self.about)
        words = ("more facts" if self.more_facts else "", *held, "how to cite" if is_cited else "")
        return english.listed([word for word in words if word]).capitalize()

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
        sections.IN_TRAILS: trail_links(entry.kind.name_in_facts, entry.id, hub),
        sections.NOTES: own.notes,
        sections.SOURCES: citations(own.sources, hub),
    }
    breadcrumb = (*HOME_BREADCRUMB, Link(entry.kind.plural_label, addresses.index(entry.kind)))
    return EntryView(
        kind=entry.kind.id,
        kind_label=entry.kind.label,
        page=Page(own.title, own.summary, addresses.document(entry.kind, entry.id), breadcrumb, entry.file),
        key_facts=non_empty((*facts, Fact("Language", language.name if language else ""))),
        sections=in_order(every),
        dates=_dates(entry, hub),
        next=next_steps(entry, hub, Link(f"All {entry.kind.plural}", addresses.index(entry.kind))),
        language=language,
        lead=lead,
        picture=picture_of(own.themes, hub),
    )


def in_order(content: Mapping[Section, Iterable[Any]]) -> tuple[tuple[Section, Rows], ...]:
    """Return the sections that have anything to show, in the order of the page."""
    rows = ((section, tuple(content.get(section, ()))) for section in sections.SECTIONS)
    return tuple(one for one in rows if one[1])


def _dates(entry: AnyEntry, hub: Hub) -> tuple[Fact, ...]:
    """Return the days of the page itself, then the date of its source, as precise as that is."""
    facts = entry.facts
    days = (("Published", facts.published), ("Updated", facts.updated), ("Reviewed", facts.reviewed))
    words = (Fact(label, english.day_words(day)) for label, day in days if day)
    return non_empty((*words, Fact("Source:", source_date_words(entry, hub))))


def next_steps(entry: AnyEntry | DataRow[Project], hub: Hub, every: Link) -> LinkGroup:
    """Return where to go from an entry or a project: to its first term of each kind, and to all of its kind.

    Without counts: every page would change whenever an entry is added.
    """
    terms = (hub.terms_of(entry, kind)[:1] for kind in (THEMES, COMMUNITIES, REGIONS))
    more = (phrase_link("More", term) for (term,) in filter(None, terms))
    return LinkGroup("Where to go next", (*more, every))


def term_links(entry: AnyEntry | AnyRow, hub: Hub, kind: Kind) -> tuple[Link, ...]:
    """Return a link to each term of one kind, in the order that the editor gave."""
    return tuple(term_link(term) for term in hub.terms_of(entry, kind))
