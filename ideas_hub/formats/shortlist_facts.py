"""The facts of each entry that a shortlist sets side by side.

Which entries are on a list only the reader's own device knows.  So the facts stand in small scripts, each with those of some twenty
entries, and docs/assets/js/shortlist.js asks for the ones it needs: an entry's key tells the number of its script, to both sides
alike.  A script also loads from a memory stick.
"""

from collections.abc import Iterator, Mapping

from ideas_hub.model import addresses
from ideas_hub.model.document import Article
from ideas_hub.model.hub import Hub
from ideas_hub.search.chunks import compact_json
from ideas_hub.views.entries import EntryView, entry_view
from ideas_hub.views.page import Fact
from ideas_hub.views.shortlist import ROWS, fact_file_count

NO_TEXT = Article()

BOX = {
    "who": ("Who", "Run by", "From an article by"),
    "where": ("Where",),
    "what": ("What", "About"),
    "for": ("Helps", "For"),
}
"""The rows of an entry's facts box, by what the comparison calls them; the first that is filled counts."""

COULD_WE = {"cost": ("Cost", "Cost band"), "people": ("People",), "time": ("Time",), "place": ("Place",)}
"""The rows of "Could we do this?"; all that are filled count."""


def fact_files(hub: Hub) -> Iterator[tuple[str, bytes]]:
    """Yield every script as (path, content).  An entry is told by its old keys too: a shared list may still name those.

    Nothing in them comes from an entry's text, so none is opened.
    """
    told: list[dict[str, object]] = [{} for _ in range(fact_file_count(hub))]
    for entry in hub.entries:
        view = entry_view(entry, hub, {entry.file: NO_TEXT})
        facts = (addresses.entry_key(view.page.address), view.kind_label, view.page.title, compared(view))
        for entry_id in (entry.id, *entry.facts.redirect_from):
            key = addresses.entry_key(addresses.document(entry.kind, entry_id))
            told[fnv_1a(key) % len(told)][key] = facts
    yield from (
        (addresses.shortlist_facts(number), f"ideasHub.facts({compact_json(facts)});\n".encode())
        for number, facts in enumerate(told)
    )


def fnv_1a(text: str) -> int:
    """Return the hash FNV-1a of a text in UTF-8, 32 bits.  Source: Fowler, Noll and Vo, https://datatracker.ietf.org/doc/draft-eastlake-fnv."""
    digest = 0x811C9DC5
    for byte in text.encode():
        digest = (digest ^ byte) * 0x01000193 & 0xFFFFFFFF
    return digest


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
