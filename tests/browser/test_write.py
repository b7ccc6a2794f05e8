"""A story written on the page: step by step, kept on the device, made into a file that the hub takes."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from ideas_hub.checks.run import check_text
from tests.browser.axe import CONTRAST, is_too_wide, violations
from tests.browser.conftest import Open
from tests.browser.test_shortlist import BLOCKED
from tests.conftest import BASE

WRITE = "contribute/write/"
TITLE = "A title for your story"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
WITHOUT_LOOKBEHIND = """window.RegExp = new Proxy(RegExp, {construct(made, [source, flags], kind) {
  if (/\\(\\?<[=!]/.test(source)) throw new SyntaxError("Invalid group");
  return Reflect.construct(made, [source, flags], kind);
}})"""
"""A browser from before 2023."""
RECEIVED = "---\ntitle: A walk\n---\n\nWe utilise maps.\n\n<script>alert(1)</script>\n"
CASE_STUDY = """---
title: Tea
organisation: Trwsio Ynghyd
themes: [mending-cloths]
allow_contact: [{item: 01632 960123, why: The public number of our office}]
---

Ring our office on 01632 960123.
"""
MOST_BYTES = 90_000
LONG_SENTENCE = (
    "We met in the hall each week and we drank tea and then we mended the lamps that people had brought from home "
    "and we talked about what we could do next and who would come and how we would pay for it and then we went home."
)
HOSTILE = "<img src=x onerror=\"document.title='owned'\"><script>alert(1)</script>"


def on(page: Page) -> None:
    before = page.title()
    page.get_by_role("button", name="Next").click()
    expect(page).not_to_have_title(before)  # the last step has no such button, and shows a moment later


def to_the_end(page: Page) -> None:
    while page.get_by_role("button", name="Next").is_visible():
        on(page)


def answer_what_is_needed(page: Page) -> None:
    """Answer the seven questions that are needed, as a person would from the first step on."""
    page.get_by_label(TITLE).fill("Mending together in Llan")
    page.get_by_label("Your story in one or two sentences").fill("Neighbours met each week and mended 40 toasters.")
    on(page)
    page.get_by_label("Your group or organisation").fill("Trwsio Ynghyd")
    page.get_by_label("Where was it?").fill("Llan")
    page.get_by_label("North Wales").check()
    on(page)
    page.get_by_role("group", name="What did people do?").get_by_role("checkbox").first.check()
    page.get_by_role("group", name="Who was it for?").get_by_role("checkbox").first.check()
    on(page)
    page.get_by_label("What did you do?").fill("We met on Mondays.\n- a lamp\n- a radio")
    to_the_end(page)


def test_a_story_becomes_a_file_in_which_nothing_must_be_fixed(open_page: Open, tmp_path: Path) -> None:
    page = open_page(WRITE, width="phone")
    answer_what_is_needed(page)

    expect(page.get_by_role("group", name="Before you send it")).to_be_hidden()
    with page.expect_download() as saving:
        page.get_by_role("link", name="Save as a file").click()
    saving.value.save_as(tmp_path / "story.md")
    text = (tmp_path / "story.md").read_bytes()
    problems = check_text("case_studies/mending-together-in-llan.md", text, frozenset()).problems

    assert saving.value.suggested_filename == "mending-together-in-llan.md"
    assert text.decode() == page.get_by_label("This is what you send.").input_value()
    assert [str(one) for one in problems if one.severity == "must fix"] == []


def test_what_is_missing_is_named_with_a_link_to_its_question(open_page: Open) -> None:
    page = open_page(WRITE)
    to_the_end(page)
    summary = page.get_by_role("group", name="Before you send it")

    expect(summary.get_by_role("listitem")).to_have_count(8)
    summary.get_by_role("link", name="Where was it?").click()

    expect(page.get_by_label("Where was it?")).to_be_focused()
    expect(page.get_by_label("Where was it?")).to_have_accessible_description(
        "The town, district or county. Please give no address and no postcode. 120 letters at most. This one is needed."
    )


def test_a_text_that_is_too_long_is_named_beside_its_question(open_page: Open) -> None:
    page = open_page(WRITE)
    page.get_by_label(TITLE).fill("a" * 121)
    on(page)
    page.go_back()

    expect(page.get_by_text("It has 121 letters; the most is 120. Take out 1 or more.")).to_be_visible()
    page.get_by_label(TITLE).fill("a" * 120)
    expect(page.get_by_text("the most is 120. Take out")).to_be_hidden()


def test_back_and_reload_lose_nothing(open_page: Open) -> None:
    page = open_page(WRITE)
    page.get_by_label(TITLE).fill("Mending")
    on(page)
    page.get_by_label("Where was it?").fill("Llan")
    page.get_by_label("North Wales").check()
    page.go_back()
    expect(page.get_by_label(TITLE)).to_have_value("Mending")
    page.go_forward()
    page.reload()

    expect(page.get_by_label("Where was it?")).to_have_value("Llan")
    expect(page.get_by_label("North Wales")).to_be_checked()


def test_two_tabs_keep_what_is_written_in_either(open_page: Open) -> None:
    page = open_page(WRITE)
    other = page.context.new_page()
    other.goto(page.url)
    page.get_by_label(TITLE).fill("Mending")
    other.get_by_label("Your story in one or two sentences").fill("We mended.")

    expect(other.get_by_label(TITLE)).to_have_value("Mending")
    expect(page.get_by_label("Your story in one or two sentences")).to_have_value("We mended.")
    other.close()


@pytest.mark.parametrize("script", [BLOCKED, FULL], ids=["blocked", "full"])
def test_where_nothing_can_be_kept_the_page_says_so_and_works(open_page: Open, script: str) -> None:
    page = open_page("about/", fresh=True)
    page.add_init_script(script)
    page.goto(page.url.replace("about/", WRITE))
    page.get_by_label(TITLE).fill("Mending")
    on(page)
    page.get_by_role("button", name="Back").click()

    expect(page.get_by_text("Your browser does not let this page save anything.")).to_be_visible()
    expect(page.get_by_label(TITLE)).to_have_value("Mending")


@pytest.mark.parametrize(
    "kept", ["5", '"words"', "[1]", "not JSON", '{"title": {"a": 1}, "worked": null, "region": 5}']
)
def test_what_something_else_left_on_the_device_breaks_nothing(open_page: Open, kept: str) -> None:
    page = open_page("about/")
    page.evaluate("([path, kept]) => localStorage.setItem(`write:${path}`, kept)", [f"{BASE}{WRITE}", kept])
    page = open_page(WRITE)
    expect(page.get_by_label(TITLE)).to_have_value("")
    page.get_by_label(TITLE).fill("Mending")
    page.reload()

    expect(page.get_by_label(TITLE)).to_have_value("Mending")


def test_a_draft_is_deleted_and_brought_back(open_page: Open) -> None:
    page = open_page(WRITE)
    page.get_by_label(TITLE).fill("Mending")
    page.get_by_role("button", name="Delete my draft").click()
    expect(page.get_by_label(TITLE)).to_have_value("")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('write:'))") == []

    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label(TITLE)).to_have_value("Mending")


def test_a_hostile_answer_is_text_and_goes_nowhere(open_page: Open) -> None:
    page = open_page(WRITE)
    for field in page.get_by_role("textbox").all():
        field.fill(HOSTILE)
    before = page.url
    to_the_end(page)

    assert HOSTILE in page.evaluate("Object.values(localStorage).map(JSON.parse).map(Object.values).join()")
    assert page.locator("main img[src=x], main script").count() == 0
    assert "owned" not in page.title()
    assert page.url.split("#")[0] == before


def test_the_one_next_thing_to_add_is_what_readers_look_for_most(open_page: Open) -> None:
    page = open_page(WRITE)
    to_the_end(page)
    expect(page.get_by_text("One thing you could add:")).to_contain_text("What did not work?")
    page.get_by_text("One thing you could add:").get_by_role("link").click()
    page.keyboard.type("The hall was cold.")
    to_the_end(page)

    expect(page.get_by_text("One thing you could add:")).not_to_contain_text("What did not work?")


def test_without_a_script_it_is_a_form_to_print(open_page: Open) -> None:
    page = open_page(WRITE, script=False)

    expect(page.locator("noscript p")).to_be_visible()
    expect(page.get_by_label("What did you do?")).to_be_visible()
    expect(page.locator("[data-write] button:visible")).to_have_count(0)


def test_every_step_is_printed_with_what_was_typed_and_no_buttons(open_page: Open) -> None:
    page = open_page(WRITE)
    page.get_by_label(TITLE).fill("Mending")
    to_the_end(page)
    page.emulate_media(media="print")

    expect(page.locator("[data-question=title] .typed")).to_have_text("Mending")
    expect(page.locator("[data-question=title] .typed")).to_be_visible()
    expect(page.get_by_label("What did you do?")).to_be_visible()
    expect(page.locator("[data-write] button:visible")).to_have_count(0)
    expect(page.get_by_role("heading", name="Ways to send it")).to_be_visible()


@pytest.mark.parametrize("width", ["small", "desk"])
def test_a_box_grows_with_its_answer_and_is_as_large_when_one_comes_back(open_page: Open, width: str) -> None:
    page = open_page(f"{WRITE}#what-they-did", width=width)
    story = page.get_by_label("What did you do?")
    fits = "box => box.scrollHeight <= box.clientHeight"
    story.fill("We met, and mended. " * 60)
    assert story.evaluate(fits)
    page.reload()

    expect(story).to_have_value("We met, and mended. " * 60)
    assert story.evaluate(fits)


def test_a_printed_answer_is_whole_however_long_it_is(open_page: Open) -> None:
    """A box is cut at its edge, or at the end of a sheet; words that stand for it are not."""
    page = open_page(f"{WRITE}#what-they-did")
    story = page.get_by_label("What did you do?")
    story.fill("We met, and mended. " * 200)
    page.emulate_media(media="print")

    expect(page.locator("[data-question=what-they-did] .typed")).to_have_text("We met, and mended. " * 200)
    expect(page.locator("[data-question=what-they-did] .typed")).to_be_visible()
    expect(story).to_be_hidden()
    expect(page.get_by_label("What changed?")).to_be_visible()  # room to write by hand


def test_without_a_script_a_box_grows_to_print_what_is_in_it(open_page: Open) -> None:
    page = open_page(WRITE, script=False)
    story = page.get_by_label("What did you do?")
    story.fill("We met, and mended.\n" * 60)
    page.emulate_media(media="print")
    height = {box["height"] for box in [story.bounding_box()] if box}.pop()

    assert height > 60 * 16


def test_a_choice_is_found_by_another_word_for_it_and_shown_by_its_own(open_page: Open) -> None:
    page = open_page(f"{WRITE}#themes")
    page.get_by_label("toaster").check()
    expect(page.get_by_label("Tools and electrics")).to_be_checked()
    to_the_end(page)
    page.get_by_role("button", name="See your page").click()

    expect(page.get_by_role("dialog", name="Your page").get_by_text("Tools and electrics", exact=True)).to_be_visible()
    page.keyboard.press("Escape")


@pytest.mark.parametrize("script", [True, False])
def test_how_others_answered_is_shown_with_links_to_their_stories(open_page: Open, *, script: bool) -> None:
    page = open_page(f"{WRITE}#could-we-do-this-people", script=script, width="small")
    question = page.locator("[data-question=could-we-do-this-people]")
    question.get_by_text("How others answered").click()

    expect(question.get_by_role("listitem").first).to_have_text(
        "One person who knows clocks. A club for stopped clocks in Barry"
    )
    assert not is_too_wide(page)
    question.get_by_role("link", name="A club for stopped clocks in Barry").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A club for stopped clocks in Barry")


def test_each_step_and_its_mistakes_can_be_used_by_everybody(open_page: Open) -> None:
    """At 320 px, with the mistakes of each question shown."""
    page = open_page(WRITE, width="small")
    to_the_end(page)
    found = [violations(page)]
    while page.get_by_role("button", name="Back").is_visible():
        page.get_by_role("button", name="Back").click()
        found.append(violations(page))
        assert not is_too_wide(page)

    assert [one for one in found if one] == []


def test_the_last_step_can_be_read_in_the_dark(open_page: Open) -> None:
    page = open_page(WRITE, width="small", scheme="dark")
    to_the_end(page)

    assert violations(page, CONTRAST) == []


def test_a_telephone_number_is_named_beside_the_answer_soon_after_it_is_typed(open_page: Open) -> None:
    page = open_page(f"{WRITE}#what-they-did", width="phone")
    story = page.get_by_label("What did you do?")
    story.press_sequentially("Ring Sam on 01632 960123 and come along.")

    expect(story).to_have_accessible_description(re.compile("There is a telephone number here: 01…23. Delete it"))
    expect(story).to_have_attribute("aria-invalid", "true")
    story.fill("Ask at the library and come along.")
    expect(story).not_to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("There is a telephone number")).to_have_count(0)


def test_an_answer_without_words_is_named_at_once(open_page: Open) -> None:
    """Rules across the page and what nobody sees make no text."""
    page = open_page(f"{WRITE}#what-they-did")
    story, change = page.get_by_label("What did you do?"), page.get_by_label("What changed?")
    story.fill("***\n\u200b")
    expect(story).to_have_accessible_description(re.compile("This one is needed"))
    change.fill("---")

    expect(change).to_have_accessible_description(re.compile("There are no words in it"))
    expect(change).not_to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize(
    ("words", "found"),
    [("Write to sam@gmail.com about it.", "an e-mail address"), ("Ring 01632\n960123", "a telephone number")],
)
def test_personal_details_in_a_note_to_the_editor_are_named_too(open_page: Open, words: str, found: str) -> None:
    """Also over two rows: a note stands in one row of the file."""
    page = open_page(WRITE)
    note = page.locator("[data-shape='note'] textarea").first
    page.goto(f"{page.url}#{note.get_attribute('id')}")
    note.fill(words)

    expect(note).to_have_accessible_description(re.compile(f"There is {found} here"))


def test_dates_in_the_wrong_order_are_named_beside_the_first(open_page: Open) -> None:
    page = open_page(f"{WRITE}#period-start")
    page.locator("#period-start").fill("2025")
    page.locator("#period-end").fill("2024")
    to_the_end(page)

    expect(page.get_by_role("group", name="Before you send it")).to_contain_text("It ends before it starts")


def test_a_postcode_that_only_the_name_of_the_file_has_is_named_beside_the_title(open_page: Open) -> None:
    page = open_page(WRITE)
    page.get_by_label(TITLE).fill("Mending at CF10/1AA")

    expect(page.get_by_label(TITLE)).to_have_accessible_description(re.compile("postcode"))


def test_an_old_browser_says_what_it_cannot_check(open_page: Open, tmp_path: Path) -> None:
    page = open_page("about/", fresh=True)
    page.add_init_script(WITHOUT_LOOKBEHIND)
    page.goto(page.url.replace("about/", WRITE))
    page.get_by_label(TITLE).fill("Ring 01632 960123")
    to_the_end(page)
    expect(page.locator("[data-write-later]")).to_contain_text("Some checks do not work in your browser.")
    (tmp_path / "walk.md").write_text("Ring 01632 960123.", "utf-8")
    page.get_by_text("Open a file, or change a page of this website").click()
    page.get_by_label("Choose a file that ends in .md").set_input_files(tmp_path / "walk.md")

    expect(page.locator("[data-desk-later]")).to_contain_text("Some checks do not work in your browser.")


def test_what_could_be_clearer_holds_nobody_up(open_page: Open) -> None:
    page = open_page(WRITE)
    answer_what_is_needed(page)
    page.goto(f"{page.url.partition('#')[0]}#what-they-did")
    story = page.get_by_label("What did you do?")
    story.fill(LONG_SENTENCE)

    expect(story).to_have_accessible_description(re.compile("A sentence has 48 words.*Make two or more of it"))
    expect(story).not_to_have_attribute("aria-invalid", "true")
    to_the_end(page)
    expect(page.get_by_role("group", name="Before you send it")).to_be_hidden()
    page.get_by_text("What could be clearer").click()
    expect(page.get_by_role("link", name="What did you do?")).to_be_visible()


def test_a_story_is_shown_as_the_page_that_the_build_makes_of_it(open_page: Open) -> None:
    """The small hub's own case study is typed in, and looks as on its page."""
    page = open_page(WRITE)
    answer_what_is_needed(page)
    page.get_by_role("button", name="See your page").click()
    shown = page.get_by_role("dialog", name="Your page")

    expect(shown.get_by_role("heading", level=1)).to_have_text("Mending together in Llan")
    assert shown.get_by_role("listitem").all_text_contents() == ["a lamp", "a radio"]
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="See your page")).to_be_focused()


