"""A project: one row of docs/projects/projects.csv."""

from typing import Annotated, Literal

from pydantic import Field

from ideas_hub.model.fields import Id, Line, Note, Record, Sentence

Degrees = Annotated[float, Field(ge=0, le=90, allow_inf_nan=False)]


class Project(Record):
    """A funded project.  Co-ordinates are degrees rounded to a place, never an address.

    report_region: as the source printed it, where that counts regions of its own.
    longitude_west is degrees west of Greenwich, longitude_east degrees east: no cell starts with a minus sign.
    """

    id: Id
    organisation: Line
    project_name: Line | None = None
    aliases: tuple[Line, ...] = ()
    region: Id
    report_region: Line | None = None
    reach: Sentence | None = None
    place: Line
    local_authority: tuple[Line, ...] = ()
    latitude: Degrees
    longitude_west: Degrees | None = None
    longitude_east: Degrees | None = None
    themes: tuple[Id, ...] = ()
    communities: tuple[Id, ...] = ()
    status: Literal["funded", "withdrawn"]
    case_study: Id | None = None
    documented: Literal["full", "mention", "listing-only"]
    facts: tuple[Sentence, ...] = ()
    sections: tuple[Line, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def name(self) -> str:
        """What the project is called; the organisation's name where the source gives none."""
        return self.project_name or self.organisation

    @property
    def regions(self) -> tuple[str, ...]:
        """Its one region, as entries list theirs."""
        return (self.region,)

    @property
    def longitude(self) -> float:
        """Degrees east of Greenwich; west is negative."""
        return self.longitude_east if self.longitude_east is not None else -(self.longitude_west or 0.0)
