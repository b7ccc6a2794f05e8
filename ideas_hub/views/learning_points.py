"""All learning points on one page, by topic and by kind."""

from collections.abc import Sized
from dataclasses import dataclass

from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import LEARNING_POINTS
from ideas_hub.views import english
from ideas_hub.views.entry_page import KIND_OF_POINT
from ideas_hub.views.evidence_links import evidence_links
from ideas_hub.views.page import Link, Page, hub_page, link_to


@dataclass(frozen=True, slots=True)
class LearningPointRow:
    """A learning point on the page of all of them.

    shown_by: how many projects the source shows it by, in words.
    """

    link: Link
    statement: str
    kind: str
    shown_by: str


@dataclass(frozen=True, slots=True)
class LearningPointGroup:
    """The learning points of one topic or of one kind."""

    title: str
    anchor: str
    rows: tuple[LearningPointRow, ...]


@dataclass(frozen=True, slots=True)
class LearningPointsView:
    """All learning points by topic, with an index by kind."""

    page: Page
    total: str
    by_topic: tuple[LearningPointGroup, ...]
    by_kind: tuple[LearningPointGroup, ...]

    @property
    def entries(self) -> tuple[str, ...]:
        """The addresses of what it lists, each once."""
        return tuple(dict.fromkeys(row.link.address for group in self.by_topic for row in group.rows))


def learning_points_view(hub: Hub) -> LearningPointsView:
    """Return the page of all learning points: topics list them by title, kinds by their number in the source."""
    points = sorted(hub.learning_points.values(), key=lambda point: point.facts.title.casefold())
    row_of = {
        point.id: LearningPointRow(
            link_to(point),
            point.facts.statement,
            KIND_OF_POINT[point.facts.kind],
            shown_by(tuple(evidence_links(point.facts.shown_by("stated"), hub))),
        )
        for point in points
    }
    numbered = sorted(points, key=lambda point: point.facts.number or 0)
    return LearningPointsView(
        hub_page("docs/learning-points/index.md", addresses.index(LEARNING_POINTS), hub),
        english.counted_entries(len(points), LEARNING_POINTS),
        tuple(
            LearningPointGroup(label, f"topic-{topic}", rows)
            for topic, label in hub.vocabulary.lists.topics.items()
            if (rows := tuple(row_of[point.id] for point in points if point.facts.topics[0] == topic))
        ),
        tuple(
            LearningPointGroup(label, f"kind-{kind}", rows)
            for kind, label in KIND_OF_POINT.items()
            if (rows := tuple(row_of[point.id] for point in numbered if point.facts.kind == kind))
        ),
    )


def shown_by(evidence: Sized) -> str:
    """Return by how many projects the source shows a learning point, in words."""
    if not evidence:
        return "No project named"
    return f"The source shows this in {english.counted(len(evidence), 'project')}"
