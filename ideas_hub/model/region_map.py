"""The drawing of the regions: docs/regions/map.yml."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints
from pydantic_core import PydanticCustomError

from ideas_hub.model.fields import Id, Line, Number, Record, Sentence

Length = Annotated[int, Field(strict=True, ge=0, le=10_000)]
"""In units of the drawing, whose top left corner is 0, 0."""
Position = tuple[Length, Length]
SvgPath = Annotated[str, StringConstraints(pattern=r"^M[MmLlHhVvCcSsQqTtAaZz0-9 ,.-]+$", max_length=50_000)]

TALL_ROW = 3
"""The only row of tiles that a tile of two rows can start in: docs/assets/css/hub.css has no other."""


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

    region: Id
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
