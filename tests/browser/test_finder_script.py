"""The finder's script in a browser, on a page with a few made-up entries: from a server and from a memory stick."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from ideas_hub.search.build import search_from_records
from tests.browser.conftest import Tabs
from tests.browser.serving import serve
from tests.conftest import ROOT
from tests.ideas_hub.search.records import ATTACK, ENTRIES, REGION, THEME

SCRIPTS = ("hub.js", "search.js", "finder.js")

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Find</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self'; style-src 'self'"></head>
<body>
<main><h1>Find</h1><div data-find data-root="../" data-manifest="../{manifest}" data-index="{index}">
<p data-find-problem hidden role="alert">Not loaded: see <a href="#lists">the lists</a></p>
<div data-find-live hidden><form data-find-form method="get" action="./" role="search" autocomplete="off">
<label>Words <input type="search" name="q"></label><button>Search</button>{boxes}
<label>Sort by <select name="sort"><option value="relevance">Best match</option><option value="newest">Newest</option>
<option value="title">Title</option></select></label></form>
<h2 data-find-heading tabindex="-1">Results</h2><p data-find-said role="status"></p><ul data-find-chips></ul>
<a data-find-clear data-find-go href="./{index}" hidden>Clear all</a><div data-find-notes></div>
<ol data-find-results></ol>
<button type="button" data-find-more hidden>Show more</button>
<template data-find-card><li><h3><a data-card="title"></a></h3><span data-card="kind"></span>
<span data-card="date"></span>
<p data-card="byline"></p><p data-card="summary"></p><ul data-card="tags"></ul></li></template>
<template data-find-chip><li><a data-find-go>Remove <span data-chip></span></a></li></template></div>
<div id="lists" data-find-plain><a href="../themes/arts/">Arts and culture (3)</a></div></div></main>
{scripts}</body></html>"""


@dataclass
class Finder:
    """The open page and its address."""

    page: Page
    address: str

    def open(self, query: str = "") -> None:
        self.page.goto(self.address + query)
        self.settle()

    def settle(self) -> None:
        """Wait until the search has answered."""
        expect(self.page.locator("[data-find-results]")).not_to_have_attribute("aria-busy", "true")
        expect(self.page.locator("[data-find-heading]")).not_to_have_text("Results")

    def type(self, words: str) -> None:
        self.page.get_by_label("Words").fill(words)
        self.page.wait_for_timeout(250)
        self.settle()

    def check(self, label: str) -> None:
        self.page.get_by_label(label).click()
        self.settle()

    @property
    def heading(self) -> str:
        return self.page.locator("[data-find-heading]").inner_text()

    @property
    def titles(self) -> list[str]:
        return self.page.locator("[data-find-results] h3").all_inner_texts()

    @property
    def notes(self) -> Locator:
        return self.page.locator("[data-find-notes]")

    def counts(self) -> dict[str, str]:
        labels = self.page.locator("label:has([data-count])").all()
        return {
            label.locator("input").get_attribute("value") or "": label.locator("[data-count]").inner_text()
            for label in labels
        }


def write_site(folder: Path, index: str) -> Path:
    """Write the finder's page with its search into a folder and return the page."""
    search = search_from_records(ENTRIES, (THEME, REGION))
    boxes = "".join(
        f'<label><input type="checkbox" name="{facet.id}" value="{value}"> {label} <span data-count></span></label>'
        for facet in (THEME, REGION)
        for value, label in facet.choices
    )
    scripts = "".join(f'<script src="../{script}" defer></script>' for script in SCRIPTS)
    for path, content in search.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    for script in SCRIPTS:
        shutil.copy(ROOT / "docs/assets/js" / script, folder)
    page = folder / "find" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE.format(manifest=search.manifest, index=index, boxes=boxes, scripts=scripts), "utf-8")
    target = folder / "case-studies" / "1" / "index.html"
    target.parent.mkdir(parents=True)
    target.write_text("<title>Gardening</title>", "utf-8")
    return page


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The page's address on a server and as a file."""
    folder = tmp_path_factory.mktemp("finder")
    write_site(folder / "server/hub", "")
    file = write_site(folder / "stick/hub", "index.html")
    (folder / "server/favicon.ico").touch()
    with serve(folder / "server") as server:
        yield {"http": f"{server}/hub/find/", "file": file.as_uri()}


@pytest.fixture
def finder(tabs: Tabs, addresses: dict[str, str]) -> Iterator[Finder]:
    """The page on a server; at the end its console must have been silent."""
    yield from silent_finder(tabs, addresses["http"])


@pytest.fixture(params=["http", "file"])
def finder_anywhere(request: pytest.FixtureRequest, tabs: Tabs, addresses: dict[str, str]) -> Iterator[Finder]:
    """The page on a server and as a file, for tests of what depends on it: loading, and the address."""
    yield from silent_finder(tabs, addresses[request.param])


