"""ideas_hub/repository/trails.py: what trails rest on, and what doors lead to."""

from pathlib import Path

import pytest

from tests.ideas_hub.conftest import CONTENT, FILES, Change, Read

TRAIL, HOME, POINT = "docs/trails/start-a-repair-cafe.md", "docs/index.md", "docs/learning-points/say-hello.md"


def of_trails(problems: list[str]) -> list[str]:
    return [problem for problem in problems if problem.startswith((TRAIL, HOME))]


def with_file(tree: Path, file: str, text: str) -> Path:
    (tree / file).write_text(text, encoding="utf-8")
    return tree


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("---\nwithdrawn: 2026-11-01\n---\n", "was taken down"),
        (FILES[POINT].replace("---\n", "---\ndraft: true\n", 1), "is a draft, which is not published"),
        (FILES[POINT].replace("published: ", "published: 2031-05-01 #", 1), "is published on 1 May 2031"),
    ],
)
def test_a_step_cannot_rest_on_what_readers_cannot_open(tree: Path, read: Read, text: str, why: str) -> None:
    """The file, the line and the field are named."""
    problems = [str(problem) for problem in read(with_file(tree, POINT, text))[1]]

    assert of_trails(problems) == [
        f'{TRAIL}:17: steps[2].rests_on[1].learning_point: "say-hello" {why}. Name another, or take it out.'
    ]


def test_the_nearest_of_those_that_are_out_is_offered(tree: Path, read: Read) -> None:
    with_file(tree, "docs/learning-points/say-hallo.md", FILES[POINT].replace("title: Say hello", "title: Say hallo"))
    problems = read(with_file(tree, POINT, "---\nwithdrawn: 2026-11-01\n---\n"))[1]

    assert [problem.nearest for problem in problems if problem.file == TRAIL] == ["say-hallo"]


@pytest.mark.parametrize(
    ("named", "near"),
    [
        ("learning_point: say-hallo", "say-hello"),
        ("case_study: toaster-tuesday", "toaster-tuesdays"),
        ("project: wobbly-chairs", "wobbly-chair"),
        ("programme: part-fund", "parts-fund"),
        ("tool: after-repair", "after-the-repair"),
    ],
)
def test_an_id_that_nobody_knows_is_named_with_the_nearest(change: Change, named: str, near: str) -> None:
    (problem,) = change(TRAIL, "{learning_point: keep-enough-fixers}", f"{{{named}}}")

    assert problem.startswith(f"{TRAIL}:11: steps[1].rests_on[1].{named.partition(':')[0]}: ")
    assert f'Did you mean "{near}"?' in problem


def test_a_project_that_was_taken_down_is_known_to_be_gone(change: Change) -> None:
    row = next(line for line in FILES["docs/projects/projects.csv"].splitlines() if line.startswith("wobbly-chair"))
    cells = ["wobbly-chair", *[""] * 9, "taken-down", "", ""]

    (problem,) = of_trails(change("docs/projects/projects.csv", row, ",".join(cells)))

    assert problem.startswith(f'{TRAIL}:19: steps[2].rests_on[3].project: "wobbly-chair" is not a project we know.')
    assert "If it was a project that was taken down, take it out here." in problem


@pytest.mark.parametrize("item", ["{how: It shows.}", "{learning_point: say-hello, tool: after-the-repair}"])
def test_each_item_names_one_entry(change: Change, item: str) -> None:
    (problem,) = change(TRAIL, "{learning_point: keep-enough-fixers}", item)

    assert problem.startswith(f"{TRAIL}:11: steps[1].rests_on[1]: it names no entry, or more than one.")


def test_a_trail_that_comes_out_later_may_rest_on_what_comes_out_before_it(tree: Path, read: Read) -> None:
    with_file(tree, TRAIL, FILES[TRAIL].replace("published: 2026-03-20", "published: 2031-06-01"))
    with_file(tree, POINT, FILES[POINT].replace("published: ", "published: 2031-05-01 #", 1))

    assert [one.rule for one in read(tree)[1] if one.file == TRAIL] == ["scheduled"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "[start-a-repair-cafe]",
            "[start-repair-cafe]",
            'doors[1].trails[1]: "start-repair-cafe" is not a trail we know',
        ),
        (
            "[evidence.md]",
            "[evidences.md]",
            'doors[1].pages[1]: "evidences.md" is not a page of this hub. Did you mean',
        ),
        (
            "---\n\nAt",
            "  - {id: organiser, title: A, text: B.}\n---\n\nAt",
            'doors[2].id: "organiser" is already the id',
        ),
    ],
)
def test_a_door_leads_to_what_there_is(change: Change, old: str, new: str, words: str) -> None:
    (problem,) = change(HOME, old, new)

    assert words in problem


def test_a_door_to_a_trail_that_is_not_out_is_no_reason_not_to_publish(tree: Path, read: Read) -> None:
    """The list leaves it out."""
    hub, problems = read(with_file(tree, TRAIL, CONTENT[TRAIL].decode().replace("---\n", "---\ndraft: true\n", 1)))

    assert [(problem.severity.name, problem.file) for problem in problems] == [("SHOULD_FIX", HOME)]
    assert hub.trails == {}
