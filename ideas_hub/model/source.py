"""A document that facts come from."""

from ideas_hub.model.fields import Count, Moment, Record, WebAddress
from ideas_hub.model.text_fields import Line, Note, Sentence, Summary


class Source(Record):
    """The front matter of a file in docs/sources/.

    credit: its authors as a short citation names them.
    source_date: as precise as the source is; none if it has no date.
    source_date_note: what there is to say of its date, in words.
    website: only where the source prints it.
    cite: how to cite it, as plain text.
    """

    title: Line
    summary: Summary
    authors: tuple[Line, ...] = ()
    credit: Line
    publisher: Line
    source_date: Moment | None = None
    source_date_note: Line | None = None
    website: WebAddress | None = None
    pages: Count | None = None
    licence_note: Sentence
    cite: Note