def test_hostile_words_stay_words_on_the_page_that_is_shown(open_page: Open) -> None:
    page = open_page(WRITE)
    before = page.title()
    while True:
        for box in page.locator(
            "[data-step]:not([hidden]) textarea:not([readonly]), [data-step]:not([hidden]) input[type=text]"
        ).all():
            box.fill(HOSTILE)
        if not page.get_by_role("button", name="Next").is_visible():
            break
        on(page)
    page.get_by_role("button", name="See your page").click()
    shown = page.get_by_role("dialog", name="Your page")

    expect(shown.get_by_role("heading", level=1)).to_have_text(HOSTILE)
    assert shown.locator("img, script").count() == 0
    assert "owned" not in page.title() + before


def test_a_change_to_a_page_is_checked_and_listed(open_page: Open) -> None:
    page = open_page("case-studies/clock-club/")
    page.get_by_role("link", name="Suggest a change").click()
    text = page.get_by_label("clock-club.md")
    expect(text).to_have_value(re.compile("^# "))
    expect(page.get_by_role("heading", name="The checks found nothing.")).to_be_visible()
    before = text.input_value()
    text.fill(f"{before}Ring Sam on 01632 960123.")

    expect(page.locator("[data-desk-problems] li")).to_have_text(
        re.compile(r"telephone number here: 01…23\. Delete it\.$")
    )
    expect(page.locator("ins")).to_have_text("+ Ring Sam on 01632 960123.")
    page.get_by_role("button", name="Line").click()
    assert page.evaluate("getSelection().toString()") == "Ring Sam on 01632 960123."
    assert violations(page) == []


