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
    return read_nav(folder)


def test_links_come_with_their_words_and_lines(tmp_path: Path) -> None:
    """As MkDocs takes them: with words, below a heading, or the file alone; its tags do no harm."""
    assert nav_of(NAV, tmp_path) == (
        NavLink("About us", "about.md", 3),
        NavLink("Privacy", "privacy.md", 5),
        NavLink("", "contribute/index.md", 6),
    )


@pytest.mark.parametrize("settings", ["", "nav:\n", "site_name: A\n", "- nav\n", "nav: [\n", "{a: b}: c\n", "\0"])
def test_without_a_nav_that_can_be_read_there_are_no_links(settings: str, tmp_path: Path) -> None:
    """MkDocs says itself what is wrong with its file."""
    assert nav_of(settings, tmp_path) == ()


def test_without_the_file_there_are_no_links(tmp_path: Path) -> None:
    assert read_nav(tmp_path) == ()
