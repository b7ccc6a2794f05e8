"""Ids that one file uses of another: which field holds what, and problems for those that are unknown."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from pydantic import BaseModel

from ideas_hub.model.kinds import (
    CASE_STUDIES,
    COMMUNITIES,
    HOME_PAGE,
    IDEAS,
    LEARNING_POINTS,
    PROGRAMMES,
    REGIONS,
    SOURCES,
    THEMES,
)
from ideas_hub.model.value_paths import ValuePath, field_name, line_of
from ideas_hub.problem import Problem, nearest
from ideas_hub.reading.data_files import EVIDENCE_FILE, LISTS_FILE, PROJECTS_FILE

TERMS = {"region": "regions", "themes.*": "themes", "communities.*": "communities", "sources.*.source": "sources"}
REFERENCES: dict[str, dict[str, str]] = {
    CASE_STUDIES.id: {
        **TERMS,
        "activities.*": "activities",
        "delivery.*": "delivery",
        "aims.*": "aims",
        "could_we_do_this.cost_band": "cost_bands",
        "figures.*.source": "sources",
    },
    LEARNING_POINTS.id: {
        **TERMS,
        "audience.*": "audiences",
        "topics.*": "topics",
        "figures.*": "figures",
        "evidenced_by.*.case_study": "case studies",
        "evidenced_by.*.project": "projects",
        "evidenced_by.*.programme": "programmes",
    },
    PROGRAMMES.id: {
        **TERMS,
        "regions.*": "regions",
        "part_of": "programmes",
        "related.*.programme": "programmes",
        "amounts.*.source": "sources",
        "figures.*": "figures",
    },
    IDEAS.id: {**TERMS, "regions.*": "regions", "programmes.*": "programmes", "figures.*": "figures"},
    "projects": {
        "region": "regions",
        "themes.*": "themes",
        "communities.*": "communities",
        "case_study": "case studies",
        "source": "sources",
    },
    "evidence": {
        "figures.*.subject": "subjects",
        "figures.*.source": "sources",
        "figures.*.project": "projects",
        "charts.*.subject": "subjects",
        "charts.*.figures.*": "figures",
    },
    THEMES.id: {"broader": "themes"},
    REGIONS.id: {"broader": "regions"},
    COMMUNITIES.id: {"broader": "communities"},
    SOURCES.id: {},
    "lists": {"activities.*.theme": "themes"},
    "map": {"shapes.*.region": "regions"},
    HOME_PAGE.id: {"key_figures.*": "figures"},
}
"""For each kind of content, what the ids in a field belong to.  `*` stands for every item of a list or table."""

ID = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")  # malformed ids are already reported by the model
LISTED_IN = {
    "regions": "docs/regions",
    "themes": "docs/themes",
    "communities": "docs/communities",
    "sources": "docs/sources",
    "case studies": "case_studies",
    "programmes": "docs/programmes",
    "projects": PROJECTS_FILE,
    "figures": EVIDENCE_FILE,
    "subjects": EVIDENCE_FILE,
} | dict.fromkeys(("activities", "delivery", "aims", "topics", "audiences", "cost_bands"), LISTS_FILE)
SINGULAR = {
    "activities": "an activity",
    "delivery": "a way of delivery",
    "aims": "an aim",
    "topics": "a topic",
    "audiences": "an audience",
    "cost_bands": "a cost band",
    "regions": "a region",
    "themes": "a theme",
    "communities": "a community",
    "sources": "a source",
    "case studies": "a case study",
    "programmes": "a programme",
    "projects": "a project",
    "figures": "a figure",
    "subjects": "a subject",
}


def find_unknown_ids(
    kind_id: str,
    facts: BaseModel | Mapping[str, object],
    lines: Mapping[ValuePath, int],
    file: str,
    known: Mapping[str, Collection[str]],
) -> Iterator[Problem]:
    """Yield a problem for each unknown id in a record.

    facts: a record, or the values of a file that is not valid as one: its ids are checked in the same run.
    known: all ids, by what they belong to; what is not in it could not be read, and is not checked.
    """
    for pattern, what in REFERENCES[kind_id].items():
        if what not in known:
            continue
        for path, value in values_at_path(facts, pattern.split(".")):
            if isinstance(value, str) and value not in known[what] and ID.fullmatch(value):
                allowed = tuple(known[what])
                near = nearest(str(value), allowed)
                yield Problem(
                    file,
                    line_of(path, lines),
                    f'"{value}" is not {SINGULAR[what]} we know.',
                    rule="unknown-id",
                    found=str(value),
                    field=f"column {path[0]}" if kind_id == "projects" else field_name(path),
                    allowed=allowed,
                    nearest=near,
                    fix="" if near else f"They are listed in {LISTED_IN[what]}.",
                )


def values_at_path(value: object, steps: Iterable[str]) -> list[tuple[ValuePath, object]]:
    """Return every value at a path of field names, with the value's own path.

    steps: field names, or `*` for every item; a field that is missing or None contributes nothing.
    """
    found: list[tuple[ValuePath, object]] = [((), value)]
    for step in steps:
        found = [((*path, key), inner) for path, outer in found for key, inner in _one_step_in(outer, step)]
    return found


def _one_step_in(value: object, step: str) -> Iterable[tuple[str | int, object]]:
    if step != "*":
        # not getattr(): it is slow for fields that a pydantic model does not have
        inner = (value if isinstance(value, dict) else getattr(value, "__dict__", {})).get(step)
        return () if inner is None else ((step, inner),)
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, (tuple, list)) else ()
