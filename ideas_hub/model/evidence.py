"""The figures of the whole programme: docs/evidence.yml."""

from typing import Annotated

from pydantic import Field

from ideas_hub.model.fields import Count, Figure, Id, Line, Moment, Record, Sentence, Statistic


class EvidenceFigure(Figure):
    """A figure with its subject; project: the one project that it is about, if it is."""

    display: Line
    statistic: Statistic
    base_n: Count | None
    subject: Id
    as_of: Moment | None = None
    derivation: Line | None = None
    project: Id | None = None


class Chart(Record):
    """Percentages of one question, drawn as bars in the order given, and the note of what they leave out."""

    title: Line
    subject: Id
    section: Line
    figures: Annotated[tuple[Id, ...], Field(min_length=2)]
    note: Sentence | None = None


class EvidenceFile(Record):
    """All of docs/evidence.yml, in the order of the file."""

    subjects: dict[Id, Line] = Field(default_factory=dict)
    figures: dict[Id, EvidenceFigure] = Field(default_factory=dict)
    charts: dict[Id, Chart] = Field(default_factory=dict)
