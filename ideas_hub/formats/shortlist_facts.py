"""Scripts with the facts of each entry that the shortlist compares.

Only the reader's browser knows which entries are on the list.  So the facts are in small scripts of about twenty
entries each, and docs/assets/js/shortlist.js loads those it needs: both sides derive a script's number from the key.
They are scripts rather than JSON so that they also load from a file: address.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from ideas_hub.engine.compact import Compact
from ideas_hub.model import addresses
from ideas_hub.model.document import Article
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.sections import DID_NOT_WORK, TAKEAWAYS, TRY_THIS, WORKED
from ideas_hub.search.chunks import compact_json
from ideas_hub.views.entries import entry_view
from ideas_hub.views.entry_page import EntryView
from ideas_hub.views.page import Fact
from ideas_hub.views.shortlist import ROWS, fact_file_count

NO_TEXT = Compact(("", Article()))

FIRST_OF = {"who": ("who",), "where": ("where",), "what": ("what", "topics"), "for": ("for", "audience")}
"""Ids of an entry's facts, by row of the comparison; the first that is present counts."""

ALL_OF = {
    "cost": ("cost", "cost_band"),
    "people": ("people",),
    "time": ("time",),
    "place": ("place",),
    "evidence": ("evidence",),
}
"""Likewise; every one that is present counts."""


def fact_files(hub: Hub) -> Iterator[tuple[str, Mapping[str, AnyEntry], Callable[[], bytes]]]:
    """Yield every script as (path, its entries by key, function that renders it).

    Entries are listed under their old keys too, because a shared list may still use those.
    """
    scripts: list[dict[str, AnyEntry]] = [{} for _ in range(fact_file_count(hub))]
    for entry in hub.entries:
        for entry_id in (entry.id, *entry.facts.redirect_from):
            key = addresses.entry_key(addresses.document(entry.kind, entry_id))
            scripts[fnv_1a(key) % len(scripts)][key] = entry
    for number, entries in enumerate(scripts):
        yield addresses.shortlist_facts(number), entries, partial(_script, entries, hub)


def _script(entries: Mapping[str, AnyEntry], hub: Hub) -> bytes:
    facts = {key: compared_facts(entry, hub) for key, entry in entries.items()}
    return f"ideasHub.facts({compact_json(facts)});\n".encode()


def compared_facts(entry: AnyEntry, hub: Hub) -> tuple[object, ...]:
    """Return what is compared of an entry.  No text of it is read: nothing in the scripts comes from it."""
    view = entry_view(replace(entry, text=NO_TEXT), hub)
    language = (view.language,) if view.language else ()
    own_key = addresses.entry_key(view.page.address)
    return own_key, view.kind_label, view.page.title, comparison_rows(view), *language


def fnv_1a(text: str) -> int:
    """Return the 32-bit FNV-1a hash of a text in UTF-8.

    Source: Fowler, Noll and Vo, https://datatracker.ietf.org/doc/draft-eastlake-fnv.
    """
    digest = 0x811C9DC5
    for byte in text.encode():
        digest = (digest ^ byte) * 0x01000193 & 0xFFFFFFFF
    return digest


def comparison_rows(view: EntryView) -> Mapping[str, tuple[str, ...]]:
    """Return an entry's paragraphs or points by row of the comparison, in the order of `ROWS`, without empty rows."""
    known = {fact.id: fact_text(fact) for fact in view.facts}
    rows = {
        "about": (view.page.description,),
        **{row: tuple(known[fact] for fact in facts if fact in known)[:1] for row, facts in FIRST_OF.items()},
        **{row: tuple(known[fact] for fact in facts if fact in known) for row, facts in ALL_OF.items()},
        "helped": view.rows(WORKED),
        "hindered": tuple(one.what for one in view.rows(DID_NOT_WORK)),
        "steps": view.rows(TRY_THIS) or view.rows(TAKEAWAYS),
    }
    return {row: rows[row] for row, _ in ROWS if rows[row]}


def fact_text(fact: Fact) -> str:
    """Return a row of a facts box as text, without repetitions."""
    return ", ".join(dict.fromkeys(part for part in (fact.text, *(link.text for link in fact.links)) if part))
