"""The finder's script in a browser, on a page of its own with a few made-up entries: from a server and from a memory stick."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ideas_hub.model.card import Card
from ideas_hub.search.build import search_from_records
from ideas_hub.search.facets import Facet
from ideas_hub.search.index import SearchRecord, weigh_words

SCRIPT = Path(__file__).parents[2] / "docs/assets/js/find.js"
ATTACK = "<img src=x onerror=alert(1)> & <b>bold</b>"

THEME = Facet("theme", "Theme", (("arts", "Arts and culture"), ("nature", "Nature"), ("sport", "Sport")))
REGION = Facet("region", "Region", (("london", "London"), ("south-west", "South West")))

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Find</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self'; style-src 'self'"></head><body>
<main><h1>Find</h1><div data-find data-root="../" data-manifest="../{manifest}" data-index="{index}">
<p data-find-problem hidden role="alert">Not loaded: see <a href="#lists">the lists</a></p>
<div data-find-live hidden><form data-find-form method="get" action="./" role="search" autocomplete="off">
<label>Words <input type="search" name="q"></label><button>Search</button>{boxes}
<label>Sort by <select name="sort"><option value="relevance">Best match</option><option value="newest">Newest</option>
<option value="title">Title</option></select></label></form>
<h2 data-find-heading tabindex="-1">Results</h2><p data-find-said role="status"></p><ul data-find-chips></ul>
<a data-find-clear data-find-go href="./{index}" hidden>Clear all</a><div data-find-notes></div><ol data-find-results></ol>
<button type="button" data-find-more hidden>Show more</button>
<template data-find-card><li><h3><a data-card="title"></a></h3><span data-card="kind"></span><time data-card="published"></time>
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
    """The open page, with what its console said."""

    page: Page
    address: str
    said: list[str]

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
    page.parent.mkdir()
    page.write_text(PAGE.format(manifest=search.manifest, index=index, boxes=boxes), "utf-8")
    target = folder / "case-studies" / "1" / "index.html"
    target.parent.mkdir(parents=True)
    target.write_text("<title>Gardening</title>", "utf-8")
    return page


class QuietHandler(SimpleHTTPRequestHandler):
    """A server that keeps its log to itself."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(params=["http", "file"])
