"""Data files as records: projects, figures, small lists, glossary, map; one that is not there holds nothing."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from pydantic import BaseModel

from ideas_hub.engine.csv_text import FORMULA
from ideas_hub.model.data_files import TAKEN_DOWN, Project, ProjectTakenDown
from ideas_hub.model.document import DataRow
from ideas_hub.model.term import GlossaryTerm
from ideas_hub.model.value_paths import Lines, line_of
from ideas_hub.problem import Problem, excerpt
from ideas_hub.reading import text_file
from ideas_hub.reading.files import is_there
from ideas_hub.reading.front_matter import Parsed, parse_yaml, with_fields
from ideas_hub.reading.lost_indents import lost_indent
from ideas_hub.reading.near_words import tidy
from ideas_hub.reading.tables import Table, parse_table, read_table, wrong_length
from ideas_hub.reading.validation import ID, validate

R = TypeVar("R", bound=BaseModel)
AnyProject: TypeAlias = Project | ProjectTakenDown

PROJECTS_FILE = "docs/projects/projects.csv"
EVIDENCE_FILE = "docs/evidence.yml"
LISTS_FILE = "docs/vocabulary.yml"
GLOSSARY_FILE = "docs/glossary.yml"
MAP_FILE = "docs/regions/map.yml"
PROJECT_COLUMNS = {name: field.is_required() for name, field in Project.model_fields.items()}
ITEM_SEPARATOR = ";"
NEGATIVE = re.compile(r"\s*[-\u2212\u2013]\s*\d[\d.]*\s*")
DEGREES = {
    "latitude": "Take the minus out.",
    "longitude_west": "Take the minus out: the column is degrees west already.",
    "longitude_east": "Write it without the minus in the column longitude_west.",
}
"""What to do about a minus sign, by the columns that have none."""
CURLY_CELL = (
    r"\s*[\u201c-\u201f](?:[^\u201c-\u201f\"]*|[^\u201c-\u201f\"]*[^.!?\u2026\u201c-\u201f\"][\u201c-\u201f]\s*)"
)
"""A cell that curly quotes open, and close if no comma cut it; a sentence in them is what somebody said."""
MOST_PROBLEMS = 1000  # in one file; one with more is another kind of file


def read_yaml(root: Path, file: str, record: type[R]) -> tuple[R | None, Lines, list[Problem]]:
    """Return a YAML file as one record, the lines of its values, and its problems; None without a sound file."""
    if not is_there(root, file):
        return None, {}, []
    parsed = _parse_yaml(root, file)
    facts, problems = validate(parsed, record, file)
    return facts, parsed.lines, problems


def _parse_yaml(root: Path, file: str) -> Parsed:
    text, problems = text_file.read(root, file)
    parsed = parse_yaml(text, file) if text_file.is_readable(problems) else Parsed()
    return replace(parsed, problems=(*with_fields(problems, text, text.count("\n") + 1), *parsed.problems))


def read_glossary(root: Path) -> tuple[dict[str, GlossaryTerm], list[Problem]]:
    """Return the words with their meanings, in the file's order, and the problems of the file."""
    parsed = _parse_yaml(root, GLOSSARY_FILE) if is_there(root, GLOSSARY_FILE) else Parsed()
    parsed = _with_parts_of_words(parsed)
    lines: defaultdict[str | int, Lines] = defaultdict(dict)
    for path, line in parsed.lines.items():
        lines[path[0]][path[1:]] = line
    words: dict[str, GlossaryTerm] = {}
    problems = list(parsed.problems)
    first: dict[str, str] = {}
    for word, values in parsed.values.items():
        facts: Any = values or None
        term, of_word = validate(Parsed(facts, lines[word]), GlossaryTerm, GLOSSARY_FILE)
        if not ID.fullmatch(word):
            message, fix = f'"{excerpt(word)}" is not written as an id.', f"Write {tidy(word) or 'its-name'}: instead."
            of_word.append(Problem(GLOSSARY_FILE, line_of((), lines[word]), message, found=excerpt(word), fix=fix))
        problems += (_in_word(problem, word) for problem in of_word)
        if term:
            words[word] = term
            problems += _forms_of_another(word, term, first, lines[word])
        if len(problems) > MOST_PROBLEMS:
            break
    return words, problems


def _with_parts_of_words(parsed: Parsed) -> Parsed:
    """Return the glossary as it was meant where a part of a word has lost the spaces before it."""
    values, lines, problems, above = dict[str, Any](), dict(parsed.lines), list(parsed.problems), ""
    for word, facts in parsed.values.items():
        if word in GlossaryTerm.model_fields and not isinstance(facts, dict) and isinstance(values.get(above), dict):
            problems.append(lost_indent(GLOSSARY_FILE, line_of((word,), lines), [word], above))
            values[above] |= {word: facts}
        else:
            values[word], above = facts, word
    return replace(parsed, values=values, problems=tuple(problems))


def _forms_of_another(word: str, term: GlossaryTerm, first: dict[str, str], lines: Lines) -> Iterator[Problem]:
    """Yield a problem for each other word that has forms of this one too: a text can link to one meaning alone.

    first: the word that has each form, with its first letter as it starts a sentence; those of this one are added.
    """
    shared: defaultdict[str, list[int]] = defaultdict(list)
    for place, form in enumerate(term.forms):
        if (other := first.setdefault(form[:1].upper() + form[1:], word)) != word:
            shared[other].append(place)
    for other, places in shared.items():
        found, several = excerpt(term.forms[places[0]]), f" and {len(places) - 1} more" if places[1:] else ""
        message = f'"{found}"{several} {"are forms" if several else "is a form"} of "{excerpt(other)}" too.'
        fix = "Keep them with one of the two." if several else "Keep it with one of the two."
        field, line = f"{excerpt(word)}.forms[{places[0] + 1}]", line_of(("forms", places[0]), lines)
        yield Problem(GLOSSARY_FILE, line, message, field=field, found=found, fix=fix, rule="repeated-form")


