"""All that a region has as one table, for whoever looks after it."""

from collections.abc import Iterator

from ideas_hub.engine.csv_text import csv_text
from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.term import Term

COLUMNS = ("kind", "id", "title", "organisation", "place", "address", "summary")


def region_tables(hub: Hub) -> Iterator[tuple[str, bytes]]:
    """Yield the table of each region as (path, content)."""
    for region in hub.vocabulary.regions.values():
        rows = (*_entries(region, hub), *_projects(region, hub), *_organisations(region, hub))
        yield addresses.region_table(region.id), csv_text([COLUMNS, *rows]).encode()


def _entries(region: Document[Term], hub: Hub) -> Iterator[tuple[str, ...]]:
    for entry in hub.tagged(region):
        facts, address = entry.facts, addresses.document(entry.kind, entry.id)
        kind = entry.kind.slug.replace("-", " ")
        yield kind, entry.id, facts.title, facts.organisation, facts.place or "", address, facts.summary


def _projects(region: Document[Term], hub: Hub) -> Iterator[tuple[str, ...]]:
    for row in hub.projects_by_region[region.id]:
        facts, summary = row.facts, "; ".join(row.facts.facts)
        yield "project", row.id, facts.name, facts.organisation, facts.place, addresses.project(row.id), summary


def _organisations(region: Document[Term], hub: Hub) -> Iterator[tuple[str, ...]]:
    for row in hub.organisations.values():
        if row.facts.region == region.id:
            facts, address = row.facts, addresses.organisation(row.id)
            yield "organisation", row.id, facts.name, facts.name, facts.place, address, facts.about or ""
