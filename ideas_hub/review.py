"""When a page should be read again by somebody who knows its sources: a function of its facts and the day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from ideas_hub.hub import AnyEntry, Hub
from ideas_hub.model.fields import Entry

MONTHS = 12


def last_look(facts: Entry) -> date:
    """Return the day an entry was last checked; where nobody has said so, the day it was changed or published."""
    return facts.reviewed or facts.updated or facts.published


def due_on(facts: Entry) -> date:
    """Return the day an entry's review is due: so many months after it was last checked, changed or published."""
    last = last_look(facts)
    months = last.month - 1 + facts.review_in_months
    year, month = last.year + months // MONTHS, months % MONTHS + 1
    return date(year, month, min(last.day, monthrange(year, month)[1]))


def is_due(facts: Entry, today: date) -> bool:
    """Return whether an entry's review is due; on its day it is."""
    return due_on(facts) <= today


def by_due_date(hub: Hub) -> tuple[AnyEntry, ...]:
    """Return every entry, the one whose review is or was due first at the start."""
    return tuple(sorted(hub.entries, key=lambda entry: (due_on(entry.facts), entry.file)))
