"""A trail's plan: kept on the device, deleted, printed; a sheet to fill in by hand where there is no script."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import CONTRAST, is_too_wide, violations
from tests.browser.conftest import Open
from tests.browser.test_shortlist import BLOCKED

TRAIL = "trails/start-a-repair-cafe/"
FIRST = "Find people who can mend"
SUMMARY = "Write your plan here"


def date_of(page: Page, step: str = FIRST) -> Locator:
    return page.get_by_label(f"By: {step}")


def notes_of(page: Page, step: str = FIRST) -> Locator:
    return page.get_by_label(f"Who, and notes: {step}")


def plan(page: Page) -> None:
    """Open the plan and fill in its first step."""
    page.get_by_text(SUMMARY).click()
    date_of(page).fill("2027-01-12")
    notes_of(page).fill("Gwen, at the library")
    page.get_by_label(f"Done: {FIRST}").check()


def test_a_plan_is_kept_on_the_device_and_nowhere_else(open_page: Open) -> None:
    """The next visit finds it open, as it was; no address and no cookie has it."""
    page = open_page(TRAIL)
    plan(page)
    address = page.url
    page.reload()

    expect(date_of(page)).to_have_value("2027-01-12")
    expect(notes_of(page)).to_have_value("Gwen, at the library")
    expect(page.get_by_label(f"Done: {FIRST}")).to_be_checked()
    expect(date_of(page, "Open the door")).to_have_value("")
    assert page.url == address
    assert page.context.cookies() == []


def test_delete_my_plan_leaves_nothing_and_can_be_undone(open_page: Open) -> None:
    page = open_page(TRAIL)
    plan(page)
    page.get_by_role("button", name="Delete my plan").click()
    expect(notes_of(page)).to_have_value("")
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('plan'))") == []
    page.get_by_role("button", name="Undo").click()

    expect(notes_of(page)).to_have_value("Gwen, at the library")
    expect(page.locator("[data-plan] [role=status]")).to_have_text("Your plan is back.")


def test_where_storage_is_blocked_a_plan_can_be_written_and_printed(open_page: Open) -> None:
    """The page says that it will not last."""
    page = open_page(fresh=True)
    page.add_init_script(BLOCKED)
    page.goto(page.url + TRAIL)
    plan(page)

    expect(page.locator("[data-plan-about]")).to_contain_text("Print your plan before you leave")
    page.emulate_media(media="print")
    expect(page.get_by_text("12 January 2027")).to_be_visible()


def test_on_paper_are_the_steps_in_short_and_the_plan_with_its_dates(open_page: Open) -> None:
    """Without what each step rests on, and on two sheets at most."""
    page = open_page(TRAIL)
    plan(page)
    page.emulate_media(media="print")

    first = page.locator("[data-step]").first
    expect(page.get_by_text("Ask in the library and at the market.")).to_be_visible()
    expect(first).to_contain_text("By: 12 January 2027")
    expect(first).to_contain_text("Who: Gwen, at the library")
    expect(page.locator("[data-plan] input:visible")).to_have_count(0)
    expect(page.get_by_text("A greeter by the door")).to_be_hidden()
    assert page.pdf(format="A4").count(b"/Type /Page\n") in {1, 2}


def test_without_a_script_the_plan_is_a_sheet_to_print_and_fill_in(open_page: Open) -> None:
    """Each step has a box to tick, and lines for a date and for who does it; what it rests on can be opened."""
    page = open_page(TRAIL, script=False)
    expect(page.get_by_text("Print this page.")).to_be_visible()
    page.get_by_text("What this is based on").first.click()
    expect(page.get_by_role("link", name="Keep enough fixers to go round")).to_be_visible()
    page.emulate_media(media="print")

    assert page.locator("[data-step] .line").all_inner_texts() == ["By:\nWho:"] * 2
    expect(page.locator("[data-step] .tick:visible")).to_have_count(2)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_plan_that_is_open_is_accessible(open_page: Open, scheme: str) -> None:
    page = open_page(TRAIL, width="small", scheme=scheme, bypass_csp=True)
    plan(page)

    assert violations(page, *([CONTRAST] if scheme == "dark" else [])) == []
    assert not is_too_wide(page)
