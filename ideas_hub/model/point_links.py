"""The other end of a learning point's evidence: which points an entry or a project shows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ideas_hub.model.document import Document
from ideas_hub.model.entries import LearningPoint, Showing


@dataclass(frozen=True)
class PointLink:
    """A learning point, and its statement that something shows it."""

    point: Document[LearningPoint]
    showing: Showing


def point_links(points: Iterable[Document[LearningPoint]]) -> Mapping[tuple[str, str], tuple[PointLink, ...]]:
    """Return the learning points that each case study, project and programme shows, by kind and id."""
    links: dict[tuple[str, str], list[PointLink]] = defaultdict(list)
    for point in points:
        for showing in point.facts.evidenced_by:
            for kind, entry_id in showing.entries():
                links[kind, entry_id].append(PointLink(point, showing))
    return {key: tuple(some) for key, some in links.items()}
