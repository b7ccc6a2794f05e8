"""Projects and case studies as points on a map: GeoJSON (RFC 7946), no more precise than a district."""

import json
from collections.abc import Mapping
from typing import Any

from ideas_hub.formats.tables import json_rows
from ideas_hub.model.data_files import Project
from ideas_hub.model.hub import Hub
from ideas_hub.views.data import Table

DECIMALS = 1  # of a degree: about 10 km, so a town or district, never a street


def projects(table: Table, hub: Hub) -> dict[str, Any]:
    """Return the projects, each with every field of its data row but the precise co-ordinates."""
    return _collection(table, {project_id: row.facts for project_id, row in hub.projects.items()})


def case_studies(table: Table, hub: Hub) -> dict[str, Any]:
    """Return the case studies, each at its project's location; without a project, the geometry is null."""
    return _collection(table, {study: row.facts for study, row in hub.project_of_case_study.items()})


def geojson_bytes(collection: Mapping[str, Any]) -> bytes:
    """Return a collection as GeoJSON, one feature a line."""
    head = json.dumps({name: value for name, value in collection.items() if name != "features"}, ensure_ascii=False)
    return f'{head[:-1]}, "features": {json_rows(collection["features"])}}}\n'.encode()


def _collection(table: Table, projects_by_row: dict[str, Project]) -> dict[str, Any]:
    precision = "Points are rounded to a tenth of a degree: they show the district, not the address."
    return {
        "type": "FeatureCollection",
        "name": table.name,
        "description": f"{table.about} {precision}",
        "features": [
            {
                "type": "Feature",
                "id": row["id"],
                "geometry": _point(projects_by_row.get(row["id"])),
                "properties": _coarse(row),
            }
            for row in table.rows
        ],
    }


def _point(project: Project | None) -> dict[str, Any] | None:
    if project is None:
        return None
    return {
        "type": "Point",
        "coordinates": [round(project.longitude, DECIMALS) + 0.0, round(project.latitude, DECIMALS)],
    }


def _coarse(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row without its precise co-ordinates."""
    return {
        field: value for field, value in row.items() if field not in {"latitude", "longitude_west", "longitude_east"}
    }
