"""The pages that show the hub as a whole: home, find, learning points, projects, evidence, sources, glossary, data."""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ideas_hub.model import addresses
from ideas_hub.model.card import Card
from ideas_hub.model.document import Article, DataRow
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import COMMUNITIES, LEARNING_POINTS, THEMES, VOCABULARY_KINDS, Kind
from ideas_hub.model.project import Project
from ideas_hub.search.facets import Facet
from ideas_hub.views import english
from ideas_hub.views.entries import KIND_OF_POINT, FigureView, card, figure_view, programme_figures, term_links
from ideas_hub.views.lists import CHOOSE_BY, choices, counts_in_words, home_trail
from ideas_hub.views.page import Fact, Link, Page, Section, link_to
from ideas_hub.views.region_map import RegionMap, project_map, region_map

NEWEST = 3
SHORT = 8
LABEL_LINE = 36
"""Letters in a line of a chart's label: what fits a screen 320 pixels wide."""

LABEL_LINE_HEIGHT, BAR_STEP = 20, 36
KEY_FIGURES = ("people-counted", "take-up-rate", "sessions-delivered", "volunteers")


@dataclass(frozen=True, slots=True)
class HomeView:
    """The first page: what this is, three ways in, the newest, the key figures."""

    page: Page
    totals: str
    ways: tuple[Section, ...]
    newest: tuple[Card, ...]
    points: tuple[Link, ...]
    figures: tuple[FigureView, ...]
    map: RegionMap | None = None


@dataclass(frozen=True, slots=True)
class FindView:
    """The finder: every term with its count as links, and the same as choices for the live finder.

    index: the path of the search's first file, from the site's root.
    """

    page: Page
    ways: tuple[Section, ...]
    facets: tuple[Facet, ...]
    total: str
    index: str


@dataclass(frozen=True, slots=True)
class PointRow:
    """A learning point on the sheet of all of them."""

    link: Link
    statement: str
    kind: str
    evidence_count: str


@dataclass(frozen=True, slots=True)
class PointGroup:
    """Learning points under one topic or of one kind."""

    title: str
    anchor: str
    rows: tuple[PointRow, ...]


@dataclass(frozen=True, slots=True)
class PointsView:
    """All learning points on one sheet, by topic, with an index by kind."""

    page: Page
    total: str
    by_topic: tuple[PointGroup, ...]
    by_kind: tuple[PointGroup, ...]


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One project."""

    id: str
    name: str
    organisation: str
    place: str
    status: str
    facts: tuple[str, ...]
    rows: tuple[Fact, ...]
    figures: tuple[FigureView, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProjectRegion:
    """The projects of one region."""

    link: Link
    anchor: str
    total: str
    projects: tuple[ProjectRow, ...]


@dataclass(frozen=True, slots=True)
class ProjectsView:
    """Every project by NHS region."""

    page: Page
    total: str
    regions: tuple[ProjectRegion, ...]
    map: RegionMap | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a label, in lines short enough for a phone, what is printed, and its length from 0 to 100.

    y: the top of its row in the drawing, bar_y: of the bar below the label, both in pixels.
    """

    label: str
    lines: tuple[str, ...]
    shown: str
    length: float
    y: int
    bar_y: int
    base: str


@dataclass(frozen=True, slots=True)
class ChartView:
    """Bars of one question, and the table that says the same.  description: what the bars show, in words."""

    id: str
    title: str
    description: str
    note: str
    source: str
    bars: tuple[Bar, ...]
    height: int


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A figure with its own anchor and what it is about."""

    id: str
    figure: FigureView
    about: Link | None
    details: str


@dataclass(frozen=True, slots=True)
class EvidenceSubject:
    """The figures and charts of one subject."""

    title: str
    anchor: str
    charts: tuple[ChartView, ...]
    rows: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """Every figure, by subject, with its base."""

    page: Page
    total: str
    subjects: tuple[EvidenceSubject, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A document that facts come from."""

    id: str
    title: str
    body: str
    rows: tuple[Fact, ...]
    used_by: str


@dataclass(frozen=True, slots=True)
class SourcesView:
    """The documents that facts come from."""

    page: Page
    sources: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word and its meaning."""

    id: str
    term: str
    meaning: str
    more: str


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """Words that a reader may not know, in alphabetical order."""

    page: Page
    words: tuple[WordRow, ...]


@dataclass(frozen=True, slots=True)
class DataSet:
    """One data set: what it holds, its files, and what each field means."""

    title: str
    about: str
    files: tuple[Link, ...]
    fields: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class DataView:
    """What can be downloaded."""

    page: Page
    sets: tuple[DataSet, ...]


def hub_page(
    file: str, address: str, hub: Hub, articles: Mapping[str, Article], trail: tuple[Link, ...] | None = None
) -> Page:
    """Return the page that an editor's file makes."""
    facts = hub.pages[file].facts
    return Page(
        facts.title, facts.summary, address, home_trail() if trail is None else trail, file, articles[file].html
    )


