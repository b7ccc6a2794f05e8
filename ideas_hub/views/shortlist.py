"""The shortlist: its page, and the rows in which it sets entries side by side."""

from collections.abc import Mapping
from dataclasses import dataclass

from ideas_hub.model import addresses
from ideas_hub.model.document import Article
from ideas_hub.model.hub import Hub
from ideas_hub.views.lists import home_trail
from ideas_hub.views.page import Page

FILE = "docs/shortlist.md"
ENTRIES_TO_A_FILE = 20  # at most, on average: up to ten kilobytes, two as they travel


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One row of the comparison.  id: what the scripts of facts call it."""

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
    ComparisonRow("evidence", "How we know"),
    ComparisonRow("helped", "What helped"),
    ComparisonRow("hindered", "What got in the way"),
    ComparisonRow("steps", "What you can do"),
)


@dataclass(frozen=True, slots=True)
class ShortlistView:
    """The page of the shortlist; what it lists comes from the reader's device.  fact_files: how many scripts share the facts of all entries."""

    page: Page
    fact_files: int
    rows: tuple[ComparisonRow, ...] = ROWS


def shortlist(hub: Hub, articles: Mapping[str, Article]) -> ShortlistView:
    """Return the shortlist's page."""
    facts = hub.pages[FILE].facts
    page = Page(facts.title, facts.summary, addresses.SHORTLIST, home_trail(), FILE, articles[FILE].html)
    return ShortlistView(page, fact_file_count(hub))


def fact_file_count(hub: Hub) -> int:
    """Return how many scripts share the facts of all entries: the power of two that leaves more than ten to each, and at most twenty.

    So the number changes only when the hub has doubled; a hub of less than twenty has one script.
    """
    return 1 << (len(hub.entries) // ENTRIES_TO_A_FILE).bit_length()
