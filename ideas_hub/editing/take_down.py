"""Take an entry off the site: what its file and its photo become, and every place that still speaks of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ideas_hub.editing.mentions import Mention, find_mentions, find_mentions_of_figures
from ideas_hub.editing.trail_steps import without_grounds
from ideas_hub.model.document import Document
from ideas_hub.photos.originals import FOLDER as PHOTOS
from ideas_hub.reading.files import list_files
from ideas_hub.reading.front_matter import FENCE
from ideas_hub.repository.raw_content import FOLDERS, RawContent

TEXTS = (".md", ".yml", ".csv")


@dataclass(frozen=True)
class TakingDown:
    """What it takes to take an entry down.

    changes: the new bytes of each file, by path from the root; None for a file that goes.
    mentions: the places that still speak of it, for an editor to decide about.
    """

    changes: Mapping[str, bytes | None]
    mentions: tuple[Mention, ...]


def take_down(root: Path, raw: RawContent, entry: Document[Any], today: date) -> TakingDown:
    """Return what is left of an entry from today on, and what else speaks of it; nothing is written yet.

    Its photo goes too, unless another entry shows it, and so do its figures, wherever they are shown, and the steps of
    trails that rest on nothing else.
    """
    changes: dict[str, bytes | None] = {entry.file: _left_of(entry, today)}
    shown = [one for one in raw.documents[entry.kind.id] if one.facts.image == entry.facts.image]
    if entry.facts.image and len(shown) == 1:
        changes[f"{entry.kind.folder}/{PHOTOS}/{entry.facts.image.file}"] = None
    changes |= _without_figures(root, find_mentions_of_figures(raw, entry))
    changes |= {trail.file: left or _left_of(trail, today) for trail, left in without_grounds(root, raw, entry)}
    links = [mention for mention in find_mentions(raw, entry) if mention.file != entry.file]
    listed = {(mention.file, mention.line) for mention in links}
    words = [mention for mention in _words(root, entry) if (mention.file, mention.line) not in listed]
    return TakingDown(changes, tuple(sorted([*links, *words], key=lambda one: (one.file, one.line))))


def _left_of(entry: Document[Any], today: date) -> bytes:
    """Return the file of an entry from the day on which it is taken down."""
    old_ids = ", ".join(entry.facts.redirect_from)
    facts = f"withdrawn: {today}\n" + (f"redirect_from: [{old_ids}]\n" if old_ids else "")
    return f"{FENCE}\n{facts}{FENCE}\n".encode()


def _without_figures(root: Path, mentions: Iterable[Mention]) -> dict[str, bytes]:
    """Return the files that name these figures as they are without them."""
    texts: dict[str, list[str]] = {}
    for one in sorted(mentions, key=lambda one: -one.line):  # from below, as rows may go
        rows = texts.setdefault(one.file, (root / one.file).read_bytes().decode("utf-8").split("\n"))
        at, word = one.line - 1, rf"(?<![\w-]){re.escape(one.words)}(?![\w-])"
        if not re.fullmatch(rf"\s*- *[\"']?{word}[\"']?\s*(?:#.*)?", rows[at]):
            rows[at] = re.sub(rf",\s*{word}|{word}\s*,?\s*", "", rows[at], count=1)
            continue
        del rows[at]
        if rows[at - 1].rstrip().endswith(":") and not rows[at].lstrip().startswith("- "):
            del rows[at - 1]  # nothing is left of the list
    return {file: "\n".join(rows).encode() for file, rows in texts.items()}


def _words(root: Path, entry: Document[Any]) -> Iterator[Mention]:
    """Yield every line of another file that has the entry's title, its organisation, or its id."""
    names = [entry.facts.title, *filter(None, [getattr(entry.facts, "organisation", None)]), entry.id]
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names), re.IGNORECASE)
    for folder in FOLDERS:
        for file in list_files(root, folder).files:
            if file.endswith(TEXTS) and file != entry.file:
                text = (root / file).read_bytes().decode("utf-8", errors="replace")
                for number, row in enumerate(text.split("\n"), 1):
                    if match := pattern.search(row):
                        yield Mention(file, number, match.group())
