"""Give an entry another name: its file, all that names it, its photo, and its old address, which leads on."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ideas_hub.editing.entry_named import CannotBeDoneError
from ideas_hub.editing.mentions import Mention, find_mentions
from ideas_hub.model.document import Document
from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.photos.originals import FOLDER as PHOTOS
from ideas_hub.problem import printable
from ideas_hub.reading.documents import MAX_NAME
from ideas_hub.reading.front_matter import FENCE, parse_page
from ideas_hub.reading.near_words import TIDY
from ideas_hub.repository.raw_content import RawContent

LINES_OF_A_LINK = 4  # one may start on one line and end on the next


@dataclass(frozen=True)
class Renaming:
    """What another name changes.

    changes: the new bytes of each file, by path from the root; None for a file that goes.
    left: mentions that could not be changed.
    """

    changes: Mapping[str, bytes | None]
    left: tuple[Mention, ...]


def rename(root: Path, raw: RawContent, entry: Document[Any], name: str) -> Renaming:
    """Return what it takes to give an entry another id; nothing is written yet.

    Raises CannotBeDoneError.
    """
    _refuse(root, entry, name)
    mentions, left = find_mentions(raw, entry), list[Mention]()
    texts = {file: _rows(root, file) for file in (*(mention.file for mention in mentions), entry.file)}
    for mention in mentions:
        if not _replace_in(texts[mention.file], mention, entry.id, name):
            left.append(mention)
    own = texts.pop(entry.file)
    photo = _photo(raw, entry)
    new_photo = f"{name}.{photo.rpartition('.')[2]}"
    if photo:
        _replace(own, entry.lines["image", "file"], photo, new_photo)
    _add_old_id(own, entry, name)
    if entry.id not in (parse_page("\n".join(own), entry.file).values.get("redirect_from") or [entry.id]):
        raise CannotBeDoneError(f"Write redirect_from in {entry.file} on one line first.")
    changes: dict[str, bytes | None] = {file: "\n".join(rows).encode() for file, rows in texts.items()}
    changes |= {f"{entry.kind.folder}/{name}.md": "\n".join(own).encode(), entry.file: None}
    if photo:
        folder = f"{entry.kind.folder}/{PHOTOS}"
        changes |= {f"{folder}/{new_photo}": (root / folder / photo).read_bytes(), f"{folder}/{photo}": None}
    return Renaming(changes, tuple(left))


def _refuse(root: Path, entry: Document[Any], name: str) -> None:
    if not TIDY.fullmatch(name) or len(name) > MAX_NAME:
        raise CannotBeDoneError(f"{printable(name)} cannot be a name: write lower-case words joined by hyphens.")
    if (root / entry.kind.folder / f"{name}.md").exists():
        raise CannotBeDoneError(f"There is a {entry.kind.singular} {name} already.")


def _rows(root: Path, file: str) -> list[str]:
    return (root / file).read_bytes().decode("utf-8").split("\n")


def _replace_in(rows: list[str], mention: Mention, old: str, new: str) -> bool:
    """Put the new id in the place of the old one where a mention stands; return whether it was there."""
    if not mention.field:
        lines = range(mention.line, min(mention.line + LINES_OF_A_LINK, len(rows) + 1))
        return any(_replace(rows, line, f"{old}.md", f"{new}.md") for line in lines)
    # a project or a learning point may have the same id, on the same line
    last = mention.field.rpartition(".")[2]
    before = "," if mention.file.endswith(".csv") else "" if last.endswith("]") else rf"\b{last}: *[\"']?"
    return _replace(rows, mention.line, old, new, before)


def _replace(rows: list[str], line: int, old: str, new: str, before: str = "") -> bool:
    """Replace a whole word on a line, which counts from 1; return whether it was there.

    before: a pattern of what has to stand in front of it.
    """
    word = re.compile(rf"(?P<before>{before})(?<![\w-]){re.escape(old)}(?![\w-])")
    rows[line - 1], count = word.subn(lambda match: match["before"] + new, rows[line - 1])
    return count > 0


def _photo(raw: RawContent, entry: Document[Any]) -> str:
    """Return the name of the photo that is called as the entry is, if the entry alone shows it; else ""."""
    image = entry.facts.image
    if not image or image.file.rpartition(".")[0] != entry.id:
        return ""
    others = (one.facts.image for kind in ENTRY_KINDS for one in raw.documents[kind.id] if one is not entry)
    return "" if any(other and other.file == image.file for other in others) else image.file


def _add_old_id(rows: list[str], entry: Document[Any], name: str) -> None:
    """Name the id that an entry had until now as its last old one, where it was published."""
    if entry.facts.draft:
        return
    ids = [*(one for one in entry.facts.redirect_from if one != name), entry.id]
    start, end = _span(entry, "redirect_from") or (_end_of_facts(rows),) * 2
    rows[start:end] = [f"redirect_from: [{', '.join(ids)}]"]


def _span(entry: Document[Any], field: str) -> tuple[int, int] | None:
    """Return where the lines of a field start and end, counted from 0; None if the entry does not have it."""
    lines = [line for path, line in entry.lines.items() if path[:1] == (field,)]
    return (min(lines) - 1, max(lines)) if lines else None


def _end_of_facts(rows: Iterable[str]) -> int:
    return next(number for number, row in enumerate(rows) if number and row.rstrip() == FENCE)
