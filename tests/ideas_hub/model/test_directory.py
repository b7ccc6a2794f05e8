"""The directory of organisations: who a name leads to, and what each did with whom."""

from dataclasses import replace

import pytest

from ideas_hub.model.directory import LED, PARTNER
from ideas_hub.model.hub import Hub


@pytest.mark.parametrize(
    "name",
    ["Wobbly Chair Collective", "wobbly chair collective ltd", "Wobblers", "W.C.C.", "wobbly-chair", "wobbly-chairs"],
)
def test_a_name_another_name_an_id_and_an_old_id_lead_to_one_organisation(hub: Hub, name: str) -> None:
    row = hub.directory.named(name)

    assert row is hub.organisations["wobbly-chair"]


@pytest.mark.parametrize("name", ["Wobbly", "long-gone", "", "&"])
def test_any_other_name_leads_to_none(hub: Hub, name: str) -> None:
    assert hub.directory.named(name) is None


def test_a_name_in_use_comes_before_an_id_that_another_had(hub: Hub) -> None:
    chair, spoke = hub.organisations["wobbly-chair"], hub.organisations["loose-spoke"]
    named = replace(spoke, facts=spoke.facts.model_copy(update={"aliases": ("Wobbly Chairs",)}))
    both = replace(hub, organisations={chair.id: chair, spoke.id: named})

    assert both.directory.named("wobbly-chairs") is named


def test_those_who_took_part_in_one_work_worked_with_each_other(hub: Hub) -> None:
    """The lead counts and so does each partner; whoever pays for a programme worked with nobody by that."""
    with_whom = {row: [other.id for other in hub.directory.worked_with(row)] for row in hub.organisations}

    assert with_whom["second-slice"] == ["third-drawer", "tick-tock", "two-doors"]
    assert with_whom["two-doors"] == ["tick-tock", "second-slice"]
    assert with_whom["mending-wales"] == []
    assert all(row in with_whom[other] for row, others in with_whom.items() for other in others)


def test_what_an_organisation_did_is_read_from_stories_projects_and_programmes(hub: Hub) -> None:
    """And what it had to do with otherwise from its own row, unless it took a part."""
    done = {row: {one.work.entry.id: one.parts for one in hub.directory.parts_taken(row)} for row in hub.organisations}

    assert done["wobbly-chair"] == {"soldering": ("led",), "skills-days": ("in-area",)}
    assert done["third-drawer"] == {"toaster-tuesdays": ("partner",), "third-drawer": ("led",)}
    assert done["mending-wales"] == {
        "skills-days": ("led", "funder"),
        "parts-fund": ("led",),
        "fixers-evening": ("held",),
        "big-mend": ("held",),
    }
    assert done["tag-and-label"] == {"skills-days": ("named",), "third-drawer": ("named",)}


def test_roles_are_those_that_its_work_shows_and_then_those_of_its_row(hub: Hub) -> None:
    roles = {row.id: hub.directory.roles(row) for row in hub.organisations.values()}

    assert roles["mending-wales"] == ("led", "funder", "national-body")
    assert roles["second-slice"] == ("led", "partner")
    assert roles["tag-and-label"] == ("platform",)


def test_a_project_with_a_case_study_is_one_work_with_it(hub: Hub) -> None:
    """Its partners and funders stand beside those of the story."""
    row = hub.projects["wobbly-chair"]
    facts = row.facts.model_copy(update={"partners": ("Third Drawer Society",), "funders": ("Loose Spoke Company",)})
    both = replace(hub, projects={**hub.projects, row.id: replace(row, facts=facts)})
    directory = both.directory
    (work,) = [work for work in directory.works if work.entry.id == "soldering"]

    assert [one.id for one in directory.took_part(work, LED, PARTNER)] == ["wobbly-chair", "third-drawer"]
    assert [(one.work.entry.id, one.parts) for one in directory.parts_taken("loose-spoke")] == [
        ("soldering", ("funder",))
    ]
    assert [work for work in directory.works if work.entry.id == row.id] == []


def test_no_project_is_lost_to_another_that_has_a_case_study_of_its_name(hub: Hub) -> None:
    """Nor where two tell of one: the second stands as a work of its own."""
    chair, drawer = hub.projects["wobbly-chair"], hub.projects["third-drawer"]
    facts = drawer.facts.model_copy(update={"id": "soldering"})
    alike = {chair.id: chair, "soldering": replace(drawer, id="soldering", facts=facts)}
    both = {
        chair.id: chair,
        drawer.id: replace(drawer, facts=drawer.facts.model_copy(update={"case_study": "soldering"})),
    }

    for projects in (alike, both):
        works = replace(hub, projects=projects).directory.works
        told = {key for work in works for key in work.keys if key[0] == "project"}
        assert told == {("project", project) for project in projects}
