"""Two pages with one title."""

from datetime import date
from pathlib import Path

import pytest

from ideas_hub.checks.hub_context import HubContext
from ideas_hub.checks.repeated_titles import find_repeated_titles
from ideas_hub.model.hub import Hub
from ideas_hub.problem import Problem, Severity
from ideas_hub.repository.assemble import read_hub
from tests.ideas_hub.conftest import FILES

SOLDERING, CLOCK_CLUB = "case_studies/soldering.md", "case_studies/clock-club.md"


def found(hub: Hub) -> list[Problem]:
    return list(find_repeated_titles(HubContext(hub, date(2026, 11, 27), sketches={})))


def retitle(root: Path, file: str, title: str) -> list[Problem]:
    """Give an entry another title, and return what the rule then finds."""
    old = next(line for line in FILES[file].splitlines() if line.startswith("title:"))
    (root / file).write_text(FILES[file].replace(old, f"title: {title}", 1), encoding="utf-8")
    return found(read_hub(root)[0])


def test_titles_of_their_own_are_no_problem(hub: Hub) -> None:
    assert found(hub) == []


def test_of_two_entries_with_one_title_the_newer_is_named_with_its_line_and_the_other(tree: Path) -> None:
    """Capitals and spaces make no difference, because they make none to readers."""
    (problem,) = retitle(tree, SOLDERING, '"A club for  stopped clocks in barry"')

    assert (problem.place, problem.field, problem.severity) == (f"{SOLDERING}:2", "title", Severity.SHOULD_FIX)
    assert CLOCK_CLUB in problem.message
    assert "place" in problem.fix


@pytest.mark.parametrize(
    ("title", "other"),
    [("Mid Wales", "docs/regions/mid-wales.md"), ("Glossary", "docs/glossary.md"), ("Privacy", "docs/privacy.md")],
)
def test_an_entry_with_the_title_of_a_term_or_of_a_page_is_named(tree: Path, title: str, other: str) -> None:
    (problem,) = retitle(tree, SOLDERING, title)

    assert problem.file == SOLDERING
    assert other in problem.message


def test_of_two_terms_with_one_label_the_later_is_named(tree: Path) -> None:
    term = "docs/communities/newcomers.md"
    (tree / term).write_text(FILES[term].replace("label: Newcomers", "label: Mending clothes", 1), encoding="utf-8")

    (problem,) = found(read_hub(tree)[0])

    assert (problem.place, problem.field) == (f"{term}:2", "label")
    assert "docs/themes/mending-clothes.md" in problem.message
