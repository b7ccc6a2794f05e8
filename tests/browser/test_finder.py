"""The finder on a whole site: what it finds is what a plain count over the published data gives."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from ideas_hub.repository.load import read_hub
from tests.browser.axe import violations
from tests.browser.conftest import Open
from tests.site.finder_counts import Choice, Entry, count_of, counted, read_entries

VISIT = """async queries => {
  const results = document.querySelector("[data-find-results]");
  const heading = document.querySelector("[data-find-heading]");
  const settled = () => new Promise(done => {
    const again = (_, observer) => { observer.disconnect(); look(); };
    const look = () => results.hasAttribute("aria-busy")
      ? new MutationObserver(again).observe(results, {attributes: true}) : done();
    look();
  });
  const seen = [];
  document.documentElement.hidden = true;
  for (const query of queries) {
    history.pushState(null, "", "?" + query);
    dispatchEvent(new PopStateEvent("popstate"));
    await settled();
    const counts = {};
    document.querySelectorAll("[data-find-form] [type=checkbox]").forEach(box => {
      counts[box.name + "=" + box.value] = Number(box.closest("label").querySelector("[data-count]").textContent);
    });
    seen.push([parseInt(heading.textContent), counts]);
  }
  document.documentElement.hidden = false;
  return seen;
}"""
"""Goes through addresses as the Back button does; notes the number of results and the number beside each choice.

The page is hidden meanwhile, because drawing it would take longer than searching.
"""


def settle(page: Page) -> None:
    """Wait until the search has answered."""
    expect(page.locator("[data-find-heading]")).not_to_have_text("Results")
    expect(page.locator("[data-find-results]")).not_to_have_attribute("aria-busy", "true")


def heading(page: Page) -> str:
    return page.locator("[data-find-heading]").inner_text()


def titles(page: Page) -> list[str]:
    return page.locator("[data-find-results] h3").all_inner_texts()


def ask(page: Page, words: str) -> None:
    page.get_by_label("What are you looking for?").fill(words)
    page.keyboard.press("Enter")
    expect(page.locator("[data-find-heading]")).to_contain_text(f"for {words}")
    settle(page)


@pytest.fixture
def find(open_page: Open) -> Callable[..., Page]:
    """Open the finder with these choices."""

    def open_it(query: str = "", **settings: object) -> Page:
        page = open_page(f"find/{query}", **settings)
        settle(page)
        return page

    return open_it


@pytest.fixture(scope="module")
def entries(built_site: Path) -> list[Entry]:
    return read_entries(built_site)


def choices_of(page: Page) -> list[Choice]:
    boxes = page.locator("[data-find-form] [type=checkbox]")
    return [tuple(pair) for pair in boxes.evaluate_all("boxes => boxes.map(box => [box.name, box.value])")]


def test_every_value_that_some_entry_has_is_a_choice_and_no_other(
    find: Callable[..., Page], entries: list[Entry]
) -> None:
    """A choice that leads nowhere is not offered; none that leads somewhere is left out."""
    used = {(facet, value) for entry in entries for facet, values in entry.items() for value in values}

    assert sorted(choices_of(find())) == sorted(used)


def test_the_number_beside_every_choice_is_what_a_plain_count_gives(
    find: Callable[..., Page], entries: list[Entry]
) -> None:
    """With nothing chosen, and with each single choice: results, and beside every other choice, the pair of the two."""
    page = find()
    choices = choices_of(page)
    states: list[tuple[Choice, ...]] = [(), *((choice,) for choice in choices)]
    seen = page.evaluate(VISIT, [urlencode(state) for state in states])

    for state, (results, numbers) in zip(states, seen, strict=True):
        assert results == counted(entries, state), state
        assert numbers == {f"{facet}={value}": count_of(entries, state, (facet, value)) for facet, value in choices}, (
            state
        )


def test_choosing_goes_on_in_the_same_page_and_the_address_says_it(find: Callable[..., Page]) -> None:
    """A choice shows as a chip, in the address and in the heading; the chip takes it back."""
    page = find()
    page.get_by_label(re.compile("^South Wales")).check()
    page.get_by_label(re.compile("^Tools and electrics")).check()
    page.wait_for_url("**/find/?region=south-wales&theme=tools-electrics")
    settle(page)

    chips = page.get_by_role("list", name="Filters in use").get_by_role("link")
    assert [" ".join(text.split()) for text in chips.all_inner_texts()] == [
        "Remove Tools and electrics",
        "Remove South Wales",
    ]
    chips.first.click()
    page.wait_for_url("**/find/?region=south-wales")
    settle(page)
    assert not page.get_by_label(re.compile("^Tools and electrics")).is_checked()
    page.get_by_role("link", name="Clear all").click()
    page.wait_for_url("**/find/")


def test_back_returns_to_each_step_and_a_shared_link_opens_the_same_result(find: Callable[..., Page]) -> None:
    """Words, then a choice, then Back twice; the address in between opens anew as it was."""
    page = find()
    everything = heading(page)
    ask(page, "kettle")
    page.get_by_label(re.compile("^South Wales")).check()
    page.wait_for_url("**region=south-wales")
    settle(page)
    address, found = page.url, titles(page)
    page.go_back()
    page.wait_for_url("**/find/?q=kettle")
    settle(page)
    page.go_back()
    page.wait_for_url("**/find/")
    settle(page)

    assert heading(page) == everything
    page.goto(address)
    settle(page)
    assert titles(page) == found == ["Toaster Tuesdays in Swansea"]
    assert page.get_by_label("What are you looking for?").input_value() == "kettle"
    assert page.get_by_label(re.compile("^South Wales")).is_checked()


def test_without_words_case_studies_come_first_the_newest_first_and_then_learning_points(
    find: Callable[..., Page], hub_root: Path
) -> None:
    hub = read_hub(hub_root)[0]
    expected = [
        entry.facts.title
        for entries in (hub.case_studies, hub.learning_points)
        for entry in sorted(entries.values(), key=lambda entry: (entry.facts.sort_date, entry.id), reverse=True)
    ]

    assert titles(find())[: len(expected)] == expected


@pytest.mark.parametrize("query", ["kettle", "soldring", "newtown", "newport sewing", "kettle zebra", "qqqqqqq+kettle"])
def test_after_a_search_the_first_result_is_on_the_first_screen_of_a_phone(
    find: Callable[..., Page], query: str
) -> None:
    """Its title, whole, whatever the notes above it say: in a window of 360 by 740 pixels."""
    page = find(f"?q={query}&colour=red", width="phone")
    page.set_viewport_size({"width": 360, "height": 740})
    title = page.locator("[data-find-results] h3").first.bounding_box()

    assert title
    assert title["y"] + title["height"] <= 740


def test_what_cannot_be_kept_has_no_button(find: Callable[..., Page]) -> None:
    """Entries go on the shortlist; a theme, a word or a page of the hub's own does not."""
    page = find("?q=sewing")
    kinds = page.locator("[data-find-results] > li").evaluate_all(
        "all => all.map(card => [card.dataset.kind, Boolean(card.querySelector('.save'))])"
    )

    assert {kind for kind, can_be_kept in kinds if can_be_kept} <= {
        "case-studies",
        "learning-points",
        "programmes",
        "events",
    }
    assert {kind for kind, can_be_kept in kinds if not can_be_kept} >= {"themes"}


