"""The finder's script in a browser, on a page with a few made-up entries: from a server and from a memory stick."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from ideas_hub.model.addresses import search_text
from ideas_hub.model.place import Place, Point
from ideas_hub.search.build import Where, search_from_records
from ideas_hub.search.index import SearchRecord
from ideas_hub.search.near import NearRegion
from ideas_hub.search.snippets import text_script
from ideas_hub.site.renderer import template_environment
from ideas_hub.views.finder import FinderView
from ideas_hub.views.page import LinkGroup
from ideas_hub.views.page import Page as PageView
from tests.browser.conftest import Tabs
from tests.browser.serving import serve
from tests.conftest import ROOT
from tests.ideas_hub.search.records import ATTACK, ENTRIES, REGION, THEME

SCRIPTS = ("hub.js", "words.js", "places.js", "search.js", "finder.js")

HOSTILE = "Lanterns </mark><img src=x onerror=alert(1)> javascript:alert(1) lit the lane."
TEXTS = {
    1: "People grew food. Carers came to a co-designed garden.\nA wheelbarrow stood in the shed.",
    4: f"A text with an attack in its title.\n{HOSTILE}",
}
"""The body of some entries, by number."""

PLACES = (
    Place("Leeford", "town", "Kent", "london", 51.5, -0.1, also_a_word=False),
    Place("Leeford", "town", "Devon", "south-west", 50.5, -3.5, also_a_word=False),
    Place("Farcombe", "town", "Dorset", "south-west", 50.7, -2.5, also_a_word=False),
)
POINTS = {1: Point(51.5, -0.1), 2: Point(50.45, -3.5), 3: Point(50.5, -3.55)}
"""Where some entries are, by number."""

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Find</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self'; style-src 'self'"></head>
<body><a class="brand" href="../">Hub</a><main>{main}</main>{scripts}</body></html>"""


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
        expect(self.page.locator("[data-find-heading]")).not_to_have_text("Results")
        expect(self.page.locator("[data-find-results]")).not_to_have_attribute("aria-busy", "true")

    def type(self, words: str) -> None:
        self.page.get_by_label("What are you looking for?").fill(words)
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
    def lacking(self) -> list[str]:
        return self.page.locator("[data-card=lacking]").all_inner_texts()

    @property
    def marked(self) -> list[str]:
        return self.page.locator("[data-find-results] mark").all_inner_texts()

    @property
    def notes(self) -> Locator:
        return self.page.locator("[data-find-notes]")

    def counts(self) -> dict[str, str]:
        labels = self.page.locator("label:has([data-count])").all()
        return {
            label.locator("input").get_attribute("value") or "": label.locator("[data-count]").inner_text()
            for label in labels
        }


def records() -> list[SearchRecord]:
    """Return the made-up entries, some of them with a place and with a text that says more."""
    made = []
    for number, record in enumerate(ENTRIES, 1):
        own = {"title": [record.card.title], "body": [TEXTS.get(number, "")]}
        texts = partial(dict, own) if number in TEXTS else record.texts
        point = POINTS.get(number)
        region = record.facets["region"][0] if point else ""
        made.append(replace(record, texts=texts, region=region, point=point))
    return made


def main_of(manifest: str) -> str:
    """Return what stands between a page's header and footer: the real template's, with a few facets."""
    environment = template_environment(ROOT)
    page = PageView("Find what worked", "", "find/")
    view = FinderView(
        page,
        (LinkGroup("Regions", (), anchor="regions"),),
        (THEME, REGION),
        manifest,
        has_places=True,
        has_setbacks=False,
        saved="case-studies",
    )
    template = environment.get_template("hub/find.html")
    parts = environment.get_template("partials/parts.html").module
    context = template.new_context({"view": view, "page": page, "root": "../", "parts": parts})
    return "".join(template.blocks["main"](context))


