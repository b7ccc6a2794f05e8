"""What a regional lead finds on the page of a region."""

import csv
import io
from dataclasses import replace

import pytest

from ideas_hub.formats.region_tables import region_tables
from ideas_hub.model.hub import Hub
from ideas_hub.views import lists
from ideas_hub.views.lists import list_builders
from ideas_hub.views.region_overview import RegionOverview, region_overview
from tests.ideas_hub.conftest import HOSTILE


def overview_of(hub: Hub, region: str) -> RegionOverview:
    return region_overview(hub.vocabulary.regions[region], hub)


def rows_of(hub: Hub, region: str) -> list[dict[str, str]]:
    text = dict(region_tables(hub))[f"regions/{region}/{region}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_organisations_stand_by_sector_and_those_of_none_last(hub: Hub) -> None:
    overview = overview_of(hub, "north-wales")

    assert overview.organisations_title == "Organisations in North Wales"
    assert [(group.title, [link.text for link in group.links]) for group in overview.organisations] == [
        ("Mending", ["Tick Tock and Friends", "Wobbly Chair Collective"]),
        ("Baking", ["Second Slice Society"]),
        ("Tailoring", ["Cymdeithas Tri Botwm"]),
        ("Sector not known", ["The Hall with Two Doors"]),
    ]


@pytest.mark.parametrize(
    ("region", "sectors"), [("mid-wales", ("Mending", "Baking")), ("north-wales", ("Baking",)), ("south-wales", ())]
)
def test_sectors_without_a_story_are_named_where_stories_of_them_are_wanted(
    hub: Hub, region: str, sectors: tuple[str, ...]
) -> None:
    """Those of the list that have a theme; a partner's sector has been heard too."""
    assert overview_of(hub, region).missing == sectors


def test_lessons_say_how_many_stories_and_projects_show_them_the_most_first(hub: Hub) -> None:
    assert [(link.text, link.count) for link in overview_of(hub, "south-wales").lessons.links] == [
        ("Keep enough fixers to go round", 2),
        ("Test before you plug in", 1),
    ]


def test_a_story_and_its_project_show_a_lesson_once(hub: Hub) -> None:
    point = hub.learning_points["say-hello"]
    shown = [one for one in point.facts.evidenced_by if one.programme is None]
    assert len(shown) == 2

    stories = [link for link in overview_of(hub, "north-wales").lessons.links if link.text == point.facts.title]
    assert [link.count for link in stories] == [1]


def test_the_files_of_a_region_are_its_table_and_its_feed(hub: Hub) -> None:
    assert [link.address for link in overview_of(hub, "mid-wales").files] == [
        "regions/mid-wales/mid-wales.csv",
        "regions/mid-wales/feed.xml",
    ]


def test_only_the_first_page_of_a_list_is_the_desk(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "PAGE_SIZE", 1)
    views = [
        view for _, build in list_builders(hub) for view in build() if view.page.address.startswith("regions/north")
    ]

    assert len(views) > 1
    assert [bool(view.overview) for view in views] == [True] + [False] * (len(views) - 1)


def test_the_table_of_a_region_has_all_that_its_page_lists(hub: Hub) -> None:
    for region in hub.vocabulary.regions:
        listed = {link.address for group in overview_of(hub, region).organisations for link in group.links}
        listed |= {f"{one.kind.id}/{one.id}/" for one in hub.tagged(hub.vocabulary.regions[region])}
        listed |= {f"projects/{row.id}/" for row in hub.projects.values() if row.facts.region == region}

        assert {row["address"] for row in rows_of(hub, region)} == listed


def test_the_table_of_a_region_is_safe_in_a_spreadsheet(hostile_hub: Hub) -> None:
    row = hostile_hub.organisations["second-slice"]
    facts = row.facts.model_copy(update={"name": HOSTILE, "about": HOSTILE, "places": (HOSTILE,)})
    hub = replace(hostile_hub, organisations={row.id: replace(row, facts=facts)})

    for cells in rows_of(hub, "north-wales"):
        for column in ("title", "organisation", "place"):
            assert not cells[column].startswith("=")
    (organisation,) = [cells for cells in rows_of(hub, "north-wales") if cells["kind"] == "organisation"]
    assert organisation["title"] == f"'{HOSTILE}"
