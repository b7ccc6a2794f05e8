"""ideas_hub/hub.py: all content as one value, with its links read from both ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from ideas_hub.model.hub import Hub, term_ids
from ideas_hub.repository.assemble import read_hub


def test_a_term_lists_the_entries_tagged_with_it(hub: Hub) -> None:
    regions, themes = hub.vocabulary.regions, hub.vocabulary.themes
    assert [entry.id for entry in hub.tagged(regions["south-west"])] == ["walking", "learning-together", "fund"]
    assert [entry.id for entry in hub.tagged(regions["south-west"], themes["arts-culture"])] == ["walking"]
    assert hub.tagged(regions["south-east"]) == ()
    assert hub.tagged(regions["south-east"], themes["arts-culture"]) == ()
    assert hub.tagged() == hub.entries


@pytest.mark.parametrize(
    ("kind", "entry_id"), [("case_study", "walking"), ("project", "spark-somerset"), ("programme", "fund")]
)
def test_an_entry_lists_the_learning_points_that_it_shows(hub: Hub, kind: str, entry_id: str) -> None:
    """A link is written once, in the learning point; the other end is derived."""
    (shown,) = hub.points_shown_by(kind, entry_id)
    assert shown.point.id == "plain-words"
    assert shown.showing.basis == ("stated" if kind == "case_study" else "inferred")
    assert hub.points_shown_by(kind, "other") == ()


def test_a_case_study_finds_its_project(hub: Hub) -> None:
    assert hub.project_of_case_study["walking"].id == "spark-somerset"


def test_entries_read_newest_first_then_by_title(tree: Path) -> None:
    """An update counts as new; titles are compared without regard to capitals."""
    first = (tree / "case_studies/walking.md").read_text(encoding="utf-8")
    for name, title, date in [
        ("a", "banana", "2022-08-31"),
        ("b", "Apple", "2022-08-31"),
        ("c", "Old", "2020-01-01\nupdated: 2023-01-01"),
    ]:
        text = first.replace("title: Walking together in Somerset", f"title: {title}").replace(
            "published: 2022-08-31", f"published: {date}"
        )
        (tree / f"case_studies/{name}.md").write_text(text, encoding="utf-8")
    assert list(read_hub(tree)[0].case_studies) == ["c", "b", "a", "walking"]


def test_terms_of_an_entry_are_one_region_or_several(hub: Hub) -> None:
    assert term_ids(hub.case_studies["walking"], "regions") == ("south-west",)
    assert term_ids(hub.programmes["fund"], "regions") == ("south-west",)
    assert term_ids(hub.learning_points["plain-words"], "regions") == ()
