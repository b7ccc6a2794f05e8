"""Drafts that come again: no second file, and nothing lost that somebody wrote."""

from pathlib import Path

import pytest

from ideas_hub.drafting.draft import Draft, build_draft
from ideas_hub.drafting.kinds import NEW_KINDS
from ideas_hub.drafting.questions import questions
from ideas_hub.drafting.updating import MARK, Outcome, What, write_drafts
from ideas_hub.model.hub import Hub
from ideas_hub.site.context import load_context
from tests.ideas_hub.conftest import FILES

FILE = "case_studies/lamps.md"
ROW = {
    "A title for your story": "Lamps",
    "Your group or organisation": "A group",
    "Where was it?": "Conwy",
    "When did it start?": "2024-03",
    "What did you do?": "We met.",
}


def draft(hub: Hub, **changes: str) -> Draft:
    labels = {question.wording.path: question.label for question in questions(hub)}
    answers = ROW | {labels.get(path, "What did you do?"): words for path, words in changes.items()}
    return build_draft(answers, questions(hub), unfinished=True)


def text(root: Path, file: str = FILE) -> str:
    return (root / file).read_text(encoding="utf-8")


def change(root: Path, old: str, new: str) -> str:
    """Change the file of the draft as an editor would, and return its text."""
    before = text(root)
    assert old in before
    (root / FILE).write_text(before.replace(old, new), encoding="utf-8")
    return text(root)


def new_files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in (root / "case_studies").glob("*.md")} - set(FILES)


def test_a_draft_carries_a_mark_that_the_check_accepts(hub: Hub, tree: Path) -> None:
    """It stands in the line that an editor deletes to publish the story."""
    assert write_drafts([draft(hub)], tree) == [Outcome(FILE, What.WRITTEN)]

    assert MARK.search(text(tree))
    content = load_context(tree, cached=False)
    assert [problem for problem in content.blocking if problem.file == FILE] == []
    assert "lamps" not in content.hub.case_studies


def test_the_same_again_changes_nothing(hub: Hub, tree: Path) -> None:
    write_drafts([draft(hub)], tree)
    before = (tree / FILE).stat()

    assert write_drafts([draft(hub)], tree) == [Outcome(FILE, What.UNCHANGED)]

    assert (tree / FILE).stat().st_mtime_ns == before.st_mtime_ns
    assert new_files(tree) == {FILE}


def test_other_words_bring_the_draft_up_to_date(hub: Hub, tree: Path) -> None:
    write_drafts([draft(hub)], tree)

    assert write_drafts([draft(hub, place="Bangor")], tree) == [Outcome(FILE, What.UPDATED)]
    assert "place: Bangor\n" in text(tree)
    assert write_drafts([draft(hub, place="Bangor")], tree) == [Outcome(FILE, What.UNCHANGED)]
    assert new_files(tree) == {FILE}


def test_case_accents_and_spaces_make_no_other_story(hub: Hub, tree: Path) -> None:
    write_drafts([draft(hub)], tree)

    assert write_drafts([draft(hub, title="LAMPS", organisation="A  gr\u00f3up")], tree) == [
        Outcome(FILE, What.UPDATED)
    ]
    assert new_files(tree) == {FILE}


def test_another_organisation_tells_another_story(hub: Hub, tree: Path) -> None:
    write_drafts([draft(hub), draft(hub, organisation="Another group")], tree)

    assert new_files(tree) == {FILE, "case_studies/lamps-2.md"}


def test_a_file_as_windows_checks_it_out_is_unchanged(hub: Hub, tree: Path) -> None:
    write_drafts([draft(hub)], tree)
    (tree / FILE).write_bytes((tree / FILE).read_bytes().replace(b"\n", b"\r\n"))

    assert write_drafts([draft(hub)], tree) == [Outcome(FILE, What.UNCHANGED)]


