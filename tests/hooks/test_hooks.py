"""What each hook does, one event at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ideas_hub.site.assets import security_policy
from ideas_hub.site.context import BuildContext


@pytest.fixture
def files(config: MkDocsConfig) -> Files:
    return get_files(config)


@pytest.fixture
def about(config: MkDocsConfig, files: Files) -> Page:
    file = files.get_file_from_path("about.md")
    assert file
    return Page(None, file, config)


def test_mkdocs_keeps_only_the_prose_pages(
    hook: Callable[[str], ModuleType], config: MkDocsConfig, files: Files
) -> None:
    """Entries, lists, data and assets are the hub's own business."""
    kept = {file.src_uri for file in hook("read_content").on_files(files, config=config)}

    assert {"about.md", "accessibility.md", "privacy.md", "contribute/index.md"} <= kept
    assert not [
        name
        for name in kept
        if not name.endswith(".md") or name.startswith(("themes/", "learning-points/", "index.md"))
    ]


def test_the_theme_s_own_404_page_and_sitemap_are_not_made(
    hook: Callable[[str], ModuleType], config: MkDocsConfig, files: Files
) -> None:
    """They know only the prose pages; the hub makes its own."""
    hook("read_content").on_files(files, config=config)

    assert not config.theme.static_templates


def test_a_prose_page_gets_the_safe_html_of_the_core(
    hook: Callable[[str], ModuleType], config: MkDocsConfig, about: Page
) -> None:
    """What MkDocs made of the text is not used: there is one converter."""
    made = hook("prose_pages").on_page_content("<script>alert(1)</script>", page=about, config=config, files=Files([]))

    assert made == config.extra["ideas_hub"].articles["docs/about.md"].html
    assert "<script" not in made


def test_material_s_templates_get_the_site_and_the_way_to_its_root(
    hook: Callable[[str], ModuleType], config: MkDocsConfig, about: Page
) -> None:
    """The header, the menu and the footer are the same on every page."""
    context: Any = hook("prose_pages").on_page_context({}, page=about, config=config, nav=Navigation([], []))

    assert (context["root"], context["hub_page"].source) == ("../", "docs/about.md")
    assert context["hub_site"] is config.extra["ideas_hub"].site


def test_a_page_allows_just_the_inline_scripts_that_stand_in_it(
    hook: Callable[[str], ModuleType], config: MkDocsConfig, content: BuildContext, about: Page
) -> None:
    """Each inline script is named by its hash; data blocks are not scripts."""
    policy = content.site.policy.replace("'", "&#39;")
    page = f'<meta content="{policy}"><script>one()</script><script src="x.js"></script><script type="application/json">{{}}</script>'

    made = hook("prose_pages").on_post_page(page, page=about, config=config)

    assert security_policy("one()").replace("'", "&#39;") in made


def test_the_hub_joins_the_prose_pages_in_the_site_s_folder(
    hook: Callable[[str], ModuleType], config: MkDocsConfig
) -> None:
    """Entries, lists and data are written into the folder that MkDocs has filled."""
    folder = Path(config.site_dir)

    hook("publish_pages").on_post_build(config=config)

    assert (folder / "case-studies/spark-somerset/index.html").is_file()
    assert (folder / "data/case-studies.json").is_file()
