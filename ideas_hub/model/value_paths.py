"""The path of a value in a file's facts, and its line."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from ideas_hub.engine.compact import Compact

ValuePath: TypeAlias = tuple[str | int, ...]
"""Keys and indices from the outermost value inwards: ("figures", 0, "value")."""

Lines: TypeAlias = dict[ValuePath, int]
"""The line of each value, from 1."""


class CompactLines(Mapping[ValuePath, int], Compact[Lines]):
    """Lines in little room: they are needed only if something is wrong."""

    __slots__ = ()

    def __getitem__(self, path: ValuePath) -> int:
        return self.read()[path]

    def __iter__(self) -> Iterator[ValuePath]:
        return iter(self.read())

    def __len__(self) -> int:
        return len(self.read())


def field_name(path: ValuePath) -> str:
    """Return a path as editors see it: `figures[1].value`, items counted from 1."""
    name = ""
    for part in path:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if name else str(part)
    return name


def line_of(path: ValuePath, lines: Mapping[ValuePath, int], default: int = 1) -> int:
    """Return the line of a value, or of the innermost enclosing value that has one."""
    for length in range(len(path), -1, -1):
        if line := lines.get(path[:length]):
            return line
    return default


def as_written(value: object) -> str:
    """Return a value as an editor would write it: `true`, `[a, b]`, `{start: 2021}`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(as_written, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {as_written(part)}'.removesuffix(': ') for key, part in value.items())}}}"
    return str(value)


def values_at_path(value: object, steps: Iterable[str]) -> list[tuple[ValuePath, object]]:
    """Return every value at a path of field names, with the value's own path.

    steps: field names, or `*` for every item; a field that is missing or None contributes nothing.
    """
    found: list[tuple[ValuePath, object]] = [((), value)]
    for step in steps:
        if step == "*":
            found = [((*path, key), inner) for path, outer in found for key, inner in _items(outer)]
        else:
            inside = [(path, _field(outer, step)) for path, outer in found]
            found = [((*path, step), inner) for path, inner in inside if inner is not None]
        if not found:  # as most fields are not there
            break
    return found


def _items(value: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, (tuple, list)) else ()


def _field(value: object, name: str) -> object:
    # not getattr(): it is slow for fields that a pydantic model does not have
    return (value if isinstance(value, dict) else getattr(value, "__dict__", {})).get(name)
