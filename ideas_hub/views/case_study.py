"""The page of a case study."""

from ideas_hub.model import addresses
from ideas_hub.model.case_study import CaseStudy
from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import COMMUNITIES, REGIONS, THEMES
from ideas_hub.model.sections import AIMS, COULD_WE_DO_THIS, DID_NOT_WORK, EVIDENCE, FIGURES, TEACHES, WORKED
from ideas_hub.views import english
from ideas_hub.views.entry_page import (
    STATUS,
    EntryView,
    build_entry_view,
    evidence_words,
    learning_point_link,
    term_links,
)
from ideas_hub.views.entry_sections import Bullets, Evidence, Facts, Figures, Sentence
from ideas_hub.views.figures import figure_view
from ideas_hub.views.page import Fact, Link, non_empty


def case_study_view(entry: Document[CaseStudy], hub: Hub) -> EntryView:
    """Return a case study's page."""
    facts, points = entry.facts, hub.points_shown_by("case_study", entry.id)
    sections = (
        Facts.of(COULD_WE_DO_THIS, _requirements(facts, hub)),
        Figures.of(FIGURES, (figure_view(figure, hub) for figure in facts.figures)),
        Bullets.of(WORKED, facts.worked),
        Bullets.of(DID_NOT_WORK, facts.did_not_work),
        Sentence.of(EVIDENCE, (evidence_words(facts.evidence),) if facts.evidence else ()),
        Evidence.of(TEACHES, map(learning_point_link, points)),
        Bullets.of(AIMS, (hub.vocabulary.lists.aims[aim] for aim in facts.aims)),
    )
    lead = "This project has ended. What it learned still holds." if facts.status == "ended" else ""
    return build_entry_view(entry, hub, _facts(entry, hub), sections, lead)


def _facts(entry: Document[CaseStudy], hub: Hub) -> tuple[Fact, ...]:
    facts, lists = entry.facts, hub.vocabulary.lists
    project = hub.project_of_case_study.get(entry.id)
    return (
        Fact("Who", facts.organisation, id="who"),
        Fact("Where", facts.place, term_links(entry, hub, REGIONS), id="where"),
        Fact("What", links=term_links(entry, hub, THEMES), id="what"),
        Fact("For", links=term_links(entry, hub, COMMUNITIES), id="for"),
        Fact("When", english.period_words(facts.period) if facts.period else ""),
        Fact("Activities", english.listed([lists.activities[activity].label for activity in facts.activities])),
        Fact("How", english.listed([lists.delivery[way] for way in facts.delivery])),
        Fact("Partners", english.listed(facts.partners)),
        Fact("Project", links=(Link(project.facts.name, addresses.project(project.id)),) if project else ()),
        Fact("Status", STATUS[facts.status]),
    )


def _requirements(facts: CaseStudy, hub: Hub) -> tuple[Fact, ...]:
    """Return what it takes to do the same; the cost band leads to everything in it."""
    box = facts.could_we_do_this
    if not box:
        return ()
    band = hub.vocabulary.lists.cost_bands.get(box.cost_band or "")
    in_band = (Link(band, addresses.finder_query("cost", box.cost_band or "")),) if band else ()
    rows = (
        Fact("Cost", box.cost or "", id="cost"),
        Fact("Cost band", links=in_band, id="cost_band"),
        Fact("People", box.people or "", id="people"),
        Fact("Time", box.time or "", id="time"),
        Fact("Place", box.place or "", id="place"),
    )
    return non_empty(rows)