def test_a_piece_of_text_has_its_place_before_it_arrives(find: Callable[..., Page]) -> None:
    """So nothing moves when it comes in the place of the summary."""
    page = find("?q=radios")
    page.route("**/text.js", lambda route: route.abort())
    line = page.locator("[data-find-results] :is(.awaiting, .why:not(:empty))").first

    assert line.evaluate("place => parseFloat(getComputedStyle(place).minHeight)") > 40


@pytest.mark.parametrize("media", [{"forced_colors": "active"}, {"media": "print"}, {"color_scheme": "dark"}])
def test_a_mark_is_seen_in_forced_colours_on_paper_and_in_the_dark(find: Callable[..., Page], media: Any) -> None:
    """By a line and by weight: neither hangs on a background."""
    page = find("?q=kettle")
    page.emulate_media(**media)
    style = page.locator("[data-find-results] mark").first.evaluate(
        "mark => [getComputedStyle(mark).textDecorationLine, getComputedStyle(mark).fontWeight]"
    )

    assert style == ["underline", "700"]


def test_results_can_be_sorted_by_title_and_by_date(find: Callable[..., Page], hub_root: Path) -> None:
    """The order is the reader's choice, and is part of the address."""
    page = find("?kind=case-studies")
    page.get_by_label("Sort by").select_option("title")
    page.wait_for_url("**sort=title")
    settle(page)
    assert titles(page) == sorted(titles(page), key=str.casefold)

    page.get_by_label("Sort by").select_option("newest")
    page.wait_for_url("**sort=newest")
    settle(page)
    studies = read_hub(hub_root)[0].case_studies.values()
    newest = sorted(studies, key=lambda study: (study.facts.sort_date, study.id), reverse=True)
    assert titles(page) == [study.facts.title for study in newest]