def write_site(folder: Path, index: str) -> Path:
    """Write the finder's page with its search into a folder and return the page."""
    where = Where([NearRegion("london", "in London", 28), NearRegion("south-west", "in the South West", 29)], PLACES)
    search = search_from_records(records(), (THEME, REGION), where, related=True)
    files = dict(search.files)
    for number in range(1, len(ENTRIES) + 1):
        address = f"case-studies/{number}/"
        files[search_text(address)] = text_script(address, {"body": (TEXTS.get(number, ""),)})
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    for script in SCRIPTS:
        shutil.copy(ROOT / "docs/assets/js" / script, folder)
    (folder / "case-studies/1/index.html").write_text("<title>Gardening</title>", "utf-8")
    scripts = "".join(f'<script src="../{script}" defer></script>' for script in SCRIPTS)
    main = main_of(search.manifest).replace('data-index=""', f'data-index="{index}"').replace('"./"', f'"./{index}"')
    page = folder / "find" / "index.html"
    page.parent.mkdir()
    page.write_text(PAGE.format(main=main, scripts=scripts), "utf-8")
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


def test_the_page_says_when_little_of_what_was_asked_is_found(finder: Finder) -> None:
    """The heading says how close the best one is, and each result what it does not mention."""
    finder.open("?q=lonely+carers")
    assert finder.heading == "2 results for lonely carers"
    assert finder.lacking == ["Does not mention lonely"]

    finder.type("lonely football zebras")
    assert finder.heading == "We found no page with all your words. Here are the closest:"
    assert "Does not mention lonely" in finder.lacking


def test_a_misspelt_word_gives_the_nearest_one_and_a_way_to_insist(finder_anywhere: Finder) -> None:
    finder_anywhere.open()
    finder_anywhere.type("gardning")

    expect(finder_anywhere.notes).to_contain_text("No results for “gardning”. Did you mean gardening?")
    assert finder_anywhere.titles[0] == "Gardening for carers"

    finder_anywhere.page.get_by_role("link", name="Search only for “gardning”").click()
    finder_anywhere.settle()
    assert finder_anywhere.heading == "We found nothing for “gardning”"


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
    assert finder_anywhere.page.get_by_label("What are you looking for?").input_value() == ""


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


def test_a_word_of_nearly_every_page_is_not_said_to_be_found(finder: Finder) -> None:
    """Everything is shown, and why; in capitals such a word is one that is looked for."""
    finder.open("?q=it")
    assert finder.heading == "30 results"
    expect(finder.notes).to_contain_text("Your words are too common. Add another.")

    finder.open("?q=%3F%21%3F")
    expect(finder.notes).to_contain_text("There is no word in this.")

    finder.open("?q=IT")
    assert finder.heading == "We found nothing for “IT”"


def test_nothing_found_shows_the_closest_and_names_the_filter_to_drop(finder: Finder) -> None:
    finder.open("?q=football&region=london&theme=sport")

    assert finder.heading == "We found nothing for “football” with these filters"
    expect(finder.notes).to_contain_text("Without “London” we found 1 result, shown below.")
    assert finder.titles == ["Walking football"]
    finder.page.get_by_role("link", name="Remove “London”").click()
    finder.settle()
    assert finder.heading == "1 result for football"


def test_words_that_are_nowhere_with_or_without_filters_leave_what_the_filters_give(finder: Finder) -> None:
    finder.open("?q=zzzzz&region=south-west&exact=1")

    expect(finder.notes).to_contain_text("Without your words we found 2 results, shown below.")
    assert sorted(finder.titles) == ["A choir", "Walking football"]


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
    finder_to_break.page.get_by_label("What are you looking for?").fill("garden")

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
    finder.page.get_by_label("What are you looking for?").fill("choir")
    finder.page.wait_for_timeout(250)
    finder.type("painting 30")
    finder.page.wait_for_timeout(700)

    assert finder.titles[0] == "Painting 30"
    assert "A choir" not in finder.titles


def test_the_first_results_wait_for_no_others(finder: Finder) -> None:
    """Cards below the first screen are asked for once that is drawn: never, if somebody types on."""
    finder.open("?q=football")
    finder.page.evaluate("""() => {
        const asked = () => document.querySelectorAll("script[src*=cards]").length;
        const before = asked();
        const watch = new MutationObserver(() => {
            watch.disconnect();
            window.askedFor = asked() - before;
        });
        watch.observe(document.querySelector("[data-find-results]"), { childList: true });
    }""")
    finder.type("painting")

    assert finder.page.evaluate("window.askedFor") == 1
    assert len(finder.titles) == 20


