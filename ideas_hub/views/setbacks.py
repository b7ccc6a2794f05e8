"""What did not work: each thing as pages show it, and all of them on one page, by topic."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import CASE_STUDIES, LEARNING_POINTS, PART_FILES, SETBACKS
from ideas_hub.model.languages import Language
from ideas_hub.model.sections import DID_NOT_WORK
from ideas_hub.model.setback import Setback, setback_anchor
from ideas_hub.views import english
from ideas_hub.views.evidence_links import named_by, who_and_where_link
from ideas_hub.views.page import Fact, Link, Page, hub_page, link_to

RESPONSE = "Their response"
OTHER_THINGS = "Other things"


@dataclass(frozen=True, slots=True)
class SetbackView:
    """One thing that did not work.

    response: what the group did about it; None where the source is silent.
    """

    what: str
    response: Fact | None


def setback_view(setback: Setback) -> SetbackView:
    """Return one thing that did not work as pages show it."""
    return SetbackView(setback.what, Fact(RESPONSE, setback.response) if setback.response else None)


@dataclass(frozen=True, slots=True)
class SetbackRow:
    """One thing that did not work, on the page of all.

    where: the group and its place; a link to where its story says it.
    language: of its words, where that is not the hub's.
    """

    setback: SetbackView
    where: Link
    language: Language | None


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A lesson about what gets in the way.

    shown_by: where the source shows it.
    seen_at: where we see something like it.
    """

    link: Link
    statement: str
    shown_by: tuple[Link, ...]
    seen_at: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SetbackGroup:
    """All of one topic.

    lessons: those about what gets in the way.
    all_lessons: leads to all lessons on the topic; None if there are none.
    """

    title: str
    anchor: str
    rows: tuple[SetbackRow, ...]
    lessons: tuple[LessonRow, ...]
    all_lessons: Link | None


@dataclass(frozen=True, slots=True)
class SetbacksView:
    """What did not work, by topic in the order of the vocabulary; what has no topic comes last.

    entries: the addresses of the entries that say it, in reading order.
    """

    page: Page
    total: str
    groups: tuple[SetbackGroup, ...]
    entries: tuple[str, ...]
    feed: Link


def setbacks_view(hub: Hub) -> SetbacksView:
    rows, lessons = _rows_by_topic(hub), _lessons_by_topic(hub)
    topics = [*hub.vocabulary.lists.topics.items(), (None, OTHER_THINGS)]
    groups = (
        SetbackGroup(
            label,
            setback_anchor(topic),
            tuple(rows.get(topic, ())),
            tuple(lessons.get(topic, ())),
            _all_lessons_on(topic, label, hub),
        )
        for topic, label in topics
        if topic in rows or topic in lessons
    )
    return SetbacksView(
        hub_page(PART_FILES[SETBACKS], addresses.SETBACKS, hub),
        _total(hub),
        tuple(groups),
        tuple(link_to(entry).address for entry in hub.with_setbacks),
        Link("Follow this page in a feed reader", addresses.feed(addresses.SETBACKS)),
    )


def _rows_by_topic(hub: Hub) -> Mapping[str | None, list[SetbackRow]]:
    rows: dict[str | None, list[SetbackRow]] = defaultdict(list)
    for study in hub.case_studies.values():
        facts = study.facts
        link = who_and_where_link(study)
        where = replace(link, address=f"{link.address}#{DID_NOT_WORK.anchor}")
        for one in facts.did_not_work:
            rows[one.topic].append(SetbackRow(setback_view(one), where, facts.other_language))
    return rows


def _lessons_by_topic(hub: Hub) -> Mapping[str | None, list[LessonRow]]:
    lessons: dict[str | None, list[LessonRow]] = defaultdict(list)
    for point in hub.learning_points.values():
        facts = point.facts
        if facts.says_what_did_not_work:
            shown_by, seen_at = (
                tuple(who_and_where_link(one) for showing in facts.shown_by(basis) if (one := named_by(showing, hub)))
                for basis in ("stated", "inferred")
            )
            lessons[facts.topics[0]].append(LessonRow(link_to(point), facts.statement, shown_by, seen_at))
    return lessons


def _all_lessons_on(topic: str | None, label: str, hub: Hub) -> Link | None:
    """Return a link to all lessons on a topic, which the page of learning points lists by their first topic."""
    if all(point.facts.topics[0] != topic for point in hub.learning_points.values()):
        return None
    words = english.within_sentence(label, hub.vocabulary.names)
    return Link(f"All lessons on {words}", f"{addresses.index(LEARNING_POINTS)}#topic-{topic}")


def _total(hub: Hub) -> str:
    """Return how much there is: "7 things from 4 case studies, and 1 lesson about what gets in the way"."""
    things = [len(study.facts.did_not_work) for study in hub.case_studies.values() if study.facts.did_not_work]
    studies = english.counted_entries(len(things), CASE_STUDIES)
    from_studies = f"{english.counted(sum(things), 'thing')} from {studies}"
    lessons = english.counted(len(hub.with_setbacks) - len(things), "lesson")
    every = ((things, from_studies), (len(hub.with_setbacks) > len(things), f"{lessons} about what gets in the way"))
    return english.listed([words for some, words in every if some])
