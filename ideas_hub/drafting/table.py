"""The questions as a spreadsheet: the template to fill in, and the answers in a filled-in one."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ideas_hub.drafting.questions import Answer, Question
from ideas_hub.engine.csv_text import csv_text, plain_cell
from ideas_hub.problem import Problem, excerpt, nearest
from ideas_hub.reading import text_file

SEPARATORS = (",", ";", "\t")
SEPARATOR_ROW = re.compile(r"sep=([,;\t|])", re.IGNORECASE)
JOINER = "; "
UNREADABLE = "Save it again as CSV UTF-8 (comma delimited)."


def template(asked: Sequence[Question]) -> str:
    """Return the empty spreadsheet as CSV: a column per question, with a hint below each question."""
    rows = [[question.label for question in asked], [hint(question) for question in asked]]
    return csv_text(rows, line_end="\n")


def hint(question: Question) -> str:
    """Return what to write in a column, with the choices."""
    parts = (
        "Needed." if question.required and not question.depends_on else "",
        question.help,
        f"Put {JOINER.strip()} between them." if question.answer is Answer.CHOICES else "",
        f"Choices: {JOINER.join(question.choices.values())}." if question.choices else "",
    )
    return " ".join(filter(None, parts))


def read_rows(raw: bytes, asked: Sequence[Question], file: str) -> tuple[list[dict[str, str]], list[Problem]]:
    """Return the answers of each row, by the label of their question, and any problems with the table.

    Empty rows, the row of hints, and a first row that names the separator (sep=;) are left out.  If there are problems,
    there are no rows.
    """
    text, problems = text_file.decode(raw, file)
    if problems:
        return [], [
            Problem(file, p.line, p.message, rule=p.rule, fix=UNREADABLE if p.rule == "encoding" else p.fix)
            for p in problems
        ]
    try:
        (at, header), *rows = _filled_rows(text) or [(1, list[str]())]
    except csv.Error as error:
        return [], [Problem(file, 0, f"it cannot be read as a table ({error}).", rule="csv", fix=UNREADABLE)]
    labels = [_label(cell, asked) for cell in header]
    if wrong := [*_wrong_columns(header, at, labels, asked, file), *_wrong_rows(rows, len(header), file)]:
        return [], wrong
    hints = {hint(question) for question in asked}
    return [_answers(row, labels, asked) for _, row in rows if not _is_hints(row, hints)], []


def _filled_rows(text: str) -> list[tuple[int, list[str]]]:
    """Return the rows that are not empty, each with its number in the file; raises csv.Error.

    Excel writes `sep=;` above a table whose separator is no comma.
    """
    first = text.lstrip().partition("\n")[0]
    named = SEPARATOR_ROW.fullmatch(first.strip())
    separator = named[1] if named else max(SEPARATORS, key=first.count)
    rows = enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), 1)
    return [(number, row) for number, row in rows if any(cell.strip() for cell in row)][bool(named) :]


def _wrong_rows(rows: Iterable[tuple[int, list[str]]], columns: int, file: str) -> Iterator[Problem]:
    """Yield a problem for each row with more cells than there are columns: its text would go into wrong ones."""
    for number, row in rows:
        cells = len(row) - next((place for place, cell in enumerate(reversed(row)) if cell.strip()), len(row))
        if cells > columns:
            yield Problem(
                file,
                number,
                f"row {number} has {cells} cells for {columns} columns.",
                rule="too-many-cells",
                fix='A text with a comma in it needs straight quotation marks around it: "one, two".',
            )


def _label(cell: str, asked: Sequence[Question]) -> str:
    """Return the label of the question that a column answers, by its label, field or heading; "" if none."""
    names = {name.casefold(): q.label for q in asked for name in (q.label, q.wording.path, q.wording.heading) if name}
    return names.get(" ".join(cell.split()).casefold(), "")


def _wrong_columns(
    header: Sequence[str], at: int, labels: Sequence[str], asked: Sequence[Question], file: str
) -> list[Problem]:
    """Return a problem for each column that answers no question, or one that another answers.  at: the header's row."""
    known = tuple(question.label for question in asked)
    unknown = [
        Problem(
            file,
            at,
            f'"{excerpt(cell)}" is not a question that we ask.',
            field="header",
            found=excerpt(cell),
            nearest=nearest(cell, known),
            rule="unknown-column",
            fix="Start from the empty spreadsheet, and keep its first row as it is.",
        )
        for cell, label in zip(header, labels, strict=True)
        if cell.strip() and not label
    ]
    twice = sorted(label for label, count in Counter(labels).items() if label and count > 1)
    return unknown + [
        Problem(file, at, f'"{label}" is there twice.', field="header", rule="repeated-column", fix="Keep one.")
        for label in twice
    ]


def _is_hints(row: Sequence[str], hints: set[str]) -> bool:
    return any(" ".join(cell.split()) in hints for cell in row if cell.strip())


def _answers(row: Sequence[str], labels: Sequence[str], asked: Sequence[Question]) -> dict[str, str]:
    in_lines = {question.label for question in asked if question.answer is Answer.LINES}
    cells = {label: plain_cell(cell) for label, cell in zip(labels, row, strict=False) if label}
    return {label: cell.replace(";", "\n") if label in in_lines else cell for label, cell in cells.items()}
