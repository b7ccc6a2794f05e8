"""Files become documents: every problem of every file in one run, and never a traceback."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from ideas_hub import text_file
from ideas_hub.explain import explain
from ideas_hub.front_matter import Lines, Parsed, parse_page, parse_yaml
from ideas_hub.kinds import ALL_KINDS, HUB_PAGE_FILES, HUB_PAGES, Kind
from ideas_hub.model.evidence import EvidenceFile
from ideas_hub.model.project import Project
from ideas_hub.model.term import GlossaryTerm, Lists
from ideas_hub.problem import Problem, excerpt, nearest

R = TypeVar("R", bound=BaseModel)
R_co = TypeVar("R_co", bound=BaseModel, covariant=True)

PROJECTS_FILE = "docs/projects/projects.csv"
EVIDENCE_FILE = "docs/evidence.yml"
LISTS_FILE = "docs/vocabulary.yml"
GLOSSARY_FILE = "docs/glossary.yml"
FILE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.md")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
SEVERAL = ";"
OTHER_TEXTS = {".markdown", ".txt", ".doc", ".docx", ".odt", ".rtf", ".html", ".md"}
UNREADABLE = {"encoding", "file-size", "symbolic-link", "unreadable", "merge-conflict"}
"""Rules of problems after which a file's text tells nothing more that is true."""


@dataclass(frozen=True, slots=True)
class Document(Generic[R_co]):
    """One document: its checked facts, its text, and the line of every value.

    id: the file's name without `.md`.  file: path from the repository's root.  body_line: the line of the body's start.
    """

    kind: Kind
    id: str
    file: str
    facts: R_co
    body: str
    body_line: int
    lines: Lines


@dataclass(frozen=True, slots=True)
class Row(Generic[R_co]):
    """One record of a data file (a CSV row, a YAML entry), with the file and the lines it came from."""

    id: str
    file: str
    facts: R_co
    lines: Lines


def read_documents(root: Path, kind: Kind) -> tuple[list[Document[Any]], list[Problem]]:
    """Return the documents in a kind's folder, in order of id, and every problem found in its files.

    `index.md` is a page of the hub, not a document.
    """
    documents: list[Document[Any]] = []
    problems = _other_texts(root, kind)
    for path in sorted((root / kind.folder).glob("*.md")):
        if path.name == "index.md" or (kind.folder == "case_studies" and path.name == "README.md"):
            continue
        document, found = read_document(path, f"{kind.folder}/{path.name}", kind)
        problems += found
        if document:
            documents.append(document)
    return documents, problems


def _other_texts(root: Path, kind: Kind) -> list[Problem]:
    """Name the texts that would be left out because their names do not end in `.md`."""
    return [
        Problem(
            f"{kind.folder}/{path.name}",
            0,
            "the file is not read, because its name does not end in .md.",
            found=path.name,
            rule="file-name",
            mend="Save it as plain text with a name such as walking-together.md.",
        )
        for path in sorted((root / kind.folder).glob("*"))
        if path.suffix.casefold() in OTHER_TEXTS and path.suffix != ".md"
    ]


def read_document(path: Path, file: str, kind: Kind) -> tuple[Document[Any] | None, list[Problem]]:
    """Return one document, or None when its facts cannot be trusted, and its problems."""
    text, problems = text_file.read(path, file)
    if not FILE_NAME.fullmatch(path.name):
        problems.append(
            Problem(
                file,
                0,
                "the file's name becomes the page's address and needs plain lower-case words.",
                found=path.name,
                rule="file-name",
                mend="Rename it to lower-case words joined by hyphens, such as walking-together.md.",
            )
        )
    if any(problem.rule in UNREADABLE for problem in problems):
        return None, problems
    parsed = parse_page(text, file)
    facts, found = check(parsed, kind.record, file)
    problems += found
    if facts is None:
        return None, problems
    return Document(kind, path.stem, file, facts, parsed.body, parsed.body_line, parsed.lines), problems


def values_of(path: Path, file: str) -> Parsed:
    """Return what a file says, unchecked: for one whose facts made no record."""
    text, problems = text_file.read(path, file)
    return Parsed() if any(problem.rule in UNREADABLE for problem in problems) else parse_page(text, file)


def check(parsed: Parsed, record: type[R], file: str) -> tuple[R | None, list[Problem]]:
    """Return the record that the values make, or None, and what is wrong with them."""
    problems = list(parsed.problems)
    if problems and not parsed.values:
        return None, problems
    try:
        return record.model_validate(parsed.values), problems
    except ValidationError as error:
        return None, [*problems, *explain(error, record, parsed.values, parsed.lines, file)]


def read_pages(root: Path) -> tuple[dict[str, Document[Any]], list[Problem]]:
    """Return the hub's own pages by file, and every problem found in them; a page that is not there is a problem."""
    pages, problems = {}, []
    for file in HUB_PAGE_FILES:
        document, found = read_document(root / file, file, HUB_PAGES)
        problems += found
        if document:
            pages[file] = document
    return pages, problems


def read_prose(root: Path) -> tuple[dict[str, Document[Any]], list[Problem]]:
    """Return the pages that are text alone, by file: every Markdown file below docs/ that is nothing else."""
    folders = {kind.folder for kind in ALL_KINDS}
    pages, problems = {}, []
    for path in sorted((root / "docs").rglob("*.md")):
        file = path.relative_to(root).as_posix()
        if file in HUB_PAGE_FILES or path.parent.relative_to(root).as_posix() in folders:
            continue
        document, found = read_document(path, file, HUB_PAGES)
        problems += found
        if document:
            pages[file] = document
    return pages, problems


