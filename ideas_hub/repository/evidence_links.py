"""Evidence names one entry; where a source states it, in a section that names the project."""

from collections.abc import Collection, Iterator, Mapping

from ideas_hub.model.entries import NamesEntry
from ideas_hub.model.kinds import CASE_STUDIES, LEARNING_POINTS, PROGRAMMES, TRAILS
from ideas_hub.model.value_paths import field_name, line_of, values_at_path
from ideas_hub.problem import Problem
from ideas_hub.repository.raw_content import RawContent

ITEMS = {LEARNING_POINTS.id: "evidenced_by.*", TRAILS.id: "steps.*.rests_on.*"}
"""Where each kind has its evidence, as a path of `values_at_path`."""


def find_unfounded(raw: RawContent) -> Iterator[Problem]:
    """Yield a problem for each item of evidence that names no entry, or more than one."""
    for kind, pattern in ITEMS.items():
        for document in raw.documents[kind]:
            for path, item in values_at_path(document.facts, pattern.split(".")):
                if isinstance(item, NamesEntry) and len(list(item.entries())) != 1:
                    *some, last = item.kinds
                    yield Problem(
                        document.file,
                        line_of(path, document.lines),
                        "it names no entry, or more than one.",
                        field=field_name(path),
                        rule="unfounded",
                        fix=f"Name one {', '.join(some)} or {last}; leave the item out when there is none.",
                    )


def find_unnamed_sections(raw: RawContent) -> Iterator[Problem]:
    """Yield a problem for each stated link whose section is missing, or not among those that the other end cites.

    What cites no section tells its own story, and needs none.
    """
    cited = _cited_sections(raw)
    for point in raw.documents[LEARNING_POINTS.id]:
        for index, showing in enumerate(point.facts.evidenced_by):
            for kind, entry_id in showing.entries() if showing.basis == "stated" else ():
                sections = cited.get((kind, entry_id), ())
                if sections and showing.section not in sections:
                    section = showing.section
                    gap = f'{entry_id} cites no section "{section}"' if section else "it names no section"
                    yield Problem(
                        point.file,
                        line_of(("evidenced_by", index, "section"), point.lines),
                        f"it is marked as stated, but {gap}.",
                        field=f"evidenced_by[{index + 1}].section",
                        found=section or "",
                        allowed=tuple(sections),
                        fix="Name the section in which the source says so, or write basis: inferred.",
                        rule="stated-where",
                    )


def _cited_sections(raw: RawContent) -> Mapping[tuple[str, str], Collection[str]]:
    """Return the sections that each entry cites, by kind and id as a learning point names it."""
    cited = {("project", row.id): dict.fromkeys(row.facts.sections) for row in reversed(raw.projects)}
    for kind in (CASE_STUDIES, PROGRAMMES):
        for entry in raw.documents[kind.id]:
            cited[kind.name_in_facts, entry.id] = dict.fromkeys(
                one.section for one in entry.facts.sources if one.section
            )
    for row in raw.projects:
        study = ("case_study", row.facts.case_study or "")
        if study in cited:  # one that was taken down is not
            cited[study].update(dict.fromkeys(row.facts.sections))
    return cited
