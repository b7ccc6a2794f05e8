"""What all files of a repository hold, before the links between them are checked.

What one file gives depends only on its name, its bytes and the glossary, so it is cached by their digest, and many
files are read in parallel.  What files say of each other is checked later, in `consistency`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from ideas_hub.checks.checked_file import checked_page, glossary_forms
from ideas_hub.checks.run import RuleResults, apply_text_rules
from ideas_hub.engine.cache import Cache
from ideas_hub.engine.key import make_key
from ideas_hub.engine.parallel import map_cached
from ideas_hub.model.contact import Contact
from ideas_hub.model.data_files import EvidenceFile, Project, RegionDrawing
from ideas_hub.model.document import DataRow, Document, FileLink
from ideas_hub.model.entries import CaseStudy
from ideas_hub.model.fields import Withdrawn
from ideas_hub.model.figure import Figure
from ideas_hub.model.kinds import ALL_KINDS, CASE_STUDIES, PAGE_KINDS, Kind
from ideas_hub.model.organisation import Organisation
from ideas_hub.model.page import NavLink
from ideas_hub.model.place import Place
from ideas_hub.model.row_kinds import ORGANISATION_ROWS, PROJECT_ROWS, ROW_KINDS
from ideas_hub.model.term import GlossaryTerm, Lists
from ideas_hub.model.value_paths import Lines
from ideas_hub.problem import Problem
from ideas_hub.reading import data_files
from ideas_hub.reading.documents import document_of, files_of, find_unread_files, parse_file
from ideas_hub.reading.files import find_obstacle, is_there, list_files, read_file
from ideas_hub.reading.front_matter import Parsed
from ideas_hub.reading.glossary_links import GlossaryMatcher
from ideas_hub.reading.places import PLACES_FILE, read_places
from ideas_hub.reading.rows import AnyRow, read_rows, rows_with
from ideas_hub.reading.settings_file import read_settings_file
from ideas_hub.reading.uses import Use, Users, users_of, uses_of
from ideas_hub.repository.contact import contact_of

FOLDERS, FILES = ("case_studies", "docs", "overrides"), ("mkdocs.yml", "published.csv")
"""All that a build takes from a repository."""

Glossary = tuple[GlossaryMatcher, frozenset[str]]


class FileResult(NamedTuple):
    """What one file gave.

    document: None when its facts cannot be trusted; `parsed` then holds its values, unchecked.
    links: of its text, as in an Article.
    problems: those that keep it from being published.
    rule_results: of the rules for texts.
    uses: of the document's facts.
    """

    file: str
    kind: Kind
    document: Document[Any] | None
    parsed: Parsed
    links: tuple[FileLink, ...]
    problems: tuple[Problem, ...]
    rule_results: RuleResults
    uses: tuple[Use, ...]


Job: TypeAlias = tuple[Mapping[str, object], Callable[[], Any]]
"""What determines a result, and the function that gives it (see `map_cached`)."""

ReadingMemo: TypeAlias = dict[tuple[str, bytes, bytes], FileResult]
"""The results of the last load, for the preview: they need not be taken from the cache at every change.

