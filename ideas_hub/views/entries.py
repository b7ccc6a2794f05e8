"""The pages of entries: case studies, learning points, programmes and ideas."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ideas_hub.model import addresses
from ideas_hub.model.card import Card
from ideas_hub.model.case_study import CaseStudy
from ideas_hub.model.document import Article, DataRow, Document
from ideas_hub.model.fields import Citation, Figure
from ideas_hub.model.hub import AnyEntry, Hub, PointLink
from ideas_hub.model.idea import Idea
from ideas_hub.model.kinds import (
    CASE_STUDIES,
    COMMUNITIES,
    IDEAS,
    LEARNING_POINTS,
    PROGRAMMES,
    REGIONS,
    THEMES,
    VOCABULARY_KINDS,
    Kind,
)
from ideas_hub.model.learning_point import LearningPoint, Showing
from ideas_hub.model.photo import Photo
from ideas_hub.model.programme import Programme
from ideas_hub.model.project import Project
from ideas_hub.views import english
from ideas_hub.views.page import Fact, Link, Page, Section, link_to
from ideas_hub.views.similar import SimilarView

STATUS = {"running": "Running", "ended": "Ended", "unknown": "Not known"}
EVIDENCE = {
    "own-experience": "People's own experience: what staff, partners and people who took part told the evaluators.",
    "measured": "Measured: people filled in a form or were counted before and after, or at the end.",
    "independent-evaluation": "Independent evaluation: someone outside the project studied what changed.",
}
BASIS = {
    "stated": "The report says so.",
    "inferred": "We read this from the report's account; it does not say so itself.",
}
KIND_OF_POINT = {
    "enabler": "What helps",
    "barrier": "What gets in the way",
    "recommendation": "Recommendation",
    "section-lesson": "Lesson",
}
PROGRAMME_STATUS = {"open": "Open", "closed": "Closed", "completed": "Completed", "unknown": "Not known"}


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number with what it is a number of; never shown without its base."""

    number: str
    unit: str
    label: str
    base: str
    caveat: str
    source: Link


@dataclass(frozen=True, slots=True)
class EvidenceLink:
    """A learning point or an entry at the other end of a link, with how we know."""

    link: Link
    kind: str
    basis: str
    how: str


@dataclass(frozen=True, slots=True)
class EntryExtras:
    """What an entry's page shows that hangs on other entries, on pictures or on the day.  overdue: see EntryView."""

    photo: Photo | None = None
    similar: tuple[SimilarView, ...] = ()
    overdue: str = ""


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry's own page, of whichever kind.

    facts: the box beside the text.  lead: a notice that comes first ("This project has ended").  overdue: one that says how long ago it was checked.  sections: where to go next.
    """

    kind: str
    kind_label: str
    page: Page
    body: str
    contents: tuple[Link, ...] = ()
    lead: str = ""
    statement: str = ""
    facts: tuple[Fact, ...] = ()
    could_we: tuple[Fact, ...] = ()
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


def card(entry: Document[Any], hub: Hub) -> Card:
    """Return an entry's card."""
    facts = entry.facts
    tags = tuple(term.facts.label for term in hub.terms_of(entry, *VOCABULARY_KINDS))
    byline = " · ".join(
        dict.fromkeys(part for part in (getattr(facts, "organisation", ""), getattr(facts, "place", "")) if part)
    )
    return Card(
        entry.kind.id,
        entry.kind.label,
        facts.title,
        addresses.document(entry.kind, entry.id),
        facts.summary,
        byline,
        tags,
        facts.published.isoformat(),
    )


MakeCard = Callable[[AnyEntry], Card]


def card_maker(hub: Hub) -> MakeCard:
    """Return what gives an entry's card; each is made once, though it stands on a dozen lists."""
    made: dict[str, Card] = {}

    def made_once(entry: AnyEntry) -> Card:
        return made.get(entry.file) or made.setdefault(entry.file, card(entry, hub))

    return made_once


