"""Structured data of lists, vocabularies, data and prose: what a search engine reads in a page's head."""

from dataclasses import replace

import pytest

from ideas_hub.formats.page_meta import PageHeads
from ideas_hub.model.hub import Hub
from ideas_hub.model.register import Register
from ideas_hub.site.renderer import View
from ideas_hub.views.page import Site
from tests.ideas_hub.formats.conftest import graph

URL = "https://hub.example/ideas-hub/"


def test_every_page_but_the_missing_one_has_its_kind_and_its_trail(
    full_hub: Hub, site: Site, pages: dict[str, View]
) -> None:
    """A WebPage at the least, and the way to it from the home page."""
    for address, page in pages.items():
        if address == "404.html":
            assert PageHeads(full_hub, Register(), site).meta(page.page, page).json_ld == ""
            continue
        nodes = graph(full_hub, site, page)
        assert nodes[0]["@id"] == f"{URL}{address}"
        assert [node["@type"] for node in nodes[1:]] == (["BreadcrumbList"] if address else [])


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("", "WebSite"),
        ("case-studies/soldering/", ["Article", "LearningResource"]),
        ("learning-points/say-hello/", ["LearningResource"]),
        ("themes/", "DefinedTermSet"),
        ("glossary/", "DefinedTermSet"),
        ("themes/mending-clothes/", "CollectionPage"),
        ("data/", "Dataset"),
        ("case-studies/", "CollectionPage"),
        ("learning-points/", "CollectionPage"),
        ("what-did-not-work/", "CollectionPage"),
        ("evidence/", "WebPage"),
        ("projects/wobbly-chair/", "WebPage"),
    ],
)
def test_each_kind_of_page_has_its_own_type(
    full_hub: Hub, site: Site, pages: dict[str, View], address: str, kind: object
) -> None:
    """The types of schema.org that fit; there is no CaseStudy."""
    assert graph(full_hub, site, pages[address])[0]["@type"] == kind


def test_a_list_names_its_items_in_order_and_a_term_is_defined(
    full_hub: Hub, site: Site, pages: dict[str, View]
) -> None:
    """ItemList, and the term that the page is about."""
    node = graph(full_hub, site, pages["themes/mending-clothes/"])[0]

    assert node["about"]["termCode"] == "mending-clothes"
    assert [(item["position"], item["url"]) for item in node["mainEntity"]["itemListElement"]] == [
        (1, f"{URL}case-studies/soldering/"),
        (2, f"{URL}case-studies/mending-van/"),
        (3, f"{URL}case-studies/gwnio-yn-y-bala/"),
    ]


def test_learning_points_are_listed_once_though_they_have_several_topics(
    full_hub: Hub, site: Site, pages: dict[str, View]
) -> None:
    """The page shows a point below each of its topics."""
    items = graph(full_hub, site, pages["learning-points/"])[0]["mainEntity"]

    assert items["numberOfItems"] == len(full_hub.learning_points)
    assert {item["url"] for item in items["itemListElement"]} == {
        f"{URL}learning-points/{point}/" for point in full_hub.learning_points
    }


def test_a_glossary_defines_its_words_and_a_vocabulary_its_terms(
    full_hub: Hub, site: Site, pages: dict[str, View]
) -> None:
    """DefinedTerm, each at an address of its own."""
    words = graph(full_hub, site, pages["glossary/"])[0]["hasDefinedTerm"]
    themes = graph(full_hub, site, pages["themes/"])[0]["hasDefinedTerm"]

    assert {word["@id"] for word in words} == {f"{URL}glossary/#{word}" for word in full_hub.glossary}
    assert [theme["description"] for theme in themes] == [
        theme.facts.definition for theme in full_hub.vocabulary.themes.values()
    ]


def test_a_review_is_dated_and_the_home_page_can_be_searched(full_hub: Hub, site: Site, pages: dict[str, View]) -> None:
    """LastReviewed is of the page; a search needs a full address."""
    reviewed = graph(full_hub, site, pages["case-studies/clock-club/"])[0]
    home = graph(full_hub, site, pages[""])[0]
    elsewhere = graph(full_hub, replace(site, url=""), pages[""])[0]

    assert reviewed["mainEntityOfPage"]["lastReviewed"] == "2020-01-15"
    assert home["potentialAction"]["target"]["urlTemplate"] == f"{URL}find/?q={{search_term_string}}"
    assert "potentialAction" not in elsewhere


def test_each_download_is_named_with_its_media_type(full_hub: Hub, site: Site, pages: dict[str, View]) -> None:
    """Dataset with DataDownload, under CC0."""
    node = graph(full_hub, site, pages["data/"])[0]
    kinds = {file["contentUrl"].rpartition(".")[2]: file["encodingFormat"] for file in node["distribution"]}

    assert kinds["csv"] == "text/csv"
    assert kinds["geojson"] == "application/geo+json"
    assert kinds["zip"] == "application/zip"
    assert node["license"].endswith("/zero/1.0/")


def test_links_start_from_the_page_where_the_address_of_the_site_is_not_known(
    full_hub: Hub, site: Site, pages: dict[str, View]
) -> None:
    """JSON-LD resolves them; nothing is invented."""
    nodes = graph(full_hub, replace(site, url=""), pages["case-studies/soldering/"])

    assert nodes[0]["@id"] == "./"
    assert nodes[1]["itemListElement"][0]["item"] == "../../"