By file, with the digests of its bytes and of the glossary's words.
"""


@dataclass(frozen=True, slots=True)
class RawContent:
    """The content of all files.

    documents: by kind, in the order of their files; those whose facts can be trusted.
    withdrawn: what is left of entries that were taken down.
    broken: the results of the others.
    lists, evidence: None if their file cannot be trusted.
    drawing: of the regions; None too if there is no such file.
    rows: of each kind, in the order of its table.
    places: by line.
    rule_results: of the rules for texts, by file.
    users: the files whose facts can be trusted, by what these use.
    """

    documents: Mapping[str, list[Document[Any]]]
    withdrawn: list[Document[Withdrawn]]
    broken: list[FileResult]
    lists: Lists | None
    lists_lines: Lines
    evidence: EvidenceFile | None
    evidence_lines: Lines
    drawing: RegionDrawing | None
    drawing_lines: Lines
    nav: tuple[NavLink, ...]
    contact: Contact
    rows: Mapping[str, list[AnyRow]]
    places: Mapping[int, Place]
    glossary: Mapping[str, GlossaryTerm]
    problems: list[Problem]
    rule_results: Mapping[str, RuleResults]
    users: Users

    @property
    def projects(self) -> list[DataRow[Project]]:
        """The projects, but for those taken down."""
        return rows_with(Project, self.rows[PROJECT_ROWS.id])

    @property
    def organisations(self) -> list[DataRow[Organisation]]:
        """The organisations, but for those taken down."""
        return rows_with(Organisation, self.rows[ORGANISATION_ROWS.id])

    def cited_figures(self) -> Iterator[tuple[Document[CaseStudy], Figure]]:
        """Yield the figures of case studies that others may cite, each with its case study."""
        for study in self.documents[CASE_STUDIES.id]:
            yield from ((study, figure) for figure in study.facts.figures if figure.id)


def read_raw_content(root: Path, cache: Cache, memo: ReadingMemo | None = None) -> RawContent:
    """Return what the files of a repository hold, and what is wrong with each by itself.

    memo: results from an earlier call, to be replaced.
    """
    glossary, in_glossary = data_files.read_glossary(root)
    nav, contact, in_settings = _read_settings(root)
    results, data = read_all(root, files_of(root), glossary, cache, memo)
    lists, lists_lines, in_lists = data[data_files.LISTS_FILE]
    evidence, evidence_lines, in_evidence = data[data_files.EVIDENCE_FILE]
    drawing, drawing_lines, _ = data[data_files.MAP_FILE]
    return RawContent(
        _documents_by_kind(results),
        [one.document for one in results if one.document and isinstance(one.document.facts, Withdrawn)],
        [result for result in results if not result.document],
        lists or (None if in_lists else Lists()),
        lists_lines,
        evidence or (None if in_evidence else EvidenceFile()),
        evidence_lines,
        drawing,
        drawing_lines,
        nav,
        contact,
        {kind.id: data[kind.file][0] for kind in ROW_KINDS},
        data.get(PLACES_FILE, ({}, []))[0],
        glossary,
        _all_problems(root, results, in_settings, in_glossary, *(problems for *_, problems in data.values())),
        {result.file: result.rule_results for result in results},
        users_of((result.file, result.uses) for result in results),
    )


def _data_jobs(root: Path) -> dict[str, Job]:
    """Return a job for each data file but the glossary, which texts depend on, by file."""
    readers: dict[str, Callable[[], object]] = {
        data_files.LISTS_FILE: partial(data_files.read_yaml, root, data_files.LISTS_FILE, Lists),
        data_files.EVIDENCE_FILE: partial(data_files.read_yaml, root, data_files.EVIDENCE_FILE, EvidenceFile),
        data_files.MAP_FILE: partial(data_files.read_yaml, root, data_files.MAP_FILE, RegionDrawing),
        **{kind.file: partial(read_rows, root, kind) for kind in ROW_KINDS},
        **({PLACES_FILE: partial(read_places, root)} if is_there(root, PLACES_FILE) else {}),
    }
    return {file: ({"data": file, "content": _content(root, file)}, reader) for file, reader in readers.items()}


def _content(root: Path, file: str) -> bytes | Problem | None:
    return read_file(root, file) if is_there(root, file) else None


def _read_settings(root: Path) -> tuple[tuple[NavLink, ...], Contact, list[Problem]]:
    settings, problems = read_settings_file(root)
    contact, in_contact = contact_of(settings)
    return settings.nav, contact, [*problems, *in_contact]


def _all_problems(root: Path, results: list[FileResult], *in_data: list[Problem]) -> list[Problem]:
    """Return each problem once: what is no ordinary file is named by whoever reads it, too."""
    return list(dict.fromkeys(chain(_in_files(root, results), *in_data)))


def _in_files(root: Path, results: list[FileResult]) -> Iterator[Problem]:
    """Yield each problem of a page, and one for whatever is no ordinary file where a build might open or follow it."""
    for folder in FOLDERS:
        yield from list_files(root, folder).problems
    yield from filter(None, (find_obstacle(root, file) for file in FILES))
    yield from (problem for result in results for problem in result.problems)
    yield from find_unread_files(root, ALL_KINDS)


def _documents_by_kind(results: list[FileResult]) -> dict[str, list[Document[Any]]]:
    by_kind: dict[str, list[Document[Any]]] = {kind.id: [] for kind in (*ALL_KINDS, *PAGE_KINDS)}
    for one in results:
        if one.document and not isinstance(one.document.facts, Withdrawn):
            by_kind[one.kind.id].append(one.document)
    return by_kind


def read_all(
    root: Path,
    files: Mapping[str, Kind],
    glossary: Mapping[str, GlossaryTerm],
    cache: Cache,
    memo: ReadingMemo | None = None,
) -> tuple[list[FileResult], dict[str, Any]]:
    """Return the result of each text, in the order of `files`, and by file what each data file holds, problems last.

    memo: results of texts from an earlier call; they are replaced by those of this one.
    """
    matcher, forms = GlossaryMatcher(glossary), glossary_forms(glossary)
    words_digest = make_key(linked=matcher.digest, forms=sorted(forms))
    jobs: dict[tuple[str, bytes, bytes], Job] = {}
    for file, kind in files.items():
        content = read_file(root, file)
        digest = sha256(content if isinstance(content, bytes) else repr(content).encode()).digest()
        parts = {"file": file, "kind": kind.id, "text": digest, "glossary": words_digest}
        jobs[file, digest, words_digest] = parts, partial(_file_result, kind, file, content, digest, (matcher, forms))
    known = {key: memo[key] for key in jobs if key in memo} if memo else {}
    missing = {key: job for key, job in jobs.items() if key not in known}
    data = _data_jobs(root)
    found = map_cached("reading", [*data.values(), *missing.values()], cache)
    known |= zip(missing, found[len(data) :], strict=True)
    if memo is not None:
        memo.clear()
        memo.update(known)
    return [known[key] for key in jobs], dict(zip(data, found[: len(data)], strict=True))


def _file_result(kind: Kind, file: str, content: bytes | Problem, digest: bytes, words: Glossary) -> FileResult:
    matcher, forms = words
    opened = parse_file(kind, file, content)
    document, article, problems = document_of(opened, matcher, digest)
    rule_results = apply_text_rules(checked_page(opened, forms))
    parsed = Parsed() if document else opened.parsed
    problems = [*opened.problems, *problems]
    uses = uses_of(kind.id, document.facts) if document else ()
    return FileResult(file, kind, document, parsed, article.links, tuple(problems), rule_results, uses)
