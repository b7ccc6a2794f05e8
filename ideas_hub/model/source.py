"""A document that facts come from."""

from ideas_hub.model.fields import Count, Day, Line, Note, Record, Sentence, Summary


class Source(Record):
    """The front matter of a file in docs/sources/.  cite: how to cite it, as plain text."""

    title: Line
    summary: Summary
    authors: tuple[Line, ...] = ()
    publisher: Line
    published: Day | None = None
    published_estimated: Line | None = None
    pages: Count | None = None
    licence_note: Sentence
    cite: Note
