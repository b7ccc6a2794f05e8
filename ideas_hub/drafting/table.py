"""The questions as a spreadsheet: the template to fill in, and the answers in a table that somebody filled in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import NamedTuple

from ideas_hub.drafting.columns import Header, Headings, column_notes, find_header, find_repeated, labels_of_columns
from ideas_hub.drafting.draft import Draft, build_draft
from ideas_hub.drafting.plain_text import one_line
from ideas_hub.drafting.questions import Answer, Question
from ideas_hub.engine.csv_text import csv_text, plain_cell
from ideas_hub.importing.cells import Row, Sheet
from ideas_hub.importing.personal_data import without_personal_data
from ideas_hub.importing.refused_file import RefusedFileError
from ideas_hub.importing.sheets import Table, table_of
from ideas_hub.importing.values import (
    as_moment,
    column_letter,
    has_month_first,
    is_error,
    is_formula,
    without_zeros,
)
from ideas_hub.problem import Problem, excerpt
from ideas_hub.search.words import fold

JOINER = "; "
CURLY_QUOTES = 'A text with a comma in it needs straight quotation marks around it: "one, two".'
BESIDE = "Give what stands beside the table a heading, or take it away."
NO_HEADINGS = "none of its headings is a question that we ask."
START_FROM_TEMPLATE = "Copy the first row of the empty spreadsheet above your columns, and put each below its question."
MONTH_FIRST = (
    'In row {row} "{cell}" has the month first, as in America, and stays as it is. '
    'The other days of "{label}" are read with the day first: look at each.'
)


class AnswersOfRow(NamedTuple):
    """The answers of a row, by the label of their question, and its number in the table."""

    number: int
    answers: dict[str, str]


class Filled(NamedTuple):
    """What a table says: the rows that can be used, what is wrong with others, and what a person should know."""

    rows: list[AnswersOfRow]
    problems: list[Problem]
    notes: list[str]


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


def read_rows(raw: bytes, asked: Sequence[Question], file: str) -> Filled:
    """Return what a file of any kind says, as `read_answers` does; a file that is not read is a problem."""
    try:
        return read_answers(table_of(raw), asked, file)
    except RefusedFileError as refused:
        return Filled([], [refused.problem(file)], [])


def read_answers(table: Table, asked: Sequence[Question], file: str) -> Filled:
    """Return the answers in the sheet that has most of the questions; a row with a problem gives none.

    Rows above the headings, empty ones, the row of hints and headings that are there again are left out.  Of two rows
    with one story the later is used.
    """
    headings = Headings(asked)
    found = [(find_header(sheet.rows, headings), sheet) for sheet in table.sheets]
    header, sheet = max(found, key=lambda one: one[0].known, default=(None, None))
    if not header or not sheet or not header.known:
        message = NO_HEADINGS if any(one.rows for one in table.sheets) else "there is nothing in it."
        return Filled([], [Problem(file, 0, message, rule="unknown-column", fix=START_FROM_TEMPLATE)], [])
    if sheet.refusal:
        return Filled([], [sheet.refusal.problem(file)], [])
    notes = [table.note] if table.note else []
    others = [f'"{excerpt(one.name)}"' for one in table.sheets if one is not sheet and one.rows]
    if others:
        notes.append(f'The sheet "{excerpt(sheet.name)}" is read. Not read: {", ".join(others)}.')
    return _filled(header, sheet, asked, file, notes)


def drafts_of_rows(rows: Iterable[AnswersOfRow], asked: Sequence[Question]) -> list[Draft]:
    """Return an unfinished draft of each row, without what identifies a person, and with a note where it did."""
    drafts = []
    for row in rows:
        cleaned = {label: without_personal_data(words) for label, words in row.answers.items()}
        draft = build_draft({label: words for label, (words, _) in cleaned.items()}, asked, unfinished=True)
        notes = [note for _, notes in cleaned.values() for note in notes]
        drafts.append(replace(draft, editor_notes=(*draft.editor_notes, *notes)))
    return drafts


def _filled(header: Header, sheet: Sheet, asked: Sequence[Question], file: str, notes: list[str]) -> Filled:
    row, labels = sheet.rows[header.place], labels_of_columns(header)
    below = _answer_rows(row, sheet.rows[header.place + 1 :], asked)
    notes += column_notes(header, labels, row, below)
    if repeated := [*find_repeated(labels, row, file)]:
        return Filled([], repeated, notes)
    by_label = {question.label: question for question in asked}
    columns = {place: by_label[label] for place, label in enumerate(labels) if label}
    beyond = partial(_beyond_the_headings, count=len(row.cells), file=file, fix=BESIDE if sheet.name else CURLY_QUOTES)
    wrong = {one.number: [*beyond(one)] or [*_wrong_cells(one, columns, file)] for one in below}
    right = [one for one in below if not wrong[one.number]]
    notes += _american_days(right, columns)
    answers = [AnswersOfRow(one.number, dict(_answers(one, columns, sheet.first_day))) for one in right]
    used, repeats = _last_of_each([one for one in answers if one.answers], asked)
    return Filled(used, [problem for problems in wrong.values() for problem in problems], [*notes, *repeats])


def _answer_rows(header: Row, rows: Iterable[Row], asked: Sequence[Question]) -> list[Row]:
    hints = {" ".join(hint(question).split()) for question in asked}
    return [
        row
        for row in rows
        if row.cells != header.cells and not any(" ".join(cell.split()) in hints for cell in row.cells if cell)
    ]


def _beyond_the_headings(row: Row, count: int, file: str, fix: str) -> Iterator[Problem]:
    """Yield a problem if a row has more cells than there are columns: its text would go into wrong ones."""
    cells = max(place for place, cell in enumerate(row.cells, 1) if cell.strip())
    if cells > count:
        message = f"row {row.number} has {cells} cells for {count} columns."
        yield Problem(file, row.number, message, rule="too-many-cells", fix=fix)


def _wrong_cells(row: Row, columns: Mapping[int, Question], file: str) -> Iterator[Problem]:
    """Yield a problem for each cell that has no words of its own, in the columns that are read."""
    for place, cell in enumerate(row.cells):
        name = f"cell {column_letter(place + 1)}{row.number}"
        if place in columns and is_formula(cell):
            fix = "Write what it comes to, as words: copy the cell, and paste its value alone."
            yield Problem(file, row.number, f"{name} is a formula: {excerpt(cell)}.", rule="formula", fix=fix)
        elif place in columns and is_error(cell):
            fix = "Mend it in the spreadsheet, or write the words."
            yield Problem(file, row.number, f"{name} shows an error, {cell}, and no words.", rule="formula", fix=fix)


def _answers(row: Row, columns: Mapping[int, Question], first_day: date) -> Iterator[tuple[str, str]]:
    """Yield the answers of a row, each behind the label of its question."""
    for place, question in columns.items():
        if place < len(row.cells) and row.cells[place].strip():
            yield question.label, _answer(plain_cell(row.cells[place]), question, first_day)


def _answer(cell: str, question: Question, first_day: date) -> str:
    if question.is_date:
        return as_moment(cell, first_day)
    if question.answer is Answer.NUMBER:
        return without_zeros(cell)
    return cell.replace(";", "\n") if question.answer is Answer.LINES else cell


def _american_days(rows: Iterable[Row], columns: Mapping[int, Question]) -> Iterator[str]:
    """Yield a note for the first date of each column that can only have its month first."""
    dates = {place: question.label for place, question in columns.items() if question.is_date}
    for row in rows:
        for place, label in list(dates.items()):
            if place < len(row.cells) and has_month_first(row.cells[place]):
                yield MONTH_FIRST.format(row=row.number, cell=excerpt(row.cells[place]), label=label)
                del dates[place]


def _last_of_each(rows: list[AnswersOfRow], asked: Sequence[Question]) -> tuple[list[AnswersOfRow], list[str]]:
    """Return the last row of each story, by its title and organisation, and a note for each that is left out."""
    names = [question.label for question in asked if question.wording.path in question.kind.named_after]
    last: dict[tuple[str, ...], AnswersOfRow] = {}
    notes = []
    for row in rows:
        words = tuple(fold(one_line(row.answers.get(label, ""))) for label in names)
        key = words if words and words[0] else (str(row.number),)
        if before := last.pop(key, None):
            notes.append(f"Rows {before.number} and {row.number} tell one story; row {row.number} is used.")
        last[key] = row
    return list(last.values()), notes
