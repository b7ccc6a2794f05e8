"""A repository's content as one hub."""

from collections.abc import Callable
from pathlib import Path

from ideas_hub.model.data_files import EvidenceFile
from ideas_hub.model.hub import Hub
from ideas_hub.model.term import Lists
from ideas_hub.problem import Problem

Change = Callable[..., list[str]]
Read = Callable[[Path], tuple[Hub, list[Problem]]]
STUDY = "case_studies/soldering.md"


def test_a_hub_has_all_entries_in_reading_order(hub: Hub) -> None:
    assert [entry.id for entry in hub.entries] == [
        "soldering",
        "mending-van",
        "toaster-tuesdays",
        "gwnio-yn-y-bala",
        "clock-club",
        "say-hello",
        "test-before-you-plug-in",
        "keep-enough-fixers",
        "start-a-repair-cafe",
        "after-the-repair",
        "parts-fund",
        "skills-days",
        "fixers-evening",
        "host-meeting",
        "big-mend",
        "parts-fund-opens",
    ]


def test_a_hub_has_all_other_content(hub: Hub) -> None:
    assert list(hub.vocabulary.regions) == ["mid-wales", "north-wales", "south-wales", "national"]
    assert list(hub.vocabulary.lists.cost_bands) == ["low", "middle"]
    assert list(hub.projects) == ["wobbly-chair", "third-drawer"]
    assert list(hub.evidence.figures) == ["items-brought", "share-mended", "share-waiting"]
    assert list(hub.glossary) == ["fixer", "repair-cafe", "pat", "darning"]
    assert list(hub.sources) == ["parts-evaluation"]
    assert "docs/find.md" in hub.pages
    assert "docs/privacy.md" in hub.prose


def test_a_sound_repository_has_no_problems(tree: Path, read: Read) -> None:
    assert read(tree)[1] == []


def test_a_draft_is_checked_but_not_published(tree: Path, change: Change, read: Read) -> None:
    """A draft's mistakes are reported while it is being written."""
    assert len(change(STUDY, "region: north-wales", "region: north-wlaes\ndraft: true")) == 1
    assert "soldering" not in read(tree)[0].case_studies


def test_an_entry_with_a_mistake_is_left_out_and_the_rest_stays(tree: Path, change: Change, read: Read) -> None:
    """The rest can be previewed."""
    change(STUDY, "published: 2026-08-31", "published: soon")
    hub, _ = read(tree)
    assert list(hub.case_studies) == ["mending-van", "toaster-tuesdays", "gwnio-yn-y-bala", "clock-club"]
    assert "say-hello" in hub.learning_points


def test_lists_and_figures_that_cannot_be_trusted_are_left_empty(tree: Path, read: Read) -> None:
    (tree / "docs/vocabulary.yml").write_text("activities: x\n", encoding="utf-8")
    (tree / "docs/evidence.yml").write_text("figures: x\n", encoding="utf-8")
    hub, _ = read(tree)
    assert (hub.vocabulary.lists, hub.evidence) == (Lists(), EvidenceFile())


def test_problems_come_in_order_of_file_and_line(tree: Path, change: Change) -> None:
    (tree / "docs/themes/faith.md").write_text("x", encoding="utf-8")
    problems = change(STUDY, "region: north-wales\nthemes: [tools-electrics", "region: x\nthemes: [y")
    assert [row.split(": ")[0] for row in problems] == [f"{STUDY}:6", f"{STUDY}:7", "docs/themes/faith.md:1"]
