"""A hub of a thousand entries: each page and link as it should be, and an edit gives what a whole build gives."""

from pathlib import Path

import pytest
from bench.made_up import EDITED, make_repository
from build import MAX_PAGE_BYTES

from tests.conftest import build, digests, lay_hub
from tests.nightly.test_page_weight import gzipped
from tests.site import data_rules, page_rules
from tests.site.data_rules import read_data
from tests.site.page_reader import Pages, pages_of, reader_of

ENTRIES = 1000


@pytest.fixture(scope="module")
def large_hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small hub with a thousand made-up case studies."""
    folder = tmp_path_factory.mktemp("large")
    (folder / "content").mkdir()
    make_repository(lay_hub(folder / "small"), folder / "content", ENTRIES)
    return lay_hub(folder / "hub", folder / "content")


@pytest.fixture(scope="module")
def site(large_hub: Path) -> Path:
    output = large_hub.parent / "site"
    run = build(large_hub, output, "--no-cards")
    assert run.returncode == 0, run.stderr
    return output


@pytest.fixture(scope="module")
def pages(site: Path) -> Pages:
    return pages_of(site, reader_of(site))


def test_every_page_is_there_valid_and_within_reach(site: Path, pages: Pages) -> None:
    """Lists go on over many pages, and all of them are linked."""
    rules = {rule.__name__: page_rules.failing(pages, rule) for rule in page_rules.PAGE_RULES}
    unlinked = {address for address in page_rules.out_of_reach(pages) if "made-up" in address or "/page/" in address}

    assert rules == {name: [] for name in rules}
    assert page_rules.broken_links(pages, site) == []
    assert unlinked == set()
    assert "case-studies/page/5/" in pages


def test_terms_and_pairs_list_all_their_entries(site: Path, pages: Pages) -> None:
    data = read_data(site)

    assert data_rules.wrong_term_pages(pages, data) == []
    assert data_rules.wrong_pair_pages(pages, data) == []


def test_no_page_grows_with_the_number_of_entries(site: Path) -> None:
    """Entries of 800 words and lists of two hundred stay within the budget of a page."""
    heavy = {path.relative_to(site).as_posix(): gzipped(path) for path in site.rglob("*.html")}

    assert {page: size for page, size in heavy.items() if size > MAX_PAGE_BYTES} == {}


def test_an_entry_adds_five_files_and_little_apart_from_its_page_and_its_text(site: Path) -> None:
    """Lists, feeds, data, search and short links grow by a few lines each, wherever an entry appears."""
    files = {path.relative_to(site): path.stat().st_size for path in site.rglob("*") if path.is_file()}
    own = {path: size for path, size in files.items() if path.match("case-studies/made-up-*/*")}
    short = [path for path in files if path.match("c/*/index.html")]
    elsewhere = sum(files.values()) - sum(own.values())

    assert {path.name for path in own} == {"index.html", "index.md", "qr.png", "text.js"}
    assert len(own) == 4 * ENTRIES
    assert len(short) < ENTRIES + 100
    assert sum(files[path] for path in short) < 700 * len(short)
    assert sum(size for path, size in own.items() if path.name == "text.js") < 2_200 * ENTRIES
    assert sum(size for path, size in own.items() if path.name == "index.html") < 20_000 * ENTRIES
    assert sum(size for path, size in own.items() if path.name == "qr.png") < 300 * ENTRIES
    assert elsewhere < 14_000 * ENTRIES


def test_after_an_edit_the_site_is_that_of_a_build_from_nothing(large_hub: Path, site: Path, tmp_path: Path) -> None:
    edited = large_hub / EDITED
    edited.write_text(edited.read_text(encoding="utf-8").replace("title: ", "title: Edited ", 1), encoding="utf-8")
    content = large_hub.parent / "content"
    (content / EDITED).write_text(edited.read_text(encoding="utf-8"), encoding="utf-8")

    warm = build(large_hub, site, "--no-cards")
    cold = build(lay_hub(tmp_path / "hub", content), tmp_path / "site", "--no-cards")

    assert (warm.returncode, cold.returncode) == (0, 0), warm.stderr + cold.stderr
    assert digests(site) == digests(tmp_path / "site")
