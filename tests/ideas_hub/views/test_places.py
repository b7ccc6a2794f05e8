"""Places from A to Z: the index, a page for each letter, and what is nearest."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.model.place import Place
from ideas_hub.views.page import Link
from ideas_hub.views.places import PlaceRow, PlacesView, near_entries, place_views

SOLDERING = "case-studies/soldering/"
"""The case study of the one project that was not withdrawn, in Conwy."""


@pytest.fixture(scope="module")
def views(hub: Hub) -> Mapping[str, PlacesView]:
    return {view.page.address: view for view in place_views(hub)}


def rows_of(view: PlacesView) -> dict[str, PlaceRow]:
    return {row.place.full_name: row for group in view.groups for row in group.rows}


def with_places(hub: Hub, *names: str) -> Hub:
    return replace(
        hub, places=tuple(Place(name, "town", "", "mid-wales", 52.5, -3.3, also_a_word=False) for name in names)
    )


def test_the_index_leads_to_each_letter(views: Mapping[str, PlacesView]) -> None:
    index = views["find/places/"]

    assert index.letters[0] == Link("B", "find/places/b/", 4)
    assert {link.address for link in index.letters} == views.keys() - {"find/places/"}
    assert [link.text for link in index.page.breadcrumb] == ["Home", "Find what worked"]


def test_the_index_has_the_postcode_areas_and_no_letter_has_them(views: Mapping[str, PlacesView]) -> None:
    rows = views["find/places/"].postcodes

    assert [(row.place.full_name, row.region.address) for row in rows] == [
        ("CF, Cardiff", "regions/south-wales/"),
        ("LL, Llandudno", "regions/north-wales/"),
    ]
    assert not [name for view in views.values() for name in rows_of(view) if name.startswith(("CF", "LL"))]


def test_each_place_is_on_the_page_of_its_letter(hub: Hub, views: Mapping[str, PlacesView]) -> None:
    listed = [name for view in views.values() for name in rows_of(view)]

    assert sorted(listed) == sorted(place.full_name for place in hub.places if place.kind != "postcode")
    assert list(rows_of(views["find/places/n/"])) == ["Newport, Gwent", "Newport, Pembrokeshire", "Newtown, Powys"]


def test_places_that_begin_alike_stand_together(views: Mapping[str, PlacesView]) -> None:
    groups = views["find/places/s/"].groups

    assert [(group.title, group.anchor, len(group.rows)) for group in groups] == [
        ("St", "from-st", 3),
        ("Sw", "from-sw", 1),
    ]


def test_a_page_says_how_many_places_it_has(views: Mapping[str, PlacesView]) -> None:
    page = views["find/places/n/"].page

    assert page.title == "Places from A to Z: N"
    assert page.description.startswith("3 places, from Newport to Newtown: ")


def test_a_place_has_its_region_and_what_is_nearest(views: Mapping[str, PlacesView]) -> None:
    conwy, asaph = rows_of(views["find/places/c/"])["Conwy"], rows_of(views["find/places/s/"])["St Asaph, Denbighshire"]

    assert (conwy.region.text, conwy.region.address) == ("North Wales", "regions/north-wales/")
    assert (conwy.near and conwy.near.address, conwy.distance) == (SOLDERING, "about 2 miles")
    assert (asaph.near and asaph.near.address, asaph.distance) == (SOLDERING, "about 15 miles")


def test_what_is_far_off_is_not_near(views: Mapping[str, PlacesView]) -> None:
    cardiff = rows_of(views["find/places/c/"])["Cardiff"]

    assert (cardiff.near, cardiff.distance, cardiff.is_lonely) == (None, "", True)


def test_a_county_is_not_said_to_have_nothing_near(views: Mapping[str, PlacesView]) -> None:
    """Its middle may be far from a project in it."""
    assert not rows_of(views["find/places/p/"])["Powys"].is_lonely


def test_a_project_without_a_case_study_is_near_too_but_not_one_that_was_withdrawn(hub: Hub) -> None:
    rows = {**hub.projects}
    rows["wobbly-chair"] = replace(
        rows["wobbly-chair"], facts=rows["wobbly-chair"].facts.model_copy(update={"case_study": None})
    )
    (entry,) = near_entries(replace(hub, projects=rows))

    assert entry.link == Link("Wobbly Chair Collective, Conwy", "projects/wobbly-chair/")


def test_without_projects_nothing_is_said_of_what_is_near(hub: Hub) -> None:
    rows = [row for view in place_views(replace(hub, projects={})) for row in rows_of(view).values()]

    assert rows
    assert not [row for row in rows if row.near or row.is_lonely]


def test_a_name_of_any_script_has_a_page(hub: Hub) -> None:
    """An address holds letters from a to z alone, whatever the name starts with."""
    index, *letters = place_views(with_places(hub, "Ynys Môn", "ŷ Bala", "'s-Heer", "Łódź", "Αθήνα", "3 Bridges", "X"))

    assert [(link.text, link.address) for link in index.letters] == [
        ("L", "find/places/l/"), ("X", "find/places/x/"), ("Y", "find/places/y/"), ("Other", "find/places/other/"),
    ]  # fmt: skip
    assert list(rows_of(letters[-1])) == ["'s-Heer", "3 Bridges", "Αθήνα"]


def test_a_place_whose_region_is_unknown_is_left_out(hub: Hub) -> None:
    """As in a preview of content with mistakes."""
    places = (hub.places[0]._replace(region="atlantis"), *hub.places[1:])

    assert "Bala, Gwynedd" not in [name for view in place_views(replace(hub, places=places)) for name in rows_of(view)]
