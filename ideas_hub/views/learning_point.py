"""The page of a learning point."""

from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import COMMUNITIES, THEMES
from ideas_hub.model.learning_point import LearningPoint
from ideas_hub.views import english
from ideas_hub.views.entry_page import KIND_OF_POINT, EntryView, common_fields, evidence_link, term_links
from ideas_hub.views.figures import programme_figures
from ideas_hub.views.page import Fact, non_empty


def learning_point_view(entry: Document[LearningPoint], hub: Hub) -> EntryView:
    """Return a learning point's page, with the evidence for it."""
    facts, lists = entry.facts, hub.vocabulary.lists
    number = f", number {facts.number} in the source" if facts.number else ""
    rows = (
        Fact("Kind", f"{KIND_OF_POINT[facts.kind]}{number}"),
        Fact("Group", facts.group or ""),
        Fact("For", english.listed([lists.audiences[audience] for audience in facts.audience])),
        Fact("About", english.listed([lists.topics[topic] for topic in facts.topics])),
        Fact("What", links=term_links(entry, hub, THEMES)),
        Fact("Helps", links=term_links(entry, hub, COMMUNITIES)),
    )
    evidence = tuple(link for showing in facts.evidenced_by if (link := evidence_link(showing, hub)))
    return EntryView(
        **common_fields(entry, hub),
        statement=facts.statement,
        facts=non_empty(rows),
        steps=facts.try_this,
        steps_title="Try this",
        figures=programme_figures(facts.figures, hub),
        shows=evidence,
        shows_title=f"{english.counted(len(evidence), 'project has', 'projects have')} learned this"
        if evidence
        else "",
    )
