"""Rules about all entries together."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ideas_hub.checks.entries import (
    SUGGESTIONS,
    HubContext,
    find_overdue_reviews,
    find_repeated_titles,
    suggest_next_field,
)
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.model.setback import Setback
from ideas_hub.problem import Problem, Severity
from ideas_hub.repository.load import read_hub
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


@pytest.mark.parametrize(
    ("facts", "today", "due"),
    [
        ({}, date(2028, 8, 30), False),
        ({}, date(2028, 8, 31), True),
        ({"reviewed": date(2027, 2, 1)}, date(2028, 8, 31), False),
        ({"reviewed": date(2027, 2, 1), "review_in_months": 12}, date(2028, 2, 1), True),
        ({"updated": date(2027, 8, 31), "review_in_months": 6}, date(2028, 2, 28), False),
        ({"updated": date(2027, 8, 31), "review_in_months": 6}, date(2028, 2, 29), True),
    ],
)
def test_a_review_is_due_so_many_months_after_the_last(
    hub: Hub,
    facts: dict[str, Any],
    today: date,
    due: bool,  # noqa: FBT001 a table's cell
) -> None:
    study = hub.case_studies["soldering"]
    changed = replace(hub, case_studies={study.id: replace(study, facts=study.facts.model_copy(update=facts))})

    files = {problem.file for problem in find_overdue_reviews(HubContext(changed, today, {}))}

    assert (study.file in files) is due


def test_an_overdue_review_is_named_at_its_line_with_todays_date_as_an_example(hub: Hub) -> None:
    problems = find_overdue_reviews(HubContext(hub, date(2028, 9, 1), {}))

    problem = next(problem for problem in problems if problem.file == "case_studies/soldering.md")
    assert (problem.line, problem.field, problem.found) == (9, "reviewed", "2028-08-31")
    assert "31/08/2028" in problem.message
    assert problem.example == "reviewed: 2028-09-01"


def suggested(hub: Hub) -> dict[str, list[str]]:
    problems = list(suggest_next_field(HubContext(hub, date(2026, 11, 27), {})))
    assert all(problem.severity is Severity.IDEA for problem in problems)
    return {file: [p.field for p in problems if p.file == file] for file in {p.file for p in problems}}


def test_an_entry_is_asked_for_one_next_thing_only(hub: Hub) -> None:
    """One thing to add is a wish; ten are a reproach."""
    assert suggested(hub)["case_studies/soldering.md"] == ["did_not_work"]


def test_the_most_useful_field_that_an_entry_lacks_comes_first(hub: Hub) -> None:
    study = hub.case_studies["soldering"]
    facts = study.facts.model_copy(update={"did_not_work": (Setback(what="Too few irons."),), "sources": ()})
    changed = replace(hub, case_studies={study.id: replace(study, facts=facts)})

    assert suggested(changed)["case_studies/soldering.md"] == ["evidence"]


def test_an_entry_with_every_field_is_asked_for_nothing(hub: Hub) -> None:
    study = hub.case_studies["soldering"]
    full = {suggestion.field: ("x",) for suggestion in SUGGESTIONS["case-studies"]}
    changed = replace(hub, case_studies={study.id: replace(study, facts=study.facts.model_copy(update=full))})

    assert "case_studies/soldering.md" not in suggested(changed)


def test_every_suggested_field_is_a_field_of_its_kind() -> None:
    fields = {kind.id: set(kind.record.model_fields) for kind in ENTRY_KINDS}

    for kind, suggestions in SUGGESTIONS.items():
        assert {suggestion.field for suggestion in suggestions} <= fields[kind]
