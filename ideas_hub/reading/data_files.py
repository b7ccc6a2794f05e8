"""Data files become records: the projects, the figures, the small lists and the glossary, with every problem of each."""

import csv
import io
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from ideas_hub.engine.csv_text import FORMULA_STARTS
from ideas_hub.model.document import DataRow
from ideas_hub.model.evidence import EvidenceFile
from ideas_hub.model.project import Project
from ideas_hub.model.term import GlossaryTerm, Lists
from ideas_hub.model.value_paths import Lines
from ideas_hub.problem import Problem, excerpt, nearest
from ideas_hub.reading import text_file
from ideas_hub.reading.documents import UNREADABLE, validate
from ideas_hub.reading.front_matter import parse_yaml
from ideas_hub.reading.validation_messages import explain

R = TypeVar("R", bound=BaseModel)
R_co = TypeVar("R_co", bound=BaseModel, covariant=True)

PROJECTS_FILE = "docs/projects/projects.csv"
EVIDENCE_FILE = "docs/evidence.yml"
LISTS_FILE = "docs/vocabulary.yml"
GLOSSARY_FILE = "docs/glossary.yml"
SEVERAL = ";"


def read_yaml(root: Path, file: str, record: type[R]) -> tuple[R | None, Lines, list[Problem]]:
    """Return a YAML file as one record, the lines of its values, and its problems."""
    text, problems = text_file.read(root / file, file)
    if any(problem.rule in UNREADABLE for problem in problems):
        return None, {}, problems
    parsed = parse_yaml(text, file)
    facts, found = validate(parsed, record, file)
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


def read_projects(root: Path) -> tuple[list[DataRow[Project]], list[Problem]]:
    """Return the projects, a row each in the file's order, and every problem, named by row and column."""
    text, problems = text_file.read(root / PROJECTS_FILE, PROJECTS_FILE)
    if any(problem.rule in UNREADABLE for problem in problems):
        return [], problems
    reader = csv.reader(io.StringIO(text), strict=True)
    rows: list[DataRow[Project]] = []
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
                fix="Check its quotation marks: a quote inside a cell is written twice.",
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
            fix=f"Add a column with the heading {name}.",
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
            fix="Keep one of the two.",
        )
        for name, times in Counter(header).items()
        if times > 1 and name in known
    ]
    return [*unknown, *missing, *repeated]


def _project_row(cells: list[str], header: list[str], line: int) -> tuple[DataRow[Project] | None, list[Problem]]:
    problems = [
        Problem(
            PROJECTS_FILE,
            line,
            f'the cell starts with "{cell[:1]}", which a spreadsheet takes for a formula.',
            field=f"column {name}",
            found=excerpt(cell),
            fix="Put a word or a space before it.",
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
                fix="Check the commas: a cell with a comma in it stands in quotes.",
            )
        )
        return None, problems
    values = {name: _cell(name, cell.strip()) for name, cell in zip(header, cells, strict=True) if cell.strip()}
    lines: Lines = {(name,): line for name in header}
    try:
        return DataRow(str(values.get("id", "")), PROJECTS_FILE, Project.model_validate(values), lines), problems
    except ValidationError as error:
        return None, [
            *problems,
            *(_in_column(problem) for problem in explain(error, Project, values, lines, PROJECTS_FILE)),
        ]


def _in_column(problem: Problem) -> Problem:
    fix = "Write it in this row's cell." if problem.rule == "missing" else problem.fix
    return replace(problem, field=f"column {problem.field}", fix=fix)


def _cell(name: str, cell: str) -> str | list[str]:
    several = str(Project.model_fields[name].annotation).startswith("tuple[")
    return [part.strip() for part in cell.split(SEVERAL) if part.strip()] if several else cell
