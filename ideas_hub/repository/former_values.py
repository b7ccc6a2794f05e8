"""What still gives the old value of a figure that was changed, in the change at hand, as git knows it.

The change is all that this branch adds to the main one; on the main branch, what is not committed yet, or else the last
commit.  Without git, or without that commit, nothing is said.
"""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ideas_hub.checks.numbers import is_number
from ideas_hub.checks.own_figures import LONGEST_WORDS, Count, CountedFigure, counts_in
from ideas_hub.model.kinds import CASE_STUDIES
from ideas_hub.model.row_kinds import ROW_KINDS
from ideas_hub.problem import Problem, Severity, excerpt
from ideas_hub.reading import text_file
from ideas_hub.reading.data_files import EVIDENCE_FILE, GLOSSARY_FILE
from ideas_hub.reading.documents import files_of
from ideas_hub.reading.files import is_there
from ideas_hub.reading.front_matter import parse_page, parse_yaml
from ideas_hub.reading.prose import Passage
from ideas_hub.repository.git import UnknownCommitError, files_changed_since, git_text

MAIN_BRANCHES = ("origin/HEAD", "origin/main", "main")
DATA_FILES = (EVIDENCE_FILE, *(kind.file for kind in ROW_KINDS), GLOSSARY_FILE)
OWN_LINES = ("value:", "display:", "base_n:", "section:")
"""How lines of a data file begin that say something of one figure, and nothing in words."""
TELLING_DIGITS = 3  # a number with fewer is that of many things
YEARS = range(1900, 2101)


class ChangedFigure(NamedTuple):
    """A figure with another value than before.  old: as it was, new: its value now."""

    file: str
    old: CountedFigure
    new: float


def find_former_values(
    root: Path, known: Collection[tuple[str, int]], unread: Collection[str] = ()
) -> Iterator[Problem]:
    """Yield a problem for each place that gives the old value of a figure that was changed.

    known: files and lines of which it is said already that they give a figure differently.
    unread: files with mistakes, whose figures may not be what they say.
    """
    changed = [figure for figure in changed_figures(root) if figure.file not in unread]
    files = (*files_of(root), *DATA_FILES) if changed else ()
    for file in files:
        text = text_file.read(root, file)[0] if is_there(root, file) else ""
        counts = [count for count in counts_in(Passage("paragraph", text, 1)) if _is_in_words(count)]
        for figure in changed:
            found = (_problem(file, count, figure) for count in counts if _gives_old_value(count, figure.old))
            first = {problem.line: problem for problem in reversed(list(found))}
            yield from (problem for line, problem in first.items() if (file, line) not in known)


def changed_figures(root: Path) -> Iterator[ChangedFigure]:
    """Yield each figure whose value is another than where the change at hand started."""
    base = _start_of_change(root)
    for file in _differing_from(base, root) if base else ():
        now, before = (
            (text_file.read(root, file)[0] if is_there(root, file) else ""),
            git_text(root, "show", f"{base}:./{file}"),
        )
        values, was = _figures(now, file), _figures(before, file)
        for name in values.keys() & was.keys():
            if values[name]["value"] != was[name]["value"]:
                yield ChangedFigure(file, CountedFigure(was[name], 0), values[name]["value"])


def _start_of_change(root: Path) -> str:
    head = git_text(root, "rev-parse", "HEAD").strip()
    bases = (git_text(root, "merge-base", "HEAD", branch).strip() for branch in MAIN_BRANCHES if head)
    base = next(filter(None, bases), head)
    if base != head:
        return base
    return "HEAD" if _differing_from("HEAD", root) else "HEAD~1"


def _differing_from(commit: str, root: Path) -> list[str]:
    """Return the files with figures that differ from a commit's; none if there is no such commit."""
    try:
        return files_changed_since(root, commit, EVIDENCE_FILE, CASE_STUDIES.folder)
    except UnknownCommitError:
        return []


def _figures(text: str, file: str) -> Mapping[str, dict[str, Any]]:
    """Return the figures of a file that have a number, by id or else by label."""
    parsed = (parse_yaml if file == EVIDENCE_FILE else parse_page)(text, file)
    figures = parsed.values.get("figures")
    listed = figures.items() if isinstance(figures, dict) else enumerate(figures if isinstance(figures, list) else ())
    return {
        str(key if isinstance(key, str) else facts.get("id", facts.get("label"))): facts
        for key, facts in listed
        if isinstance(facts, dict) and is_number(facts.get("value"))
    }


def _is_in_words(count: Count) -> bool:
    row = count.passage.text[: count.number.start].rpartition("\n")[2]
    return not row.lstrip().startswith(OWN_LINES)


def _gives_old_value(count: Count, figure: CountedFigure) -> bool:
    if count.number.value != figure.value:
        return False
    return _is_telling(figure.value) or (figure.counts(count) and figure.words_shared_with(count) > 0)


def _is_telling(value: float) -> bool:
    """Return whether a number alone says which figure it is: 7,402 does, 24, 11,000 and 2021 do not."""
    digits = f"{value:.6f}".rstrip("0").replace(".", "").strip("0") if value % 1 else f"{value:.0f}".rstrip("0")
    return len(digits) >= TELLING_DIGITS and value not in YEARS


def _problem(file: str, count: Count, figure: ChangedFigure) -> Problem:
    passage, place = count.passage, count.number
    words = excerpt(passage.text[place.start :].partition("\n")[0], LONGEST_WORDS)
    return Problem(
        file,
        passage.line_at(place.start),
        f'"{words}" gives the old value of "{figure.old.label}": {figure.file} has {figure.new:,g} now.',
        found=words,
        fix="Write the new number here too, or leave it if this counts something else.",
        rule="former-value",
        severity=Severity.SHOULD_FIX,
    )
