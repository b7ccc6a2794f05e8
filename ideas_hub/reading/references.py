"""Ids that one file uses of another: which field holds what, and problems for those that are unknown."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from pydantic import BaseModel

from ideas_hub.model.kinds import (
    CASE_STUDIES,
    COMMUNITIES,
    EVENTS,
    EVIDENCE_PAGE,
    HOME_PAGE,
    IDEAS,
    LEARNING_POINTS,
    PROGRAMMES,
    REGIONS,
    SOURCES,
    THEMES,
    TOOLS,
    TRAILS,
)
from ideas_hub.model.row_kinds import ROW_KINDS
from ideas_hub.model.value_paths import ValuePath, field_name, line_of, values_at_path
from ideas_hub.problem import Problem
from ideas_hub.reading.near_words import KnownIds
from ideas_hub.reading.unknown_ids import SINGULAR, unknown_id
from ideas_hub.reading.validation import NOT_A_LIST

TERMS = {"region": "regions", "themes.*": "themes", "communities.*": "communities", "sources.*.source": "sources"}
REFERENCES: dict[str, dict[str, str]] = {
    CASE_STUDIES.id: {
        **TERMS,
        "activities.*": "activities",
        "delivery.*": "delivery",
        "aims.*": "aims",
        "could_we_do_this.cost_band": "cost_bands",
        "did_not_work.*.topic": "topics",
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
    TOOLS.id: TERMS,
    EVENTS.id: {**TERMS, "learned.*": "lessons"},
    TRAILS.id: {
        **TERMS,
        "could_we_do_this.cost_band": "cost_bands",
        "steps.*.rests_on.*.learning_point": "lessons",
        "steps.*.rests_on.*.case_study": "case studies",
        "steps.*.rests_on.*.project": "projects",
        "steps.*.rests_on.*.programme": "programmes",
        "steps.*.rests_on.*.tool": "tools",
    },
    "projects": {
        "region": "regions",
        "themes.*": "themes",
        "communities.*": "communities",
        "case_study": "case studies",
        "source": "sources",
    },
    "organisations": {
        "sector": "sectors",
        "region": "regions",
        "projects.*": "projects",
        "programmes.*": "programmes",
        "source": "sources",
        "more_sources.*": "sources",
    },
    "places": {"region": "regions"},
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
    "lists": {"activities.*.theme": "themes", "sectors.*.theme": "themes"},
    "map": {"shapes.*.region": "regions"},
    HOME_PAGE.id: {"key_figures.*": "figures", "doors.*.trails.*": "trails"},
    EVIDENCE_PAGE.id: {"key_figures.*": "figures"},
}
"""For each kind of content, what the ids in a field belong to.  `*` stands for every item of a list or table."""

IN_ANOTHER_FIELD = "It is the name of {kind}: write {field}: {id}."
THOSE_THAT_FIT = "Write those that fit in brackets: {field}: [...]."
IN_BRACKETS = "Write {field}: [{ids}]."

OF_TABLES = {"places", *(kind.id for kind in ROW_KINDS)}


def find_unknown_ids(
    kind_id: str,
    facts: BaseModel | Mapping[str, object],
    lines: Mapping[ValuePath, int],
    file: str,
    known: Mapping[str, KnownIds],
) -> Iterator[Problem]:
    """Yield a problem for each unknown id in a record.

    facts: a record, or the values of a file that is not valid as one: its ids are checked in the same run.
    known: all ids, by what they belong to; what is not in it could not be read, and is not checked.
    """
    for pattern, what in REFERENCES[kind_id].items():
        if what not in known:
            continue
        for path, value in values_at_path(facts, pattern.split(".")):
            if isinstance(value, str) and value and value not in known[what]:
                problem = unknown_id(place_of(kind_id, path, lines, file), value, what, known)
                yield _in_another_field(problem, kind_id, pattern, known)


def _in_another_field(problem: Problem, kind_id: str, pattern: str, known: Mapping[str, KnownIds]) -> Problem:
    """Return the problem of an unknown id with the field to write it in, if it is an id of what another holds there.

    pattern: of the field that it stands in.
    """
    within = pattern.rpartition(".")[0]
    for other, what in REFERENCES[kind_id].items():
        beside, _, field = other.rpartition(".")
        if within and beside == within and field != "*" and problem.found in known.get(what, ()):
            fix = IN_ANOTHER_FIELD.format(kind=SINGULAR[what], field=field, id=problem.found)
            return replace(problem, nearest="", allowed=(), fix=fix)
    return problem


def place_of(kind_id: str, path: ValuePath, lines: Mapping[ValuePath, int], file: str) -> Problem:
    """Return a problem that says where a value is, and not yet what is wrong with it."""
    field = f"column {path[0]}" if kind_id in OF_TABLES else field_name(path)
    return Problem(file, line_of(path, lines), "", field=field)


def with_ids_in_brackets(
    problem: Problem, kind_id: str, values: Mapping[str, object], known: Mapping[str, KnownIds]
) -> Problem:
    """Return the problem of words that stand where a list of ids is expected with the ids to write, if we know them.

    values: of the file.
    """
    what, words = REFERENCES.get(kind_id, {}).get(f"{problem.field}.*", ""), values.get(problem.field)
    if problem.rule != NOT_A_LIST or what not in known or not isinstance(words, str):
        return problem
    parts = [words] if known[what].called(words) else filter(None, map(str.strip, re.split("[;,]", words)))
    near = [known[what].nearest(part) for part in parts]
    if not all(near):
        return replace(problem, fix=THOSE_THAT_FIT.format(field=problem.field), allowed=tuple(known[what]))
    return replace(problem, fix=IN_BRACKETS.format(field=problem.field, ids=", ".join(ids[0] for ids in near)))
