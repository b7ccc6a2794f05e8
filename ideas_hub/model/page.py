"""A page of the hub itself: the home page, an index, the finder."""

from typing import NamedTuple

from ideas_hub.model.fields import AllowedContact, Record, Reference
from ideas_hub.model.text_fields import Line, OtherWord, Summary


class PageRecord(Record):
    """The front matter of a page whose body an editor writes and whose lists the hub fills in."""

    title: Line
    summary: Summary
    search_terms: tuple[OtherWord, ...] = ()
    allow_contact: tuple[AllowedContact, ...] = ()


class HomeRecord(PageRecord):
    """The front matter of docs/index.md.

    key_figures: ids of the figures shown there, in this order.
    searches: words that the page offers to search for.
    """

    key_figures: tuple[Reference, ...] = ()
    searches: tuple[Line, ...] = ()


class EvidenceRecord(PageRecord):
    """The front matter of docs/evidence.md.  key_figures: ids of the figures shown first, in this order."""

    key_figures: tuple[Reference, ...] = ()


class NavLink(NamedTuple):
    """A link at the end of the footer.

    words: "" for the page's title.
    file: below docs/.
    line: in mkdocs.yml.
    """

    words: str
    file: str
    line: int