def test_a_result_that_a_filter_leaves_is_the_same_as_before(finder: Finder) -> None:
    """Its card, with the piece of text that was loaded for it, is not made again."""
    finder.open("?q=carers")
    finder.page.locator("[data-find-results] li", has_text="A choir").evaluate("card => { card.id = 'before'; }")
    finder.check("South West")

    assert finder.titles == ["A choir"]
    assert finder.page.locator("#before").count() == 1


def test_it_works_by_keyboard_alone(finder: Finder) -> None:
    finder.open()
    finder.page.get_by_label("What are you looking for?").focus()
    finder.page.keyboard.type("carers")
    expect(finder.page.locator("[data-find-heading]")).to_have_text("2 results for carers")
    while finder.page.evaluate("document.activeElement.value") != "arts":
        finder.page.keyboard.press("Tab")
    finder.page.keyboard.press("Space")
    expect(finder.page.locator("[data-find-heading]")).to_have_text("1 result for carers")
    finder.settle()

    assert finder.titles == ["A choir"]
    assert finder.page.evaluate("document.activeElement.value") == "arts"


def test_words_that_no_card_shows_are_marked_in_a_piece_of_the_text(finder_anywhere: Finder) -> None:
    """So that everybody sees why a page was found; where the card shows them, nothing more is loaded."""
    finder_anywhere.open("?q=wheelbarrow")
    expect(finder_anywhere.page.locator("[data-card=why]")).to_have_text("A wheelbarrow stood in the shed.")
    assert finder_anywhere.marked == ["wheelbarrow"]

    finder_anywhere.type("gardens")
    expect(finder_anywhere.page.locator("[data-find-results] h3 mark")).to_have_text("Gardening")
    assert finder_anywhere.page.locator(".card:first-child [data-card=why]").count() == 0


def test_a_word_that_no_text_shows_is_named_nevertheless(finder: Finder) -> None:
    """A synonym of a theme is in the text of none of its entries."""
    finder.open("?q=choir+lonely")

    expect(finder.page.locator("[data-card=why]").first).to_have_text("Also matches lonely")


def test_hostile_titles_summaries_and_texts_stay_text_between_their_marks(finder: Finder) -> None:
    finder.open("?q=lanterns+img+onerror")
    why = finder.page.locator("[data-card=why]")
    expect(why).to_have_text(HOSTILE)

    assert finder.titles == [ATTACK]
    assert {"img", "onerror"} <= {word.lower() for word in finder.marked}
    assert finder.page.locator("[data-find-live] :is(img, script, b, [onerror])").count() == 0
    assert finder.page.locator("[data-find-live] [href^='javascript']").count() == 0


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ("solitary", "No results for “solitary”. Showing results for lonely."),
        ("gardning", "No results for “gardning”. Did you mean gardening?"),
        ("xylophones", "Try fewer words, or different ones."),
        ("choir in leeford devon", "Leeford, Devon is in the South West. Nearest first."),
        ("farcombe", "We have nothing in Farcombe, Dorset yet. Here is what we have in the South West, nearest first:"),
        ("leeford", "There is more than one Leeford. Show only Leeford, Devon or Leeford, Kent."),
    ],
)
def test_a_note_says_what_was_done_with_the_words(finder: Finder, query: str, note: str) -> None:
    finder.open(f"?q={query}")

    expect(finder.notes).to_contain_text(note)


@pytest.mark.parametrize(
    ("query", "suggestion", "after"),
    [
        ("solitary", "lonely", "q=lonely"),
        ("gardning", "gardening", "q=gardening"),
        ("leeford", "Leeford, Kent", "q=leeford+Kent"),
    ],
)
def test_every_suggestion_is_a_link(finder: Finder, query: str, suggestion: str, after: str) -> None:
    finder.open(f"?q={query}")
    finder.notes.get_by_role("link", name=suggestion, exact=True).click()
    finder.settle()

    assert finder.page.url.endswith(after)
    assert finder.page.get_by_label("What are you looking for?").input_value() == after[2:].replace("+", " ")
    assert finder.titles


def test_where_nothing_is_near_the_lists_are_links(finder: Finder) -> None:
    finder.open("?q=xylophones")

    assert finder.notes.get_by_role("link", name="regions").get_attribute("href") == "../regions/"


