"""The path of a value in a file's facts, and its line."""

import pickle
from collections.abc import Iterator, Mapping
from typing import TypeAlias

ValuePath: TypeAlias = tuple[str | int, ...]
"""Keys and indices from the outermost value inwards: ("figures", 0, "value")."""

Lines: TypeAlias = dict[ValuePath, int]
"""The line of each value, from 1."""


class CompactLines(Mapping[ValuePath, int]):
    """Lines in little memory: they are needed only if something is wrong, and there are thousands of files."""

    __slots__ = ("_pickled",)

    def __init__(self, lines: Lines) -> None:
        self._pickled = pickle.dumps(lines, protocol=5)

    def __getitem__(self, path: ValuePath) -> int:
        return self._lines()[path]

    def __iter__(self) -> Iterator[ValuePath]:
        return iter(self._lines())

    def __len__(self) -> int:
        return len(self._lines())

    def _lines(self) -> Lines:
        lines: Lines = pickle.loads(self._pickled)  # noqa: S301 pickled in __init__
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
