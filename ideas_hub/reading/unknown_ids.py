"""What to tell an editor about an id that nothing has."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ideas_hub.model.row_kinds import PROJECT_ROWS, ROW_KINDS_BY_FILE
from ideas_hub.problem import Problem, excerpt
from ideas_hub.reading.data_files import EVIDENCE_FILE, LISTS_FILE
from ideas_hub.reading.near_words import KnownIds, look_alike

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
NOT_KNOWN = '"{found}" is not {kind} we know.'
RENAMED = '"{found}" was renamed: it is "{new}" now.'
ANOTHER_ALPHABET = 'Type it again: "{letter}" is a letter of another alphabet.'
OR_ANOTHER = 'Or did you mean "{other}"?'
LISTED = "They are listed in {place}."
SEPARATE = "Put a {sign} between two of them: {ids}."
OF_ANOTHER_LIST = 'It is a word for {kind}: "{id}".'
JOINED_BY = r"[;,/|&+]|\band\b"
RULE = "unknown-id"


def not_known(value: str, what: str) -> str:
    """Return the message of an id that nothing of its kind has.  what: the kind, as in SINGULAR."""
    return NOT_KNOWN.format(found=excerpt(value), kind=SINGULAR[what])


def unknown_id(place: Problem, value: str, what: str, known: Mapping[str, KnownIds]) -> Problem:
    """Return what to say of an unknown id.  place: a problem with its file, line and field."""
    new_id = known[what].renamed.get(value, "")
    near = (new_id,) if new_id else known[what].nearest(value)
    message = RENAMED.format(found=excerpt(value), new=new_id) if new_id else not_known(value, what)
    letter = look_alike(value)
    separator = ";" if place.file in ROW_KINDS_BY_FILE else ","
    if several := "" if new_id else _several_in_one(value, known[what], separator):
        return replace(place, message=message, found=excerpt(value), fix=several, rule=RULE)
    fix = (
        *((ANOTHER_ALPHABET.format(letter=letter),) if near and letter else ()),
        *(OR_ANOTHER.format(other=other) for other in near[1:]),
        *((known[what].gone,) if known[what].gone and not new_id else ()),
        *(() if near else _belongs_elsewhere(value, what, known)),
        *(() if near else (LISTED.format(place=LISTED_IN[what]),)),
    )
    return replace(
        place,
        message=message,
        found=excerpt(value),
        allowed=tuple(known[what]),
        nearest=near[0] if near else "",
        fix=" ".join(fix),
        rule=RULE,
    )


def _several_in_one(value: str, known: KnownIds, separator: str) -> str:
    """Return what to write for several ids that another sign joins, "" if it is not that."""
    if known.called(value):
        return ""
    for joined in (JOINED_BY, r"\s"):
        parts = list(filter(None, map(str.strip, re.split(joined, value))))
        ids = [known.called(part) for part in parts]
        if len(parts) > 1 and all(ids):
            name = {",": "comma", ";": "semicolon"}[separator]
            return SEPARATE.format(sign=name, ids=f"{separator} ".join(one[0] for one in ids))
    return ""


def _belongs_elsewhere(value: str, what: str, known: Mapping[str, KnownIds]) -> Iterator[str]:
    """Yield a sentence if the word is known as one of another vocabulary, such as a community among the themes."""
    others = (other for other in TAGS if other != what and other in known)
    if found := next(((other, ids[0]) for other in others if (ids := known[other].called(value))), None):
        yield OF_ANOTHER_LIST.format(kind=SINGULAR[found[0]], id=found[1])
