"""Runs every rule on every file that editors write."""

import os
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ideas_hub.checks.checked_file import CheckedFile, checked_file, glossary_forms
from ideas_hub.checks.duplicates import sketch_of
from ideas_hub.checks.entries import HubContext
from ideas_hub.checks.personal_data import find_personal_data_in_name
from ideas_hub.checks.registry import ENGLISH_RULES, HUB_RULES, TEXT_RULES
from ideas_hub.engine.cache import Cache
from ideas_hub.engine.parallel import map_cached
from ideas_hub.model.hub import Hub
from ideas_hub.model.term import GlossaryTerm
from ideas_hub.problem import Problem
from ideas_hub.reading import text_file
from ideas_hub.reading.files import read_file

FOLDERS = ("case_studies", "docs")
DESIGN_FOLDER = "docs/assets/"
TEXT_SUFFIXES = {".md", ".markdown", ".txt", ".yml", ".yaml", ".csv", ".tsv", ".json", ".html", ".svg"}


class RuleResults(NamedTuple):
    """What the rules found in one file, and the sketch of its text (see `duplicates`)."""

    problems: tuple[Problem, ...]
    sketch: tuple[int, ...]


def check_texts(
    root: Path, terms: Mapping[str, GlossaryTerm], cache: Cache, results: Mapping[str, RuleResults]
) -> list[Problem]:
    """Return what the rules for texts find in a repository, in no special order.

    terms: of the glossary.
    results: of the files that have been checked already, by file.
    """
    others = [file for file in editors_files(root) if file not in results]
    glossary = glossary_forms(terms)
    loaded = [(file, read_file(root, file)) for file in others if Path(file).suffix.casefold() in TEXT_SUFFIXES]
    contents = {file: content for file, content in loaded if isinstance(content, bytes)}  # its reader names any other
    jobs = [
        ({"file": file, "text": content, "glossary": sorted(glossary)}, partial(check_text, file, content, glossary))
        for file, content in contents.items()
    ]
    checked = [*results.values(), *map_cached("checks", jobs, cache)]
    return [
        *(problem for file in others if file not in contents for problem in find_personal_data_in_name(file)),
        *(problem for result in checked for problem in result.problems),
    ]


def compare_entries(hub: Hub, today: date, results: Mapping[str, RuleResults]) -> list[Problem]:
    """Return what the rules find in all entries together, in no special order.

    today: the day by which reviews fall due.
    results: of the entries' texts, by file.
    """
    context = HubContext(hub, today, {file: result.sketch for file, result in results.items()})
    return [problem for rule in HUB_RULES for problem in rule(context)]


def check_text(file: str, content: bytes, glossary: frozenset[str]) -> RuleResults:
    """Return what the rules find in one file.

    glossary: as in a CheckedFile.
    """
    return apply_text_rules(checked_file(text_file.decode(content, file)[0], file, glossary))


def apply_text_rules(checked: CheckedFile) -> RuleResults:
    """Return what the rules find in a file that has been read, its name included."""
    rules = [rule for rule in TEXT_RULES if checked.is_in_english or rule not in ENGLISH_RULES]
    problems = dict.fromkeys(problem for rule in rules for problem in rule(checked))
    return RuleResults(
        (*find_personal_data_in_name(checked.file), *problems),
        sketch_of(checked.prose, checked.body.source),
    )


def editors_files(root: Path) -> Iterator[str]:
    """Yield every file in the editors' folders, hidden ones too and the site's design left out, in order of name."""
    for folder in FOLDERS:
        for path, folders, names in os.walk(root / folder):
            folders.sort()
            below = Path(path).relative_to(root).as_posix()
            yield from (f"{below}/{name}" for name in sorted(names) if not f"{below}/".startswith(DESIGN_FOLDER))
