"""Gathers what stands in a page's head, for the hub's own pages and for the prose pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ideas_hub import addresses
from ideas_hub.feeds import feed_links
from ideas_hub.hub import Hub
from ideas_hub.social_cards import Card, card_picture, cards
from ideas_hub.structured import dublin_core, json_ld
from ideas_hub.views.entries import EntryView
from ideas_hub.views.meta import Meta
from ideas_hub.views.page import Page, Site


@dataclass(frozen=True)
class Heads:
    """What every page of one site says of itself."""

    hub: Hub
    site: Site

    @cached_property
    def cards(self) -> dict[str, Card]:
        """What each picture shows, by the address of its page."""
        return cards(self.hub, self.site)

    def meta(self, page: Page, view: Any = None) -> Meta:
        """Return what stands in a page's head.  view: what the page shows; None for a page of prose."""
        is_entry = isinstance(view, EntryView)
        return Meta(
            type="article" if is_entry else "website",
            link=self.site.canonical(page),
            card=card_picture(page.address, self.cards),
            feeds=feed_links(page.address, self.hub, self.site),
            terms=dublin_core(page, view, self.hub, self.site),
            json_ld=json_ld(page, view, self.hub, self.site),
            markdown=addresses.markdown(page.address) if is_entry else "",
        )