def test_what_was_not_loaded_is_asked_for_again(open_page: Open) -> None:
    page = open_page(WRITE, missing=True)
    page.route("**/read-markdown.*", lambda route: route.fulfill(status=404))
    page.get_by_text("Open a file, or change a page of this website").click()
    expect(page.get_by_text("This part could not be loaded.")).to_be_visible()
    page.unroute("**/read-markdown.*")
    page.get_by_text("Open a file, or change a page of this website").click()
    page.get_by_text("Open a file, or change a page of this website").click()

    expect(page.get_by_text("This part could not be loaded.")).to_have_count(0)


def test_a_received_file_is_opened_changed_and_saved(open_page: Open, tmp_path: Path) -> None:
    page = open_page(WRITE)
    (tmp_path / "walk.md").write_text(RECEIVED, "utf-8")
    page.get_by_text("Open a file, or change a page of this website").click()
    page.get_by_label("Choose a file that ends in .md").set_input_files(tmp_path / "walk.md")

    expect(page.get_by_text('"utilise" could be plainer. Try: use.')).to_be_visible()
    page.get_by_role("button", name="See the text as a page").click()
    shown = page.get_by_role("dialog", name="The text as a page")
    expect(shown.get_by_text("<script>alert(1)</script>")).to_be_visible()
    assert shown.locator("script").count() == 0
    page.keyboard.press("Escape")
    page.get_by_label("walk.md").fill("---\ntitle: A walk\n---\n\nWe use maps.\n")
    expect(page.get_by_text("could be plainer")).to_have_count(0)
    with page.expect_download() as saving:
        page.locator("[data-desk-save]").click()

    assert saving.value.suggested_filename == "walk.md"
    assert saving.value.path().read_text("utf-8") == "---\ntitle: A walk\n---\n\nWe use maps.\n"


