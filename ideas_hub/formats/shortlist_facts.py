"""Scripts with the facts of each entry that the shortlist compares.

Only the reader's browser knows which entries are on the list.  So the facts are in small scripts of about twenty
entries each, and docs/assets/js/shortlist.js loads those it needs: both sides derive a script's number from the key.
They are scripts rather than JSON so that they also load from a file: address.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ideas_hub.engine.compact import Compact
from ideas_hub.model import addresses
from ideas_hub.model.document import Article
from ideas_hub.model.hub import Hub
from ideas_hub.model.sections import COULD_WE_DO_THIS, DID_NOT_WORK, EVIDENCE, TAKEAWAYS, TRY_THIS, WORKED
from ideas_hub.search.chunks import compact_json
from ideas_hub.views.entries import entry_view
from ideas_hub.views.entry_page import EntryView
from ideas_hub.views.page import Fact
from ideas_hub.views.shortlist import ROWS, fact_file_count

NO_TEXT = Compact(("", Article()))

BOX = {"who": ("who",), "where": ("where",), "what": ("what", "topics"), "for": ("for", "audience")}
"""Ids in an entry's facts box, by row of the comparison; the first that is present counts."""

COULD_WE = {"cost": ("cost", "cost_band"), "people": ("people",), "time": ("time",), "place": ("place",)}
"""Ids in "Could we do this?", likewise; every one that is present counts."""


def fact_files(hub: Hub) -> Iterator[tuple[str, bytes]]:
    """Yield every script as (path, content).

    Entries are listed under their old keys too, because a shared list may still use those.
    No text of an entry is read: nothing in the scripts comes from it.
    """
    scripts: list[dict[str, object]] = [{} for _ in range(fact_file_count(hub))]
    for entry in hub.entries:
        view = entry_view(replace(entry, text=NO_TEXT), hub)
        own_key, language = addresses.entry_key(view.page.address), (view.language,) if view.language else ()
        facts = (own_key, view.kind_label, view.page.title, comparison_rows(view), *language)
        for entry_id in (entry.id, *entry.facts.redirect_from):
            key = addresses.entry_key(addresses.document(entry.kind, entry_id))
            scripts[fnv_1a(key) % len(scripts)][key] = facts
    yield from (
        (addresses.shortlist_facts(number), f"ideasHub.facts({compact_json(facts)});\n".encode())
        for number, facts in enumerate(scripts)
    )


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
    box = {fact.id: fact_text(fact) for fact in view.facts}
    could = {fact.id: fact_text(fact) for fact in view.rows(COULD_WE_DO_THIS)}
    rows = {
        "about": (view.page.description,),
        **{row: tuple(box[fact] for fact in facts if fact in box)[:1] for row, facts in BOX.items()},
        **{row: tuple(could[fact] for fact in facts if fact in could) for row, facts in COULD_WE.items()},
        "evidence": view.rows(EVIDENCE),
        "helped": view.rows(WORKED),
        "hindered": view.rows(DID_NOT_WORK),
        "steps": view.rows(TRY_THIS) or view.rows(TAKEAWAYS),
    }
    return {row: rows[row] for row, _ in ROWS if rows[row]}


def fact_text(fact: Fact) -> str:
    """Return a row of a facts box as text, without repetitions."""
    return ", ".join(dict.fromkeys(part for part in (fact.text, *(link.text for link in fact.links)) if part))
