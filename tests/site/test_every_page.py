"""What holds for every page of the site."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site import page_rules
from tests.site.page_reader import PageReader, Pages
from tests.site.page_rules import failing


@pytest.fixture(scope="session")
def full_pages(pages: Pages) -> Pages:
    return page_rules.full_pages(pages)


@pytest.mark.parametrize("rule", page_rules.FULL_PAGE_RULES, ids=lambda rule: rule.__name__)
def test_each_full_page(full_pages: Pages, rule: Callable[[PageReader], bool]) -> None:
    """A title, a heading, a description; a language, a link to the content and headings without gaps for listeners."""
    assert failing(full_pages, rule) == []


@pytest.mark.parametrize("rule", page_rules.PAGE_RULES, ids=lambda rule: rule.__name__)
def test_each_page(pages: Pages, rule: Callable[[PageReader], bool]) -> None:
    """Valid markup, and no style or handler that the security policy would stop."""
    assert failing(pages, rule) == []


def test_no_two_pages_share_a_title(full_pages: Pages) -> None:
    """Where no two entries share one, the lists and the pages of two terms have titles of their own too."""
    titles = [page.all("title")[0].text for page in full_pages.values()]

    assert sorted(title for title in set(titles) if titles.count(title) > 1) == []


def test_each_page_is_marked_as_english(pages: Pages) -> None:
    """The frame of the site is in English, whatever the language of an entry."""
    assert failing(pages, lambda page: page.one("html")["lang"].startswith("en")) == []


def test_each_page_shows_the_way_from_the_home_page(full_pages: Pages) -> None:
    """A breadcrumb stands on every page but the home page."""
    inner = {address: page for address, page in full_pages.items() if address}

    assert failing(inner, lambda page: any("breadcrumb" in nav["aria-label"].lower() for nav in page.all("nav"))) == []


def test_nothing_is_loaded_from_any_other_host(pages: Pages, built_site: Path) -> None:
    """No page asks anybody else for anything."""
    assert page_rules.loaded_from_elsewhere(pages, built_site) == []


def test_the_security_policy_comes_first_and_allows_nothing_inline_but_what_it_names(pages: Pages) -> None:
    """It stands before anything that it governs."""
    for address, page in pages.items():
        policy = page.one("meta", http_equiv="Content-Security-Policy")
        assert "'unsafe-inline'" not in policy["content"], address
        assert "default-src 'none'" in policy["content"], address
        governed = [e for e in page.elements if e.tag in {"script", "style", "link"}]
        assert all(page.elements.index(policy) < page.elements.index(e) for e in governed), address


def test_every_link_leads_to_a_file_and_every_anchor_to_a_place(pages: Pages, built_site: Path) -> None:
    assert page_rules.broken_links(pages, built_site) == []


def test_every_page_can_be_reached_by_links_alone(pages: Pages) -> None:
    """Without JavaScript the lists lead everywhere, but to terms that nothing carries."""
    waiting = {"themes/wood-furniture/", "regions/mid-wales/", "communities/young-newcomers/"}

    assert set(page_rules.out_of_reach(pages)) <= waiting
