"""Rows in the wrong place: with the id of another or of a page of the site, or outside the hub's area.

And organisations that share a name: it can lead to one of them alone.
"""

from collections.abc import Collection, Iterable, Iterator

from ideas_hub.model import addresses
from ideas_hub.model.document import DataRow
from ideas_hub.model.organisation import Organisation, name_key
from ideas_hub.model.place import Place
from ideas_hub.model.row_kinds import ORGANISATION_ROWS, PROJECT_ROWS
from ideas_hub.problem import Problem, Severity, excerpt
from ideas_hub.reading.rows import AnyRow
from ideas_hub.repository.raw_content import RawContent

MIN_PLACES = 50
DEGREES_AROUND = 0.5


def find_row_faults(raw: RawContent) -> Iterator[Problem]:
    """Yield a problem for each row in the wrong place."""
    for rows in raw.rows.values():
        yield from _repeated_ids(rows)
        yield from _reserved_ids(rows)
    yield from _shared_names(raw.organisations)
    yield from _projects_elsewhere(raw)


def _repeated_ids(rows: Iterable[AnyRow]) -> Iterator[Problem]:
    """Report a row whose id another one has above it."""
    first: dict[str, AnyRow] = {}
    for row in rows:
        line = row.lines["id",]
        if (other := first.setdefault(row.id, row)) is not row:
            message = f'"{row.id}" is the id of the row in line {other.lines["id",]} already.'
            is_copy = row.facts == other.facts
            fix = "Delete one of the two rows." if is_copy else "Give this row an id of its own."
            yield Problem(row.file, line, message, field="column id", found=row.id, rule="repeated-id", fix=fix)


def _reserved_ids(rows: Iterable[AnyRow]) -> Iterator[Problem]:
    """Report ids that would be the address of something else."""
    for row in rows:
        for field, taken in (("id", row.id), *(("redirect_from", old) for old in row.facts.redirect_from)):
            if taken in addresses.RESERVED_IDS:
                yield Problem(
                    row.file,
                    row.lines[(field,)],
                    f'"{taken}" is a name that the site uses itself.',
                    field=f"column {field}",
                    found=taken,
                    rule="reserved-id",
                    fix="Write a longer one, such as the name of the organisation.",
                )


def _shared_names(organisations: Iterable[DataRow[Organisation]]) -> Iterator[Problem]:
    """Report a name, or an id, that another organisation above it has too."""
    first: dict[str, DataRow[Organisation]] = {}
    for row in organisations:
        columns = (("id", row.id), ("name", row.facts.name), *(("aliases", other) for other in row.facts.aliases))
        by_key = {name_key(name): (column, name) for column, name in columns}
        for key, (column, name) in by_key.items():
            other = first.setdefault(key, row)
            if other.id != row.id:
                yield Problem(
                    ORGANISATION_ROWS.file,
                    row.lines.get((column,), row.lines["id",]),
                    f'"{excerpt(name)}" is a name of {excerpt(other.facts.name)} in line {other.lines["id",]} too.',
                    field=f"column {column}",
                    found=excerpt(name),
                    rule="shared-name",
                    fix="A name can lead to one organisation: leave it out here, or there, or write a longer one.",
                )


def _projects_elsewhere(raw: RawContent) -> Iterator[Problem]:
    """Report a project that lies far outside the area of all places; few places do not say what that is."""
    if len(raw.places) < MIN_PLACES:
        return
    area = _Area(raw.places.values())
    for row in raw.projects:
        north, east = row.facts.latitude, row.facts.longitude
        if not area.has(north, east):
            message, fix = "this point lies outside the hub's area.", "Check the degrees, and the columns they are in."
            if area.has(abs(east), north) or area.has(abs(east), -north):
                message, fix = "latitude and longitude are swapped.", "Write each in the other's column."
            elif area.has(north, -east):
                column = "longitude_west" if east > 0 else "longitude_east"
                fix = f"Write the longitude in the column {column}."
            yield Problem(
                PROJECT_ROWS.file,
                row.lines["latitude",],
                message,
                field="column latitude",
                found=f"{north}, {east}",
                rule="elsewhere",
                fix=fix,
                severity=Severity.SHOULD_FIX,
            )


class _Area:
    """The degrees between which some places lie, with room for the coast around them."""

    def __init__(self, places: Collection[Place]) -> None:
        norths = [place.latitude for place in places]
        easts = [place.longitude for place in places]
        self._north = min(norths) - DEGREES_AROUND, max(norths) + DEGREES_AROUND
        self._east = min(easts) - DEGREES_AROUND, max(easts) + DEGREES_AROUND

    def has(self, north: float, east: float) -> bool:
        """Return whether a point is in the area."""
        return self._north[0] <= north <= self._north[1] and self._east[0] <= east <= self._east[1]
