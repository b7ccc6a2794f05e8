"""The links of nav in mkdocs.yml."""

from pathlib import Path

import pytest

from ideas_hub.model.page import NavLink
from ideas_hub.reading.data_files import SETTINGS_FILE, read_nav

NAV = """\
site_url: !ENV [SITE_URL, ""]
nav:
  - About us: about.md
  - Help:
      - Privacy: privacy.md
      - contribute/index.md
"""


def nav_of(settings: str, folder: Path) -> tuple[NavLink, ...]:
    (folder / SETTINGS_FILE).write_text(settings, encoding="utf-8")
    links, problems = read_nav(folder)
    assert problems == []
    return links


def test_links_come_with_their_words_and_lines(tmp_path: Path) -> None:
    """As MkDocs takes them: with words, below a heading, or the file alone; its tags do no harm."""
    assert nav_of(NAV, tmp_path) == (
        NavLink("About us", "about.md", 3),
        NavLink("Privacy", "privacy.md", 5),
        NavLink("", "contribute/index.md", 6),
    )


@pytest.mark.parametrize("settings", ["nav:\n", "site_name: A\n", "{a: b}: c\n"])
def test_without_a_nav_there_are_no_links(settings: str, tmp_path: Path) -> None:
    assert nav_of(settings, tmp_path) == ()


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        (b"", "mkdocs.yml: there are no settings in it."),
        (b"- nav\n", "mkdocs.yml: there are no settings in it."),
        (b"hello", "mkdocs.yml: there are no settings in it."),
        (b"site_name: A\nnav: [\n", "mkdocs.yml:2: nav: a list in brackets is not closed"),
        (b"site_name: A\n\tnav: 1\n", "mkdocs.yml:2: nav: the line starts with a tab."),
        (b"site_name: A\nnav: !ENV [1\n", "mkdocs.yml:"),
        (b"\0", "mkdocs.yml"),
        (b"site_name: caf\xe9", "mkdocs.yml:1: the file is not UTF-8"),
        (None, "mkdocs.yml: it cannot be read: No such file or directory."),
    ],
)
def test_settings_that_cannot_be_read_are_a_problem(settings: bytes | None, place: str, tmp_path: Path) -> None:
    """The one file that a hub cannot be built without."""
    if settings is not None:
        (tmp_path / SETTINGS_FILE).write_bytes(settings)

    links, problems = read_nav(tmp_path)

    assert links == ()
    assert str(problems[0]).startswith(place)
    assert problems[0].fix
