"""The copy for a memory stick, one zip opened as files: all of it works without a network."""

import html
import posixpath
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from ideas_hub.commands.check import problems_in
from ideas_hub.engine.zip_file import ZIP_EPOCH
from ideas_hub.photos.clean import cleaned
from ideas_hub.site.offline_copy import MAX_BYTES, write_offline_copy
from tests.browser.axe import violations
from tests.browser.conftest import Tabs
from tests.browser.test_shortlist import BLOCKED
from tests.browser.test_write import on, to_the_end
from tests.conftest import SITE_URL, build
from tests.ideas_hub.photos.telling import telling_jpeg

TITLE = "Toaster Tuesdays in Swansea"
STORY = {
    "title": "Lamps mended in a library in Bala",
    "summary": "Neighbours met in the library each week, and mended lamps together.",
    "organisation": "Wobbly Chair Collective",
    "place": "Bala",
    "what-they-wanted-to-change": "People threw lamps away, as nobody nearby could mend them.",
    "what-they-did": "We met on Mondays. People brought:\n- lamps\n- tea & cake",
    "what-changed": "People told us that they came for the company too.",
    "how-they-set-it-up": "The library gave us a table.",
    "what-the-money-made-possible": "It paid for tools.",
    "what-happened-next": "We still meet.",
    "worked": "A warm room\nSomebody who makes tea",
    "did-not-work": "The first evening was too late for many.",
    "could-we-do-this-cost": "Tools, and tea.",
    "could-we-do-this-people": "Two fixers, and a host.",
    "could-we-do-this-time": "An evening a week.",
    "could-we-do-this-place": "A room with sockets.",
    "period-start": "2024-03",
    "period-end": "2025",
    "partners": "Second Slice Society",
    "which-numbers-do-you-have": "None yet.",
    "is-something-missing-from-these-lists": "Lamps.",
    "search-terms": "lights",
}
"""An answer to each question that takes words, by its id; of choices, the second is chosen."""
NOT_SHOWN = {
    *("period-start", "period-end", "search-terms"),
    *("which-numbers-do-you-have", "is-something-missing-from-these-lists"),
}
"""What is for the search and for the editor; and days, which a page writes in words."""


