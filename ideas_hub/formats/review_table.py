"""The review list as a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from datetime import date

from ideas_hub.engine.csv_text import BYTE_ORDER_MARK, safe_cell
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub

COLUMNS = ("title", "kind", "file", "last_checked", "review_due", "is_due")


def review_table_files(hub: Hub, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield the same list as a spreadsheet, with every entry in it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for entry in hub.by_review_date:
        facts = entry.facts
        days = (
            facts.last_checked.isoformat(),
            facts.review_due.isoformat(),
            "yes" if facts.is_review_due(today) else "no",
        )
        writer.writerow([safe_cell(facts.title), entry.kind.label, entry.file, *days])
    yield addresses.REVIEW_TABLE, (BYTE_ORDER_MARK + out.getvalue()).encode()
