"""Everything derived from a single file: its document, and what is wrong with it.

A result depends only on the name of the file, its bytes and the glossary, so it is cached by their digest, and many
files are read in parallel.  What files say of each other is checked later, in `consistency`.
"""

import os
import time
from collections.abc import Callable, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from ideas_hub.checks.checked_file import GlossaryForms, checked_page
from ideas_hub.checks.run import RuleResults, apply_text_rules
from ideas_hub.engine.cache import Cache
from ideas_hub.engine.parallel import map_cached
from ideas_hub.model.document import Document, FileLink
from ideas_hub.model.kinds import Kind
from ideas_hub.model.term import GlossaryTerm
from ideas_hub.problem import Problem
from ideas_hub.reading import text_file
from ideas_hub.reading.documents import document_of, parse_file
from ideas_hub.reading.front_matter import Parsed
from ideas_hub.reading.glossary_links import GlossaryMatcher

CACHE_KIND = "reading"
MTIME_SETTLE_NS = 100_000_000  # coarser than any file system's clock
Glossary = tuple[GlossaryMatcher, GlossaryForms]
Fingerprint = tuple[str, bytes, int, int, int, int]


class FileResult(NamedTuple):
    """What one file gave.

    document: None when its facts cannot be trusted; `parsed` then holds its values, unchecked.
    links: of its text, as in an Article.
    problems: those that keep it from being published.
    rule_results: of the rules for texts.
    """

    file: str
    kind: Kind
    document: Document[Any] | None
    parsed: Parsed
    links: tuple[FileLink, ...]
    problems: tuple[Problem, ...]
    rule_results: RuleResults


class ReadingMemo:
    """In-memory results for the preview, keyed by file fingerprint."""

    def __init__(self) -> None:
        self._results: dict[str, tuple[Fingerprint, FileResult]] = {}

    def get(self, fingerprints: Mapping[str, Fingerprint]) -> dict[str, FileResult]:
        """Return the results of all files whose fingerprint is unchanged, by file."""
        return {file: result for file, (seen, result) in self._results.items() if fingerprints.get(file) == seen}

    def replace(self, fingerprints: Mapping[str, Fingerprint], results: Mapping[str, FileResult]) -> None:
        """Replace the memo.

        Very fresh files are left out: a second save within the clock's resolution would go unnoticed.
        """
        settled = time.time_ns() - MTIME_SETTLE_NS
        self._results = {file: (seen, results[file]) for file, seen in fingerprints.items() if max(seen[-2:]) < settled}


def read_all(
    root: Path,
    files: Mapping[str, Kind],
    glossary: Mapping[str, GlossaryTerm],
    cache: Cache,
    memo: ReadingMemo | None = None,
) -> list[FileResult]:
    """Return the result of each file, in the order of `files`.

    memo: results from an earlier call; it is replaced by those of this one.
    """
    words = (GlossaryMatcher(glossary), GlossaryForms.of(glossary))
    words_digest = sha256(repr(words).encode()).digest()
    fingerprints = {file: _fingerprint(f"{root}/{file}", kind, words_digest) for file, kind in files.items() if memo}
    known = memo.get(fingerprints) if memo else {}
    jobs = {file: _job(root, file, kind, words, words_digest) for file, kind in files.items() if file not in known}
    known |= zip(jobs, map_cached(CACHE_KIND, jobs.values(), cache), strict=True)
    if memo:
        memo.replace(fingerprints, known)
    return [known[file] for file in files]


def _job(
    root: Path, file: str, kind: Kind, words: Glossary, words_digest: bytes
) -> tuple[object, Callable[[], FileResult]]:
    """Return (key parts, function) for reading one file; its bytes enter the key by their digest."""
    content = text_file.load(f"{root}/{file}", file)
    digest = sha256(content if isinstance(content, bytes) else repr(content).encode()).digest()
    return (kind.id, file, digest, words_digest), partial(_file_result, kind, file, content, digest, words)


def _fingerprint(path: str, kind: Kind, glossary: bytes) -> Fingerprint:
    """Return a change fingerprint like git's index: kind, glossary, size, inode, mtime, ctime.

    Nobody can set ctime, so it catches a change that keeps size and mtime.
    A file that cannot be seen counts as changed just now.
    """
    try:
        seen = os.lstat(path)
    except OSError:
        return kind.id, glossary, 0, 0, 0, time.time_ns()
    return kind.id, glossary, seen.st_size, seen.st_ino, seen.st_mtime_ns, seen.st_ctime_ns


def _file_result(kind: Kind, file: str, content: bytes | Problem, digest: bytes, words: Glossary) -> FileResult:
    matcher, forms = words
    opened = parse_file(kind, file, content)
    document, article, problems = document_of(opened, matcher, digest)
    rule_results = apply_text_rules(
        checked_page(opened.text, file, opened.parsed or Parsed(), opened.body, opened.prose), forms
    )
    parsed = Parsed() if document or not opened.parsed else opened.parsed
    return FileResult(file, opened.kind, document, parsed, article.links, (*opened.problems, *problems), rule_results)
