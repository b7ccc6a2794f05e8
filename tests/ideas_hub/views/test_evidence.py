"""Every figure once, with its base, in a chart or by itself; what several share is said once."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.views.evidence import SubjectView, evidence_view, subject_views, without_common_prefix
from ideas_hub.views.page import Link


def changed(hub: Hub, changes: Mapping[str, Mapping[str, Any]]) -> Hub:
    """Return the hub with other facts of its figures, by id."""
    figures = {key: figure.model_copy(update=changes.get(key, {})) for key, figure in hub.evidence.figures.items()}
    return replace(hub, evidence=hub.evidence.model_copy(update={"figures": figures}))


def subject_page(hub: Hub, subject: str = "things") -> SubjectView:
    return next(view for view in subject_views(hub) if view.page.address == f"evidence/{subject}/")


def test_the_page_of_evidence_shows_the_figures_that_its_file_names_and_where_each_stands(hub: Hub) -> None:
    """Also one of a case study; one that nothing has, as when its page is not out yet, is left out."""
    view = evidence_view(replace(hub, evidence_figures=(*hub.evidence_figures, "swansea-things-mended", "not-out-yet")))

    assert view.page.address == "evidence/"
    assert [(row.figure.number, row.more) for row in view.figures] == [
        ("58.5%", Link("What people brought", "evidence/things/#share-mended")),
        ("1,312", Link("What people brought", "evidence/things/#items-brought")),
        ("143", Link("Single case studies", "evidence/case-studies/#swansea-things-mended")),
    ]
    assert all(row.figure.base and row.figure.source and not row.id for row in view.figures)


def test_it_leads_to_every_subject_and_keeps_the_places_of_the_figures_that_stood_on_it(hub: Hub) -> None:
    things, single = evidence_view(hub).subjects

    assert (things.link, things.total) == (Link("What people brought", "evidence/things/"), "3 figures")
    assert (things.anchor, things.anchors) == (
        "subject-things",
        ("items-brought", "share-mended", "share-waiting", "chartFor-outcome"),
    )
    assert (single.link.address, single.anchors) == ("evidence/case-studies/", ("swansea-things-mended",))


def test_each_figure_of_a_subject_stands_once_in_a_chart_or_by_itself(hub: Hub) -> None:
    view = subject_page(hub)

    assert [row.id for chart in view.charts for row in chart.bars.rows] == ["share-mended", "share-waiting"]
    assert [row.id for group in view.groups for row in group.rows] == ["items-brought"]
    assert view.page.description == "3 figures on what people brought, each with what it is based on."
    assert view.others == (Link("Single case studies", "evidence/case-studies/"),)


def test_figures_of_case_studies_stand_below_their_case_study(hub: Hub) -> None:
    groups = {group.about: group for group in subject_page(hub, "case-studies").groups}
    soldering = groups[Link("Soldering together in Conwy", "case-studies/soldering/")]

    assert "People who came" in {row.figure.label for row in soldering.rows}
    assert all(row.about is None for row in soldering.rows)
    assert len(groups) == sum(bool(study.facts.figures) for study in hub.case_studies.values())


def test_a_subject_without_figures_has_no_page(hub: Hub) -> None:
    """So it is with case studies if none has a figure."""
    evidence = hub.evidence.model_copy(update={"subjects": {"things": "Things", "people": "People"}})
    bare = replace(hub, evidence=evidence, case_studies={})

    assert [view.page.title for view in subject_views(bare)] == ["Things"]
    assert [subject.link.text for subject in evidence_view(bare).subjects] == ["Things"]


def test_a_figure_says_how_it_was_worked_out_when_and_of_which_project(hub: Hub) -> None:
    update = {"derivation": "the sum of both", "as_of": "2025-10", "project": "third-drawer"}
    row = subject_page(changed(hub, {"items-brought": update})).groups[0].rows[0]

    assert row.details == "Worked out as the sum of both. As of October 2025."
    assert row.about == Link("Third Drawer Society", "projects/third-drawer/")
    assert subject_page(hub).groups[0].rows[0].about is None


def test_what_all_bars_of_a_chart_share_is_said_once(hub: Hub) -> None:
    (chart,) = subject_page(hub).charts

    assert (chart.id, chart.title, chart.note) == (
        "chartFor-outcome",
        "What became of the things",
        "The rest could not be mended.",
    )
    assert chart.bars.base == "Things whose owners said how it ended"
    assert chart.bars.source == Link("Thimble and Spanner (2025), section 2.4", "sources/#parts-evaluation")
    assert chart.bars.known_words == "People's own answers"
    assert [
        (row.figure.label, row.figure.number, row.length, row.figure.base, row.figure.source, row.figure.how_known)
        for row in chart.bars.rows
    ] == [
        ("Mended on the day", "58.5%", 58.5, "", None, ""),
        ("Still waiting for a part", "17.5%", 17.5, "", None, ""),
    ]


def test_what_the_bars_do_not_share_stays_with_each(hub: Hub) -> None:
    other = {"share-waiting": {"base": "Things with a part on order", "how_known": "estimate"}}
    (chart,) = subject_page(changed(hub, other)).charts

    assert (chart.bars.base, chart.bars.known_words) == ("", "")
    assert [row.figure.base for row in chart.bars.rows] == [
        "Things whose owners said how it ended",
        "Things with a part on order",
    ]
    assert [row.figure.known_words for row in chart.bars.rows] == ["People's own answers", "Estimate"]


def test_figures_on_the_same_base_stand_together_and_say_it_once(hub: Hub) -> None:
    base = {"base": "12 repair cafés that kept a tally"}
    alone = replace(hub, evidence=hub.evidence.model_copy(update={"charts": {}}))
    first, second = subject_page(changed(alone, {"share-waiting": base})).groups

    assert [row.id for row in first.rows] == ["items-brought", "share-waiting"]
    assert (first.base, {row.figure.base for row in first.rows}) == (base["base"], {""})
    assert (second.base, [row.figure.base for row in second.rows]) == ("", ["Things whose owners said how it ended"])


def test_an_estimate_says_so_whether_its_statistic_or_its_own_field_has_it(hub: Hub) -> None:
    """A count has neither word nor look of its own."""
    for update in ({"statistic": "estimate"}, {"how_known": "estimate"}):
        figure = evidence_view(changed(hub, {"items-brought": update})).figures[1].figure
        assert (figure.how_known, figure.known_words) == ("estimate", "Estimate")
    assert evidence_view(hub).figures[1].figure.known_words == ""


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
