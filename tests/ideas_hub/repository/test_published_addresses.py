"""ideas_hub/repository/published_addresses.py: no address that was published is lost, and each leads to one entry."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.model.register import NumberedEntry, Register
from ideas_hub.model.row_kinds import ORGANISATION_ROWS, PROJECT_ROWS
from ideas_hub.problem import Problem, Severity
from ideas_hub.repository.git import UnknownCommitError
from ideas_hub.repository.load import load_repository
from ideas_hub.repository.published_addresses import (
    find_lost_addresses,
    find_shared_addresses,
    ids_published_at,
    numbered_ids,
)
from tests.ideas_hub.conftest import CASE_STUDY, lay_tree, with_columns
from tests.ideas_hub.repository.conftest import Git

Entries = Callable[..., Hub]
TODAY = date(2026, 11, 28)
SOLDERING = "case_studies/soldering.md"
REGISTER = Register((NumberedEntry(1, "case-studies", "soldering", 2), NumberedEntry(3, "case-studies", "van", 4)))


@pytest.fixture
def with_studies(hub: Hub) -> Entries:
    """Return the hub with these case studies alone, each given with its old ids."""
    study = hub.case_studies["soldering"]

    def change(**entries: tuple[str, ...]) -> Hub:
        studies = {}
        for key, old in entries.items():
            name = key.replace("_", "-")
            facts = study.facts.model_copy(update={"redirect_from": old})
            studies[name] = replace(study, id=name, file=f"case_studies/{name}.md", facts=facts)
        return replace(
            hub, case_studies=studies, learning_points={}, programmes={}, ideas={}, tools={}, events={}, withdrawn=()
        )

    return change


def lost(hub: Hub, unreadable: str = "") -> list[Problem]:
    return list(find_lost_addresses(numbered_ids(REGISTER), hub, {unreadable} if unreadable else set(), TODAY))


def test_a_lost_address_is_a_mistake_that_names_the_way_out(with_studies: Entries) -> None:
    """Renamed without redirect_from: the new file, and what to do."""
    (problem,) = lost(with_studies(soldering_iron=(), mending_van=("van",)))

    assert (problem.file, problem.line, problem.rule) == ("case_studies/soldering-iron.md", 1, "lost-address")
    assert problem.message == "the case study soldering was published, and nothing is at its address now."
    assert "redirect_from: [soldering]" in problem.fix
    assert problem.severity is Severity.MUST_FIX


def test_a_file_with_a_new_name_is_one_mistake(tmp_path: Path) -> None:
    """Whatever names the old one is right again once the old address leads to the new file."""
    root = lay_tree(tmp_path)
    (root / SOLDERING).rename(root / "case_studies/soldering-in-conwy.md")
    problems = load_repository(root, cached=False).blocking
    assert [(problem.file, problem.rule) for problem in problems if problem.rule != "missing-page"] == [
        ("case_studies/soldering-in-conwy.md", "lost-address")
    ]


def test_a_renamed_entry_keeps_its_old_address(with_studies: Entries) -> None:
    assert lost(with_studies(solder=("soldering",), mending_van=("van",))) == []


def test_an_entry_may_be_in_a_file_that_cannot_be_read(with_studies: Entries) -> None:
    """One mistake is reported once: what is in a broken file is not lost, nor what it may replace."""
    hub = with_studies(mending_van=("van",))

    assert lost(hub, SOLDERING) == []
    assert len(lost(hub, "docs/programmes/parts-fund.md")) == 1


def test_an_old_id_leads_to_one_entry_only(with_studies: Entries) -> None:
    """redirect_from names neither an entry that still exists nor an id that another entry has claimed."""
    clash = with_studies(soldering=("gone",), other=("soldering",), third=("gone",))

    assert [(problem.file, problem.message) for problem in find_shared_addresses(clash, Register())] == [
        ("case_studies/other.md", '"soldering" is the name of an entry that is still there.'),
        ("case_studies/third.md", '"gone" already leads to soldering.'),
    ]


def test_what_was_taken_down_leads_nowhere_else(tree: Path) -> None:
    """Its address says that it was taken down, and cannot lead to something else at the same time."""
    with_columns(tree, "redirect_from", "chairs", "stools")
    with (tree / PROJECT_ROWS.file).open("a", encoding="utf-8") as table:
        table.write("chairs,,,,,,,,,,taken-down,,,stools\n")
    study = tree / SOLDERING
    text = study.read_text(encoding="utf-8")
    study.write_text(text.replace("---\n", "---\nredirect_from: [lamp-swap]\n", 1), encoding="utf-8")
    problems = load_repository(tree, cached=False).problems

    assert [(one.file, one.line, one.message) for one in problems if one.rule == "redirect"] == [
        (SOLDERING, 2, '"lamp-swap" is the name of a page that was taken down.'),
        (PROJECT_ROWS.file, 2, '"chairs" is the name of a page that was taken down.'),
        (PROJECT_ROWS.file, 3, '"stools" is the name of a page that was taken down.'),
    ]


def test_two_entries_with_one_short_address_are_a_mistake(
    with_studies: Entries, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is as good as never; then one of them gets another name before it is published."""
    monkeypatch.setattr(Register, "short_name", lambda *_: "bcdfghj")
    hub = replace(with_studies(soldering=(), toasters=()), events={}, trails={})
    (problem,) = find_shared_addresses(hub, Register())

    assert problem.file == "case_studies/toasters.md"
    assert problem.message == "its short address, c/bcdfghj/, is that of soldering too."


