"""Pages as people meet them: on a phone and at a desk, light and dark, by keyboard, without JavaScript, on paper."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.axe import CONTRAST, ENLARGED, MISNAMED, SPACED, is_too_wide, violations
from tests.browser.conftest import Open
from tests.conftest import BASE

STUDY = "case-studies/toaster-tuesdays/"
TITLE = "Toaster Tuesdays in Swansea"
ADDRESSES = {
    "home": "",
    "find": "find/",
    "results": "find/?q=kettle&region=south-wales",
    "nothing found": "find/?q=xylophone",
    "case study": "case-studies/mending-van/",
    "tool": "tools/after-the-repair/",
    "case study in Welsh": "case-studies/gwnio-yn-y-bala/",
    "case study with a photo": STUDY,
    "term": "regions/south-wales/",
    "pair": "find/tools-electrics/south-wales/",
    "themes": "themes/",
    "learning points": "learning-points/",
    "what did not work": "what-did-not-work/",
    "learning point": "learning-points/test-before-you-plug-in/",
    "projects": "projects/",
    "project": "projects/wobbly-chair/",
    "organisations": "organisations/",
    "organisation": "organisations/second-slice/",
    "who worked with whom": "organisations/partners/",
    "evidence": "evidence/",
    "figures of a subject": "evidence/things/",
    "programme": "programmes/skills-days/",
    "trails": "trails/",
    "trail": "trails/start-a-repair-cafe/",
    "events": "events/",
    "event": "events/fixers-evening/",
    "glossary": "glossary/",
    "sources": "sources/",
    "data": "data/",
    "clean a photo": "contribute/clean-photo/",
    "review": "contribute/review/",
    "contribute": "contribute/",
    "form on paper": "contribute/form/",
    "write a story": "contribute/write/",
    "shortlist": "shortlist/",
    "prose": "about/",
}
"""One page of each kind."""

IN_THE_DARK = (
    "home",
    "results",
    "nothing found",
    "case study with a photo",
    "evidence",
    "who worked with whom",
    "programme",
    "shortlist",
    "prose",
)
"""Those on which every part of the site is seen; the others have nothing in a colour of their own."""

SMALL_OR_PALE = """[...document.querySelectorAll("body *")].filter(element => {
  const { fontSize, color } = getComputedStyle(element)
  const has_words = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
  const light = Math.max(...color.match(/\\d+/g).slice(0, 3).map(Number)) > 128
  return has_words && element.checkVisibility() && (parseFloat(fontSize) < 13.33 || light)
}).map(element => element.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("name", ADDRESSES)
def test_axe_finds_no_violation_and_nothing_is_cut_off(open_page: Open, name: str) -> None:
    """At 320 pixels, the width of a page enlarged four times, also with text spaced or twice as large.

    In the dark only colours change.
    """
    page = open_page(ADDRESSES[name], width="small", bypass_csp=True)
    if "?" in ADDRESSES[name]:
        expect(page.locator("[data-find-heading]")).not_to_have_text("Results")

    assert violations(page) == []
    assert [style for style in ("", SPACED, ENLARGED) if is_too_wide(page, style)] == []
    if name in IN_THE_DARK:
        page.emulate_media(color_scheme="dark")
        assert violations(page, CONTRAST) == []


@pytest.mark.parametrize("address", ["", "regions/", "projects/"])
@pytest.mark.parametrize("width", ["phone", "desk"])
def test_a_region_on_a_map_is_called_what_it_shows(open_page: Open, address: str, width: str) -> None:
    """Whoever speaks to their device says the words that they see."""
    page = open_page(address, width=width)

    assert page.locator("svg a:visible, .mapTiles a:visible").count() > 0
    assert page.evaluate(MISNAMED) == []


@pytest.mark.parametrize("address", ["", STUDY, "find/", "about/"])
def test_the_first_tab_skips_to_the_content(open_page: Open, address: str) -> None:
    """Someone without a mouse need not pass the menu on every page."""
    page = open_page(address)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")

    expect(skip).to_be_visible()
    assert skip.bounding_box()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('main') !== null || location.hash === '#mainContent'")


def test_a_case_study_can_be_reached_without_javascript(open_page: Open) -> None:
    """From the home page by links alone: theme, then case study."""
    page = open_page(script=False)
    page.get_by_role("link", name="Tools and electrics").first.click()
    page.get_by_role("link", name=TITLE).first.click()

    expect(page.locator("h1")).to_have_text(TITLE)


def test_the_search_box_without_javascript_leads_to_lists_and_says_why(open_page: Open) -> None:
    """The form works as a plain form; its page says what needs JavaScript, and offers every term."""
    page = open_page(script=False)
    page.get_by_role("searchbox").fill("kettle")
    page.keyboard.press("Enter")

    page.wait_for_url("**/find/?q=kettle")
    expect(page.get_by_text("needs JavaScript")).to_be_visible()
    expect(page.get_by_role("link", name="Tools and electrics")).to_be_visible()


@pytest.mark.parametrize("base", [BASE, "/"])
def test_the_site_works_below_a_path_and_at_a_root(open_page: Open, base: str) -> None:
    """Links are relative, so it does not matter where the site lives."""
    page = open_page(base=base)
    page.get_by_role("searchbox").fill("kettle")
    page.keyboard.press("Enter")
    expect(page.locator("[data-find-results] h3").first).to_be_visible()
    page.locator("[data-find-results] h3 a").first.click()

    expect(page.locator("h1")).to_have_text(TITLE)
    assert urlsplit(page.url).path == f"{base}{STUDY}"


def test_a_page_that_was_renamed_leads_on_and_one_taken_down_says_so(open_page: Open) -> None:
    """Old addresses and short ones stay good."""
    page = open_page("case-studies/van-on-tour/", missing=True)  # such a page names no icon, and browsers look for one
    page.wait_for_url("**/case-studies/mending-van/")
    page.goto(page.url.replace("case-studies/mending-van/", "c/8/"))
    page.wait_for_url(f"**/{STUDY}")
    page.goto(page.url.replace(STUDY, "c/2/"))

    expect(page.locator("h1")).to_have_text("This page was taken down")


def test_a_reader_s_choice_of_colours_stays(open_page: Open) -> None:
    """The button changes light to dark, and the next page keeps it."""
    page = open_page()
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="dark").or_(page.get_by_role("button", name="colours")).first.click()
    changed = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(page.url + STUDY)

    assert changed != before
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == changed


