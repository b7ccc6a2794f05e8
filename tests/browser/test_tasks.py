"""What people come for, each walked from where they start, with the most steps that it may take.

A step is a click, a key, or typing something once.
"""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open

STUDY = "case-studies/toaster-tuesdays/"
TITLE = "Toaster Tuesdays in Swansea"
PRINTED = "() => { window.printed = 0; window.print = () => { window.printed += 1; }; }"


@dataclass
class Walk:
    """A reader's way through the site. steps: how many it has taken."""

    page: Page
    steps: int = 0

    def click(self, role: str, name: str | re.Pattern[str], within: Locator | None = None) -> None:
        """Click the first control with a role and a name, or a name that begins so."""
        place = self.page.locator("body") if within is None else within
        place.get_by_role(role, name=name).first.click()  # type: ignore[arg-type]
        self.steps += 1

    def menu(self, name: str) -> None:
        self.click("link", name, self.page.get_by_role("navigation", name="Main"))

    def unfold(self, name: str) -> None:
        self.page.locator("summary").filter(has_text=name).first.click()
        self.steps += 1

    def write(self, words: str) -> None:
        self.page.keyboard.type(words)
        self.steps += 1

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.steps += 1

    def tab_to(self, target: Locator) -> None:
        """Press Tab until the focus is on an element."""
        for _ in range(40):
            self.press("Tab")
            if target.evaluate("element => element === document.activeElement"):
                return
        raise AssertionError(f"no Tab leads to {target}")


def test_find_a_story_for_people_like_ours_near_us(open_page: Open) -> None:
    """Older neighbours in Swansea: a search in plain words, and the first case study that it gives."""
    walk = Walk(open_page())
    walk.click("searchbox", "What are you looking for?")
    walk.write("lonely older people swansea")
    walk.press("Enter")
    walk.click("link", TITLE)

    expect(walk.page.locator("h1")).to_have_text(TITLE)
    assert walk.steps <= 4


def test_find_something_for_newcomers_at_a_low_price(open_page: Open) -> None:
    """By ticking, with no word typed."""
    walk = Walk(open_page())
    walk.menu("Find")
    walk.click("checkbox", re.compile("^Newcomers"))
    walk.unfold("What it cost")
    walk.click("checkbox", re.compile("^Under £100"))
    walk.click("link", "Soldering together in Conwy")

    expect(walk.page.locator("h1")).to_have_text("Soldering together in Conwy")
    assert walk.steps <= 5


def test_see_figures_with_what_they_are_based_on(open_page: Open) -> None:
    walk = Walk(open_page())
    walk.menu("Evidence")

    figure = walk.page.get_by_role("main").get_by_role("listitem").filter(has_text="1,312 things")
    expect(figure).to_contain_text("12 repair cafés that kept a tally")
    expect(figure.get_by_role("link", name=re.compile("^Thimble and Spanner"))).to_be_visible()
    assert walk.steps <= 1


def test_share_a_page(open_page: Open) -> None:
    walk = Walk(open_page(STUDY))
    walk.page.evaluate("() => { navigator.clipboard.writeText = async (words) => { window.copied = words; }; }")
    walk.click("button", "Share")
    walk.click("button", "Copy link")

    expect(walk.page.get_by_role("button", name="Link copied")).to_be_visible()
    assert walk.page.evaluate("copied").endswith(STUDY)
    assert walk.steps <= 2


def test_print_two_stories_side_by_side(open_page: Open) -> None:
    walk = Walk(open_page())
    walk.menu("Case studies")
    for title in (TITLE, "A mending van for small places"):
        walk.click("button", f"Save {title}")
    walk.click("link", re.compile("^Saved"))
    expect(walk.page.get_by_role("columnheader", name=TITLE)).to_be_visible()
    walk.page.evaluate(PRINTED)
    walk.click("button", "Print")

    assert walk.page.evaluate("printed") == 1
    assert walk.steps <= 5
    walk.page.emulate_media(media="print")
    expect(walk.page.get_by_role("columnheader", name=re.compile("^Case study"))).to_have_count(2)


