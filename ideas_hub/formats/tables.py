"""The tables of the open data, as JSON and as CSV."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from ideas_hub.engine.csv_text import BYTE_ORDER_MARK, safe_cell
from ideas_hub.views.data import Table


def table_json(table: Table) -> str:
    """Return a table as a JSON list of objects, one per row."""
    return json_rows(table.rows) + "\n"


def json_rows(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as a JSON list, one per line, so that a change shows as one changed line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]" if lines else "[]"


def table_csv(table: Table) -> str:
    """Return a table as CSV (RFC 4180, with a byte order mark), safe from formula injection."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.fields)
    for row in table.rows:
        writer.writerow([safe_cell(cell(row.get(field, ""))) for field in table.fields])
    return BYTE_ORDER_MARK + out.getvalue()


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
