"""ideas_hub/site/build.py: what a build writes, and what it reuses of the build before."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from ideas_hub.engine.atomic_folder import atomic_replace
from ideas_hub.search.similarity import Similarity
from ideas_hub.site.build import MARK, Published, publish
from ideas_hub.site.context import load_context
from ideas_hub.site.settings import Settings
from tests.conftest import SITE_URL, lay_hub
from tests.ideas_hub.conftest import CASE_STUDY

STUDY = "case_studies/soldering.md"
OTHERS = ("boats", "choir", "drums")


class Hub:
    """A repository that is built again and again into one folder."""

    def __init__(self, root: Path, site: Path) -> None:
        self.root, self.site = root, site
        self._changed: dict[Path, str | None] = {}

    def publish(self, folder: Path) -> Published:
        """Write the files that have changed since the last build into a folder."""
        return publish(load_context(self.root, Settings(url=SITE_URL, cards=False)), folder, replaced=self.site)

    def build(self) -> Published:
        """Build as scripts/build does, and return what was done."""
        with atomic_replace(self.site, mark=MARK, forbidden=[self.root]) as stage:
            published = self.publish(stage.folder)
            stage.unchanged = published.reused
        return published

    def write(self, file: str, text: str) -> None:
        """Write a file, until `restore`."""
        path = self.root / file
        self._changed.setdefault(path, path.read_text(encoding="utf-8") if path.exists() else None)
        path.write_text(text, encoding="utf-8")

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace a part of a file, until `restore`."""
        text = (self.root / file).read_text(encoding="utf-8")
        assert old in text
        self.write(file, text.replace(old, new))

    def restore(self) -> None:
        """Undo every change, and build."""
        for path, text in self._changed.items():
            if text is None:
                path.unlink()
            else:
                path.write_text(text, encoding="utf-8")
        self._changed.clear()
        self.build()


@pytest.fixture(scope="module")
def one_hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    """The small hub with three more case studies, built once."""
    folder = tmp_path_factory.mktemp("build")
    root = lay_hub(folder / "repository")
    for name in OTHERS:
        text = CASE_STUDY.replace("Soldering together", f"{name.capitalize()} together")
        (root / f"case_studies/{name}.md").write_text(text, encoding="utf-8")
    hub = Hub(root, folder / "site")
    hub.build()
    return hub


