"""The page of an entry of any kind."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from ideas_hub.model.document import Document
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import CASE_STUDIES, IDEAS, LEARNING_POINTS, PROGRAMMES
from ideas_hub.views.case_study import case_study_view
from ideas_hub.views.entry_page import EntryExtras, EntryView
from ideas_hub.views.idea import idea_view
from ideas_hub.views.learning_point import learning_point_view
from ideas_hub.views.programme import programme_view

VIEWS: Mapping[str, Callable[[Document[Any], Hub], EntryView]] = {
    CASE_STUDIES.id: case_study_view,
    LEARNING_POINTS.id: learning_point_view,
    PROGRAMMES.id: programme_view,
    IDEAS.id: idea_view,
}


def entry_view(entry: AnyEntry, hub: Hub, extras: EntryExtras | None = None) -> EntryView:
    """Return an entry's page; without extras if none are given."""
    view = VIEWS[entry.kind.id](entry, hub)
    return replace(view, photo=extras.photo, similar=extras.similar, overdue=extras.overdue) if extras else view
