"""What did not work, on one page by topic."""

from dataclasses import replace

from ideas_hub.model.hub import Hub
from ideas_hub.views.page import Fact, Link
from ideas_hub.views.setbacks import LessonRow, SetbackRow, SetbackView, setbacks_view


def test_topics_are_in_the_order_of_the_vocabulary_and_what_has_none_comes_last(hub: Hub) -> None:
    view = setbacks_view(hub)

    assert [(group.title, group.anchor) for group in view.groups] == [
        ("Sharing skills", "topic-sharing-skills"),
        ("Places to meet", "topic-venues"),
        ("Other things", "otherThings"),
    ]
    assert view.total == "5 things from 4 case studies and 1 lesson about what gets in the way"


def test_each_thing_says_who_where_and_what_they_did_about_it(hub: Hub) -> None:
    """The link leads to the place in the story; words in another language are marked as such."""
    _, venues, other = setbacks_view(hub).groups
    rows = {row.where.text: row for row in (*venues.rows, *other.rows)}

    assert rows["The Long Way Round Co-op, Villages in many parts of Wales"] == SetbackRow(
        SetbackView(
            "The first tour went to too many places, and nobody knew when the van would be back.",
            Fact("Their response", "It goes to fewer villages now, and to each of them every month."),
        ),
        Link("The Long Way Round Co-op, Villages in many parts of Wales", "case-studies/mending-van/#whatGotInTheWay"),
        None,
    )
    assert rows["Second Slice Society, Swansea"].setback.response is None
    language = rows["Cymdeithas Tri Botwm, Y Bala"].language
    assert language
    assert language.tag == "cy"


def test_a_lesson_about_what_gets_in_the_way_stands_with_who_shows_it(hub: Hub) -> None:
    sharing, venues, _ = setbacks_view(hub).groups

    assert sharing.lessons == (
        LessonRow(
            Link("Keep enough fixers to go round", "learning-points/keep-enough-fixers/"),
            "A repair café that leans on one fixer will close when that fixer is tired.",
            (
                Link("Tick Tock and Friends, Barry", "case-studies/clock-club/"),
                Link("Third Drawer Society, Newport", "projects/third-drawer/"),
            ),
            (),
        ),
    )
    assert sharing.all_lessons == Link("All lessons on sharing skills", "learning-points/#topic-sharing-skills")
    assert venues.all_lessons is None


def test_without_anything_to_show_the_hub_has_no_such_page(hub: Hub) -> None:
    assert "what-did-not-work" in hub.parts
    assert "what-did-not-work" not in replace(hub, case_studies={}, learning_points={}).parts


def test_every_entry_is_named_once_for_the_feed_and_the_structured_data(hub: Hub) -> None:
    entries = setbacks_view(hub).entries

    assert len(entries) == len(set(entries)) == 5
    assert entries[-1] == "learning-points/keep-enough-fixers/"
