"""Measures what a command takes: seconds by the clock, and the memory of all its processes together."""

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median

LOOK_EVERY = 0.1  # seconds
LOOK_SHARE = (
    20  # a look at a large process takes a while and holds it up: at most a twentieth of the time goes to looking
)


@dataclass(frozen=True, slots=True)
class Command:
    """A program and what it is told.  settings: for its environment, beside those there are."""

    words: tuple[str, ...]
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Measured:
    """What some commands took, and the size of the site they left.  seconds: by the clock.  memory, size: bytes."""

    seconds: float
    memory: int
    size: int = 0
    files: int = 0


def measure(commands: Sequence[Command], site: Path | None = None) -> Measured:
    """Run commands one after the other and return what they took: all their seconds, and the highest memory of any moment.

    site: a folder whose size is wanted too.  Raises: CalledProcessError.
    """
    each = [_measure_one(command) for command in commands]
    took = Measured(sum(one.seconds for one in each), max(one.memory for one in each))
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()] if site else []
    return replace(took, size=sum(sizes), files=len(sizes))


def _measure_one(command: Command) -> Measured:
    started = time.monotonic()
    with subprocess.Popen(command.words, env={**os.environ, **command.settings}, stdout=subprocess.DEVNULL) as running:
        over, seen = threading.Event(), [0]
        watch = threading.Thread(target=lambda: seen.extend(_looks(running.pid, over)))
        watch.start()
        running.wait()
        seconds = time.monotonic() - started
        over.set()
        watch.join()
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command.words)
    return Measured(seconds, max(seen))


def _looks(process: int, over: threading.Event) -> Iterator[int]:
    pause = 0.0
    while not over.wait(pause):
        started = time.monotonic()
        yield memory_of(process)
        pause = max(LOOK_EVERY, LOOK_SHARE * (time.monotonic() - started))


def memory_of(process: int) -> int:
    """Return the memory of a process and all below it, in bytes; 0 where the system does not tell.

    It is what is theirs alone and their share of what they have in common (proportional set size).
    """
    folder = Path(f"/proc/{process}")
    try:
        rows = (folder / "smaps_rollup").read_text(encoding="ascii").splitlines()
        below = [child for task in folder.glob("task/*/children") for child in task.read_text(encoding="ascii").split()]
    except OSError:  # it ended meanwhile
        return 0
    own = next((int(row.split()[1]) * 1024 for row in rows if row.startswith("Pss:")), 0)
    return own + sum(memory_of(int(child)) for child in below)


def middle(several: Sequence[Measured]) -> Measured:
    """Return the median time of several runs of the same, and the highest memory of any."""
    return replace(
        several[-1], seconds=median(one.seconds for one in several), memory=max(one.memory for one in several)
    )
