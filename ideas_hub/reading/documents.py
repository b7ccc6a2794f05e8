"""Markdown files as documents: facts checked, text converted, every problem named, never a traceback."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from ideas_hub.engine.compact import Compact
from ideas_hub.model.document import Article, Document
from ideas_hub.model.fields import Withdrawn
from ideas_hub.model.kinds import (
    ALL_KINDS,
    CASE_STUDIES,
    ENTRY_KINDS,
    EVIDENCE,
    EVIDENCE_PAGE,
    HOME_FILE,
    HOME_PAGE,
    HUB_PAGE_FILES,
    HUB_PAGES,
    PART_FILES,
    PROSE,
    Kind,
)
from ideas_hub.model.value_paths import CompactLines, line_of
from ideas_hub.problem import Problem, excerpt
from ideas_hub.reading import text_file
from ideas_hub.reading.article import convert
from ideas_hub.reading.files import file_names, is_there, list_files
from ideas_hub.reading.front_matter import Parsed, find_body, parse_page, with_fields
from ideas_hub.reading.glossary_links import GlossaryMatcher
from ideas_hub.reading.markdown import MarkdownText, parse
from ideas_hub.reading.near_words import TIDY, tidy
from ideas_hub.reading.prose import Prose, prose_of
from ideas_hub.reading.refusals import find_refusals
from ideas_hub.reading.validation import validate

FACTS_OF_ANOTHER_KIND = 3  # a slip or two are named one by one
MAX_NAME = 80  # characters, as for every id: a longer one fits into no file system with what is added to it
NOT_DOCUMENTS = {"index.md", "README.md"}
PAGE_KIND = {
    **dict.fromkeys((*HUB_PAGE_FILES, *PART_FILES.values()), HUB_PAGES),
    HOME_FILE: HOME_PAGE,
    PART_FILES[EVIDENCE]: EVIDENCE_PAGE,
}
"""The kind of each page that the hub fills with lists, by file."""
OFFICE_FILES = {
    **dict.fromkeys((".doc", ".docx", ".dotx", ".docm"), "a Word file"),
    **dict.fromkeys((".odt", ".rtf", ".pages", ".wps"), "a file of a word processor"),
    ".pdf": "a PDF file",
}
"""What has to be copied, as it is no text that another name would make one."""

TEXT_SUFFIXES = {".markdown", ".txt", ".html", ".htm", ".md", *OFFICE_FILES}
FROM_WORD = "docs/contribute/from-word.md"


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A file before its facts are checked.

    parsed: without values if they could not be read; its problems say why.
    body, prose: also of such a file, so that one run can name what is wrong with both.
    """

    file: str
    kind: Kind
    text: str
    parsed: Parsed
    body: MarkdownText
    prose: Prose
    problems: tuple[Problem, ...]


def files_of(root: Path) -> dict[str, Kind]:
    """Return the kind of every Markdown file that is content, by path from the root."""
    files = {
        f"{kind.folder}/{name}": kind
        for kind in ALL_KINDS
        for name in file_names(root, kind.folder)
        if name.endswith(".md") and name not in NOT_DOCUMENTS
    }
    for file in list_files(root, "docs").names:
        if file.endswith(".md"):
            files.setdefault(file, PAGE_KIND.get(file, PROSE))
    return files


def find_unread_files(root: Path, kinds: Iterable[Kind]) -> list[Problem]:
    """Return a problem for each text that is not read: its name does not end in `.md`, or it lies too deep."""
    below = (file for file in list_files(root, CASE_STUDIES.folder).names if file.endswith(".md"))
    too_deep = [file for file in below if file.count("/") > 1 and Path(file).name not in NOT_DOCUMENTS]
    return [
        Problem(
            file,
            0,
            "the file is not read, because it is in a folder of its own.",
            found=file,
            rule="file-name",
            fix=f"Move it to {CASE_STUDIES.folder}/{Path(file).name}.",
        )
        for file in too_deep
    ] + [
        _unread_file(root, f"{kind.folder}/{name}")
        for kind in kinds
        for name in file_names(root, kind.folder)
        if not name.endswith(".md") and Path(name).suffix.casefold() in TEXT_SUFFIXES
    ]


def _unread_file(root: Path, file: str) -> Problem:
    path, message = Path(file), "the file is not read, because its name does not end in .md."
    fix = f"Save it as plain text, with the name {_better_file(path.stem, '.md')}"
    if office := OFFICE_FILES.get(path.suffix.casefold()):
        message = f"this is {office}, which the hub does not read."
        fix = f"Copy its words into a new file with the name {_better_file(path.stem, '.md')}"
        fix += f" {FROM_WORD} says how." if is_there(root, FROM_WORD) else ""
    return Problem(file, 0, message, found=path.name, rule="file-name", fix=fix)


