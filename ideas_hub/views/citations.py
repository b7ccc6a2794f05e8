"""How a page names its sources: who wrote each, when, its title, and where in it the facts stand."""

from collections.abc import Iterable

from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.entries import Amount
from ideas_hub.model.fields import Citation
from ideas_hub.model.figure import Figure
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.moments import moment_words
from ideas_hub.model.source import Source
from ideas_hub.views.page import Link

NO_DATE = "undated"
YEAR = 4  # characters at the start of a date


def citations(cited: Iterable[Citation], hub: Hub) -> tuple[Link, ...]:
    """Return a link for each source, in the order first cited: its authors, year, title and all sections cited."""
    sections: dict[str, list[str]] = {}
    for one in cited:
        sections.setdefault(one.source, []).extend([one.section] if one.section else [])
    return tuple(source_link(source, places, hub) for source, places in sections.items())


def source_link(source_id: str, sections: Iterable[str], hub: Hub) -> Link:
    """Return "Authors (year), title, section 3.7; Appendix 1", with a link to the source on the list of them."""
    source = hub.sources.get(source_id)
    if not source:
        return Link(source_id, addresses.SOURCES)
    places = "; ".join(map(section_words, sections))
    words = f"{authors_and_year(source)}, {source.facts.title}"
    return Link(f"{words}, {places}" if places else words, addresses.document(source.kind, source.id))


def short_citation(cited: Citation | Figure | Amount, hub: Hub) -> Link:
    """Return "Authors (year), section 3.7" for a single fact; the source's title is where the link leads."""
    source = hub.sources.get(cited.source)
    if not source:
        return Link(cited.source, addresses.SOURCES)
    words = f"{authors_and_year(source)}, {section_words(cited.section)}" if cited.section else authors_and_year(source)
    return Link(words, addresses.document(source.kind, source.id))


def authors_and_year(source: Document[Source]) -> str:
    """Return a source's authors and year, as "Authors (2022)"."""
    date = source.facts.source_date
    return f"{source.facts.credit} ({date[:YEAR] if date else NO_DATE})"


def source_date_words(entry: AnyEntry, hub: Hub) -> str:
    """Return the date of an entry's source, as precise as that is, or "undated"; "" if the entry has no source."""
    date = hub.source_date(entry)
    return moment_words(date) if date else NO_DATE if entry.facts.sources else ""


def section_words(section: str) -> str:
    """Return "section 3.7" for a number, and any other name as the source has it."""
    return f"section {section}" if section[:1].isdigit() else section
