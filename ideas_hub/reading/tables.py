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
    start = 1
    try:
        header = next(reader, [])
        if in_header := _wrong_separator(file, header) or list(_header_problems(file, header, columns)):
            return Table([], {}, in_header)
        start = reader.line_num + 1
        for cells in reader:
            if any(map(str.strip, cells)):  # a spreadsheet may save empty rows below the last
                rows[start] = cells
            start = reader.line_num + 1
    except csv.Error:
        what = "a quotation mark of this row is not closed, or stands alone in a cell."
        fix = "Put one at the start and one at the end of the cell; one inside it is written twice."
        problems.append(Problem(file, start, what, rule="csv", fix=fix))
    if not problems and (short := _header_of_another_length(file, header, rows, columns)):
        return Table([], {}, short)
    return Table(header, rows, problems)


def _header_of_another_length(
    file: str, header: list[str], rows: Mapping[int, list[str]], columns: Mapping[str, bool]
) -> list[Problem]:
    """Return a problem for a header that has more or fewer cells than every row; one row alone may be the wrong one."""
    lengths = {len(cells) for cells in rows.values()}
    if len(rows) == 1 or len(lengths) != 1 or len(header) in lengths:
        return []
    message = f"there are {len(header)} headings, and every row has {lengths.pop()} cells."
    fix = "Write the heading that is missing, or take out the one too many."
    without = tuple(name for name in columns if name not in header)
    return [Problem(file, 1, message, field="header", fix=fix, allowed=without, rule="row-length")]


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
