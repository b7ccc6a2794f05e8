"""A page of the hub itself: the home page, an index, the finder."""

from typing import NamedTuple

from ideas_hub.model.fields import AllowedContact, Id, Record, Reference
from ideas_hub.model.text_fields import Line, OtherWord, Sentence, Summary, Verbatim


class PageRecord(Record):
    """The front matter of a page whose body an editor writes and whose lists the hub fills in."""

    title: Line
    summary: Summary
    search_terms: tuple[OtherWord, ...] = ()
    allow_contact: tuple[AllowedContact, ...] = ()


class Door(Record):
    """A way into the hub for one kind of reader.  trails: ids.  pages: files below docs/, for them too."""

    id: Id
    title: Line
    text: Sentence
    trails: tuple[Reference, ...] = ()
    pages: tuple[Verbatim, ...] = ()


class HomeRecord(PageRecord):
    """The front matter of docs/index.md.

    key_figures: ids of the figures shown there, in this order.
    searches: words that the page offers to search for.
    doors: to the trails, for each kind of reader.
    """

    key_figures: tuple[Reference, ...] = ()
    searches: tuple[Line, ...] = ()
    doors: tuple[Door, ...] = ()


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
