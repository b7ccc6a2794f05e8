"""Tables of an editor: CSV files as rows of cells, each with its line, and what is wrong with a table as a whole."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ideas_hub.problem import Problem, nearest
from ideas_hub.reading import text_file
from ideas_hub.reading.files import is_there

OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs"}
MOST_UNKNOWN = 100  # headings that are compared with those we know


class Table(NamedTuple):
    """A table as far as it can be read.

    header: the names of its columns; none if they cannot be trusted, and then there are no rows.
    rows: the cells of each row by its first line; rows without any words are left out.
    """

    header: list[str]
    rows: Mapping[int, list[str]]
    problems: list[Problem]


def read_table(root: Path, file: str, columns: Mapping[str, bool], *, most_bytes: int = text_file.MAX_BYTES) -> Table:
    """Return a CSV file as a table; a file that is not there is one without rows.

    columns: whether each that we know is required.
    """
    if not is_there(root, file):
        return Table([], {}, [])
    text, problems = text_file.read(root, file, most_bytes=most_bytes)
    if not text_file.is_readable(problems):
        return Table([], {}, problems)
    table = parse_table(file, text, columns)
    return table._replace(problems=[*problems, *table.problems])


def parse_table(file: str, text: str, columns: Mapping[str, bool]) -> Table:
    """Return the text of a CSV file as a table.  columns: whether each that we know is required."""
    if not text.strip():
        fix = "Write its headings, or delete the file."
        return Table([], {}, [Problem(file, 1, "the file is empty.", rule="empty-file", fix=fix)])
    reader = csv.reader(io.StringIO(text), strict=True)
    rows: dict[int, list[str]] = {}
    problems = []
    header: list[str] = []
    try:
        header = next(reader, [])
        if in_header := _wrong_separator(file, header) or list(_header_problems(file, header, columns)):
            return Table([], {}, in_header)
        start = reader.line_num + 1
        for cells in reader:
            if any(map(str.strip, cells)):  # a spreadsheet may save empty rows below the last
                rows[start] = cells
            start = reader.line_num + 1
    except csv.Error as error:
        fix = "Check its quotation marks: a quote inside a cell is written twice."
        what = f"the row cannot be read ({error})."
        problems.append(Problem(file, reader.line_num, what, rule="csv", fix=fix))
    return Table(header, rows, problems)


def _wrong_separator(file: str, header: list[str]) -> list[Problem]:
    """Return a problem for a table whose columns are not parted by commas: its header is one cell."""
    signs = [OTHER_SEPARATORS[one] for one in "".join(header[:1]) if one in OTHER_SEPARATORS]
    if len(header) != 1 or not signs:
        return []
    message = f"{signs[0]} separate the columns, where commas are expected."
    fix = 'Save it again as "CSV UTF-8 (comma delimited)".'
    return [Problem(file, 1, message, field="header", fix=fix, rule="csv")]


def _header_problems(file: str, header: list[str], columns: Mapping[str, bool]) -> Iterator[Problem]:
    """Yield a problem for each heading that is wrong or missing; a wrong one that is near a missing one says both."""
    known = tuple(columns)
    problem = partial(Problem, file, 1, field="header")
    near = {name: nearest(name, known) for name in header[:MOST_UNKNOWN] if name not in known}
    for name in (name for name in header if name not in known):
        message = f'"{name}" is not a column we know.'
        yield problem(message, found=name, allowed=known, nearest=near.get(name, ""), rule="unknown-column")
    for name in (name for name, is_required in columns.items() if is_required):
        if name not in header and name not in near.values():
            message, fix = f'the column "{name}" is missing.', f"Add a column with the heading {name}."
            yield problem(message, fix=fix, rule="missing-column")
    for name, count in Counter(header).items():
        if count > 1 and name in known:
            message = f'the column "{name}" is there twice.'
            yield problem(message, found=name, fix="Keep one of the two.", rule="repeated-column")


def wrong_length(file: str, line: int, cells: list[str], header: list[str]) -> list[Problem]:
    """Return a problem for a row with more or fewer cells than there are columns."""
    if len(cells) == len(header):
        return []
    message = f"the row has {len(cells)} cells; there are {len(header)} columns."
    fix = "Check the commas: a cell with a comma in it needs quotes around it."
    return [Problem(file, line, message, rule="row-length", fix=fix)]
