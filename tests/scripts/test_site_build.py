"""scripts/lib/site_build.py: what MkDocs has to say is asked for once, and again when it may have changed."""

from pathlib import Path

import pytest
import site_build
from site_build import build_site, load_settings

from ideas_hub.site.context import BuildContext
from tests.conftest import SITE_URL, digests, lay_hub

ABOUT = "docs/about.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_hub(tmp_path / "hub")


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that MkDocs renders into, one after another."""
    folders: list[Path] = []
    render = site_build._render_prose

    def note_and_render(folder: Path, context: BuildContext) -> None:
        folders.append(folder)
        render(folder, context)

    monkeypatch.setattr(site_build, "_render_prose", note_and_render)
    return folders


def test_mkdocs_runs_only_when_a_page_of_prose_changes(root: Path, tmp_path: Path, runs: list[Path]) -> None:
    """Its pages stay where they are, and so do the theme's style sheets."""
    site = tmp_path / "site"

    def build(file: str = "", old: str = "", new: str = "") -> dict[str, str]:
        if file:
            path = root / file
            path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        build_site(site, root=root, cards=False, address=SITE_URL)
        return digests(site)

    first = build()
    assert len(runs) == 1
    assert build() == first
    renamed = build("case_studies/soldering.md", "title: ", "title: Now ")
    assert len(runs) == 1
    assert renamed["about/index.html"] == first["about/index.html"]
    edited = build(ABOUT, "\n---\n", "\n---\nOne more sentence.\n")
    assert len(runs) == 2
    assert edited["about/index.html"] != first["about/index.html"]
    (site / "about/index.html").unlink()
    assert build() == edited
    assert len(runs) == 3


def test_settings_are_known_until_something_changes_that_they_are_made_from(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their file, a variable that it names, a hook, or what the command says."""
    monkeypatch.setenv("SITE_URL", SITE_URL)
    settings, key = load_settings(root, cards=False)
    assert settings.url == SITE_URL
    monkeypatch.setattr("mkdocs_build.load_config", None)
    assert load_settings(root, cards=False) == (settings, key)

    monkeypatch.undo()
    monkeypatch.setenv("SITE_URL", "https://other.example/")
    assert load_settings(root, cards=False)[0].url == "https://other.example/"
    written = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(written.replace("short_name: ", "short_name: now-"), encoding="utf-8")
    named, other = load_settings(root, cards=False)
    assert named.short_name.startswith("now-")
    hook = root / "hooks/read_content.py"
    hook.write_text(f"{hook.read_text(encoding='utf-8')}\n")
    assert load_settings(root, cards=False) == (named, load_settings(root, cards=False)[1])
    assert len({key, other, load_settings(root, cards=False)[1], load_settings(root)[1]}) == 4
