"""Refuses a file that is made to harm, or is of another kind, before a command has loaded anything else."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ideas_hub.importing.refused_file import RefusedFileError
from ideas_hub.problem import Problem

NOTHING = "Nothing was written."
TABLE_OPTIONS = ("--from-table", "--from-csv")
DOCUMENT_OPTION = "--from-docx"


def refuse_hostile_files(arguments: Sequence[str]) -> None:
    """End this program as `refuse` says if one of its arguments names a table or a document that is refused."""
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    parser.add_argument(*TABLE_OPTIONS, dest="table", type=Path)
    parser.add_argument(DOCUMENT_OPTION, dest="document", type=Path)
    try:
        given = parser.parse_known_args(arguments)[0]
        path: Path | None = given.table or given.document
        if path and path.is_file():
            _read(path, is_table=bool(given.table))
    except RefusedFileError as refused:
        raise SystemExit(refuse([refused.problem(str((given.table or given.document).name))])) from None
    except (argparse.ArgumentError, OSError):
        pass  # whoever reads the arguments, or the file, says what is wrong


def _read(path: Path, *, is_table: bool) -> None:
    """Read a file for its errors alone.  Raises RefusedFileError."""
    if is_table:
        from ideas_hub.importing.sheets import read_table  # noqa: PLC0415 neither kind needs what the other loads

        read_table(path)
    else:
        from ideas_hub.importing.word import read_members  # noqa: PLC0415

        read_members(path)


def refuse(problems: Sequence[Problem]) -> int:
    """Print why nothing was written, and return the exit status of a command that wrote nothing."""
    sys.stderr.write("".join(f"{problem}\n" for problem in problems))
    sys.stdout.write(f"{NOTHING}\n")
    return 1
