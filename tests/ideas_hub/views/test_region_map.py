"""The map: counts that agree with the lists, points where places are, and none without a drawing."""

import math
import random
from dataclasses import replace

from jinja2 import Environment

from ideas_hub.model.data_files import RegionDrawing
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import REGIONS
from ideas_hub.views.page import Link
from ideas_hub.views.projects import projects_view
from ideas_hub.views.region_map import POINT_GAP, RegionMap, position, project_map, region_map, spread
from ideas_hub.views.terms import terms_view


def drawing_of(hub: Hub) -> RegionDrawing:
    assert hub.drawing is not None
    return hub.drawing


def with_projects_moved(hub: Hub) -> Hub:
    """Move the projects of South Wales to Mid Wales."""
    moved = {
        row.id: replace(row, facts=row.facts.model_copy(update={"region": "mid-wales"}))
        if row.facts.region == "south-wales"
        else row
        for row in hub.projects.values()
    }
    return replace(hub, projects=moved)


def drawn(hub: Hub) -> RegionMap:
    found = region_map(hub)
    assert found is not None
    return found


def test_a_region_leads_to_its_page_with_its_count(hub: Hub) -> None:
    """The number is of its entries and projects; its name for a screen reader says what it counts."""
    regions = {region.shape.region: region for region in drawn(hub).regions}

    assert regions["north-wales"].link == Link("North Wales", "regions/north-wales/", 4)
    assert regions["north-wales"].description == "North Wales: 4 in all, 2 case studies, 1 programme and 1 project"
    assert regions["south-wales"].description == "South Wales: 5 in all, 2 case studies, 2 events and 1 project"


def test_a_region_with_nothing_is_no_link(hub: Hub) -> None:
    """No link leads to an empty page."""
    mid_wales = next(region for region in drawn(hub).regions if region.shape.region == "mid-wales")

    assert mid_wales.link == Link("Mid Wales", "", 0)
    assert [line for line, _ in mid_wales.lines] == ["Mid Wales"]
    assert mid_wales.description == "Mid Wales: no stories yet"


def test_a_region_without_a_shape_is_not_on_the_map(hub: Hub) -> None:
    """Such as the one across the whole country."""
    assert "national" in hub.vocabulary.regions
    assert {region.shape.region for region in drawn(hub).regions} == {"north-wales", "mid-wales", "south-wales"}


def test_a_region_with_projects_alone_leads_to_them(hub: Hub) -> None:
    """A region without case studies has its projects on its page."""
    mid_wales = next(region for region in drawn(with_projects_moved(hub)).regions if region.shape.region == "mid-wales")

    assert mid_wales.link.address == "regions/mid-wales/"
    assert mid_wales.description == "Mid Wales: 1 project"


def test_a_hub_without_a_drawing_has_no_map(hub: Hub) -> None:
    bare = replace(hub, drawing=None)

    assert region_map(bare) is None
    assert project_map(bare) is None


def test_the_map_says_what_it_is_of_and_whose_it_is_in_the_words_of_the_content(hub: Hub) -> None:
    found, projects = drawn(hub), project_map(hub)
    assert projects is not None

    assert found.title == "Map of Wales: its three parts and what the hub has from each"
    assert projects.title == "Map of Wales: its three parts and the place of each project"
    assert found.credit.endswith(" Our own sketch.")
    assert projects.credit.startswith("Our own sketch. ")


def test_a_name_that_is_too_long_for_its_region_is_in_a_box_beside_it(hub: Hub) -> None:
    (boxed,) = (region for region in drawn(hub).regions if region.box)
    box, x = boxed.box, boxed.shape.label[0]

    assert boxed.shape.region == "south-wales"
    assert box is not None
    assert box.x < x < box.x + box.width
    assert [line for line, _ in boxed.lines] == ["South Wales", "5"]
    assert all(box.y < y < box.y + box.height for _, y in boxed.lines)


def test_tiles_are_in_the_order_that_they_are_read(hub: Hub) -> None:
    """From top to bottom and left to right: on narrow screens they are the map."""
    shapes = [region.shape for region in drawn(hub).tiles]
    assert [region.shape.region for region in drawn(hub).regions] == ["mid-wales", "north-wales", "south-wales"]
    assert [(one.region, one.tile.row, one.tile.column, one.tile.rows) for one in shapes] == [
        ("north-wales", 1, 1, 1),
        ("mid-wales", 2, 1, 1),
        ("south-wales", 3, 1, 2),
    ]


def test_a_project_is_a_point_that_leads_to_its_page(hub: Hub) -> None:
    """Points are named by organisation and place, and are where the place is."""
    found = project_map(hub)
    assert found is not None
    link, x, y = found.points[0]

    assert link == Link("Wobbly Chair Collective, Conwy", "projects/wobbly-chair/")
    assert (x, y) == tuple(round(value) for value in position(53.3, -3.8, drawing_of(hub).projection))
    assert {region.shape.region: region.link.address for region in found.regions} == {
        "north-wales": "projects/#region-north-wales",
        "south-wales": "projects/#region-south-wales",
        "mid-wales": "",
    }
    assert found.skip == "Skip the map: all 2 projects are listed below it"


def test_a_map_without_projects_has_no_points_to_skip(hub: Hub) -> None:
    found = project_map(replace(hub, projects={}))

    assert found is not None
    assert (found.points, found.skip) == ((), "")


def test_points_never_cover_each_other_and_move_as_little_as_they_must() -> None:
    """Places close together are moved apart, each as little as it takes; a point that is alone stays."""
    chance = random.Random(3)  # noqa: S311 the same points on every run
    crowd = [(100 + chance.random() * 40, 100 + chance.random() * 40) for _ in range(30)]
    points = list(spread([(500.0, 500.0), *crowd, (100.0, 100.0), (100.0, 100.0)]))

    nearest = min(math.dist(one, other) for number, one in enumerate(points) for other in points[:number])
    assert nearest >= POINT_GAP - 2  # each is rounded to whole units
    assert points[:2] == [(500, 500), (round(crowd[0][0]), round(crowd[0][1]))]
    assert max(math.dist(point, (120, 120)) for point in points[1:]) < 120


def test_the_drawing_has_no_style_attributes_and_names_every_link(hub: Hub, templates: Environment) -> None:
    """The security policy allows no style attributes; every link has a title: its name and tooltip."""
    for view in (terms_view(REGIONS, hub), projects_view(hub)):
        html = templates.get_template("hub/region_map.html").render(view=view, root="../")
        drawing = html[html.index("<svg") : html.index("</svg>")]
        assert view.map is not None
        assert "style=" not in html
        assert drawing.count("<a ") == drawing.count("<a href=")
        assert drawing.count("aria-label=") == 1
        assert drawing.count("<title>") == len(view.map.regions) + len(view.map.points)
