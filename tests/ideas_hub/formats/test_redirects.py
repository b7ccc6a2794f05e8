"""Pages at old addresses, at short ones and at those of withdrawn entries."""

from dataclasses import replace

import pytest
from jinja2 import Environment

from ideas_hub.formats.redirects import redirect_files, redirects
from ideas_hub.model.hub import Hub
from ideas_hub.model.register import PublishedAddress, Register
from ideas_hub.views.page import Site

REGISTER = Register(
    (
        PublishedAddress(1, "case-studies", "lamp-swap", "withdrawn", 2),
        PublishedAddress(2, "case-studies", "van-on-tour", "case-studies/van-on-tour/", 3),
    )
)


def test_old_and_short_addresses_lead_to_the_page(hub: Hub, site: Site) -> None:
    """Relative to the redirect, so that they work at any address; the canonical one is full."""
    found = {redirect.address: redirect for redirect in redirects(hub, REGISTER, site)}

    assert set(found) == {"case-studies/van-on-tour/", "c/2/", "case-studies/lamp-swap/", "c/1/"}
    assert found["case-studies/van-on-tour/"].link == "../mending-van/"
    assert found["c/2/"].link == "../../case-studies/mending-van/"
    assert found["c/2/"].canonical == "https://hub.example/ideas-hub/case-studies/mending-van/"
    assert found["c/2/"].moved


def test_without_an_address_of_the_site_the_canonical_link_is_relative(hub: Hub, site: Site) -> None:
    """Nothing is invented."""
    found = {redirect.address: redirect for redirect in redirects(hub, REGISTER, replace(site, url=""))}

    assert found["c/2/"].canonical == found["c/2/"].link


@pytest.mark.parametrize(("path", "link"), [("case-studies/lamp-swap/", "../"), ("c/1/", "../../case-studies/")])
def test_a_withdrawn_entry_only_links_to_its_list(
    hub: Hub, site: Site, templates: Environment, path: str, link: str
) -> None:
    """Nothing takes its place."""
    page = dict(redirect_files(hub, REGISTER, site, templates))[f"{path}index.html"].decode()

    assert f'href="{link}"' in page
    assert "See all case studies" in page
    assert "refresh" not in page


def test_a_withdrawn_entry_of_a_kind_without_a_list_links_to_the_finder(hub: Hub, site: Site) -> None:
    """The last programme was taken down, and there is no page of programmes any more."""
    register = Register((PublishedAddress(1, "programmes", "parts-fund", "withdrawn", 2),))
    (*_, page, short) = redirects(replace(hub, programmes={}), register, site)

    assert (page.link, short.link) == ("../../find/", "../../find/")
    assert page.title == "Find what worked"
