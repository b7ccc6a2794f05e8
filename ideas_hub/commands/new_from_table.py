"""scripts/new --from-table FILE: drafts of case studies from the rows of a spreadsheet, and what is printed of them."""

import sys
from pathlib import Path

from ideas_hub.commands.ending import uninterrupted
from ideas_hub.commands.next_steps import import_report
from ideas_hub.commands.refusing import refuse
from ideas_hub.drafting.questions import questions
from ideas_hub.drafting.table import drafts_of_rows, read_answers
from ideas_hub.drafting.updating import write_drafts
from ideas_hub.importing.refused_file import RefusedFileError
from ideas_hub.importing.sheets import read_table
from ideas_hub.problem import first_of_each_kind, printable
from ideas_hub.repository.load import read_hub

AGAIN = "Mend the rows named above and give the table again: what is right already stays as it is."


def new_from_table(source: Path, root: Path) -> int:
    """Write a draft of each row of a table and print the next steps; return 1 if a row or all of it is refused."""
    try:
        table = read_table(source)  # before the hub: a file that is refused is refused at once
    except RefusedFileError as refused:
        return refuse([refused.problem(source.name)])
    asked = questions(read_hub(root)[0])
    filled = read_answers(table, asked, source.name)
    drafts = drafts_of_rows(filled.rows, asked)
    with uninterrupted():
        outcomes = write_drafts(drafts, root)
    sys.stdout.write("".join(f"{printable(note)}\n" for note in filled.notes))
    problems = first_of_each_kind(filled.problems)
    if not drafts:
        return refuse(problems)
    sys.stdout.write(import_report(drafts, outcomes, root))
    if problems:
        sys.stdout.flush()
        sys.stderr.write("".join(f"{problem}\n" for problem in problems))
        sys.stdout.write(f"{AGAIN}\n")
    return 1 if problems else 0
