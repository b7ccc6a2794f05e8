"""Markdown files become documents: facts checked, text converted, every problem of every file named, and never a traceback."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from ideas_hub.model import addresses
from ideas_hub.model.document import Article, Document, compress_text
from ideas_hub.model.kinds import ALL_KINDS, HUB_PAGE_FILES, HUB_PAGES, PROSE, Kind
from ideas_hub.model.value_paths import CompactLines
from ideas_hub.problem import Problem
from ideas_hub.reading import text_file
from ideas_hub.reading.front_matter import Parsed, parse_page
from ideas_hub.reading.glossary_links import GlossaryMatcher, link_first_uses
from ideas_hub.reading.markdown import convert
from ideas_hub.reading.validation_messages import explain

R = TypeVar("R", bound=BaseModel)

FILE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.md")
NOT_DOCUMENTS = {"index.md", "README.md"}
OTHER_TEXTS = {".markdown", ".txt", ".doc", ".docx", ".odt", ".rtf", ".html", ".md"}
UNREADABLE = {"encoding", "file-size", "symbolic-link", "unreadable", "merge-conflict"}
"""Rules of problems after which a file's text tells nothing more that is true."""


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A file before its facts are checked.  parsed: None where its text tells nothing that is true."""

    file: str
    kind: Kind
    text: str
    parsed: Parsed | None
    problems: tuple[Problem, ...]


def files_of(root: Path) -> dict[str, Kind]:
    """Return every Markdown file that is content, by its path from the root, and what kind it is of."""
    files = {
        f"{kind.folder}/{name}": kind
        for kind in ALL_KINDS
        for name in file_names(root / kind.folder)
        if name.endswith(".md") and name not in NOT_DOCUMENTS
    }
    files |= dict.fromkeys(HUB_PAGE_FILES, HUB_PAGES)
    for path in sorted((root / "docs").rglob("*.md")):
        files.setdefault(path.relative_to(root).as_posix(), PROSE)
    return files


def file_names(folder: Path) -> list[str]:
    """Return the names in a folder, in order; none where there is no such folder."""
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 a path object for each of ten thousands costs more than the rest
    except OSError:
        return []


def find_unread_files(root: Path, kinds: Iterable[Kind]) -> list[Problem]:
    """Name the texts that would be left out because their names do not end in `.md`."""
    return [
        Problem(
            f"{kind.folder}/{name}",
            0,
            "the file is not read, because its name does not end in .md.",
            found=name,
            rule="file-name",
            fix="Save it as plain text with a name such as walking-together.md.",
        )
        for kind in kinds
        for name in file_names(root / kind.folder)
        if not name.endswith(".md") and Path(name).suffix.casefold() in OTHER_TEXTS
    ]


def parse_file(kind: Kind, file: str, content: bytes | Problem) -> ParsedFile:
    """Return a file's text, with its facts and its body apart.  content: its bytes, or why there are none."""
    name = file.rpartition("/")[2]
    text, problems = ("", [content]) if isinstance(content, Problem) else text_file.decode(content, file)
    if not FILE_NAME.fullmatch(name):
        problems.append(
            Problem(
                file,
                0,
                "the file's name becomes the page's address and needs plain lower-case words.",
                found=name,
                rule="file-name",
                fix="Rename it to lower-case words joined by hyphens, such as walking-together.md.",
            )
        )
    unreadable = any(problem.rule in UNREADABLE for problem in problems)
    return ParsedFile(file, kind, text, None if unreadable else parse_page(text, file), tuple(problems))


def document_of(opened: ParsedFile, forms: GlossaryMatcher) -> tuple[Document[Any] | None, Article, list[Problem]]:
    """Return the document that a file makes, or None when its facts cannot be trusted, its text, and what is wrong with both.

    forms: the glossary's words, linked where first used.
    """
    file, kind, parsed = opened.file, opened.kind, opened.parsed
    if parsed is None:
        return None, Article(), []
    facts, problems = validate(parsed, kind.record, file)
    article = convert(parsed.body, file, first_line=parsed.body_line)
    problems += article.problems
    if facts is None:
        return None, article, problems
    article = replace(article, html=link_first_uses(article.html, forms, addresses.of_file(file) or ""))
    name = file.rpartition("/")[2][:-3]
    compressed = compress_text(parsed.body, article)
    return (
        Document(kind, name, file, facts, parsed.body_line, CompactLines(parsed.lines), compressed, article.links),
        article,
        problems,
    )


def validate(parsed: Parsed, record: type[R], file: str) -> tuple[R | None, list[Problem]]:
    """Return the record that the values make, or None, and what is wrong with them."""
    problems = list(parsed.problems)
    if problems and not parsed.values:
        return None, problems
    try:
        return record.model_validate(parsed.values), problems
    except ValidationError as error:
        return None, [*problems, *explain(error, record, parsed.values, parsed.lines, file)]
