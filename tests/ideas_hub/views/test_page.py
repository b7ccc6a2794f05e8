"""Links, facts and the page's own addresses."""

from dataclasses import replace

from ideas_hub.model.hub import Hub
from ideas_hub.views.page import Fact, Link, Page, Site, hub_page, link_to, non_empty, term_link


def test_a_document_is_linked_by_its_title_and_a_term_by_its_label(hub: Hub) -> None:
    assert link_to(hub.programmes["parts-fund"]) == Link("Spare Parts Fund", "programmes/parts-fund/")
    assert term_link(hub.vocabulary.regions["north-wales"], 4) == Link("North Wales", "regions/north-wales/", 4)


def test_facts_without_text_and_links_are_left_out() -> None:
    filled = (Fact("Who", "Somebody"), Fact("What", links=(Link("Darning", "themes/darning/"),)))

    assert non_empty([filled[0], Fact("When"), filled[1]]) == filled


def test_a_page_of_the_hub_takes_its_words_from_the_editors_file(hub: Hub) -> None:
    page = hub_page("docs/programmes/index.md", "programmes/", hub)

    assert (page.title, page.source) == ("Programmes", "docs/programmes/index.md")
    assert page.description.startswith("Who pays for repair cafés")
    assert "A programme supports the work of many groups." in page.intro
    assert page.breadcrumb == (Link("Home", ""),)
    assert page.root == "../"


def test_a_page_can_be_changed_at_the_repository(site: Site) -> None:
    page = Page("Title", "Summary", "themes/darning/", source="docs/themes/darning.md")

    assert replace(site, edit="https://git.example/edit/").edit_link(page) == (
        "https://git.example/edit/docs/themes/darning.md"
    )
    assert replace(site, edit="").edit_link(page) == ""


def test_a_full_address_needs_the_address_of_the_site(site: Site) -> None:
    page = Page("Title", "Summary", "find/")

    assert site.canonical(page) == "https://hub.example/ideas-hub/find/"
    assert replace(site, url="").canonical(page) == ""