def test_a_link_in_a_text_that_is_shown_leads_nowhere_so_that_no_change_is_lost(
    open_page: Open, tmp_path: Path
) -> None:
    page = open_page(WRITE)
    (tmp_path / "walk.md").write_text("[Our map](https://repair.example/map)", "utf-8")
    page.get_by_text("Open a file, or change a page of this website").click()
    page.get_by_label("Choose a file that ends in .md").set_input_files(tmp_path / "walk.md")
    page.get_by_role("button", name="See the text as a page").click()
    before = page.url
    page.get_by_role("link", name="Our map").click()

    expect(page.get_by_role("dialog", name="The text as a page")).to_be_visible()
    assert page.url == before


def test_a_page_that_is_shown_never_scrolls_sideways(open_page: Open, tmp_path: Path) -> None:
    """At 320 px, with an address as long as they come, and a table of several columns."""
    page = open_page(WRITE, width="small")
    address = f"https://repair.example/{'a' * 200}"
    page.goto(f"{page.url}#worked")
    page.locator("#worked").fill(address)
    to_the_end(page)
    page.get_by_role("button", name="See your page").click()
    too_wide = "([name]) => (shown => shown.scrollWidth > shown.clientWidth)(document.querySelector(name))"
    assert not page.evaluate(too_wide, ["[data-write-preview]"])
    page.keyboard.press("Escape")
    (tmp_path / "walk.md").write_text(f"| One | Two |\n| --- | --- |\n| {address} | {address} |\n", "utf-8")
    page.get_by_text("Open a file, or change a page of this website").click()
    page.get_by_label("Choose a file that ends in .md").set_input_files(tmp_path / "walk.md")
    page.get_by_role("button", name="See the text as a page").click()
    expect(page.get_by_role("table")).to_be_visible()

    assert not page.evaluate(too_wide, ["[data-desk-preview]"])


