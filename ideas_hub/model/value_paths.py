"""The path of a value in a file's facts, and its line."""

import pickle
from collections.abc import Iterator, Mapping
from typing import TypeAlias

ValuePath: TypeAlias = tuple[str | int, ...]
"""Keys and indices from the outermost value inwards: ("figures", 0, "value")."""

Lines: TypeAlias = dict[ValuePath, int]
"""The line of each value, from 1."""


class CompactLines(Mapping[ValuePath, int]):
    """Lines in little memory once they are stored: they are needed only if something is wrong, and files are many."""

    __slots__ = ("_lines", "_pickled")

    def __init__(self, lines: Lines) -> None:
        self._lines: Lines | None = lines
        self._pickled = b""

    def __getstate__(self) -> bytes:
        """Return them pickled, as they are kept until one is asked for."""
        return self._pickled or pickle.dumps(self._lines, protocol=5)

    def __setstate__(self, pickled: bytes) -> None:
        """Keep them pickled."""
        self._lines, self._pickled = None, pickled

    def __getitem__(self, path: ValuePath) -> int:
        return self._read()[path]

    def __iter__(self) -> Iterator[ValuePath]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def _read(self) -> Lines:
        if self._lines is not None:
            return self._lines
        lines: Lines = pickle.loads(self._pickled)  # noqa: S301 see __getstate__
        return lines


def field_name(path: ValuePath) -> str:
    """Return a path as editors see it: `figures[1].value`, items counted from 1."""
    name = ""
    for part in path:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if name else str(part)
    return name


def line_of(path: ValuePath, lines: Mapping[ValuePath, int], default: int = 1) -> int:
    """Return the line of a value, or of the innermost enclosing value that has one."""
    for length in range(len(path), -1, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return default
