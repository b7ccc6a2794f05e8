"""Trails without what they rest on: a step that rests on nothing else goes, so that nothing of it stays published."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ideas_hub.model.document import Document
from ideas_hub.model.kinds import TRAILS
from ideas_hub.model.trail import MIN_STEPS, Trail
from ideas_hub.model.value_paths import ValuePath
from ideas_hub.repository.raw_content import RawContent


def without_grounds(
    root: Path, raw: RawContent, entry: Document[Any]
) -> Iterator[tuple[Document[Trail], bytes | None]]:
    """Yield each trail that rests on an entry, and its file without it; None if too few steps are left."""
    for trail in raw.documents[TRAILS.id]:
        if cut := list(_to_cut(trail, entry)):
            rows = (root / trail.file).read_bytes().decode("utf-8").split("\n")
            for path in reversed(cut):
                start, end = _span(path, trail, rows)
                del rows[start:end]
            left = len(trail.facts.steps) - sum(len(path) == len(("steps", 0)) for path in cut)
            yield trail, None if left < MIN_STEPS else "\n".join(rows).encode()


def _to_cut(trail: Document[Trail], entry: Document[Any]) -> Iterator[ValuePath]:
    """Yield the path of each step that rests on an entry alone, and of each item of the others that names it."""
    named = entry.kind.name_in_facts, entry.id
    for number, step in enumerate(trail.facts.steps):
        items = [index for index, ground in enumerate(step.rests_on) if named in ground.entries()]
        if len(items) == len(step.rests_on):
            yield ("steps", number)
        else:
            yield from (("steps", number, "rests_on", index) for index in items)


def _span(path: ValuePath, trail: Document[Trail], rows: list[str]) -> tuple[int, int]:
    """Return where the lines of a value start and end, counted from 0; none where it shares one with another value.

    The check then names what is still to be taken out.
    """
    own, others = set[int](), set[int]()
    for other, line in trail.lines.items():
        (own if other[: len(path)] == path else others).add(line)
    start = min(own)
    end = min((line for line in others if line >= start), default=rows.index("---", 1) + 1)
    return (start - 1, max(end - 1, start - 1)) if start not in others else (0, 0)