def silent_finder(tabs: Tabs, address: str) -> Iterator[Finder]:
    tab = tabs.get()
    yield Finder(tab.page, address)
    messages = [*tab.messages]
    tab.reset()
    assert messages == []


@pytest.fixture(params=["http", "file"])
def finder_to_break(request: pytest.FixtureRequest, tabs: Tabs, tmp_path: Path) -> Iterator[Finder]:
    """The page in a folder from which a test may take files away; then the console may say so."""
    page = write_site(tmp_path / "hub", "index.html" if request.param == "file" else "")
    tab = tabs.get()
    with serve(tmp_path) as server:
        yield Finder(tab.page, page.as_uri() if request.param == "file" else f"{server}/hub/find/")
        messages = [text for text in tab.messages if "Failed to load resource" not in text and "ERR_" not in text]
        tab.reset()
    assert messages == []


def test_the_first_page_shows_everything_newest_first(finder_anywhere: Finder) -> None:
    finder_anywhere.open()

    assert finder_anywhere.heading == "30 results"
    assert finder_anywhere.titles[:2] == ["Painting 30", "Painting 29"]
    assert len(finder_anywhere.titles) == 20
    assert finder_anywhere.counts() == {"arts": "28", "nature": "2", "sport": "1", "london": "28", "south-west": "2"}
    assert finder_anywhere.page.locator("[data-find-plain]").is_hidden()


def test_show_more_adds_the_rest_and_moves_on_to_them(finder_anywhere: Finder) -> None:
    finder_anywhere.open()
    finder_anywhere.page.get_by_role("button", name="Show 10 more").click()
    expect(finder_anywhere.page.locator("[data-find-results] h3")).to_have_count(30)

    assert finder_anywhere.page.evaluate("document.activeElement.textContent") == "Painting 10"
    assert finder_anywhere.page.locator("[data-find-more]").is_hidden()


def test_the_page_says_when_not_all_words_are_met(finder: Finder) -> None:
    finder.open("?q=lonely+carers")
    expect(finder.notes).to_have_text("Pages with all of these words come first, then those with all but one.")

    finder.type("lonely football")
    expect(finder.notes).to_have_text("No page has all of these words. Showing those with most of them.")


def test_a_misspelt_word_gives_the_nearest_one_and_a_way_to_insist(finder_anywhere: Finder) -> None:
    finder_anywhere.open()
    finder_anywhere.type("gardning")

    expect(finder_anywhere.notes).to_contain_text("Nothing for gardning. Showing gardening.")
    assert finder_anywhere.titles[0] == "Gardening for carers"

    finder_anywhere.page.get_by_role("link", name="Search for gardning only").click()
    finder_anywhere.settle()
    assert finder_anywhere.heading == "0 results for gardning"


def test_filters_narrow_and_each_count_is_what_its_choice_gives(finder_anywhere: Finder) -> None:
    finder_anywhere.open()
    finder_anywhere.check("Nature")
    finder_anywhere.check("South West")

    assert finder_anywhere.titles == ["Walking football"]
    assert finder_anywhere.counts() == {"arts": "1", "nature": "1", "sport": "1", "london": "1", "south-west": "1"}
    assert finder_anywhere.page.url.endswith("?theme=nature&region=south-west")


def test_the_back_button_returns_to_the_search_before(finder_anywhere: Finder) -> None:
    finder_anywhere.open()
    finder_anywhere.type("gard")
    finder_anywhere.type("garden")
    finder_anywhere.page.keyboard.press("Enter")
    finder_anywhere.check("London")
    assert finder_anywhere.titles == ["Gardening for carers"]

    finder_anywhere.page.go_back()
    expect(finder_anywhere.page.locator("[data-find-heading]")).to_have_text("2 results for garden")
    assert not finder_anywhere.page.get_by_label("London").is_checked()
    finder_anywhere.page.go_back()
    expect(finder_anywhere.page.locator("[data-find-heading]")).to_have_text("30 results")
    assert finder_anywhere.page.get_by_label("Words").input_value() == ""


def test_a_shared_address_opens_the_same_results(finder_anywhere: Finder) -> None:
    finder_anywhere.open("?q=carers&region=south-west&sort=title")

    assert finder_anywhere.titles == ["A choir"]
    assert finder_anywhere.page.get_by_label("South West").is_checked()
    assert finder_anywhere.page.get_by_label("Sort by").input_value() == "title"


def test_a_chip_takes_its_filter_away(finder: Finder) -> None:
    finder.open("?q=carers&region=south-west")
    finder.page.get_by_role("link", name="Remove South West").click()
    finder.settle()

    assert finder.heading == "2 results for carers"
    assert finder.page.url.endswith("?q=carers")
    assert finder.page.evaluate("document.activeElement.textContent") == "2 results for carers"


