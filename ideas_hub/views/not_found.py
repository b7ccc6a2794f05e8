"""The page for unknown addresses."""

from dataclasses import dataclass

from ideas_hub.model import addresses
from ideas_hub.views.page import HOME_TRAIL, Page


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for unknown addresses."""

    page: Page


def not_found_view() -> NotFoundView:
    """Return the page for unknown addresses."""
    text = "There is no page at this address."
    return NotFoundView(Page("Page not found", text, addresses.NOT_FOUND, HOME_TRAIL, robots="noindex"))
