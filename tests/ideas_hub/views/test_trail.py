"""The page of a trail, the list of all by door, and what it gives every format."""

import json
from dataclasses import replace

from jinja2 import Environment

from ideas_hub.formats.data_package import data_package_files
from ideas_hub.formats.json_ld import json_ld
from ideas_hub.model.entries import Requirements
from ideas_hub.model.hub import Hub
from ideas_hub.model.sections import IN_TRAILS, STEPS
from ideas_hub.search.texts import texts_of_entry
from ideas_hub.views.data import data_tables
from ideas_hub.views.entries import entry_view
from ideas_hub.views.evidence_links import EvidenceLink
from ideas_hub.views.home import home_view
from ideas_hub.views.page import Fact, Link, Site
from ideas_hub.views.projects import project_view
from ideas_hub.views.trails import DoorView, StepView, trail_view, trails_view
from tests.ideas_hub.conftest import all_copies

ID = "start-a-repair-cafe"
TITLES = ["Find people who can mend", "Open the door"]
LINK = Link("Start a repair café", f"trails/{ID}/")


def test_steps_are_numbered_with_what_they_take_and_rest_on(hub: Hub) -> None:
    first, second = trail_view(hub.trails[ID], hub).rows(STEPS)

    assert first == StepView(
        1,
        "step-1",
        TITLES[0],
        "Ask in the library and at the market. Three are enough, if they can come each month.",
        (Fact("People", "Three who can mend.", id="people"), Fact("Time", "A month.", id="time")),
        (
            EvidenceLink(Link("Keep enough fixers to go round", "learning-points/keep-enough-fixers/"), "Lesson", ""),
            EvidenceLink(
                Link("Toaster Tuesdays in Swansea", "case-studies/toaster-tuesdays/"),
                "Second Slice Society, Swansea",
                "Two fixers came from a notice in the library.",
            ),
        ),
    )
    assert [one.link.address for one in second.rests_on] == [
        "learning-points/say-hello/",
        "tools/after-the-repair/",
        "projects/wobbly-chair/",
    ]


def test_a_plan_has_every_step_and_no_other_kind_has_one(hub: Hub) -> None:
    plans = {entry.kind.id: entry_view(entry, hub).plan for entry in hub.entries}

    assert plans.pop("trails") == (Link(TITLES[0], "#step-1"), Link(TITLES[1], "#step-2"))
    assert set(plans.values()) == {()}


def test_what_no_source_says_is_left_out(hub: Hub) -> None:
    trail = hub.trails[ID]
    step = trail.facts.steps[0].model_copy(update={"takes": Requirements()})
    bare = {"could_we_do_this": None, "steps": (step,)}
    view = trail_view(replace(trail, facts=trail.facts.model_copy(update=bare)), hub)

    assert view.key_facts == ()
    assert [step.takes for step in view.rows(STEPS)] == [()]


def test_whatever_a_trail_rests_on_leads_back_to_it(hub: Hub) -> None:
    """Derived from the trail's own file: the other end says nothing of it."""
    entries = ("learning-points/keep-enough-fixers/", "case-studies/toaster-tuesdays/", "tools/after-the-repair/")
    views = [entry_view(hub.entry_by_address[address], hub) for address in entries]
    views.append(project_view(hub.projects["wobbly-chair"], hub))

    assert [view.rows(IN_TRAILS) for view in views] == [
        (EvidenceLink(LINK, f"Step {number}", ""),) for number in (1, 1, 2, 2)
    ]
    assert entry_view(hub.case_studies["mending-van"], hub).rows(IN_TRAILS) == ()


def test_an_entry_behind_two_steps_names_both(hub: Hub) -> None:
    trail = hub.trails[ID]
    first, second = trail.facts.steps
    steps = (first, second.model_copy(update={"rests_on": first.rests_on}))
    again = replace(hub, trails={ID: replace(trail, facts=trail.facts.model_copy(update={"steps": steps}))})

    (link,) = entry_view(hub.case_studies["toaster-tuesdays"], again).rows(IN_TRAILS)
    assert link.kind == "Steps 1 and 2"


def test_trails_stand_by_the_door_that_leads_to_them(hub: Hub) -> None:
    (group,) = trails_view(hub).groups

    assert (group.title, group.anchor) == ("I run a repair café", "door-organiser")
    assert [card.title for card in group.trails] == ["Start a repair café"]
    assert group.pages == (Link("Evidence", "evidence/"),)


def test_a_trail_at_no_door_comes_last(hub: Hub) -> None:
    other = replace(hub, trails={**hub.trails, "other": replace(hub.trails[ID], id="other")})

    assert [group.anchor for group in trails_view(other).groups] == ["door-organiser", "moreTrails"]
    assert [group.title for group in trails_view(replace(hub, doors=())).groups] == ["All trails"]


def test_the_home_page_has_the_doors_that_lead_to_something(hub: Hub) -> None:
    door = DoorView(Link("I run a repair café", "trails/#door-organiser"), "What to do first, and what comes next.")
    shut = hub.doors[0].model_copy(update={"id": "shut", "trails": ("gone",), "pages": ("ideas/index.md",)})

    assert home_view(hub).doors == (door,)
    assert home_view(replace(hub, doors=(*hub.doors, shut))).doors == (door,)
    assert home_view(replace(hub, trails={})).doors == ()


def test_its_steps_are_searched(hub: Hub) -> None:
    words = list(texts_of_entry(hub.trails[ID], hub)["body"])

    assert {*TITLES} < {*words}
    assert "Greet everyone by the door, and test each thing before you plug it in." in words


def test_structured_data_is_a_how_to_with_its_steps(hub: Hub, site: Site) -> None:
    view = trail_view(hub.trails[ID], hub)
    node = json.loads(json_ld(view.page, view, hub, site))["@graph"][0]

    assert node["@type"] == ["HowTo", "LearningResource"]
    assert [(step["@type"], step["position"], step["name"]) for step in node["step"]] == [
        ("HowToStep", number, title) for number, title in enumerate(TITLES, 1)
    ]
    assert node["step"][0]["url"].endswith(f"trails/{ID}/#step-1")
    assert node["step"][1]["isBasedOn"][0]["name"] == "Say hello to everyone at the door"


def test_the_list_names_each_trail_once_to_machines(hub: Hub, site: Site) -> None:
    twice = replace(hub, doors=(*hub.doors, hub.doors[0].model_copy(update={"id": "again"})))
    view = trails_view(twice)
    node = json.loads(json_ld(view.page, view, twice, site))["@graph"][0]

    assert len(view.groups) == 2
    assert node["mainEntity"]["numberOfItems"] == 1


def test_the_data_have_its_steps_with_the_ids_they_rest_on(hub: Hub, site: Site, templates: Environment) -> None:
    files = dict(data_package_files(data_tables(hub), hub, site, templates))
    (row,) = json.loads(files["data/trails.json"])

    assert [step["title"] for step in row["steps"]] == TITLES
    assert row["steps"][1]["rests_on"][1] == {"tool": "after-the-repair"}
    assert b"Find people who can mend" in files["data/trails.csv"]
    assert "data/schemas/trails.json" in files


def test_its_markdown_copy_has_the_steps_in_order(hub: Hub, site: Site, templates: Environment) -> None:
    copy = all_copies(hub, site, templates)[f"trails/{ID}/index.md"].decode()

    assert copy.index("### Step 1: Find people") < copy.index("### Step 2: Open the door")
    assert "**Cost:** Tea and biscuits." in copy
    assert "[Say hello to everyone at the door](../../learning-points/say-hello/)" in copy
