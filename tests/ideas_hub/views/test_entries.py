"""One way to the page of an entry, whatever its kind."""

from dataclasses import replace

from ideas_hub.model.hub import Hub
from ideas_hub.views.entries import entry_view
from ideas_hub.views.entry_page import EntryExtras
from ideas_hub.views.page import Link
from ideas_hub.views.similar import SimilarView


def test_every_entry_has_a_page_of_its_kind(hub: Hub) -> None:
    for entry in hub.entries:
        view = entry_view(entry, hub)
        assert (view.kind, view.kind_label) == (entry.kind.id, entry.kind.label)
        assert view.page.address == f"{entry.kind.id}/{entry.id}/"


def test_extras_are_added_to_a_page_and_change_nothing_else(hub: Hub) -> None:
    extras = EntryExtras(similar=(SimilarView(Link("Other", "other/"), "Also here"),), overdue="Long ago.")
    view = entry_view(hub.case_studies["soldering"], hub, extras)

    assert view.extras == extras
    assert replace(view, extras=EntryExtras()) == entry_view(hub.case_studies["soldering"], hub)
