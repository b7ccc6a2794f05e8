"""Projects in the wrong place: with the id of another or of a page of the site, or outside the hub's area."""

from collections.abc import Collection, Iterable, Iterator

from ideas_hub.model import addresses
from ideas_hub.model.document import DataRow
from ideas_hub.model.place import Place
from ideas_hub.problem import Problem, Severity
from ideas_hub.reading.data_files import PROJECTS_FILE, AnyProject
from ideas_hub.repository.raw_content import RawContent

MIN_PLACES = 50
DEGREES_AROUND = 0.5


def find_project_faults(raw: RawContent) -> Iterator[Problem]:
    """Yield a problem for each project in the wrong place."""
    yield from _repeated_projects(raw.project_rows)
    yield from _reserved_ids(raw.project_rows)
    yield from _projects_elsewhere(raw)


def _repeated_projects(projects: Iterable[DataRow[AnyProject]]) -> Iterator[Problem]:
    """Report a row whose id another one has above it."""
    first: dict[str, int] = {}
    for row in projects:
        line = row.lines["id",]
        if (other := first.setdefault(row.id, line)) != line:
            message, fix = (
                f'"{row.id}" is the id of the row in line {other} already.',
                "Give this row an id of its own.",
            )
            yield Problem(PROJECTS_FILE, line, message, field="column id", found=row.id, rule="repeated-id", fix=fix)


def _reserved_ids(projects: Iterable[DataRow[AnyProject]]) -> Iterator[Problem]:
    """Report ids that would be the address of something else."""
    for row in projects:
        for field, taken in (("id", row.id), *(("redirect_from", old) for old in row.facts.redirect_from)):
            if taken in addresses.RESERVED_IDS:
                yield Problem(
                    PROJECTS_FILE,
                    row.lines[(field,)],
                    f'"{taken}" is a name that the site uses itself.',
                    field=f"column {field}",
                    found=taken,
                    rule="reserved-id",
                    fix="Write a longer one, such as the name of the organisation.",
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
                PROJECTS_FILE,
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