def ways_in(hub: Hub) -> tuple[Section, ...]:
    """Return the three ways in: every used term with its count."""
    return tuple(
        Section(CHOOSE_BY[kind.id], tuple(choice.link for choice in choices(kind, hub)), kind.id)
        for kind in VOCABULARY_KINDS
    )


def shortened(section: Section, kind: Kind) -> Section:
    """Return a way in with the choices that lead to most, and a link to all of them when some were left out."""
    if len(section.links) <= SHORT:
        return section
    most = set(sorted(section.links, key=lambda link: -(link.count or 0))[:SHORT])
    more = Link(f"All {english.number_words(len(section.links))} {kind.plural}", addresses.index(kind))
    return replace(section, links=tuple(link for link in section.links if link in most), more=more)


def home(hub: Hub, articles: Mapping[str, Article]) -> HomeView:
    """Return the first page."""
    newest = tuple(card(entry, hub) for entry in list(hub.case_studies.values())[:NEWEST])
    firm = sorted(hub.learning_points.values(), key=lambda point: (-len(point.facts.evidenced_by), point.facts.title))[
        :NEWEST
    ]
    points = tuple(
        Link(point.facts.title, addresses.document(point.kind, point.id), len(point.facts.evidenced_by))
        for point in firm
    )
    ways = tuple(shortened(section, kind) for section, kind in zip(ways_in(hub), VOCABULARY_KINDS, strict=True))
    return HomeView(
        hub_page("docs/index.md", addresses.HOME, hub, articles, ()),
        counts_in_words(hub.entries),
        ways,
        newest,
        points,
        programme_figures(KEY_FIGURES, hub),
        region_map(hub),
    )


def find(hub: Hub, articles: Mapping[str, Article], facets: tuple[Facet, ...], index: str) -> FindView:
    """Return the finder's page.  facets: the questions of the live finder.  index: the path of the search's first file."""
    return FindView(
        hub_page("docs/find.md", addresses.FIND, hub, articles),
        ways_in(hub),
        facets,
        counts_in_words(hub.entries),
        index,
    )


def learning_points(hub: Hub, articles: Mapping[str, Article]) -> PointsView:
    """Return the sheet of all learning points."""
    file = "docs/learning-points/index.md"
    points = sorted(hub.learning_points.values(), key=lambda point: point.facts.title.casefold())
    rows = {
        point.id: PointRow(
            link_to(point),
            point.facts.statement,
            KIND_OF_POINT[point.facts.kind],
            evidence_count(len(point.facts.evidenced_by)),
        )
        for point in points
    }
    by_topic = tuple(
        PointGroup(label, f"topic-{topic}", found)
        for topic, label in hub.vocabulary.lists.topics.items()
        if (found := tuple(rows[p.id] for p in points if p.facts.topics[0] == topic))
    )
    by_kind = tuple(
        PointGroup(label, f"kind-{kind}", found)
        for kind, label in KIND_OF_POINT.items()
        if (
            found := tuple(
                rows[p.id] for p in sorted(points, key=lambda p: p.facts.number or 0) if p.facts.kind == kind
            )
        )
    )
    return PointsView(
        hub_page(file, addresses.index(LEARNING_POINTS), hub, articles),
        english.counted(len(points), "learning point", "learning points"),
        by_topic,
        by_kind,
    )


def evidence_count(count: int) -> str:
    """Return how many projects stand behind a learning point, in words."""
    return (
        f"{english.counted(count, 'project', 'projects')} learned this"
        if count
        else "The report says this of no one project"
    )


def projects(hub: Hub, articles: Mapping[str, Article]) -> ProjectsView:
    """Return every project by NHS region."""
    regions = []
    for region in hub.vocabulary.regions.values():
        rows = sorted(
            (row for row in hub.projects.values() if row.facts.region == region.id),
            key=lambda row: row.facts.organisation.casefold(),
        )
        if rows:
            regions.append(
                ProjectRegion(
                    Link(region.facts.label, addresses.document(region.kind, region.id)),
                    f"region-{region.id}",
                    english.counted(len(rows), "project", "projects"),
                    tuple(project_row(row, hub) for row in rows),
                )
            )
    return ProjectsView(
        hub_page("docs/projects/index.md", addresses.PROJECTS, hub, articles),
        english.counted(len(hub.projects), "project", "projects"),
        tuple(regions),
        project_map(hub),
    )


def project_row(row: DataRow[Project], hub: Hub) -> ProjectRow:
    """Return one project as its row on the list."""
    facts = row.facts
    study = hub.case_studies.get(facts.case_study or "")
    printed = f"{facts.report_region} (the report's own regions)" if facts.report_region else ""
    rows = (
        Fact("Case study", links=(link_to(study),) if study else ()),
        Fact("Council area", english.listed(list(facts.local_authority))),
        Fact("Reach, as printed", facts.reach or ""),
        Fact("Region, as printed", printed),
        Fact("What", links=term_links(row, hub, THEMES)),
        Fact("For", links=term_links(row, hub, COMMUNITIES)),
        Fact(
            "Learned",
            links=tuple(dict.fromkeys(link_to(s.point) for s in hub.points_shown_by("project", row.id))),
        ),
        Fact("Also known as", english.listed(list(facts.aliases))),
    )
    figures = tuple(figure_view(figure, hub) for figure in hub.evidence.figures.values() if figure.project == row.id)
    return ProjectRow(
        row.id,
        facts.project_name or "",
        facts.organisation,
        facts.place,
        "Withdrew in 2021" if facts.status == "withdrawn" else "",
        facts.facts,
        tuple(fact for fact in rows if fact.text or fact.links),
        figures,
        facts.notes,
    )


