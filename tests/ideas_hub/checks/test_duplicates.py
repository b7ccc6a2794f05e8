"""Entries whose text is largely that of another."""

from dataclasses import replace
from datetime import date

import pytest

from ideas_hub.checks.duplicates import SKETCH_SIZE, find_near_duplicates, sketch_of
from ideas_hub.checks.entries import HubContext
from ideas_hub.engine.compact import Compact
from ideas_hub.model.document import Article
from ideas_hub.model.hub import Hub
from ideas_hub.problem import Problem, Severity
from ideas_hub.reading.markdown import parse
from ideas_hub.reading.prose import prose_of

STORY = " ".join(
    f"On day {n} the group walked to the {place} and had tea there."
    for n in range(1, 9)
    for place in ("park", "hall", "mill")
)
OTHER = " ".join(
    f"Singer {n} chose a {thing} and taught it to all who came."
    for n in range(1, 9)
    for thing in ("song", "round", "tune")
)
BEANS = " ".join(f"In week {n} someone new planted beans by the wall." for n in range(1, 30))


def sketch(body: str) -> tuple[int, ...]:
    return sketch_of(prose_of(parse(body)), body)


def found(hub: Hub, *bodies: str) -> list[Problem]:
    """Return what the rule finds in a hub of case studies with these bodies, published in this order."""
    study = hub.case_studies["soldering"]
    entries = {
        f"{number:02}": replace(
            study,
            id=f"{number:02}",
            file=f"case_studies/{number:02}.md",
            text=Compact((body, Article(""))),
        )
        for number, body in enumerate(bodies)
    }
    sketches = {entry.file: sketch(body) for entry, body in zip(entries.values(), bodies, strict=True)}
    copied = replace(hub, case_studies=entries, learning_points={}, programmes={}, ideas={}, tools={}, events={})
    return list(find_near_duplicates(HubContext(copied, date(2026, 11, 27), sketches)))


def test_a_copy_of_another_entry_is_named_with_what_to_do(hub: Hub) -> None:
    (problem,) = found(hub, STORY, f"{STORY.replace('park', 'green')} And that was that.", OTHER)

    assert (problem.file, problem.found) == ("case_studies/01.md", "case_studies/00.md")
    assert problem.severity is Severity.SHOULD_FIX
    assert "redirect_from" in problem.fix


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(STORY[: len(STORY) // 2], id="its first half"),
        pytest.param(". ".join(sorted(STORY.split(". "))), id="all of it in another order"),
    ],
)
def test_a_text_taken_for_the_most_part_from_a_longer_one_is_found(hub: Hub, body: str) -> None:
    """The sample of runs that are compared must not depend on how long a text is or on the order of its sentences."""
    longer = f"{STORY} {' '.join(f'On page {n} of the album someone drew a bird.' for n in range(60))}"

    assert [problem.file for problem in found(hub, longer, body)] == ["case_studies/01.md"]


def test_entries_that_share_some_sentences_are_not_copies(hub: Hub) -> None:
    """Every case study may end with the same words."""
    end = "The Fund paid for all of this, and the report says so in its last part."

    assert found(hub, *(f"{body}\n\n{end}" for body in (STORY, OTHER, BEANS))) == []


def test_many_copies_are_each_named_once(hub: Hub) -> None:
    assert len(found(hub, *[STORY] * 30)) == 29


def test_candidates_that_share_too_little_are_not_reported(hub: Hub) -> None:
    """A fifth of a text is enough to compare the two in full, and too little to call one a copy."""
    fifth = STORY[: len(STORY) // 4]

    assert found(hub, STORY, f"{fifth} {OTHER}") == []


def test_a_short_text_is_not_compared() -> None:
    assert sketch("word " * 43) == ()
    assert sketch(STORY) == sketch(STORY.upper())
    assert len(sketch(f"{STORY} {OTHER} {BEANS}")) == SKETCH_SIZE


def test_marks_make_no_text_another() -> None:
    assert sketch(STORY) == sketch(f"**{STORY.replace('. ', '.** **')}**")


def test_a_copy_in_another_script_is_found(hub: Hub) -> None:
    body = " ".join(f"قصة {chr(0x628 + number)}صص" for number in range(30))

    assert [problem.found for problem in found(hub, body, body)] == ["case_studies/00.md"]
