"""Metadata for the head of every page, the hub's own and the prose pages alike."""

from dataclasses import dataclass
from functools import cached_property

from ideas_hub.formats.citing import cite_view
from ideas_hub.formats.dublin_core import dublin_core
from ideas_hub.formats.feeds import feed_links
from ideas_hub.formats.json_ld import json_ld
from ideas_hub.formats.social_cards import SocialCard, card_picture, cards
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.register import Register
from ideas_hub.views.meta import CiteView, Meta
from ideas_hub.views.page import Page, Site


@dataclass(frozen=True)
class PageHeads:
    """Builds the metadata of every page of one site."""

    hub: Hub
    register: Register
    site: Site

    @cached_property
    def cards(self) -> dict[str, SocialCard]:
        """The social cards, by the address of the page."""
        return cards(self.hub, self.site)

    def meta(self, page: Page, view: object = None) -> Meta:
        """Return a page's metadata.  view: of the page; None for a prose page."""
        entry = self.hub.entry_at(page.address)
        return Meta(
            type="article" if entry else "website",
            link=self.site.canonical(page),
            card=card_picture(page.address, self.cards) if self.site.has_cards else None,
            feeds=feed_links(page.address, self.hub, self.site),
            terms=dublin_core(page, self.hub, self.site),
            json_ld=json_ld(page, view, self.hub, self.site),
            markdown=addresses.markdown_copy(page.address) if entry else "",
        )

    def cite(self, page: Page) -> CiteView | None:
        """Return an entry's citations; None if the page is not an entry's."""
        entry = self.hub.entry_at(page.address)
        return cite_view(entry, self.register, self.site) if entry else None
