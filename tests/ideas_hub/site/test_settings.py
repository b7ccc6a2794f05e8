"""ideas_hub/site/settings.py: what mkdocs.yml and the content decide about every page."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from ideas_hub.model.data_files import EvidenceFile
from ideas_hub.model.hub import Hub
from ideas_hub.model.page import NavLink
from ideas_hub.site.settings import FORMS, Settings, read_settings, repository_links, site_view
from ideas_hub.views.page import Link, LinkGroup, Site
from tests.conftest import ROOT

NOTHING_SET: dict[str, Any] = {
    "site_name": "Mending Wales",
    "site_description": None,
    "site_url": None,
    "repo_url": None,
    "extra": {},
}


def configuration(**values: Any) -> SimpleNamespace:
    """Return MkDocs' configuration as the hooks get it."""
    return SimpleNamespace(**{**NOTHING_SET, **values})


def test_the_name_and_the_address_are_those_of_mkdocs_yml() -> None:
    settings = read_settings(configuration(site_url="https://hub.example/"))

    assert (settings.name, settings.url, settings.edit) == ("Mending Wales", "https://hub.example/", "")


@pytest.mark.parametrize(("description", "strapline"), [("What worked", "What worked"), (None, "Mending Wales")])
def test_the_strapline_is_the_description_or_else_the_name(description: str | None, strapline: str) -> None:
    assert read_settings(configuration(site_description=description)).strapline == strapline


@pytest.mark.parametrize(
    ("name", "extra", "short_name"),
    [
        ("Mending Wales", {}, "mending-wales"),
        ("Mending Wales and beyond", {"short_name": "mending-wales"}, "mending-wales"),
        ("修理", {}, "hub"),
    ],
)
def test_the_short_name_is_made_from_the_name_unless_it_is_set(
    name: str, extra: dict[str, str], short_name: str
) -> None:
    """Set, it outlives a change of the name: ids of feeds hold it."""
    assert read_settings(configuration(site_name=name, extra=extra)).short_name == short_name


def test_the_footer_ends_with_the_links_of_the_nav(hub: Hub) -> None:
    """A link without words has the page's title."""
    links = (NavLink("About us", "about.md", 1), NavLink("", "contribute/index.md", 2))

    assert site_view(Settings(), replace(hub, nav=links), {}).footer[-1] == LinkGroup(
        "Help", (Link("Glossary", "glossary/"), Link("About us", "about/"), Link("Contribute", "contribute/"))
    )


def test_without_an_address_there_is_none() -> None:
    assert read_settings(configuration()).url == ""


@pytest.mark.parametrize("address", ["https://git.example/a/b", "https://git.example/a/b/"])
def test_edit_links_start_from_the_repository_and_its_branch(address: str) -> None:
    settings = read_settings(configuration(repo_url=address, extra={"branch": "trunk"}))

    assert settings.edit == "https://git.example/a/b/edit/trunk/"


def test_social_cards_are_drawn_unless_the_command_says_no() -> None:
    assert read_settings(configuration()).cards
    assert not read_settings(configuration(extra={"cards": False})).cards


@pytest.mark.parametrize(
    ("url", "cards", "has_social_cards"),
    [("https://hub.example/", True, True), ("https://hub.example/", False, False), ("", True, False)],
)
def test_social_cards_need_the_site_s_address(hub: Hub, *, url: str, cards: bool, has_social_cards: bool) -> None:
    """A preview of a link names its picture by its full address."""
    assert site_view(Settings(url=url, cards=cards), hub, {}).has_social_cards is has_social_cards


def test_a_kind_without_entries_is_in_no_menu(hub: Hub) -> None:
    """The small hub has no ideas, and a new hub has case studies alone."""
    full = site_view(Settings(), hub, {})
    names = (
        "learning_points",
        "trails",
        "programmes",
        "tools",
        "events",
        "projects",
        "organisations",
        "sources",
        "glossary",
    )
    parts: dict[str, Any] = {part: {} for part in names}
    bare = site_view(Settings(), replace(hub, evidence=EvidenceFile(), nav=(), **parts), {})

    assert [link.text for link in full.menu] == [
        "Find", "Case studies", "Lessons", "What did not work", "Evidence", "Organisations", "Contribute",
    ]  # fmt: skip
    assert [link.text for link in bare.menu] == ["Find", "Case studies", "What did not work", "Contribute"]
    assert groups(full) == {
        "Browse": ["Themes", "Regions", "Communities", "Trails", "Programmes", "Tools", "Events"],
        "Facts and figures": ["Evidence", "Projects", "Organisations", "Sources", "Data"],
        "Take part": ["Contribute", "Saved pages"],
        "Help": ["Glossary", "About", "Accessibility", "Privacy"],
    }
    assert groups(bare) == {
        "Browse": ["Themes", "Regions", "Communities"],
        "Facts and figures": ["Data"],
        "Take part": ["Contribute", "Saved pages"],
    }


def groups(site: Site) -> dict[str, list[str]]:
    """Return the links of the footer by the title of their group."""
    return {group.title: [link.text for link in group.links] for group in site.footer}


def test_ideas_are_in_the_footer_once_there_are_any(hub: Hub) -> None:
    with_ideas = replace(hub, ideas=hub.programmes)  # type: ignore[arg-type]  # any entries will do

    assert "Ideas" in groups(site_view(Settings(), with_ideas, {}))["Browse"]


def test_without_a_repository_contribute_has_no_link_to_it(tmp_path: Path) -> None:
    assert repository_links(Settings(), tmp_path) == []


def test_contribute_links_straight_to_the_forms_that_are_there_and_to_the_folder(tmp_path: Path) -> None:
    form = tmp_path / ".github/ISSUE_TEMPLATE/2-correct-a-page.yml"
    form.parent.mkdir(parents=True)
    form.write_text("name: Correct a page\n", encoding="utf-8")
    settings = read_settings(configuration(repo_url="https://git.example/a/b/", extra={"branch": "trunk"}))

    assert repository_links(settings, tmp_path) == [
        Link("Correct a page", "https://git.example/a/b/issues/new?template=2-correct-a-page.yml"),
        Link("The folder with the case studies", "https://git.example/a/b/tree/trunk/case_studies"),
    ]


def test_each_form_is_called_what_it_calls_itself() -> None:
    """The names stand in this repository's own forms too."""
    for file, words in FORMS.items():
        assert f"\nname: {words}\n" in f"\n{(ROOT / '.github/ISSUE_TEMPLATE' / file).read_text(encoding='utf-8')}"


def test_corrections_go_to_the_form_of_the_repository_or_else_to_the_page_about_contributing(hub: Hub) -> None:
    """A hub may have a page of its own about corrections; the small hub has none."""
    on_github = site_view(Settings(repository="https://git.example/a/b"), hub, {})
    correct = replace(hub, prose={**hub.prose, "docs/contribute/correct.md": hub.prose["docs/about.md"]})

    assert on_github.corrections == "https://git.example/a/b/issues/new?template=2-correct-a-page.yml"
    assert site_view(Settings(), hub, {}).corrections == "contribute/"
    assert site_view(Settings(), correct, {}).corrections == "contribute/correct/"
    assert "Correct a page" in groups(site_view(Settings(), correct, {}))["Take part"]
