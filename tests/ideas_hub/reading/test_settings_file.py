"""What the hub reads from mkdocs.yml itself: the links of nav, and how readers reach the network."""

from pathlib import Path

import pytest

from ideas_hub.model.page import NavLink
from ideas_hub.reading.settings_file import SETTINGS_FILE, Setting, SettingsFile, read_settings_file

NAV = """\
site_url: !ENV [SITE_URL, ""]
nav:
  - About us: about.md
  - Help:
      - Privacy: privacy.md
      - contribute/index.md
"""


def read(settings: str, folder: Path) -> SettingsFile:
    (folder / SETTINGS_FILE).write_text(settings, encoding="utf-8")
    found, problems = read_settings_file(folder)
    assert problems == []
    return found


def nav_of(settings: str, folder: Path) -> tuple[NavLink, ...]:
    return read(settings, folder).nav


def test_the_ways_to_reach_the_network_come_with_their_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As MkDocs would read them, from the environment too; a list is no text."""
    monkeypatch.setenv("HUB_EMAIL", "hello@mending.example")
    monkeypatch.delenv("HUB_FORM", raising=False)
    written = """\
site_name: Mending
extra:
  contact:
    form: !ENV [HUB_FORM, "https://forms.example/"]
    email: !ENV HUB_EMAIL
    post: ~
    other: [a]
"""

    found = read(written, tmp_path)

    assert (found.site_name, found.contact_line) == ("Mending", 4)
    assert found.contact == {
        "form": Setting("https://forms.example/", 4),
        "email": Setting("hello@mending.example", 5),
        "post": Setting("", 6),
        "other": Setting(None, 7),
    }


@pytest.mark.parametrize(
    "value", ["", " {}", " ~", ' ""', " !ENV []", " !ENV [NOT_SET_ANYWHERE]", " !ENV &a [[x], *a]"]
)
def test_without_a_way_there_is_none(value: str, tmp_path: Path) -> None:
    assert read(f"extra:\n  contact:{value}\n", tmp_path).contact == {}


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

    found, problems = read_settings_file(tmp_path)

    assert found == SettingsFile()
    assert str(problems[0]).startswith(place)
    assert problems[0].fix