def finder(request: pytest.FixtureRequest, tmp_path: Path, browser: Browser) -> Iterator[Finder]:
    (tmp_path / "hub").mkdir()
    page_file = write_site(tmp_path / "hub", "index.html" if request.param == "file" else "")
    handler = functools.partial(QuietHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = page_file.as_uri() if request.param == "file" else f"http://127.0.0.1:{server.server_port}/hub/find/"
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        yield Finder(page, address, said)
        page.close()
        server.shutdown()
    failed_on_purpose = [text for text in said if "Failed to load resource" in text or "ERR_" in text]
    assert [text for text in said if text not in failed_on_purpose] == []


def test_the_first_page_shows_everything_newest_first(finder: Finder) -> None:
    finder.open()

    assert finder.heading == "30 results"
    assert finder.titles[:2] == ["Painting 30", "Painting 29"]
    assert len(finder.titles) == 20
    assert finder.counts() == {"arts": "28", "nature": "2", "sport": "1", "london": "28", "south-west": "2"}
    assert finder.page.locator("[data-find-plain]").is_hidden()


def test_show_more_adds_the_rest_and_moves_on_to_them(finder: Finder) -> None:
    finder.open()
    finder.page.get_by_role("button", name="Show 10 more").click()
    expect(finder.page.locator("[data-find-results] h3")).to_have_count(30)

    assert finder.page.evaluate("document.activeElement.textContent") == "Painting 10"
    assert finder.page.locator("[data-find-more]").is_hidden()


def test_a_word_finds_its_other_forms_and_the_title_counts_most(finder: Finder) -> None:
    finder.open()
    finder.type("garden")

    assert finder.titles == ["Gardening for carers", "Walking football"]
    assert finder.heading == "2 results for garden"


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


def test_a_misspelt_word_gives_the_nearest_one_and_a_way_to_insist(finder: Finder) -> None:
    finder.open()
    finder.type("gardning")

    expect(finder.notes).to_contain_text("Nothing for gardning. Showing gardening.")
    assert finder.titles[0] == "Gardening for carers"

    finder.page.get_by_role("link", name="Search for gardning only").click()
    finder.settle()
    assert finder.heading == "0 results for gardning"


def test_hyphens_accents_and_capitals_make_no_difference(finder: Finder) -> None:
    finder.open()
    for words, title in (
        ("co-designed", "Gardening for carers"),
        ("CODESIGNED", "Gardening for carers"),
        ("Cafe", "Walking football"),
    ):
        finder.type(words)
        assert finder.titles == [title]


@pytest.mark.parametrize(
    "words",
    ["A&E", "a & e ae", "lodz", "Łódź", "people's learning", "हिन्दी", "ELEARNING", "e-learning", "oconnor", "strasse"],
)
def test_a_query_is_split_as_the_texts_were(finder: Finder, words: str) -> None:
    finder.open("?" + urlencode({"q": words, "exact": "1"}))

    assert finder.titles[0] == "Words"


def test_filters_narrow_and_each_count_is_what_its_choice_gives(finder: Finder) -> None:
    finder.open()
    finder.check("Nature")
    finder.check("South West")

    assert finder.titles == ["Walking football"]
    assert finder.counts() == {"arts": "1", "nature": "1", "sport": "1", "london": "1", "south-west": "1"}
    assert finder.page.url.endswith("?theme=nature&region=south-west")


def test_two_values_of_a_facet_find_entries_with_either(finder: Finder) -> None:
    finder.open("?theme=nature&theme=sport")

    assert sorted(finder.titles) == ["Gardening for carers", "Walking football"]


def test_the_back_button_returns_to_the_search_before(finder: Finder) -> None:
    finder.open()
    finder.type("gard")
    finder.type("garden")
    finder.page.keyboard.press("Enter")
    finder.check("London")
    assert finder.titles == ["Gardening for carers"]

    finder.page.go_back()
    expect(finder.page.locator("[data-find-heading]")).to_have_text("2 results for garden")
    assert not finder.page.get_by_label("London").is_checked()
    finder.page.go_back()
    expect(finder.page.locator("[data-find-heading]")).to_have_text("30 results")
    assert finder.page.get_by_label("Words").input_value() == ""


def test_a_shared_address_opens_the_same_results(finder: Finder) -> None:
    finder.open("?q=carers&region=south-west&sort=title")

    assert finder.titles == ["A choir"]
    assert finder.page.get_by_label("South West").is_checked()
    assert finder.page.get_by_label("Sort by").input_value() == "title"


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


def test_a_result_leads_to_its_page(finder: Finder) -> None:
    finder.open("?q=gardening")
    finder.page.get_by_role("link", name="Gardening for carers").click()

    expect(finder.page).to_have_title("Gardening")


def test_the_number_of_results_is_announced_once_typing_rests(finder: Finder) -> None:
    finder.open()
    finder.type("football")

    expect(finder.page.locator("[data-find-said]")).to_contain_text("1 result for football")


def test_a_chunk_that_is_missing_gives_a_kind_message_and_the_lists(finder: Finder, tmp_path: Path) -> None:
    finder.open()
    for chunk in (tmp_path / "hub" / "search").glob("words.*"):
        chunk.unlink()
    finder.page.get_by_label("Words").fill("garden")

    expect(finder.page.locator("[data-find-problem]")).to_be_visible()
    expect(finder.page.locator("[data-find-plain]")).to_be_visible()
    assert finder.page.locator("[data-find-form]").is_visible()


def test_without_the_index_the_lists_stay(finder: Finder, tmp_path: Path) -> None:
    for chunk in (tmp_path / "hub" / "search").glob("index.*"):
        chunk.unlink()
    finder.page.goto(finder.address)

    expect(finder.page.locator("[data-find-problem]")).to_be_visible()
    expect(finder.page.locator("[data-find-plain]")).to_be_visible()
    expect(finder.page.locator("[data-find-live]")).to_be_hidden()


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
