"""ideas_hub/model/hub.py: all content as one value, with every link readable from both ends."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub, term_ids
from ideas_hub.model.kinds import COMMUNITIES, REGIONS, THEMES
from ideas_hub.model.reading_order import in_reading_order


def ids(documents: Any) -> list[str]:
    return [document.id for document in documents]


def test_entries_are_case_studies_then_learning_points_then_trails_tools_and_programmes_then_events(hub: Hub) -> None:
    """A draft is none of them."""
    assert ids(hub.entries) == [
        *hub.case_studies,
        *hub.learning_points,
        *hub.trails,
        *hub.ideas,
        *hub.tools,
        *hub.programmes,
        *hub.events,
    ]
    assert len(hub.entries) == 16
    assert "bike-bench" not in hub.case_studies


def test_every_document_with_a_text_is_listed_once(hub: Hub) -> None:
    files = [document.file for document in hub.documents]

    assert len(files) == len(set(files))
    assert {"case_studies/soldering.md", "docs/themes/wood-furniture.md", "docs/sources/parts-evaluation.md"} < set(
        files
    )
    assert {"docs/find.md", "docs/about.md"} < set(files)


def test_an_entry_is_found_by_the_address_of_its_page(hub: Hub) -> None:
    """A list, the second page of a list and a prose page are no entry's."""
    assert hub.entry_by_address["programmes/parts-fund/"] is hub.programmes["parts-fund"]
    others = {"", "about/", "case-studies/", "case-studies/page/2/", "themes/wood-furniture/", "404.html"}
    assert not others & hub.entry_by_address.keys()


def test_a_term_lists_the_entries_tagged_with_it(hub: Hub) -> None:
    """In reading order; an entry with several terms must have them all."""
    regions, themes = hub.vocabulary.regions, hub.vocabulary.themes

    assert ids(hub.tagged(regions["north-wales"])) == ["soldering", "gwnio-yn-y-bala", "parts-fund"]
    assert ids(hub.tagged(regions["north-wales"], themes["tools-electrics"])) == ["soldering"]
    assert hub.tagged(regions["mid-wales"]) == ()
    assert hub.tagged(regions["mid-wales"], themes["mending-clothes"]) == ()


def test_an_entry_has_its_terms_in_the_order_its_editor_gave(hub: Hub) -> None:
    """Kind by kind, as asked."""
    assert ids(hub.terms_of(hub.case_studies["mending-van"], COMMUNITIES, THEMES)) == [
        "older-neighbours",
        "newcomers",
        "tools-electrics",
        "mending-clothes",
    ]
    assert ids(hub.terms_of(hub.projects["third-drawer"], REGIONS)) == ["south-wales"]


def test_ids_that_no_term_has_are_left_out(hub: Hub) -> None:
    study = hub.case_studies["soldering"]
    unknown = replace(study, facts=study.facts.model_copy(update={"themes": ("gone", "mending-clothes")}))

    assert ids(hub.terms_of(unknown, THEMES)) == ["mending-clothes"]


@pytest.mark.parametrize(
    ("kind", "entry_id", "basis"),
    [
        ("case_study", "soldering", "stated"),
        ("project", "wobbly-chair", "inferred"),
        ("programme", "parts-fund", "inferred"),
    ],
)
def test_an_entry_lists_the_learning_points_that_it_shows(hub: Hub, kind: str, entry_id: str, basis: str) -> None:
    """A link is written once, in the learning point; the other end is derived."""
    (link,) = hub.links_back.points_shown_by(kind, entry_id)

    assert (link.point.id, link.showing.basis) == ("say-hello", basis)
    assert hub.links_back.points_shown_by(kind, "other") == ()


def test_a_figure_of_a_case_study_wins_over_the_programmes(hub: Hub) -> None:
    """Only figures with an id can be looked up."""
    study = hub.case_studies["toaster-tuesdays"]
    (figure,) = study.facts.figures
    taken = study.facts.model_copy(update={"figures": (figure.model_copy(update={"id": "items-brought"}),)})
    changed = replace(hub, case_studies={study.id: replace(study, facts=taken)})

    assert set(hub.figures) == {*hub.evidence.figures, "swansea-things-mended"}
    assert changed.figures["items-brought"].value == figure.value


def test_a_case_study_finds_its_project(hub: Hub) -> None:
    assert {study: row.id for study, row in hub.project_of_case_study.items()} == {"soldering": "wobbly-chair"}


def test_entries_read_newest_first_then_by_title(hub: Hub) -> None:
    """An update counts as new; titles are compared without regard to capitals."""
    study = hub.case_studies["soldering"]

    def entry(name: str, title: str, published: date, updated: date | None = None) -> Document[Any]:
        facts = study.facts.model_copy(update={"title": title, "published": published, "updated": updated})
        return replace(study, id=name, facts=facts)

    entries = [
        entry("a", "banana", date(2022, 8, 31)),
        entry("b", "Apple", date(2022, 8, 31)),
        entry("c", "Old", date(2020, 1, 1), updated=date(2023, 1, 1)),
        study,
    ]
    assert list(in_reading_order(entries)) == ["soldering", "c", "b", "a"]


def test_an_entry_has_one_region_or_several(hub: Hub) -> None:
    assert term_ids(hub.case_studies["soldering"], "regions") == ("north-wales",)
    assert term_ids(hub.programmes["parts-fund"], "regions") == ("north-wales",)
    assert term_ids(hub.learning_points["say-hello"], "regions") == ()
