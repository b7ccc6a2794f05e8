"""Who worked with whom: by sector, as a drawing and a table, and by region."""

from dataclasses import replace

from ideas_hub.model.hub import Hub
from ideas_hub.views.page import Link
from ideas_hub.views.partners import PartnersView, pair_views, partners_view, works_by_pair


def members(view: PartnersView) -> dict[str, dict[str, list[str]]]:
    """Return the names of those that took part, by work and by what they have in common."""
    return {
        partnership.work.text: {label: [link.text for link in links] for label, links in partnership.members}
        for region in view.regions
        for partnership in region.partnerships
    }


def test_every_partnership_is_listed_in_its_region_with_its_lead_first(hub: Hub) -> None:
    view = partners_view(hub)

    assert (view.total, [region.title for region in view.regions]) == ("2 stories and projects", ["South Wales"])
    assert members(view)["A club for stopped clocks in Barry"] == {
        "Led by": ["Tick Tock and Friends"],
        "With": ["Second Slice Society", "The Hall with Two Doors"],
    }


def test_the_drawing_joins_the_same_sectors_as_the_table_and_as_often(hub: Hub) -> None:
    view = partners_view(hub)

    assert view.pairs == (
        Link("Mending with baking", "organisations/partners/menders/bakers/", 1),
        Link("Baking with tailoring", "organisations/partners/bakers/tailors/", 1),
    )
    assert view.drawing
    names = {(point.x, point.y): " ".join(text for text, _ in point.lines) for point in view.drawing.points}
    joined = {(names[line.x1, line.y1], names[line.x2, line.y2]): line.width for line in view.drawing.lines}
    assert joined == {("Mending", "Baking"): 14, ("Baking", "Tailoring"): 14}


def test_the_more_often_two_sectors_worked_together_the_thicker_is_their_line(hub: Hub) -> None:
    clocks = hub.case_studies["clock-club"]
    twice = {f"{clocks.id}-{n}": replace(clocks, id=f"{clocks.id}-{n}") for n in range(3)}
    view = partners_view(replace(hub, case_studies={**hub.case_studies, **twice}))

    assert [(pair.text, pair.count) for pair in view.pairs] == [
        ("Mending with baking", 4),
        ("Baking with tailoring", 1),
    ]
    assert view.drawing
    assert [line.width for line in view.drawing.lines] == [14, 4]


def test_two_sectors_are_no_drawing(hub: Hub) -> None:
    alone = replace(hub, case_studies={"clock-club": hub.case_studies["clock-club"]})

    assert partners_view(alone).drawing is None
    assert len(partners_view(alone).pairs) == 1


def test_the_page_of_a_pair_has_those_of_its_two_sectors_alone(hub: Hub) -> None:
    views = {view.page.address: view for view in pair_views(hub)}

    assert list(views) == [pair.address for pair in partners_view(hub).pairs]
    assert members(views["organisations/partners/menders/bakers/"]) == {
        "A club for stopped clocks in Barry": {"Mending": ["Tick Tock and Friends"], "Baking": ["Second Slice Society"]}
    }


def test_two_of_one_sector_are_a_pair_of_it_with_itself(hub: Hub) -> None:
    """In the table, and not in the drawing: a line has two ends."""
    study = hub.case_studies["soldering"]
    facts = study.facts.model_copy(update={"partners": ("Tick Tock and Friends", "Loose Spoke Company")})
    menders = replace(hub, case_studies={study.id: replace(study, facts=facts)})

    assert {pair: len(works) for pair, works in works_by_pair(menders).items()} == {("menders", "menders"): 1}
    assert [pair.text for pair in partners_view(menders).pairs] == ["Within mending"]
    assert partners_view(menders).drawing is None


def test_every_link_of_the_pages_is_to_a_page_that_there_is(hub: Hub) -> None:
    links = [
        link
        for view in (partners_view(hub), *pair_views(hub))
        for region in view.regions
        for partnership in region.partnerships
        for _, some in partnership.members
        for link in some
    ]

    assert links
    assert {link.address for link in links} <= hub.row_by_address.keys()
