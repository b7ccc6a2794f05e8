"""The review list as CSV."""

from collections.abc import Iterator
from datetime import date

from ideas_hub.formats.tables import table_csv
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.views.data import Table

COLUMNS = ("title", "kind", "file", "last_checked", "review_due", "is_due")


def review_table_files(hub: Hub, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield the review dates of every entry as (path, content), the earliest due first."""
    rows = [
        (
            entry.facts.title,
            entry.kind.label,
            entry.file,
            entry.facts.last_checked,
            entry.facts.review_due,
            "yes" if entry.facts.is_review_due(today) else "no",
        )
        for entry in hub.by_review_date
    ]
    table = Table("review", "", dict.fromkeys(COLUMNS, ""), tuple(dict(zip(COLUMNS, row, strict=True)) for row in rows))
    yield addresses.REVIEW_TABLE, table_csv(table).encode()
