"""Strict front matter: every value knows its line, and nothing is guessed or lost.

python-frontmatter splits text and front matter.  By itself it hides errors (an unclosed block, a key written twice, a
byte order mark, YAML 1.1's `no` for False, alias bombs) and knows no lines, so it is given a handler of our own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from ideas_hub.model.value_paths import Lines
from ideas_hub.problem import Problem, excerpt
from ideas_hub.reading.yaml_composer import YamlComposer
from ideas_hub.reading.yaml_losses import NAME
from ideas_hub.reading.yaml_messages import SECOND_BLOCK, TAB, Mistake, field_in, mistake_in

FENCE = "---"
CODE = re.compile(r"\s*(?:```|~~~)")
OTHER_START = 'Make the first line "---", then one fact a line, then "---" again.'
WITHOUT_FENCE = "Delete the lines of ``` above and below the facts."
WRITE_FENCE = "Write --- there, three hyphens on a line of their own."
FENCE_ROW = re.compile(rf"\n(?:{FENCE}|\.\.\.)[^\S\n]*(?:\n|\Z)")
"""The end of the facts: YAML's own mark, three full stops, does too."""

DASHES = r"(?!-[ \t]*$)(?:[-\u2010-\u2015\u2212_=*][ \t]?)+$"
"""A row that Word, or somebody, made of three hyphens; one hyphen is an empty item of a list."""
NOT_ALONE = re.compile(rf"(?m)^ *{DASHES}|^---+(?=[^-\s]).*$|(?<=\s)---$")
"""What was to close the facts where nothing does."""

NOTHING = re.compile(r"(?:\s|---|\.\.\.)*")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file's values, the line of each, and the text below them with its first line."""

    values: dict[str, Any] = field(default_factory=dict)
    lines: Lines = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    problems: tuple[Problem, ...] = ()


def parse_page(text: str, file: str) -> Parsed:
    """Return the front matter and the body of a Markdown file; mistakes are in `problems`, never raised.

    With a mistake that makes the front matter unreadable there are no values, and the body is there all the same.
    """
    handler = StrictYAMLHandler()
    body, body_line = find_body(text.rstrip())
    try:
        _refuse_empty_start(text)
        values, _ = frontmatter.parse(text, handler=handler)
    except Mistake as mistake:
        return Parsed({}, {}, body, body_line, (mistake.problem(file),))
    problems = tuple(mistake.problem(file) for mistake in handler.block.mistakes)
    return Parsed(values, handler.block.lines, body, body_line, problems)


def find_body(text: str) -> tuple[str, int]:
    """Return what is below the front matter of a Markdown file, and its first line; where that has no end, nothing."""
    fence = FENCE_ROW.search(text)
    if fence and not text.startswith(FENCE) and NAME.match(text, fence.end()):  # it is the row above the facts
        fence = FENCE_ROW.search(text, fence.end())
    return (text[fence.end() :], text.count("\n", 0, fence.start()) + 3) if fence else ("", 1)


@lru_cache(maxsize=8)  # a data file is read for its records, and for the rules
def parse_yaml(text: str, file: str) -> Parsed:
    """Return the values of a whole YAML file, read as strictly as front matter."""
    if NOTHING.fullmatch(text):
        fix = "Write its facts, or delete the file."
        return Parsed(problems=(Problem(file, 1, "the file is empty.", rule="empty-file", fix=fix),))
    composer = YamlComposer(text, first_line=1)
    try:
        values = composer.values()
    except Mistake as mistake:
        return Parsed(problems=(mistake.problem(file),))
    return Parsed(values, composer.lines, problems=tuple(mistake.problem(file) for mistake in composer.mistakes))


def with_fields(problems: Iterable[Problem], text: str, last_line: int) -> list[Problem]:
    """Return the problems, those of hidden characters in the facts with the field that each is in.

    last_line: of the facts.
    """
    rows = text.split("\n")
    return [
        replace(problem, field=field_in(rows, problem.line - 1))
        if problem.rule == "hidden-character" and problem.line <= min(last_line, len(rows))
        else problem
        for problem in problems
    ]


def _refuse_empty_start(text: str) -> None:
    """Refuse empty lines at the start: python-frontmatter drops them, and every line number would be wrong."""
    if not text.strip():
        raise Mistake(
            1, "the file is empty.", rule="front-matter", fix="Write its facts and its text, or delete the file."
        )
    if text[:1].isspace():
        raise Mistake(
            1, "the file starts with an empty line or a space.", rule="front-matter", fix='Make "---" the first line.'
        )


def _refuse_other_start(first: str) -> None:
    """Refuse a first line that is not the one above the facts."""
    if first.rstrip() != FENCE:
        raise Mistake(
            1,
            "the file does not start with its facts between two lines of ---.",
            found=excerpt(first),
            fix=WITHOUT_FENCE
            if CODE.match(first)
            else WRITE_FENCE
            if re.match(rf"\s*{DASHES}", first)
            else OTHER_START,
            rule="front-matter",
        )


class StrictYAMLHandler(YAMLHandler):
    """python-frontmatter's handler for one file: it refuses what is unclear and records the lines."""

    block: YamlComposer

    def split(self, text: str) -> tuple[str, str]:
        """Return the block between the two `---` lines; `parse_page` has the text below."""
        first, _, rest = text.partition("\n")
        _refuse_other_start(first)
        fence = FENCE_ROW.search(text)
        block = text[len(first) + 1 : fence.start()] if fence else rest
        below = text[fence.end() :] if fence else ""
        if fence and fence[0].startswith("\n...") and NAME.match(below):
            at = text.count("\n", 0, fence.end()) + 1
            raise Mistake(at, SECOND_BLOCK.text, fix=SECOND_BLOCK.fix)
        if dashes := re.search(rf"(?m)^{DASHES}", block) if fence else NOT_ALONE.search(block):
            line, found = block.count("\n", 0, dashes.start()) + 2, dashes[0].strip()
            message = f'"{excerpt(found)}" does not close the block of facts.'
            raise Mistake(line, message, found=excerpt(found), fix=WRITE_FENCE, rule="front-matter")
        rows = block.split("\n")
        for at, row in enumerate(rows):
            if "\t" in row[: len(row) - len(row.lstrip())]:
                raise mistake_in(rows, at, TAB, first_line=2)
        if not fence:
            raise Mistake(
                1,
                "the block of facts is not closed.",
                rule="front-matter",
                fix='Put a line with only "---" after the last fact.',
            )
        return block, ""

    def load(self, fm: str, **_settings: object) -> dict[str, Any]:
        """Return the block's values; their lines and mistakes stay in `block`."""
        self.block = YamlComposer(fm, first_line=2)
        return self.block.values()