@pytest.fixture(scope="module")
def copy(hub_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip, written by the command that people use."""
    folder = tmp_path_factory.mktemp("copy")
    run = build(hub_root, folder / "site", "--no-cards", "--offline-copy", str(folder / "hub.zip"))
    assert run.returncode == 0, run.stderr
    assert "hub.zip" in run.stderr
    return folder / "hub.zip"


@pytest.fixture(scope="module")
def stick(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder where the zip was unpacked; people's folders have spaces and accents in their names."""
    folder = tmp_path_factory.mktemp("stick") / "Réunion, 1 May #2"
    with ZipFile(copy) as archive:
        archive.extractall(folder)
    return folder / "hub"


@pytest.fixture
def reader(tabs: Tabs, stick: Path) -> Iterator[Page]:
    """The first page of the copy, without a network.

    At the end the console must have been silent and only files asked for.
    """
    tab = tabs.get(offline=True)
    tab.page.goto((stick / "index.html").as_uri())
    yield tab.page
    messages, requests = [*tab.messages], [*tab.requests]
    tab.reset()
    assert messages == []
    assert [url for url in requests if not url.startswith("file:")] == []


class Links(HTMLParser):
    """Reads the links of a page, and what it loads."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in {"href", "src", "action", "data-manifest"} and value]


def test_every_link_leads_to_a_file_that_is_there(stick: Path) -> None:
    """Not to a folder, which only a server would open, and not to a file that was left out."""
    broken = []
    for file in sorted(stick.rglob("*.html")):
        page = file.relative_to(stick).as_posix()
        for link in Links(file.read_text(encoding="utf-8")).found:
            parts = urlsplit(link)
            if parts.scheme or not parts.path:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
            if target.startswith("..") or not (stick / target).is_file():
                broken.append(f"{page}: {link}")
    assert broken == []


def test_the_zip_is_small_and_the_same_on_any_day(copy: Path, tmp_path: Path) -> None:
    """Same site, same bytes: fixed times, sorted names, one folder."""
    with ZipFile(copy) as archive:
        entries = archive.infolist()
    again = tmp_path / "hub.zip"
    write_offline_copy(copy.with_name("site"), again)

    assert copy.stat().st_size <= MAX_BYTES
    assert {entry.date_time for entry in entries} == {ZIP_EPOCH}
    assert all(entry.filename.startswith("hub/") for entry in entries)
    assert again.read_bytes() == copy.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["hub.zip"]


def test_links_lead_from_the_first_page_to_an_entry(reader: Page) -> None:
    """Browsing needs no server."""
    reader.get_by_role("contentinfo").get_by_role("link", name="Themes").click()
    reader.get_by_role("link", name="Tools and electrics").first.click()
    reader.get_by_role("link", name=TITLE).first.click()

    expect(reader.locator("h1")).to_have_text(TITLE)
    assert "Atkinson" in reader.locator("h1").evaluate("getComputedStyle(document.body).fontFamily")
    reader.get_by_role("link", name="About", exact=True).click()
    expect(reader.locator("h1")).to_contain_text("About")


def test_the_finder_works_from_a_file(reader: Page) -> None:
    """From the search box of the first page: words, spelling, a filter with exact numbers, a result that opens."""
    reader.get_by_role("searchbox").first.fill("soldring")
    reader.keyboard.press("Enter")
    expect(reader.locator("[data-find-notes]")).to_contain_text("Did you mean soldering")
    box = reader.get_by_label(re.compile("^North Wales"))
    beside = box.locator("xpath=..").locator("[data-count]")
    expect(beside).to_have_text(re.compile(r"\d"))
    number = beside.inner_text()
    box.check()
    expect(reader.locator("[data-find-heading]")).to_have_text(
        f"{number} result{'' if number == '1' else 's'} for soldring"
    )
    title = reader.locator("[data-find-results] h3").first.inner_text()
    reader.locator("[data-find-results] h3 a").first.click()

    expect(reader.locator("h1")).to_have_text(title)


def test_the_shortlist_works_from_a_file(reader: Page) -> None:
    """Saved on one page, saved on another, compared on a third; the list goes along in the address."""
    reader.get_by_role("navigation", name="Main").get_by_role("link", name="Case studies").click()
    reader.locator(".card .save").first.click()
    reader.get_by_role("navigation", name="Main").get_by_role("link", name="Find").click()
    expect(reader.locator("[data-find-results] .save").first).to_be_visible()
    reader.locator("[data-find-results] .save[aria-pressed=false]").first.click()
    reader.get_by_role("banner").get_by_role("link", name="Saved 2").click()

    expect(reader.locator("[data-shortlist-heading]")).to_contain_text("2 pages on your list")
    expect(reader.locator(".compared thead th")).to_have_count(2)
    assert reader.get_by_label("Link to this list").input_value().startswith(f"{SITE_URL}shortlist/?keep=")
    title = reader.locator(".compared thead th a").first.inner_text()
    reader.locator(".compared thead th a").first.click()
    expect(reader.locator("h1")).to_have_text(title)
    expect(reader.locator(".acts .save")).to_have_attribute("aria-pressed", "true")


def test_a_photo_is_cleaned_from_a_file(reader: Page, tmp_path: Path) -> None:
    """By links from the first page; the new file has the bytes of scripts/clean-photo."""
    (tmp_path / "Walk.JPG").write_bytes(telling_jpeg())
    reader.get_by_role("link", name="Contribute", exact=True).first.click()
    reader.get_by_role("link", name="Take the place and names out").click()
    reader.get_by_label("Choose one or more photos").set_input_files(tmp_path / "Walk.JPG")
    with reader.expect_download() as download:
        reader.get_by_role("link", name="Save walk.jpg").click()

    assert download.value.path().read_bytes() == cleaned(telling_jpeg(), "walk.jpg")


def write_whole_story(page: Page) -> None:
    """Answer every question, and go on to the last step."""
    page.get_by_role("link", name="Contribute", exact=True).first.click()
    page.get_by_role("link", name="Write your story").first.click()
    expect(page.get_by_role("button", name="Next")).to_be_visible()
    left = dict(STORY)
    while page.get_by_role("button", name="Next").is_visible():
        step = page.locator("[data-step]:not([hidden])")
        for box in step.locator("input[type=text], textarea").all():
            box.fill(left.pop(str(box.get_attribute("id"))))
        for group in step.locator("fieldset").all():
            group.get_by_role("checkbox").or_(group.get_by_role("radio")).nth(1).check()
        on(page)
    assert left == {}


def test_a_story_that_is_written_from_a_file_becomes_a_page_of_the_hub(
    reader: Page, hub_root: Path, tmp_path: Path
) -> None:
    """From the first page to the last step without a network, then through the checks and a build."""
    write_whole_story(reader)
    expect(reader.get_by_role("group", name="Before you send it")).to_be_hidden()
    reader.get_by_role("button", name="See your page").click()
    shown = reader.get_by_role("dialog", name="Your page")
    expect(shown.get_by_role("heading", level=1)).to_have_text(STORY["title"])
    reader.keyboard.press("Escape")
    with reader.expect_download() as saving:
        reader.get_by_role("link", name="Save as a file").click()
    hub = shutil.copytree(hub_root, tmp_path / "hub")
    file = hub / "case_studies" / saving.value.suggested_filename
    saving.value.save_as(file)

    assert [str(one) for one in problems_in(hub, [file])] == []
    file.write_text(file.read_text("utf-8").replace("draft: true\n", ""), "utf-8")  # as an editor does
    assert build(hub, tmp_path / "site", "--no-cards").returncode == 0
    page = html.unescape((tmp_path / "site/case-studies" / file.stem / "index.html").read_text("utf-8"))
    typed = [row.removeprefix("- ") for id_ in STORY.keys() - NOT_SHOWN for row in STORY[id_].split("\n")]
    assert [row for row in [*typed, "March 2024 to 2025", "North Wales"] if row not in page] == []


def test_a_story_can_be_written_and_saved_where_a_browser_keeps_nothing_for_files(tabs: Tabs, stick: Path) -> None:
    tab = tabs.get(fresh=True, offline=True)
    tab.page.add_init_script(BLOCKED)
    tab.page.goto((stick / "contribute/write/index.html").as_uri())
    tab.page.get_by_label("A title for your story").fill("Mending")
    to_the_end(tab.page)

    expect(tab.page.get_by_text("Your browser does not let this page save anything.")).to_be_visible()
    with tab.page.expect_download() as saving:
        tab.page.get_by_role("link", name="Save as a file").click()
    assert "title: Mending" in saving.value.path().read_text("utf-8")
    messages = [*tab.messages]
    tabs.give_back(tab)
    assert messages == []


def test_a_change_to_a_page_is_made_in_the_file_that_is_named(reader: Page, stick: Path) -> None:
    """No page may read a file by itself; what is checked is what changes, as where the text opens by itself."""
    reader.goto((stick / "case-studies/clock-club/index.html").as_uri())
    reader.get_by_role("link", name="Suggest a change").click()
    expect(reader.get_by_text("choose the file index.md in the folder case-studies/clock-club/")).to_be_visible()
    text = stick / "case-studies/clock-club/index.md"
    reader.get_by_label("Choose a file that ends in .md").set_input_files(text)

    expect(reader.get_by_label("clock-club.md")).to_have_value(text.read_text("utf-8"))
    expect(reader.get_by_role("heading", name="The checks found nothing.")).to_be_visible()
    reader.get_by_label("clock-club.md").fill(f"{text.read_text('utf-8')}Ring Sam on 01632 960123.")
    expect(reader.locator("ins")).to_have_text("+ Ring Sam on 01632 960123.")


def test_axe_finds_no_violation_in_the_copy(tabs: Tabs, stick: Path) -> None:
    """What changes for a file breaks nothing for a screen reader; axe itself asks for more than a file may have."""
    tab = tabs.get(bypass_csp=True)
    found = {}
    for address in ("find/index.html", "shortlist/index.html", "contribute/clean-photo/index.html"):
        tab.page.goto((stick / address).as_uri())
        expect(tab.page.locator("[aria-busy]")).to_have_count(0)  # results that are on their way are pale
        found[address] = violations(tab.page)
    tab.reset()

    assert found == {address: [] for address in found}
