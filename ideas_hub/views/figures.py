"""Figures with their base, their source and how they are known, as pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass

from ideas_hub.model.figure import Figure
from ideas_hub.model.hub import Hub
from ideas_hub.model.labels import LABELS
from ideas_hub.model.languages import Language
from ideas_hub.views import english
from ideas_hub.views.citations import short_citation
from ideas_hub.views.page import Link

HOW_KNOWN = LABELS["how_known"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a figure, or several together, are based on, and how that is known.

    language: of its words, where that is not the hub's.
    how_known: an id by which its look differs from that of a count, and known_words the same in words; "" for a count.
    """

    base: str = ""
    caveat: str = ""
    source: Link | None = None
    language: Language | None = None
    how_known: str = ""
    known_words: str = ""


@dataclass(frozen=True, slots=True)
class FigureView(Basis):
    """A number with what it measures and its basis, without which it is never published.

    What is said once for several figures is left out of the basis of each.
    """

    number: str
    unit: str
    label: str


def figure_view(figure: Figure, hub: Hub, language: Language | None = None) -> FigureView:
    """Return a figure as it is printed."""
    how = figure.not_counted
    return FigureView(
        *english.figure_words(figure),
        figure.label,
        base=figure.base,
        caveat=figure.caveat or "",
        source=short_citation(figure, hub),
        language=language,
        how_known=how or "",
        known_words=HOW_KNOWN[how] if how else "",
    )


def programme_figures(ids: Iterable[str], hub: Hub) -> tuple[FigureView, ...]:
    """Return figures by id, in the order given; unknown ids are left out."""
    return tuple(figure_view(hub.figures[figure_id], hub) for figure_id in ids if figure_id in hub.figures)
