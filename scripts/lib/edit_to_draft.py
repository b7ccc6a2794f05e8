"""Rename an entry or take it down, for .github/workflows/edit.yml: write what changes as a proposal.

    edit_to_draft.py PROPOSAL

WHAT is "rename" or "take down", PAGE the entry, NEW its new name; GITHUB_RUN_ID names the branch.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from proposal import write_proposal

from ideas_hub.commands.take_down import WHAT_STAYS
from ideas_hub.editing.entry_named import CannotBeDoneError, entry_named
from ideas_hub.editing.mentions import Mention
from ideas_hub.editing.rename import rename
from ideas_hub.editing.take_down import take_down
from ideas_hub.engine.build_date import build_date
from ideas_hub.engine.cache import Cache
from ideas_hub.problem import printable
from ideas_hub.repository.raw_content import read_raw_content

ROOT = Path(__file__).resolve().parents[2]
NEXT = 'Read it in the tab "Files changed". Then press "Ready for review": that starts the checks.'


def edit(root: Path, what: str, name: str, new: str) -> tuple[str, str, Mapping[str, bytes | None]]:
    """Return the title, the text and the changes of a pull request; its text repeats no words of the entry.

    Raises CannotBeDoneError.
    """
    raw = read_raw_content(root, Cache(None))
    entry = entry_named(raw, name)
    if what == "rename":
        renaming = rename(root, raw, entry, new)
        left = _places("These could not be changed:", renaming.left)
        return "Rename an entry", f"The old address leads to the new one.\n\n{left}{NEXT}\n", renaming.changes
    taken = take_down(root, raw, entry, build_date())
    left = _places("These pages still mention it. Decide about each:", taken.mentions)
    return "Take an entry down", f"{left}{WHAT_STAYS}\n{NEXT}\n", taken.changes


def _places(heading: str, mentions: tuple[Mention, ...]) -> str:
    rows = "".join(f"- `{one.file}`, line {one.line}\n" for one in mentions)
    return f"{heading}\n\n{rows}\n" if rows else ""


def main() -> int:
    """Write the proposal; return 1, having said why, if it cannot be done."""
    what, name = os.environ["WHAT"], os.environ["PAGE"].strip()
    try:
        title, body, changes = edit(ROOT, what, name, os.environ.get("NEW", "").strip())
    except CannotBeDoneError as error:
        print(f"::error::{printable(str(error))}")
        return 1
    branch = f"{what.replace(' ', '-')}-{int(os.environ['GITHUB_RUN_ID'])}"
    write_proposal(Path(sys.argv[1]), branch, title, body, changes)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