def test_no_link_leads_to_another_host_from_a_path_of_two_slashes(finder: Finder) -> None:
    """A browser takes what follows //, at the start of an address, for a host."""
    Finder(finder.page, finder.address.replace("/hub/", "//hub/")).open("?q=carers&region=south-west")
    chip = finder.page.get_by_role("link", name="Remove South West")
    assert chip.get_attribute("href") == "?q=carers"
    chip.click()
    finder.settle()

    assert finder.page.url == finder.address.replace("/hub/", "//hub/") + "?q=carers"


def test_clear_all_shows_everything(finder: Finder) -> None:
    finder.open("?q=carers&region=south-west")
    finder.page.get_by_role("link", name="Clear all").click()
    finder.settle()

    assert finder.heading == "30 results"


@pytest.mark.parametrize("word", ["the", "IT"])
def test_a_word_of_nearly_every_page_is_not_said_to_be_found(finder: Finder, word: str) -> None:
    """Everything is shown, and why."""
    finder.open(f"?q={word}")

    assert finder.heading == "30 results"
    expect(finder.notes).to_contain_text("on nearly every page")


def test_nothing_found_names_the_filter_to_drop(finder: Finder) -> None:
    finder.open("?q=football&region=london&theme=sport")

    expect(finder.notes).to_contain_text("Without London there is 1 result")
    finder.page.get_by_role("link", name="Without London").click()
    finder.settle()
    assert finder.titles == ["Walking football"]


def test_content_is_text_and_nothing_else(finder: Finder) -> None:
    finder.open("?q=attack")

    assert finder.titles == [ATTACK]
    assert finder.page.locator("[data-find-results] img").count() == 0


def test_the_words_of_a_reader_are_text_too(finder: Finder) -> None:
    finder.open("?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")

    assert finder.page.locator("[data-find-live] img").count() == 0


def test_a_result_leads_to_its_page(finder_anywhere: Finder) -> None:
    finder_anywhere.open("?q=gardening")
    finder_anywhere.page.get_by_role("link", name="Gardening for carers").click()

    expect(finder_anywhere.page).to_have_title("Gardening")


def test_the_number_of_results_is_announced_once_typing_rests(finder: Finder) -> None:
    finder.open()
    finder.type("football")

    expect(finder.page.locator("[data-find-said]")).to_contain_text("1 result for football")


def test_a_chunk_that_is_missing_gives_a_kind_message_and_the_lists(finder_to_break: Finder, tmp_path: Path) -> None:
    finder_to_break.open()
    for chunk in (tmp_path / "hub" / "search").glob("words.*"):
        chunk.unlink()
    finder_to_break.page.get_by_label("Words").fill("garden")

    expect(finder_to_break.page.locator("[data-find-problem]")).to_be_visible()
    expect(finder_to_break.page.locator("[data-find-plain]")).to_be_visible()
    assert finder_to_break.page.locator("[data-find-form]").is_visible()


def test_without_the_index_the_lists_stay(finder_to_break: Finder, tmp_path: Path) -> None:
    for chunk in (tmp_path / "hub" / "search").glob("index.*"):
        chunk.unlink()
    finder_to_break.page.goto(finder_to_break.address)

    expect(finder_to_break.page.locator("[data-find-problem]")).to_be_visible()
    expect(finder_to_break.page.locator("[data-find-plain]")).to_be_visible()
    expect(finder_to_break.page.locator("[data-find-live]")).to_be_hidden()


def test_a_late_answer_never_covers_a_newer_one(finder: Finder) -> None:
    finder.open()
    finder.page.evaluate("""() => { // cards that are not here yet arrive late
        const append = document.head.append.bind(document.head);
        document.head.append = (script) => setTimeout(() => append(script), script.src.includes("cards") ? 600 : 0);
    }""")
    finder.page.get_by_label("Words").fill("choir")
    finder.page.wait_for_timeout(250)
    finder.type("painting 30")
    finder.page.wait_for_timeout(700)

    assert finder.titles[0] == "Painting 30"
    assert "A choir" not in finder.titles


def test_it_works_by_keyboard_alone(finder: Finder) -> None:
    finder.open()
    finder.page.get_by_label("Words").focus()
    finder.page.keyboard.type("carers")
    finder.page.keyboard.press("Tab")
    finder.page.keyboard.press("Tab")
    finder.page.keyboard.press("Space")
    finder.page.wait_for_timeout(300)
    finder.settle()

    assert finder.titles == ["A choir"]
    assert finder.page.evaluate("document.activeElement.value") == "arts"
