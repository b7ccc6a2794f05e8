"""Where an entry or a project lies, as far as the hub knows."""

from ideas_hub.model.data_files import Project
from ideas_hub.model.document import DataRow
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import CASE_STUDIES
from ideas_hub.model.place import Point


def coordinates(entry: AnyEntry | DataRow[Project], hub: Hub) -> Point | None:
    """Return the point of a project, or of the project behind a case study; None for what lies nowhere."""
    if isinstance(entry, DataRow):
        return entry.facts.point
    project = hub.project_of_case_study.get(entry.id) if entry.kind is CASE_STUDIES else None
    return project.facts.point if project else None
