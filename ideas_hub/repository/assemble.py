"""Reads a repository's content into a hub, and gathers every problem on the way."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ideas_hub.checks.run import RuleResults
from ideas_hub.engine.cache import Cache
from ideas_hub.model.document import DataRow, Document
from ideas_hub.model.evidence import EvidenceFile
from ideas_hub.model.fields import Figure
from ideas_hub.model.hub import Hub, in_reading_order
from ideas_hub.model.kinds import (
    ALL_KINDS,
    CASE_STUDIES,
    COMMUNITIES,
    HUB_PAGES,
    IDEAS,
    LEARNING_POINTS,
    PROGRAMMES,
    PROSE,
    REGIONS,
    SOURCES,
    THEMES,
    VOCABULARY_KINDS,
)
from ideas_hub.model.project import Project
from ideas_hub.model.term import GlossaryTerm, Lists
from ideas_hub.model.value_paths import Lines, line_of
from ideas_hub.model.vocabulary import Vocabulary, in_label_order
from ideas_hub.problem import Problem, excerpt
from ideas_hub.reading import data_files, references
from ideas_hub.reading.data_files import EVIDENCE_FILE, LISTS_FILE, PROJECTS_FILE
from ideas_hub.reading.documents import NOT_DOCUMENTS, file_names, files_of, find_unread_files
from ideas_hub.repository.file_results import FileResult, ReadingMemo, read_all

NO_LISTS = Lists(activities={}, delivery={}, aims={}, topics={}, audiences={}, cost_bands={})
NO_EVIDENCE = EvidenceFile(subjects={}, figures={})


@dataclass(frozen=True, slots=True)
class _Read:
    """What the files held, before the links between them are checked.

    broken: documents whose facts cannot be trusted.  lists, evidence: None when not to be trusted.
    """

    documents: Mapping[str, list[Document[Any]]]
    broken: list[FileResult]
    lists: Lists | None
    lists_lines: Lines
    evidence: EvidenceFile | None
    evidence_lines: Lines
    projects: list[DataRow[Project]]
    glossary: Mapping[str, GlossaryTerm]
    problems: list[Problem]
    found: Mapping[str, RuleResults]


@dataclass(frozen=True, slots=True)
class Assembled:
    """All content.

    broken: what files gave whose facts cannot be trusted.  problems: that keep content from being published, in file and
    line order.  found: by the rules for texts, by file.
    """

    hub: Hub
    broken: list[FileResult]
    problems: list[Problem]
    found: Mapping[str, RuleResults]


def read_hub(root: Path) -> tuple[Hub, list[Problem]]:
    """Return the hub of all content that can be trusted, and every problem that keeps content from it, in file and line order."""
    gathered = assemble(root, Cache(None))
    return gathered.hub, gathered.problems


def assemble(root: Path, cache: Cache, shelf: ReadingMemo | None = None) -> Assembled:
    """Return all content that can be trusted, and what is wrong with each file by itself and with the links between them.

    With a problem that must be mended the hub lacks the entries concerned: good enough to preview, not to publish.
    shelf: what this process has read before.
    """
    read = _read(root, cache, shelf)
    documents = read.documents
    published = {kind.id: [d for d in documents[kind.id] if not getattr(d.facts, "draft", False)] for kind in ALL_KINDS}
    hub = Hub(
        vocabulary=Vocabulary(
            in_label_order(documents[THEMES.id]),
            in_label_order(documents[REGIONS.id]),
            in_label_order(documents[COMMUNITIES.id]),
            read.lists or NO_LISTS,
        ),
        case_studies=in_reading_order(published[CASE_STUDIES.id]),
        learning_points=in_reading_order(published[LEARNING_POINTS.id]),
        programmes=in_reading_order(published[PROGRAMMES.id]),
        ideas=in_reading_order(published[IDEAS.id]),
        projects={row.id: row for row in read.projects},
        evidence=read.evidence or NO_EVIDENCE,
        sources={d.id: d for d in documents[SOURCES.id]},
        glossary=read.glossary,
        pages={page.file: page for page in documents[HUB_PAGES.id]},
        prose={page.file: page for page in documents[PROSE.id]},
    )
    problems = [
        *read.problems,
        *_repeated_ids(documents, read.projects),
        *_repeated_figures(read),
        *_unknown_ids(read, _known_ids(root, read)),
        *_unfounded(documents[LEARNING_POINTS.id]),
        *_missing_pictures(root, read.broken),
    ]
    return Assembled(hub, read.broken, sorted(problems, key=Problem.sort_key), read.found)


def _read(root: Path, cache: Cache, shelf: ReadingMemo | None) -> _Read:
    glossary, of_glossary = data_files.read_glossary(root)
    readings = read_all(root, files_of(root), glossary, cache, shelf)
    documents: dict[str, list[Document[Any]]] = {kind.id: [] for kind in (*ALL_KINDS, HUB_PAGES, PROSE)}
    for reading in readings:
        if reading.document:
            documents[reading.kind.id].append(reading.document)
    lists, lists_lines, of_lists = data_files.read_lists(root)
    evidence, evidence_lines, of_evidence = data_files.read_evidence(root)
    projects, of_projects = data_files.read_projects(root)
    problems = [problem for reading in readings for problem in reading.problems]
    problems += [*find_unread_files(root, ALL_KINDS), *of_lists, *of_evidence, *of_projects, *of_glossary]
    broken = [reading for reading in readings if not reading.document]
    found = {reading.file: reading.found for reading in readings}
    return _Read(documents, broken, lists, lists_lines, evidence, evidence_lines, projects, glossary, problems, found)


def _ids_in_folder(root: Path, folder: str) -> list[str]:
    """Return the ids that files have, those with mistakes included: one mistake should not be told twice."""
    return [
        name.removesuffix(".md")
        for name in file_names(root / folder)
        if name.endswith(".md") and name not in NOT_DOCUMENTS
    ]


def _unknown_ids(read: _Read, known: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    for kind in ALL_KINDS:
        for document in read.documents[kind.id]:
            yield from references.find_unknown_ids(kind.id, document.facts, document.lines, document.file, known)
    for reading in read.broken:
        if reading.kind in ALL_KINDS:
            yield from references.find_unknown_ids(
                reading.kind.id, reading.parsed.values, reading.parsed.lines, reading.file, known
            )
    for row in read.projects:
        yield from references.find_unknown_ids("projects", row.facts, row.lines, PROJECTS_FILE, known)
    if read.evidence:
        yield from references.find_unknown_ids("evidence", read.evidence, read.evidence_lines, EVIDENCE_FILE, known)
    if read.lists:
        yield from references.find_unknown_ids("lists", read.lists, read.lists_lines, LISTS_FILE, known)


def _known_ids(root: Path, read: _Read) -> dict[str, Collection[str]]:
    """Return the ids there are, by what they are of; a file that could not be read as a whole leaves its own out."""
    known: dict[str, Collection[str]] = {
        kind.plural: dict.fromkeys(_ids_in_folder(root, kind.folder)) for kind in ALL_KINDS
    }
    if read.lists:
        known |= {name: tuple(getattr(read.lists, name)) for name in Lists.model_fields}
    if read.evidence:
        known["subjects"] = tuple(read.evidence.subjects)
        if not any(problem.file.startswith(f"{CASE_STUDIES.folder}/") for problem in read.problems):
            known["figures"] = (
                *read.evidence.figures,
                *(str(figure.id) for _, figure in _cited_figures(read.documents)),
            )
    if not any(problem.file == PROJECTS_FILE for problem in read.problems):
        known["projects"] = tuple(row.id for row in read.projects)
    return known


def _cited_figures(documents: Mapping[str, list[Document[Any]]]) -> Iterator[tuple[Document[Any], Figure]]:
    """Yield the figures of single case studies that others may cite, each with its case study."""
    for study in documents[CASE_STUDIES.id]:
        yield from ((study, figure) for figure in study.facts.figures if figure.id)


def _repeated_figures(read: _Read) -> Iterator[Problem]:
    """A figure stands in one place, so that its pages cannot disagree."""
    first = dict.fromkeys(read.evidence.figures if read.evidence else (), EVIDENCE_FILE)
    for study, figure in _cited_figures(read.documents):
        other = first.setdefault(str(figure.id), study.file)
        if other != study.file:
            line = next((study.lines[path] for path in study.lines if path[-1:] == ("id",) and path[0] == "figures"), 1)
            yield Problem(
                study.file,
                line,
                f'"{figure.id}" is already the id of a figure in {other}.',
                field="figures",
                found=str(figure.id),
                rule="repeated-id",
                fix="Keep the figure in one of the two files.",
            )


def _repeated_ids(documents: Mapping[str, list[Document[Any]]], projects: list[DataRow[Any]]) -> Iterator[Problem]:
    """Terms share the addresses below /find/, so an id is a theme, a region or a community; a project has one row."""
    first: dict[str, Document[Any]] = {}
    for kind in VOCABULARY_KINDS:
        for term in documents[kind.id]:
            if (other := first.setdefault(term.id, term)) is not term:
                yield Problem(
                    term.file,
                    0,
                    f'"{term.id}" is already the name of {other.file}.',
                    found=term.id,
                    rule="repeated-id",
                    fix="Give one of the two files another name.",
                )
    counted = Counter(row.id for row in projects)
    for row in projects:
        if counted[row.id] > 1:
            yield Problem(
                PROJECTS_FILE,
                row.lines[("id",)],
                f'"{row.id}" is the id of {counted[row.id]} rows.',
                field="column id",
                found=row.id,
                rule="repeated-id",
                fix="Give each row its own id.",
            )


def _missing_pictures(root: Path, broken: Iterable[FileResult]) -> Iterator[Problem]:
    """Name the missing picture of an entry whose other facts have mistakes too: all of them should be told at once."""
    for reading in broken:
        image = reading.parsed.values.get("image")
        name = image.get("file") if isinstance(image, dict) else None
        if isinstance(name, str) and not (root / reading.kind.folder / "images" / name).is_file():
            yield Problem(
                reading.file,
                line_of(("image", "file"), reading.parsed.lines),
                f'the picture "{excerpt(name)}" is not there.',
                field="image.file",
                found=excerpt(name),
                rule="missing-picture",
                fix=f"Put the file in {reading.kind.folder}/images, or write its name as it is there.",
            )


def _unfounded(points: Iterable[Document[Any]]) -> Iterator[Problem]:
    for point in points:
        for index, showing in enumerate(point.facts.evidenced_by):
            named = [name for name in ("case_study", "project", "programme") if getattr(showing, name)]
            if len(named) != 1:
                yield Problem(
                    point.file,
                    line_of(("evidenced_by", index), point.lines),
                    "it names no entry, or more than one.",
                    field=f"evidenced_by[{index + 1}]",
                    rule="unfounded",
                    fix="Name one case_study, project or programme; leave the item out when there is none.",
                )
