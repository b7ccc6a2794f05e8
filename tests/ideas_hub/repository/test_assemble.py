"""ideas_hub/assemble.py: a repository's content as one hub, and every problem on the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ideas_hub.repository.assemble import read_hub

Change = Callable[..., list[str]]
POINT = "docs/learning-points/plain-words.md"


def test_a_sound_repository_has_no_problems_and_all_of_its_entries(tree: Path) -> None:
    hub, problems = read_hub(tree)
    assert problems == []
    assert [entry.id for entry in hub.entries] == ["walking", "plain-words", "learning-together", "fund"]
    assert list(hub.projects) == ["spark-somerset"]
    assert list(hub.evidence.figures) == ["people-counted", "share-women"]
    assert list(hub.glossary) == ["link-worker"]
    assert list(hub.sources) == ["fund-evaluation"]


def test_a_draft_is_checked_but_not_published(tree: Path, change: Change) -> None:
    """A draft's mistakes are told while it is written."""
    said = change("case_studies/walking.md", "region: south-west", "region: south-wset\ndraft: true")
    assert len(said) == 1
    assert read_hub(tree)[0].case_studies == {}


def test_an_entry_with_a_mistake_is_left_out_and_what_names_it_is_not_called_wrong(tree: Path, change: Change) -> None:
    """One mistake is told once; the rest can be previewed."""
    said = change("case_studies/walking.md", "published: 2022-08-31", "published: soon")
    assert len(said) == 1
    hub, _ = read_hub(tree)
    assert hub.case_studies == {}
    assert list(hub.learning_points) == ["plain-words"]


def test_one_mistake_in_the_figures_is_told_once(change: Change) -> None:
    """What names a figure of a file that could not be read is not called wrong."""
    said = change("docs/evidence.yml", "value: 7402", "value: many")
    assert [row.split(": ")[0] for row in said] == ["docs/evidence.yml:6"]


def test_one_mistake_in_the_lists_is_told_once(change: Change) -> None:
    said = change("docs/vocabulary.yml", "low: Under", "Low Band: Under")
    assert [row.split(": ")[0] for row in said] == ["docs/vocabulary.yml:13"]


def test_a_term_shares_its_name_with_no_other_term(tree: Path) -> None:
    """Terms share the addresses below /find/."""
    (tree / "docs/communities/arts-culture.md").write_bytes((tree / "docs/themes/arts-culture.md").read_bytes())
    _, problems = read_hub(tree)
    assert [str(problem) for problem in problems] == [
        'docs/communities/arts-culture.md: "arts-culture" is already the name of docs/themes/arts-culture.md. Give one of the two files another name.'
    ]


def test_two_rows_with_one_id_are_both_told(tree: Path) -> None:
    table = tree / "docs/projects/projects.csv"
    table.write_text(
        table.read_text(encoding="utf-8") + table.read_text(encoding="utf-8").split("\n")[1] + "\n", encoding="utf-8"
    )
    _, problems = read_hub(tree)
    assert [(problem.line, problem.field, problem.rule) for problem in problems] == [
        (2, "column id", "repeated-id"),
        (3, "column id", "repeated-id"),
    ]


def test_a_learning_point_names_one_entry_at_a_time(change: Change) -> None:
    """Evidence without an entry, or with two, is told with its line."""
    assert [
        row.split(". ")[0] for row in change(POINT, "{project: spark-somerset, basis: inferred}", "{basis: stated}")
    ] == [f"{POINT}:10: evidenced_by[2]: it names no entry, or more than one"]
    assert len(change(POINT, "case_study: walking", "case_study: walking, project: spark-somerset")) == 1


def test_files_that_are_not_there_are_told_each(tree: Path) -> None:
    for name in ("evidence.yml", "vocabulary.yml", "glossary.yml", "projects/projects.csv"):
        (tree / "docs" / name).unlink()
    _, problems = read_hub(tree)
    assert [problem.file for problem in problems] == [
        "docs/evidence.yml", "docs/glossary.yml", "docs/projects/projects.csv", "docs/vocabulary.yml",
    ]  # fmt: skip


def test_problems_come_in_order_of_file_and_line(tree: Path, change: Change) -> None:
    (tree / "docs/themes/faith.md").write_text("x", encoding="utf-8")
    said = change("case_studies/walking.md", "region: south-west\nthemes: [nature-environment", "region: x\nthemes: [y")
    assert [row.split(": ")[0] for row in said] == [
        "case_studies/walking.md:6",
        "case_studies/walking.md:7",
        "docs/themes/faith.md:1",
    ]


def test_a_missing_picture_is_told_beside_the_other_mistakes(change: Change) -> None:
    """An editor with a misspelt field and a picture that is not there hears of both in one run."""
    told = change(
        "case_studies/walking.md",
        "organisation: Spark Somerset",
        "organization: Spark Somerset\nimage: {file: walk.jpg, alt: A walk}",
    )

    assert any("organization" in problem for problem in told)
    assert any('image.file: the picture "walk.jpg" is not there.' in problem for problem in told)