def test_a_text_that_is_nested_too_deeply_to_be_shown_is_named(open_page: Open, tmp_path: Path) -> None:
    page = open_page(WRITE)
    (tmp_path / "walk.md").write_text(f"{'> ' * 40}Deep", "utf-8")
    page.get_by_text("Open a file, or change a page of this website").click()
    page.get_by_label("Choose a file that ends in .md").set_input_files(tmp_path / "walk.md")

    expect(page.locator("[data-desk-problems]")).to_contain_text("nested too deeply")


def test_every_row_of_a_very_long_text_may_change(open_page: Open) -> None:
    """A table of all pairs of rows would take 800 MB."""
    page = open_page(f"{WRITE}?change=case-studies/clock-club/")
    expect(page.get_by_label("clock-club.md")).to_be_visible()
    count = page.evaluate("""() => {
      const rows = Array.from({length: 20000}, (_, row) => `row ${row}`);
      const [before, after] = ["", "!"].map((end) => ["same", ...rows.map((row) => row + end), "end"].join("\\n"));
      const signs = ideasHub.differenceOf(before, after).map(([sign]) => sign);
      return ["-", "+", " "].map((one) => signs.filter((sign) => sign === one).length);
    }""")

    assert count == [20000, 20000, 2]


def test_the_page_weighs_little_until_somebody_looks_at_a_page_or_opens_a_file(open_page: Open) -> None:
    """What a phone loads, compressed as GitHub Pages does; the limit is that of the page."""
    page = open_page(WRITE, width="phone")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    bodies = [(address, page.request.get(address).body()) for address in (page.url, *loaded)]
    sizes = [len(body if address.endswith(".woff2") else gzip.compress(body, 9)) for address, body in bodies]

    assert not any("read-markdown" in address for address in loaded)
    assert any("write-story" in address for address in loaded)
    assert sum(sizes) <= MOST_BYTES


