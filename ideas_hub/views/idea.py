"""The page of an idea."""

from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.idea import Idea
from ideas_hub.model.kinds import COMMUNITIES, REGIONS, THEMES
from ideas_hub.views import english
from ideas_hub.views.entry_page import EntryView, common_fields, term_links
from ideas_hub.views.figures import programme_figures
from ideas_hub.views.page import Fact, link_to, non_empty


def idea_view(entry: Document[Idea], hub: Hub) -> EntryView:
    """Return an idea's page: what a group can take away comes first."""
    facts = entry.facts
    authors = (", ".join(filter(None, (one.name, one.role, one.organisation))) for one in facts.authors)
    programmes = (hub.programmes[programme] for programme in facts.programmes if programme in hub.programmes)
    rows = (
        Fact("From an article by", "; ".join(authors)),
        Fact("Date of the article", facts.published_estimated or english.day_words(facts.published)),
        Fact("Programmes", links=tuple(map(link_to, programmes))),
        Fact("What", links=term_links(entry, hub, THEMES)),
        Fact("For", links=term_links(entry, hub, COMMUNITIES)),
        Fact("Where", links=term_links(entry, hub, REGIONS)),
    )
    return EntryView(
        **common_fields(entry, hub),
        facts=non_empty(rows),
        steps=facts.takeaways,
        steps_title="What your group can take away",
        figures=programme_figures(facts.figures, hub),
    )