def test_with_forced_colours_boxes_have_edges_and_bars_can_be_seen(open_page: Open) -> None:
    """The reader's own colours replace the site's, so nothing may depend on a background alone."""
    page = open_page(STUDY)
    facts, edge = page.locator(".facts").first, "element => getComputedStyle(element).borderBottomWidth"
    assert facts.evaluate(edge) == "0px"
    page.emulate_media(forced_colors="active")

    assert facts.evaluate(edge) == "1px"
    expect(page.locator("#themeSlot")).to_be_hidden()
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    mark = "item => getComputedStyle(item, '::before').backgroundColor"
    assert page.locator(".helped li").first.evaluate(mark) != ground
    page.goto(page.url.replace(STUDY, ADDRESSES["figures of a subject"]))
    styles = page.locator(".bar").evaluate_all("bars => bars.map(getComputedStyle).map(bar => [bar.fill, bar.stroke])")
    assert styles
    assert all({*colours} - {ground, "none"} for colours in styles)


def test_on_paper_a_case_study_keeps_its_facts_and_leaves_the_menu_out(open_page: Open) -> None:
    """What is printed is the story, not the site that it is part of."""
    page = open_page(STUDY)
    page.emulate_media(media="print")

    expect(page.get_by_role("navigation").first).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_text("Things that left mended").first).to_be_visible()


def test_the_printed_sheet_holds_summary_address_and_code_in_letters_to_read(open_page: Open) -> None:
    """Nothing on paper is smaller than 10 points or pale, and whoever holds a sheet finds the page again."""
    page = open_page(STUDY, script=False)
    page.emulate_media(media="print")

    expect(page.locator(".lead")).to_be_visible()
    expect(page.get_by_text(re.compile("^hub.example/ideas-hub/c/"))).to_be_visible()
    expect(page.get_by_role("img", name="QR code")).to_be_visible()
    assert page.get_by_role("img", name="QR code").evaluate("picture => picture.naturalWidth") > 0
    for address in (
        STUDY,
        "evidence/",
        "contribute/form/",
        "tools/after-the-repair/",
        "case-studies/",
        "regions/",
        "shortlist/",
    ):
        page.goto(page.url.replace(urlsplit(page.url).path, BASE + address))
        page.emulate_media(media="print")
        assert page.evaluate(SMALL_OR_PALE) == [], address


def test_on_paper_a_page_says_where_to_write_in_words(open_page: Open) -> None:
    """A link cannot be followed there, so the address of the form is printed, which a screen leaves out."""
    page = open_page(STUDY)
    address = page.locator(".tell .on-paper")
    expect(address).to_be_hidden()
    page.emulate_media(media="print")

    expect(address).to_be_visible()
    assert page.locator(".tell").inner_text().strip() == (
        "Was this page useful? Tell us on our form (https://forms.example/mending-wales), "
        "by e-mail to hello@mending-wales.example or by post to Mending Wales, 1 Example Street, Newtown."
    )


