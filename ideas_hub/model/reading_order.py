"""The order in which readers meet entries."""

from collections.abc import Iterable
from typing import TypeVar

from ideas_hub.model.document import Document
from ideas_hub.model.fields import Entry

E = TypeVar("E", bound=Entry)


def in_reading_order(documents: Iterable[Document[E]]) -> dict[str, Document[E]]:
    """Return documents by id, newest first, then by title.  An update counts as new; what is not out yet is newest."""
    ordered = sorted(documents, key=lambda d: (d.facts.title.casefold(), d.id))
    ordered.sort(key=lambda d: d.facts.updated or d.facts.sort_date, reverse=True)
    return {document.id: document for document in ordered}
