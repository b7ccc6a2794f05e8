"""Rules that look at all entries together."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ideas_hub.checks.run import check_all, editors_files
from ideas_hub.engine.cache import Cache
from ideas_hub.problem import Problem
from ideas_hub.repository.assemble import assemble

TODAY = date(2023, 1, 1)
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


def found(root: Path, rule: str, today: date = TODAY) -> list[Problem]:
    content = assemble(root, Cache(None))
    return [
        problem for problem in check_all(root, content.hub, Cache(None), today, content.found) if problem.rule == rule
    ]


def add(root: Path, name: str, body: str, facts: str = "") -> None:
    page = (
        (root / "case_studies/walking.md")
        .read_text(encoding="utf-8")
        .replace("published:", f"{facts}published:")
        .split("---\n")[1]
    )
    (root / f"case_studies/{name}.md").write_text(f"---\n{page}---\n\n{body}\n", encoding="utf-8")


def test_a_copy_of_another_entry_is_named_with_what_to_do(tree: Path) -> None:
    add(tree, "first", STORY)
    add(tree, "second", f"{STORY.replace('park', 'green')} And that was that.")
    add(tree, "third", OTHER)

    (problem,) = found(tree, "near-duplicate")

    assert (problem.file, problem.found) == ("case_studies/second.md", "case_studies/first.md")
    assert "redirect_from" in problem.mend


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(STORY[: len(STORY) // 2], id="its first half"),
        pytest.param(". ".join(sorted(STORY.split(". "))), id="all of it in another order"),
    ],
)
def test_a_text_taken_for_the_most_part_from_a_longer_one_is_found(tree: Path, body: str) -> None:
    """The sample of runs that are compared must not depend on how long a text is or on the order of its sentences."""
    add(tree, "first", f"{STORY} {' '.join(f'On page {n} of the album someone drew a bird.' for n in range(60))}")
    add(tree, "second", body)

    assert [problem.file for problem in found(tree, "near-duplicate")] == ["case_studies/second.md"]


def test_entries_that_share_some_sentences_are_not_copies(tree: Path) -> None:
    """Every case study may end with the same words."""
    for number, own in enumerate(
        (STORY, OTHER, " ".join(f"In week {n} someone new planted beans by the wall." for n in range(1, 30)))
    ):
        add(
            tree, f"entry-{number}", f"{own}\n\nThe Fund paid for all of this, and the report says so in its last part."
        )

    assert found(tree, "near-duplicate") == []


def test_many_copies_are_each_named_once(tree: Path) -> None:
    for number in range(30):
        add(tree, f"copy-{number:02}", STORY)

    assert len(found(tree, "near-duplicate")) == 29


@pytest.mark.parametrize(
    ("facts", "today", "due"),
    [
        ("", date(2024, 8, 30), False),
        ("", date(2024, 8, 31), True),
        ("reviewed: 2023-02-01\n", date(2024, 8, 31), False),
        ("reviewed: 2023-02-01\nreview_in_months: 12\n", date(2024, 2, 1), True),
        ("updated: 2023-08-31\nreview_in_months: 6\n", date(2024, 2, 28), False),
        ("updated: 2023-08-31\nreview_in_months: 6\n", date(2024, 2, 29), True),
    ],
)
def test_a_review_is_due_so_many_months_after_the_last(tree: Path, facts: str, today: date, due: bool) -> None:  # noqa: FBT001 a table's cell
    add(tree, "walking", "Text.", facts)

    assert ("case_studies/walking.md" in {problem.file for problem in found(tree, "review-due", today)}) is due


def test_an_entry_is_asked_for_one_next_thing_only(tree: Path) -> None:
    """One thing to add is a wish; ten are a reproach."""
    problems = [problem for problem in found(tree, "next-thing-to-add") if problem.file == "case_studies/walking.md"]

    assert [problem.field for problem in problems] == ["did_not_work"]


def test_every_file_of_the_editors_is_looked_at_and_nothing_of_the_design(tree: Path) -> None:
    for name in (
        "docs/assets/map.json",
        "docs/.hidden.md",
        "case_studies/images/walk.jpg",
        "case_studies/notes.txt",
        "docs/old/list.csv",
    ):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_bytes(b"x")

    files = set(editors_files(tree))

    assert files >= {
        "docs/.hidden.md",
        "case_studies/images/walk.jpg",
        "case_studies/notes.txt",
        "docs/old/list.csv",
        "docs/evidence.yml",
    }
    assert "docs/assets/map.json" not in files
