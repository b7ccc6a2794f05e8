"""The kinds of thing that are a row of a table each, and have a page each: projects and organisations."""

from dataclasses import dataclass
from typing import Literal, get_origin

from ideas_hub.model.data_files import Project
from ideas_hub.model.fields import Id, Record
from ideas_hub.model.kinds import ORGANISATIONS, PROJECTS
from ideas_hub.model.organisation import Organisation

TAKEN_DOWN = "taken-down"


class RowTakenDown(Record):
    """All that is left in the row of something that was taken down: its addresses say so."""

    id: Id
    status: Literal["taken-down"]
    redirect_from: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True)
class RowKind:
    """A kind of row.

    id: also its folder in addresses, the name of its data file, and its part of the hub.
    file: the table, from the repository's root.
    """

    id: str
    file: str
    record: type[Record]
    singular: str

    @property
    def columns(self) -> dict[str, bool]:
        """Whether each column of the table is required."""
        own = {name: field.is_required() for name, field in self.record.model_fields.items()}
        return own | {name: False for name in RowTakenDown.model_fields if name not in own}

    def is_list(self, column: str) -> bool:
        """Return whether the cells of a column hold several items."""
        field = self.record.model_fields.get(column)
        return field is not None and get_origin(field.annotation) is tuple


PROJECT_ROWS = RowKind(PROJECTS, "docs/projects/projects.csv", Project, "project")
ORGANISATION_ROWS = RowKind(ORGANISATIONS, "docs/organisations/organisations.csv", Organisation, "organisation")
ROW_KINDS = (PROJECT_ROWS, ORGANISATION_ROWS)
ROW_KINDS_BY_FILE = {kind.file: kind for kind in ROW_KINDS}
