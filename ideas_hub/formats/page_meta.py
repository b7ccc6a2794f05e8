"""Metadata for the head of every page, the hub's own and the prose pages alike."""

from dataclasses import dataclass
from functools import cached_property

from ideas_hub.formats.card_drawing import SocialCard
from ideas_hub.formats.citing import cite_view
from ideas_hub.formats.feeds import Feed, all_feeds, feed_links
from ideas_hub.formats.json_ld import json_ld
from ideas_hub.formats.publication import DATA_LICENCE, LANGUAGE, LICENCE
from ideas_hub.formats.social_cards import card_picture, cards
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import COMMUNITIES, REGIONS, THEMES
from ideas_hub.model.register import Register
from ideas_hub.views.citations import citations
from ideas_hub.views.meta import CiteView, Meta
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
            terms=dublin_core(page, self.hub, self.site),
            json_ld=json_ld(page, view, self.hub, self.site),
            markdown=addresses.markdown_copy(page.address) if entry else "",
        )

    def cite(self, page: Page) -> CiteView | None:
        """Return an entry's citations; None if the page is not an entry's."""
        entry = self.hub.entry_by_address.get(page.address)
        return cite_view(entry, self.hub, self.register, self.site) if entry else None


def dublin_core(page: Page, hub: Hub, site: Site) -> tuple[tuple[str, str], ...]:
    """Return a page's Dublin Core terms as (name, content), as a library catalogue lists them.

    Source: https://www.dublincore.org/specifications/dublin-core/dcmi-terms/.
    """
    entry = hub.entry_by_address.get(page.address)
    other = entry.facts.other_language if entry else None
    rows = [("title", page.title), ("description", page.description), ("publisher", site.name)]
    rows += [("language", other.tag if other else LANGUAGE)]
    if entry:
        subjects = [term.facts.label for term in hub.terms_of(entry, THEMES, COMMUNITIES)]
        places = [entry.facts.place, *(term.facts.label for term in hub.terms_of(entry, REGIONS))]
        days = (("issued", entry.facts.published), ("modified", entry.facts.last_changed))
        rows += [("creator", site.name), ("type", entry.kind.label)]
        rows += [(name, day.isoformat()) for name, day in days if day]
        rows += [("source", source.text) for source in citations(entry.facts.sources, hub)]
        rows += [("subject", subject) for subject in subjects] + [("coverage", place) for place in places if place]
    if site.url:
        rows.append(("identifier", f"{site.url}{page.address}"))
    rows.append(("rights", DATA_LICENCE if page.address == addresses.DATA else LICENCE))
    return tuple((f"DCTERMS.{name}", content) for name, content in rows)
