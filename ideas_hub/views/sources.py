"""The documents that facts come from."""

from dataclasses import dataclass

from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.moments import moment_words
from ideas_hub.model.source import Source
from ideas_hub.views import english
from ideas_hub.views.page import Fact, Page, hub_page, non_empty


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source, and what it takes other files or some words to know.

    used_by: how many entries cite it, in words.
    """

    source: Document[Source]
    rows: tuple[Fact, ...]
    used_by: str


@dataclass(frozen=True, slots=True)
class SourcesView:
    """All sources, by title."""

    page: Page
    sources: tuple[SourceRow, ...]


def sources_view(hub: Hub) -> SourcesView:
    sources = sorted(hub.sources.values(), key=lambda source: source.facts.title.casefold())
    page = hub_page("docs/sources/index.md", addresses.SOURCES, hub)
    return SourcesView(page, tuple(_source_row(source, hub) for source in sources))


def _source_row(source: Document[Source], hub: Hub) -> SourceRow:
    facts = source.facts
    citing = [entry for entry in hub.entries if any(cited.source == source.id for cited in entry.facts.sources)]
    date = moment_words(facts.source_date) if facts.source_date else "Not stated"
    rows = (
        Fact("Written by", english.listed(facts.authors)),
        Fact("Published by", facts.publisher),
        Fact("Date", f"{date} ({facts.source_date_note})" if facts.source_date_note else date),
        Fact("Pages", english.number_words(facts.pages) if facts.pages else ""),
        Fact("Rights", facts.licence_note),
        Fact("How to cite it", facts.cite),
    )
    return SourceRow(source, non_empty(rows), english.counts_in_words(citing))
