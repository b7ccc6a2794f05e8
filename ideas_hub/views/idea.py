"""The page of an idea."""

from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.idea import Idea
from ideas_hub.model.kinds import COMMUNITIES, REGIONS, THEMES
from ideas_hub.model.sections import FIGURES, TAKEAWAYS
from ideas_hub.views import english
from ideas_hub.views.entry_page import EntryView, build_entry_view, term_links
from ideas_hub.views.entry_sections import Bullets, Figures
from ideas_hub.views.figures import programme_figures
from ideas_hub.views.page import Fact, link_to


def idea_view(entry: Document[Idea], hub: Hub) -> EntryView:
    """Return an idea's page: what a group can take away comes first."""
    facts = entry.facts
    authors = (", ".join(filter(None, (one.name, one.role, one.organisation))) for one in facts.authors)
    programmes = (hub.programmes[programme] for programme in facts.programmes if programme in hub.programmes)
    rows = (
        Fact("From an article by", "; ".join(authors), id="who"),
        Fact("Date of the article", facts.published_estimated or english.day_words(facts.published)),
        Fact("Programmes", links=tuple(map(link_to, programmes))),
        Fact("What", links=term_links(entry, hub, THEMES), id="what"),
        Fact("For", links=term_links(entry, hub, COMMUNITIES), id="for"),
        Fact("Where", links=term_links(entry, hub, REGIONS), id="where"),
    )
    sections = (Bullets.of(TAKEAWAYS, facts.takeaways), Figures.of(FIGURES, programme_figures(facts.figures, hub)))
    return build_entry_view(entry, hub, rows, sections)
