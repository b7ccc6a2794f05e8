"""The page of a learning point."""

from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import COMMUNITIES, THEMES
from ideas_hub.model.learning_point import LearningPoint
from ideas_hub.model.sections import EVIDENCED_BY, FIGURES, STATEMENT, TRY_THIS
from ideas_hub.views import english
from ideas_hub.views.entry_page import KIND_OF_POINT, EntryView, build_entry_view, evidence_link, term_links
from ideas_hub.views.entry_sections import Bullets, Evidence, Figures, Sentence
from ideas_hub.views.figures import programme_figures
from ideas_hub.views.page import Fact


def learning_point_view(entry: Document[LearningPoint], hub: Hub) -> EntryView:
    """Return a learning point's page, with the evidence for it."""
    facts, lists = entry.facts, hub.vocabulary.lists
    number = f", number {facts.number} in the source" if facts.number else ""
    rows = (
        Fact("Kind", f"{KIND_OF_POINT[facts.kind]}{number}"),
        Fact("Group", facts.group or ""),
        Fact("For", english.listed([lists.audiences[audience] for audience in facts.audience]), id="audience"),
        Fact("About", english.listed([lists.topics[topic] for topic in facts.topics]), id="topics"),
        Fact("What", links=term_links(entry, hub, THEMES), id="what"),
        Fact("Helps", links=term_links(entry, hub, COMMUNITIES), id="for"),
    )
    evidence = tuple(link for showing in facts.evidenced_by if (link := evidence_link(showing, hub)))
    learned = english.counted(len(evidence), "project has", "projects have")
    sections = (
        Sentence.of(STATEMENT, (facts.statement,)),
        Bullets.of(TRY_THIS, facts.try_this),
        Figures.of(FIGURES, programme_figures(facts.figures, hub)),
        Evidence.of(EVIDENCED_BY, evidence, learned),
    )
    return build_entry_view(entry, hub, rows, sections)
