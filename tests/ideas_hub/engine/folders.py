"""Folders to replace, and what is in them; imported by a script too, so without pytest."""

from contextlib import AbstractContextManager
from pathlib import Path

from ideas_hub.engine.atomic_folder import Mark, Stage, atomic_replace

MARK = Mark("hub.txt", b"built")


def contents(folder: Path) -> dict[str, str]:
    """Return the text of each file but the mark, by path."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MARK.name)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


def replaced(target: Path, repository: Path | None = None) -> AbstractContextManager[Stage]:
    """Replace a folder, but none that holds sources of the repository, which stands beside it unless named."""
    repository = repository or target.parent / "repository"
    return atomic_replace(target, mark=MARK, forbidden=[repository / ".git", repository / "docs"])


def build(target: Path, files: dict[str, str], unchanged: tuple[str, ...] = (), repository: Path | None = None) -> None:
    """Replace a folder by one with these files, with the mark, and with files of the old one."""
    with replaced(target, repository) as stage:
        write(stage.folder, {**files, MARK.name: "built by a test"})
        stage.unchanged = {path: (target / path).stat().st_ino for path in unchanged}