def test_the_facts_of_a_received_case_study_are_checked_with_their_rows(open_page: Open, tmp_path: Path) -> None:
    page = open_page(f"{WRITE}?change=#file")
    (tmp_path / "tea.md").write_text(CASE_STUDY, "utf-8")
    page.get_by_label("Choose a file that ends in .md").set_input_files(tmp_path / "tea.md")
    found = page.locator("[data-desk-problems] li")

    expect(found.filter(has_text="themes[1]:")).to_contain_text('Did you mean "mending-clothes"?')
    expect(found.filter(has_text="themes[1]:")).to_contain_text("Line 4")
    expect(found.filter(has_text="telephone")).to_have_count(0)
    page.get_by_label("tea.md").fill("---\ntitle: [Tea\n---\n\nTea.\n")
    expect(page.get_by_text("The facts could not be read from here on.")).to_be_visible()


def test_a_typed_web_address_is_left_as_it_is(open_page: Open) -> None:
    page = open_page(f"{WRITE}#what-they-did")
    story = page.get_by_label("What did you do?")
    story.fill("We wrote it up on https://repair.example/our_story and utilise it.")

    expect(story).to_have_accessible_description(re.compile('"utilise" could be plainer'))
    expect(story).not_to_have_accessible_description(re.compile("link"))
    page.goto(f"{page.url.partition('#')[0]}#send")
    expect(page.get_by_label("This is what you send.")).to_have_value(
        re.compile(r"https://repair\.example/our_story and")
    )