def test_each_result_says_how_far_it_is_from_the_place(finder: Finder) -> None:
    """After the page of its region."""
    finder.open("?q=leeford+devon")

    assert finder.titles == ["Painting 30", "Walking football", "A choir"]
    assert finder.page.locator("[data-card=far]").all_inner_texts() == [
        "About 2 miles from Leeford",
        "About 3 miles from Leeford",
    ]


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("?theme=gardens", "\u201ctheme: gardens\u201d"),
        ("?colour=red&theme=nature", "\u201ccolour: red\u201d"),
        ("?q=choir&region=&town=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "<img src=x onerror=alert(1)>"),
    ],
)
def test_a_filter_that_there_is_not_is_told_and_left_out(finder: Finder, query: str, named: str) -> None:
    """What else the address says holds; an empty value says nothing."""
    finder.open(query)
    expect(finder.notes).to_contain_text("We left out a filter that we do not have:")
    expect(finder.notes).to_contain_text(named)
    assert "region" not in finder.notes.inner_text()
    assert finder.page.locator("[data-find-live] img").count() == 0

    finder.type("garden")
    expect(finder.notes).not_to_contain_text("left out")


def test_a_very_long_filter_in_the_address_is_told_in_short(finder: Finder) -> None:
    finder.open(f"?theme={'x' * 5000}")

    assert len(finder.notes.inner_text()) < 200


def test_a_choice_that_would_give_nothing_cannot_be_pressed(finder: Finder) -> None:
    finder.open("?q=football")
    sport, arts = (finder.page.get_by_label(label) for label in ("Sport", "Arts and culture"))
    expect(sport).to_be_enabled()
    expect(arts).to_be_disabled()

    finder.type("choir")
    expect(arts).to_be_enabled()
    expect(sport).to_be_disabled()


def test_near_me_asks_the_device_when_pressed_and_keeps_nothing(tabs: Tabs, addresses: dict[str, str]) -> None:
    """Not before; and where the reader is goes into no address, no storage and no request."""
    place = {"latitude": 50.5123, "longitude": -3.5321}
    tab = tabs.get(fresh=True, geolocation=place, permissions=["geolocation"])
    finder = Finder(tab.page, addresses["http"])
    tab.page.add_init_script("""window.asked = 0;
        const ask = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
        navigator.geolocation.getCurrentPosition = (...all) => { window.asked++; ask(...all); };""")
    finder.open("?region=south-west")
    near = tab.page.get_by_role("button", name="Near me")
    assert tab.page.evaluate("window.asked") == 0
    near.click()
    expect(finder.notes).to_contain_text("Your location stays on this device.")
    finder.settle()

    assert finder.titles == ["Walking football", "A choir"]
    assert tab.page.locator("[data-card=far]").first.inner_text() == "Less than 2 miles from you"
    assert tab.page.url.endswith("?region=south-west")
    assert tab.page.evaluate("[...Object.values(localStorage), ...Object.values(sessionStorage)]") == []
    assert not [url for url in tab.requests if "50.5" in url]
    finder.check("South West")
    expect(near).to_have_attribute("aria-pressed", "true")
    near.click()
    expect(tab.page.locator("[data-find-heading]")).to_have_text("30 results")
    assert tab.page.evaluate("window.asked") == 1
    tabs.give_back(tab)


def test_a_device_that_does_not_say_where_it_is_gives_a_sentence(tabs: Tabs, addresses: dict[str, str]) -> None:
    tab = tabs.get(fresh=True, permissions=[])
    finder = Finder(tab.page, addresses["http"])
    finder.open()
    tab.page.get_by_role("button", name="Near me").click()

    expect(finder.notes).to_have_text("We could not find your location. Type the name of a place instead.")
    expect(tab.page.locator("[data-find-said]")).to_contain_text("We could not find your location")
    tabs.give_back(tab)


def test_a_step_back_and_forward_keeps_the_words_and_the_choices(finder_anywhere: Finder) -> None:
    finder_anywhere.open("?q=carers")
    finder_anywhere.check("Arts and culture")
    assert finder_anywhere.titles == ["A choir"]
    finder_anywhere.page.go_back()
    expect(finder_anywhere.page.locator("[data-find-heading]")).to_have_text("2 results for carers")
    finder_anywhere.page.go_forward()
    expect(finder_anywhere.page.locator("[data-find-heading]")).to_have_text("1 result for carers")

    assert finder_anywhere.page.get_by_label("Arts and culture").is_checked()
