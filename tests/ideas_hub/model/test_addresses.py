"""ideas_hub/addresses.py: the one place where addresses are made."""

from __future__ import annotations

import pytest

from ideas_hub.model import addresses
from ideas_hub.model.kinds import CASE_STUDIES, HUB_PAGE_FILES, SOURCES, THEMES


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("case_studies/walking.md", "case-studies/walking/"), ("docs/themes/faith.md", "themes/faith/"), ("docs/themes/index.md", "themes/"),
        ("docs/index.md", ""), ("docs/about.md", "about/"), ("docs/find.md", "find/"), ("docs/case-studies/index.md", "case-studies/"),
        ("docs/sources/fund.md", "sources/#fund"), ("docs/learning-points/a.md", "learning-points/a/"), ("docs/programmes/a.md", "programmes/a/"),
        ("docs/projects/index.md", "projects/"), ("docs/projects/projects.csv", None), ("README.md", None), ("case_studies/images/a.jpg", None),
    ],
)  # fmt: skip
def test_a_file_becomes_the_page_that_readers_know(file: str, address: str | None) -> None:
    """These addresses stay put: other people's tools rely on them."""
    assert addresses.of_file(file) == address


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("", "", "./"), ("", "find/", "../"), ("find/", "", "find/"), ("find/", "find/", "./"), ("themes/faith/", "case-studies/a/", "../../themes/faith/"),
        ("case-studies/b/", "case-studies/a/", "../b/"), ("evidence/#n", "evidence/", "#n"), ("evidence/#n", "", "evidence/#n"), ("#n", "", "#n"),
        ("data/a.json", "data/", "a.json"), ("assets/a.css", "404.html", "assets/a.css"), ("", "404.html", "./"), ("sources/#a", "ideas/x/", "../../sources/#a"),
    ],
)  # fmt: skip
def test_links_are_relative_so_that_the_site_works_anywhere(target: str, page: str, link: str) -> None:
    """At a root, below a sub-path and from a folder on disk."""
    assert addresses.relative(target, page) == link


def test_the_first_page_of_a_list_is_the_list() -> None:
    assert [addresses.index(THEMES, page) for page in (1, 2)] == ["themes/", "themes/page/2/"]


def test_named_places_have_one_address_each() -> None:
    assert addresses.document(CASE_STUDIES, "a") == "case-studies/a/"
    assert addresses.document(SOURCES, "a") == "sources/#a"
    assert addresses.pair_page("faith", "london") == "find/faith/london/"
    assert (addresses.project("a"), addresses.glossary("b"), addresses.figure("c")) == (
        "projects/#a",
        "glossary/#b",
        "evidence/#c",
    )
    assert addresses.data("terms.csv") == "data/terms.csv"


@pytest.mark.parametrize(
    ("page", "root", "file"),
    [("", "./", "index.html"), ("a/b/", "../../", "a/b/index.html"), ("404.html", "./", "404.html")],
)
def test_a_page_knows_its_root_and_its_file(page: str, root: str, file: str) -> None:
    assert addresses.root_of(page) == root
    assert addresses.output_file(page) == file


def test_every_page_of_the_hub_has_an_address_of_its_own() -> None:
    made = [addresses.of_file(file) for file in HUB_PAGE_FILES]
    assert None not in made
    assert len(set(made)) == len(made)