@pytest.fixture
def hub(one_hub: Hub, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """A built hub; whatever a test does to it is undone.  It was built by several workers, and now one is quicker."""
    monkeypatch.setattr("ideas_hub.engine.parallel.worker_count", lambda: 1)
    yield one_hub
    one_hub.restore()


def pages(paths: Iterable[str]) -> set[str]:
    return {path for path in paths if path.endswith(".html")}


def test_everything_that_a_site_consists_of_is_written(hub: Hub) -> None:
    """One file of each step of the build."""
    for path in (
        "case-studies/soldering/index.html",
        "case-studies/soldering/index.md",
        "themes/tools-electrics/index.html",
        "index.html",
        "404.html",
        "find/index.html",
        "feed.xml",
        "data/index.html",
        "data/case-studies.csv",
        "data/citations.bib",
        "llms.txt",
        "c/1/index.html",
        "contribute/review.csv",
        "assets/fonts/hub-latin.woff2",
        "sitemap.xml",
        "robots.txt",
        "hub.txt",
    ):
        assert (hub.site / path).is_file(), path


def test_the_sitemap_has_all_pages_and_the_prose_that_mkdocs_renders(hub: Hub) -> None:
    sitemap = (hub.site / "sitemap.xml").read_text(encoding="utf-8")

    for address in ("", "about/", "case-studies/soldering/", "find/", "data/"):
        assert f"<loc>{SITE_URL}{address}</loc>" in sitemap
    assert "404" not in sitemap
    assert "/c/1/" not in sitemap
    assert "index.md" not in sitemap


def test_nothing_is_written_when_nothing_has_changed(hub: Hub) -> None:
    """Every file is reused."""
    published = hub.build()

    assert published.written == ()
    assert len(published.reused) == len([path for path in hub.site.rglob("*") if path.is_file()])


def test_an_edited_text_changes_its_own_page_and_none_of_another_entry(hub: Hub) -> None:
    """Beyond it only what has the text or leads to its words: its copy, feeds, the search and the pages that search."""
    hub.edit(STUDY, "People soldered", "People mended lamps")
    published = hub.build()

    assert pages(published.written) == {"case-studies/soldering/index.html", "find/index.html", "404.html"}
    assert {path.split("/")[0] for path in published.written if path.endswith(".js")} <= {"case-studies", "search"}
    assert {path for path in published.written if path.startswith("data/")} == set()
    assert {
        path.rpartition("/")[2]
        for path in published.written
        if not path.startswith(("case-studies/soldering/", "search/", "find/", "404.html"))
    } == {"feed.json", "feed.xml"}


def test_no_likeness_of_entries_is_worked_out_again_for_an_edited_text(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It depends on the facts of all, and takes longer than to render the page."""
    monkeypatch.setattr(Similarity, "similar_to", None)
    hub.edit(STUDY, "People soldered", "People mended lamps")

    assert "case-studies/soldering/index.html" in hub.build().written


def test_another_title_changes_no_more_than_what_shows_it(hub: Hub) -> None:
    """Of the feeds of summaries those that it is in, and of what the shortlist compares one script."""
    hub.edit(STUDY, "title: Soldering", "title: Now soldering")
    published = hub.build()

    assert len([path for path in published.written if path.startswith("shortlist/")]) == 1
    feeds = {path for path in published.written if path.endswith("feed.xml")}
    assert {"case-studies/feed.xml", "themes/tools-electrics/feed.xml"} <= feeds
    without = [
        path
        for path in published.reused
        if path.endswith("feed.xml") and "Soldering together" not in (hub.site / path).read_text(encoding="utf-8")
    ]
    assert without
    assert {path for path in published.written if path.startswith("contribute/write/")} == set()


def test_a_new_entry_leaves_the_pages_of_others_as_they_are(hub: Hub) -> None:
    """They change only where the new one is among the similar ones, and here each has three that are more like it."""
    zither = CASE_STUDY.replace("Soldering together", "Zither").replace(
        "People soldered, and talked", "Strings, quilts and chess went"
    )
    hub.write("case_studies/zither.md", zither)
    published = hub.build()

    assert "case-studies/zither/index.html" in published.written
    assert {f"case-studies/{name}/index.html" for name in ("soldering", *OTHERS)} <= set(published.reused)
    assert {"case-studies/index.html", "themes/mending-clothes/index.html", "sitemap.xml"} <= set(published.written)

    hub.restore()

    assert not (hub.site / "case-studies/zither").exists()


def test_a_changed_template_renders_every_page_again(hub: Hub) -> None:
    """Redirects do not extend this template, and the search has none."""
    hub.edit("overrides/hub/base.html", "<main id=", '<main data-new="" id=')
    published = hub.build()

    assert pages(published.written)
    for path in pages(published.reused):
        assert b"<main id=" not in (hub.site / path).read_bytes(), path
    assert {path for path in published.written if path.startswith("search/")} == set()


def spoil(path: Path) -> None:
    path.write_bytes(b"spoilt")


@pytest.mark.parametrize(
    ("file", "harm"),
    [
        ("case-studies/boats/index.html", Path.unlink),
        ("case-studies/boats/index.html", spoil),
        ("themes/mending-clothes/index.html", spoil),
        ("data/terms.csv", Path.unlink),
    ],
)
def test_only_a_file_that_was_lost_or_spoilt_is_written_again(
    hub: Hub, file: str, harm: Callable[[Path], object]
) -> None:
    """Whatever group it is part of."""
    right = (hub.site / file).read_bytes()
    harm(hub.site / file)
    published = hub.build()

    assert published.written == (file,)
    assert (hub.site / file).read_bytes() == right


def test_the_old_folder_stays_as_it_was_while_the_new_files_are_written(hub: Hub, tmp_path: Path) -> None:
    """The build may fail yet, and then the old site has to stay."""
    before = {path: path.read_bytes() for path in hub.site.rglob("*") if path.is_file()}
    hub.edit(STUDY, "People soldered", "People mended lamps")
    hub.publish(tmp_path / "stage")

    assert {path: path.read_bytes() for path in hub.site.rglob("*") if path.is_file()} == before
    assert b"People mended lamps" in (tmp_path / "stage/case-studies/soldering/index.html").read_bytes()
