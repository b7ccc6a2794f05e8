"""Kill a build before each of its file operations, and print what is in its folder then and after the next build.

Run as a program: the forks must be of a process without threads.
"""

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from ideas_hub.engine import atomic_folder
from tests.ideas_hub.engine.folders import build, contents, replaced

BEFORE = {"index.html": "before", "gone/before.html": "before"}
OLD = {"regions.html": "to go", "find": "a file", "news/old/index.html": "a folder", "index.html": "old"}
KEPT = {"themes/index.html": "themes", "themes/wood/index.html": "wood"}
NEW = {"about.html": "new", "find/deep/index.html": "new", "index.html": "new", "news": "new"}


def first_build(target: Path) -> None:
    build(target, {**NEW, **KEPT})


def edit(target: Path) -> None:
    """Replace, remove and add files; a folder takes a file's place and the other way round."""
    build(target, NEW, unchanged=tuple(KEPT))


def whole_new_site(target: Path) -> None:
    build(target, {**NEW, **KEPT})


def prepare(case: str, target: Path) -> None:
    """Leave what earlier builds leave: a site and, after a second one, a spare."""
    if case != "first_build":
        build(target, {**BEFORE, **KEPT})
        build(target, OLD, unchanged=tuple(KEPT))


def killed(work: Callable[[], None], number: int) -> bool:
    """Do something in a process that is killed before its file operation of this number; False if there are fewer."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] == signal.SIGKILL
    operations = []

    def count_and_kill(event: str, _: object) -> None:
        if event.startswith(("os.", "shutil.", "ctypes.dl")):
            operations.append(event)
            if len(operations) == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count_and_kill)
    work()
    os._exit(0)


def outcomes(case: str, folder: Path) -> Iterator[dict[str, object]]:
    """Yield what is in the target after a kill, after a failed build on top of it, and after a good one."""
    states = {json.dumps({**new, **KEPT}, sort_keys=True): name for new, name in ((OLD, "old"), (NEW, "new"))}

    def state(target: Path) -> str:
        found = contents(target)
        return states.get(json.dumps(found, sort_keys=True), str(found)) if target.exists() else "none"

    for number in count(1):
        target = folder / str(number) / "site"
        target.parent.mkdir(parents=True)
        prepare(case, target)
        if not killed(lambda target=target: globals()[case](target), number):  # type: ignore[misc]
            return
        after_kill = state(target)
        fail(target)
        after_failure = state(target)
        whole_new_site(target)
        beside = sorted(path.name for path in target.parent.iterdir())
        yield {"killed": after_kill, "failed": after_failure, "built": state(target), "beside": beside}
        shutil.rmtree(target.parent)


def fail(target: Path) -> None:
    """Let a build fail before its first file."""
    with suppress(ZeroDivisionError), replaced(target):
        _ = 1 / 0


if __name__ == "__main__":
    case, exchange, folder = sys.argv[1:]
    if exchange == "no":
        atomic_folder.RENAME_EXCHANGE = 1 << 20  # unknown to every system
    json.dump(list(outcomes(case, Path(folder))), sys.stdout)
