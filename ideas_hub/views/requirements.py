"""What it takes to do the same, as facts: of a case study, of a trail and of each of its steps."""

from collections.abc import Iterator

from ideas_hub.model import addresses
from ideas_hub.model.entries import CouldWeDoThis, Requirements
from ideas_hub.model.hub import Hub
from ideas_hub.model.languages import Language
from ideas_hub.views.page import Fact, Link, non_empty


def requirements(box: CouldWeDoThis | None, hub: Hub, language: Language | None) -> Iterator[Fact]:
    """Yield what a whole trail takes.  language: of its words, where that is not the hub's."""
    cost, *others = _rows(box or CouldWeDoThis(), language)
    yield from (cost, cost_band(box or CouldWeDoThis(), hub), *others)


def takes(box: Requirements | None, language: Language | None) -> tuple[Fact, ...]:
    """Return what a step takes, as far as it is known."""
    return non_empty(_rows(box, language)) if box else ()


def cost_band(box: CouldWeDoThis, hub: Hub) -> Fact:
    """Return the cost band, which leads to everything in it."""
    band = hub.vocabulary.lists.cost_bands.get(box.cost_band or "")
    links = (Link(band, addresses.finder_query("cost", box.cost_band or "")),) if band else ()
    return Fact("Cost band", links=links, id="cost_band")


def _rows(box: Requirements, language: Language | None) -> tuple[Fact, ...]:
    return (
        Fact("Cost", box.cost or "", id="cost", language=language),
        Fact("People", box.people or "", id="people", language=language),
        Fact("Time", box.time or "", id="time", language=language),
        Fact("Place", box.place or "", id="place", language=language),
    )
