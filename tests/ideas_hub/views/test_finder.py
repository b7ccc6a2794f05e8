"""The finder's page, and what it can narrow by."""

from dataclasses import replace

from ideas_hub.model.hub import Hub
from ideas_hub.views.finder import facets_of, finder_view, search_facets
from ideas_hub.views.terms import ways_in


def test_the_page_has_the_facets_and_the_same_terms_as_links(hub: Hub) -> None:
    view = finder_view(hub, "search/index.0.js")

    assert (view.page.address, view.index) == ("find/", "search/index.0.js")
    assert (view.ways, view.facets) == (ways_in(hub), search_facets(hub))


def test_only_what_some_entry_has_is_offered(hub: Hub) -> None:
    """No facet without a choice, no choice that finds nothing."""
    offered = {(facet.id, value) for facet in search_facets(hub) for value, _ in facet.choices}

    assert offered == {
        (facet, value) for entry in hub.entries for facet, values in facets_of(entry).items() for value in values
    }
    assert ("theme", "wood-furniture") not in offered
    assert ("kind", "ideas") not in offered


def test_facets_come_in_the_order_shown(hub: Hub) -> None:
    assert [facet.id for facet in search_facets(hub)] == [
        *("theme", "region", "community", "kind", "cost", "delivery", "evidence", "status")
    ]


def test_a_facet_that_no_entry_has_a_value_of_is_left_out(hub: Hub) -> None:
    only_programmes = replace(hub, case_studies={}, learning_points={})

    assert [facet.id for facet in search_facets(only_programmes)] == ["theme", "region", "community", "kind", "status"]


def test_every_facet_of_a_case_study_can_be_chosen(hub: Hub) -> None:
    assert facets_of(hub.case_studies["clock-club"]) == {
        "theme": ("tools-electrics",),
        "region": ("south-wales",),
        "community": ("older-neighbours",),
        "kind": ("case-studies",),
        "cost": ("low",),
        "delivery": ("face-to-face",),
        "evidence": ("own-experience",),
        "status": ("ended",),
    }


def test_choices_are_in_the_words_of_the_vocabulary(hub: Hub) -> None:
    """A sentence of explanation is cut to its name."""
    labels = {facet.id: dict(facet.choices) for facet in search_facets(hub)}

    assert labels["cost"] == {"low": "Under £100", "middle": "£100 to £1,000"}
    assert labels["evidence"] == {"own-experience": "People's own experience", "measured": "Measured"}
    assert labels["status"] == {"running": "Running", "ended": "Ended", "unknown": "Not known"}


def test_a_facet_that_an_entry_does_not_have_is_empty(hub: Hub) -> None:
    facets = facets_of(hub.learning_points["say-hello"])

    assert facets["kind"] == ("learning-points",)
    assert {facets[facet] for facet in ("region", "cost", "delivery", "evidence", "status")} == {()}


def test_a_programme_that_takes_nobody_new_is_not_called_ended_and_an_open_one_runs(hub: Hub) -> None:
    """A reader asks whether something still runs, not what a fund calls it."""
    assert facets_of(hub.programmes["parts-fund"])["status"] == ("unknown",)
    assert facets_of(hub.programmes["skills-days"])["status"] == ("running",)
