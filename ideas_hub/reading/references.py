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
from ideas_hub.model.row_kinds import PROJECT_ROWS, ROW_KINDS, ROW_KINDS_BY_FILE
from ideas_hub.model.value_paths import ValuePath, field_name, line_of, values_at_path
from ideas_hub.problem import Problem, excerpt
from ideas_hub.reading.data_files import EVIDENCE_FILE, LISTS_FILE
from ideas_hub.reading.near_words import KnownIds, look_alike
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

LISTED_IN = {
    "regions": "docs/regions",
    "themes": "docs/themes",
    "communities": "docs/communities",
    "sources": "docs/sources",
    "case studies": "case_studies",
    "lessons": "docs/learning-points",
    "programmes": "docs/programmes",
    "tools": "docs/tools",
    "trails": "docs/trails",
    "projects": PROJECT_ROWS.file,
    "figures": EVIDENCE_FILE,
    "subjects": EVIDENCE_FILE,
} | dict.fromkeys(("activities", "delivery", "aims", "topics", "audiences", "cost_bands", "sectors"), LISTS_FILE)
OF_TABLES = {"places", *(kind.id for kind in ROW_KINDS)}
TAGS = ("themes", "communities", "activities", "regions")
"""The vocabularies whose words are taken for each other's."""

SINGULAR = {
    "activities": "an activity",
    "delivery": "a way of delivery",
    "aims": "an aim",
    "topics": "a topic",
    "audiences": "an audience",
    "cost_bands": "a cost band",
    "sectors": "a sector",
    "regions": "a region",
    "themes": "a theme",
    "communities": "a community",
    "sources": "a source",
    "case studies": "a case study",
    "lessons": "a lesson",
    "programmes": "a programme",
    "tools": "a tool",
    "trails": "a trail",
    "projects": "a project",
    "organisations": "an organisation",
    "figures": "a figure",
    "subjects": "a subject",
}


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
                yield _unknown_id(place_of(kind_id, path, lines, file), value, what, known)


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
        fix = f"Write those that fit in brackets: {problem.field}: [...]."
        return replace(problem, fix=fix, allowed=tuple(known[what]))
    return replace(problem, fix=f"Write {problem.field}: [{', '.join(ids[0] for ids in near)}].")


def not_known(value: str, what: str) -> str:
    """Return the message of an id that nothing of its kind has.  what: the kind, as in SINGULAR."""
    return f'"{excerpt(value)}" is not {SINGULAR[what]} we know.'


def _unknown_id(place: Problem, value: str, what: str, known: Mapping[str, KnownIds]) -> Problem:
    """Return what to say of an unknown id.  place: a problem with its file, line and field."""
    new_id = known[what].renamed.get(value, "")
    near = (new_id,) if new_id else known[what].nearest(value)
    message = f'"{excerpt(value)}" was renamed: it is "{new_id}" now.' if new_id else not_known(value, what)
    letter = look_alike(value)
    separator = ";" if place.file in ROW_KINDS_BY_FILE else ","
    if several := "" if new_id else _several_in_one(value, known[what], separator):
        return replace(place, message=message, found=excerpt(value), fix=several, rule="unknown-id")
    fix = (
        *((f'Type it again: "{letter}" is a letter of another alphabet.',) if near and letter else ()),
        *(f'Or did you mean "{other}"?' for other in near[1:]),
        *((known[what].gone,) if known[what].gone and not new_id else ()),
        *(() if near else _belongs_elsewhere(value, what, known)),
        *(() if near else (f"They are listed in {LISTED_IN[what]}.",)),
    )
    return replace(
        place,
        message=message,
        found=excerpt(value),
        allowed=tuple(known[what]),
        nearest=near[0] if near else "",
        fix=" ".join(fix),
        rule="unknown-id",
    )


def _several_in_one(value: str, known: KnownIds, separator: str) -> str:
    """Return what to write for several ids that another sign joins, "" if it is not that."""
    if known.called(value):
        return ""
    for joined in (r"[;,/|&+]|\band\b", r"\s"):
        parts = list(filter(None, map(str.strip, re.split(joined, value))))
        ids = [known.called(part) for part in parts]
        if len(parts) > 1 and all(ids):
            name = {",": "comma", ";": "semicolon"}[separator]
            return f"Put a {name} between two of them: {f'{separator} '.join(one[0] for one in ids)}."
    return ""


def _belongs_elsewhere(value: str, what: str, known: Mapping[str, KnownIds]) -> Iterator[str]:
    """Yield a sentence if the word is known as one of another vocabulary, such as a community among the themes."""
    others = (other for other in TAGS if other != what and other in known)
    if found := next(((other, ids[0]) for other in others if (ids := known[other].called(value))), None):
        yield f'It is a word for {SINGULAR[found[0]]}: "{found[1]}".'
