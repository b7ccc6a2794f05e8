"""What all files of a repository hold, before the links between them are checked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ideas_hub.checks.run import RuleResults
from ideas_hub.engine.cache import Cache
from ideas_hub.model.data_files import EvidenceFile, Project, RegionDrawing
from ideas_hub.model.document import DataRow, Document
from ideas_hub.model.entries import CaseStudy
from ideas_hub.model.fields import Figure
from ideas_hub.model.kinds import ALL_KINDS, CASE_STUDIES, PAGE_KINDS
from ideas_hub.model.page import NavLink
from ideas_hub.model.term import GlossaryTerm, Lists
from ideas_hub.model.value_paths import Lines
from ideas_hub.problem import Problem
from ideas_hub.reading import data_files
from ideas_hub.reading.documents import files_of, find_unread_files
from ideas_hub.reading.nav import read_nav
from ideas_hub.repository.file_results import FileResult, ReadingMemo, read_all


@dataclass(frozen=True, slots=True)
class RawContent:
    """The content of all files.

    documents: by kind, in the order of their files; those whose facts can be trusted.
    broken: the results of the others.
    lists, evidence: None if their file cannot be trusted.
    drawing: of the regions; None too if there is no such file.
    rule_results: of the rules for texts, by file.
    """

    documents: Mapping[str, list[Document[Any]]]
    broken: list[FileResult]
    lists: Lists | None
    lists_lines: Lines
    evidence: EvidenceFile | None
    evidence_lines: Lines
    drawing: RegionDrawing | None
    drawing_lines: Lines
    nav: tuple[NavLink, ...]
    projects: list[DataRow[Project]]
    glossary: Mapping[str, GlossaryTerm]
    problems: list[Problem]
    rule_results: Mapping[str, RuleResults]

    def cited_figures(self) -> Iterator[tuple[Document[CaseStudy], Figure]]:
        """Yield the figures of case studies that others may cite, each with its case study."""
        for study in self.documents[CASE_STUDIES.id]:
            yield from ((study, figure) for figure in study.facts.figures if figure.id)


def read_raw_content(root: Path, cache: Cache, memo: ReadingMemo | None = None) -> RawContent:
    """Return what the files of a repository hold, and what is wrong with each by itself.

    memo: results from an earlier call, to be replaced.
    """
    glossary, in_glossary = data_files.read_glossary(root)
    results = read_all(root, files_of(root), glossary, cache, memo)
    lists, lists_lines, in_lists = data_files.read_yaml(root, data_files.LISTS_FILE, Lists)
    evidence, evidence_lines, in_evidence = data_files.read_yaml(root, data_files.EVIDENCE_FILE, EvidenceFile)
    drawing, drawing_lines, in_drawing = data_files.read_yaml(root, data_files.MAP_FILE, RegionDrawing)
    projects, in_projects = data_files.read_projects(root)
    problems = [problem for result in results for problem in result.problems]
    problems += [*find_unread_files(root, ALL_KINDS), *in_lists, *in_evidence, *in_drawing, *in_projects, *in_glossary]
    return RawContent(
        _documents_by_kind(results),
        [result for result in results if not result.document],
        lists or (None if in_lists else Lists()),
        lists_lines,
        evidence or (None if in_evidence else EvidenceFile()),
        evidence_lines,
        drawing,
        drawing_lines,
        read_nav(root),
        projects,
        glossary,
        problems,
        {result.file: result.rule_results for result in results},
    )


def _documents_by_kind(results: list[FileResult]) -> dict[str, list[Document[Any]]]:
    documents: dict[str, list[Document[Any]]] = {kind.id: [] for kind in (*ALL_KINDS, *PAGE_KINDS)}
    for result in results:
        if result.document:
            documents[result.kind.id].append(result.document)
    return documents
