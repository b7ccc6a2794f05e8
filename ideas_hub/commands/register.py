"""Add new entries to the register: `python -m ideas_hub.commands.register`."""

import sys
from pathlib import Path

from ideas_hub.model.register import REGISTER_FILE, register_csv, with_new_entries
from ideas_hub.repository.load import read_hub
from ideas_hub.repository.register import read_register


def main(root: Path) -> int:
    """Add the entries that the register lacks; return 1, and change nothing, if its file has mistakes."""
    register, problems = read_register(root)
    if problems:
        sys.stderr.write("\n".join(str(problem) for problem in problems) + "\n")
        return 1
    extended = with_new_entries(register, read_hub(root)[0])
    (root / REGISTER_FILE).write_text(register_csv(extended), encoding="utf-8", newline="\n")
    sys.stderr.write(f"{len(extended.rows) - len(register.rows)} added, {len(extended.rows)} in {REGISTER_FILE}.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(__file__).resolve().parents[2]))
