"""Figures with their base and their source: beside what they are of, and all of them by subject, with charts."""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ideas_hub.model import addresses
from ideas_hub.model.data_files import Chart, EvidenceFigure
from ideas_hub.model.fields import Citation, Figure
from ideas_hub.model.hub import Hub
from ideas_hub.model.languages import Language
from ideas_hub.model.moments import moment_words
from ideas_hub.views import english
from ideas_hub.views.citations import short_citation
from ideas_hub.views.page import Link, Page, hub_page, link_to


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number with what it measures and what it is based on; it is never published without its base.

    language: of its words, where that is not the hub's.
    """

    number: str
    unit: str
    label: str
    base: str
    caveat: str
    source: Link
    language: Language | None = None


def figure_view(figure: Figure, hub: Hub, language: Language | None = None) -> FigureView:
    """Return a figure as it is printed."""
    number, unit = english.figure_words(figure)
    source = short_citation(figure, hub)
    return FigureView(number, unit, figure.label, figure.base, figure.caveat or "", source, language)


def programme_figures(ids: Iterable[str], hub: Hub) -> tuple[FigureView, ...]:
    """Return figures by id, in the order given; unknown ids are left out."""
    return tuple(figure_view(hub.figures[figure_id], hub) for figure_id in ids if figure_id in hub.figures)


LABEL_WIDTH = 36
"""Characters in a line of a chart's label: what fits a screen 320 pixels wide."""

LABEL_LINE_HEIGHT, LABEL_GAP, BAR_STEP = 20, 8, 36
"""In pixels: of a label's line, between a label and its bar, and from a bar's top to the next label."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart.

    lines: the label, in lines short enough for a phone.
    value: as printed.
    length: percent of the chart's width.
    y, bar_y: the top of the label and the top of the bar below it, in pixels.
    """

    label: str
    lines: tuple[str, ...]
    value: str
    length: float
    y: int
    bar_y: int
    base: str


@dataclass(frozen=True, slots=True)
class ChartView:
    """The bars of one question, drawn and as a table.

    description: what the bars show, in words.
    height: in pixels.
    """

    id: str
    title: str
    description: str
    note: str
    source: Link
    bars: tuple[Bar, ...]
    height: int


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A figure with its anchor.

    about: the project or case study that it measures; None for the whole programme.
    """

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
    """Every figure by subject; subjects without a figure are left out."""

    page: Page
    total: str
    subjects: tuple[EvidenceSubject, ...]


def evidence_view(hub: Hub) -> EvidenceView:
    """Return the page of all figures: those of the programme by subject, then those of single case studies."""
    every = (*(_subject(subject, hub) for subject in hub.evidence.subjects), _case_study_figures(hub))
    subjects = tuple(subject for subject in every if subject.rows)
    total = english.counted(sum(len(subject.rows) for subject in subjects), "figure", "figures")
    return EvidenceView(hub_page("docs/evidence.md", addresses.EVIDENCE, hub), total, subjects)


def _subject(subject: str, hub: Hub) -> EvidenceSubject:
    return EvidenceSubject(
        hub.evidence.subjects[subject],
        f"subject-{subject}",
        tuple(_chart(key, chart, hub) for key, chart in hub.evidence.charts.items() if chart.subject == subject),
        tuple(_row(key, figure, hub) for key, figure in hub.evidence.figures.items() if figure.subject == subject),
    )


def _case_study_figures(hub: Hub) -> EvidenceSubject:
    rows = (
        EvidenceRow(figure.id or "", figure_view(figure, hub, study.facts.other_language), link_to(study), "")
        for study in hub.case_studies.values()
        for figure in study.facts.figures
    )
    return EvidenceSubject("Figures of single case studies", "subject-case-studies", (), tuple(rows))


def _row(figure_id: str, figure: EvidenceFigure, hub: Hub) -> EvidenceRow:
    project = hub.projects.get(figure.project or "")
    about = Link(project.facts.organisation, addresses.project(project.id)) if project else None
    details = (
        f"Worked out as {figure.derivation}." if figure.derivation else "",
        f"As of {moment_words(figure.as_of)}." if figure.as_of else "",
    )
    return EvidenceRow(figure_id, figure_view(figure, hub), about, " ".join(filter(None, details)))


def _chart(chart_id: str, chart: Chart, hub: Hub) -> ChartView:
    """Return a chart of percentages: one bar for each figure, as long as its value."""
    figures = [hub.evidence.figures[figure] for figure in chart.figures if figure in hub.evidence.figures]
    bars, top = [], 0
    for figure, label in zip(figures, without_common_prefix([figure.label for figure in figures]), strict=True):
        lines = tuple(textwrap.wrap(label, LABEL_WIDTH))
        bar_top = top + LABEL_LINE_HEIGHT * len(lines) + LABEL_GAP
        bars.append(Bar(label, lines, figure.display, float(figure.value), top, bar_top, figure.base))
        top = bar_top + BAR_STEP
    description = "Bars on a scale from 0 to 100%. " + "; ".join(f"{bar.label}: {bar.value}" for bar in bars) + "."
    source = short_citation(Citation(source=figures[0].source, section=chart.section), hub)
    return ChartView(chart_id, chart.title, description, chart.note or "", source, tuple(bars), top)


def without_common_prefix(labels: Sequence[str]) -> Sequence[str]:
    """Return labels without the words up to a colon if all of them share those: the chart's title says them."""
    start, colon, _ = labels[0].partition(": ")
    if not colon or not all(label.startswith(start + colon) for label in labels):
        return labels
    ends = [label.removeprefix(start + colon) for label in labels]
    return [end[:1].upper() + end[1:] for end in ends]