def test_do_it_all_without_javascript(open_page: Open) -> None:
    """Find, read, see what did not work, figures, download, contribute and correct: by links alone."""
    walk = Walk(open_page(script=False))
    walk.click("link", "Tools and electrics")
    walk.click("link", TITLE)
    expect(walk.page.get_by_role("heading", name="What did not work")).to_be_visible()
    walk.unfold("how to cite")
    expect(walk.page.get_by_text("@misc")).to_be_visible()
    expect(walk.page.get_by_role("link", name="Tell us")).to_have_attribute("href", re.compile("Toaster%20Tuesdays"))
    for name in ("What did not work", "Evidence", "Contribute"):
        walk.menu(name)
        expect(walk.page.get_by_role("main").get_by_role("heading", level=1)).to_be_visible()

    assert walk.steps <= 6


def test_find_and_open_a_story_by_keyboard(open_page: Open) -> None:
    """Past the menu and the filters by their skip links."""
    walk = Walk(open_page())
    page = walk.page
    walk.press("Tab")
    walk.press("Enter")
    walk.tab_to(page.get_by_role("searchbox").first)
    walk.write("kettle")
    walk.press("Enter")
    result = page.get_by_role("link", name=TITLE)
    expect(result).to_be_visible()
    walk.press("Tab")
    walk.press("Enter")
    walk.tab_to(page.get_by_role("link", name="Skip to results"))
    walk.press("Enter")
    walk.tab_to(result)
    walk.press("Enter")

    expect(page.locator("h1")).to_have_text(TITLE)
    assert walk.steps <= 16


def test_cite_a_page_and_download_its_data(open_page: Open) -> None:
    walk = Walk(open_page(STUDY))
    walk.unfold("how to cite")
    expect(walk.page.get_by_text("Mending Wales (2026). Toaster Tuesdays in Swansea.").first).to_be_visible()
    walk.click("link", re.compile("^data$", re.IGNORECASE), walk.page.get_by_role("contentinfo"))
    with walk.page.expect_download() as download:
        walk.click("link", re.compile(r"^case-studies\.csv"))

    assert download.value.suggested_filename == "case-studies.csv"
    assert walk.steps <= 3


def test_learn_what_did_not_work(open_page: Open) -> None:
    """By topic, with who it was and what they did about it."""
    walk = Walk(open_page())
    walk.menu("What did not work")
    walk.click("link", "Places to meet", walk.page.get_by_role("navigation", name="By topic"))

    found = walk.page.get_by_role("region", name="Places to meet")
    expect(found).to_be_in_viewport()
    expect(found.get_by_role("listitem").filter(has_text="no say in who used its room")).to_contain_text(
        "Their response"
    )
    assert walk.steps <= 2


def test_tell_our_own_story(open_page: Open) -> None:
    """To the form, without an account anywhere."""
    walk = Walk(open_page())
    walk.click("link", "Share your story")

    form = walk.page.get_by_role("main").get_by_role("link", name=re.compile("form", re.IGNORECASE))
    expect(form.first).to_be_visible()
    assert walk.steps <= 1


def test_see_who_worked_in_a_region(open_page: Open) -> None:
    """Its organisations, and the page of each with its partners."""
    walk = Walk(open_page())
    walk.menu("Organisations")
    walk.click("link", "South Wales", walk.page.get_by_role("main"))
    walk.click("link", "Second Slice Society", walk.page.get_by_role("main"))

    expect(walk.page.get_by_role("main")).to_contain_text("Third Drawer Society")
    assert walk.steps <= 3


def test_correct_a_page(open_page: Open) -> None:
    """The page fills in its own title and address for whoever writes."""
    page = open_page(STUDY)

    link = page.get_by_role("link", name="Tell us")
    expect(link).to_be_visible()
    expect(link).to_have_attribute("href", re.compile(r"Toaster%20Tuesdays%20in%20Swansea.*toaster-tuesdays"))
