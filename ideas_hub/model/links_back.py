"""The other end of links between entries: points that an entry shows, where one was learned, trails resting on it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from ideas_hub.model.document import Document
from ideas_hub.model.entries import LearningPoint, Showing
from ideas_hub.model.event import Event
from ideas_hub.model.trail import Trail

Named: TypeAlias = tuple[str, str]
"""A kind and an id, as the facts of another entry name it: ("case_study", "soldering")."""


@dataclass(frozen=True)
class PointLink:
    """A learning point, and its statement that something shows it."""

    point: Document[LearningPoint]
    showing: Showing


@dataclass(frozen=True)
class TrailLink:
    """A trail, and the numbers of its steps that rest on something; they count from 1."""

    trail: Document[Trail]
    steps: tuple[int, ...]


@dataclass(frozen=True)
class LinksBack:
    """Links from learning points, events and trails, by what they lead to."""

    points: Iterable[Document[LearningPoint]]
    events: Iterable[Document[Event]]
    trails: Iterable[Document[Trail]]

    @cached_property
    def to_points(self) -> Mapping[Named, tuple[PointLink, ...]]:
        """The learning points that each case study, project and programme shows."""
        links: dict[Named, list[PointLink]] = defaultdict(list)
        for point in self.points:
            for showing in point.facts.evidenced_by:
                for named in showing.entries():
                    links[named].append(PointLink(point, showing))
        return {named: tuple(some) for named, some in links.items()}

    @cached_property
    def to_events(self) -> Mapping[str, tuple[Document[Event], ...]]:
        """The events that each learning point was learned at, by its id."""
        links: dict[str, list[Document[Event]]] = defaultdict(list)
        for event in self.events:
            for point in event.facts.learned:
                links[point].append(event)
        return {point: tuple(some) for point, some in links.items()}

    @cached_property
    def to_trails(self) -> Mapping[Named, tuple[TrailLink, ...]]:
        """The trails that rest on each entry and project."""
        links: dict[Named, list[TrailLink]] = defaultdict(list)
        for trail in self.trails:
            steps: dict[Named, list[int]] = defaultdict(list)
            for number, step in enumerate(trail.facts.steps, 1):
                for named in dict.fromkeys(entry for ground in step.rests_on for entry in ground.entries()):
                    steps[named].append(number)
            for named, numbers in steps.items():
                links[named].append(TrailLink(trail, tuple(numbers)))
        return {named: tuple(some) for named, some in links.items()}
