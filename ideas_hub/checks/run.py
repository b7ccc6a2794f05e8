"""Every rule on every file that editors write."""

import os
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ideas_hub.checks import duplicates, personal_data
from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms, checked_file
from ideas_hub.checks.hub_context import HubContext
from ideas_hub.checks.registry import TEXT_RULES, WHOLE_RULES
from ideas_hub.engine.cache import Cache
from ideas_hub.engine.parallel import map_cached
from ideas_hub.model.hub import Hub
from ideas_hub.problem import Problem
from ideas_hub.reading import text_file

FOLDERS = ("case_studies", "docs")
NOT_EDITORS = "docs/assets/"
TEXTS = {".md", ".markdown", ".txt", ".yml", ".yaml", ".csv", ".tsv", ".json", ".html", ".svg"}


class RuleResults(NamedTuple):
    """What the rules found in one file, and the sketch of its text."""

    problems: tuple[Problem, ...]
    sketch: tuple[int, ...]


def check_all(root: Path, hub: Hub, cache: Cache, today: date, found: Mapping[str, RuleResults]) -> list[Problem]:
    """Return what every rule finds in a repository.

    today: the day that a review is measured by.  found: in the files that were read already.
    """
    known = GlossaryForms.of(hub.glossary)
    problems: list[Problem] = []
    texts: list[tuple[str, bytes, GlossaryForms]] = []
    for file in editors_files(root):
        if file in found:
            continue
        if Path(file).suffix.casefold() in TEXTS:
            raw = text_file.load(root / file, file)  # a problem was told when it was read as content
            texts.append((file, raw if isinstance(raw, bytes) else b"", known))
        else:
            problems += personal_data.check_name(file)
    others = map_cached("checks", [(text, partial(check_text, text)) for text in texts], cache)
    every = [*found.values(), *others]
    whole = HubContext(root, hub, today, {file: one.sketch for file, one in found.items()})
    return [*problems, *(p for one in every for p in one.problems), *(p for rule in WHOLE_RULES for p in rule(whole))]


def check_text(text: tuple[str, bytes, GlossaryForms]) -> RuleResults:
    """Return what the rules find in one file, given as (file, its bytes, what a rule may know)."""
    file, raw, known = text
    return apply_text_rules(checked_file(text_file.decode(raw, file)[0], file), known)


def apply_text_rules(text: CheckedFile, known: GlossaryForms) -> RuleResults:
    """Return what the rules find in a file that has been read, its name included."""
    problems = dict.fromkeys(problem for rule in TEXT_RULES for problem in rule(text, known))
    return RuleResults((*personal_data.check_name(text.file), *problems), duplicates.sketch_of(text.body))


def editors_files(root: Path) -> Iterator[str]:
    """Yield every file in the editors' folders, hidden ones too, in order of name; what the site's own design is made of is left out."""
    for folder in FOLDERS:
        for path, folders, names in os.walk(root / folder):
            folders.sort()
            below = Path(path).relative_to(root).as_posix()
            yield from (f"{below}/{name}" for name in sorted(names) if not f"{below}/".startswith(NOT_EDITORS))
