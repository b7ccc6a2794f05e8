"""What the pages of all kinds of entry share: dates, sources, ways on, and links to evidence."""

from dataclasses import replace
from datetime import date

from ideas_hub.model.entries import Showing
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import THEMES
from ideas_hub.model.sections import BODY, NOTES, SOURCES
from ideas_hub.views.entry_page import build_entry_view, next_steps, term_links
from ideas_hub.views.evidence_links import EvidenceLink, evidence_links, lessons
from ideas_hub.views.page import Fact, Link


def test_a_page_has_its_text_its_headings_and_its_sources(hub: Hub) -> None:
    view = build_entry_view(hub.case_studies["clock-club"], hub, (), {})

    assert (view.kind, view.kind_label) == ("case-studies", "Case study")
    assert view.page.breadcrumb == (Link("Home", ""), Link("Case studies", "case-studies/"))
    assert "stopped" in view.rows(BODY)[0]
    assert view.rows(NOTES) == ("One member says that 30 people came, and another that 32 did. We give no number.",)
    assert build_entry_view(hub.case_studies["soldering"], hub, (), {}).rows(SOURCES) == (
        Link("Thimble and Spanner (2025), Evaluation of the Spare Parts Fund, Appendix 8", "sources/#parts-evaluation"),
    )


def test_dates_are_shown_if_there_are_any(hub: Hub) -> None:
    study = hub.case_studies["soldering"]
    assert build_entry_view(study, hub, (), {}).dates == (
        Fact("Published", "31 August 2026"),
        Fact("Source:", "October 2025"),
    )

    dates = {"updated": date(2026, 9, 1), "reviewed": date(2026, 9, 30)}
    updated = replace(study, facts=study.facts.model_copy(update=dates))
    assert build_entry_view(updated, hub, (), {}).dates[1:3] == (
        Fact("Updated", "1 September 2026"),
        Fact("Reviewed", "30 September 2026"),
    )


def test_a_page_leads_on_to_its_terms_and_then_to_a_list(hub: Hub) -> None:
    section = next_steps(hub.programmes["skills-days"], hub, Link("All programmes", "programmes/"))

    assert section.links == (
        Link("More about tools and electrics", "themes/tools-electrics/"),
        Link("More for newcomers", "communities/newcomers/"),
        Link("More across Wales", "regions/national/"),
        Link("All programmes", "programmes/"),
    )


def test_terms_are_linked_in_the_order_of_the_editor(hub: Hub) -> None:
    assert term_links(hub.case_studies["soldering"], hub, THEMES) == (
        Link("Tools and electrics", "themes/tools-electrics/"),
        Link("Mending clothes", "themes/mending-clothes/"),
    )


def test_an_entry_lists_its_lessons_with_how_each_shows_those_of_its_report_first(hub: Hub) -> None:
    (link,) = hub.links_back.points_shown_by("case_study", "clock-club")
    ours = replace(link, showing=link.showing.model_copy(update={"basis": "inferred"}))
    to = Link("Keep enough fixers to go round", "learning-points/keep-enough-fixers/")

    assert lessons([ours, link]) == (
        EvidenceLink(to, "In the source", "All the skill was with two people."),
        EvidenceLink(to, "", "All the skill was with two people."),
    )


def test_a_learning_point_links_to_each_kind_of_evidence(hub: Hub) -> None:
    assert tuple(evidence_links(hub.learning_points["say-hello"].facts.evidenced_by, hub)) == (
        EvidenceLink(
            Link("Soldering together in Conwy", "case-studies/soldering/"),
            "Wobbly Chair Collective, Conwy",
            "",
        ),
        EvidenceLink(Link("Wobbly Chair Collective", "projects/wobbly-chair/"), "Conwy", ""),
        EvidenceLink(Link("Spare Parts Fund", "programmes/parts-fund/"), "Programme", ""),
    )


def test_evidence_that_is_not_published_is_not_linked(hub: Hub) -> None:
    assert list(evidence_links([Showing(case_study="lamp-swap", basis="stated")], hub)) == []
