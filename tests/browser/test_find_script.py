"""The finder's script in a browser, on a page with a few made-up entries: from a server and from a memory stick."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Locator, Page, expect

from ideas_hub.model.card import Card
from ideas_hub.search.build import search_from_records
from ideas_hub.search.facets import Facet
from ideas_hub.search.index import SearchRecord, weigh_words
from tests.browser.conftest import Tabs
from tests.browser.serving import serve
from tests.conftest import ROOT

SCRIPT = ROOT / "docs/assets/js/find.js"
ATTACK = "<img src=x onerror=alert(1)> & <b>bold</b>"

THEME = Facet("theme", "Theme", (("arts", "Arts and culture"), ("nature", "Nature"), ("sport", "Sport")))
REGION = Facet("region", "Region", (("london", "London"), ("south-west", "South West")))

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
<time data-card="published"></time>
<p data-card="byline"></p><p data-card="summary"></p><ul data-card="tags"></ul></li></template>
<template data-find-chip><li><a data-find-go>Remove <span data-chip></span></a></li></template></div>
<div id="lists" data-find-plain><a href="../themes/arts/">Arts and culture (3)</a></div></div></main>
<script src="../find.js" defer></script></body></html>"""


def entry(number: int, title: str, body: str, theme: tuple[str, ...], region: str) -> SearchRecord:
    card = Card(
        "case-studies",
        "Case study",
        title,
        f"case-studies/{number}/",
        f"About {title}",
        "",
        ("Nature",),
        f"2021-01-{number:02d}",
    )
    return SearchRecord(
        card, {"theme": theme, "region": (region,)}, lambda: weigh_words({"title": title, "body": body})
    )


ENTRIES = (
    entry(1, "Gardening for carers", "People grew food. Carers came to a co-designed garden.", ("nature",), "london"),
    entry(2, "A choir", "Singing together, for carers who are lonely.", ("arts",), "south-west"),
    entry(3, "Walking football", "Older men in the garden of a café played.", ("sport", "nature"), "south-west"),
    entry(4, ATTACK, "A text with an attack in its title.", ("arts",), "london"),
    entry(
        5,
        "Words",
        "A&E in Łódź, the people\u2019s हिन्दी, e\u2011learning, O'Connor, a stra\u00adße.",
        ("arts",),
        "london",
    ),
    *(
        entry(number, f"Painting {number}", "Painters painted pictures.", ("arts",), "london")
        for number in range(6, 31)
    ),
)


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
    for path, content in search.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    shutil.copy(SCRIPT, folder / "find.js")
    page = folder / "find" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE.format(manifest=search.manifest, index=index, boxes=boxes), "utf-8")
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


def test_a_word_finds_its_other_forms_and_the_title_counts_most(finder_anywhere: Finder) -> None:
    finder_anywhere.open()
    finder_anywhere.type("garden")

    assert finder_anywhere.titles == ["Gardening for carers", "Walking football"]
    assert finder_anywhere.heading == "2 results for garden"


def test_the_last_word_may_be_unfinished(finder: Finder) -> None:
    finder.open()
    finder.type("carers gar")

    assert finder.titles[0] == "Gardening for carers"


def test_all_words_come_first_and_the_page_says_what_follows(finder: Finder) -> None:
    finder.open()
    finder.type("lonely carers")

    assert finder.titles == ["A choir", "Gardening for carers"]
    expect(finder.notes).to_contain_text("all of these words come first")


def test_where_no_page_has_all_words_the_page_says_so(finder: Finder) -> None:
    finder.open()
    finder.type("lonely football")

    assert sorted(finder.titles) == ["A choir", "Walking football"]
    expect(finder.notes).to_contain_text("No page has all of these words")


def test_a_misspelt_word_gives_the_nearest_one_and_a_way_to_insist(finder_anywhere: Finder) -> None:
    finder_anywhere.open()
    finder_anywhere.type("gardning")

    expect(finder_anywhere.notes).to_contain_text("Nothing for gardning. Showing gardening.")
    assert finder_anywhere.titles[0] == "Gardening for carers"

    finder_anywhere.page.get_by_role("link", name="Search for gardning only").click()
    finder_anywhere.settle()
    assert finder_anywhere.heading == "0 results for gardning"


def test_hyphens_accents_and_capitals_make_no_difference(finder: Finder) -> None:
    finder.open()
    for words, title in (
        ("co-designed", "Gardening for carers"),
        ("CODESIGNED", "Gardening for carers"),
        ("Cafe", "Walking football"),
    ):
        finder.type(words)
        assert finder.titles == [title]


def test_a_query_is_split_as_the_texts_were(finder: Finder) -> None:
    queries = [
        "A&E",
        "a & e ae",
        "lodz",
        "Łódź",
        "people's learning",
        "हिन्दी",
        "ELEARNING",
        "e-learning",
        "oconnor",
        "strasse",
    ]
    found = {}
    for words in queries:
        finder.open("?" + urlencode({"q": words, "exact": "1"}))
        found[words] = finder.titles[:1]

    assert found == {words: ["Words"] for words in queries}


def test_filters_narrow_and_each_count_is_what_its_choice_gives(finder_anywhere: Finder) -> None:
    finder_anywhere.open()
    finder_anywhere.check("Nature")
    finder_anywhere.check("South West")

    assert finder_anywhere.titles == ["Walking football"]
    assert finder_anywhere.counts() == {"arts": "1", "nature": "1", "sport": "1", "london": "1", "south-west": "1"}
    assert finder_anywhere.page.url.endswith("?theme=nature&region=south-west")


def test_two_values_of_a_facet_find_entries_with_either(finder: Finder) -> None:
    finder.open("?theme=nature&theme=sport")

    assert sorted(finder.titles) == ["Gardening for carers", "Walking football"]


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


def test_clear_all_shows_everything(finder: Finder) -> None:
    finder.open("?q=carers&region=south-west")
    finder.page.get_by_role("link", name="Clear all").click()
    finder.settle()

    assert finder.heading == "30 results"


def test_nothing_found_names_the_filter_to_drop(finder: Finder) -> None:
    finder.open("?q=football&region=london&theme=sport")

    expect(finder.notes).to_contain_text("Without London there is 1 result")
    finder.page.get_by_role("link", name="Without London").click()
    finder.settle()
    assert finder.titles == ["Walking football"]


def test_entries_sort_by_title(finder: Finder) -> None:
    finder.open()
    finder.page.get_by_label("Sort by").select_option("title")
    finder.settle()

    expect(finder.page.locator("[data-find-results] h3").first).to_have_text("A choir")


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
