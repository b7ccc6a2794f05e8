"""The page of a learning point."""

from dataclasses import replace

from ideas_hub.model.hub import Hub
from ideas_hub.views.learning_point import learning_point_view
from ideas_hub.views.page import Fact, Link


def test_the_box_says_what_kind_it_is_and_for_whom(hub: Hub) -> None:
    assert learning_point_view(hub.learning_points["test-before-you-plug-in"], hub).facts == (
        Fact("Kind", "Recommendation, number 1 in the source"),
        Fact("Group", "Safety"),
        Fact("For", "People who run repair cafés and People who lend a room"),
        Fact("About", "Safety"),
        Fact("What", links=(Link("Tools and electrics", "themes/tools-electrics/"),)),
        Fact(
            "Helps",
            links=(
                Link("Older neighbours", "communities/older-neighbours/"),
                Link("People on a tight budget", "communities/tight-budgets/"),
            ),
        ),
    )


def test_the_lesson_comes_with_steps_figures_and_evidence(hub: Hub) -> None:
    view = learning_point_view(hub.learning_points["test-before-you-plug-in"], hub)

    assert view.statement.startswith("Test each thing with a plug")
    assert (view.steps_title, view.steps[0]) == ("Try this", "Borrow a tester from another repair café.")
    assert [figure.number for figure in view.figures] == ["143"]
    assert view.shows_title == "2 projects have learned this"
    assert [link.link.text for link in view.shows] == ["Toaster Tuesdays in Swansea", "Skills days"]


def test_evidence_that_is_not_published_does_not_count(hub: Hub) -> None:
    point = hub.learning_points["test-before-you-plug-in"]
    assert learning_point_view(point, replace(hub, programmes={})).shows_title == "1 project has learned this"

    view = learning_point_view(point, replace(hub, programmes={}, case_studies={}))
    assert (view.shows, view.shows_title) == ((), "")


def test_a_point_without_a_number_has_none(hub: Hub) -> None:
    assert learning_point_view(hub.learning_points["say-hello"], hub).facts[0] == Fact("Kind", "Lesson")
