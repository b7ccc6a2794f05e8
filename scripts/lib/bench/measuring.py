"""Measure commands: wall-clock seconds, and the memory of all their processes together."""

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median

SAMPLE_INTERVAL = 0.1  # seconds
SAMPLE_SHARE = 20  # sampling a large process slows it down: spend at most a twentieth of the time on it


@dataclass(frozen=True, slots=True)
class Command:
    """A program with its arguments.

    settings: extra environment variables.
    """

    words: tuple[str, ...]
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Measurement:
    """What some commands took, and the size of the site they built.

    seconds: by the clock.
    memory: peak, in bytes.
    size: in bytes.
    """

    seconds: float
    memory: int
    size: int = 0
    files: int = 0


def measure(commands: Sequence[Command], site: Path | None = None) -> Measurement:
    """Run commands one after the other, and return their total time and highest peak memory.

    site: a folder to add the size of.
    Raises: CalledProcessError.
    """
    runs = [_measure_one(command) for command in commands]
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()] if site else []
    memory = max(run.memory for run in runs)
    return Measurement(sum(run.seconds for run in runs), memory, sum(sizes), len(sizes))


def _measure_one(command: Command) -> Measurement:
    started = time.monotonic()
    settings = {**os.environ, **command.settings}
    with subprocess.Popen(command.words, env=settings, stdout=subprocess.DEVNULL) as process:
        ended, samples = threading.Event(), [0]
        sampler = threading.Thread(target=lambda: samples.extend(_memory_samples(process.pid, ended)))
        sampler.start()
        process.wait()
        seconds = time.monotonic() - started
        ended.set()
        sampler.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command.words)
    return Measurement(seconds, max(samples))


def _memory_samples(process: int, ended: threading.Event) -> Iterator[int]:
    pause = 0.0
    while not ended.wait(pause):
        started = time.monotonic()
        yield memory_of(process)
        pause = max(SAMPLE_INTERVAL, SAMPLE_SHARE * (time.monotonic() - started))


def memory_of(process: int) -> int:
    """Return the memory of a process and its descendants in bytes (proportional set size); 0 if unknown.

    Source: /proc/PID/smaps_rollup, Linux only.
    """
    folder = Path(f"/proc/{process}")
    try:
        rows = (folder / "smaps_rollup").read_text(encoding="ascii").splitlines()
        children = [id_ for task in folder.glob("task/*/children") for id_ in task.read_text(encoding="ascii").split()]
    except OSError:  # it has ended, or this is no Linux
        return 0
    memory = next((int(row.split()[1]) * 1024 for row in rows if row.startswith("Pss:")), 0)
    return memory + sum(memory_of(int(child)) for child in children)


def median_run(runs: Sequence[Measurement]) -> Measurement:
    """Return the median time and the highest memory of several runs of the same build."""
    return replace(runs[-1], seconds=median(run.seconds for run in runs), memory=max(run.memory for run in runs))
