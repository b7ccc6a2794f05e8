"""Sharing a page: a link to copy, a message to send, the device's own list, paper."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

STUDY = "case-studies/toaster-tuesdays/"
NOTED = "() => { window.noted = []; navigator.clipboard.writeText = async (words) => { noted.push(words); }; }"
REFUSED = """() => {
  navigator.clipboard.writeText = async () => { throw Error(); };
  prompt = (_, words) => { window.shown = words; };
}"""


def opened(page: Page) -> Page:
    page.get_by_role("button", name="Share", exact=True).click()
    expect(page.locator("#sharing")).to_be_visible()
    return page


def test_a_link_is_copied_without_what_a_search_added_and_the_reader_is_told(open_page: Open) -> None:
    page = open_page(f"{STUDY}?utm_source=letter")
    page.evaluate(NOTED)

    opened(page).get_by_role("button", name="Copy link").click()

    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("Link copied")
    (copied,) = page.evaluate("noted")
    assert copied.endswith(STUDY)


def test_where_the_clipboard_is_refused_the_link_is_shown_to_copy(open_page: Open) -> None:
    page = open_page(STUDY)
    page.evaluate(REFUSED)

    opened(page).get_by_role("button", name="Copy link").click()

    assert page.evaluate("shown").endswith(STUDY)
    expect(page.get_by_role("button", name="Link copied")).to_have_count(0)


def test_a_message_by_email_or_whatsapp_starts_with_the_short_link(open_page: Open) -> None:
    """Plain links, which ask nobody for anything until they are followed."""
    page = opened(open_page(STUDY))

    expect(page.get_by_role("link", name="Email")).to_have_attribute("href", re.compile(r"^mailto:\?subject=Toaster"))
    whatsapp = page.get_by_role("link", name="WhatsApp")
    expect(whatsapp).to_have_attribute("href", re.compile(r"^https://wa\.me/\?text=Toaster"))


def test_the_menu_works_by_keyboard_and_escape_brings_the_reader_back(open_page: Open) -> None:
    page = open_page(STUDY)
    button = page.get_by_role("button", name="Share", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#sharing")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy link")).to_be_focused()
    page.keyboard.press("Escape")

    expect(page.locator("#sharing")).to_be_hidden()
    expect(button).to_be_focused()


def test_without_a_script_the_menu_opens_and_has_the_links(open_page: Open) -> None:
    page = opened(open_page(STUDY, java_script_enabled=False))

    expect(page.get_by_role("link", name="Email")).to_be_visible()
    expect(page.get_by_role("button", name="Copy link")).to_have_count(0)


def test_the_page_is_printed_from_the_menu_which_is_closed_first(open_page: Open) -> None:
    page = opened(open_page(STUDY))
    page.evaluate("window.print = () => { window.printed = !document.querySelector('#sharing:popover-open'); }")

    page.get_by_role("button", name="Print").click()

    assert page.evaluate("printed") is True
