"""What the finder can narrow by."""

from __future__ import annotations

from pathlib import Path

from ideas_hub.model.hub import Hub
from ideas_hub.repository.assemble import read_hub
from ideas_hub.views.entries import entry_view
from ideas_hub.views.finder_facets import facets_of, search_facets
from tests.ideas_hub.conftest import FILES

STUDY = "case_studies/walking.md"


def test_only_what_some_entry_has_is_offered(hub: Hub) -> None:
    """No question without a choice, no choice that finds nothing."""
    offered = {(facet.id, value) for facet in search_facets(hub) for value, _ in facet.choices}

    assert offered == {
        (facet, value) for entry in hub.entries for facet, values in facets_of(entry).items() for value in values
    }
    assert all(facet.choices for facet in search_facets(hub))
    assert "evidence" not in {facet.id for facet in search_facets(hub)}


def test_how_at_what_cost_how_we_know_and_whether_it_goes_on_can_be_chosen(tree: Path) -> None:
    """Each in the words of the vocabulary; a sentence of explanation is cut to its name."""
    (tree / STUDY).write_text(
        FILES[STUDY].replace("---\n", "---\nevidence: measured\nstatus: running\n", 1), encoding="utf-8"
    )
    hub = read_hub(tree)[0]
    labels = {facet.id: dict(facet.choices) for facet in search_facets(hub)}
    chosen = facets_of(hub.case_studies["walking"])

    assert {facet: chosen[facet] for facet in ("cost", "delivery", "evidence", "status")} == {
        "cost": ("low",), "delivery": ("in-person",), "evidence": ("measured",), "status": ("running",),
    }  # fmt: skip
    assert labels["cost"] == {"low": "Under £100"}
    assert labels["evidence"] == {"measured": "Measured"}
    assert labels["status"] == {"running": "Running", "ended": "Ended"}


def test_a_cost_band_leads_to_everything_in_it(hub: Hub) -> None:
    """The box "Could we do this?" is a way into the finder."""
    articles = {document.file: document.article for document in hub.documents}
    view = entry_view(hub.case_studies["walking"], hub, articles)

    assert [link.address for fact in view.could_we if fact.label == "Cost band" for link in fact.links] == [
        "find/?cost=low"
    ]


def test_a_closed_programme_counts_as_ended(hub: Hub) -> None:
    """A reader asks whether something still runs, not what a fund calls it."""
    assert facets_of(hub.programmes["fund"])["status"] == ("ended",)
