"""The build command: strict, whole or not at all, and the same every time."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import SITE_URL


def build(repository: Path, output: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(repository / "scripts/lib/build.py"), "--output", str(output)]
    settings = {**os.environ, "PYTHONPATH": str(repository), "NO_MKDOCS_2_WARNING": "1", "SITE_URL": SITE_URL, **environment}
    return subprocess.run(command, env=settings, capture_output=True, text=True, check=False, cwd=repository)


def digests(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*") if p.is_file()}


def test_a_misspelt_region_fails_the_build_and_the_old_site_is_untouched(repository: Path, tmp_path: Path) -> None:
    """The message names file, line and the nearest region; there is no traceback."""
    output = tmp_path / "site"
    output.mkdir()
    (output / "index.html").write_text("the old site")
    study = repository / "case_studies/spark-somerset.md"
    text = study.read_text(encoding="utf-8")
    line = text[: text.index("region:")].count("\n") + 1
    study.write_text(text.replace("region: south-west", "region: south-wset"), encoding="utf-8")

    run = build(repository, output)

    assert run.returncode == 1
    assert f"case_studies/spark-somerset.md:{line}: region:" in run.stderr
    assert 'Did you mean "south-west"?' in run.stderr
    assert "Traceback" not in run.stderr
    assert {path.name: path.read_text() for path in output.iterdir()} == {"index.html": "the old site"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "the repository"]


def test_every_mistake_of_every_file_is_told_at_once(repository: Path, tmp_path: Path) -> None:
    """Four mistakes in three files are four problems in one run."""
    for name, before, after in (
        ("case_studies/spark-somerset.md", "region: south-west", "region: nowhere"),
        ("case_studies/helix-arts.md", "published: 2022-08-31", "published: 2022-02-31"),
        ("case_studies/helix-arts.md", "organisation:", "organization:"),
        ("docs/communities/carers.md", "label:", "labl:"),
    ):
        path = repository / name
        path.write_text(path.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")

    run = build(repository, tmp_path / "site")

    for words in (
        '"nowhere" is not a region',
        "2022-02-31",
        '"organization" is not a field',
        'Did you mean "organisation"?',
        "docs/communities/carers.md",
    ):
        assert words in run.stderr


def test_a_broken_template_leaves_the_old_site_as_it_was(repository: Path, tmp_path: Path) -> None:
    """A mistake in the code is no reason to lose the site either."""
    output = tmp_path / "site"
    output.mkdir()
    (output / "index.html").write_text("the old site")
    (repository / "overrides/hub/entry.html").write_text("{% if %}", encoding="utf-8")

    run = build(repository, output)

    assert run.returncode != 0
    assert {path.name: path.read_text() for path in output.iterdir()} == {"index.html": "the old site"}


def test_two_builds_give_the_same_bytes_wherever_and_whenever(repository: Path, built_site: Path, tmp_path: Path) -> None:
    """Another folder, time zone, locale, file order and cache make no difference."""
    run = build(repository, tmp_path / "site", TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="7")

    assert run.returncode == 0, run.stderr
    assert digests(tmp_path / "site") == digests(built_site)


def test_a_folder_with_sources_in_it_is_refused(repository: Path) -> None:
    """A slip in --output must not cost the repository."""
    run = build(repository, repository)

    assert run.returncode == 2
    assert "holds more than a built site" in run.stderr
    assert (repository / "case_studies/spark-somerset.md").is_file()
