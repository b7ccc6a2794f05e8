"""The shortlist's page, and the rows in which it compares entries."""

from dataclasses import dataclass

from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.sections import DID_NOT_WORK, EVIDENCE, WORKED
from ideas_hub.views.page import Page, hub_page

ENTRIES_PER_FILE = 20  # at most, on average: up to ten kilobytes, two when compressed


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One row of the comparison.

    id: the row's key in the scripts of facts.
    """

    id: str
    label: str


ROWS = (
    ComparisonRow("about", "In short"),
    ComparisonRow("who", "Who"),
    ComparisonRow("where", "Where"),
    ComparisonRow("what", "What"),
    ComparisonRow("for", "For"),
    ComparisonRow("cost", "Cost"),
    ComparisonRow("people", "People"),
    ComparisonRow("time", "Time"),
    ComparisonRow("place", "Place"),
    ComparisonRow("evidence", EVIDENCE.title),
    ComparisonRow("helped", WORKED.title),
    ComparisonRow("hindered", DID_NOT_WORK.title),
    ComparisonRow("steps", "What you can do"),
)


@dataclass(frozen=True, slots=True)
class ShortlistView:
    """The shortlist's page; the entries on it are on the reader's device only.

    fact_files: how many scripts share the facts of all entries.
    """

    page: Page
    fact_files: int
    rows: tuple[ComparisonRow, ...] = ROWS


def shortlist_view(hub: Hub) -> ShortlistView:
    """Return the shortlist's page."""
    return ShortlistView(hub_page("docs/shortlist.md", addresses.SHORTLIST, hub), fact_file_count(hub))


def fact_file_count(hub: Hub) -> int:
    """Return how many scripts share the facts of all entries.

    It is a power of two, so that it changes only when the hub has doubled.
    Each script has more than ten entries and at most twenty, on average; a hub of less than twenty has one script.
    """
    return 1 << (len(hub.entries) // ENTRIES_PER_FILE).bit_length()
