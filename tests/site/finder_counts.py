"""What a plain count over the published data gives for each choice of the finder."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

Choice = tuple[str, str]
Entry = dict[str, set[str]]

KINDS = ("case-studies", "learning-points", "trails", "programmes", "tools", "events")
ONGOING = {"open": "running", "closed": "unknown", "completed": "ended"}
FACETS = {"themes": "theme", "regions": "region", "communities": "community"}
NAMES = (
    "theme",
    "region",
    "community",
    "sector",
    "with",
    "role",
    "cost",
    "delivery",
    "evidence",
    "status",
    "tells",
    "year",
)

NARROWER = re.compile("find/(?!places/$)|organisations/(sector|role|partners/.)|evidence/.")
"""Lists that show part of what another does: the finder gives them itself."""


def read_entries(site: Path) -> list[Entry]:
    """Return everything that can be found with its values by facet: from the data that anyone can download.

    What that has not, words and sources and the hub's own pages, is counted on the pages and has no facet but its kind.
    """
    tables = {name: read_table(site, name) for name in (*KINDS, "projects", "organisations", "terms", "evidence")}
    known = {row["address"] for table in tables.values() for row in table}
    pages = re.findall(r"<loc>https://hub\.example/ideas-hub/([^<]+)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    own = [page for page in pages if page not in known and not NARROWER.match(page)]
    words = re.findall(r'<div id="', (site / "glossary/index.html").read_text("utf-8"))
    sources = re.findall(r'<section class="source"', (site / "sources/index.html").read_text("utf-8"))
    figures = [row for row in tables["evidence"] if row["address"].startswith("evidence/")]
    counts = {"pages": own, "words": words, "sources": sources, "figures": figures}
    return [
        *(of_entry(kind, row) for kind in KINDS for row in tables[kind]),
        *(values(kind="projects", **terms_of(row)) for row in tables["projects"]),
        *(of_organisation(row, tables["organisations"]) for row in tables["organisations"]),
        *(values(kind=row["kind"], **{FACETS[row["kind"]]: {row["id"]}}) for row in tables["terms"]),
        *(values(kind=kind) for kind, some in counts.items() for _ in some),
    ]


def read_table(site: Path, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((site / f"data/{name}.json").read_text(encoding="utf-8"))
    return rows


def of_entry(kind: str, row: Mapping[str, Any]) -> Entry:
    status = row.get("status", "")
    band = row.get("could_we_do_this", {}).get("cost_band", "unknown" if kind == "case-studies" else "")
    return values(
        kind=kind,
        **terms_of(row),
        cost={band},
        delivery=set(row.get("delivery", ())),
        evidence={row.get("evidence", "")},
        status={ONGOING.get(status, status)},
        tells={"did-not-work"} if row.get("did_not_work") or row.get("kind") == "barrier" else set(),
        year={row.get("source_date", row["published"])[:4]},
    )


def of_organisation(row: Mapping[str, Any], every: Iterable[Mapping[str, Any]]) -> Entry:
    sectors = {other["id"]: other.get("sector", "") for other in every}
    return values(
        kind="organisations",
        **terms_of(row),
        sector={row.get("sector", "")},
        role=set(row.get("roles", ())),
        **{"with": {sectors[other] for other in row.get("worked_with", ())}},
    )


def terms_of(row: Mapping[str, Any]) -> dict[str, set[str]]:
    return {
        "theme": set(row.get("themes", ())),
        "region": {row["region"]} if "region" in row else set(row.get("regions", ())),
        "community": set(row.get("communities", ())),
    }


def values(kind: str, **facets: set[str]) -> Entry:
    """Return the values by facet, for every facet."""
    return {"kind": {kind}} | {name: facets.get(name, set()) - {""} for name in NAMES}


def counted(entries: Iterable[Entry], chosen: Iterable[Choice]) -> int:
    """Count the entries with these choices: values of one facet are OR, facets are AND."""
    wanted: dict[str, set[str]] = {}
    for facet, value in chosen:
        wanted.setdefault(facet, set()).add(value)
    return sum(all(entry[facet] & values for facet, values in wanted.items()) for entry in entries)


def count_of(entries: list[Entry], chosen: tuple[Choice, ...], choice: Choice) -> int:
    """Count what a choice would give alone in its facet, with all other facets applied."""
    return counted(entries, [*(other for other in chosen if other[0] != choice[0]), choice])
