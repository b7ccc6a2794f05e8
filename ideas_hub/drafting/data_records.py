"""One more record in a data file whose other bytes stay: the glossary, a table, the figures of the programme."""

import csv
import io
from collections.abc import Callable, Container, Mapping

from ideas_hub.drafting.draft import Draft, free_name
from ideas_hub.drafting.yaml_text import INDENT, Value, mapping
from ideas_hub.model.addresses import RESERVED_IDS
from ideas_hub.model.row_kinds import ROW_KINDS, ROW_KINDS_BY_FILE, RowKind
from ideas_hub.model.value_paths import Lines
from ideas_hub.reading import text_file
from ideas_hub.reading.data_files import EVIDENCE_FILE, GLOSSARY_FILE
from ideas_hub.reading.front_matter import parse_yaml
from ideas_hub.reading.rows import ITEM_SEPARATOR

FIGURES = "figures"
MISTAKES = "{file} has mistakes. Fix them first: scripts/check {file}"


class CannotBeMadeError(Exception):
    """Why a data file takes no more, in a sentence or two."""


def with_record(draft: Draft, content: bytes, taken: Container[str] = ()) -> bytes:
    """Return the bytes of a draft's data file with the draft in it; all others are as they were.

    taken: ids that are used elsewhere.
    Raises CannotBeMadeError if the file has mistakes, or is laid out in a way that has no place for one more.
    """
    text = text_of(draft.kind.file, content)
    place, addition = PLACES[draft.kind.file](draft, text, taken)
    line_end = b"\r\n" if b"\r\n" in content else b"\n"
    rows = content.splitlines(keepends=True)
    if place == len(rows) and rows and not rows[-1].endswith((b"\n", b"\r")):
        rows[-1] += line_end
    after = b"".join([*rows[:place], addition.encode().replace(b"\n", line_end), *rows[place:]])
    if not draft.kind.file.endswith(".csv"):
        _verify(draft.kind.file, text, text_file.decode(after, draft.kind.file)[0])
    return after


def text_of(file: str, content: bytes) -> str:
    """Return the text of a data file.  Raises CannotBeMadeError if it has mistakes."""
    text, problems = text_file.decode(content, file)
    if problems or (content and file.endswith(".yml") and parse_yaml(text, file).problems):
        raise CannotBeMadeError(MISTAKES.format(file=file))
    return text


def _verify(file: str, before: str, after: str) -> None:
    """Raise CannotBeMadeError unless the file has just one record more."""
    old, new = (_records(file, text) for text in (before, after))
    if new != old + 1:
        raise CannotBeMadeError(f"{file} is laid out in a way that has no place for one more. Add it by hand.")


def _records(file: str, text: str) -> int:
    return len(_figures(text) if file == EVIDENCE_FILE else parse_yaml(text, file).values)


def _rows(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n") if text else []


def _figures(text: str) -> Mapping[str, object]:
    figures = parse_yaml(text, EVIDENCE_FILE).values.get(FIGURES)
    return figures if isinstance(figures, dict) else {}


def _in_glossary(draft: Draft, text: str, taken: Container[str]) -> tuple[int, str]:
    """Return the line, from 0, before which a word stands, and its text: the end of the file."""
    name = free_name(draft.slug, {*parse_yaml(text, GLOSSARY_FILE).values}, taken)
    return len(_rows(text)), mapping({name: draft.values})


def _in_evidence(draft: Draft, text: str, taken: Container[str]) -> tuple[int, str]:
    """Return the same for a figure: the end of the figures, before the comments that belong to what follows."""
    parsed, rows = parse_yaml(text, EVIDENCE_FILE), _rows(text)
    figures = _figures(text)
    name = free_name(draft.slug, figures, taken)
    if FIGURES not in parsed.values:
        return len(rows), mapping({FIGURES: {name: draft.values}})
    start = parsed.lines[FIGURES,]
    place = min((line - 1 for path, line in parsed.lines.items() if len(path) == 1 and line > start), default=len(rows))
    while place > start and (not rows[place - 1].strip() or rows[place - 1].startswith("#")):
        place -= 1
    indent = _indent(rows, parsed.lines, next(iter(figures), ""))
    return place, mapping({name: draft.values}, indent, indent)


def _indent(rows: list[str], lines: Lines, first: str) -> str:
    row = rows[lines[FIGURES, first] - 1] if first else INDENT
    return row[: len(row) - len(row.lstrip())] or INDENT


def columns_of(kind: RowKind, content: bytes) -> tuple[str, ...]:
    """Return the headings of a table; those of the model if there is none yet."""
    header = next(csv.reader(io.StringIO(text_of(kind.file, content))), None)
    return tuple(header or kind.columns)


def _in_table(draft: Draft, text: str, taken: Container[str]) -> tuple[int, str]:
    """Return the same for a row: the end of its table."""
    columns = columns_of(ROW_KINDS_BY_FILE[draft.kind.file], text.encode())
    there = {*RESERVED_IDS, *(row.get("id") for row in csv.DictReader(io.StringIO(text)))}
    cells: Mapping[str, Value] = {**draft.values, "id": free_name(draft.slug, there, taken)}
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerows([*([] if text.strip() else [columns]), [cell_of(cells.get(column)) for column in columns]])
    return len(_rows(text)), out.getvalue()


def cell_of(value: Value) -> str:
    """Return a value as a cell; the items of a list with semicolons between them."""
    if isinstance(value, tuple):
        return f"{ITEM_SEPARATOR} ".join(map(str, value))
    return "" if value is None else str(value)


PLACES: Mapping[str, Callable[[Draft, str, Container[str]], tuple[int, str]]] = {
    GLOSSARY_FILE: _in_glossary,
    EVIDENCE_FILE: _in_evidence,
    **dict.fromkeys((kind.file for kind in ROW_KINDS), _in_table),
}