@pytest.fixture
def before(git: Git, tmp_path: Path) -> Path:
    """A repository whose content is committed."""
    lay_tree(tmp_path)
    git("add", "--all")
    git("commit", "-m", "before")
    return tmp_path


def lost_since(root: Path, commit: str = "HEAD") -> list[tuple[str, str]]:
    problems = load_repository(root, cached=False, since=commit).problems
    return [(problem.file, problem.found) for problem in problems if problem.rule == "lost-address"]


def without_number(root: Path) -> None:
    (root / "published.csv").write_text("number,kind,id\n", encoding="utf-8")


def test_a_page_that_was_published_and_is_gone_is_told_without_a_list(before: Path) -> None:
    """Nobody has to write down what is published: git has it."""
    without_number(before)
    (before / SOLDERING).rename(before / "case_studies/torches.md")

    assert lost_since(before) == [(SOLDERING, "soldering")]


def test_an_old_id_that_is_no_longer_named_is_told(before: Path) -> None:
    """People still have the address that it had first."""
    without_number(before)
    van = before / "case_studies/mending-van.md"
    van.write_text(van.read_text(encoding="utf-8").replace("redirect_from: [van-on-tour]\n", ""), encoding="utf-8")

    assert lost_since(before) == [("case_studies/mending-van.md", "van-on-tour")]


def test_an_address_that_is_numbered_and_was_published_is_told_once(before: Path) -> None:
    (before / SOLDERING).unlink()

    assert lost_since(before) == [("published.csv", "soldering")]


@pytest.mark.parametrize("left", ["---\nwithdrawn: 2026-11-28\n---\n", CASE_STUDY.replace("2026-", "2025-")])
def test_a_page_that_was_taken_down_or_changed_is_not_lost(before: Path, left: str) -> None:
    (before / SOLDERING).write_text(left, encoding="utf-8")

    assert lost_since(before) == []


def test_what_is_out_already_cannot_wait_for_a_later_day(with_studies: Entries) -> None:
    """Its address would be gone until then."""
    hub = with_studies(soldering=(), mending_van=("van",))
    study = hub.case_studies["soldering"]
    later = replace(study, facts=study.facts.model_copy(update={"published": date(2031, 5, 1)}))
    (problem,) = lost(replace(hub, case_studies={**hub.case_studies, "soldering": later}))

    assert (problem.file, problem.field, problem.rule) == (SOLDERING, "published", "out-already")
    assert problem.message == '"2031-05-01" is still to come, and case-studies/soldering/ is out already.'


@pytest.mark.parametrize("fact", ["draft: true", "withdrawn: 2026-01-01", "published: 2031-05-01"])
def test_what_was_not_published_can_go(before: Path, git: Git, fact: str) -> None:
    """A draft, what is left of a page that was taken down, or what waits for its day."""
    without_number(before)
    text = CASE_STUDY.replace("published: 2026-08-31", fact)
    text = f"---\n{fact}\n---\n" if fact.startswith("withdrawn") else text
    (before / "case_studies/lamps.md").write_text(text, encoding="utf-8")
    git("add", "--all")
    git("commit", "-m", "more")
    (before / "case_studies/lamps.md").unlink()

    assert lost_since(before) == []


def test_a_page_that_said_it_was_no_draft_was_published(before: Path, git: Git) -> None:
    (before / "case_studies/lamps.md").write_text(
        CASE_STUDY.replace("---\n", "---\ndraft: false\n", 1), encoding="utf-8"
    )
    git("add", "--all")
    git("commit", "-m", "more")
    (before / "case_studies/lamps.md").unlink()

    assert ("case_studies/lamps.md", "lamps") in lost_since(before)


