"""Saved pages: on the device, compared, printed, shared as a link; in the address where storage is blocked."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from ideas_hub.formats.shortlist_facts import fnv_1a
from ideas_hub.repository.load import read_hub
from ideas_hub.views.shortlist import fact_file_count
from tests.browser.axe import CONTRAST, is_too_wide, violations
from tests.browser.conftest import Open, requests_of
from tests.conftest import BASE

TOASTERS, VAN, CLOCKS, SOLDERING = (
    f"case-studies/{name}" for name in ("toaster-tuesdays", "mending-van", "clock-club", "soldering")
)
POINT, FUND = "learning-points/test-before-you-plug-in", "programmes/parts-fund"
ALL_SIX = f"{TOASTERS},{VAN},{POINT},{FUND},{CLOCKS},{SOLDERING}"
TITLE = "Toaster Tuesdays in Swansea"
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"


def save(page: Page, address: str) -> None:
    page.goto(f"{page.url.split(BASE)[0]}{BASE}{address}/")
    page.get_by_role("button", name=re.compile("^Save ")).first.click()


def columns(page: Page) -> list[str]:
    return page.locator(".compared thead th a").all_inner_texts()


def items(page: Page) -> list[str]:
    return page.locator("[data-shortlist-items] [data-item=title]").all_inner_texts()


def shown(page: Page, number: int) -> None:
    """Wait until the list is there."""
    expect(page.locator("[data-shortlist-heading]")).to_contain_text(re.compile(rf"^{number} page"))
    expect(page.locator("[data-shortlist-items] > li")).to_have_count(number)


def test_what_is_saved_on_any_page_is_on_the_list_and_counted_in_the_header(open_page: Open) -> None:
    """From an entry's page, a list or a result: the buttons show what is saved, and nothing needs a cookie."""
    page = open_page(f"{TOASTERS}/")
    button = page.get_by_role("button", name=f"Save {TITLE}")
    button.click()
    expect(page.locator(".acts .save")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("status").last).to_have_text("1 page saved")
    page.goto(f"{page.url.split(BASE)[0]}{BASE}regions/north-wales/")
    page.locator(".card .save").first.click()
    page.goto(f"{page.url.split(BASE)[0]}{BASE}find/?q=kettle&kind=case-studies")
    page.locator(".card .save[aria-pressed=false]").first.click()
    page.get_by_role("banner").get_by_role("link", name="Saved 3").click()

    shown(page, 3)
    assert items(page)[0] == TITLE
    assert page.context.cookies() == []


def test_save_again_takes_an_entry_off(open_page: Open) -> None:
    """The button is a switch, and the next visit remembers."""
    page = open_page(f"{TOASTERS}/")
    save(page, TOASTERS)
    page.reload()
    button = page.locator(".acts .save")
    expect(button).to_have_text(re.compile("^Saved"))
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".to-saved")).to_have_text("Saved")


