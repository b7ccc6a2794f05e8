"""The review list as a spreadsheet."""

import csv
import io
from dataclasses import replace
from datetime import date

from ideas_hub.engine.csv_text import BYTE_ORDER_MARK
from ideas_hub.formats.tables import review_table
from ideas_hub.model.hub import Hub


def test_every_entry_is_in_the_table_with_its_days(hub: Hub) -> None:
    """The earliest due first; a title is never a formula."""
    club = hub.case_studies["clock-club"]
    odd = replace(club, facts=club.facts.model_copy(update={"title": "=1+1"}))
    odd_hub = replace(hub, case_studies={**hub.case_studies, club.id: odd})

    text = review_table(odd_hub, date(2026, 11, 27)).removeprefix(BYTE_ORDER_MARK)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))

    assert len(rows) == len(hub.entries)
    assert list(rows[0].values()) == [
        "'=1+1",
        "Case study",
        "case_studies/clock-club.md",
        "2020-01-15",
        "2022-01-15",
        "yes",
    ]
    assert rows[-1]["is_due"] == "no"
