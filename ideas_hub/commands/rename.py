"""scripts/rename OLD NEW: give an entry another name, wherever it is named; its old address leads on."""

import argparse
import sys
from pathlib import Path

from ideas_hub.commands.check import ROOT
from ideas_hub.editing.changes import apply_changes
from ideas_hub.editing.entry_named import CannotBeDoneError, entry_named
from ideas_hub.editing.rename import rename
from ideas_hub.engine.cache import Cache
from ideas_hub.problem import printable
from ideas_hub.repository.raw_content import read_raw_content


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Rename an entry and list the files that changed; return 1, with nothing changed, if it cannot be done."""
    parser = argparse.ArgumentParser(prog="scripts/rename", description="Give an entry another name.")
    parser.add_argument("old", metavar="OLD", help="its name, or its file: soldering, case_studies/soldering.md")
    parser.add_argument("new", metavar="NEW", help="its new name: lower-case words joined by hyphens")
    options = parser.parse_args(arguments)
    raw = read_raw_content(root, Cache(None))
    try:
        entry = entry_named(raw, options.old)
        renaming = rename(root, raw, entry, options.new.rpartition("/")[2].removesuffix(".md"))
        apply_changes(root, renaming.changes)
    except (CannotBeDoneError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for file, content in renaming.changes.items():
        sys.stdout.write(f"{'Changed' if content is not None else 'Gone'}: {file}\n")
    for mention in renaming.left:
        sys.stdout.write(f"Left for you: {mention.file}:{mention.line} names {printable(mention.words)}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
