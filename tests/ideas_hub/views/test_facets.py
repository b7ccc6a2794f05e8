"""What each thing has of the facets, and in which words they are offered."""

from collections.abc import Mapping
from dataclasses import replace

from ideas_hub.model.hub import Hub
from ideas_hub.views.facets import (
    KINDS,
    NO_COST,
    facets_of_entry,
    facets_of_organisation,
    facets_of_project,
    facets_of_term,
    search_facets,
)
from ideas_hub.views.found import search_records


def labels_of(hub: Hub) -> Mapping[str, Mapping[str, str]]:
    """Return the label of each choice that is offered, by facet."""
    return {facet.id: dict(facet.choices) for facet in search_facets(hub, search_records(hub))}


def test_facets_come_in_the_order_shown_each_with_one_name(hub: Hub) -> None:
    assert [(facet.id, facet.label) for facet in search_facets(hub, search_records(hub))] == [
        ("theme", "Themes"),
        ("region", "Regions"),
        ("community", "Communities"),
        ("kind", "Type of page"),
        ("sector", "Sector of the organisation"),
        ("with", "Worked with"),
        ("role", "Role"),
        ("cost", "What it cost"),
        ("delivery", "In person or online"),
        ("evidence", "How we know"),
        ("status", "Is it still running?"),
        ("tells", "What did not work"),
        ("year", "Year of the source"),
    ]


def test_every_facet_of_a_case_study_can_be_chosen(hub: Hub) -> None:
    assert facets_of_entry(hub.case_studies["clock-club"], hub) == {
        "theme": ("tools-electrics",),
        "region": ("south-wales",),
        "community": ("older-neighbours",),
        "kind": ("case-studies",),
        "cost": ("low",),
        "delivery": ("face-to-face",),
        "evidence": ("own-experience",),
        "status": ("ended",),
        "tells": ("did-not-work",),
        "year": ("2020",),
    }


def test_a_case_study_that_says_no_cost_is_found_as_that(hub: Hub) -> None:
    """Of other kinds nobody expects a cost."""
    without = {study.id for study in hub.case_studies.values() if not study.facts.could_we_do_this}

    assert without
    assert {facets_of_entry(hub.case_studies[study], hub)["cost"] for study in without} == {(NO_COST,)}
    assert facets_of_entry(hub.learning_points["say-hello"], hub)["cost"] == ()


def test_only_an_entry_that_says_what_did_not_work_is_found_as_one(hub: Hub) -> None:
    """So is a learning point about what gets in the way: the page of what did not work lists both."""
    saying = {entry.id for entry in hub.entries if facets_of_entry(entry, hub)["tells"]}

    assert {"clock-club", "keep-enough-fixers"} <= saying
    assert {"soldering", "say-hello"} & saying == set()


def test_the_year_is_that_of_the_source_or_else_of_the_page(hub: Hub) -> None:
    """An older story from a new source is as old as what it rests on."""
    study = hub.case_studies["soldering"]
    unsourced = replace(study, facts=study.facts.model_copy(update={"sources": ()}))

    assert facets_of_entry(study, hub)["year"] == ("2025",)
    assert facets_of_entry(unsourced, hub)["year"] == ("2026",)


def test_years_are_offered_the_newest_first(hub: Hub) -> None:
    years = list(labels_of(hub)["year"])

    assert years == sorted(years, reverse=True)
    assert len(years) > 1


def test_a_facet_that_an_entry_does_not_have_is_empty(hub: Hub) -> None:
    facets = facets_of_entry(hub.learning_points["say-hello"], hub)

    assert facets["kind"] == ("learning-points",)
    assert {facets[facet] for facet in ("region", "cost", "delivery", "evidence", "status", "tells")} == {()}


def test_a_programme_that_takes_nobody_new_is_not_called_ended_and_an_open_one_runs(hub: Hub) -> None:
    """A reader asks whether something still runs, not what a fund calls it."""
    assert facets_of_entry(hub.programmes["parts-fund"], hub)["status"] == ("unknown",)
    assert facets_of_entry(hub.programmes["skills-days"], hub)["status"] == ("running",)


def test_a_project_has_the_facets_of_its_terms(hub: Hub) -> None:
    assert facets_of_project(hub.projects["wobbly-chair"]) == {
        "theme": ("tools-electrics", "mending-clothes"),
        "region": ("north-wales",),
        "community": ("newcomers",),
        "kind": ("projects",),
    }


def test_the_page_of_a_term_is_found_by_that_term(hub: Hub) -> None:
    """One that no entry has yet too."""
    assert facets_of_term(hub.vocabulary.themes["wood-furniture"]) == {
        "theme": ("wood-furniture",),
        "kind": ("themes",),
    }


def test_choices_are_in_the_words_of_the_vocabulary(hub: Hub) -> None:
    """A sentence of explanation is cut to its name."""
    labels = labels_of(hub)

    assert labels["cost"] == {"low": "Under £100", "middle": "£100 to £1,000", NO_COST: "Cost not known"}
    assert labels["evidence"] == {"own-experience": "People's own experience", "measured": "Measured"}
    assert labels["status"] == {"running": "Running", "ended": "Ended", "unknown": "Not known"}
    assert labels["tells"] == {"did-not-work": "Says what did not work"}


def test_types_of_page_are_offered_entries_first_and_the_hub_itself_last(hub: Hub) -> None:
    kinds = list(labels_of(hub)["kind"])

    assert kinds == [kind for kind in KINDS if kind != "ideas"]
    assert (kinds[0], kinds[-1]) == ("case-studies", "pages")


def test_choices_stand_in_the_order_of_their_labels_whoever_has_them(hub: Hub) -> None:
    records = search_records(hub)

    assert search_facets(hub, records[::-1]) == search_facets(hub, records)
    assert [value for value, _ in search_facets(hub, records)[0].choices] == list(hub.vocabulary.themes)


def test_an_organisation_is_found_by_sector_by_role_and_by_the_sectors_that_it_worked_with(hub: Hub) -> None:
    """So the arts groups that worked with surgeries in one region are three choices."""
    assert facets_of_organisation(hub.organisations["second-slice"], hub) == {
        "theme": (),
        "region": ("north-wales",),
        "community": (),
        "kind": ("organisations",),
        "sector": ("bakers",),
        "with": ("tailors", "menders"),
        "role": ("led", "partner"),
    }


def test_a_hub_without_organisations_offers_no_sectors(hub: Hub) -> None:
    assert not {"sector", "with", "role"} & labels_of(replace(hub, organisations={})).keys()
