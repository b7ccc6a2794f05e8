"""The shortlist's page, and the rows in which it compares entries."""

from dataclasses import dataclass

from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.sections import DID_NOT_WORK, WORKED
from ideas_hub.views.page import Page, hub_page

ENTRIES_PER_FILE = 20  # at most, on average: up to ten kilobytes, two when compressed


ROWS = (
    ("about", "In short"),
    ("who", "Who"),
    ("where", "Where"),
    ("what", "Themes"),
    ("for", "For"),
    ("cost", "Cost"),
    ("people", "People"),
    ("time", "Time"),
    ("place", "Place"),
    ("evidence", "How we know"),
    ("helped", WORKED.title),
    ("hindered", DID_NOT_WORK.title),
    ("steps", "What you can do"),
)
"""The rows of the comparison: the key of each in the scripts of facts, and its label."""


@dataclass(frozen=True, slots=True)
class ShortlistView:
    """The shortlist's page; the entries on it are on the reader's device only.

    fact_files: how many scripts share the facts of all entries.
    """

    page: Page
    fact_files: int
    rows: tuple[tuple[str, str], ...] = ROWS


def shortlist_view(hub: Hub) -> ShortlistView:
    return ShortlistView(hub_page("docs/shortlist.md", addresses.SHORTLIST, hub), fact_file_count(hub))


def fact_file_count(hub: Hub) -> int:
    """Return how many scripts share the facts of all entries.

    It is a power of two, so that it changes only when the hub has doubled.
    Each script has more than ten entries and at most twenty, on average; a hub of less than twenty has one script.
    """
    return 1 << (len(hub.entries) // ENTRIES_PER_FILE).bit_length()
