"""What any honest content keeps: nothing here names an entry, a title or a number.

To add, rename or withdraw an entry, a term or a figure turns nothing red but a mistake.
All tests stand in one file, so that a run builds the real site once.
"""

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import is_too_wide, violations
from tests.browser.conftest import requests_of
from tests.browser.serving import serve
from tests.conftest import ROOT
from tests.content.screens import PHONE, case_study_faults, hidden_in_print, layout
from tests.site import data_rules, page_rules
from tests.site.data_rules import ENTRY_SETS, Data, read_data
from tests.site.page_reader import PageReader, Pages, pages_of, reader_of
from tests.site.page_rules import failing

KINDS = ("home", "finder", "entry", "project", "term", "map", "prose")


@pytest.fixture(scope="module")
def pages(real_site: Path) -> Pages:
    return pages_of(real_site, reader_of(real_site))


@pytest.fixture(scope="module")
def data(real_site: Path) -> Data:
    return read_data(real_site)


@pytest.mark.parametrize("rule", page_rules.FULL_PAGE_RULES, ids=lambda rule: rule.__name__)
def test_each_full_page(pages: Pages, rule: Callable[[PageReader], bool]) -> None:
    assert failing(page_rules.full_pages(pages), rule) == []


@pytest.mark.parametrize("rule", page_rules.PAGE_RULES, ids=lambda rule: rule.__name__)
def test_each_page(pages: Pages, rule: Callable[[PageReader], bool]) -> None:
    assert failing(pages, rule) == []


def test_nothing_is_loaded_from_any_other_host(pages: Pages, real_site: Path) -> None:
    assert page_rules.loaded_from_elsewhere(pages, real_site) == []


def test_every_link_leads_to_a_file_and_every_anchor_to_a_place(pages: Pages, real_site: Path) -> None:
    assert page_rules.broken_links(pages, real_site) == []


def test_every_page_can_be_reached_by_links_alone(pages: Pages, data: Data) -> None:
    """But for a term that nothing carries yet."""
    waiting = {term["address"] for term in data["terms"] if not term.get("entries")}

    assert set(page_rules.out_of_reach(pages)) <= waiting


def test_every_entry_of_the_data_has_its_page(pages: Pages, data: Data) -> None:
    assert data_rules.entries_without_page(pages, data) == []


def test_json_and_csv_have_the_same_rows(real_site: Path, data: Data) -> None:
    assert data_rules.csv_differences(real_site, data) == []


def test_every_project_of_the_data_has_a_page_and_a_row_that_say_the_same(pages: Pages, data: Data) -> None:
    assert data_rules.wrong_project_pages(pages, data) == []


def test_a_term_s_page_lists_just_the_case_studies_that_carry_it(pages: Pages, data: Data) -> None:
    assert data_rules.wrong_term_pages(pages, data) == []


def test_every_pair_of_terms_with_a_case_study_has_one_page_with_just_those(pages: Pages, data: Data) -> None:
    assert data_rules.wrong_pair_pages(pages, data) == []


def test_links_between_learning_points_and_entries_work_both_ways(pages: Pages, data: Data) -> None:
    assert data_rules.one_way_links(pages, data) == []


def test_every_figure_says_what_it_is_based_on_and_where_it_is_printed(data: Data) -> None:
    assert data_rules.without_base(data) == []


@pytest.fixture(scope="module")
def phone(browser: Browser, real_site: Path) -> Iterator[Callable[[str], Page]]:
    """Open an address of the site on a narrow screen."""
    page = browser.new_context(viewport={"width": 320, "height": 800}, bypass_csp=True).new_page()
    with serve(real_site) as server:

        def open_it(address: str) -> Page:
            page.set_viewport_size({"width": 320, "height": 800})
            page.goto(f"{server}/{address}")
            return page

        yield open_it
    page.context.close()


def address_of(kind: str, data: Data) -> str:
    """Return the address of one page of a kind: for entries, projects and terms one with much on its page."""
    entries = [row for name in ENTRY_SETS for row in data.get(name, ())]
    longest: str = max(entries, key=lambda row: len(str(row)))["address"]
    project: str = max(data.get("projects", [{"address": ""}]), key=lambda row: len(str(row)))["address"]
    fullest: str = max(data["terms"], key=lambda term: term.get("entries", 0))["address"]
    fixed = {"home": "", "finder": "find/", "list": "case-studies/", "map": "regions/", "prose": "contribute/"}
    return {**fixed, "entry": longest, "project": project, "term": fullest}.get(kind, f"{kind}/")


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_violation_and_nothing_is_cut_off(phone: Callable[[str], Page], data: Data, kind: str) -> None:
    page = phone(address_of(kind, data))
    if kind == "finder":
        page.wait_for_selector("[data-find-results]:not([aria-busy]) a", state="attached")

    assert violations(page) == []
    assert not is_too_wide(page)


def test_a_case_study_opens_on_its_answer(phone: Callable[[str], Page], data: Data) -> None:
    """What helped and what did not stand by the second screen, in few words; the whole is short, little is folded."""
    faults = {row["id"]: case_study_faults(phone(row["address"]), row) for row in data.get("case-studies", ())}

    assert {study: found for study, found in faults.items() if found} == {}


@pytest.mark.parametrize(("address", "screens"), [("evidence/", 8), ("projects/", 12)])
def test_a_long_list_is_a_few_screens_of_a_phone(phone: Callable[[str], Page], address: str, screens: int) -> None:
    assert layout(phone(address)).screens <= screens


@pytest.mark.parametrize("script", [True, False])
def test_what_is_folded_is_open_on_paper(browser: Browser, real_site: Path, data: Data, *, script: bool) -> None:
    """Paper cannot be clicked, and needs no script."""
    page = browser.new_context(viewport=PHONE, java_script_enabled=script).new_page()
    hidden = []
    with serve(real_site) as server:
        for address in [*(row["address"] for row in data.get("case-studies", ())), "evidence/"]:
            page.goto(f"{server}/{address}")
            hidden += [address] if hidden_in_print(page) else []
    page.context.close()

    assert hidden == []


def test_a_first_visit_to_a_case_study_is_light(
    browser: Browser, phone: Callable[[str], Page], real_site: Path, data: Data
) -> None:
    """40 KB as a server sends them: page, style, scripts and font, without pictures."""
    study = max(data.get("case-studies", [{"address": ""}]), key=lambda row: len(str(row)))
    page = browser.new_page()  # one that has loaded a font before asks for it again on every page
    with requests_of(page) as asked:
        page.goto(phone(study["address"]).url, wait_until="networkidle")
    page.context.close()
    addresses = {urlsplit(address).path.lstrip("/") for address in asked}
    files = [real_site / (f"{address}index.html" if address.endswith("/") else address) for address in addresses]
    sizes = {
        file.name: len(gzip.compress(file.read_bytes(), mtime=0))
        for file in files
        if file.suffix in {".html", ".css", ".js", ".woff2"}
    }

    assert {"index.html", ".woff2"} <= {name if name == "index.html" else Path(name).suffix for name in sizes}
    assert sum(sizes.values()) <= 40 * 1024, sizes


def test_each_illustration_is_small() -> None:
    """A page has several."""
    sizes = {file.name: file.stat().st_size for file in (ROOT / "docs/assets/illustrations").glob("*.svg")}

    assert {name: size for name, size in sizes.items() if size > 4 * 1024} == {}