def test_the_finder_works_by_keyboard_alone(find: Callable[..., Page]) -> None:
    """Words, a choice with the space bar while the focus stays, and the first result, without a mouse."""
    page = find(width="phone")
    page.get_by_label("What are you looking for?").focus()
    page.keyboard.type("soldering")
    expect(page.locator("[data-find-heading]")).to_contain_text("for soldering")
    tab_to(page, ".filters > summary")
    page.keyboard.press("Enter")
    tab_to(page, ".facet > summary", most=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**theme=*")
    settle(page)
    assert page.evaluate("document.activeElement.type") == "checkbox"

    page.get_by_role("link", name="Skip to results").focus()
    page.keyboard.press("Enter")
    tab_to(page, "[data-find-results] a", most=5)
    page.keyboard.press("Enter")
    expect(page.locator("[data-find]")).to_have_count(0)
    expect(page.locator("h1")).to_be_visible()


def tab_to(page: Page, selector: str, *, most: int = 20) -> None:
    """Press Tab until the focus is on such an element."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} was not reached with {most} times Tab")


def test_a_misspelt_word_finds_what_was_meant_and_says_so(find: Callable[..., Page]) -> None:
    """Help comes from the site's own words, and can be refused."""
    page = find("?q=soldring")

    expect(page.locator("[data-find-notes]")).to_contain_text("No results for “soldring”. Did you mean soldering?")
    assert titles(page)
    page.get_by_role("link", name="Search only for “soldring”").click()
    expect(page.locator("[data-find-heading]")).to_have_text("We found nothing for “soldring”")


def test_a_result_in_another_language_says_so_to_a_screen_reader(find: Callable[..., Page]) -> None:
    """Its title and summary; what is in the hub's own language says nothing."""
    page = find()
    ask(page, "gwnïo")
    card = page.locator("[data-find-results] .card").first

    expect(card.locator("h3")).to_have_attribute("lang", "cy")
    expect(card.locator("h3")).to_have_attribute("dir", "ltr")
    expect(card.locator("[data-card=gist]")).to_have_attribute("lang", "cy")
    ask(page, "soldering")
    expect(page.locator("[data-find-results] .card h3").first).not_to_have_attribute("lang", re.compile(".*"))


def test_a_synonym_of_a_term_finds_the_case_studies_that_carry_it(find: Callable[..., Page]) -> None:
    """The word "needlework" is in no case study, only in the page of the theme "Mending clothes"."""
    page = find("?q=needlework&kind=case-studies")

    assert set(titles(page)) == {
        "Gwnïo gyda'n gilydd yn y Bala",
        "Soldering together in Conwy",
        "A mending van for small places",
    }


def test_where_nothing_is_found_the_page_says_what_to_leave_out(find: Callable[..., Page]) -> None:
    """And shows what there is then, with the number."""
    page = find("?q=microwaves&region=north-wales")
    expect(page.locator("[data-find-heading]")).to_have_text("We found nothing for “microwaves” with these filters")
    notes = page.locator("[data-find-notes]")
    number = re.search(r"we found (\d+) results?, shown below", notes.inner_text())
    closest = titles(page)
    notes.locator("a").click()
    expect(page.locator("[data-find-heading]")).not_to_have_text("We found nothing for “microwaves” with these filters")

    assert number
    assert titles(page) == closest != []
    assert heading(page).startswith(f"{number[1]} result")


def test_the_number_of_results_is_announced_politely(find: Callable[..., Page]) -> None:
    """A screen reader hears it once the typing rests."""
    page = find()
    ask(page, "kettle")

    expect(page.locator("[data-find-said]")).to_contain_text("4 results for kettle")
    assert page.locator("[data-find-said]").get_attribute("role") == "status"


@pytest.mark.parametrize("width", ["phone", "desk"])
def test_a_chosen_filter_is_in_sight_and_closed_groups_keep_the_form_short(
    find: Callable[..., Page], width: str
) -> None:
    """A shared link that narrows by a folded group opens that group."""
    page = find("?delivery=no-booking", width=width)
    if width == "phone":
        page.locator(".filters > summary").click()

    expect(page.get_by_label(re.compile("^No booking needed"))).to_be_visible()
    expect(page.get_by_label(re.compile("^Measured"))).to_be_hidden()


@pytest.mark.parametrize(
    "query", ["?theme=tools-electrics&delivery=no-booking", "?q=soldring", "?q=microwaves&region=north-wales"]
)
def test_axe_finds_no_violation_with_all_filters_open(find: Callable[..., Page], query: str) -> None:
    """Filters in use, spelling help and nothing found, each with every group of filters open."""
    page = find(query, width="small", bypass_csp=True)
    page.evaluate("document.querySelectorAll('.filters, .filters details').forEach(group => { group.open = true })")

    assert violations(page) == []


def test_every_control_of_the_form_is_large_enough_to_touch(find: Callable[..., Page]) -> None:
    """24 by 24 pixels at least (WCAG 2.2, 2.5.8)."""
    page = find(width="phone")
    page.evaluate("document.querySelectorAll('.filters, .filters details').forEach(group => { group.open = true })")
    sizes = page.locator("[data-find-form] :is(input, button, select, summary), .save").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => [box.width, box.height])"
    )

    assert min(min(size) for size in sizes) >= 24
