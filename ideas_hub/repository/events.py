"""Events on a day: which are still to come, in which order they are listed, and what they no longer say once over."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256

from ideas_hub.model.document import Document
from ideas_hub.model.entries import LearningPoint
from ideas_hub.model.event import Event
from ideas_hub.model.kinds import EVENTS
from ideas_hub.model.value_paths import line_of
from ideas_hub.problem import Problem, Severity
from ideas_hub.repository.raw_content import RawContent

MEETING = re.compile(
    r"\bzoom\.us/(?:j|my|s|w|wc)/|\bteams\.microsoft\.com/(?:l/meetup-join|meet)/|\bteams\.live\.com/meet/"
    r"|\bmeet\.google\.com/\w|\bwebex\.com/(?:meet|join)/|\bmeet\.jit\.si/\w"
)
"""The addresses that join a meeting; those where people sign up for one are others."""


def as_on_a_day(
    events: Iterable[Document[Event]], points: Iterable[Document[LearningPoint]], today: date
) -> tuple[dict[str, Document[Event]], tuple[str, ...]]:
    """Return events by id, those to come first and the soonest of them, then the latest that is over.

    With them the ids of those to come.
    One that is over does not say how to join, and none names a learning point that is not among those given.
    """
    known = {point.id for point in points}
    by_title = sorted(events, key=lambda event: (event.facts.title.casefold(), event.id))
    every = [_shown(event, known, today) for event in by_title]
    to_come = sorted((event for event in every if not event.facts.when.is_over(today)), key=_start)
    over = sorted((event for event in every if event.facts.when.is_over(today)), key=_start, reverse=True)
    return {event.id: event for event in (*to_come, *over)}, tuple(event.id for event in to_come)


def _start(event: Document[Event]) -> tuple[str, str]:
    return event.facts.when.first, event.facts.when.start_time or ""


def _shown(event: Document[Event], points: Container[str], today: date) -> Document[Event]:
    """Return an event as readers see it on a day."""
    facts = event.facts
    learned = tuple(point for point in facts.learned if point in points)
    joining = None if facts.when.is_over(today) else facts.joining
    if (learned, joining) == (facts.learned, facts.joining):
        return event
    digest = sha256(event.digest + repr((learned, joining)).encode()).digest()
    return replace(event, facts=facts.model_copy(update={"learned": learned, "joining": joining}), digest=digest)


def find_meeting_links(raw: RawContent, today: date) -> Iterator[Problem]:
    """Yield a problem for each event to come that shows everybody the link to the meeting itself."""
    for event in raw.documents[EVENTS.id]:
        if MEETING.search(event.facts.joining or "") and not event.facts.when.is_over(today):
            yield Problem(
                event.file,
                line_of(("joining",), event.lines),
                "this link opens the meeting itself, so anybody who finds the page can walk in.",
                field="joining",
                found=str(event.facts.joining),
                fix="Write the address of a public page that says how to take part, or take it out.",
                rule="meeting-link",
                severity=Severity.SHOULD_FIX,
            )


def find_joining_once_over(raw: RawContent, today: date) -> Iterator[Problem]:
    """Yield an idea for each event that is over and still says how to join."""
    for event in raw.documents[EVENTS.id]:
        if event.facts.joining and event.facts.when.is_over(today):
            yield Problem(
                event.file,
                line_of(("joining",), event.lines),
                f"the event is over ({event.facts.when.words}), so its page does not show this any more.",
                field="joining",
                found=event.facts.joining,
                fix="Take it out. If there is something to watch or read now, say so in the text.",
                rule="joining-once-over",
                severity=Severity.IDEA,
            )
