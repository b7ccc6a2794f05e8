"""The glossary."""

from dataclasses import dataclass

from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.term import GlossaryTerm
from ideas_hub.views.page import Page, hub_page


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """Words that a reader may not know, each with its id, in alphabetical order."""

    page: Page
    words: tuple[tuple[str, GlossaryTerm], ...]


def glossary_view(hub: Hub) -> GlossaryView:
    page = hub_page("docs/glossary.md", addresses.GLOSSARY, hub)
    return GlossaryView(page, tuple(sorted(hub.glossary.items(), key=lambda word: word[1].term.casefold())))
