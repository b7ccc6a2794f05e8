"""Metadata for the head of every page, the hub's own and the prose pages alike."""

from dataclasses import dataclass
from functools import cached_property

from ideas_hub.formats.card_drawing import SocialCard
from ideas_hub.formats.citing import cite_view
from ideas_hub.formats.feeds import Feed, all_feeds, feed_links
from ideas_hub.formats.json_ld import json_ld
from ideas_hub.formats.publication import DATA_LICENCE, LICENCE
from ideas_hub.formats.social_cards import card_picture, cards
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.register import Register
from ideas_hub.views.meta import CiteView, Meta, MetaTerm
from ideas_hub.views.page import Page, Site


@dataclass(frozen=True)
class PageHeads:
    """Builds the metadata of every page of one site."""

    hub: Hub
    register: Register
    site: Site

    @cached_property
    def social_cards(self) -> dict[str, SocialCard]:
        """The social cards, by the address of the page."""
        return cards(self.hub, self.site)

    @cached_property
    def feeds(self) -> list[Feed]:
        return all_feeds(self.hub, self.site)

    def meta(self, page: Page, view: object = None) -> Meta:
        """Return a page's metadata.  view: of the page; None for a prose page."""
        entry = self.hub.entry_by_address.get(page.address)
        return Meta(
            type="article" if entry else "website",
            link=self.site.canonical(page),
            card=card_picture(page.address, self.social_cards) if self.site.has_social_cards else None,
            feeds=feed_links(page.address, self.feeds),
            terms=_terms(page, self.hub, self.site),
            json_ld=json_ld(page, view, self.hub, self.site),
            markdown=addresses.markdown_copy(page.address) if entry else "",
        )

    def cite(self, page: Page) -> CiteView | None:
        """Return an entry's citations; None if the page is not an entry's."""
        entry = self.hub.entry_by_address.get(page.address)
        return cite_view(entry, self.hub, self.register, self.site) if entry else None


def _terms(page: Page, hub: Hub, site: Site) -> tuple[MetaTerm, ...]:
    """Return what identifies a page, by which a reference manager or a library catalogue takes it in.

    What it is about, where and on which sources stands in its structured data, and nowhere twice.
    Sources: https://www.dublincore.org/specifications/dublin-core/dcmi-terms/ and https://ogp.me/.
    """
    entry = hub.entry_by_address.get(page.address)
    other = entry.facts.other_language if entry else None
    rows = [("title", "og:title", page.title), ("publisher", "og:site_name", site.name)]
    if other:
        rows.append(("language", "", other.tag))
    if entry:
        issued, modified = entry.facts.published, entry.facts.last_changed
        rows += [("creator", "", site.name), ("type", "", entry.kind.label)]
        rows += [("issued", "", issued.isoformat())] if issued else []
        rows += [("modified", "", modified.isoformat())] if modified and modified != issued else []
    if site.url:
        rows.append(("identifier", "og:url", f"{site.url}{page.address}"))
    rows.append(("rights", "", DATA_LICENCE if page.address == addresses.DATA else LICENCE))
    return tuple(MetaTerm(f"DCTERMS.{name}", shown, content) for name, shown, content in rows)
