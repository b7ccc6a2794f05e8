"""scripts/build --output DIR: which folders may be replaced, and that nothing is lost where one may not."""

import os
from pathlib import Path

import pytest
import site_build
from site_build import SOURCE_FOLDERS, build_site

from ideas_hub.engine.atomic_folder import TargetError
from ideas_hub.site.build import MARK

REFUSED = (
    *("", ".", "..", "/", "{home}", "docs", "docs/new", "site/../docs", "case_studies/images", "/dev/null"),
    *(".git", ".github/new", ".venv", ".cache/new", ".ci/new", ".devcontainer", "ideas_hub", "tests/hubs"),
    *("notes", "notes/new/../../notes", "link-to-notes", "link-to-docs", "notes.txt", "notes.txt/new", "link-to-text"),
    *("circle", "pipe", "x" * 300),
)
ACCEPTED = (
    *("site", "site/", "./site", "empty", "new", "a/b/new", "docs-built", "../beside", "link-to-site", "dead-link"),
    *("with * and ? in it", "notes/new", "site.2025.old", "-x"),
)


class BuildingError(Exception):
    """The build goes on, and fails in its first step."""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository, in which the command runs, with a site and with folders of its owner."""
    repository = tmp_path / "home/repository"
    for name in (*SOURCE_FOLDERS, "notes", "site", "case_studies/images"):
        (repository / name).mkdir(parents=True)
        (repository / name / "mine.txt").write_text(name)
    (repository / "empty").mkdir()
    (repository / "notes.txt").write_text("mine")
    (repository / "site" / MARK.name).write_bytes(MARK.start)
    for link in ("notes", "docs", "site"):
        (repository / f"link-to-{link}").symlink_to(link)
    for link, target in {"link-to-text": "notes.txt", "dead-link": "nowhere", "circle": "circle"}.items():
        (repository / link).symlink_to(target)
    os.mkfifo(repository / "pipe")

    def stop(*_: object, **__: object) -> None:
        raise BuildingError

    monkeypatch.setenv("HOME", str(repository.parent))
    monkeypatch.setattr(site_build, "load_settings", stop)
    monkeypatch.chdir(repository)
    return repository


def everything(root: Path) -> dict[str, str]:
    """Return all that is there, but for the folders of builds."""
    paths = [path for path in root.parent.rglob("*") if ".staging" not in str(path)]
    return {str(path): path.read_text() if path.is_file() else "" for path in paths}


@pytest.mark.parametrize("output", REFUSED)
def test_what_may_be_somebody_s_own_is_refused_and_stays(output: str, root: Path) -> None:
    before = everything(root)

    with pytest.raises((TargetError, OSError)):
        build_site(Path(output.format(home=root.parent)).absolute(), root=root)

    assert everything(root) == before
    assert not list(root.parent.rglob(".*.staging"))


@pytest.mark.parametrize("output", ACCEPTED)
def test_a_new_or_empty_folder_and_a_site_may_be_replaced(output: str, root: Path) -> None:
    """The build has begun, and fails: even so nothing is lost."""
    before = everything(root)

    with pytest.raises(BuildingError):
        build_site(Path(output).absolute(), root=root)

    assert before.items() <= everything(root).items()