def evidence(hub: Hub, articles: Mapping[str, Article]) -> EvidenceView:
    """Return every figure of the whole programme by subject."""
    subjects = []
    for subject, title in hub.evidence.subjects.items():
        charts = tuple(chart(chart_id, hub) for chart_id, one in hub.evidence.charts.items() if one.subject == subject)
        rows = tuple(
            evidence_row(figure_id, hub)
            for figure_id, figure in hub.evidence.figures.items()
            if figure.subject == subject
        )
        if rows:
            subjects.append(EvidenceSubject(title, f"subject-{subject}", charts, rows))
    single = tuple(
        EvidenceRow(figure.id or "", figure_view(figure, hub), link_to(study), "")
        for study in hub.case_studies.values()
        for figure in study.facts.figures
    )
    if single:
        subjects.append(EvidenceSubject("Figures of single case studies", "subject-case-studies", (), single))
    total = english.counted(sum(len(subject.rows) for subject in subjects), "figure", "figures")
    return EvidenceView(hub_page("docs/evidence.md", addresses.EVIDENCE, hub, articles), total, tuple(subjects))


def evidence_row(figure_id: str, hub: Hub) -> EvidenceRow:
    """Return a figure with its anchor, and the project it is about if it is about one."""
    figure = hub.evidence.figures[figure_id]
    project = hub.projects.get(figure.project or "")
    details = [
        f"Worked out as {figure.derivation}." if figure.derivation else "",
        f"As of {english.moment_words(figure.as_of)}." if figure.as_of else "",
    ]
    return EvidenceRow(
        figure_id,
        figure_view(figure, hub),
        Link(project.facts.organisation, addresses.project(project.id)) if project else None,
        " ".join(part for part in details if part),
    )


def chart(chart_id: str, hub: Hub) -> ChartView:
    """Return a chart of percentages: one bar a figure, as long as its value."""
    one = hub.evidence.charts[chart_id]
    figures = [hub.evidence.figures[f] for f in one.figures if f in hub.evidence.figures]
    bars, top = [], 0
    for figure, label in zip(figures, without_shared_start([figure.label for figure in figures]), strict=True):
        lines = tuple(textwrap.wrap(label, LABEL_LINE))
        bar_top = top + LABEL_LINE_HEIGHT * len(lines) + 8
        bars.append(Bar(label, lines, figure.display, float(figure.value), top, bar_top, figure.base))
        top = bar_top + BAR_STEP
    description = "Bars on a scale from 0 to 100%. " + "; ".join(f"{bar.label}: {bar.shown}" for bar in bars) + "."
    return ChartView(chart_id, one.title, description, one.note or "", f"Section {one.section}", tuple(bars), top)


def without_shared_start(labels: list[str]) -> list[str]:
    """Return labels without the words up to a colon that all of them share: the chart's title says those."""
    start, colon, _ = labels[0].partition(": ")
    if not colon or not all(label.startswith(start + colon) for label in labels):
        return labels
    ends = [label[len(start + colon) :] for label in labels]
    return [end[:1].upper() + end[1:] for end in ends]


def sources(hub: Hub, articles: Mapping[str, Article]) -> SourcesView:
    """Return the documents that facts come from, with how many entries use each."""
    rows = []
    for source in sorted(hub.sources.values(), key=lambda s: s.facts.title.casefold()):
        facts = source.facts
        using = [entry for entry in hub.entries if any(cited.source == source.id for cited in entry.facts.sources)]
        rows.append(
            SourceRow(
                source.id,
                facts.title,
                articles[source.file].html,
                tuple(
                    fact
                    for fact in (
                        Fact("Written by", english.listed(list(facts.authors))),
                        Fact("Published by", facts.publisher),
                        Fact(
                            "Date",
                            facts.published_estimated
                            or (english.day_words(facts.published) if facts.published else "Not given"),
                        ),
                        Fact("Pages", english.number_words(facts.pages) if facts.pages else ""),
                        Fact("Rights", facts.licence_note),
                        Fact("How to cite it", facts.cite),
                    )
                    if fact.text
                ),
                counts_in_words(using),
            )
        )
    return SourcesView(hub_page("docs/sources/index.md", addresses.SOURCES, hub, articles), tuple(rows))


def glossary(hub: Hub, articles: Mapping[str, Article]) -> GlossaryView:
    """Return the words and their meanings in alphabetical order."""
    rows = sorted(((word_id, word) for word_id, word in hub.glossary.items()), key=lambda pair: pair[1].term.casefold())
    return GlossaryView(
        hub_page("docs/glossary.md", addresses.GLOSSARY, hub, articles),
        tuple(WordRow(word_id, word.term, word.meaning, word.more or "") for word_id, word in rows),
    )
