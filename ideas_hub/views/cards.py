"""The card of an entry, as every list and the finder show it."""

from collections.abc import Callable
from functools import cache

from ideas_hub.model import addresses
from ideas_hub.model.card import Card
from ideas_hub.model.data_files import Project
from ideas_hub.model.document import DataRow
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import COMMUNITIES, REGIONS, THEMES
from ideas_hub.views.pictures import picture_of

CardOf = Callable[[str], Card]
"""From an entry's file to its card."""


def card(entry: AnyEntry, hub: Hub) -> Card:
    facts = entry.facts
    return Card(
        entry.kind.id,
        entry.kind.label,
        facts.title,
        addresses.document(entry.kind, entry.id),
        facts.summary,
        " · ".join(filter(None, (facts.when.words if facts.when else "", facts.place or facts.organisation))),
        tags_of(entry, hub),
        facts.other_language,
        picture_of(facts.themes, hub),
    )


def tags_of(entry: AnyEntry | DataRow[Project], hub: Hub) -> tuple[str, ...]:
    """Return the labels of an entry's terms: first one theme and one community, as its place says where."""
    themes, communities, regions = (hub.terms_of(entry, kind) for kind in (THEMES, COMMUNITIES, REGIONS))
    ordered = (*themes[:1], *communities[:1], *themes, *communities, *regions)
    return tuple(dict.fromkeys(term.facts.label for term in ordered))


def cached_cards(hub: Hub) -> CardOf:
    """Return a function that gives an entry's card; an entry appears on a dozen lists."""
    entries = {entry.file: entry for entry in hub.entries}
    return cache(lambda file: card(entries[file], hub))