def test_without_a_script_there_is_no_button_that_does_nothing(open_page: Open) -> None:
    """The page says what it needs, and what to do instead."""
    page = open_page("case-studies/", script=False)
    expect(page.get_by_role("button", name=re.compile("^Save"))).to_have_count(0)
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("button", name=re.compile("^Save"))).to_have_count(0)
    page.get_by_role("link", name="Saved pages").click()

    expect(page.locator("noscript p")).to_be_visible()
    expect(page.get_by_role("button", name="Print")).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "after", "width"),
    [
        (f"{TOASTERS}/", ".answer", "phone"),
        ("case-studies/", ".card:last-child", "phone"),
        ("case-studies/", ".card:last-child", "desk"),
    ],
)
def test_the_buttons_have_their_place_before_the_script_arrives(
    open_page: Open, address: str, after: str, width: str
) -> None:
    """Nothing moves when they come."""
    page = open_page(address, width=width)
    expect(page.locator(".save").first).to_be_visible()
    there = page.locator(after).first.bounding_box()
    page.route("**/hub.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.reload()

    expect(page.locator(".save")).to_have_count(0)
    assert page.locator(after).first.bounding_box() == there


@pytest.mark.parametrize("base", [BASE, "/"])
def test_each_card_has_one_button_that_names_its_entry_and_works_by_keyboard(open_page: Open, base: str) -> None:
    """The last in its card, after its link; wherever the site stands, it saves the entry that the link leads to."""
    page = open_page("case-studies/", base=base)
    card = page.locator(".card").nth(1)
    link, button = card.get_by_role("link"), card.get_by_role("button")
    name = link.inner_text()
    expect(page.locator(".card:not(:has(> .save:last-child))")).to_have_count(0)
    expect(button).to_have_accessible_name(f"Save {name}")
    link.focus()
    page.keyboard.press("Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Space")
    expect(button).to_have_accessible_name(f"Saved {name}")
    page.goto(f"{page.url.split('case-studies/')[0]}shortlist/")
    shown(page, 1)

    assert items(page) == [name]


def test_up_to_four_stand_side_by_side_and_the_reader_chooses_which(open_page: Open) -> None:
    """A fifth waits until one of the four is unticked."""
    page = open_page(f"shortlist/?keep={ALL_SIX}")
    shown(page, 6)
    assert len(columns(page)) == 4
    fifth = page.get_by_label("Compare A club for stopped clocks in Barry")
    expect(fifth).to_be_disabled()
    page.get_by_label("Compare Spare Parts Fund").uncheck()
    expect(fifth).to_be_enabled()
    fifth.check()

    expect(page.locator(".compared thead th")).to_have_count(4)
    assert columns(page)[-1] == "A club for stopped clocks in Barry"


def test_rows_are_the_facts_of_the_entries_own_pages(open_page: Open) -> None:
    """Who, where, what, for, cost, people, time, place, how we know and what helped, as the page says them."""
    page = open_page(f"shortlist/?keep={TOASTERS},{VAN}")
    shown(page, 2)
    rows = page.locator(".compared tbody tr:not([hidden]) th").all_inner_texts()
    expected = ["Who", "Where", "Themes", "For", "Cost", "People", "Time", "Place", "How we know", "What helped"]
    assert [row for row in rows if row in expected] == expected
    cells = {
        row.locator("th").inner_text(): row.locator("td").first.inner_text()
        for row in page.locator(".compared tbody tr:not([hidden])").all()
    }
    page.get_by_role("link", name=TITLE).last.click()
    page.wait_for_url(f"**/{TOASTERS}/")
    page.locator(".about summary").click()
    facts = {
        fact.locator("dt").inner_text(): fact.locator("dd").inner_text().strip()
        for fact in page.locator(":is(.facts, .about) dl > div").all()
    }

    assert cells["Cost"] == f"{facts['Cost']}\n{facts['Cost band']}"
    assert {label: facts[label] for label in ("People", "Time", "Place")} == {
        label: cells[label] for label in ("People", "Time", "Place")
    }


def test_an_entry_in_another_language_says_so_on_the_list_and_side_by_side(open_page: Open) -> None:
    page = open_page(f"shortlist/?keep={SOLDERING},case-studies/gwnio-yn-y-bala")
    shown(page, 2)

    assert page.locator("[lang=cy][data-item=title]").all_inner_texts() == ["Gwnïo gyda'n gilydd yn y Bala"]
    assert page.locator(".compared th a[lang=cy]").count() == 1
    assert page.locator("[data-row=about] td[lang=cy], [data-row=helped] td[lang=cy]").count() == 2
    assert page.locator("[data-row=who] td[lang]").count() == 0


def test_a_link_brings_a_list_and_leaves_the_reader_s_own_alone(open_page: Open) -> None:
    """What somebody shared joins the reader's own list only when asked."""
    page = open_page(f"{SOLDERING}/")
    save(page, SOLDERING)
    page.goto(f"{page.url.split(BASE)[0]}{BASE}shortlist/?keep={TOASTERS},{POINT}")
    shown(page, 2)
    expect(page.get_by_text("Someone shared this list with you.")).to_be_visible()
    expect(page.get_by_role("button", name="Remove")).to_have_count(0)
    page.get_by_role("link", name="See your own list").click()
    shown(page, 1)
    page.go_back()
    page.get_by_role("button", name="Save this list").click()

    shown(page, 3)
    assert urlsplit(page.url).query == ""
    page.reload()
    shown(page, 3)


def test_the_link_to_share_opens_the_same_ideas_side_by_side(open_page: Open) -> None:
    """Whoever opens it sees what the reader saw."""
    page = open_page(f"shortlist/?keep={ALL_SIX}")
    shown(page, 6)
    page.get_by_label(f"Compare {TITLE}").uncheck()
    page.get_by_label("Compare Test before you plug in").uncheck()
    expect(page.locator(".compared thead th")).to_have_count(2)
    before, link = columns(page), page.get_by_label("Link to this list").input_value()
    page.goto(link)
    shown(page, 6)

    assert columns(page) == before


def test_removing_moves_the_focus_on_and_empties_the_list(open_page: Open) -> None:
    """The focus is never lost, and an empty list says what to do."""
    page = open_page(f"{TOASTERS}/")
    save(page, TOASTERS)
    save(page, VAN)
    page.goto(f"{page.url.split(BASE)[0]}{BASE}shortlist/")
    shown(page, 2)
    page.get_by_role("button", name=f"Remove {TITLE}").focus()
    page.keyboard.press("Enter")
    shown(page, 1)
    assert page.evaluate("document.activeElement.id") == "savedTitle"
    page.get_by_role("button", name="Remove all").click()
    expect(page.get_by_text("You have not saved anything yet.")).to_be_visible()


def test_what_was_removed_all_at_once_can_be_brought_back(open_page: Open) -> None:
    """The focus goes to the way back, and then to what came back."""
    page = open_page(f"{TOASTERS}/")
    save(page, TOASTERS)
    save(page, VAN)
    page.goto(f"{page.url.split(BASE)[0]}{BASE}shortlist/")
    shown(page, 2)
    before = items(page)
    page.get_by_role("button", name="Remove all").click()
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    expect(page.get_by_text("You removed 2 pages.")).to_be_visible()
    undo.click()
    shown(page, 2)
    expect(undo).to_be_hidden()

    assert items(page) == before
    assert page.evaluate("document.activeElement.id") == "savedTitle"


def test_where_storage_is_blocked_the_list_lives_in_the_address(open_page: Open) -> None:
    """Links and searches take it along, and a link out of the site does not."""
    page = open_page("about/", fresh=True)
    page.add_init_script(BLOCKED)
    save(page, TOASTERS)
    assert urlsplit(page.url).query == f"keep={TOASTERS}"
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Find").click()
    page.wait_for_url(re.compile(r"/find/\?keep="))
    page.get_by_label("What are you looking for?").fill("kettle")
    page.keyboard.press("Enter")
    expect(page.locator("[data-find-heading]")).to_contain_text("for kettle")
    page.locator(".card .save[aria-pressed=false]").first.click()
    page.reload()
    expect(page.locator("[data-find-heading]")).to_contain_text("for kettle")
    page.get_by_role("banner").get_by_role("link", name="Saved 2").click()

    shown(page, 2)
    expect(page.get_by_text("kept in the link")).to_be_visible()
    page.get_by_role("searchbox").first.fill("sewing")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/find/\?q=sewing&keep="))
    expect(page.locator(".to-saved")).to_have_text("Saved 2")
    licence = page.get_by_role("link", name="CC BY 4.0")
    licence.evaluate("link => { link.addEventListener('click', event => event.preventDefault()); link.click() }")
    assert "keep" not in (licence.get_attribute("href") or "")


def test_an_entry_that_is_gone_is_named_and_the_others_are_there(open_page: Open) -> None:
    """One address that leads nowhere does not take the list down."""
    page = open_page(f"shortlist/?keep=case-studies/no-such-story,{TOASTERS}")
    shown(page, 2)

    expect(page.get_by_text("This page did not load.").first).to_be_visible()
    assert columns(page) == [TITLE]


def test_the_browser_finds_an_entry_in_the_script_that_python_put_it_in(open_page: Open) -> None:
    """One hash on both sides: with as many scripts as hashes, each key asks for the script of its whole hash."""
    keys = ["a/0", "ideas/zz-9", "case-studies/" + "long-" * 40 + "name", "learning-points/2024-2025-0", CLOCKS, POINT]
    page = open_page("about/", missing=True)

    def with_all_scripts(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=re.sub('data-files="[0-9]+"', f'data-files="{2**32}"', response.text()))

    page.route(re.compile(r"/shortlist/\?"), with_all_scripts)
    with requests_of(page) as asked:
        page.goto(f"{page.url.split(BASE)[0]}{BASE}shortlist/?keep={','.join(keys)}")
        shown(page, len(keys))

    assert [url.rpartition("/")[2] for url in asked if "/facts." in url] == [f"facts.{fnv_1a(key)}.js" for key in keys]


def test_an_old_address_on_a_shared_list_shows_the_entry_under_its_new_one(open_page: Open, hub_root: Path) -> None:
    """What was saved before a renaming stays on the list, once, even if the new address is on it already."""
    page = open_page("about/")
    old = "case-studies/before-it-was-renamed"
    script = f"**/shortlist/facts.{fnv_1a(old) % fact_file_count(read_hub(hub_root)[0])}.js"
    facts = json.dumps({old: [TOASTERS, "Case study", TITLE, {"about": ["In short."]}]})

    def with_the_old_one(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=f"{response.text()}ideasHub.facts({facts});")

    page.route(script, with_the_old_one)
    page.goto(f"{page.url.split(BASE)[0]}{BASE}shortlist/?keep={old},{VAN},{TOASTERS}")
    shown(page, 2)

    assert items(page)[0] == TITLE
    assert page.get_by_label("Link to this list").input_value().endswith(f"?keep={TOASTERS},{VAN}")


def test_an_address_that_names_no_entry_loads_nothing(open_page: Open) -> None:
    """A link never becomes a script from elsewhere."""
    page = open_page("shortlist/")
    for address in (
        "https://evil.example/x",
        "../../x/y",
        "a/b/../../c",
        "javascript:alert(1)",
        "case-studies/x'\"><b>",
        "//evil.example/x",
    ):
        with requests_of(page) as asked:
            page.goto(f"{page.url.split('?')[0]}?keep={address}")
            expect(page.get_by_text("You have not saved anything yet.")).to_be_visible()

        assert [url for url in asked if "/facts." in url] == [], address


def test_four_ideas_print_on_one_sheet(open_page: Open) -> None:
    """A4 across, without the menu and the buttons."""
    page = open_page(f"shortlist/?keep={TOASTERS},{VAN},{CLOCKS},{SOLDERING}")
    shown(page, 4)

    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
    expect(page.locator(".compared")).to_be_visible()


@pytest.mark.parametrize("query", ["", f"?keep={TOASTERS}", f"?keep={ALL_SIX}"])
def test_axe_finds_no_violation_on_the_list(open_page: Open, query: str) -> None:
    """Empty, with one idea, and with four of six side by side."""
    page = open_page(f"shortlist/{query}", width="small", bypass_csp=True)
    expect(page.locator("[data-shortlist-heading]")).to_contain_text(re.compile("page"))

    assert violations(page) == []
    assert not is_too_wide(page)
    page.emulate_media(color_scheme="dark")
    assert violations(page, CONTRAST) == []


def test_axe_finds_no_violation_on_the_reader_s_own_list_and_on_a_saved_entry(open_page: Open) -> None:
    """The same with what only the reader's own list has: buttons to remove, a link in the menu."""
    page = open_page(f"{TOASTERS}/", width="small", bypass_csp=True)
    save(page, TOASTERS)
    assert violations(page) == []
    save(page, VAN)
    page.goto(f"{page.url.split(BASE)[0]}{BASE}shortlist/")
    shown(page, 2)

    assert violations(page) == []
