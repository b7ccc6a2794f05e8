"""The build command: strict, whole or not at all, and the same every time."""

from pathlib import Path

import pytest

from ideas_hub.engine.atomic_folder import NOTE
from ideas_hub.site.build import MARK
from tests.conftest import build, digests
from tests.site.signalling import signalled

STUDY = "case_studies/soldering.md"
OLD_SITE = {"index.html": "the old site", MARK.name: MARK.start.decode()}


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    """A site that was built before."""
    folder = tmp_path / "site"
    folder.mkdir()
    for name, text in OLD_SITE.items():
        (folder / name).write_text(text)
    return folder


def is_untouched(site: Path) -> bool:
    """Return whether the old site is as it was, and nothing was left beside it but the build's own note."""
    files = {path.name: path.read_text() for path in site.iterdir()}
    beside = {path.name for path in site.parent.iterdir()} - {".site.staging"}
    staged = [path.name for path in (site.parent / ".site.staging").glob("*")]
    return files == OLD_SITE and beside == {"site", "the repository"} and staged in ([], [NOTE])


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

    assert run.returncode == 1
    assert "holds more than a built site" in run.stderr
    assert (repository / STUDY).is_file()


def test_a_folder_that_no_build_has_made_is_refused(repository: Path, tmp_path: Path) -> None:
    """Also one that is reached through a link."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/notes.txt").write_text("my notes")
    (tmp_path / "link").symlink_to("mine")
    run = build(repository, tmp_path / "link")

    assert run.returncode == 1
    assert run.stderr.splitlines()[1:] == [
        (
            f"{tmp_path}/mine has files in it but not the hub.txt of a built site, so it is not replaced. "
            "Name an empty or a new folder. If it is a site from before there was a hub.txt, delete it once."
        )
    ]
    assert (tmp_path / "mine/notes.txt").read_text() == "my notes"


def test_a_file_is_no_place_for_a_site(repository: Path, old_site: Path) -> None:
    output = old_site / "index.html/site"
    run = build(repository, output)

    assert run.returncode == 1
    assert run.stderr.splitlines()[1:] == [f"{output.parent} is a file, not a folder. Name an empty or a new folder."]
    assert is_untouched(old_site)


def test_a_full_disk_leaves_the_old_site_as_it_was(repository: Path, old_site: Path) -> None:
    """The limit on the size of a file stands in for it: the system takes a part, then refuses the rest."""
    run = build(repository, old_site, first="import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))")

    assert run.returncode == 1
    assert len(run.stderr.splitlines()) == 2
    assert run.stderr.endswith(f": File too large. Nothing was published; {old_site} is as it was.\n")
    assert is_untouched(old_site)


@pytest.mark.parametrize("moment", ["while modules are imported", "while pages are written"])
def test_ctrl_c_ends_a_build_with_a_sentence(repository: Path, old_site: Path, moment: str) -> None:
    """It reaches the workers as well."""
    event, name = ("import", "mkdocs.config") if moment == "while modules are imported" else ("os.mkdir", "/new/about")
    run = build(repository, old_site, first=signalled(event, name))

    assert run.returncode == 1
    assert run.stderr.splitlines()[-2:] == ["", "Stopped. Nothing was published; the old site is as it was."]
    assert "Traceback" not in run.stderr
    assert is_untouched(old_site)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("mine.txt", "{} is no copy that a build has made, so it is not replaced. Name a new file, such as {}."),
        (f"{'a' * 300}.zip", "{}: File name too long. Nothing was published; {site} is as it was."),
    ],
)
def test_a_copy_that_cannot_or_may_not_be_written_is_refused_first(
    repository: Path, old_site: Path, name: str, message: str
) -> None:
    """In one line, before anything is built."""
    (repository / "mine.txt").write_text("my notes", encoding="utf-8")
    copy = repository / name
    run = build(repository, old_site, "--offline-copy", str(copy))

    assert run.returncode == 1
    assert run.stderr.splitlines()[1:] == [message.format(copy, "hub.zip", site=old_site)]
    assert (repository / "mine.txt").read_text(encoding="utf-8") == "my notes"
    assert is_untouched(old_site)


KILLS_ITS_WORKERS = """
import os, signal, sys
main = os.getpid()
sys.addaudithook(lambda event, _: event == "open" and os.getpid() != main and os.kill(os.getpid(), signal.SIGKILL))
os.sched_getaffinity = lambda _: {0, 1}
"""


def test_a_worker_that_is_killed_ends_a_build_with_a_sentence(repository: Path, old_site: Path) -> None:
    """As the system does when memory runs out; the build used to wait for it for ever."""
    run = build(repository, old_site, first=KILLS_ITS_WORKERS)

    assert run.returncode == 1
    assert run.stderr.splitlines()[1:] == [
        (
            "A process that shared the work was ended from outside, as happens when memory runs out. "
            f"Nothing was published; {old_site} is as it was."
        )
    ]
    assert is_untouched(old_site)
