"""Build sites and run other commands, and measure them: time by the clock and of processors, and memory."""

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile

SAMPLE_INTERVAL = 0.1  # seconds
SAMPLE_SHARE = 20  # sampling a large process slows it down: spend at most a twentieth of the time on it
COLD, AGAIN, EDITED, RENAMED, ADDED = STEPS = ("cold", "again", "after one edit", "another title", "a new entry")


@dataclass(frozen=True, slots=True)
class Measurement:
    """What some commands took, and the size of the site they built.

    seconds: by the clock.
    processor_seconds: of all their processes, in their own code and in the system's.
    memory: peak, in bytes.
    size: in bytes.
    """

    seconds: float
    processor_seconds: float
    memory: int
    size: int = 0
    files: int = 0


Steps = Mapping[str, Sequence[Measurement]]
"""What each kind of build took, in the order of the builders."""


@dataclass(frozen=True, slots=True)
class Builder:
    """A site generator, ready to build a site of case studies: ours, or another's of the same text.

    commands: programs with their arguments; run one after the other, they build the site.
    study: the case study that an edit changes.
    site: the folder of the built site.
    cache: the folder of its build cache, if it has one.
    """

    commands: tuple[Sequence[str], ...]
    study: Path
    site: Path
    cache: Path | None = None

    def clear(self) -> None:
        """Remove the site and the cache."""
        for folder in filter(None, (self.site, self.cache)):
            shutil.rmtree(folder, ignore_errors=True)

    def change(self, step: str) -> None:
        """Do to the content what a step starts from: one more sentence, another title, or one more case study."""
        text = self.study.read_text(encoding="utf-8")
        if step == EDITED:
            self.study.write_text(f"{text}\nOne more sentence.\n", encoding="utf-8")
        elif step == RENAMED:
            self.study.write_text(text.replace("title: ", "title: Again ", 1), encoding="utf-8")
        elif step == ADDED:
            number = len(list(self.study.parent.glob("new-*.md")))
            new = self.study.with_name(f"new-{number}.md")
            new.write_text(text.replace("title: ", f"title: New {number} ", 1), encoding="utf-8")

    def build(self) -> Measurement:
        """Build, and return what it took, with the size of the site.

        Raises: CalledProcessError.
        """
        runs = [measure(command) for command in self.commands]
        sizes = [path.stat().st_size for path in self.site.rglob("*") if path.is_file()]
        return Measurement(
            sum(run.seconds for run in runs),
            sum(run.processor_seconds for run in runs),
            max(run.memory for run in runs),
            sum(sizes),
            len(sizes),
        )


def measure_builds(builders: Sequence[Builder], times: int) -> Steps:
    """Return the measurements of each step; who goes first changes from step to step and from time to time."""
    taken: dict[str, list[list[Measurement]]] = {step: [[] for _ in builders] for step in STEPS}
    for number in range(times):
        for builder in builders:
            builder.clear()
        for place, step in enumerate(STEPS):
            turns = list(zip(builders, taken[step], strict=True))
            for builder, runs in turns if (number + place) % 2 == 0 else reversed(turns):
                builder.change(step)
                runs.append(builder.build())
    return {step: [median_run(runs) for runs in each] for step, each in taken.items()}


def median_run(runs: Sequence[Measurement]) -> Measurement:
    """Return the median times and the highest memory of several runs of the same build."""
    return replace(
        runs[-1],
        seconds=median(run.seconds for run in runs),
        processor_seconds=median(run.processor_seconds for run in runs),
        memory=max(run.memory for run in runs),
    )


def measure(command: Sequence[str]) -> Measurement:
    """Run a command, and return its time and peak memory.

    Raises: CalledProcessError, having printed what the command says of it.
    """
    started, before = time.monotonic(), _processor_seconds_of_children()
    with (
        TemporaryFile("w+") as said,
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, env=users_environment()) as process,
        ThreadPoolExecutor() as sampler,
    ):
        memory = sampler.submit(_peak_memory, process)
        process.wait()
        seconds, of_processors = time.monotonic() - started, _processor_seconds_of_children() - before
        said.seek(0)
        problems = said.read()
    if process.returncode:
        print(problems, file=sys.stderr)
        raise subprocess.CalledProcessError(process.returncode, command)
    return Measurement(seconds, of_processors, memory.result())


def users_environment() -> dict[str, str]:
    """Return the environment of a command as whoever runs it has it: with the modules that Python compiled before."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _processor_seconds_of_children() -> float:
    """Return the processor time of all processes below this one that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def processor_seconds_of(process: int) -> float:
    """Return the processor time of a process, and of those below it that have ended; 0 if unknown.

    Source: /proc/PID/stat, Linux only; man 5 proc.
    """
    try:
        times = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[11:15]
    except OSError:
        return 0.0
    return sum(map(int, times)) / float(os.sysconf("SC_CLK_TCK"))


def _peak_memory(process: "subprocess.Popen[bytes]") -> int:
    peak = 0
    while process.poll() is None:
        started = time.monotonic()
        peak = max(peak, memory_of(process.pid))
        time.sleep(max(SAMPLE_INTERVAL, SAMPLE_SHARE * (time.monotonic() - started)))
    return peak


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
