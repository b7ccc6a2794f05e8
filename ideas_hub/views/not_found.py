"""The page for unknown addresses."""

from dataclasses import dataclass

from ideas_hub.model import addresses
from ideas_hub.views.page import HOME_BREADCRUMB, Page


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for unknown addresses.

    index: the path of the search's manifest, from the site's root.
    """

    page: Page
    index: str


def not_found_view(index: str) -> NotFoundView:
    text = "There is no page at this address."
    return NotFoundView(Page("Page not found", text, addresses.NOT_FOUND, HOME_BREADCRUMB, robots="noindex"), index)
