"""A page's Dublin Core terms, as a library catalogue lists them.

Source: https://www.dublincore.org/specifications/dublin-core/dcmi-terms/.
"""

from ideas_hub.formats.publication import DATA_LICENCE, LANGUAGE, LICENCE, last_update
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import COMMUNITIES, REGIONS, THEMES
from ideas_hub.views.page import Page, Site


def dublin_core(page: Page, hub: Hub, site: Site) -> tuple[tuple[str, str], ...]:
    """Return a page's Dublin Core terms as (name, content)."""
    rows = [("title", page.title), ("description", page.description), ("publisher", site.name), ("language", LANGUAGE)]
    if entry := hub.entry_at(page.address):
        subjects = [term.facts.label for term in hub.terms_of(entry, THEMES, COMMUNITIES)]
        places = [entry.facts.place, *(term.facts.label for term in hub.terms_of(entry, REGIONS))]
        rows += [("creator", site.name), ("type", entry.kind.label), ("issued", entry.facts.published.isoformat())]
        rows += [("modified", last_update(entry).isoformat())]
        rows += [("subject", subject) for subject in subjects] + [("coverage", place) for place in places if place]
    if site.url:
        rows.append(("identifier", f"{site.url}{page.address}"))
    rows.append(("rights", DATA_LICENCE if page.address == addresses.DATA else LICENCE))
    return tuple((f"DCTERMS.{name}", content) for name, content in rows)
