"""A page's Dublin Core terms, as a library catalogue lists them.

Source: https://www.dublincore.org/specifications/dublin-core/dcmi-terms/.
"""

from ideas_hub.formats.json_ld_entry import entry_at
from ideas_hub.formats.publication import DATA_LICENCE, LANGUAGE, LICENCE, last_update
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import COMMUNITIES, REGIONS, THEMES
from ideas_hub.views.data import DataView
from ideas_hub.views.entry_page import EntryView
from ideas_hub.views.page import Page, Site


def dublin_core(page: Page, view: object, hub: Hub, site: Site) -> tuple[tuple[str, str], ...]:
    """Return a page's Dublin Core terms as (name, content)."""
    rows = [("title", page.title), ("description", page.description), ("publisher", site.name), ("language", LANGUAGE)]
    if isinstance(view, EntryView):
        entry = entry_at(page.address, hub)
        subjects = [term.facts.label for term in hub.terms_of(entry, THEMES, COMMUNITIES)]
        places = [getattr(entry.facts, "place", ""), *(term.facts.label for term in hub.terms_of(entry, REGIONS))]
        rows += [("creator", site.name), ("type", view.kind_label), ("issued", entry.facts.published.isoformat())]
        rows += [("modified", last_update(entry).isoformat())]
        rows += [("subject", subject) for subject in subjects] + [("coverage", place) for place in places if place]
    if site.url:
        rows.append(("identifier", f"{site.url}{page.address}"))
    rows.append(("rights", DATA_LICENCE if isinstance(view, DataView) else LICENCE))
    return tuple((f"DCTERMS.{name}", content) for name, content in rows)
