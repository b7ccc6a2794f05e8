"""The shortlist's page."""

from dataclasses import replace

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.views.shortlist import ROWS, fact_file_count, shortlist_view


def test_the_page_has_the_rows_of_the_comparison(hub: Hub) -> None:
    view = shortlist_view(hub)

    assert (view.page.address, view.page.source) == ("shortlist/", "docs/shortlist.md")
    assert view.rows == ROWS
    assert len(dict(ROWS)) == len(ROWS)


@pytest.mark.parametrize(
    ("entries", "files"), [(0, 1), (19, 1), (20, 2), (39, 2), (40, 4), (79, 4), (80, 8), (1000, 64)]
)
def test_the_number_of_scripts_changes_only_when_the_hub_has_doubled(hub: Hub, entries: int, files: int) -> None:
    study = hub.case_studies["soldering"]
    many = replace(
        hub,
        case_studies={str(n): study for n in range(entries)},
        learning_points={},
        programmes={},
        tools={},
        events={},
        trails={},
    )

    assert fact_file_count(many) == files
