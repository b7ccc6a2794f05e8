"""Figures with their base, and the source of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from ideas_hub.model import addresses
from ideas_hub.model.entries import Amount
from ideas_hub.model.fields import Citation, Figure
from ideas_hub.model.hub import Hub
from ideas_hub.views import english
from ideas_hub.views.page import Link


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number with what it measures and what it is based on; it is never published without its base."""

    number: str
    unit: str
    label: str
    base: str
    caveat: str
    source: Link


def figure_view(figure: Figure, hub: Hub) -> FigureView:
    """Return a figure as it is printed."""
    number, unit = english.figure_words(figure)
    return FigureView(number, unit, figure.label, figure.base, figure.caveat or "", citation(figure, hub))


def programme_figures(ids: Iterable[str], hub: Hub) -> tuple[FigureView, ...]:
    """Return figures by id, in the order given; unknown ids are left out."""
    return tuple(figure_view(hub.figures[figure_id], hub) for figure_id in ids if figure_id in hub.figures)


def citation(cited: Citation | Figure | Amount, hub: Hub) -> Link:
    """Return where a fact comes from, as "title, section", with a link to its row on the list of sources."""
    source = hub.sources.get(cited.source)
    title = source.facts.title if source else cited.source
    section = f"section {cited.section}" if cited.section and cited.section[:1].isdigit() else cited.section
    address = addresses.document(source.kind, source.id) if source else addresses.SOURCES
    return Link(f"{title}, {section}" if section else title, address)
