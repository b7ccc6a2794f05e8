"""All that one file gives by itself, found in one go: its document, and what is wrong with it.

It depends on nothing but the file's name, its bytes and the glossary's words.  So a file is read once, and again only when it
changes, by all processors; what files say of each other is looked at later.
"""

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from ideas_hub.checks.checked_file import GlossaryForms, checked_file
from ideas_hub.checks.run import RuleResults, apply_text_rules
from ideas_hub.engine.cache import Cache, cache_key, serialise
from ideas_hub.engine.parallel import map_cached
from ideas_hub.model.document import Document
from ideas_hub.model.kinds import ENTRY_KINDS, Kind
from ideas_hub.model.term import GlossaryTerm
from ideas_hub.problem import Problem
from ideas_hub.reading import text_file
from ideas_hub.reading.documents import document_of, parse_file
from ideas_hub.reading.front_matter import Parsed
from ideas_hub.reading.glossary_links import GlossaryMatcher

MADE = "reading"  # in the cache
SETTLES = 100_000_000  # nanoseconds; coarser than any disk's clock
Stamp = tuple[str, str, int, int, int, int]


class FileResult(NamedTuple):
    """What one file gave.

    document: None when its facts cannot be trusted; `parsed` is then what it says, unchecked.  links: of its text, as an
    Article has them.  problems: that keep it from being published.  found: by the rules for texts.
    """

    file: str
    kind: Kind
    document: Document[Any] | None
    parsed: Parsed
    links: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]
    found: RuleResults


class ReadingMemo:
    """What one process has read before, for a preview: a file whose stamp is the same is not even opened again."""

    def __init__(self) -> None:
        self._readings: dict[str, tuple[Stamp, FileResult]] = {}

    def take(self, stamps: Mapping[str, Stamp]) -> dict[str, FileResult]:
        """Return what is known of files, by file.  stamps: of each."""
        return {
            file: self._readings[file][1]
            for file, stamp in stamps.items()
            if file in self._readings and self._readings[file][0] == stamp
        }

    def fill(self, stamps: Mapping[str, Stamp], readings: Mapping[str, FileResult]) -> None:
        """Know these files and no others; one that was saved just now may be saved again without its stamp telling."""
        self._readings = {file: (stamp, readings[file]) for file, stamp in stamps.items() if _has_settled(stamp)}


def read_all(
    root: Path,
    files: Mapping[str, Kind],
    glossary: Mapping[str, GlossaryTerm],
    cache: Cache,
    shelf: ReadingMemo | None = None,
) -> list[FileResult]:
    """Return what each file gives, in the order of the files.  shelf: what this process has read before, to be renewed."""
    words = (GlossaryMatcher(glossary), GlossaryForms.of(glossary))
    stamps = {file: _stamp(f"{root}/{file}", kind, words) for file, kind in files.items()}
    known = shelf.take(stamps) if shelf else {}
    noted = {} if known else _noted(root, stamps, cache)
    kept = cache.get(noted.values())
    cache.mark(kept)
    known |= {file: kept[key] for file, key in noted.items() if key in kept}
    jobs = {file: _job(root, file, kind, words) for file, kind in files.items() if file not in known}
    known |= zip(jobs, map_cached(MADE, jobs.values(), cache), strict=True)
    if shelf:
        shelf.fill(stamps, known)
    elif jobs:
        _note(root, stamps, noted | {file: cache_key(MADE, hangs_on) for file, (hangs_on, _) in jobs.items()}, cache)
    return [known[file] for file in files]


def _job(
    root: Path, file: str, kind: Kind, words: tuple[GlossaryMatcher, GlossaryForms]
) -> tuple[object, Callable[[], FileResult]]:
    """Return what reading a file hangs on, its bytes by their digest, and what reads it."""
    content = text_file.load(f"{root}/{file}", file)
    digest = sha256(content if isinstance(content, bytes) else repr(content).encode()).digest()
    return (kind.id, file, digest, words), partial(_read, kind, file, content, digest, words)


def _noted(root: Path, stamps: Mapping[str, Stamp], cache: Cache) -> dict[str, bytes]:
    """Return the key in the cache of what each file gave that has not changed since: it need not even be opened."""
    noted = cache.get([_key(root)]).get(_key(root), {})
    return {file: noted[file][1] for file, stamp in stamps.items() if file in noted and noted[file][0] == stamp}


def _note(root: Path, stamps: Mapping[str, Stamp], keys: Mapping[str, bytes], cache: Cache) -> None:
    cache.put(
        {_key(root): serialise({file: (stamps[file], key) for file, key in keys.items() if _has_settled(stamps[file])})}
    )


def _has_settled(stamp: Stamp) -> bool:
    return max(stamp[-2:]) < time.time_ns() - SETTLES


def _key(root: Path) -> bytes:
    return cache_key("stamps", str(root.absolute()))


def _stamp(path: str, kind: Kind, words: tuple[GlossaryMatcher, GlossaryForms]) -> Stamp:
    """Return what tells whether a file is as it was, beside its path, as git tells it of a work tree; the last two are times."""
    try:
        seen = os.lstat(path)
    except OSError:
        return "", "", 0, 0, 0, time.time_ns()
    # the last is when the file was changed in any way: unlike the time before it, nobody can set that
    return kind.id, repr(words), seen.st_size, seen.st_ino, seen.st_mtime_ns, seen.st_ctime_ns


def _read(
    kind: Kind, file: str, content: bytes | Problem, digest: bytes, words: tuple[GlossaryMatcher, GlossaryForms]
) -> FileResult:
    forms, known = words
    opened = parse_file(kind, file, content)
    document, article, problems = document_of(opened, forms)
    if document and document.kind in ENTRY_KINDS and isinstance(content, bytes):
        above = "\n".join(opened.text.split("\n", document.body_line - 1)[: document.body_line - 1]).encode()
        document = replace(document, digest=digest, facts_digest=sha256(above).digest())
    found = apply_text_rules(checked_file(opened.text, file, opened.parsed), known)
    parsed = Parsed() if document or not opened.parsed else opened.parsed
    return FileResult(file, opened.kind, document, parsed, article.links, (*opened.problems, *problems), found)
