"""scripts/take-down NAME: take an entry off the site, and list what still speaks of it."""

import argparse
import sys
from pathlib import Path

from ideas_hub.commands.check import ROOT
from ideas_hub.editing.changes import apply_changes
from ideas_hub.editing.entry_named import CannotBeDoneError, entry_named
from ideas_hub.editing.take_down import TakingDown, take_down
from ideas_hub.engine.build_date import build_date
from ideas_hub.engine.cache import Cache
from ideas_hub.problem import printable
from ideas_hub.repository.raw_content import read_raw_content

WHAT_STAYS = """What stays, and what to do:
- Git has the old text and photo. If they could harm somebody, remove them with git filter-repo
  and ask GitHub's support.
- Pull requests and the form it came from: delete what they say, or ask GitHub's support.
- The files of finished checks, with the site to look at: delete the run on the page "Actions".
- Copies for offline reading, and previews on other people's machines: ask those who have them.
- Search engines forget in some days. Ask for it with their own forms for removed pages.
docs/contribute/taking-down.md has the whole list.
"""


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Take an entry down, and print what is left to decide; return 1, with nothing changed, if it cannot be done."""
    parser = argparse.ArgumentParser(prog="scripts/take-down", description="Take an entry off the site.")
    parser.add_argument("name", metavar="NAME", help="its name, or its file: soldering, case_studies/soldering.md")
    raw = read_raw_content(root, Cache(None))
    try:
        taken = take_down(root, raw, entry_named(raw, parser.parse_args(arguments).name), build_date())
        apply_changes(root, taken.changes)
    except (CannotBeDoneError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(_report(taken))
    return 0


def _report(taken: TakingDown) -> str:
    rows = [f"{'Changed' if content else 'Gone'}: {file}" for file, content in taken.changes.items()]
    if taken.mentions:
        rows += ["", "These pages still mention it. Decide about each:"]
        rows += [f"- {one.file}:{one.line}: {printable(one.words)}" for one in taken.mentions]
    return "\n".join([*rows, "", WHAT_STAYS])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