def entry_view(
    entry: Document[Any], hub: Hub, articles: Mapping[str, Article], beside: EntryExtras = EntryExtras()
) -> EntryView:
    """Return an entry's page."""
    makers: Mapping[str, Callable[[Document[Any], Hub, Article], EntryView]] = {
        CASE_STUDIES.id: case_study,
        LEARNING_POINTS.id: learning_point,
        PROGRAMMES.id: programme,
        IDEAS.id: idea,
    }
    view = makers[entry.kind.id](entry, hub, articles[entry.file])
    return replace(view, photo=beside.photo, similar=beside.similar, overdue=beside.overdue)


def case_study(entry: Document[CaseStudy], hub: Hub, article: Article) -> EntryView:
    """Return a case study's page."""
    facts, lists = entry.facts, hub.vocabulary.lists
    project = hub.project_of_case_study.get(entry.id)
    could = facts.could_we_do_this
    rows = [
        Fact("Who", facts.organisation),
        Fact("Where", facts.place, term_links(entry, hub, REGIONS)),
        Fact("What", links=term_links(entry, hub, THEMES)),
        Fact("For", links=term_links(entry, hub, COMMUNITIES)),
        Fact("When", english.period_words(facts.period) if facts.period else ""),
        Fact("Activities", english.listed([lists.activities[a].label for a in facts.activities])),
        Fact("How", english.listed([lists.delivery[d] for d in facts.delivery])),
        Fact("Partners", english.listed(list(facts.partners))),
        Fact("Project", links=(Link(project.facts.name, addresses.project(project.id)),) if project else ()),
        Fact("Status", STATUS[facts.status]),
    ]
    could_rows = (
        [
            Fact("Cost", could.cost or ""),
            Fact("Cost band", links=cost_band(could.cost_band, hub)),
            Fact("People", could.people or ""),
            Fact("Time", could.time or ""),
            Fact("Place", could.place or ""),
        ]
        if could
        else []
    )
    return EntryView(
        **common_fields(entry, article),
        lead="This project has ended. What it learned still holds." if facts.status == "ended" else "",
        facts=non_empty(rows),
        could_we=non_empty(could_rows),
        worked=facts.worked,
        did_not_work=facts.did_not_work,
        figures=tuple(figure_view(figure, hub) for figure in facts.figures),
        evidence=EVIDENCE.get(facts.evidence or "", ""),
        aims=tuple(lists.aims[aim] for aim in facts.aims),
        shows=tuple(learning_point_link(shown) for shown in hub.points_shown_by("case_study", entry.id)),
        shows_title="What this teaches",
        sources=citations(facts.sources, hub),
        next=next_steps(entry, hub),
    )


def cost_band(band: str | None, hub: Hub) -> tuple[Link, ...]:
    """Return a cost band, leading to everything in it."""
    label = hub.vocabulary.lists.cost_bands.get(band or "")
    return (Link(label, addresses.finder_query("cost", band or "")),) if label else ()


def learning_point(entry: Document[LearningPoint], hub: Hub, article: Article) -> EntryView:
    """Return a learning point's page, with what shows it."""
    facts, lists = entry.facts, hub.vocabulary.lists
    rows = [
        Fact("Kind", KIND_OF_POINT[facts.kind] + (f", number {facts.number} in the report" if facts.number else "")),
        Fact("Group", facts.group or ""),
        Fact("For", english.listed([lists.audiences[a] for a in facts.audience])),
        Fact("About", english.listed([lists.topics[t] for t in facts.topics])),
        Fact("What", links=term_links(entry, hub, THEMES)),
        Fact("Helps", links=term_links(entry, hub, COMMUNITIES)),
    ]
    shows = tuple(shown for showing in facts.evidenced_by if (shown := evidence_link(showing, hub)))
    count = english.counted(len(shows), "project has", "projects have")
    return EntryView(
        **common_fields(entry, article),
        statement=facts.statement,
        facts=non_empty(rows),
        steps=facts.try_this,
        steps_title="Try this",
        figures=programme_figures(facts.figures, hub),
        shows=shows,
        shows_title=f"{count} learned this" if shows else "",
        sources=citations(facts.sources, hub),
        next=next_steps(entry, hub),
    )


