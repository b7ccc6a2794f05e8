"""The page of a case study."""

from ideas_hub.model import addresses
from ideas_hub.model.case_study import CaseStudy
from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import COMMUNITIES, REGIONS, THEMES
from ideas_hub.views import english
from ideas_hub.views.entry_page import EVIDENCE, STATUS, EntryView, common_fields, learning_point_link, term_links
from ideas_hub.views.figures import figure_view
from ideas_hub.views.page import Fact, Link, non_empty


def case_study_view(entry: Document[CaseStudy], hub: Hub) -> EntryView:
    """Return a case study's page."""
    facts = entry.facts
    return EntryView(
        **common_fields(entry, hub),
        lead="This project has ended. What it learned still holds." if facts.status == "ended" else "",
        facts=_facts(entry, hub),
        requirements=_requirements(facts, hub),
        worked=facts.worked,
        did_not_work=facts.did_not_work,
        figures=tuple(figure_view(figure, hub) for figure in facts.figures),
        evidence=EVIDENCE.get(facts.evidence or "", ""),
        aims=tuple(hub.vocabulary.lists.aims[aim] for aim in facts.aims),
        shows=tuple(learning_point_link(link) for link in hub.points_shown_by("case_study", entry.id)),
        shows_title="What this teaches",
    )


def _facts(entry: Document[CaseStudy], hub: Hub) -> tuple[Fact, ...]:
    facts, lists = entry.facts, hub.vocabulary.lists
    project = hub.project_of_case_study.get(entry.id)
    rows = (
        Fact("Who", facts.organisation),
        Fact("Where", facts.place, term_links(entry, hub, REGIONS)),
        Fact("What", links=term_links(entry, hub, THEMES)),
        Fact("For", links=term_links(entry, hub, COMMUNITIES)),
        Fact("When", english.period_words(facts.period) if facts.period else ""),
        Fact("Activities", english.listed([lists.activities[activity].label for activity in facts.activities])),
        Fact("How", english.listed([lists.delivery[way] for way in facts.delivery])),
        Fact("Partners", english.listed(facts.partners)),
        Fact("Project", links=(Link(project.facts.name, addresses.project(project.id)),) if project else ()),
        Fact("Status", STATUS[facts.status]),
    )
    return non_empty(rows)


def _requirements(facts: CaseStudy, hub: Hub) -> tuple[Fact, ...]:
    """Return what it takes to do the same; the cost band leads to everything in it."""
    box = facts.could_we_do_this
    if not box:
        return ()
    band = hub.vocabulary.lists.cost_bands.get(box.cost_band or "")
    rows = (
        Fact("Cost", box.cost or ""),
        Fact("Cost band", links=(Link(band, addresses.finder_query("cost", box.cost_band or "")),) if band else ()),
        Fact("People", box.people or ""),
        Fact("Time", box.time or ""),
        Fact("Place", box.place or ""),
    )
    return non_empty(rows)
