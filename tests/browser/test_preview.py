"""The preview in a browser: open pages follow every change, and what must be fixed is seen and heard."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from local_server import serving
from playwright.sync_api import Browser, Page, expect
from preview import live_site
from preview.http_server import PreviewServer
from preview.live_site import LiveSite, Site

from ideas_hub.problem import Problem
from ideas_hub.site.context import BuildContext, load_context
from ideas_hub.site.preview import Preview
from ideas_hub.site.settings import Settings
from tests.browser.axe import violations

PAGES = 8  # more than the connections that a browser opens to one server
PATIENCE = 5000  # milliseconds for a busy machine; the wait ends as soon as the page is right
MISTAKE = Problem("case_studies/a.md", 4, "region: <b>north</b> is not a region.", rule="reference")
PAGE = "<!doctype html><html lang=en><title>About</title><body><main><h1>{}</h1></main></body></html>"
NOTE_ALERTS = """
window.alerts = [];
new MutationObserver(changes => changes.forEach(change => {
  if (change.target.id === "previewProblems" && change.addedNodes.length) alerts.push(document.readyState);
})).observe(document, {childList: true, subtree: true});
"""


@pytest.fixture(scope="module")
def context(hub_root: Path) -> BuildContext:
    return load_context(
        hub_root, Settings("Mending Wales", strapline="What worked where people mend things", cards=False), cached=False
    )


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own: those of a preview ask for news again and again."""
    with browser.new_context() as context:
        yield context.new_page()


def site(context: BuildContext, words: str) -> Site:
    """Return the small hub's site, with one small page to look at."""
    return Site(Preview(context), {"about/index.html": PAGE.format(words).encode()}, b"")


def test_every_page_that_is_open_follows_a_change_and_a_restart(
    context: BuildContext, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many leave the browser enough connections to load pages with."""
    monkeypatch.setattr(live_site, "HOLD", 1)  # the end of a program would end the tabs' connections at once
    live = LiveSite()
    live.reload(lambda _: site(context, "One"))
    with serving(PreviewServer("127.0.0.1", 0, live)) as server:
        page.set_content(f'<iframe src="{server.url}about/"></iframe>' * PAGES)
        for words in ("Two", "Three"):
            live.reload(lambda _, words=words: site(context, words))  # type: ignore[misc]
            expect_everywhere(page, words)
        port = server.server_port

    again = LiveSite()
    again.reload(lambda _: site(context, "Four"))
    with serving(PreviewServer("127.0.0.1", port, again)) as server:
        expect_everywhere(page, "Four")


def expect_everywhere(page: Page, words: str) -> None:
    for number in range(PAGES):
        heading = page.frame_locator(f"iframe >> nth={number}").locator("h1")
        expect(heading).to_have_text(words, timeout=PATIENCE)


def test_what_must_be_fixed_is_read_out_and_is_accessible(context: BuildContext, page: Page) -> None:
    """The pages' security policy allows the preview's script and style; an alert is read out when it changes."""
    live, messages = LiveSite(), list[str]()
    page.on("console", lambda message: messages.append(message.text))
    page.add_init_script(NOTE_ALERTS)
    live.reload(lambda _: site(replace(context, problems=(MISTAKE,)), "About"))
    with serving(PreviewServer("127.0.0.1", 0, live)) as server:
        page.goto(server.url)
        panel = page.get_by_role("alert")
        expect(panel).to_contain_text("case_studies/a.md:4: region: <b>north</b> is not a region.")
        expect(panel).to_have_css("background-color", "rgb(122, 31, 31)")
        assert "complete" in page.evaluate("alerts")
        assert violations(page) == []

    assert messages == []
