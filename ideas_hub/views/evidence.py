"""The evidence: one page of the figures that matter most, and one for each subject, with charts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ideas_hub.model import addresses
from ideas_hub.model.data_files import Chart, EvidenceFigure
from ideas_hub.model.fields import Citation
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import EVIDENCE, PART_FILES
from ideas_hub.model.moments import moment_words
from ideas_hub.reading.data_files import EVIDENCE_FILE
from ideas_hub.views import english
from ideas_hub.views.citations import short_citation
from ideas_hub.views.figure_groups import EvidenceRow, FigureGroup, group_of, grouped
from ideas_hub.views.figures import figure_view
from ideas_hub.views.page import HOME_BREADCRUMB, Link, Page, hub_page, link_to


@dataclass(frozen=True, slots=True)
class ChartView:
    """The bars of one question, drawn and as a table.  note: what they leave out."""

    id: str
    title: str
    note: str
    bars: FigureGroup


@dataclass(frozen=True, slots=True)
class SubjectLink:
    """A subject on the page of evidence.

    anchors: of its figures and charts, which stood on that page before each subject had its own.
    """

    link: Link
    anchor: str
    total: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """The page of evidence: the figures that its file names, then every subject."""

    page: Page
    figures: tuple[EvidenceRow, ...]
    subjects: tuple[SubjectLink, ...]


@dataclass(frozen=True, slots=True)
class SubjectView:
    """The page of one subject: each figure once, in a chart or by itself."""

    page: Page
    charts: tuple[ChartView, ...]
    groups: tuple[FigureGroup, ...]
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class _Subject:
    """A subject with all its figures.  file: where an editor finds them."""

    id: str
    title: str
    file: str
    rows: tuple[EvidenceRow, ...]
    charts: tuple[tuple[str, Chart], ...] = ()

    @property
    def by_study(self) -> bool:
        return self.id == addresses.OF_CASE_STUDIES

    @property
    def link(self) -> Link:
        return Link(self.title, addresses.evidence_about(self.id))

    @property
    def total(self) -> str:
        return english.counted(len(self.rows), "figure")


def evidence_view(hub: Hub) -> EvidenceView:
    """Return the page of evidence; subjects without a figure are left out."""
    subjects = _subjects(hub)
    every = {row.id: (row, subject) for subject in subjects for row in subject.rows}
    chosen = [every[figure] for figure in hub.evidence_figures if figure in every]
    return EvidenceView(
        hub_page(PART_FILES[EVIDENCE], addresses.EVIDENCE, hub),
        tuple(
            replace(row, id="", more=Link(subject.title, addresses.figure(subject.id, row.id)))
            for row, subject in chosen
        ),
        tuple(
            SubjectLink(
                subject.link,
                f"subject-{subject.id}",
                subject.total,
                (*(row.id for row in subject.rows if row.id), *(_chart_anchor(chart) for chart, _ in subject.charts)),
            )
            for subject in subjects
        ),
    )


def subject_views(hub: Hub) -> Iterator[SubjectView]:
    """Yield the page of each subject that has a figure, and that of the figures of single case studies."""
    subjects = _subjects(hub)
    for subject in subjects:
        drawn = {figure for _, chart in subject.charts for figure in chart.figures}
        yield SubjectView(
            _page(subject, hub),
            tuple(_chart(chart_id, chart, subject.rows, hub) for chart_id, chart in subject.charts),
            tuple(grouped([row for row in subject.rows if row.id not in drawn], by_study=subject.by_study)),
            tuple(other.link for other in subjects if other is not subject),
        )


def _subjects(hub: Hub) -> list[_Subject]:
    """Return those of the programme in the order of their file, then the figures of single case studies."""
    figures, charts = hub.evidence.figures.items(), hub.evidence.charts.items()
    every = [
        _Subject(
            subject,
            title,
            EVIDENCE_FILE,
            tuple(_row(key, figure, hub) for key, figure in figures if figure.subject == subject),
            tuple((key, chart) for key, chart in charts if chart.subject == subject),
        )
        for subject, title in hub.evidence.subjects.items()
    ]
    single = _Subject(
        addresses.OF_CASE_STUDIES, "Single case studies", PART_FILES[EVIDENCE], tuple(_rows_of_case_studies(hub))
    )
    return [subject for subject in (*every, single) if subject.rows]


def _rows_of_case_studies(hub: Hub) -> Iterator[EvidenceRow]:
    for study in hub.case_studies.values():
        for figure in study.facts.figures:
            yield EvidenceRow(figure.id or "", figure_view(figure, hub, study.facts.other_language), link_to(study))


def _row(figure_id: str, figure: EvidenceFigure, hub: Hub) -> EvidenceRow:
    project = hub.projects.get(figure.project or "")
    about = Link(project.facts.organisation, addresses.project(project.id)) if project else None
    details = (
        f"Worked out as {figure.derivation}." if figure.derivation else "",
        f"As of {moment_words(figure.as_of)}." if figure.as_of else "",
    )
    return EvidenceRow(figure_id, figure_view(figure, hub), about, " ".join(filter(None, details)), float(figure.value))


def _page(subject: _Subject, hub: Hub) -> Page:
    overview = hub.pages[PART_FILES[EVIDENCE]].facts.title
    about = english.within_sentence(subject.title, hub.vocabulary.names)
    return Page(
        subject.title,
        f"{subject.total} on {about}, each with what it is based on.",
        subject.link.address,
        (*HOME_BREADCRUMB, Link(overview, addresses.EVIDENCE)),
        subject.file,
        subject=overview,
    )


def _chart_anchor(chart_id: str) -> str:
    return f"chartFor-{chart_id}"


def _chart(chart_id: str, chart: Chart, rows: Iterable[EvidenceRow], hub: Hub) -> ChartView:
    """Return a chart of percentages: one bar for each figure, as long as its value."""
    by_id = {row.id: row for row in rows}
    bars = [by_id[figure] for figure in chart.figures if figure in by_id]
    labels = without_common_prefix([row.figure.label for row in bars])
    group = group_of(
        [replace(row, figure=replace(row.figure, label=label)) for row, label in zip(bars, labels, strict=True)]
    )
    first = hub.evidence.figures[chart.figures[0]]
    source = short_citation(Citation(source=first.source, section=chart.section), hub)
    without = tuple(replace(row, figure=replace(row.figure, source=None)) for row in group.rows)
    return ChartView(
        _chart_anchor(chart_id), chart.title, chart.note or "", replace(group, rows=without, source=source)
    )


def without_common_prefix(labels: Sequence[str]) -> Sequence[str]:
    """Return labels without the words up to a colon if all of them share those: the chart's title says them."""
    start, colon, _ = labels[0].partition(": ")
    if not colon or not all(label.startswith(start + colon) for label in labels):
        return labels
    ends = [label.removeprefix(start + colon) for label in labels]
    return [end[:1].upper() + end[1:] for end in ends]
