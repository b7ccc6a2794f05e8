"""The hub as data: each set a table whose rows are the checked facts, as JSON and as CSV."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from ideas_hub.engine.csv_text import BYTE_ORDER_MARK, safe_cell
from ideas_hub.views.data_tables import Table


def table_json(table: Table) -> str:
    """Return a data set as a JSON list of objects, UTF-8, one object a row."""
    return json_rows(table.rows) + "\n"


def json_rows(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as a JSON list, one a line: a change then shows as a line, and long lists are written fast."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]" if lines else "[]"


def table_csv(table: Table) -> str:
    """Return a data set as CSV (RFC 4180, with a byte order mark); lists are joined by "; ", and no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.fields)
    for row in table.rows:
        writer.writerow([safe_cell(cell(row.get(field, ""))) for field in table.fields])
    return BYTE_ORDER_MARK + out.getvalue()


def cell(value: object) -> str:
    """Return a value as the text of one cell."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {cell(inner)}" for key, inner in value.items())
    if isinstance(value, (list, tuple)):
        return "; ".join(cell(inner) for inner in value)
    return str(value)
