"""hooks/read_content.py: all content is read and checked, or the build stops before anything is touched."""

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files, get_files

from ideas_hub.site.context import load_context
from tests.conftest import lay_hub
from tests.hooks.conftest import LoadHook

MISSPELT = ("region: north-wales", "region: north-wlaes")


@pytest.fixture
def files(config: MkDocsConfig) -> Files:
    return get_files(config)


@pytest.fixture
def broken(tmp_path: Path) -> MkDocsConfig:
    """The configuration of a repository in which one case study has a misspelt region."""
    root = lay_hub(tmp_path / "hub")
    study = root / "case_studies/soldering.md"
    study.write_text(study.read_text(encoding="utf-8").replace(*MISSPELT), encoding="utf-8")
    return load_config(str(root / "mkdocs.yml"))


def test_the_content_is_passed_to_the_other_hooks(hook: LoadHook, config: MkDocsConfig) -> None:
    """They find the hub and the site's settings in `config.extra`."""
    del config.extra["ideas_hub"]

    hook("read_content").on_config(config)

    context = config.extra["ideas_hub"]
    assert "soldering" in context.hub.case_studies
    assert context.site.name == "Mending Wales"


def test_a_mistake_stops_the_build_with_file_line_and_the_nearest_word(hook: LoadHook, broken: MkDocsConfig) -> None:
    """The message is what an editor needs, not a traceback."""
    with pytest.raises(PluginError, match=r'case_studies/soldering.md:\d+: region: .*Did you mean "north-wales"\?'):
        hook("read_content").on_config(broken)


def test_content_that_a_preview_has_loaded_is_not_read_again(hook: LoadHook, broken: MkDocsConfig) -> None:
    """A preview shows the mistakes itself, and an editor sees the rest of the site while fixing them."""
    context = load_context(Path(broken.config_file_path).parent, cached=False)
    broken.extra["ideas_hub"] = context

    hook("read_content").on_config(broken)

    assert context.blocking
    assert broken.extra["ideas_hub"] is context


@pytest.mark.parametrize(
    ("address", "link"), [("https://git.example/a/b", "https://git.example/a/b/edit/main/"), ("", "")]
)
def test_edit_links_start_from_the_repository(hook: LoadHook, config: MkDocsConfig, address: str, link: str) -> None:
    """Without a repository's address no address is invented."""
    del config.extra["ideas_hub"]
    config.repo_url = address

    hook("read_content").on_config(config)

    assert config.extra["ideas_hub"].site.edit == link


def test_mkdocs_gets_only_the_prose_pages(hook: LoadHook, config: MkDocsConfig, files: Files) -> None:
    """The hub writes entries, lists, data and assets itself."""
    uris = {file.src_uri for file in hook("read_content").on_files(files, config=config)}

    assert uris == {"about.md", "accessibility.md", "privacy.md", "contribute/index.md"}


def test_of_the_theme_mkdocs_keeps_the_style_sheets(hook: LoadHook, config: MkDocsConfig, files: Files) -> None:
    """Its scripts are for the search and the navigation, which the hub has of its own."""
    theme = config.theme.get_env()
    files.add_files_from_theme(theme, config)

    uris = {file.src_uri for file in hook("read_content").on_files(files, config=config)}

    styles = {uri for uri in uris if uri.endswith(".css")}
    assert styles
    assert all(uri.startswith("assets/stylesheets/") for uri in styles)
    assert uris - styles == {"about.md", "accessibility.md", "privacy.md", "contribute/index.md"}


def test_the_theme_s_own_404_page_and_sitemap_are_not_rendered(
    hook: LoadHook, config: MkDocsConfig, files: Files
) -> None:
    """They know only the prose pages; the hub writes its own."""
    config.theme.static_templates.add("404.html")

    hook("read_content").on_files(files, config=config)

    assert not config.theme.static_templates


def test_mkdocs_never_walks_through_the_content(hook: LoadHook, config: MkDocsConfig, tmp_path: Path) -> None:
    """It would follow every link; while it looks for files, there is no folder to look in."""
    watched = config.docs_dir

    hook("read_content").on_config(config)

    assert list(get_files(config)) == []
    hook("read_content").on_files(Files([]), config=config)
    assert config.docs_dir == watched


def test_a_template_that_is_a_link_stops_even_a_preview(hook: LoadHook, tmp_path: Path) -> None:
    """MkDocs would follow it into the pages of prose."""
    root = lay_hub(tmp_path / "hub")
    (root / "overrides/main.html").unlink()
    (root / "overrides/main.html").symlink_to("/etc/passwd")
    config = load_config(str(root / "mkdocs.yml"))
    config.extra["ideas_hub"] = load_context(root, cached=False)

    with pytest.raises(PluginError, match=r"overrides/main\.html: this is a link"):
        hook("read_content").on_config(config)