def parse_file(kind: Kind, file: str, content: bytes | Problem) -> ParsedFile:
    """Return a file with its facts and its text apart.

    content: its bytes, or why there are none.
    """
    text, problems = ("", [content]) if isinstance(content, Problem) else text_file.decode(content, file)
    if text_file.is_readable(problems):
        parsed = parse_page(text, file)
        problems = with_fields(problems, text, parsed.body_line - 2)
    else:
        parsed, problems = Parsed({}, {}, *find_body(text), tuple(problems)), []
    body = parse(parsed.body, parsed.body_line)
    problems += _mistakes_in_name(file)
    return ParsedFile(file, kind, text, parsed, body, prose_of(body), tuple(problems))


def _mistakes_in_name(file: str) -> Iterator[Problem]:
    """Yield a problem for the file's name, or a folder's, if it cannot be a part of an address."""
    _, *folders, name = file.split("/")
    for what, step in (*(("folder", folder) for folder in folders), ("file", name.removesuffix(".md"))):
        if not TIDY.fullmatch(step) or len(step) > MAX_NAME:
            is_long = f", {MAX_NAME} characters at most" if len(step) > MAX_NAME else ""
            yield Problem(
                file,
                0,
                f"the {what}'s name becomes the page's address and needs plain lower-case words{is_long}.",
                found=excerpt(step),
                rule="file-name",
                fix=f"Rename it to {_better_file(step, '.md' if what == 'file' else '')}",
            )


def _kind_of(values: Mapping[str, object], kind: Kind) -> Kind | None:
    """Return the kind of entry that has all these facts, if several of them are not of this kind; else None."""
    others = (other for other in ENTRY_KINDS if other is not kind and values.keys() <= other.record.model_fields.keys())
    return next(others, None) if len(values.keys() - kind.record.model_fields.keys()) >= FACTS_OF_ANOTHER_KIND else None


def _in_the_wrong_folder(file: str, kind: Kind, other: Kind) -> Problem:
    return Problem(
        file,
        1,
        f"it has the facts of a {other.singular}, and lies among the {kind.plural}.",
        rule="folder",
        fix=f"Move it to {other.folder}/{Path(file).name}.",
    )


def _withdrawn(parsed: Parsed, file: str) -> tuple[Withdrawn | None, list[Problem]]:
    """Return what may be left of an entry that was taken down; more than that is a problem."""
    left = {name: value for name, value in parsed.values.items() if name in Withdrawn.model_fields}
    facts, problems = validate(replace(parsed, values=left), Withdrawn, file)
    if len(left) < len(parsed.values) or parsed.body.strip():
        problems.append(
            Problem(
                file,
                line_of(("withdrawn",), parsed.lines),
                "the page was taken down, and what it said is still here for all to read.",
                field="withdrawn",
                rule="withdrawn",
                fix="Delete the text and all other facts but redirect_from. Git keeps them, should the page come back.",
            )
        )
    return facts, problems


def better_name(name: str) -> str:
    """Return a name as lower-case words joined by hyphens, as it can be part of an address; "" if it has no words."""
    tidied = tidy(name)
    return tidied if len(tidied) <= MAX_NAME else tidied[: MAX_NAME + 1].rpartition("-")[0] or tidied[:MAX_NAME]


def _better_file(name: str, ending: str) -> str:
    """Return how a sentence ends that says what a file's name should be."""
    better = better_name(name)
    return f"{better}{ending}." if better else f"lower-case words joined by hyphens, such as walking-together{ending}."


def document_of(
    opened: ParsedFile, glossary: GlossaryMatcher, digest: bytes = b""
) -> tuple[Document[Any] | None, Article, list[Problem]]:
    """Return a file's document, its converted text, and what is wrong with its facts and its text.

    The document is None when the facts cannot be trusted.
    glossary: its words are linked where the text first uses them.
    digest: of the file's bytes.
    """
    file, kind, parsed, body = opened.file, opened.kind, opened.parsed, opened.body
    is_gone = kind in ENTRY_KINDS and "withdrawn" in parsed.values
    facts, problems = _withdrawn(parsed, file) if is_gone else validate(parsed, kind.record, file)
    if not parsed.values and parsed.problems:
        return None, Article(), problems
    if facts is None and (other := _kind_of(parsed.values, kind)):
        problems = [_in_the_wrong_folder(file, kind, other)]
    article = convert(body, opened.prose, file, glossary.forms_in(opened.prose.vocabulary))
    problems += find_refusals(body, file)
    if facts is None:
        return None, article, problems
    name = file.rpartition("/")[2][:-3]
    lines, text = CompactLines(parsed.lines), Compact((parsed.body, article))
    above = opened.text.split("\n", parsed.body_line - 1)[: parsed.body_line - 1]
    facts_digest = sha256("\n".join(above).encode()).digest()
    document = Document(kind, name, file, facts, parsed.body_line, lines, text, article.links, digest, facts_digest)
    return document, article, problems
