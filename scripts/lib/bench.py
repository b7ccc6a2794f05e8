"""scripts/bench [N ...]: builds N made-up case studies cold, again, and after one edit, each build a process of its own.

Wall seconds are of the whole process, start of Python included.  Memory is the largest sum over all its processes of what is
theirs alone plus their share of what they have in common (proportional set size), looked at ten times a second.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from building import ROOT
from made_up import make_repository

BUILD = "import sys; from pathlib import Path; from building import build_site, speak_plainly; speak_plainly(); "
BUILD += "build_site(Path(sys.argv[2]), root=Path(sys.argv[1]))"
LOOK_EVERY = 0.1  # seconds


@dataclass(frozen=True, slots=True)
class Measured:
    """One build.  seconds: wall.  memory: bytes, at the highest."""

    seconds: float
    memory: int


def measure(repository: Path, output: Path) -> Measured:
    """Build in a process of its own and return what it took.  Raises: CalledProcessError."""
    settings = {**os.environ, "PYTHONPATH": f"{ROOT / 'scripts/lib'}{os.pathsep}{ROOT}", "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ""}
    command = [sys.executable, "-c", BUILD, str(repository), str(output)]
    started, highest = time.monotonic(), 0
    with subprocess.Popen(command, env=settings) as build:
        while build.poll() is None:
            highest = max(highest, memory_of(build.pid))
            time.sleep(LOOK_EVERY)
    seconds = time.monotonic() - started
    if build.returncode:
        raise subprocess.CalledProcessError(build.returncode, command)
    return Measured(seconds, highest)


def memory_of(process: int) -> int:
    """Return the memory of a process and all below it, in bytes; 0 where the system does not tell."""
    try:
        rows = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
        below = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:
        return 0
    own = next((int(row.split()[1]) * 1024 for row in rows if row.startswith("Pss:")), 0)
    return own + sum(memory_of(int(child)) for child in below)


def edit_one(repository: Path) -> None:
    """Change a word of the text of one case study."""
    study = repository / "case_studies/made-up-00000.md"
    study.write_text(study.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")


def main() -> int:
    """Print a row for each number of entries and each build."""
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Measure how the build grows with made-up case studies.")
    parser.add_argument("counts", nargs="*", type=int, default=[1000], metavar="N", help="how many (1000 unless told)")
    print("| entries | build | seconds | ms an entry | memory, MB | site, MB | files |\n| ---: | --- | ---: | ---: | ---: | ---: | ---: |")
    for count in parser.parse_args().counts:
        with tempfile.TemporaryDirectory(prefix="ideas-hub-bench-") as folder:
            repository, output = Path(folder, "repository"), Path(folder, "site")
            repository.mkdir()
            make_repository(ROOT, repository, count)
            for name in ("cold", "again", "after one edit"):
                if name == "after one edit":
                    edit_one(repository)
                took = measure(repository, output)
                files = [path for path in output.rglob("*") if path.is_file()]
                size = sum(path.stat().st_size for path in files) / 1e6
                print(
                    f"| {count:,} | {name} | {took.seconds:.1f} | {took.seconds / count * 1000:.1f} | {took.memory / 1e6:.0f} "
                    f"| {size:.0f} | {len(files):,} |",
                    flush=True,
                )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