def test_the_form_on_paper_is_questions_with_room_and_nothing_else(open_page: Open) -> None:
    """A list to a screen reader, on a screen as on paper; without JavaScript."""
    page = open_page("contribute/form/", script=False)
    page.emulate_media(media="print")

    expect(page.get_by_role("navigation").first).to_be_hidden()
    expect(page.get_by_role("contentinfo")).to_be_hidden()
    expect(page.locator("main").get_by_text("1 Example Street")).to_be_visible()
    questions = page.locator(".questions > li")
    headings = questions.get_by_role("heading")
    assert questions.count() == headings.count() > 20
    rooms = page.locator(".room").evaluate_all("rooms => rooms.map(room => room.getBoundingClientRect().height)")
    assert min(rooms) > 28  # eight millimetres: a line by hand
    expect(page.locator(".boxes").get_by_text("North Wales")).to_be_visible()


def test_a_tool_on_paper_is_what_people_read_and_fill_in_and_whose_it_is(open_page: Open) -> None:
    """What to mind, how to use it and the site around it are for whoever prints it."""
    page = open_page("tools/after-the-repair/", script=False)
    expect(page.get_by_text("Count before you say")).to_be_visible()
    page.emulate_media(media="print")

    shown = page.locator("body").inner_text()
    assert re.sub(r"\s+", " ", shown).startswith(
        "Three questions after the repair Before you start You may leave out any question. "
        "Please do not write your name. The questions The repair How did the repair go? Tick one. It works again"
    )
    assert shown.split("Another way")[1].strip().startswith("Mending Wales (2026). Three questions after the repair.")
    assert len(shown) < 700  # nothing else


@pytest.mark.parametrize("address", ["learning-points/", "contribute/"])
def test_the_menu_is_one_line_wherever_it_is_not_behind_a_button(open_page: Open, address: str) -> None:
    """Also while the page that is open stands out in it."""
    page = open_page(address)
    page.set_viewport_size({"width": 864, "height": 800})
    shown = "[...document.querySelectorAll('.menu-wide a')].filter(link => link.checkVisibility())"
    tops = f"{shown}.map(link => link.getBoundingClientRect().top)"

    assert len(set(page.evaluate(tops))) == 1


@pytest.mark.parametrize("width", ["small", "phone"])
def test_no_word_of_a_table_is_broken_on_a_phone(open_page: Open, width: str) -> None:
    """It would be "Novembe" on one line and "r" on the next."""
    page = open_page(ADDRESSES["review"], width=width)
    broken = """[...document.querySelectorAll('td')].flatMap(cell => {
      const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), found = [];
      while (text.nextNode()) for (const word of text.currentNode.data.matchAll(/\\S+/g)) {
        const range = document.createRange();
        range.setStart(text.currentNode, word.index);
        range.setEnd(text.currentNode, word.index + word[0].length);
        if (range.getClientRects().length > 1) found.push(word[0]);
      }
      return found;
    })"""

    assert page.evaluate(broken) == []


def test_a_zero_has_no_slash(open_page: Open) -> None:
    """Its middle is empty, its side is not, in every weight, upright and italic: "1,000" is read at a glance."""
    page = open_page("about/")
    ink = """async style => {
      await document.fonts.load(`${style} "Atkinson Hyperlegible Next"`, "0")
      const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
      pen.font = `${style} "Atkinson Hyperlegible Next"`
      const { width, actualBoundingBoxAscent } = pen.measureText("0")
      pen.fillText("0", 0, 140)
      const line = pen.getImageData(0, 140 - actualBoundingBoxAscent / 2, width, 1).data
      const middle = 4 * Math.round(width / 2) + 3
      return [line[middle], line.includes(255)]
    }"""
    styles = ("400 100px", "700 100px", "italic 400 100px", "italic 700 100px")

    assert {style: page.evaluate(ink, style) for style in styles} == {style: [0, True] for style in styles}


@pytest.mark.parametrize("shape", [(2400, 1200), (1200, 2400), (120, 90), (2400, 300)])
@pytest.mark.parametrize("width", ["small", "desk"])
def test_a_photo_of_any_shape_fits_and_keeps_its_shape(open_page: Open, width: str, shape: tuple[int, int]) -> None:
    """Landscape, portrait, tiny, a strip: no wider than the text, seen whole at once, never enlarged; on paper too."""
    page = open_page(STUDY, width=width, bypass_csp=True)
    page.evaluate(
        """async ([width, height]) => {
          const image = document.querySelector(".photo img")
          image.closest("picture").querySelectorAll("source").forEach(source => source.remove())
          const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`
          Object.assign(image, { width, height, src: "data:image/svg+xml," + encodeURIComponent(drawing) })
          await image.decode()
        }""",
        shape,
    )
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        box = page.locator(".photo img").bounding_box()
        room = page.locator(".photo").bounding_box()
        assert box
        assert room
        assert box["width"] <= min(room["width"], shape[0]) + 1
        assert box["height"] <= page.viewport_size["height"] if page.viewport_size else False
        assert box["width"] / box["height"] == pytest.approx(shape[0] / shape[1], rel=0.03)
        assert not is_too_wide(page)
