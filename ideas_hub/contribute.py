"""What goes with the editors' guide: the empty spreadsheet for case studies, and the list of pages to read again as a table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ideas_hub import addresses
from ideas_hub.drafting.questions import questions
from ideas_hub.drafting.table import template
from ideas_hub.hub import Hub
from ideas_hub.views import review


def files(hub: Hub, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield each file as (path, content)."""
    yield addresses.TEMPLATE, template(questions(hub)).encode()
    yield from review.files(hub, today)
