"""The glossary."""

from dataclasses import dataclass

from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.views.page import Page, hub_page


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word with its meaning."""

    id: str
    term: str
    meaning: str
    more: str


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """Words that a reader may not know, in alphabetical order."""

    page: Page
    words: tuple[WordRow, ...]


def glossary_view(hub: Hub) -> GlossaryView:
    """Return the glossary's page."""
    rows = (WordRow(word_id, word.term, word.meaning, word.more or "") for word_id, word in hub.glossary.items())
    page = hub_page("docs/glossary.md", addresses.GLOSSARY, hub)
    return GlossaryView(page, tuple(sorted(rows, key=lambda row: row.term.casefold())))