def test_a_draft_that_somebody_has_changed_is_kept_and_its_differences_are_named(hub: Hub, tree: Path) -> None:
    write_drafts([draft(hub)], tree)
    mended = change(tree, "We met.", "We met each week.")

    outcome = write_drafts([draft(hub, place="Bangor", **{"period.start": "2024"})], tree)

    assert outcome == [Outcome(FILE, What.KEPT, ("place", "period.start", "What they did"))]
    assert text(tree) == mended


def test_what_somebody_adds_is_no_difference(hub: Hub, tree: Path) -> None:
    """Only what the draft says itself can differ."""
    write_drafts([draft(hub)], tree)
    change(tree, "place: Conwy\n", "place: Conwy\nregion: north-wales\n")

    assert write_drafts([draft(hub)], tree) == [Outcome(FILE, What.UNCHANGED)]


def test_a_draft_that_got_another_title_is_known_again(hub: Hub, tree: Path) -> None:
    write_drafts([draft(hub)], tree)
    change(tree, "title: Lamps", "title: Mending lamps in Conwy")

    assert write_drafts([draft(hub)], tree) == [Outcome(FILE, What.KEPT, ("title",))]
    assert new_files(tree) == {FILE}


@pytest.mark.parametrize("organisation", ["organisation: A group", "organisation: a group", ""])
def test_a_story_that_is_no_draft_is_kept(hub: Hub, tree: Path, organisation: str) -> None:
    """The mark went with the line; the title still says which story it is."""
    write_drafts([draft(hub)], tree)
    change(tree, "organisation: A group", organisation)
    published = MARK.sub("", text(tree)).replace("\n\n", "\n", 1)
    (tree / FILE).write_text(published, encoding="utf-8")

    (outcome,) = write_drafts([draft(hub, place="Bangor")], tree)

    assert (outcome.file, outcome.what, outcome.is_draft) == (FILE, What.KEPT, False)
    assert "place" in outcome.fields
    assert text(tree) == published
    assert new_files(tree) == {FILE}


def test_a_story_of_the_hub_is_never_touched(hub: Hub, tree: Path) -> None:
    study = hub.case_studies["soldering"]
    again = draft(hub, title=study.facts.title, organisation=study.facts.organisation)

    (outcome,) = write_drafts([again], tree)

    assert (outcome.file, outcome.what) == (study.file, What.KEPT)
    assert text(tree, study.file) == FILES[study.file]


def test_what_has_no_title_is_known_by_all_that_it_says(hub: Hub, tree: Path) -> None:
    one, other = draft(hub, title=""), draft(hub, title="", place="Bangor")
    first = write_drafts([one, other], tree)

    assert [outcome.what for outcome in first] == [What.WRITTEN] * 2
    assert write_drafts([one, other], tree) == [Outcome(outcome.file, What.UNCHANGED) for outcome in first]


def test_an_odd_title_is_found_again_without_its_mark(hub: Hub, tree: Path) -> None:
    odd = draft(hub, title='Tom\'s: "lamps" \\ & tea', organisation="O'Brien")
    (outcome,) = write_drafts([odd], tree)
    path = tree / outcome.file
    path.write_text(MARK.sub("draft: true", text(tree, outcome.file)), encoding="utf-8")

    assert write_drafts([odd], tree) == [Outcome(outcome.file, What.UNCHANGED)]


def test_all_are_written_or_none(hub: Hub, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.write_bytes

    def fail_at_clocks(path: Path, content: bytes) -> int:
        if path.name == "clocks.md":
            raise OSError("full")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", fail_at_clocks)
    with pytest.raises(OSError, match="full"):
        write_drafts([draft(hub), draft(hub, title="Clocks")], tree)

    assert new_files(tree) == set()


def test_every_kind_that_can_wait_is_known_again(tree: Path) -> None:
    """Pages and documents of other kinds come through the same function."""
    kinds = [kind for kind in NEW_KINDS if kind.can_wait]
    drafts = [Draft({"draft": True, "title": "A thing"}, "Words.\n", kind=kind) for kind in kinds]

    assert {outcome.what for outcome in write_drafts(drafts, tree)} == {What.WRITTEN}
    assert {outcome.what for outcome in write_drafts(drafts, tree)} == {What.UNCHANGED}
    assert len(kinds) > 1
