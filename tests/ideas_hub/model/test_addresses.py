"""ideas_hub/model/addresses.py: every address of the site is built there."""

import pytest

from ideas_hub.model import addresses, links
from ideas_hub.model.kinds import CASE_STUDIES, HUB_PAGE_FILES, SOURCES, THEMES


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("case_studies/soldering.md", "case-studies/soldering/"),
        ("docs/themes/wood-furniture.md", "themes/wood-furniture/"),
        ("docs/themes/index.md", "themes/"),
        ("docs/index.md", ""),
        ("docs/about.md", "about/"),
        ("docs/find.md", "find/"),
        ("docs/case-studies/index.md", "case-studies/"),
        ("docs/sources/fund.md", "sources/#fund"),
        ("docs/learning-points/a.md", "learning-points/a/"),
        ("docs/programmes/a.md", "programmes/a/"),
        ("docs/projects/index.md", "projects/"),
        ("docs/contribute/case-studies-template.csv", "contribute/case-studies-template.csv"),
        ("docs/projects/projects.csv", None),
        ("README.md", None),
        ("case_studies/images/a.jpg", None),
    ],
)
def test_a_file_becomes_the_page_that_readers_know(file: str, address: str | None) -> None:
    """These addresses stay put: other people's tools rely on them."""
    assert addresses.of_file(file) == address


LINKS = pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("", "", "./"),
        ("", "find/", "../"),
        ("find/", "", "find/"),
        ("find/", "find/", "./"),
        ("themes/faith/", "case-studies/a/", "../../themes/faith/"),
        ("case-studies/b/", "case-studies/a/", "../b/"),
        ("evidence/#n", "evidence/", "#n"),
        ("evidence/#n", "", "evidence/#n"),
        ("#n", "", "#n"),
        ("data/a.json", "data/", "a.json"),
        ("assets/a.css", "404.html", "assets/a.css"),
        ("", "404.html", "./"),
        ("sources/#a", "ideas/x/", "../../sources/#a"),
    ],
)


@LINKS
def test_links_are_relative_so_that_the_site_works_anywhere(target: str, page: str, link: str) -> None:
    """At a root, below a path and from a folder on disk."""
    assert links.relative(target, page) == link


@LINKS
def test_a_link_resolves_to_the_address_that_it_was_built_from(target: str, page: str, link: str) -> None:
    assert links.resolved(link, page) == target


@pytest.mark.parametrize(
    "link", ["https://hub.example/", "mailto:a@hub.example", "/find/", "//hub.example", "../../x/"]
)
def test_a_link_out_of_the_site_has_no_address(link: str) -> None:
    assert links.resolved(link, "find/") is None


def test_the_first_page_of_a_list_is_the_list() -> None:
    assert [addresses.index(THEMES, page) for page in (1, 2)] == ["themes/", "themes/page/2/"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (addresses.document(CASE_STUDIES, "a"), "case-studies/a/"),
        (addresses.document(SOURCES, "a"), "sources/#a"),
        (addresses.pair_page("wood-furniture", "mid-wales"), "find/wood-furniture/mid-wales/"),
        (addresses.finder_query("themes", "wood-furniture"), "find/?themes=wood-furniture"),
        (addresses.project("a"), "projects/a/"),
        (addresses.projects_of("mid-wales"), "projects/#region-mid-wales"),
        (addresses.glossary("a"), "glossary/#a"),
        (addresses.evidence_about("a"), "evidence/a/"),
        (addresses.figure("a", "b"), "evidence/a/#b"),
        (addresses.data("terms.csv"), "data/terms.csv"),
        (addresses.image("a.webp"), "images/a.webp"),
        (addresses.card_picture("case-studies/a/"), "case-studies/a/card.png"),
        (addresses.markdown_copy("case-studies/a/"), "case-studies/a/index.md"),
        (addresses.shortlist_facts(0), "shortlist/facts.0.js"),
        (addresses.entry_key("case-studies/a/"), "case-studies/a"),
        (addresses.short_link("bcdfghj"), "c/bcdfghj/"),
    ],
)
def test_published_addresses_stay_put(address: str, expected: str) -> None:
    """Printed sheets, scripts and other people's tools hold them."""
    assert address == expected


@pytest.mark.parametrize(
    ("page", "root", "file"),
    [("", "./", "index.html"), ("a/b/", "../../", "a/b/index.html"), ("404.html", "./", "404.html")],
)
def test_a_page_knows_its_root_and_its_file(page: str, root: str, file: str) -> None:
    assert links.relative(addresses.HOME, page) == root
    assert addresses.output_file(page) == file


def test_every_page_of_the_hub_has_its_own_address() -> None:
    pages = [addresses.of_file(file) for file in HUB_PAGE_FILES]

    assert None not in pages
    assert len(set(pages)) == len(pages)
