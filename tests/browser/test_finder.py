"""The live finder on the real site: what it finds is what a plain count over the published data gives."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.test_pages import violations

Choice = tuple[str, str]
Entry = dict[str, set[str]]

KINDS = ("case-studies", "learning-points", "programmes", "ideas")
ONGOING = {"open": "running", "closed": "ended", "completed": "ended"}

VISIT = """async queries => {
  const results = document.querySelector("[data-find-results]"), heading = document.querySelector("[data-find-heading]");
  const settled = () => new Promise(done => {
    const look = () => results.hasAttribute("aria-busy") ? new MutationObserver((_, seen) => { seen.disconnect(); look(); })
      .observe(results, {attributes: true}) : done();
    look();
  });
  const seen = [];
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
  return seen;
}"""
"""Goes through addresses as the Back button does, and notes of each the number of results and the number beside each choice."""


def settle(page: Page) -> None:
    """Wait until the search has answered."""
    expect(page.locator("[data-find-heading]")).not_to_have_text("Results")
    expect(page.locator("[data-find-results]")).not_to_have_attribute("aria-busy", "true")


def heading(page: Page) -> str:
    return page.locator("[data-find-heading]").inner_text()


def titles(page: Page) -> list[str]:
    return page.locator("[data-find-results] h3").all_inner_texts()


def asks(page: Page, words: str) -> None:
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
    """Every entry with its values by facet, read from the data that anyone can download."""
    found = []
    for kind in KINDS:
        for row in json.loads((built_site / f"data/{kind}.json").read_text(encoding="utf-8")):
            status = row.get("status", "")
            could = row.get("could_we_do_this", {})
            found.append(
                {
                    "theme": set(row.get("themes", ())),
                    "region": {row["region"]} if "region" in row else set(row.get("regions", ())),
                    "community": set(row.get("communities", ())),
                    "kind": {kind},
                    "cost": {could["cost_band"]} if "cost_band" in could else set(),
                    "delivery": set(row.get("delivery", ())),
                    "evidence": {row["evidence"]} if "evidence" in row else set(),
                    "status": {ONGOING.get(status, status)} - {""},
                }
            )
    return found


def counted(entries: Iterable[Entry], chosen: Iterable[Choice]) -> int:
    """Values of one facet are OR, facets are AND."""
    wanted: dict[str, set[str]] = {}
    for facet, value in chosen:
        wanted.setdefault(facet, set()).add(value)
    return sum(all(entry[facet] & values for facet, values in wanted.items()) for entry in entries)


def beside(entries: list[Entry], chosen: tuple[Choice, ...], choice: Choice) -> int:
    """What stands beside a choice: what it would give alone in its facet, all other facets applied."""
    return counted(entries, [*(other for other in chosen if other[0] != choice[0]), choice])


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
        assert numbers == {f"{facet}={value}": beside(entries, state, (facet, value)) for facet, value in choices}, (
            state
        )


def test_every_pair_of_choices_gives_what_a_plain_count_gives(find: Callable[..., Page], entries: list[Entry]) -> None:
    """Two values of one facet are OR, two facets are AND; the number of results says so for every pair there is."""
    page = find()
    pairs = list(combinations(choices_of(page), 2))
    seen = page.evaluate(VISIT, [urlencode(pair) for pair in pairs])

    assert {pair: results for pair, (results, _) in zip(pairs, seen, strict=True)} == {
        pair: counted(entries, pair) for pair in pairs
    }


def test_with_words_too_a_number_is_what_its_choice_gives(find: Callable[..., Page]) -> None:
    """The words narrow the numbers as well."""
    page = find("?q=garden")
    [(_, numbers)] = page.evaluate(VISIT, ["q=garden"])
    choices = choices_of(page)
    seen = page.evaluate(VISIT, ["q=garden&" + urlencode([choice]) for choice in choices])

    assert {f"{facet}={value}": results for (facet, value), (results, _) in zip(choices, seen, strict=True)} == numbers


def test_choosing_goes_on_in_the_same_page_and_the_address_says_it(find: Callable[..., Page]) -> None:
    """A choice shows as a chip, in the address and in the heading; the chip takes it back."""
    page = find()
    page.get_by_label(re.compile("^South West")).check()
    page.get_by_label(re.compile("^Nature and environment")).check()
    page.wait_for_url("**/find/?region=south-west&theme=nature-environment")
    settle(page)

    chips = page.get_by_role("list", name="Filters in use").get_by_role("link")
    assert [" ".join(text.split()) for text in chips.all_inner_texts()] == [
        "Remove Nature and environment",
        "Remove South West",
    ]
    chips.first.click()
    page.wait_for_url("**/find/?region=south-west")
    settle(page)
    assert not page.get_by_label(re.compile("^Nature and environment")).is_checked()
    page.get_by_role("link", name="Clear all").click()
    page.wait_for_url("**/find/")


def test_back_returns_to_each_step_and_a_shared_link_opens_the_same_result(find: Callable[..., Page]) -> None:
    """Words, then a choice, then Back twice; the address in between opens anew as it was."""
    page = find()
    everything = heading(page)
    asks(page, "garden")
    page.get_by_label(re.compile("^South West")).check()
    page.wait_for_url("**region=south-west")
    settle(page)
    address, found = page.url, titles(page)
    page.go_back()
    page.wait_for_url("**/find/?q=garden")
    settle(page)
    page.go_back()
    page.wait_for_url("**/find/")
    settle(page)

    assert heading(page) == everything
    page.goto(address)
    settle(page)
    assert titles(page) == found
    assert page.get_by_label("What are you looking for?").input_value() == "garden"
    assert page.get_by_label(re.compile("^South West")).is_checked()


def test_results_can_be_sorted_by_title_and_by_date(find: Callable[..., Page]) -> None:
    """The order is the reader's choice, and stands in the address."""
    page = find("?kind=case-studies")
    page.get_by_label("Sort by").select_option("title")
    page.wait_for_url("**sort=title")
    settle(page)
    assert titles(page) == sorted(titles(page), key=str.casefold)

    page.get_by_label("Sort by").select_option("newest")
    page.wait_for_url("**sort=newest")
    settle(page)
    dates = page.locator("[data-find-results] time").evaluate_all("times => times.map(time => time.dateTime)")
    assert dates == sorted(dates, reverse=True)


