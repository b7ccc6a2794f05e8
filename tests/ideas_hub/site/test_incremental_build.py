"""What a build does over the folder of the build before: how many files it makes, and that it never writes into the old ones."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.engine.atomic_folder import atomic_replace
from ideas_hub.site.build import Published, publish
from ideas_hub.site.context import load_context
from tests.conftest import ROOT
from tests.ideas_hub.conftest import CASE_STUDY, lay_tree

STUDY = "case_studies/walking.md"
OTHERS = ("boats", "choir", "drums")


class Hub:
    """A repository that is built again and again, each folder taking the place of the one before."""

    def __init__(self, root: Path, site: Path) -> None:
        self.root, self.site = root, site

    def build(self) -> Published:
        """Build as scripts/build does, and return what was done."""
        with atomic_replace(self.site, keep_out=self.root) as stage:
            published = publish(load_context(self.root), stage.folder, replaced=self.site)
            stage.kept = published.kept
        return published

    def edit(self, file: str, old: str, new: str) -> None:
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    """A small hub with the real templates, built once."""
    root = lay_tree(tmp_path / "repository")
    shutil.copytree(ROOT / "overrides", root / "overrides")
    shutil.copytree(ROOT / "docs/assets", root / "docs/assets")
    for name in OTHERS:
        (root / f"case_studies/{name}.md").write_text(
            CASE_STUDY.replace("Walking together", f"{name.capitalize()} together"), encoding="utf-8"
        )
    made = Hub(root, tmp_path / "site")
    made.build()
    return made


def pages(paths: tuple[str, ...]) -> set[str]:
    return {path for path in paths if path.endswith(".html")}


def test_nothing_is_made_when_nothing_has_changed(hub: Hub) -> None:
    """Every file is kept where it is."""
    published = hub.build()

    assert published.made == ()
    assert len(published.kept) == len([path for path in hub.site.rglob("*") if path.is_file()])


def test_an_edited_text_makes_its_own_page_and_none_of_another_entry(hub: Hub) -> None:
    """Beside it only what holds the text or leads to its words: its copy, feeds, the search and the page that starts it."""
    hub.edit(STUDY, "People walked", "People strolled")
    published = hub.build()

    assert pages(published.made) == {"case-studies/walking/index.html", "find/index.html"}
    assert {path.split("/")[0] for path in published.made if path.endswith(".js")} <= {"case-studies", "search"}
    assert {path for path in published.made if path.startswith("data/")} == set()
    assert {
        path.rpartition("/")[2]
        for path in published.made
        if not path.startswith(("case-studies/walking/", "search/", "find/"))
    } == {
        "feed.json",
        "feed.xml",
    }


def test_a_new_entry_leaves_the_pages_of_others_as_they_are(hub: Hub) -> None:
    """They change only where the new one is among the similar ones, and here each has three that are more like it."""
    zither = CASE_STUDY.replace("Walking together", "Zither").replace(
        "People walked, and talked", "Strings, quilts and chess went"
    )
    (hub.root / "case_studies/zither.md").write_text(zither, encoding="utf-8")
    published = hub.build()

    assert "case-studies/zither/index.html" in published.made
    assert {f"case-studies/{name}/index.html" for name in ("walking", *OTHERS)} <= set(published.kept)
    assert {"case-studies/index.html", "themes/arts-culture/index.html"} <= set(published.made)


def test_a_template_makes_every_page_again(hub: Hub) -> None:
    """And no file of data or search, which no template stands behind."""
    hub.edit("overrides/hub/base.html", "<main id=", '<main data-new="" id=')
    published = hub.build()

    assert pages(published.kept) == set()
    assert {path for path in published.made if path.startswith("search/")} == set()


@pytest.mark.parametrize("file", ["case-studies/boats/index.html", "themes/arts-culture/index.html", "data/terms.csv"])
@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(b"spoilt")], ids=["lost", "spoilt"])
def test_only_a_file_that_was_lost_or_spoilt_is_made_again(hub: Hub, file: str, harm: Callable[[Path], object]) -> None:
    """Whatever it is part of."""
    right = (hub.site / file).read_bytes()
    harm(hub.site / file)
    published = hub.build()

    assert published.made == (file,)
    assert (hub.site / file).read_bytes() == right


def test_the_old_folder_stays_as_it_was_while_the_new_files_are_written(hub: Hub, tmp_path: Path) -> None:
    """The build may fail yet, and then the old site has to stay."""
    before = {path: path.read_bytes() for path in hub.site.rglob("*") if path.is_file()}
    hub.edit(STUDY, "Walking together", "Strolling together")
    publish(load_context(hub.root), tmp_path / "stage", replaced=hub.site)

    assert {path: path.read_bytes() for path in hub.site.rglob("*") if path.is_file()} == before
    assert b"Strolling together" in (tmp_path / "stage/case-studies/walking/index.html").read_bytes()


def test_without_a_cache_every_file_is_made(hub: Hub) -> None:
    """What nobody noted, nobody can rely on."""
    shutil.rmtree(hub.root / ".cache")

    assert hub.build().kept == ()
