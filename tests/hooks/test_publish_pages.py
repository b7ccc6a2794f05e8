"""hooks/publish_pages.py: every other page joins those that MkDocs has rendered."""

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from ideas_hub.site.build import Published
from tests.hooks.conftest import LoadHook


def test_the_hub_s_pages_and_data_join_the_prose_pages(hook: LoadHook, config: MkDocsConfig) -> None:
    """In the folder that MkDocs has filled, whose files stay."""
    folder = Path(config.site_dir)
    (folder / "about").mkdir(parents=True)
    (folder / "about/index.html").write_text("About", encoding="utf-8")

    hook("publish_pages").on_post_build(config=config)

    assert (folder / "case-studies/soldering/index.html").is_file()
    assert (folder / "data/case-studies.json").is_file()
    assert (folder / "about/index.html").read_text(encoding="utf-8") == "About"
    assert "case-studies/soldering/index.html" in config.extra["published"].written


def test_the_preview_gets_the_prose_pages_alone(hook: LoadHook, config: MkDocsConfig) -> None:
    """It renders the others on request."""
    config.extra["prose_only"] = True

    hook("publish_pages").on_post_build(config=config)

    assert "published" not in config.extra
    assert not Path(config.site_dir).exists()


def test_files_of_the_site_that_is_replaced_may_be_reused(
    hook: LoadHook, config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The command says which folder that is, and is told what was reused."""
    module = hook("publish_pages")
    monkeypatch.setattr(module, "publish", lambda *_, replaced: Published((), reused={str(replaced): 1}))
    config.extra["replaces"] = tmp_path

    module.on_post_build(config=config)

    assert config.extra["published"].reused == {str(tmp_path): 1}
