"""The finder's page."""

from collections.abc import Sequence
from dataclasses import dataclass

from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import ENTRY_KINDS, SETBACKS
from ideas_hub.search.build import Facet, SearchFiles
from ideas_hub.search.chunks import compact_json
from ideas_hub.views.page import LinkGroup, Page, hub_page
from ideas_hub.views.pictures import picture_of, picture_of_term
from ideas_hub.views.terms import ways_in


@dataclass(frozen=True, slots=True)
class FinderView:
    """The finder: every term with its count as a link, and every facet for the live finder.

    index: the path of the search's manifest, from the site's root.
    has_places: whether it knows where things are.
    has_setbacks: whether there is a page of what did not work.
    pictures: as JSON, the address of each theme's picture by its label, and of the general one by "".
    saved: the kinds of what a reader can save, joined by spaces.
    """

    page: Page
    ways: tuple[LinkGroup, ...]
    facets: Sequence[Facet]
    index: str
    has_places: bool
    has_setbacks: bool
    pictures: str = "{}"
    saved: str = " ".join(kind.id for kind in ENTRY_KINDS)


def finder_view(hub: Hub, search: SearchFiles) -> FinderView:
    page = hub_page("docs/find.md", addresses.FIND, hub)
    has_places, has_setbacks = bool(hub.places), SETBACKS in hub.parts
    return FinderView(page, ways_in(hub), search.facets, search.manifest, has_places, has_setbacks, _pictures(hub))


def _pictures(hub: Hub) -> str:
    pictures = {term.facts.label: picture_of_term(term, hub) for term in hub.vocabulary.themes.values()}
    general = picture_of((), hub)
    own = {label: picture for label, picture in pictures.items() if picture != general}
    return compact_json({"": general, **own} if general else own)
