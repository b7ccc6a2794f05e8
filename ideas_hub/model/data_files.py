"""The records of the data files: docs/evidence.yml, docs/projects/projects.csv and docs/regions/map.yml.

The figures of the whole programme, a project in each row, and the drawing of the regions.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints
from pydantic_core import PydanticCustomError

from ideas_hub.model.fields import Count, Id, Moment, Number, Record, Reference
from ideas_hub.model.figure import Figure, Statistic
from ideas_hub.model.place import Point
from ideas_hub.model.text_fields import Line, Note, Sentence

Degrees = Annotated[float, Field(ge=0, le=90, allow_inf_nan=False)]

Length = Annotated[int, Field(strict=True, ge=0, le=10_000)]
"""In units of the drawing, whose top left corner is 0, 0."""
Position = tuple[Length, Length]
SvgPath = Annotated[str, StringConstraints(pattern=r"^M[MmLlHhVvCcSsQqTtAaZz0-9 ,.-]+$", max_length=50_000)]

TALL_ROW = 3
"""The only row of tiles that a tile of two rows can start in: docs/assets/css/more.css has no other."""


class EvidenceFigure(Figure):
    """A figure with its subject; project: the one project that it is about, if it is."""

    display: Line
    statistic: Statistic
    base_n: Count | None
    subject: Reference
    as_of: Moment | None = None
    derivation: Line | None = None
    project: Reference | None = None


class Chart(Record):
    """Percentages of one question, drawn as bars in the order given, and the note of what they leave out."""

    title: Line
    subject: Reference
    section: Line
    figures: Annotated[tuple[Reference, ...], Field(min_length=2)]
    note: Sentence | None = None


class EvidenceFile(Record):
    """All of docs/evidence.yml, in the order of the file."""

    subjects: dict[Id, Line] = Field(default_factory=dict)
    figures: dict[Id, EvidenceFigure] = Field(default_factory=dict)
    charts: dict[Id, Chart] = Field(default_factory=dict)


class Project(Record):
    """A funded project.  Co-ordinates are degrees rounded to a place, never an address.

    source: the id of the page in docs/sources that its facts come from; sections: of that source.
    partners: names of those that took part; the case study lists them where there is one.
    funders: names of those that paid for it beside its programme.
    report_region: as the source printed it, where that counts regions of its own.
    longitude_west is degrees west of Greenwich, longitude_east degrees east: no cell starts with a minus sign.
    """

    id: Id
    organisation: Line
    project_name: Line | None = None
    aliases: tuple[Line, ...] = ()
    region: Reference
    report_region: Line | None = None
    reach: Sentence | None = None
    place: Line
    local_authority: tuple[Line, ...] = ()
    latitude: Degrees
    longitude_west: Degrees | None = None
    longitude_east: Degrees | None = None
    themes: tuple[Reference, ...] = ()
    communities: tuple[Reference, ...] = ()
    status: Literal["funded", "withdrawn"]
    case_study: Reference | None = None
    partners: tuple[Line, ...] = ()
    funders: tuple[Line, ...] = ()
    documented: Literal["full", "mention", "listing-only"]
    facts: tuple[Sentence, ...] = ()
    source: Reference | None = None
    sections: tuple[Line, ...] = ()
    notes: tuple[Note, ...] = ()
    redirect_from: tuple[Id, ...] = ()

    @property
    def name(self) -> str:
        """What the project is called; the organisation's name where the source gives none."""
        return self.project_name or self.organisation

    @property
    def title(self) -> str:
        """The title of its page: the organisation that led it."""
        return self.organisation

    @property
    def summary(self) -> str:
        """What is known of it first; "" if nothing is."""
        return self.facts[0] if self.facts else self.reach or ""

    @property
    def regions(self) -> tuple[str, ...]:
        """Its one region, as entries list theirs."""
        return (self.region,)

    @property
    def longitude(self) -> float:
        """Degrees east of Greenwich; west is negative."""
        return self.longitude_east if self.longitude_east is not None else -(self.longitude_west or 0.0)

    @property
    def point(self) -> Point:
        """Where it lies."""
        return Point(self.latitude, self.longitude)


class Tile(Record):
    """A region's place on narrow screens, where tiles in two columns are the map.  rows: how many it spans."""

    row: Annotated[int, Field(strict=True, ge=1, le=4)]
    column: Annotated[int, Field(strict=True, ge=1, le=2)]
    rows: Literal[1, 2] = 1

    def model_post_init(self, _context: object, /) -> None:
        """Refuse a tall tile where none can be."""
        if self.rows > 1 and self.row != TALL_ROW:
            raise PydanticCustomError("tile", f"only a tile in row {TALL_ROW} can span two rows")


class RegionShape(Record):
    """One region: its outline, and where its name stands.

    label: the middle of its name.
    leader: where the line from its name ends, if the name stands in a box beside the region.
    """

    region: Reference
    tile: Tile
    label: Position
    leader: Position | None = None
    path: SvgPath


class Projection(Record):
    """How a place becomes a point: sinusoidal, around a meridian.  left, top: of the drawing, in its units."""

    meridian: Number
    units_per_degree: Number
    left: Number
    top: Number


class RegionDrawing(Record):
    """All of docs/regions/map.yml.  title: as it starts, such as "Map of Wales".  credit: whose shapes these are."""

    title: Line
    credit: Sentence
    width: Length
    height: Length
    projection: Projection
    shapes: Annotated[tuple[RegionShape, ...], Field(min_length=1)]
