"""Overdue reviews."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ideas_hub.checks.hub_context import HubContext
from ideas_hub.checks.review import find_overdue_reviews
from ideas_hub.model.hub import Hub


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
