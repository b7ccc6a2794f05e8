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


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number with what it measures and what it is based on; it is never published without its base.

    base, source: "" and None where they are said once for several figures.
    language: of its words, where that is not the hub's.
    how_known: an id by which its look differs from that of a count, and known_words the same in words; "" for a count.
    """

    number: str
    unit: str
    label: str
    base: str
    caveat: str
    source: Link | None
    language: Language | None = None
    how_known: str = ""
    known_words: str = ""


def figure_view(figure: Figure, hub: Hub, language: Language | None = None) -> FigureView:
    """Return a figure as it is printed."""
    number, unit = english.figure_words(figure)
    source, how = short_citation(figure, hub), figure.not_counted or ""
    words = HOW_KNOWN[how] if how else ""
    return FigureView(number, unit, figure.label, figure.base, figure.caveat or "", source, language, how, words)


def programme_figures(ids: Iterable[str], hub: Hub) -> tuple[FigureView, ...]:
    """Return figures by id, in the order given; unknown ids are left out."""
    return tuple(figure_view(hub.figures[figure_id], hub) for figure_id in ids if figure_id in hub.figures)
