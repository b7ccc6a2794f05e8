"""scripts/rename: an entry gets another name wherever it is named, and its old address leads on."""

from pathlib import Path

import pytest

from ideas_hub.commands import rename
from ideas_hub.engine.cache import Cache
from ideas_hub.problem import Severity
from ideas_hub.repository.load import load_repository, read_hub
from tests.ideas_hub.conftest import CONTENT, lay_tree

POINT = "docs/learning-points/keep-enough-fixers.md"
CLOCKS, HANDS = "case_studies/clock-club.md", "case_studies/clock-hands.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_tree(tmp_path)


def changed(root: Path) -> set[str]:
    """Return the files that are not as they were laid, those that went included."""
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    return {file for file in files.keys() | CONTENT.keys() if files.get(file) != CONTENT.get(file)}


def blocking(root: Path) -> list[str]:
    problems = load_repository(root, cached=False).problems
    return [str(problem) for problem in problems if problem.severity is Severity.MUST_FIX]


def edit(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_file_and_all_that_names_it_change_and_nothing_else(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Facts and links of others, and nothing is left to mend."""
    assert rename.main(["clock-club", "clock-hands"], root) == 0

    assert changed(root) == {CLOCKS, HANDS, POINT}
    point = (root / POINT).read_text(encoding="utf-8")
    assert "case_study: clock-hands, basis" in point
    assert "[the clock club](../../case_studies/clock-hands.md)" in point
    assert read_hub(root)[0].case_studies["clock-hands"].facts.redirect_from == ("clock-club",)
    assert blocking(root) == []
    assert capsys.readouterr().out == f"Changed: {POINT}\nChanged: {HANDS}\nGone: {CLOCKS}\n"


def test_the_text_of_the_entry_stays_as_it_is(root: Path) -> None:
    """But for the one line with its old name."""
    before = (root / CLOCKS).read_text(encoding="utf-8").splitlines()

    rename.main([CLOCKS, "clock-hands"], root)

    after = (root / HANDS).read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line != "redirect_from: [clock-club]"] == before


@pytest.mark.parametrize("list_of_old_ids", ["redirect_from: [clocks]", "redirect_from:\n  - clocks"])
def test_an_entry_may_be_renamed_again_and_again(root: Path, list_of_old_ids: str) -> None:
    """The newest of its old names stands last."""
    edit(root, CLOCKS, "title:", f"{list_of_old_ids}\ntitle:")

    assert rename.main(["clock-club", "clock-hands"], root) == 0
    assert read_hub(root)[0].case_studies["clock-hands"].facts.redirect_from == ("clocks", "clock-club")


def test_an_entry_may_get_an_old_name_back(root: Path) -> None:
    rename.main(["clock-club", "clock-hands"], root)

    assert rename.main(["clock-hands", "clock-club"], root) == 0
    assert read_hub(root)[0].case_studies["clock-club"].facts.redirect_from == ("clock-hands",)
    assert blocking(root) == []


def test_a_project_with_the_same_id_keeps_it(root: Path) -> None:
    """In the same row, and on the same line."""
    projects = "docs/projects/projects.csv"
    rows = (root / projects).read_text(encoding="utf-8").splitlines()
    (number,) = (number for number, row in enumerate(rows) if ",soldering," in row)
    old_id = rows[number].partition(",")[0]
    rows[number] = rows[number].replace(old_id, "soldering", 1)
    (root / projects).write_text("\n".join(rows), encoding="utf-8")
    edit(
        root,
        POINT,
        "evidenced_by:\n",
        "evidenced_by:\n  - {project: soldering, basis: inferred, how: See soldering.}\n",
    )

    assert rename.main(["soldering", "torches"], root) == 0

    renamed = (root / projects).read_text(encoding="utf-8").splitlines()[number]
    assert renamed.startswith("soldering,")
    assert ",torches," in renamed
    assert "{project: soldering, basis" in (root / POINT).read_text(encoding="utf-8")


def test_a_tool_gets_another_name_as_any_entry(root: Path) -> None:
    """Its questions go with it, and who links to it links to its new page."""
    edit(root, POINT, "\n---\n", "\n---\n\nHand out [the slip](../tools/after-the-repair.md#how-to-use-it).\n")

    assert rename.main(["after-the-repair", "at-the-door"], root) == 0

    tool = read_hub(root)[0].tools["at-the-door"]
    assert tool.facts.redirect_from == ("after-the-repair",)
    assert len(tool.facts.questions) == 3
    assert "(../tools/at-the-door.md#how-to-use-it)" in (root / POINT).read_text(encoding="utf-8")
    assert blocking(root) == []


def test_the_steps_of_a_trail_name_what_they_rest_on_by_its_new_name(root: Path) -> None:
    """And a door leads to a trail by its new name."""
    assert rename.main(["toaster-tuesdays", "toast"], root) == 0
    assert rename.main(["start-a-repair-cafe", "first-cafe"], root) == 0

    hub = read_hub(root)[0]
    grounds = [
        named for step in hub.trails["first-cafe"].facts.steps for one in step.rests_on for named in one.entries()
    ]
    assert ("case_study", "toast") in grounds
    assert hub.doors[0].trails == ("first-cafe",)
    assert blocking(root) == []


def test_a_photo_that_is_called_as_the_entry_goes_with_it(root: Path) -> None:
    """Its bytes stay the same."""
    photo = next(file for file in CONTENT if file.endswith(".jpg"))
    name = photo.rpartition("/")[2]
    (root / photo).rename(root / "case_studies/images/toaster-tuesdays.jpg")
    edit(root, "case_studies/toaster-tuesdays.md", name, "toaster-tuesdays.jpg")

    assert rename.main(["toaster-tuesdays", "toast"], root) == 0

    assert (root / "case_studies/images/toast.jpg").read_bytes() == CONTENT[photo]
    assert not (root / "case_studies/images/toaster-tuesdays.jpg").exists()
    assert blocking(root) == []


def test_a_draft_has_no_old_address(root: Path) -> None:
    edit(root, CLOCKS, "title:", "draft: true\ntitle:")

    rename.main(["clock-club", "clock-hands"], root)

    assert "redirect_from" not in (root / HANDS).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("clock-clab", "clocks", 'There is no entry clock-clab. Did you mean "clock-club"?'),
        ("clock-club", "Clock Club", "Clock Club cannot be a name: write lower-case words joined by hyphens."),
        ("clock-club", "soldering", "There is a case study soldering already."),
        ("lamp-swap", "lamps", "There is no entry lamp-swap."),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_changes(
    root: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, why: str
) -> None:
    assert rename.main([old, new], root) == 1
    assert capsys.readouterr().err == f"{why}\n"
    assert changed(root) == set()


def test_a_new_name_that_is_a_path_names_a_file_of_the_same_folder(root: Path) -> None:
    """Nothing is written elsewhere."""
    assert rename.main(["clock-club", "../docs/secrets.md"], root) == 0
    assert changed(root) == {CLOCKS, "case_studies/secrets.md", POINT}


def test_an_entry_with_mistakes_is_to_be_mended_first(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(root, CLOCKS, "title:", "titel:")

    assert rename.main(["clock-club", "clocks"], root) == 1
    assert capsys.readouterr().err == f"{CLOCKS} has mistakes. Fix them first: scripts/check {CLOCKS}\n"


def test_a_file_that_cannot_be_written_leaves_all_as_it_was(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not half a rename."""
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.name == "clock-hands.md":
            raise OSError(28, "No space left on device", str(path))
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)

    assert rename.main(["clock-club", "clock-hands"], root) == 1
    assert changed(root) == set()
    assert "No space left on device" in capsys.readouterr().err


def test_a_hub_of_another_kind_of_entry_is_renamed_alike(root: Path) -> None:
    """A programme that others are part of."""
    assert rename.main(["parts-fund", "spares-fund"], root) == 0

    hub = read_hub(root, Cache(None))[0]
    assert hub.programmes["spares-fund"].facts.redirect_from == ("parts-fund",)
    assert blocking(root) == []


def test_an_event_that_names_a_learning_point_names_it_by_its_new_name(root: Path) -> None:
    """And an event itself may be renamed, as every entry."""
    assert rename.main(["say-hello", "greet-people"], root) == 0
    assert rename.main(["big-mend", "mend-in-the-park"], root) == 0

    facts = read_hub(root)[0].events["mend-in-the-park"].facts
    assert facts.learned == ("greet-people", "test-before-you-plug-in")
    assert facts.redirect_from == ("big-mend",)
    assert blocking(root) == []
