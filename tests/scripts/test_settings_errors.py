"""What is wrong with mkdocs.yml is said in a line with its path; the old site stays."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from site_build import BuildFailedError, build_site

from tests.conftest import build, lay_hub

HOOK = "  - hooks/publish_pages.py\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_hub(tmp_path / "hub")


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def written(change: Callable[[str], str], encoding: str = "utf-8") -> Callable[[Path], object]:
    return lambda path: path.write_text(change(path.read_text(encoding="utf-8")), encoding=encoding)


BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (Path.unlink, "it cannot be read: No such file or directory."),
    "empty": (written(lambda _: ""), "there are no settings in it."),
    "no YAML": (written(lambda text: f"{text}\nx: [\n"), "a list in brackets is not closed"),
    "Latin-1": (written(lambda text: f"{text}# caf\u00e9", "latin-1"), "the file is not UTF-8"),
    "unknown setting": (written(lambda text: f"{text}\nbanana: 1\n"), "MkDocs cannot use the settings"),
    "lost parent": (written(lambda text: f"{text}\nINHERIT: no.yml\n"), "'no.yml' does not exist"),
    "a hook less": (written(lambda text: text.replace(HOOK, "")), "does not name hooks/publish_pages.py"),
    "a pipe": (pipe, "this is a named pipe"),
    "a folder": (folder, "it cannot be read: Is a directory."),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_broken_settings_end_in_a_line_with_path_and_reason(root: Path, kind: str, tmp_path: Path) -> None:
    break_it, words = BROKEN[kind]
    break_it(root / "mkdocs.yml")

    with pytest.raises(BuildFailedError) as caught:
        build_site(tmp_path / "site", root=root)

    assert str(caught.value).startswith("mkdocs.yml:")
    assert "\n" not in str(caught.value)
    assert words in str(caught.value)
    assert not (tmp_path / "site").exists()


def test_the_command_says_it_and_leaves_the_old_site(root: Path, tmp_path: Path) -> None:
    (root / "mkdocs.yml").unlink()
    (tmp_path / "site").mkdir()

    run = build(root, tmp_path / "site")

    assert run.returncode == 1
    assert "mkdocs.yml: it cannot be read: No such file or directory." in run.stderr
    assert "Traceback" not in run.stderr
    assert list((tmp_path / "site").iterdir()) == []


def test_a_hub_in_a_folder_with_any_name_can_be_built(tmp_path: Path) -> None:
    """Whatever letters mean elsewhere that some other file is meant."""
    root = lay_hub(tmp_path / "our *hub* [new] {1}? #2 %20")

    run = build(root, tmp_path / "site", "--no-cards")

    assert run.returncode == 0, run.stderr
    assert (tmp_path / "site/about/index.html").is_file()
