"""Rows that were meant as a list or a table, and that GitHub joins to one paragraph."""

import re
from collections.abc import Iterable, Iterator
from string import ascii_letters

from ideas_hub.problem import Problem, excerpt
from ideas_hub.reading.foreign_marks import ROW_OF_A_LIST
from ideas_hub.reading.markdown import NOTE, Event, MarkdownText

STARTS_OF_ROWS = {"Paragraph", "Item", "Heading", "BlockQuote", NOTE}
LETTER = r"(?:[a-z]|[ivx]{2,4})[.)][ \t\u00a0]|[A-Z]\)[ \t\u00a0]|\((?:[A-Za-z]|[ivx]{2,4}|\d{1,2})\)[ \t\u00a0]"
IN_RUN = re.compile(
    r"(?:(?:[-=]+>|[»\u2013\u2014→✓✔☐☑✗✘§Øü])[ \t\u00a0]|\d{1,3}[.)](?=\u00a0|[^\W\d_])|[ovq](?:\t| {2,})"
    rf"|[-*+](?=[^\W\d_])|{LETTER})"
)
"""What starts the rows of a list in other programs; a single row may start so too."""
ROW_IN_RUN = re.compile(rf"(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*{IN_RUN.pattern}")
ROW_BELOW = re.compile(rf"[ \t>]*{IN_RUN.pattern}")  # with a mark of a list it would be an item of its own
END_OF_LINE = re.compile(r"(?: {2,}|\\)\n")
CELLS = re.compile(r"[^\t]*\w[^\t]*\t+\s*\S")
MAX_INDENT = 40  # bytes of marks and spaces before the first word of a row
LINES_BETWEEN = 2  # the rows of one list: an empty line may stand between them


def starts_row(before: Event) -> bool:
    """Return whether what follows an event is the start of a row."""
    return before.kind == "break" or (before.kind == "open" and before.name in STARTS_OF_ROWS)


def find_loose_row(event: Event, before: Event, text: MarkdownText, file: str) -> Iterator[Problem]:
    """Yield a problem for a row of a list that starts as in other programs, if the row above or below does too.

    before: the event before; the row starts with this one.
    """
    if (start := IN_RUN.match(event.value)) and _is_in_run(
        event, before, text, is_letter=start[0][0] in "(" + ascii_letters
    ):
        found, fix = start[0].strip(), ROW_OF_A_LIST.fix
        if start[0][0].isdigit():
            fix = "Put an ordinary space after it."
        elif found[-1] in ".)":
            fix = "Start each row with 1. or a hyphen, and a space."
        message = f'"{found}" {ROW_OF_A_LIST.message}'
        yield Problem(file, text.line_at(event.start), message, found=found, fix=fix, rule=ROW_OF_A_LIST.rule)


def _is_in_run(event: Event, before: Event, text: MarkdownText, *, is_letter: bool) -> bool:
    """Return whether the row above or below, in the same paragraph, starts like a row of a list too.

    Rows that end as lines do not run together.  "a)" may stand within a sentence, unless its row is the first, or the
    one above it ends in a colon.
    """
    above = text.encoded.rfind(b"\n", 0, event.start)
    end = text.encoded.find(b"\n", event.start)
    own = text.encoded[event.start : end + 1].decode("utf-8", "replace")
    if before.name == "hard" or END_OF_LINE.search(own):
        return False
    below = text.encoded[end + 1 : end + MAX_INDENT] if end >= 0 else b""
    row_above = b""
    if before.kind == "break":
        row_above = text.encoded[text.encoded.rfind(b"\n", 0, above) + 1 : above]
        if is_letter and not row_above.rstrip().endswith(b":"):
            return False
    start_above, start_below = (row[:MAX_INDENT].decode("utf-8", "replace") for row in (row_above, below))
    return bool(ROW_IN_RUN.match(start_above) or ROW_BELOW.match(start_below))


def first_of_each_list(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems, but of those about the rows of one list only the first."""
    last = -LINES_BETWEEN
    for problem in problems:
        is_of_list = problem.rule == ROW_OF_A_LIST.rule
        if not is_of_list or problem.line - last > LINES_BETWEEN:
            yield problem
        last = problem.line if is_of_list else last


def find_tables_of_tabs(text: MarkdownText, file: str) -> Iterator[Problem]:
    """Yield a problem for rows of a spreadsheet, with tabs between their cells, that are one paragraph."""
    if "\t" not in text.source:
        return
    rows: list[Event] = []
    for event in text.events:
        if event.kind == "text" and CELLS.match(event.value) and not IN_RUN.match(event.value):
            rows.append(event)
        elif event.kind != "break":
            if rows[1:]:
                line, found = text.line_at(rows[0].start), excerpt(rows[0].value)
                message = f'rows with tabs between their words run together: "{found}".'
                fix = "Make a table of them: | in place of each tab, and | --- | --- | below the first row."
                yield Problem(file, line, message, found=found, fix=fix, rule="not-published")
            rows = []
