"""Markdown files become documents: facts checked, text converted, every problem of every file named, and never a traceback.

What one file says depends on nothing but its name and its bytes, so it is read once and again only when it changes, by all
processors; what files say of each other is checked later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from ideas_hub import addresses, text_file
from ideas_hub.article import Article, convert
from ideas_hub.cache import Cache
from ideas_hub.explain import explain
from ideas_hub.front_matter import Lines, Parsed, parse_page
from ideas_hub.glossary_links import Forms, link_first_uses
from ideas_hub.kinds import ALL_KINDS, HUB_PAGE_FILES, HUB_PAGES, PROSE, Kind, kind_named
from ideas_hub.making import make_each
from ideas_hub.problem import Problem

R = TypeVar("R", bound=BaseModel)
R_co = TypeVar("R_co", bound=BaseModel, covariant=True)

FILE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.md")
NOT_DOCUMENTS = {"index.md", "README.md"}
OTHER_TEXTS = {".markdown", ".txt", ".doc", ".docx", ".odt", ".rtf", ".html", ".md"}
UNREADABLE = {"encoding", "file-size", "symbolic-link", "unreadable", "merge-conflict"}
"""Rules of problems after which a file's text tells nothing more that is true."""


@dataclass(frozen=True, slots=True)
class Document(Generic[R_co]):
    """One document: its checked facts, its text, and the line of every value.

    id: the file's name without `.md`.  file: path from the repository's root.  body: the text below the facts, as written;
    body_line: the line where it starts.  article: the text converted.
    """

    kind: Kind
    id: str
    file: str
    facts: R_co
    body: str
    body_line: int
    lines: Lines
    article: Article


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave.  document: None when its facts cannot be trusted; `parsed` is then what it says, unchecked."""

    file: str
    kind: Kind
    document: Document[Any] | None
    parsed: Parsed
    problems: tuple[Problem, ...]


def files_of(root: Path) -> dict[str, Kind]:
    """Return every Markdown file that is content, by its path from the root, and what kind it is of."""
    files = {
        f"{kind.folder}/{path.name}": kind
        for kind in ALL_KINDS
        for path in sorted((root / kind.folder).glob("*.md"))
        if path.name not in NOT_DOCUMENTS
    }
    files |= dict.fromkeys(HUB_PAGE_FILES, HUB_PAGES)
    for path in sorted((root / "docs").rglob("*.md")):
        files.setdefault(path.relative_to(root).as_posix(), PROSE)
    return files


def read_all(root: Path, files: Mapping[str, Kind], forms: Forms, cache: Cache) -> list[Reading]:
    """Return what each file gives, in the order of the files.  forms: the glossary's words, linked where first used."""
    raws = [(kind.id, file, text_file.load(root / file, file), forms) for file, kind in files.items()]
    return make_each("document", _read, raws, cache)


def other_texts(root: Path, kinds: Iterable[Kind]) -> list[Problem]:
    """Name the texts that would be left out because their names do not end in `.md`."""
    return [
        Problem(
            f"{kind.folder}/{path.name}",
            0,
            "the file is not read, because its name does not end in .md.",
            found=path.name,
            rule="file-name",
            mend="Save it as plain text with a name such as walking-together.md.",
        )
        for kind in kinds
        for path in sorted((root / kind.folder).glob("*"))
        if path.suffix.casefold() in OTHER_TEXTS and path.suffix != ".md"
    ]


def _read(raw: tuple[str, str, bytes | Problem, Forms]) -> Reading:
    kind_id, file, content, forms = raw
    kind, name = kind_named(kind_id), file.rpartition("/")[2]
    text, problems = ("", [content]) if isinstance(content, Problem) else text_file.decode(content, file)
    if not FILE_NAME.fullmatch(name):
        problems.append(
            Problem(
                file,
                0,
                "the file's name becomes the page's address and needs plain lower-case words.",
                found=name,
                rule="file-name",
                mend="Rename it to lower-case words joined by hyphens, such as walking-together.md.",
            )
        )
    if any(problem.rule in UNREADABLE for problem in problems):
        return Reading(file, kind, None, Parsed(), tuple(problems))
    parsed = parse_page(text, file)
    facts, found = check(parsed, kind.record, file)
    article = convert(parsed.body, file, first_line=parsed.body_line)
    article = replace(article, html=link_first_uses(article.html, forms, addresses.of_file(file) or ""))
    problems += [*found, *article.problems]
    if facts is None:
        return Reading(file, kind, None, parsed, tuple(problems))
    document = Document(kind, name[:-3], file, facts, parsed.body, parsed.body_line, parsed.lines, article)
    return Reading(file, kind, document, Parsed(), tuple(problems))


def check(parsed: Parsed, record: type[R], file: str) -> tuple[R | None, list[Problem]]:
    """Return the record that the values make, or None, and what is wrong with them."""
    problems = list(parsed.problems)
    if problems and not parsed.values:
        return None, problems
    try:
        return record.model_validate(parsed.values), problems
    except ValidationError as error:
        return None, [*problems, *explain(error, record, parsed.values, parsed.lines, file)]
