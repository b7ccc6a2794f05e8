"""What the pages show, against the content and the data that anyone can download."""

import json
from pathlib import Path

import pytest

from tests.site import data_rules
from tests.site.data_rules import Data
from tests.site.page_reader import Pages, Read

SHOWN = {
    "case-studies/toaster-tuesdays/": (
        "Second Slice Society",
        "Third Drawer Society",
        "Swansea",
        "South Wales",
        "143",
        "The 210 things that were brought from January to June 2025",
        "Nobody asked whether they still worked a month later.",
        "About £300 to start",
        "£100 to £1,000",
        "Some people waited an hour",
        "Drawn for this example",
    ),
    "case-studies/gwnio-yn-y-bala/": ("Cymdeithas Tri Botwm", "Y Bala", "pobl hŷn", "ym mis Ionawr"),
    "learning-points/test-before-you-plug-in/": ("Borrow a tester", "Let two people learn", "Safety", "143"),
    "programmes/skills-days/": ("Up to £150", "Conwy and Gwynedd", "Anyone who mends at a repair café", "1,312"),
    "evidence/": ("58.5%", "Things whose owners said how it ended", "12 repair cafés that kept a tally", "3 figures"),
    "evidence/things/": ("58.5%", "Things whose owners said how it ended", "The rest could not be mended."),
    "evidence/case-studies/": ("143", "The 210 things that were brought from January to June 2025"),
    "projects/": ("Chairs, chats", "Buttons for all", "Wobbly Chair Collective", "Third Drawer Society"),
    "projects/wobbly-chair/": ("Chairs, chats", "Conwy and Gwynedd", "Soldering together in Conwy", "Say hello"),
    "projects/third-drawer/": ("Buttons for all", "Newport", "This project withdrew.", "Keep enough fixers"),
    "glossary/": ("Short for portable appliance test.", "Most are free, and have a tin for coins."),
    "sources/": ("Thimble and Spanner Research",),
}
"""What the files of the small hub say, by the page that must show it."""


@pytest.mark.parametrize("address", SHOWN)
def test_a_page_shows_its_facts(page: Read, address: str) -> None:
    """People, place, figures with their bases, cost: what a reader could use is on the page."""
    text = page(address).text

    assert [fact for fact in SHOWN[address] if fact not in text] == []


def test_a_case_study_links_each_of_its_terms_and_ends_with_where_to_go(page: Read, data: Data) -> None:
    """Every theme, region and community of its data is a link on its page."""
    for row in data["case-studies"]:
        terms = {
            f"../../{kind}/{term}/"
            for kind, field in data_rules.TERM_FIELDS.items()
            for term in data_rules.listed(row[field])
        }
        assert terms <= page(row["address"]).links
        assert page(row["address"]).all("nav", aria_label="Where to go next")


def test_every_entry_of_the_data_has_its_page(pages: Pages, data: Data) -> None:
    assert data_rules.entries_without_page(pages, data) == []


def test_the_address_of_a_figure_leads_to_a_place_on_its_page(pages: Pages, data: Data) -> None:
    places = [row["address"].partition("#") for row in data["evidence"]]

    assert {page for page, _, _ in places} > {"case-studies/soldering/"}
    assert [page for page, _, place in places if place not in {one["id"] for one in pages[page].elements}] == []


def test_every_published_file_is_in_the_data_and_no_other(data: Data, hub_root: Path) -> None:
    """What is published is what stands in the folder, but for a draft and what was taken down."""
    files = {path.stem for path in (hub_root / "case_studies").glob("*.md")}

    assert {row["id"] for row in data["case-studies"]} == files - {"bike-bench", "lamp-swap"}


def test_a_term_s_page_lists_just_the_case_studies_that_carry_it(pages: Pages, data: Data) -> None:
    """Page and data agree for every term, and the count in the data is that of the cards."""
    assert data_rules.wrong_term_pages(pages, data) == []


def test_every_pair_of_terms_with_a_case_study_has_one_page_with_just_those(pages: Pages, data: Data) -> None:
    """The pages below /find/ are exactly the pairs that some case study carries."""
    assert data_rules.wrong_pair_pages(pages, data) == []


def test_a_term_that_nothing_carries_has_its_page_and_is_on_no_list(page: Read) -> None:
    """It is there for the day it is needed; no menu or filter leads to it."""
    assert page("themes/wood-furniture/").one("h1").text == "Wood and furniture"
    for address in ("themes/", "find/", ""):
        assert "/wood-furniture/" not in " ".join(page(address).links)


def test_the_finder_without_script_lists_every_used_term_with_its_count(page: Read, data: Data) -> None:
    """The number beside a term is how many entries its page lists."""
    text = page("find/").text
    for term in data["terms"]:
        assert (f"{term['label']} {term['entries']}" in text) is bool(term["entries"])


def test_json_and_csv_have_the_same_rows(built_site: Path, data: Data) -> None:
    assert data_rules.csv_differences(built_site, data) == []


def test_no_figure_stands_without_its_base(data: Data) -> None:
    assert data_rules.without_base(data) == []


def test_links_between_learning_points_and_entries_work_both_ways(pages: Pages, data: Data) -> None:
    """A learning point links what shows it, and each of them links back."""
    assert data_rules.one_way_links(pages, data) == []


def test_every_project_of_the_data_has_a_page_and_a_row_that_say_the_same(pages: Pages, data: Data) -> None:
    """Organisation, name, place, facts, figures, notes and source; and its structured data."""
    assert len(data["projects"]) == 2
    assert data_rules.wrong_project_pages(pages, data) == []


def test_the_projects_of_a_learning_point_are_linked(page: Read) -> None:
    assert any(link.endswith("projects/third-drawer/") for link in page("learning-points/keep-enough-fixers/").links)


def test_a_photo_has_its_text_its_credit_and_two_sizes(page: Read, built_site: Path) -> None:
    """Phones fetch the small one."""
    study = page("case-studies/toaster-tuesdays/")
    [picture] = [image for image in study.all("img") if "images/" in image["src"]]

    assert picture["alt"].startswith("A toaster, a mug and two screwdrivers")
    assert len(study.one("source")["srcset"].split(",")) == 2
    assert len(list((built_site / "images").iterdir())) == 3


def test_an_old_address_leads_on_and_a_page_taken_down_says_so(page: Read) -> None:
    """Numbers and names once published stay good."""
    assert "../mending-van/" in page("case-studies/van-on-tour/").links
    assert "../../case-studies/mending-van/" in page("c/3/").links
    for address in ("case-studies/lamp-swap/", "c/2/"):
        assert page(address).one("h1").text == "This page was taken down"


def test_every_pair_of_json_and_schema_is_there(built_site: Path) -> None:
    """Every record is described where the data package says it is."""
    package = json.loads((built_site / "data/datapackage.json").read_text(encoding="utf-8"))

    assert [one["path"] for one in package["resources"] if not (built_site / "data" / one["path"]).is_file()] == []
