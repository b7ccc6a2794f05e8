"""The small hub with an idea, which it has none of, and every format of it, rendered once."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jinja2 import Environment

from ideas_hub.formats.data_package import data_package_files
from ideas_hub.formats.feeds import all_feeds, feed_files
from ideas_hub.formats.page_meta import PageHeads
from ideas_hub.model.hub import Hub
from ideas_hub.model.register import Register
from ideas_hub.repository.load import read_hub
from ideas_hub.site.renderer import View
from ideas_hub.views.data import data_tables, data_view
from ideas_hub.views.page import Site
from tests.ideas_hub.conftest import all_copies, all_views

IDEA = """\
---
title: Borrow before you buy
summary: A shelf of tools that several groups share.
authors:
  - {name: A Neighbour, role: Fixer, organisation: Wobbly Chair Collective}
published: 2024-03-01
takeaways:
  - A label on each tool saves an argument.
regions: [north-wales, south-wales]
themes: [tools-electrics]
communities: [tight-budgets]
sources:
  - {source: parts-evaluation, section: "5.1"}
---

Three groups keep their rarely used tools on one shelf, with a list of who has what.
"""


@pytest.fixture(scope="session")
def full_hub(hub: Hub, tmp_path_factory: pytest.TempPathFactory) -> Hub:
    """The small hub and an idea: entries of every kind."""
    root = tmp_path_factory.mktemp("idea")
    (root / "docs/ideas").mkdir(parents=True)
    (root / "docs/ideas/borrow.md").write_text(IDEA, encoding="utf-8")
    (root / "docs/ideas/index.md").write_text("---\ntitle: Ideas\nsummary: Short articles.\n---\n", encoding="utf-8")
    ideas = read_hub(root)[0]
    return replace(hub, ideas=ideas.ideas, pages={**hub.pages, **ideas.pages})


@pytest.fixture(scope="session")
def register() -> Register:
    """The register of a new hub: no entry has a number."""
    return Register()


@pytest.fixture(scope="session")
def data(full_hub: Hub, site: Site, templates: Environment) -> dict[str, bytes]:
    """The open data, by path below data/."""
    files = data_package_files(data_tables(full_hub), full_hub, site, templates)
    return {path.removeprefix("data/"): content for path, content in files}


@pytest.fixture(scope="session")
def feeds(full_hub: Hub, register: Register, site: Site, templates: Environment) -> dict[str, bytes]:
    """Every feed, by path."""
    return {
        path: render()
        for path, _, _, render in feed_files(all_feeds(full_hub, site), full_hub, register, site, templates)
    }


@pytest.fixture(scope="session")
def copies(full_hub: Hub, site: Site, templates: Environment) -> dict[str, str]:
    """Every entry as Markdown, and llms.txt, by path."""
    return {path: content.decode() for path, content in all_copies(full_hub, site, templates).items()}


def pages_of(hub: Hub, site: Site) -> dict[str, View]:
    """Return every page but the finder's, by address."""
    data = data_view(data_tables(hub), hub, site)
    views = [view for _, view in all_views(hub, date(2026, 11, 27))]
    return {view.page.address: view for view in [*views, data]}


@pytest.fixture(scope="session")
def pages(full_hub: Hub, site: Site) -> dict[str, View]:
    """Every page but the finder's, by address."""
    return pages_of(full_hub, site)


def graph(hub: Hub, site: Site, view: View) -> list[dict[str, Any]]:
    """Return a page's nodes of schema.org: its own, then its breadcrumb."""
    document = json.loads(PageHeads(hub, Register(), site).meta(view.page, view).json_ld)
    assert document["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = document["@graph"]
    return nodes
