"""Events on a day: what the check says of their dates, and what changes by itself when one is over."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.problem import Problem
from ideas_hub.reading.validation_messages import NO_DAY_FIX
from tests.ideas_hub.conftest import FILES

Change = Callable[..., list[str]]
Read = Callable[[Path], tuple[Hub, list[Problem]]]

COMING, FAIR = "docs/events/fixers-evening.md", "docs/events/big-mend.md"
WHEN = '{start: 2027-01-14, start_time: "18:30", end_time: "20:00"}'
DAY_AFTER = "1800014400"
"""15 January 2027, in seconds since 1970."""


@pytest.mark.parametrize(
    ("when", "problem"),
    [
        ("{start: 2027-01-14, end: 2027-01-13}", "when.end: it ends before it starts. Check the start and the end."),
        ("{start: 2027, end: 2026-12}", "when.end: it ends before it starts. Check the start and the end."),
        (
            "{start: 2027-01-14, start_time: 18:30, end_time: 17:00}",
            "when.end_time: it ends before it starts. Check the start and the end.",
        ),
        (
            "{start: 2027-01, start_time: 18:30}",
            'when.start_time: "18:30" is a time without a day. ' + NO_DAY_FIX,
        ),
        (
            "{start: 2027-01-14, end_time: 20:00}",
            "when.end_time: it says when it ends, and not when it starts. Write start_time too.",
        ),
        (
            "{start: 2027-01-14, start_time: 6.30pm}",
            'when.start_time: "6.30pm" is not a time we can read. Write it as 09:30 or 18:30.',
        ),
        (
            "{start: 2027-01-14, start_time: 1830}",
            'when.start_time: "1830" is not a time we can read. Write it as 09:30 or 18:30.',
        ),
        (
            "{start: 2027-01-14, season: winter}",
            'when.season: "winter" is a season, and the start already gives the day. Leave out the season.',
        ),
        (
            "{start: 14/01/2027}",
            'when.start: "14/01/2027" is not a date we can read. Write it as 2022, 2022-08 or 2022-08-31.',
        ),
        ("{end: 2027-01-14}", "when.start: it is missing. Write start: ... in it."),
        (
            "next Tuesday",
            'when: "next Tuesday" is not a set of named facts. Write it as {start: ..., end: ..., season: ...}.',
        ),
    ],
)
def test_what_cannot_be_is_named_with_its_line(change: Change, when: str, problem: str) -> None:
    assert change(COMING, WHEN, when) == [f"{COMING}:5: {problem}"]


def test_a_part_of_when_is_named_on_a_line_of_its_own(change: Change) -> None:
    rows = "\n  start: 2027-01\n  start_time: 18:30"

    assert [problem.partition(" ")[0] for problem in change(COMING, f" {WHEN}", rows)] == [f"{COMING}:7:"]


@pytest.mark.parametrize(
    "address",
    [
        "http://mending-wales.example/",
        "https://mending-wales",
        'https://a.example/"><b>',
        "javascript:alert(1)",
        "a.example",
    ],
)
def test_joining_is_a_page_that_everybody_can_open(change: Change, address: str) -> None:
    (problem,) = change(COMING, "https://mending-wales.example/fixers-evening", f"'{address}'")

    assert problem.startswith(f"{COMING}:10: joining: ")
    assert problem.endswith("Write the whole address of the website, such as https://www.example.org.")


@pytest.mark.parametrize("address", ["https://mending-wales.example", "https://www.a-b.example/e/1?id=2&lang=cy"])
def test_a_public_page_may_need_a_query(change: Change, address: str) -> None:
    assert change(COMING, "https://mending-wales.example/fixers-evening", address) == []


def test_an_event_that_is_over_need_not_say_how_to_join(change: Change) -> None:
    """An idea for editors; nothing stops the page from being published."""
    (problem,) = change(FAIR, "place: Swansea", "place: Swansea\njoining: https://mending-wales.example/big-mend")

    assert problem == (
        f"{FAIR}:7: joining: the event is over (31 May to 1 June 2025, 10am to 4pm), so its page does not show this "
        "any more. Take it out. If there is something to watch or read now, say so in the text."
    )


def test_an_unknown_learning_point_is_named_with_the_nearest(change: Change) -> None:
    (problem,) = change(FAIR, "say-hello,", "say-helo,")

    assert problem.startswith(f'{FAIR}:10: learned[1]: "say-helo" is not a lesson we know.')
    assert 'Did you mean "say-hello"?' in problem


def test_those_to_come_are_first_and_the_soonest_of_them(tree: Path, read: Read) -> None:
    late, soon = FILES[COMING].replace("2027-01-14", "2027-03-01"), FILES[COMING].replace("2027-01-14", "2026-11-27")
    (tree / "docs/events/late.md").write_text(late.replace("An evening", "Another evening"), encoding="utf-8")
    (tree / "docs/events/soon.md").write_text(soon.replace("An evening", "The next evening"), encoding="utf-8")
    hub, _ = read(tree)

    assert list(hub.events) == ["soon", "fixers-evening", "late", "host-meeting", "big-mend", "parts-fund-opens"]
    assert hub.to_come == ("soon", "fixers-evening", "late")


def test_the_next_night_moves_it_and_takes_its_joining_page_out(
    tree: Path, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, _ = read(tree)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY_AFTER)
    after, problems = read(tree)

    assert (before.to_come, after.to_come) == (("fixers-evening",), ())
    assert before.events["fixers-evening"].facts.joining == "https://mending-wales.example/fixers-evening"
    assert after.events["fixers-evening"].facts.joining is None
    assert before.events["fixers-evening"].digest != after.events["fixers-evening"].digest
    assert [problem.rule for problem in problems] == ["joining-once-over"]


@pytest.mark.parametrize(
    "facts", ["---\ndraft: true\n", "---\npublished: 2027-02-01\n", "---\nwithdrawn: 2026-11-01\n---\n"]
)
def test_a_learning_point_that_is_not_out_is_not_named(tree: Path, read: Read, facts: str) -> None:
    """It waits, or it was taken down: in no format does anything lead to it."""
    point = tree / "docs/learning-points/say-hello.md"
    text = point.read_text(encoding="utf-8").replace("published: 2026-08-31\n", "")
    point.write_text(facts if "withdrawn" in facts else text.replace("---\n", facts, 1), encoding="utf-8")
    hub, _ = read(tree)

    assert hub.events["big-mend"].facts.learned == ("test-before-you-plug-in",)


@pytest.mark.parametrize("file", [COMING, "docs/events/host-meeting.md"])
def test_an_event_needs_no_text_of_its_own(tree: Path, read: Read, file: str) -> None:
    """Its summary says what happened."""
    assert (tree / file).read_text(encoding="utf-8").endswith("---\n")
    assert read(tree)[1] == []


@pytest.mark.parametrize(
    ("address", "opens"),
    [
        ("https://us02web.zoom.us/j/81234567890?pwd=abc", True),
        ("https://teams.microsoft.com/l/meetup-join/19%3ameeting", True),
        ("https://meet.google.com/abc-defg-hij", True),
        ("https://us02web.zoom.us/meeting/register/tZ0", False),
        ("https://mending-wales.example/teams.microsoft.com", False),
    ],
)
def test_the_link_to_the_meeting_itself_is_not_for_everybody(change: Change, address: str, *, opens: bool) -> None:
    problems = change(COMING, "https://mending-wales.example/fixers-evening", address)

    assert ["opens the meeting itself" in one for one in problems] == [True] * opens
