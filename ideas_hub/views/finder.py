"""The finder's page."""

from dataclasses import dataclass

from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import ENTRY_KINDS, SETBACKS
from ideas_hub.search.build import Facet
from ideas_hub.views.facets import facet_labels, facets_with
from ideas_hub.views.found import findables
from ideas_hub.views.page import Page, Section, hub_page
from ideas_hub.views.terms import ways_in


@dataclass(frozen=True, slots=True)
class FinderView:
    """The finder: every term with its count as a link, and every facet for the live finder.

    index: the path of the search's manifest, from the site's root.
    has_places: whether it knows where things are.
    has_setbacks: whether there is a page of what did not work.
    saved: the kinds of what a reader can save, joined by spaces.
    """

    page: Page
    ways: tuple[Section, ...]
    facets: tuple[Facet, ...]
    index: str
    has_places: bool
    has_setbacks: bool
    saved: str = " ".join(kind.id for kind in ENTRY_KINDS)


def finder_view(hub: Hub, index: str) -> FinderView:
    """Return the finder's page."""
    page = hub_page("docs/find.md", addresses.FIND, hub)
    return FinderView(page, ways_in(hub), search_facets(hub), index, bool(hub.places), SETBACKS in hub.parts)


def search_facets(hub: Hub) -> tuple[Facet, ...]:
    """Return the facets in the order shown, each with the values that something has, if there are any."""
    return facets_with(facet_labels(hub), (found.facets for found in findables(hub)))
