"""All learning points on one page."""

from ideas_hub.model.hub import Hub
from ideas_hub.views.learning_points import LearningPointRow, learning_points_view, shown_by
from ideas_hub.views.page import Link


def test_learning_points_are_listed_by_topic_and_by_kind(hub: Hub) -> None:
    view = learning_points_view(hub)

    assert (view.page.address, view.total) == ("learning-points/", "3 lessons")
    assert [(group.title, group.anchor, len(group.rows)) for group in view.by_topic] == [
        ("Sharing skills", "topic-sharing-skills", 2),
        ("Safety", "topic-safety", 1),
    ]
    assert [(group.title, group.anchor) for group in view.by_kind] == [
        ("What gets in the way", "kind-barrier"),
        ("Recommendation", "kind-recommendation"),
        ("General lesson", "kind-section-lesson"),
    ]


def test_within_a_topic_they_are_in_the_order_of_their_titles(hub: Hub) -> None:
    rows = learning_points_view(hub).by_topic[0].rows

    assert [row.link.text for row in rows] == ["Keep enough fixers to go round", "Say hello to everyone at the door"]
    assert rows[1] == LearningPointRow(
        Link("Say hello to everyone at the door", "learning-points/say-hello/"),
        "Say hello first, and look at the broken thing second.",
        "General lesson",
        "The source shows this in 1 project",
    )


def test_what_the_source_shows_is_counted_in_words() -> None:
    assert shown_by([]) == "No project named"
    assert shown_by("ab") == "The source shows this in 2 projects"
