"""Reads a repository's content into a hub, and gathers every problem on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ideas_hub import reader, references
from ideas_hub.explain import line_of
from ideas_hub.hub import Hub, in_reading_order
from ideas_hub.kinds import ALL_KINDS, CASE_STUDIES, COMMUNITIES, IDEAS, LEARNING_POINTS, PROGRAMMES, REGIONS, SOURCES, THEMES, VOCABULARY_KINDS
from ideas_hub.model.term import Lists
from ideas_hub.problem import Problem
from ideas_hub.reader import EVIDENCE_FILE, LISTS_FILE, PROJECTS_FILE, Document, Row
from ideas_hub.vocabulary import Vocabulary, in_label_order

NO_LISTS = Lists(activities={}, delivery={}, aims={}, topics={}, audiences={}, cost_bands={})


def read_hub(root: Path) -> tuple[Hub, list[Problem]]:
    """Return the hub of all content that can be trusted, and every problem of every file, in file and line order.

    With a problem that must be mended the hub lacks the entries concerned: good enough to preview, not to publish.
    """
    documents: dict[str, list[Document[Any]]] = {}
    problems: list[Problem] = []
    for kind in ALL_KINDS:
        documents[kind.id], found = reader.read_documents(root, kind)
        problems += found
    lists, found = reader.read_lists(root)
    problems += found
    evidence, evidence_lines, found = reader.read_evidence(root)
    problems += found
    projects, found = reader.read_projects(root)
    problems += found
    glossary, found = reader.read_glossary(root)
    problems += found
    pages, found = reader.read_pages(root)
    problems += found
    published = {kind.id: [d for d in documents[kind.id] if not getattr(d.facts, "draft", False)] for kind in ALL_KINDS}
    hub = Hub(
        vocabulary=Vocabulary(in_label_order(documents[THEMES.id]), in_label_order(documents[REGIONS.id]),
                              in_label_order(documents[COMMUNITIES.id]), lists or NO_LISTS),
        case_studies=in_reading_order(published[CASE_STUDIES.id]),
        learning_points=in_reading_order(published[LEARNING_POINTS.id]),
        programmes=in_reading_order(published[PROGRAMMES.id]),
        ideas=in_reading_order(published[IDEAS.id]),
        projects={row.id: row for row in projects},
        evidence=evidence,
        sources={d.id: d for d in documents[SOURCES.id]},
        glossary=glossary, pages=pages,
    )
    problems += _repeated_ids(documents, projects)
    problems += _unknown_ids(root, hub, documents, projects, evidence_lines, lists is not None)
    problems += _unfounded(documents[LEARNING_POINTS.id])
    return hub, sorted(problems, key=Problem.sort_key)


def _ids_in_folder(root: Path, folder: str) -> list[str]:
    """Return the ids that files have, those with mistakes included: one mistake should not be told twice."""
    return sorted(path.stem for path in (root / folder).glob("*.md") if path.name not in {"index.md", "README.md"})


def _unknown_ids(root: Path, hub: Hub, documents: Mapping[str, list[Document[Any]]], projects: Iterable[Row[Any]],
                 evidence_lines: Mapping[Any, int], lists_read: bool) -> Iterator[Problem]:  # noqa: FBT001
    known: dict[str, Any] = {kind.plural: _ids_in_folder(root, kind.folder) for kind in ALL_KINDS}
    lists = hub.vocabulary.lists
    known |= {name: tuple(getattr(lists, name)) for name in Lists.model_fields}
    known |= {"projects": tuple(hub.projects), "figures": tuple(hub.evidence.figures), "subjects": tuple(hub.evidence.subjects)}
    for kind in ALL_KINDS:
        for document in documents[kind.id]:
            for problem in references.check(kind.id, document.facts, document.lines, document.file, known):
                if lists_read or problem.rule != "unknown-id" or not problem.mend.endswith(f"{LISTS_FILE}."):
                    yield problem
    for row in projects:
        yield from references.check("projects", row.facts, row.lines, PROJECTS_FILE, known)
    yield from references.check("evidence", hub.evidence, dict(evidence_lines), EVIDENCE_FILE, known)
    yield from references.check("lists", lists, {}, LISTS_FILE, known)


def _repeated_ids(documents: Mapping[str, list[Document[Any]]], projects: list[Row[Any]]) -> Iterator[Problem]:
    """Terms share the addresses below /find/, so an id is a theme, a region or a community; a project has one row."""
    first: dict[str, Document[Any]] = {}
    for kind in VOCABULARY_KINDS:
        for term in documents[kind.id]:
            if (other := first.setdefault(term.id, term)) is not term:
                yield Problem(term.file, 0, f'"{term.id}" is already the name of {other.file}.', found=term.id, rule="repeated-id",
                              mend="Give one of the two files another name.")
    counted = Counter(row.id for row in projects)
    for row in projects:
        if counted[row.id] > 1:
            yield Problem(PROJECTS_FILE, row.lines[("id",)], f'"{row.id}" is the id of {counted[row.id]} rows.', field="column id",
                          found=row.id, rule="repeated-id", mend="Give each row its own id.")


def _unfounded(points: Iterable[Document[Any]]) -> Iterator[Problem]:
    for point in points:
        for index, showing in enumerate(point.facts.evidenced_by):
            named = [name for name in ("case_study", "project", "programme") if getattr(showing, name)]
            if len(named) != 1:
                yield Problem(point.file, line_of(("evidenced_by", index), point.lines), "it names no entry, or more than one.",
                              field=f"evidenced_by[{index + 1}]", rule="unfounded",
                              mend="Name one case_study, project or programme; leave the item out when there is none.")
