"""The facts of each entry that a shortlist sets side by side.

Which entries are on a list only the reader's own device knows.  So each entry has its facts in a small script beside its page, facts.js,
and docs/assets/js/shortlist.js asks for those of the entries it needs; a script also loads from a memory stick.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from ideas_hub import addresses
from ideas_hub.hub import AnyEntry
from ideas_hub.search.chunks import as_json
from ideas_hub.views.entries import EntryView
from ideas_hub.views.page import Fact
from ideas_hub.views.shortlist import ROWS

BOX = {"who": ("Who", "Run by", "From an article by"), "where": ("Where",), "what": ("What", "About"), "for": ("Helps", "For")}
"""The rows of an entry's facts box, by what the comparison calls them; the first that is filled counts."""

COULD_WE = {"cost": ("Cost", "Cost band"), "people": ("People",), "time": ("Time",), "place": ("Place",)}
"""The rows of "Could we do this?"; all that are filled count."""


def fact_files(make_view: Callable[[], EntryView], entry: AnyEntry) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the script that tells an entry's facts as (path, what makes it), at its old addresses too: a shared list may still name those."""
    for entry_id in (entry.id, *entry.facts.redirect_from):
        address = addresses.document(entry.kind, entry_id)
        yield addresses.facts(address), partial(facts_script, make_view, address)


def facts_script(make_view: Callable[[], EntryView], address: str) -> bytes:
    """Return the script that tells an entry's facts to whoever asked for those at an address."""
    view = make_view()
    told = as_json([addresses.key(view.page.address), view.kind_label, view.page.title, compared(view)])
    return f'ideasHub.facts("{addresses.key(address)}",{told});\n'.encode()


def compared(view: EntryView) -> Mapping[str, tuple[str, ...]]:
    """Return what an entry says, by row in the order shown: paragraphs or points; a row it says nothing of is left out."""
    box = {fact.label: said(fact) for fact in view.facts}
    could = {fact.label: said(fact) for fact in view.could_we}
    rows = {
        "about": (view.page.description,),
        **{row: tuple(box[label] for label in labels if label in box)[:1] for row, labels in BOX.items()},
        **{row: tuple(could[label] for label in labels if label in could) for row, labels in COULD_WE.items()},
        "evidence": (view.evidence,) if view.evidence else (),
        "helped": view.worked,
        "hindered": view.did_not_work,
        "steps": view.steps,
    }
    return {row.id: rows[row.id] for row in ROWS if rows[row.id]}


def said(fact: Fact) -> str:
    """Return a row of a facts box as words."""
    return ", ".join(dict.fromkeys(part for part in (fact.text, *(link.text for link in fact.links)) if part))