def programme(entry: Document[Programme], hub: Hub, article: Article) -> EntryView:
    """Return a programme's page; one that is not open says so first."""
    facts = entry.facts
    parent = hub.programmes.get(facts.part_of or "")
    rows = [
        Fact("Run by", english.listed(list(facts.owner))),
        Fact("Paid for by", english.listed(list(facts.funder))),
        Fact("For", facts.who_for),
        Fact("Started", english.moment_words(facts.launched) if facts.launched else ""),
        Fact("Closed", english.moment_words(str(facts.closes)) if facts.closes else ""),
        Fact("Status", PROGRAMME_STATUS[facts.status]),
        Fact("Part of", links=(link_to(parent),) if parent else ()),
        Fact(
            "Includes",
            links=tuple(link_to(other) for other in hub.programmes.values() if other.facts.part_of == entry.id),
        ),
        *(
            Fact("Related", relation.how, (link_to(hub.programmes[relation.programme]),))
            for relation in facts.related
            if relation.programme in hub.programmes
        ),
    ]
    amounts = tuple(
        FigureView(
            amount.display,
            "",
            amount.covers,
            f"As of {english.moment_words(amount.as_of)}" if amount.as_of else "",
            "",
            citation(Citation(source=amount.source, section=amount.section), hub),
        )
        for amount in facts.amounts
    )
    sums = {amount.number for amount in amounts}  # a sum under "The money" is not told again "In numbers"
    figures = tuple(figure for figure in programme_figures(facts.figures, hub) if figure.number not in sums)
    return EntryView(
        **common_fields(entry, article),
        lead="" if facts.status == "open" else facts.closed_note or "",
        facts=non_empty(rows),
        offer=facts.offer,
        amounts=amounts,
        areas=tuple(Fact(area.name, f"{area.lead}. {area.note}" if area.note else area.lead) for area in facts.areas),
        figures=figures,
        sources=citations(facts.sources, hub),
        next=next_steps(entry, hub),
    )


def idea(entry: Document[Idea], hub: Hub, article: Article) -> EntryView:
    """Return an idea's page: what a group can take away comes first."""
    facts = entry.facts
    authors = [", ".join(part for part in (a.name, a.role, a.organisation) if part) for a in facts.authors]
    rows = [
        Fact("From an article by", "; ".join(authors)),
        Fact("Date of the article", facts.published_estimated or english.day_words(facts.published)),
        Fact("Programmes", links=tuple(link_to(hub.programmes[p]) for p in facts.programmes if p in hub.programmes)),
        Fact("What", links=term_links(entry, hub, THEMES)),
        Fact("For", links=term_links(entry, hub, COMMUNITIES)),
        Fact("Where", links=term_links(entry, hub, REGIONS)),
    ]
    return EntryView(
        **common_fields(entry, article),
        facts=non_empty(rows),
        steps=facts.takeaways,
        steps_title="What your group can take away",
        figures=programme_figures(facts.figures, hub),
        sources=citations(facts.sources, hub),
        next=next_steps(entry, hub),
    )


