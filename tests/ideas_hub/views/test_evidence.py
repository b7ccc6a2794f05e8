"""Every figure with its base, and charts that say the same as their tables."""

from dataclasses import replace

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.views.figures import evidence_view, without_common_prefix
from ideas_hub.views.page import Link


def test_figures_are_listed_by_subject_and_those_of_case_studies_last(hub: Hub) -> None:
    view = evidence_view(hub)

    assert view.page.address == "evidence/"
    assert [(subject.title, subject.anchor) for subject in view.subjects] == [
        ("What people brought", "subject-things"),
        ("Figures of single case studies", "subject-case-studies"),
    ]
    assert view.total == f"{sum(len(subject.rows) for subject in view.subjects)} figures"
    assert [row.id for row in view.subjects[0].rows] == ["items-brought", "share-mended", "share-waiting"]
    assert all(row.figure.base for subject in view.subjects for row in subject.rows)


def test_a_figure_of_a_case_study_leads_there(hub: Hub) -> None:
    rows = {row.figure.label: row for row in evidence_view(hub).subjects[1].rows}

    assert rows["People who came"].about == Link("Soldering together in Conwy", "case-studies/soldering/")
    assert rows["People who came"].id == ""


def test_a_subject_without_figures_is_left_out(hub: Hub) -> None:
    """So is the section of case studies if none has a figure."""
    evidence = hub.evidence.model_copy(update={"subjects": {"things": "Things", "people": "People"}})
    view = evidence_view(replace(hub, evidence=evidence, case_studies={}))

    assert [subject.title for subject in view.subjects] == ["Things"]


def test_a_figure_says_how_it_was_worked_out_when_and_of_which_project(hub: Hub) -> None:
    update = {"derivation": "the sum of both", "as_of": "2025-10", "project": "third-drawer"}
    figure = hub.evidence.figures["items-brought"].model_copy(update=update)
    evidence = hub.evidence.model_copy(update={"figures": {**hub.evidence.figures, "items-brought": figure}})
    row = evidence_view(replace(hub, evidence=evidence)).subjects[0].rows[0]

    assert row.details == "Worked out as the sum of both. As of October 2025."
    assert row.about == Link("Third Drawer Society", "projects/third-drawer/")
    assert evidence_view(hub).subjects[0].rows[0].about is None


def test_a_chart_has_a_bar_for_each_figure_as_long_as_its_value(hub: Hub) -> None:
    (chart,) = evidence_view(hub).subjects[0].charts

    assert (chart.id, chart.title, chart.source.text) == (
        "outcome",
        "What became of the things",
        "Thimble and Spanner (2025), section 2.4",
    )
    assert [(bar.label, bar.value, bar.length) for bar in chart.bars] == [
        ("Mended on the day", "58.5%", 58.5),
        ("Still waiting for a part", "17.5%", 17.5),
    ]
    assert chart.description == (
        "Bars on a scale from 0 to 100%. Mended on the day: 58.5%; Still waiting for a part: 17.5%."
    )
    assert chart.note == "The rest could not be mended."


def test_bars_never_overlap_however_long_their_labels_are(hub: Hub) -> None:
    """A label is cut into lines that fit a phone."""
    label = "Things that somebody took home again to ask a neighbour for a part"
    figure = hub.evidence.figures["share-mended"].model_copy(update={"label": label})
    evidence = hub.evidence.model_copy(update={"figures": {**hub.evidence.figures, "share-mended": figure}})
    (chart,) = evidence_view(replace(hub, evidence=evidence)).subjects[0].charts
    first, second = chart.bars

    assert " ".join(first.lines) == label
    assert len(first.lines) == 2
    assert first.y + 20 * len(first.lines) < first.bar_y < second.y < second.bar_y < chart.height


@pytest.mark.parametrize(
    ("labels", "without"),
    [
        (["Things: mended", "Things: waiting"], ["Mended", "Waiting"]),
        (["Things: mended", "People: waiting"], ["Things: mended", "People: waiting"]),
        (["Mended", "Waiting"], ["Mended", "Waiting"]),
    ],
)
def test_labels_lose_the_words_that_all_of_them_share(labels: list[str], without: list[str]) -> None:
    assert without_common_prefix(labels) == without
