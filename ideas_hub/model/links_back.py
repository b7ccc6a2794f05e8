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

    def points_shown_by(self, kind: str, entry_id: str) -> tuple[PointLink, ...]:
        """Return the learning points that an entry shows.  kind: "case_study", "project" or "programme"."""
        return self._to_points.get((kind, entry_id), ())

    def learned_at(self, point_id: str) -> tuple[Document[Event], ...]:
        """Return the events that a learning point was learned at."""
        return self._to_events.get(point_id, ())

    def trails_on(self, kind: str, entry_id: str) -> tuple[TrailLink, ...]:
        """Return the trails that rest on an entry or a project.  kind: as a step names it, such as "case_study"."""
        return self._to_trails.get((kind, entry_id), ())

    @cached_property
    def _to_points(self) -> Mapping[Named, tuple[PointLink, ...]]:
        links: dict[Named, list[PointLink]] = defaultdict(list)
        for point in self.points:
            for showing in point.facts.evidenced_by:
                for named in showing.entries():
                    links[named].append(PointLink(point, showing))
        return {named: tuple(some) for named, some in links.items()}

    @cached_property
    def _to_events(self) -> Mapping[str, tuple[Document[Event], ...]]:
        links: dict[str, list[Document[Event]]] = defaultdict(list)
        for event in self.events:
            for point in event.facts.learned:
                links[point].append(event)
        return {point: tuple(some) for point, some in links.items()}

    @cached_property
    def _to_trails(self) -> Mapping[Named, tuple[TrailLink, ...]]:
        links: dict[Named, list[TrailLink]] = defaultdict(list)
        for trail in self.trails:
            steps: dict[Named, list[int]] = defaultdict(list)
            for number, step in enumerate(trail.facts.steps, 1):
                for named in dict.fromkeys(entry for ground in step.rests_on for entry in ground.entries()):
                    steps[named].append(number)
            for named, numbers in steps.items():
                links[named].append(TrailLink(trail, tuple(numbers)))
        return {named: tuple(some) for named, some in links.items()}
