"""A repository's content, read and checked as scripts/check and a build do it."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ideas_hub.model import addresses
from ideas_hub.problem import Problem, Severity
from ideas_hub.repository import raw_content
from ideas_hub.repository.load import Repository, load_repository
from ideas_hub.repository.raw_content import ReadingMemo

STUDY, POINT = "case_studies/soldering.md", "docs/learning-points/say-hello.md"
PHOTO = re.compile(r"^image:\n(?:  .*\n)+", re.MULTILINE)
Load = Callable[..., Repository]


@pytest.fixture(scope="session")
def memo() -> ReadingMemo:
    """What the tests of this module have read before."""
    return ReadingMemo()


@pytest.fixture
def load(tree: Path, memo: ReadingMemo) -> Load:
    """Change a file, and return the repository; the photo is left out, because encoding it takes longest."""

    def load_changed(file: str = STUDY, old: str = "", new: str = "") -> Repository:
        toast = tree / "case_studies/toaster-tuesdays.md"
        toast.write_text(PHOTO.sub("", toast.read_text(encoding="utf-8")), encoding="utf-8")
        text = (tree / file).read_text(encoding="utf-8")
        (tree / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return load_repository(tree, cached=False, memo=memo)

    return load_changed


def found(problems: tuple[Problem, ...], file: str) -> list[str]:
    return [f"{problem.line} {problem.rule}" for problem in problems if problem.file == file]


def test_a_sound_repository_has_its_content_and_nothing_that_blocks_it(tree: Path) -> None:
    repository = load_repository(tree)
    assert repository.blocking == ()
    assert len(repository.hub.entries) == 16
    assert [row.number for row in repository.register.rows][:3] == [1, 2, 3]
    assert repository.today == date(2026, 11, 27)
    (photo,) = repository.photos.values()
    assert photo.address in repository.photo_files
    assert (tree / ".cache").is_dir()


def test_advice_blocks_nothing(load: Load) -> None:
    """Some entries of the small hub lack fields that help readers."""
    repository = load()
    assert repository.problems == repository.advice
    assert {problem.severity for problem in repository.advice} <= {Severity.IDEA, Severity.SHOULD_FIX}
    assert not (repository.root / ".cache").exists()


def test_what_blocks_is_found_without_the_advice_that_takes_comparing(load: Load) -> None:
    """A build shows none of that, so it need not wait for it."""
    complete = load(STUDY, "region: north-wales", "region: atlantis")
    found_by_builds = load_repository(complete.root, cached=False, advice=False)
    assert found_by_builds.blocking == complete.blocking != ()
    left_out = {one.rule for one in complete.problems} - {one.rule for one in found_by_builds.problems}
    assert {"review-due", "next-thing-to-add"} <= left_out


def test_a_problem_that_must_be_fixed_blocks(load: Load) -> None:
    repository = load(STUDY, "region: north-wales", "region: atlantis")
    assert found(repository.blocking, STUDY) == ["6 unknown-id"]
    assert set(repository.problems) == {*repository.blocking, *repository.advice}


def test_problems_of_every_kind_come_in_order_of_file_and_line(load: Load) -> None:
    """Of files, between files, of the register and by the rules."""
    repository = load(STUDY, "region: north-wales", "region: atlantis\nredirect_from: [mending-van]")
    assert list(repository.problems) == sorted(repository.problems, key=Problem.sort_key)
    assert {"unknown-id", "redirect", "review-due"} <= {problem.rule for problem in repository.problems}


def test_a_broken_link_is_reported_in_a_sound_document_and_in_a_broken_one(load: Load) -> None:
    assert found(load(POINT, "A hello", "A [hello](no-such.md)").blocking, POINT) == ["18 broken-link"]
    broken = load(STUDY, "published: 2026-08-31", "published: soon")
    assert found(broken.blocking, STUDY) == ["9 day"]
    both = load(STUDY, "../docs/communities/newcomers.md", "../docs/communities/none.md")
    assert found(both.blocking, STUDY) == ["9 day", "24 broken-link"]


def test_a_text_may_link_to_the_template_that_is_a_download(load: Load) -> None:
    link = f"../{addresses.TEMPLATE}"
    assert load(POINT, "A hello", f"A [hello]({link})").blocking == ()


def test_an_entry_that_vanished_is_reported_unless_it_may_be_in_a_broken_file(load: Load, tree: Path) -> None:
    (tree / "case_studies/clock-club.md").unlink()
    point = "docs/learning-points/keep-enough-fixers.md"
    assert "2 lost-address" in found(
        load(point, "case_study: clock-club", "project: third-drawer").blocking, "published.csv"
    )
    assert found(load(STUDY, "published: 2026-08-31", "published: soon").blocking, "published.csv") == []


def test_a_memo_serves_the_next_load(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The preview loads the repository at each change of a file."""
    memo = ReadingMemo()
    first = load_repository(tree, memo=memo)
    monkeypatch.setattr(raw_content, "parse_file", lambda *_: pytest.fail("a file was parsed"))
    assert load_repository(tree, cached=False, memo=memo).problems == first.problems
