"""What a plain count over the published data gives for each choice of the finder."""

import json
from collections.abc import Iterable
from pathlib import Path

Choice = tuple[str, str]
Entry = dict[str, set[str]]

KINDS = ("case-studies", "learning-points", "programmes")
ONGOING = {"open": "running", "closed": "unknown", "completed": "ended"}


def read_entries(site: Path) -> list[Entry]:
    """Return every entry with its values by facet, read from the data that anyone can download."""
    found = []
    for kind in KINDS:
        for row in json.loads((site / f"data/{kind}.json").read_text(encoding="utf-8")):
            status = row.get("status", "")
            could = row.get("could_we_do_this", {})
            found.append(
                {
                    "theme": set(row.get("themes", ())),
                    "region": {row["region"]} if "region" in row else set(row.get("regions", ())),
                    "community": set(row.get("communities", ())),
                    "kind": {kind},
                    "cost": {could["cost_band"]} if "cost_band" in could else set(),
                    "delivery": set(row.get("delivery", ())),
                    "evidence": {row["evidence"]} if "evidence" in row else set(),
                    "status": {ONGOING.get(status, status)} - {""},
                }
            )
    return found


def counted(entries: Iterable[Entry], chosen: Iterable[Choice]) -> int:
    """Count the entries with these choices: values of one facet are OR, facets are AND."""
    wanted: dict[str, set[str]] = {}
    for facet, value in chosen:
        wanted.setdefault(facet, set()).add(value)
    return sum(all(entry[facet] & values for facet, values in wanted.items()) for entry in entries)


def count_of(entries: list[Entry], chosen: tuple[Choice, ...], choice: Choice) -> int:
    """Count what a choice would give alone in its facet, with all other facets applied."""
    return counted(entries, [*(other for other in chosen if other[0] != choice[0]), choice])
