"""The tables of the open data, as JSON, as CSV and as points on a map; and further lists as CSV.

Source: RFC 7946 (GeoJSON).
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ideas_hub.engine.csv_text import csv_text
from ideas_hub.model.hub import Hub
from ideas_hub.model.place import Point
from ideas_hub.model.tool import ToolQuestion
from ideas_hub.views.data import Row, Table
from ideas_hub.views.review import by_review_date

DECIMALS = 1  # of a degree: about 10 km, so a town or district, never a street
PLACED = (
    "Here are those whose place we know. "
    "Points are rounded to a tenth of a degree: they show the district, not the address."
)
PRECISE_FIELDS = {"latitude", "longitude_west", "longitude_east"}
QUESTION_COLUMNS = ("number", "group", "question", "answers", "note")
REVIEW_COLUMNS = ("title", "kind", "file", "last_checked", "review_due", "is_due")


def table_json(table: Table) -> str:
    """Return a table as a JSON list of objects, one per row."""
    return json_rows(table.rows) + "\n"


def json_rows(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as a JSON list, one per line, so that a change shows as one changed line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return f"[\n{lines}\n]" if lines else "[]"


def table_geojson(table: Table, points: Mapping[str, Point]) -> str:
    """Return the rows that have a place as GeoJSON, one feature a line, no more precise than a district.

    points: by the row's id.
    """
    about = json.dumps(f"{table.about} {PLACED}", ensure_ascii=False)
    features = json_rows(_feature(row, points[row["id"]]) for row in table.rows if row["id"] in points)
    return f'{{"type": "FeatureCollection", "name": "{table.name}", "description": {about}, "features": {features}}}\n'


def _feature(row: Row, point: Point) -> dict[str, Any]:
    place = [round(point.longitude, DECIMALS) + 0.0, round(point.latitude, DECIMALS)]
    geometry = {"type": "Point", "coordinates": place}
    coarse = {field: value for field, value in row.items() if field not in PRECISE_FIELDS}
    return {"type": "Feature", "id": row["id"], "geometry": geometry, "properties": coarse}


def table_csv(table: Table) -> str:
    rows = ([cell(row.get(field, "")) for field in table.fields] for row in table.rows)
    return csv_text([table.fields, *rows])


def cell(value: object) -> str:
    """Return a value as the text of one cell.

    Lists are joined by "; ", objects as "key: value" pairs by ", "; nested values likewise.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {cell(inner)}" for key, inner in value.items())
    if isinstance(value, (list, tuple)):
        return "; ".join(cell(inner) for inner in value)
    return str(value)


def questions_table(questions: Iterable[ToolQuestion]) -> str:
    """Return the questions of a tool as CSV, in its order."""
    rows = (
        (str(number), one.group or "", one.question, cell(one.answers), one.note or "")
        for number, one in enumerate(questions, 1)
    )
    return csv_text([QUESTION_COLUMNS, *rows])


def review_table(hub: Hub, today: date) -> str:
    """Return the review dates of every entry as CSV, the earliest due first."""
    rows = (
        (
            entry.facts.title,
            entry.kind.label,
            entry.file,
            str(entry.facts.last_checked or ""),
            entry.facts.review_due.isoformat(),
            "yes" if entry.facts.is_review_due(today) else "no",
        )
        for entry in by_review_date(hub)
    )
    return csv_text([REVIEW_COLUMNS, *rows])
