"""A figure: one number with what it is a number of, its base and its source."""

from typing import Literal

from ideas_hub.model.fields import Id, Number, Record, Reference
from ideas_hub.model.text_fields import Line, Sentence

Statistic = Literal["count", "percent", "mean", "sum", "ratio", "estimate", "money"]
HowKnown = Literal["estimate", "project-answers", "people-answers", "plan"]
"""How a number came about that nobody counted or measured."""


class Figure(Record):
    """One number, with what it is a number of.  base: who or what was counted, in words.  \
id: so that others can cite it.  how_known: left out for what was counted or measured."""  # noqa: D209 schemas publish it

    id: Id | None = None
    value: Number
    unit: Line
    label: Sentence
    base: Sentence
    source: Reference
    section: Line
    display: Line | None = None
    statistic: Statistic | None = None
    how_known: HowKnown | None = None
    caveat: Sentence | None = None

    @property
    def not_counted(self) -> HowKnown | None:
        """How it is known, if nobody counted or measured it; an estimate may say so as its statistic alone."""
        return self.how_known or ("estimate" if self.statistic == "estimate" else None)
