"""A hub of case studies alone: what it does not have needs no file, has no page, and is linked from nowhere."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from ideas_hub.model import addresses
from ideas_hub.model.kinds import PART_FILES
from tests.conftest import build, lay_hub
from tests.site.page_reader import Pages, pages_of, reader_of
from tests.site.page_rules import broken_links, out_of_reach

LEFT_OUT = (
    "find",
    "programmes",
    "projects",
    "organisations",
    "ideas",
    "learning-points",
    "sources",
    "tools",
    "events",
    "trails",
)
FILES = (
    *("evidence.md", "evidence.yml", "glossary.md", "glossary.yml", "what-did-not-work.md"),
    *("regions/map.yml", "vocabulary.yml", "places.csv"),
)
CITING = re.compile(
    r"^(?:sources|figures|activities|delivery|aims|could_we_do_this|did_not_work|doors):.*\n(?: .*\n)*", re.MULTILINE
)
"""The facts of case studies and of the home page that refer to what is left out."""
CONTACT = re.compile(r"^  contact:.*\n(?:    .*\n)*", re.MULTILINE)
LINKS = re.compile(
    r"\[([^\]]*)\]\((?:\.\./)*(?:programmes|projects|learning-points|sources|glossary|evidence|find/places)[^)]*\)"
)


def strip(root: Path) -> None:
    """Delete everything that a hub may leave out, and what refers to it."""
    for name in LEFT_OUT:
        shutil.rmtree(root / "docs" / name, ignore_errors=True)
    for name in FILES:
        (root / "docs" / name).unlink()
    (root / "published.csv").write_text("number,kind,id\n", encoding="utf-8")
    for path in [*root.glob("case_studies/*.md"), *root.glob("docs/**/*.md")]:
        text = path.read_text(encoding="utf-8").replace("key_figures: [items-brought]\n", "")
        path.write_text(LINKS.sub(r"\1", CITING.sub("", text)), encoding="utf-8")
    settings = root / "mkdocs.yml"
    settings.write_text(CONTACT.sub("", settings.read_text(encoding="utf-8")), encoding="utf-8")


@pytest.fixture(scope="module")
def bare_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = lay_hub(tmp_path_factory.mktemp("bare") / "hub")
    strip(root)
    return root


@pytest.fixture(scope="module")
def bare_run(bare_root: Path) -> "subprocess.CompletedProcess[str]":
    run = build(bare_root, bare_root.parent / "site")
    assert run.returncode == 0, run.stderr
    return run


@pytest.fixture(scope="module")
def bare_site(bare_root: Path, bare_run: "subprocess.CompletedProcess[str]") -> Path:
    return bare_root.parent / "site"


@pytest.fixture(scope="module")
def bare_pages(bare_site: Path) -> Pages:
    return pages_of(bare_site, reader_of(bare_site))


def test_every_link_resolves_and_every_page_is_linked(bare_pages: Pages, bare_site: Path) -> None:
    waiting = {"themes/wood-furniture/", "regions/mid-wales/", "communities/young-newcomers/"}

    assert broken_links(bare_pages, bare_site) == []
    assert set(out_of_reach(bare_pages)) <= waiting


def test_there_is_no_page_for_what_the_hub_does_not_have(bare_pages: Pages) -> None:
    parts = {addresses.of_file(file) for file in PART_FILES.values()}

    assert len(bare_pages) > 30
    assert not [address for address in bare_pages if any(address.startswith(str(part)) for part in parts)]
    assert not any(page.all("svg", class_="mapPicture") for page in bare_pages.values())


def test_no_menu_feed_or_list_of_the_site_names_it(bare_pages: Pages, bare_site: Path) -> None:
    footer = {link.text for link in bare_pages["about/"].all("a")}
    listed = (bare_site / "sitemap.xml").read_text(encoding="utf-8") + (bare_site / "llms.txt").read_text("utf-8")

    assert {"Saved pages", "Data", "About"} <= footer
    parts = {"Projects", "Organisations", "Programmes", "Ideas", "Tools", "Events", "Trails"}
    assert not {*parts, "Evidence", "Sources", "Glossary", "Lessons"} & footer
    folders = (
        "learning-points|programmes|projects|organisations|ideas/|tools/|events/|trails/|evidence/|sources/|glossary/"
    )
    assert not re.search(folders, listed)


def test_without_a_way_to_reach_the_network_no_page_says_anything_of_it(
    bare_pages: Pages, bare_run: "subprocess.CompletedProcess[str]"
) -> None:
    """The build tells whoever runs the hub, once."""
    texts = [element.text for page in bare_pages.values() for element in page.elements if element.tag in {"p", "h2"}]

    assert not [text for text in texts if text.startswith(("Write to us", "Where to send it"))]
    assert not [page.links for page in bare_pages.values() if any(re.match("mailto:[^?]", link) for link in page.links)]
    assert bare_run.stderr.count("readers who have no account on GitHub cannot reach you") == 1


def test_the_data_hold_the_case_studies_and_the_terms_alone(bare_site: Path) -> None:
    package = json.loads((bare_site / "data/datapackage.json").read_text(encoding="utf-8"))
    names = {path.name for path in (bare_site / "data").iterdir() if path.suffix in {".csv", ".geojson"}}

    assert names == {"case-studies.csv", "terms.csv", "dictionary.csv"}
    assert {resource["path"] for resource in package["resources"]} == {
        *names,
        *(f"{Path(name).stem}.json" for name in names),
    }


def test_the_spreadsheet_asks_nothing_whose_answers_the_hub_has_no_list_of(bare_site: Path) -> None:
    template = (bare_site / "contribute/case-studies-template.csv").read_text(encoding="utf-8-sig")

    assert "Which region is that in?" in template
    assert "Which of these activities were part of it?" not in template
