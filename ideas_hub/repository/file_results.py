"""Everything derived from a single file: its document, and what is wrong with it.

A result depends only on the name of the file, its bytes and the glossary, so it is cached by their digest, and many
files are read in parallel.  What files say of each other is checked later, in `consistency`.
"""

from collections.abc import Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from ideas_hub.checks.checked_file import checked_page, glossary_forms
from ideas_hub.checks.run import RuleResults, apply_text_rules
from ideas_hub.engine.cache import Cache
from ideas_hub.engine.key import make_key
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
Glossary = tuple[GlossaryMatcher, frozenset[str]]


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
    """The results of the last load, for the preview: they need not be taken from the cache at every change."""

    def __init__(self) -> None:
        self.results: Mapping[bytes, FileResult] = {}


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
    matcher, forms = GlossaryMatcher(glossary), glossary_forms(glossary)
    words_digest = make_key(linked=matcher.digest, forms=sorted(forms))
    jobs = {}
    for file, kind in files.items():
        content = text_file.load(f"{root}/{file}", file)
        digest = sha256(content if isinstance(content, bytes) else repr(content).encode()).digest()
        parts = {"file": file, "kind": kind.id, "text": digest, "glossary": words_digest}
        jobs[make_key(**parts)] = parts, partial(_file_result, kind, file, content, digest, (matcher, forms))
    known = {key: memo.results[key] for key in jobs if key in memo.results} if memo else {}
    missing = {key: job for key, job in jobs.items() if key not in known}
    known |= zip(missing, map_cached(CACHE_KIND, missing.values(), cache), strict=True)
    if memo:
        memo.results = known
    return [known[key] for key in jobs]


def _file_result(kind: Kind, file: str, content: bytes | Problem, digest: bytes, words: Glossary) -> FileResult:
    matcher, forms = words
    opened = parse_file(kind, file, content)
    document, article, problems = document_of(opened, matcher, digest)
    rule_results = apply_text_rules(checked_page(opened, forms))
    parsed = Parsed() if document else opened.parsed
    return FileResult(file, kind, document, parsed, article.links, (*opened.problems, *problems), rule_results)