@pytest.mark.parametrize("commit", ["0" * 40, "no-such-branch", "--output=/tmp/stolen"])
def test_a_commit_that_is_not_here_is_an_error_and_not_silence(before: Path, commit: str) -> None:
    """A shallow copy would find nothing lost."""
    with pytest.raises(UnknownCommitError):
        ids_published_at(before, commit, TODAY)


def of_projects(root: Path, *rows: str) -> None:
    """Write the table of projects anew, with these rows in the place of those that begin alike."""
    table = root / PROJECT_ROWS.file
    header, *old = table.read_text(encoding="utf-8").splitlines()
    text = [f"{header},redirect_from", *(f"{row}," for row in old if not row.startswith("third-drawer")), *rows]
    table.write_text("\n".join(text) + "\n", encoding="utf-8")
    point = root / "docs/learning-points/keep-enough-fixers.md"
    point.write_text(point.read_text(encoding="utf-8").replace("third-drawer", "wobbly-chair"), encoding="utf-8")


DRAWER = "Third Drawer Society,Buttons for all,south-wales,Newport,Newport,51.6,3.0,,,withdrawn,,listing-only"


def test_a_project_that_was_published_and_is_gone_is_told_with_both_ways_out(before: Path) -> None:
    """Its page has an address like that of an entry, and people keep it."""
    of_projects(before, f"third-drawers,{DRAWER},")
    problems = load_repository(before, cached=False, since="HEAD").problems
    (problem,) = [problem for problem in problems if problem.rule == "lost-address"]

    assert (problem.file, problem.found, problem.nearest) == (PROJECT_ROWS.file, "third-drawer", "third-drawers")
    assert problem.message.startswith("the project third-drawer was published at projects/third-drawer/,")
    assert "Write third-drawer in the column redirect_from" in problem.fix
    assert "taken-down as its status" in problem.fix


@pytest.mark.parametrize(
    "row", [f"drawers,{DRAWER},third-drawer", "third-drawer,,,,,,,,,,taken-down,,,", f"third-drawer,{DRAWER},"]
)
def test_a_project_that_was_renamed_taken_down_or_changed_is_not_lost(before: Path, row: str) -> None:
    of_projects(before, row)

    assert lost_since(before) == []


def test_an_old_id_of_a_project_that_is_no_longer_named_is_told(before: Path, git: Git) -> None:
    of_projects(before, f"drawers,{DRAWER},third-drawer; drawer")
    git("commit", "--all", "-m", "renamed")
    table = before / PROJECT_ROWS.file
    table.write_text(table.read_text(encoding="utf-8").replace("third-drawer; drawer", "third-drawer"), "utf-8")

    assert lost_since(before) == [(PROJECT_ROWS.file, "drawer")]


def test_a_project_may_be_in_a_row_that_cannot_be_read(before: Path) -> None:
    """One mistake is told once."""
    of_projects(before, f"third-drawer,{DRAWER.replace('51.6', 'north')},")

    assert lost_since(before) == []


def test_an_old_id_of_a_project_leads_to_one_page_only(hub: Hub) -> None:
    """Entries may have the same ids: their addresses are others."""
    rows = [
        replace(row, facts=row.facts.model_copy(update={"redirect_from": ("soldering", "wobbly-chair")}))
        for row in hub.projects.values()
    ]
    clash = replace(hub, projects={row.id: row for row in rows})

    assert [(one.file, one.message) for one in find_shared_addresses(clash, Register())] == [
        (PROJECT_ROWS.file, '"wobbly-chair" is the name of a project that is still there.'),
        (PROJECT_ROWS.file, '"soldering" already leads to wobbly-chair.'),
        (PROJECT_ROWS.file, '"wobbly-chair" is the name of a project that is still there.'),
    ]


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("tick-tock,Tick Tock and Friends", "clocks,Tick Tock and Friends", ["tick-tock"]),
        ("wobbly-chairs\n", "\n", ["wobbly-chairs"]),
        ("Tick Tock and Friends", "Tick Tock", []),
    ],
)
def test_an_address_of_an_organisation_that_is_lost_is_told(before: Path, old: str, new: str, lost: list[str]) -> None:
    table = before / ORGANISATION_ROWS.file
    text = table.read_text(encoding="utf-8")
    assert old in text
    table.write_text(text.replace(old, new, 1), encoding="utf-8")

    assert lost_since(before) == [(ORGANISATION_ROWS.file, one) for one in lost]