def common_fields(entry: Document[Any], article: Article) -> dict[str, Any]:
    """Return what the pages of all kinds have."""
    facts = entry.facts
    address = addresses.document(entry.kind, entry.id)
    trail = (Link("Home", addresses.HOME), Link(entry.kind.plural_label, addresses.index(entry.kind)))
    dates = [
        Fact("Published", english.day_words(facts.published)),
        Fact("Updated", english.day_words(facts.updated) if facts.updated else ""),
        Fact("Reviewed", english.day_words(facts.reviewed) if facts.reviewed else ""),
    ]
    return {
        "kind": entry.kind.id,
        "kind_label": entry.kind.label,
        "body": article.html,
        "notes": facts.notes,
        "dates": non_empty(dates),
        "contents": tuple(Link(text, f"#{anchor}") for anchor, text in article.headings),
        "page": Page(facts.title, facts.summary, address, trail, entry.file),
    }


def non_empty(rows: list[Fact]) -> tuple[Fact, ...]:
    """Return the rows that say something."""
    return tuple(row for row in rows if row.text or row.links)


def term_links(entry: Document[Any] | DataRow[Project], hub: Hub, kind: Kind) -> tuple[Link, ...]:
    """Return a link to each term of an entry or a project, in the order its editor gave."""
    return tuple(Link(term.facts.label, addresses.document(kind, term.id)) for term in hub.terms_of(entry, kind))


def citation(cited: Citation, hub: Hub) -> Link:
    """Return where a fact comes from, as "title, section", leading to the source's place on the list of sources."""
    source = hub.sources.get(cited.source)
    title = source.facts.title if source else cited.source
    section = f"section {cited.section}" if cited.section and cited.section[:1].isdigit() else cited.section
    return Link(
        f"{title}, {section}" if section else title,
        addresses.document(source.kind, source.id) if source else addresses.SOURCES,
    )


def citations(cited: tuple[Citation, ...], hub: Hub) -> tuple[Link, ...]:
    """Return every source of an entry."""
    return tuple(citation(one, hub) for one in cited)


def figure_view(figure: Figure, hub: Hub) -> FigureView:
    """Return a figure as it is printed."""
    number, unit = english.figure_words(figure)
    return FigureView(
        number,
        unit,
        figure.label,
        figure.base,
        figure.caveat or "",
        citation(Citation(source=figure.source, section=figure.section), hub),
    )


def programme_figures(ids: tuple[str, ...], hub: Hub) -> tuple[FigureView, ...]:
    """Return figures by id."""
    return tuple(figure_view(hub.figures[one], hub) for one in ids if one in hub.figures)


def learning_point_link(shown: PointLink) -> EvidenceLink:
    """Return a learning point, as the entry that shows it lists it."""
    point = shown.point
    return EvidenceLink(
        link_to(point),
        KIND_OF_POINT[point.facts.kind],
        BASIS[shown.showing.basis],
        shown.showing.how or "",
    )


def evidence_link(showing: Showing, hub: Hub) -> EvidenceLink | None:
    """Return the case study, project or programme that shows a learning point; None when it is not published."""
    basis, how = BASIS[showing.basis], showing.how or ""
    if showing.case_study in hub.case_studies:
        entry = hub.case_studies[showing.case_study or ""]
        return EvidenceLink(
            link_to(entry),
            f"{entry.facts.organisation}, {entry.facts.place}",
            basis,
            how,
        )
    if showing.programme in hub.programmes:
        return EvidenceLink(link_to(hub.programmes[showing.programme or ""]), "Programme", basis, how)
    if showing.project in hub.projects:
        project = hub.projects[showing.project or ""]
        return EvidenceLink(
            Link(project.facts.organisation, addresses.project(project.id)), project.facts.place, basis, how
        )
    return None


def next_steps(entry: Document[Any], hub: Hub) -> tuple[Section, ...]:
    """Return where to go from an entry: each of its terms.

    Without the number of entries there: a page would then change whenever another entry is added.
    """
    terms = hub.terms_of(entry, THEMES, COMMUNITIES, REGIONS)
    more = (Link(f"More {term.facts.phrase}", addresses.document(term.kind, term.id)) for term in terms)
    return (Section("Where to go next", (*more, Link(f"All {entry.kind.plural}", addresses.index(entry.kind)))),)
