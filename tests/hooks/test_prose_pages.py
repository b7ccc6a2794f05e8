"""hooks/prose_pages.py: the pages that MkDocs renders are the hub's in text, furniture and security policy."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ideas_hub.engine.cache import Cache
from ideas_hub.site.assets import security_policy
from ideas_hub.site.context import BuildContext
from tests.hooks.conftest import LoadHook


@pytest.fixture
def about(config: MkDocsConfig) -> Page:
    file = get_files(config).get_file_from_path("about.md")
    assert file
    return Page(None, file, config)


def test_a_prose_page_gets_the_safe_html_of_the_core(hook: LoadHook, config: MkDocsConfig, about: Page) -> None:
    """MkDocs' own conversion is not used: it gets an empty text, and what it made of that is left out."""
    assert hook("prose_pages").on_page_markdown("# One", page=about, config=config, files=Files([])) == ""

    html = hook("prose_pages").on_page_content("<script>alert(1)</script>", page=about, config=config, files=Files([]))

    assert html == config.extra["ideas_hub"].hub.prose["docs/about.md"].article.html
    assert html.startswith("<")
    assert "<script" not in html
    anchors = [anchor for anchor, _ in config.extra["ideas_hub"].hub.prose["docs/about.md"].article.headings]
    assert anchors
    assert [heading.url for heading in about.toc] == [f"#{anchor}" for anchor in anchors]  # for the skip link


def test_the_theme_s_templates_get_the_site_and_the_way_to_its_root(
    hook: LoadHook, config: MkDocsConfig, about: Page
) -> None:
    """The header, the menu and the footer are the same on every page."""
    variables: Any = hook("prose_pages").on_page_context(
        {"page": about}, page=about, config=config, nav=Navigation([], [])
    )

    assert (variables["root"], variables["hub_page"].source) == ("../", "docs/about.md")
    assert variables["hub_site"] is config.extra["ideas_hub"].site
    assert variables["meta"] == config.extra["ideas_hub"].page_heads.meta(variables["hub_page"])
    assert variables["page"] is about


def test_a_page_allows_just_its_own_inline_scripts(
    hook: LoadHook, config: MkDocsConfig, context: BuildContext, about: Page
) -> None:
    """Each inline script is named by its hash; data blocks are not scripts."""
    policy = context.site.policy
    scripts = '<script>one()</script><script src="x.js"></script><script type="application/json">{}</script>'

    page = hook("prose_pages").on_post_page(f'<meta content="{policy}">{scripts}', page=about, config=config)

    expected = security_policy("one()")
    assert page == f'<meta content="{expected}">{scripts}'


def test_invalid_html_of_the_theme_is_repaired(hook: LoadHook, config: MkDocsConfig, about: Page) -> None:
    """A checkbox has no autocomplete."""
    page = '<input type="checkbox" id="__search" autocomplete="off"><input type="text" autocomplete="off">'

    assert hook("prose_pages").on_post_page(page, page=about, config=config) == (
        '<input type="checkbox" id="__search"><input type="text" autocomplete="off">'
    )


def test_the_theme_s_templates_are_compiled_once(
    hook: LoadHook, config: MkDocsConfig, context: BuildContext, tmp_path: Path
) -> None:
    """They wait in the cache for the next build, if there is one."""
    files = Files([])
    assert hook("prose_pages").on_env(Environment(autoescape=True), config=config, files=files).bytecode_cache is None

    config.extra["ideas_hub"] = replace(context, root=tmp_path, cache=Cache(tmp_path / ".cache"))
    theme = Environment(autoescape=True, loader=DictLoader({"main.html": "About"}))
    hook("prose_pages").on_env(theme, config=config, files=files).get_template("main.html")

    assert len(list((tmp_path / ".cache/templates/theme").iterdir())) == 1
