"""What did not work: a plain sentence, or a mapping with what was done about it."""

import pytest

from ideas_hub.model.entries import CaseStudy
from ideas_hub.model.setback import Setback
from ideas_hub.problem import Problem
from ideas_hub.reading.front_matter import parse_page
from ideas_hub.reading.validation import validate
from tests.ideas_hub.conftest import FILES

STORY = FILES["case_studies/soldering.md"]


def read(items: str) -> tuple[tuple[Setback, ...], list[Problem]]:
    """Return what did not work in a story with these items, and what is wrong with them."""
    parsed = parse_page(STORY.replace("---\n", f"---\ndid_not_work:\n{items}", 1), "case_studies/soldering.md")
    facts, problems = validate(parsed, CaseStudy, "case_studies/soldering.md")
    return facts.did_not_work if facts else (), problems


def test_a_plain_sentence_and_a_mapping_stand_side_by_side() -> None:
    setbacks, problems = read("  - The hall was cold.\n  - {what: Few came., topic: venues, response: We moved.}\n")

    assert problems == []
    assert setbacks == (
        Setback(what="The hall was cold."),
        Setback(what="Few came.", topic="venues", response="We moved."),
    )


@pytest.mark.parametrize(
    ("item", "field", "rule"),
    [
        ("- ''", "did_not_work[1]", "wrong-value"),
        ("- 12", "did_not_work[1]", "wrong-value"),
        ("- Time was short: we had an hour.", "did_not_work[1]", "wrong-value"),
        ("- {what: Few came., reponse: We moved.}", "did_not_work[1].reponse", "unknown-fact"),
        ("- {topic: venues}", "did_not_work[1].what", "missing"),
    ],
)
def test_a_mistake_is_reported_at_its_own_item(item: str, field: str, rule: str) -> None:
    _, problems = read(f"  {item}\n")

    assert [(problem.field, problem.rule) for problem in problems] == [(field, rule)]
    assert problems[0].line == 3
