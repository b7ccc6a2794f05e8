"""The build command: strict, whole or not at all, and the same every time."""

from pathlib import Path

import pytest

from tests.conftest import build, digests

STUDY = "case_studies/soldering.md"


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    """A site that was built before."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("the old site")
    return folder


def is_untouched(site: Path) -> bool:
    """Return whether the old site is as it was, and nothing was left beside it."""
    files = {path.name: path.read_text() for path in site.iterdir()}
    return files == {"index.html": "the old site"} and {path.name for path in site.parent.iterdir()} == {
        "site",
        "the repository",
    }


def change(repository: Path, file: str, before: str, after: str) -> None:
    path = repository / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_a_misspelt_region_fails_the_build_and_the_old_site_is_untouched(repository: Path, old_site: Path) -> None:
    """The message names file, line and the nearest region; there is no traceback."""
    change(repository, STUDY, "region: north-wales", "region: north-wlaes")

    run = build(repository, old_site)

    assert run.returncode == 1
    assert f"{STUDY}:6: region:" in run.stderr
    assert 'Did you mean "north-wales"?' in run.stderr
    assert "Traceback" not in run.stderr
    assert is_untouched(old_site)


def test_every_mistake_of_every_file_is_reported_at_once(repository: Path, tmp_path: Path) -> None:
    """Four mistakes in three files are four problems in one run."""
    for file, before, after in (
        (STUDY, "region: north-wales", "region: nowhere"),
        ("case_studies/clock-club.md", "published: 2020-01-10", "published: 2022-02-31"),
        ("case_studies/clock-club.md", "organisation:", "organization:"),
        ("docs/communities/newcomers.md", "label:", "labl:"),
    ):
        change(repository, file, before, after)

    run = build(repository, tmp_path / "site")

    for text in (
        '"nowhere" is not a region',
        "2022-02-31",
        '"organization" is not a field',
        'Did you mean "organisation"?',
        "docs/communities/newcomers.md",
    ):
        assert text in run.stderr


def test_a_broken_template_leaves_the_old_site_as_it_was(repository: Path, old_site: Path) -> None:
    """A mistake in the code is no reason to lose the site either."""
    (repository / "overrides/hub/entry.html").write_text("{% if %}", encoding="utf-8")

    run = build(repository, old_site, "--no-cards")

    assert run.returncode != 0
    assert is_untouched(old_site)


def test_two_builds_give_the_same_bytes_wherever_and_whenever(
    repository: Path, built_site: Path, tmp_path: Path
) -> None:
    """Another folder, time zone, locale, file order and cache make no difference."""
    run = build(repository, tmp_path / "site", TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="7")

    assert run.returncode == 0, run.stderr
    assert digests(tmp_path / "site") == digests(built_site)


def test_a_folder_with_sources_in_it_is_refused(repository: Path) -> None:
    """A slip in --output must not cost the repository."""
    run = build(repository, repository)

    assert run.returncode == 2
    assert "holds more than a built site" in run.stderr
    assert (repository / STUDY).is_file()