def read_yaml(root: Path, file: str, record: type[R]) -> tuple[R | None, Lines, list[Problem]]:
    """Return a YAML file as one record, the lines of its values, and its problems."""
    text, problems = text_file.read(root / file, file)
    if any(problem.rule in UNREADABLE for problem in problems):
        return None, {}, problems
    parsed = parse_yaml(text, file)
    facts, found = check(parsed, record, file)
    return facts, parsed.lines, [*problems, *found]


def read_lists(root: Path) -> tuple[Lists | None, Lines, list[Problem]]:
    """Return the small closed lists, their lines, and the problems of their file."""
    return read_yaml(root, LISTS_FILE, Lists)


def read_evidence(root: Path) -> tuple[EvidenceFile | None, Lines, list[Problem]]:
    """Return the figures of the whole programme, their lines, and the problems of their file."""
    return read_yaml(root, EVIDENCE_FILE, EvidenceFile)


def read_glossary(root: Path) -> tuple[dict[str, GlossaryTerm], list[Problem]]:
    """Return the words with their meanings, in the file's order, and the problems of the file."""
    text, problems = text_file.read(root / GLOSSARY_FILE, GLOSSARY_FILE)
    if any(problem.rule in UNREADABLE for problem in problems):
        return {}, problems
    parsed = parse_yaml(text, GLOSSARY_FILE)
    problems += parsed.problems
    words: dict[str, GlossaryTerm] = {}
    for word, values in parsed.values.items():
        try:
            words[word] = GlossaryTerm.model_validate(values)
        except ValidationError as error:
            lines = {path[1:]: line for path, line in parsed.lines.items() if path and path[0] == word}
            problems += explain(error, GlossaryTerm, values if isinstance(values, dict) else {}, lines, GLOSSARY_FILE)
    return words, problems


def read_projects(root: Path) -> tuple[list[Row[Project]], list[Problem]]:
    """Return the projects, a row each in the file's order, and every problem, named by row and column."""
    text, problems = text_file.read(root / PROJECTS_FILE, PROJECTS_FILE)
    if any(problem.rule in UNREADABLE for problem in problems):
        return [], problems
    reader = csv.reader(io.StringIO(text), strict=True)
    rows: list[Row[Project]] = []
    try:
        header = next(reader, [])
        if wrong := _header_problems(header):
            return [], [*problems, *wrong]
        start = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):  # a spreadsheet may save empty rows below the last
                row, found = _project_row(cells, header, start)
                problems += found
                rows += [row] if row else []
            start = reader.line_num + 1
    except csv.Error as error:
        problems.append(
            Problem(
                PROJECTS_FILE,
                reader.line_num,
                f"the row cannot be read ({error}).",
                rule="csv",
                mend="Check its quotation marks: a quote inside a cell is written twice.",
            )
        )
    return rows, problems


def _header_problems(header: list[str]) -> list[Problem]:
    known = tuple(Project.model_fields)
    unknown = [
        Problem(
            PROJECTS_FILE,
            1,
            f'"{name}" is not a column we know.',
            field="header",
            found=name,
            allowed=known,
            nearest=nearest(name, known),
            rule="unknown-column",
        )
        for name in header
        if name not in known
    ]
    missing = [
        Problem(
            PROJECTS_FILE,
            1,
            f'the column "{name}" is missing.',
            field="header",
            rule="missing-column",
            mend=f"Add a column with the heading {name}.",
        )
        for name, info in Project.model_fields.items()
        if info.is_required() and name not in header
    ]
    repeated = [
        Problem(
            PROJECTS_FILE,
            1,
            f'the column "{name}" is there twice.',
            field="header",
            found=name,
            rule="repeated-column",
            mend="Keep one of the two.",
        )
        for name, times in Counter(header).items()
        if times > 1 and name in known
    ]
    return [*unknown, *missing, *repeated]


def _project_row(cells: list[str], header: list[str], line: int) -> tuple[Row[Project] | None, list[Problem]]:
    problems = [
        Problem(
            PROJECTS_FILE,
            line,
            f'the cell starts with "{cell[:1]}", which a spreadsheet takes for a formula.',
            field=f"column {name}",
            found=excerpt(cell),
            mend="Put a word or a space before it.",
            rule="formula",
        )
        for name, cell in zip(header, cells, strict=False)
        if cell.startswith(FORMULA_STARTS)
    ]
    if len(cells) != len(header):
        problems.append(
            Problem(
                PROJECTS_FILE,
                line,
                f"the row has {len(cells)} cells; there are {len(header)} columns.",
                rule="row-length",
                mend="Check the commas: a cell with a comma in it stands in quotes.",
            )
        )
        return None, problems
    values = {name: _cell(name, cell.strip()) for name, cell in zip(header, cells, strict=True) if cell.strip()}
    lines: Lines = {(name,): line for name in header}
    try:
        return Row(str(values.get("id", "")), PROJECTS_FILE, Project.model_validate(values), lines), problems
    except ValidationError as error:
        return None, [*problems, *(_in_column(problem) for problem in explain(error, Project, values, lines, PROJECTS_FILE))]


def _in_column(problem: Problem) -> Problem:
    mend = "Write it in this row's cell." if problem.rule == "missing" else problem.mend
    return replace(problem, field=f"column {problem.field}", mend=mend)


def _cell(name: str, cell: str) -> str | list[str]:
    several = str(Project.model_fields[name].annotation).startswith("tuple[")
    return [part.strip() for part in cell.split(SEVERAL) if part.strip()] if several else cell
