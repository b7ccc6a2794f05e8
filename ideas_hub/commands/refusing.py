"""Refuses a file that is made to harm, or no table, before a command has loaded anything else."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ideas_hub.importing.refused_file import RefusedFileError
from ideas_hub.importing.sheets import read_table
from ideas_hub.problem import Problem

NOTHING = "Nothing was written."
TABLE_OPTIONS = ("--from-table", "--from-csv")


def refuse_hostile_tables(arguments: Sequence[str]) -> None:
    """End this program as `refuse` says if one of its arguments names a table that is refused."""
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    parser.add_argument(*TABLE_OPTIONS, dest="table", type=Path)
    try:
        table = parser.parse_known_args(arguments)[0].table
        if table and table.is_file():
            read_table(table)
    except RefusedFileError as refused:
        raise SystemExit(refuse([refused.problem(table.name)])) from None
    except (argparse.ArgumentError, OSError):
        pass  # whoever reads the arguments, or the file, says what is wrong


def refuse(problems: Sequence[Problem]) -> int:
    """Print why nothing was written, and return the exit status of a command that wrote nothing."""
    sys.stderr.write("".join(f"{problem}\n" for problem in problems))
    sys.stdout.write(f"{NOTHING}\n")
    return 1
