"""The finder's page, and what it can narrow by."""

from dataclasses import replace

from ideas_hub.model.hub import Hub
from ideas_hub.search.build import Facet, SearchFiles
from ideas_hub.views.facets import search_facets
from ideas_hub.views.finder import finder_view
from ideas_hub.views.found import search_records
from ideas_hub.views.terms import ways_in

SEARCH = SearchFiles({}, "search/index.0.js", (Facet("theme", "Themes", (("wood", "Wood"),)),))


def test_the_page_has_the_facets_and_the_same_terms_as_links(hub: Hub) -> None:
    view = finder_view(hub, SEARCH)

    assert (view.page.address, view.index) == ("find/", "search/index.0.js")
    assert (view.ways, view.facets) == (ways_in(hub), SEARCH.facets)


def test_what_a_reader_can_save_is_an_entry(hub: Hub) -> None:
    assert finder_view(hub, SEARCH).saved == "case-studies learning-points trails programmes ideas tools events"


def test_only_what_something_has_is_offered(hub: Hub) -> None:
    """No facet without a choice, no choice that finds nothing."""
    records = search_records(hub)
    offered = {(facet.id, value) for facet in search_facets(hub, records) for value, _ in facet.choices}

    assert offered == {
        (facet, value) for record in records for facet, values in record.facets.items() for value in values
    }
    assert ("kind", "ideas") not in offered


def test_a_facet_that_nothing_has_a_value_of_is_left_out(hub: Hub) -> None:
    only_programmes = replace(hub, case_studies={}, learning_points={})
    facets = [facet.id for facet in search_facets(only_programmes, search_records(only_programmes))]

    assert facets == ["theme", "region", "community", "kind", "sector", "role", "status", "year"]
