"""The page of a learning point."""

from dataclasses import replace

from ideas_hub.model.hub import Hub
from ideas_hub.model.sections import EVIDENCED_BY, STATEMENT, TRY_THIS, WHERE_WE_SEE_IT
from ideas_hub.views.entries import learning_point_view
from ideas_hub.views.entry_page import EntryView
from ideas_hub.views.page import Fact, Link


def titles(view: EntryView) -> list[str]:
    return [section.title for section, _ in view.sections]


def test_the_box_says_what_kind_it_is_and_for_whom(hub: Hub) -> None:
    assert learning_point_view(hub.learning_points["test-before-you-plug-in"], hub).facts == (
        Fact("Type", "Recommendation (report, point 1)"),
        Fact("Group", "Safety"),
        Fact("For", "People who run repair cafés and people who lend a room", id="audience"),
        Fact("Topics", "Safety", id="topics"),
        Fact("Themes", links=(Link("Tools and electrics", "themes/tools-electrics/"),), id="what"),
        Fact(
            "Communities",
            links=(
                Link("Older neighbours", "communities/older-neighbours/"),
                Link("People on a tight budget", "communities/tight-budgets/"),
            ),
            id="for",
        ),
    )


def test_the_lesson_comes_with_steps_figures_and_evidence(hub: Hub) -> None:
    view = learning_point_view(hub.learning_points["test-before-you-plug-in"], hub)

    assert view.rows(STATEMENT)[0].startswith("Test each thing with a plug")
    assert view.rows(TRY_THIS)[0] == "Borrow a tester from another repair café."
    assert [figure.number for figure in view.figures] == ["143"]
    assert titles(view)[:6] == [
        "The lesson",
        "Try this",
        "In numbers",
        "",
        "Where the source shows this",
        "Where we see something similar",
    ]


def test_what_the_source_states_stands_apart_from_our_reading_which_is_marked_once(hub: Hub) -> None:
    view = learning_point_view(hub.learning_points["test-before-you-plug-in"], hub)

    assert [link.link.text for link in view.rows(EVIDENCED_BY)] == ["Toaster Tuesdays in Swansea"]
    assert [link.link.text for link in view.rows(WHERE_WE_SEE_IT)] == ["Skills days"]
    assert [section.note.partition(".")[0] for section, _ in view.sections if section.note] == [
        "Our suggestions",
        "This is our reading",
    ]


def test_evidence_that_is_not_published_is_left_out(hub: Hub) -> None:
    view = learning_point_view(
        hub.learning_points["test-before-you-plug-in"], replace(hub, programmes={}, events={}, case_studies={})
    )

    assert view.rows(EVIDENCED_BY) == view.rows(WHERE_WE_SEE_IT) == ()


def test_a_point_without_a_number_has_none(hub: Hub) -> None:
    assert learning_point_view(hub.learning_points["say-hello"], hub).facts[0] == Fact("Type", "General lesson")
