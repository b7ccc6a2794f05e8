"""Structured data of entries: what a search engine and a library read of them."""

from dataclasses import replace

from ideas_hub.model.hub import Hub
from ideas_hub.site.renderer import View
from ideas_hub.views.page import Site
from ideas_hub.views.projects import project_view
from tests.ideas_hub.formats.conftest import graph

URL = "https://hub.example/ideas-hub/"


def test_a_case_study_says_who_where_for_whom_and_on_what_it_stands(
    full_hub: Hub, site: Site, pages: dict[str, View]
) -> None:
    """One truth: title, summary, terms, place, dates, sources and figures are those of the facts."""
    node = graph(full_hub, site, pages["case-studies/soldering/"])[0]
    facts = full_hub.case_studies["soldering"].facts

    assert (node["headline"], node["datePublished"]) == (facts.title, facts.sort_date.isoformat())
    assert {(term["@type"], term["@id"].removeprefix(URL)) for term in node["about"]} == {
        ("DefinedTerm", "themes/tools-electrics/"),
        ("DefinedTerm", "themes/mending-clothes/"),
        ("DefinedTerm", "regions/north-wales/"),
        ("DefinedTerm", "communities/newcomers/"),
    }
    assert node["audience"]["audienceType"] == ["Newcomers"]
    assert node["spatialCoverage"][0]["name"] == "Conwy"
    assert node["spatialCoverage"][0]["containedInPlace"]["identifier"]["value"] == "W99999999"
    assert node["citation"] == ["Thimble and Spanner Research (2025). Evaluation of the Spare Parts Fund."]
    assert [(figure["value"], figure["description"]) for figure in node["mentions"]] == [
        ("24", "All people who signed up")
    ]
    assert node["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_a_picture_is_named_only_where_it_is_made(full_hub: Hub, site: Site, pages: dict[str, View]) -> None:
    """A build without cards makes none."""
    page = pages["case-studies/soldering/"]

    assert graph(full_hub, site, page)[0]["image"] == f"{URL}case-studies/soldering/card.png"
    assert "image" not in graph(full_hub, replace(site, has_social_cards=False), page)[0]


def test_a_learning_point_says_what_it_teaches_and_what_shows_it(
    full_hub: Hub, site: Site, pages: dict[str, View]
) -> None:
    """Teaches and isBasedOn."""
    node = graph(full_hub, site, pages["learning-points/say-hello/"])[0]

    assert node["teaches"] == "Say hello first, and look at the broken thing second."
    assert f"{URL}case-studies/soldering/" in [work["url"] for work in node["isBasedOn"]]


def test_an_entry_without_a_place_is_in_its_regions(full_hub: Hub, site: Site, pages: dict[str, View]) -> None:
    """An idea may be about several."""
    node = graph(full_hub, site, pages["ideas/borrow/"])[0]

    assert [place["name"] for place in node["spatialCoverage"]] == ["North Wales", "South Wales"]
    assert node["@type"] == ["Article", "LearningResource"]


def test_a_project_s_page_says_who_runs_it_where_and_on_what_it_stands(full_hub: Hub, site: Site) -> None:
    """One truth: names, place, terms, case study, source and figures are those of its row and of the evidence."""
    row = full_hub.projects["wobbly-chair"]
    facts = row.facts.model_copy(update={"aliases": ("The Chairs",), "source": "parts-evaluation", "reach": "Conwy"})
    figure = full_hub.evidence.figures["items-brought"].model_copy(update={"project": row.id})
    evidence = full_hub.evidence.model_copy(update={"figures": {"items-brought": figure}})
    hub = replace(full_hub, projects={row.id: replace(row, facts=facts)}, evidence=evidence)
    node, page = graph(hub, site, project_view(hub.projects[row.id], hub))[0], f"{URL}organisations/wobbly-chair/"

    assert (node["@type"], node["name"]) == ("WebPage", "Wobbly Chair Collective")
    assert node["mainEntity"] == {
        "@type": "Project",
        "name": "Chairs, chats",
        "alternateName": ["The Chairs"],
        "parentOrganization": {"@type": "Organization", "name": "Wobbly Chair Collective", "@id": page, "url": page},
        "location": node["spatialCoverage"],
        "areaServed": "Conwy",
        "subjectOf": [{"@type": "Article", "url": f"{URL}case-studies/soldering/"}],
    }
    assert node["spatialCoverage"][0]["name"] == "Conwy"
    assert node["spatialCoverage"][0]["containedInPlace"]["url"] == f"{URL}regions/north-wales/"
    assert node["audience"]["audienceType"] == ["Newcomers"]
    assert node["citation"] == [full_hub.sources["parts-evaluation"].facts.cite]
    assert [(one["value"], one["description"]) for one in node["mentions"]] == [(figure.display, figure.base)]
    assert node["image"] == f"{URL}projects/wobbly-chair/card.png"
