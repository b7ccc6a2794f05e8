"""The one place that lists folders and opens files: ordinary ones alone.  No link is followed, nothing waited for.

A link could publish any file of the machine that builds, a named pipe would never end, and neither would a folder that
leads back to one around it.
"""

import os
import stat
from pathlib import Path
from typing import NamedTuple

from ideas_hub.problem import Problem

NOT_A_FILE, UNREADABLE = "not-a-file", "unreadable"
"""The rules of what is named here."""

ODD_KINDS = ((stat.S_ISLNK, "a link"), (stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"))


class FileList(NamedTuple):
    """What is in a folder and in the folders below it.

    files: the ordinary ones, by path from the root, in order.
    problems: of everything else.
    """

    files: list[str]
    problems: list[Problem]

    @property
    def names(self) -> list[str]:
        """The paths of the files, and of what is no ordinary file: whoever reads that gets its problem."""
        return [*self.files, *(problem.file for problem in self.problems)]


def list_files(root: Path, folder: str) -> FileList:
    """Return what is in a folder; nothing if there is no such folder.

    What is no file and starts with a dot is passed over: some editors mark an open file with such a link.
    """
    found = FileList([], [])
    folders = [folder]
    if obstacle := find_obstacle(root, folder):
        found.problems.append(obstacle)
        folders = []
    while folders:
        current = folders.pop()
        try:
            with os.scandir(f"{root}/{current}") as entries:
                for entry in entries:
                    path = f"{current}/{entry.name}"
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(path)
                    elif entry.is_file(follow_symlinks=False):
                        found.files.append(path)
                    elif not entry.name.startswith("."):
                        found.problems.append(_odd(path, entry.stat(follow_symlinks=False).st_mode))
        except FileNotFoundError:
            pass
        except OSError as error:
            found.problems.append(_unreadable(current, error))
    found.files.sort(key=_steps)
    found.problems.sort(key=Problem.sort_key)
    return found


def _steps(path: str) -> list[str]:
    return path.split("/")


def file_names(root: Path, folder: str) -> list[str]:
    """Return the names in a folder, whatever they are, in order; none if there is no such folder, or a link."""
    if find_obstacle(root, folder):
        return []
    try:
        return sorted(os.listdir(f"{root}/{folder}"))  # noqa: PTH208 thousands of path objects would cost more
    except OSError:
        return []


def read_file(root: Path, file: str, *, most: int = -1) -> bytes | Problem:
    """Return a file's bytes, or why there are none.

    file: path from the root.
    most: how many bytes are enough; -1 for all of them.
    """
    if obstacle := find_obstacle(root, file):
        return obstacle
    try:
        with open(f"{root}/{file}", "rb", buffering=0) as opened:  # noqa: PTH123 unbuffered is faster, and there are thousands
            return opened.read(most)
    except OSError as error:
        return _unreadable(file, error)


def is_there(root: Path, file: str) -> bool:
    """Return whether there is anything under a path; also what will be refused is not missing."""
    return find_obstacle(root, file) is not None or os.path.lexists(f"{root}/{file}")


def find_obstacle(root: Path, path: str) -> Problem | None:
    """Return a problem for the first step of a path that is neither a folder nor an ordinary file; None without one."""
    steps = path.split("/")
    for count in range(1, len(steps) + 1):
        step = "/".join(steps[:count])
        try:
            mode = os.lstat(f"{root}/{step}").st_mode
        except (OSError, ValueError):
            return None  # whoever opens it says why it cannot be read
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            return _odd(step, mode)
    return None


def _odd(path: str, mode: int) -> Problem:
    what = next((words for is_one, words in ODD_KINDS if is_one(mode)), "a device")
    return Problem(
        path,
        0,
        f"this is {what}, not an ordinary file, and the hub neither opens nor follows it.",
        rule=NOT_A_FILE,
        fix="Delete it, and put the file or folder itself in its place if it is needed.",
    )


def _unreadable(path: str, error: OSError) -> Problem:
    return Problem(
        path,
        0,
        f"it cannot be read: {error.strerror}.",
        rule=UNREADABLE,
        fix="Check that it is there, is a file, and may be read.",
    )