def test_a_page_whose_rules_did_not_arrive_says_that_it_keeps_nothing(open_page: Open) -> None:
    page = open_page("about/", fresh=True)
    page.route("**/contribute/write/rules.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(page.url.replace("about/", WRITE))

    expect(page.get_by_text("A part of this page did not arrive, so it keeps nothing.")).to_be_visible()
    page.unroute_all()
    page.reload()
    expect(page.get_by_text("A part of this page did not arrive")).to_be_hidden()


def test_a_file_that_is_chosen_before_its_checks_arrive_is_opened_when_they_do(open_page: Open, tmp_path: Path) -> None:
    page = open_page("about/", fresh=True)
    late: list[Route] = []
    page.route("**/open-file.*.js", lambda route: late.append(route))  # noqa: PLW0108 it reads the signature
    page.goto(page.url.replace("about/", WRITE))
    (tmp_path / "walk.md").write_text(RECEIVED, "utf-8")
    with page.expect_request("**/open-file.*.js"):
        page.get_by_text("Open a file, or change a page of this website").click()
    page.get_by_label("Choose a file that ends in .md").set_input_files(tmp_path / "walk.md")
    expect(page.get_by_label("walk.md")).to_have_count(0)
    late[0].continue_()

    expect(page.get_by_label("walk.md")).to_have_value(RECEIVED)