def test_the_finder_works_by_keyboard_alone(find: Callable[..., Page]) -> None:
    """Words, a choice with the space bar while the focus stays, and the first result, without a mouse."""
    page = find(width="phone")
    page.get_by_label("What are you looking for?").focus()
    page.keyboard.type("walking")
    expect(page.locator("[data-find-heading]")).to_contain_text("for walking")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.filters > summary')"):
            break
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.facet > summary')")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**theme=*")
    settle(page)
    assert page.evaluate("document.activeElement.type") == "checkbox"

    page.get_by_role("link", name="Skip to results").focus()
    page.keyboard.press("Enter")
    while not page.evaluate("document.activeElement.matches('[data-find-results] a')"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-find]")).to_have_count(0)
    expect(page.locator("h1")).to_be_visible()


def test_a_misspelt_word_finds_what_was_meant_and_says_so(find: Callable[..., Page]) -> None:
    """Help comes from the site's own words, and can be refused."""
    page = find("?q=gardning")

    expect(page.locator("[data-find-notes]")).to_contain_text("Nothing for gardning. Showing gardening.")
    assert titles(page)
    page.get_by_role("link", name="Search for gardning only").click()
    expect(page.locator("[data-find-heading]")).to_have_text("0 results for gardning")


def test_everyday_words_find_what_the_vocabulary_calls_otherwise(find: Callable[..., Page], built_site: Path) -> None:
    """The word "lonely" is no term, but a synonym of one: its case studies are found."""
    terms = json.loads((built_site / "data/terms.json").read_text(encoding="utf-8"))
    [term] = [
        term
        for term in terms
        if any("lonel" in synonym for synonym in (*term.get("synonyms", ()), term["label"].casefold()))
    ][:1]
    studies = json.loads((built_site / "data/case-studies.json").read_text(encoding="utf-8"))
    page = find("?q=lonely&kind=case-studies")

    assert {study["title"] for study in studies if term["id"] in study["communities"]} <= set(titles(page))


def test_where_nothing_is_found_the_page_says_what_to_leave_out(find: Callable[..., Page]) -> None:
    """One link, with the number that it will give."""
    page = find("?q=canal&region=london")
    expect(page.locator("[data-find-heading]")).to_have_text("0 results for canal")
    way = page.locator("[data-find-notes] a")
    number = re.search(r"(\d+) results?$", way.inner_text())
    way.click()
    expect(page.locator("[data-find-heading]")).not_to_have_text("0 results for canal")

    assert number
    assert heading(page).startswith(f"{number[1]} result")


def test_what_was_found_is_told_politely(find: Callable[..., Page]) -> None:
    """A screen reader hears the number of results once the typing rests."""
    page = find()
    asks(page, "garden")

    expect(page.locator("[data-find-said]")).to_contain_text(re.compile(r"^\d+ results? for garden"))
    assert page.locator("[data-find-said]").get_attribute("role") == "status"


@pytest.mark.parametrize("width", ["phone", "desk"])
def test_a_chosen_filter_is_in_sight_and_closed_groups_keep_the_form_short(
    find: Callable[..., Page], width: str
) -> None:
    """A shared link that narrows by a folded group opens that group."""
    page = find("?delivery=outdoors", width=width)
    if width == "phone":
        page.locator(".filters > summary").click()

    expect(page.get_by_label(re.compile("^Outdoors"))).to_be_visible()
    expect(page.get_by_label(re.compile("^Measured"))).to_be_hidden()


@pytest.mark.parametrize("width", ["phone", "desk"])
@pytest.mark.parametrize(
    "query", ["?theme=nature-environment&delivery=outdoors", "?q=gardning", "?q=canal&region=london"]
)
def test_axe_finds_no_violation_with_all_filters_open(find: Callable[..., Page], query: str, width: str) -> None:
    """Filters in use, spelling help and nothing found, each with every group of filters open."""
    page = find(query, width=width, bypass_csp=True)
    page.evaluate("document.querySelectorAll('.filters, .filters details').forEach(group => { group.open = true })")

    assert violations(page) == []


def test_every_control_of_the_form_is_large_enough_to_touch(find: Callable[..., Page]) -> None:
    """24 by 24 pixels at least (WCAG 2.2, 2.5.8)."""
    page = find(width="phone")
    page.evaluate("document.querySelectorAll('.filters, .filters details').forEach(group => { group.open = true })")
    sizes = page.locator("[data-find-form] :is(input, button, select, summary), .keep").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => [box.width, box.height])"
    )

    assert min(min(size) for size in sizes) >= 24