def _in_word(problem: Problem, word: str) -> Problem:
    fix = f"Write {problem.field}: ... in it." if problem.rule == "missing" else problem.fix
    return replace(problem, field=f"{excerpt(word)}.{problem.field}" if problem.field else excerpt(word), fix=fix)


def read_projects(root: Path) -> tuple[list[DataRow[AnyProject]], list[Problem]]:
    """Return the projects in the file's order, and every problem, named by row and column."""
    return _projects_of(read_table(root, PROJECTS_FILE, PROJECT_COLUMNS))


def parse_projects(text: str) -> tuple[list[DataRow[AnyProject]], list[Problem]]:
    """Return the projects of a table's text in its order, and every problem, named by row and column."""
    return _projects_of(parse_table(PROJECTS_FILE, text, PROJECT_COLUMNS))


def _projects_of(table: Table) -> tuple[list[DataRow[AnyProject]], list[Problem]]:
    rows: list[DataRow[AnyProject]] = []
    problems = [*table.problems]
    for line, cells in table.rows.items():
        row, in_row = project_row(cells, table.header, line)
        problems += in_row
        rows += [row] if row else []
        if len(problems) > MOST_PROBLEMS:
            break
    return rows, problems


def rows_of(record: type[R], rows: Iterable[DataRow[AnyProject]]) -> list[DataRow[R]]:
    """Return those rows of the table that have this record: projects, or what is left of those taken down."""
    return [DataRow(row.id, row.file, row.facts, row.lines) for row in rows if isinstance(row.facts, record)]


def project_row(cells: list[str], header: list[str], line: int) -> tuple[DataRow[AnyProject] | None, list[Problem]]:
    """Return a row of the projects, None if it is not sound, and its problems, named by column."""
    problems = list(_formulas(cells, header, line))
    if curly := [(name, cell) for name, cell in zip(header, cells, strict=False) if re.fullmatch(CURLY_CELL, cell)]:
        name, cell = curly[0]
        fix = 'Put straight ones around the cell: "...".'
        message, field = "a curly quotation mark opens the cell.", f"column {name}"
        return None, [Problem(PROJECTS_FILE, line, message, field=field, found=excerpt(cell), fix=fix, rule="csv")]
    if in_length := wrong_length(PROJECTS_FILE, line, cells, header):
        return None, [*problems, *in_length]
    values = {name: _value(name, cell.strip()) for name, cell in zip(header, cells, strict=True) if cell.strip()}
    lines: Lines = {(name,): line for name in header}
    is_gone = tidy(str(values.get("status", ""))) == TAKEN_DOWN
    project, refused = (
        _taken_down(values, lines) if is_gone else validate(Parsed(values, lines), Project, PROJECTS_FILE)
    )
    if isinstance(project, Project) and project.longitude_west is not None and project.longitude_east is not None:
        message, fix = "longitude_west and longitude_east are both filled in.", "Write the degrees in one of the two."
        refused.append(Problem(PROJECTS_FILE, line, message, field="longitude_west", fix=fix, rule="wrong-value"))
    row = DataRow(str(values.get("id", "")), PROJECTS_FILE, project, lines) if project else None
    return row, [*problems, *map(_in_column, refused)]


def _taken_down(values: dict[str, Any], lines: Lines) -> tuple[ProjectTakenDown | None, list[Problem]]:
    """Return what may be left of a project that was taken down; more than that is a problem."""
    left = {name: value for name, value in values.items() if name in ProjectTakenDown.model_fields}
    facts, problems = validate(Parsed(left, lines), ProjectTakenDown, PROJECTS_FILE)
    if len(left) < len(values):
        message = "the project was taken down, and what the row said of it is still here for all to read."
        fix = "Empty its other cells, but for redirect_from. Git keeps them, should the page come back."
        problems.append(Problem(PROJECTS_FILE, lines["status",], message, field="status", rule="withdrawn", fix=fix))
    return facts, problems


def _formulas(cells: list[str], header: list[str], line: int) -> Iterator[Problem]:
    """Yield a problem for each cell that a spreadsheet takes for a formula; one of degrees says it in other words."""
    for name, cell in zip(header, cells, strict=False):
        if (formula := FORMULA.search(cell)) and not (name in DEGREES and NEGATIVE.fullmatch(cell)):
            message = f'{_where(formula.start())} "{cell[formula.start()]}", which a spreadsheet takes for a formula.'
            field, fix = f"column {name}", "Put a word or a space before it."
            yield Problem(PROJECTS_FILE, line, message, field=field, found=excerpt(cell), fix=fix, rule="formula")


def _where(start: int) -> str:
    return "after a separator the cell has" if start else "the cell starts with"


def _in_column(problem: Problem) -> Problem:
    fix, message = "Write it in this row's cell." if problem.rule == "missing" else problem.fix, problem.message
    if problem.field in DEGREES and NEGATIVE.fullmatch(problem.found):
        message, fix = f'"{problem.found}" has a minus sign.', DEGREES[problem.field]
    return replace(problem, field=f"column {problem.field}", message=message, fix=fix)


def _value(name: str, cell: str) -> str | list[str]:
    """Return a cell's text, or its items if the column holds a list."""
    if str(Project.model_fields[name].annotation).startswith("tuple["):
        return [part.strip() for part in cell.split(ITEM_SEPARATOR) if part.strip()]
    return cell
