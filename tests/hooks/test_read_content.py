"""The first step reads everything, or stops the build before anything is touched."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from ideas_hub.site.context import load_context

ROOT = Path(__file__).resolve().parents[2]
SPELT_WRONG = ("region: south-west", "region: south-wset")


@pytest.fixture
def broken(tmp_path: Path) -> MkDocsConfig:
    """The settings of a repository in which one case study has a misspelt region."""
    for name in ("docs", "case_studies", "overrides", "hooks"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    study = tmp_path / "case_studies/spark-somerset.md"
    study.write_text(study.read_text(encoding="utf-8").replace(*SPELT_WRONG), encoding="utf-8")
    return load_config(str(tmp_path / "mkdocs.yml"))


def test_the_content_waits_for_the_steps_that_follow(hook: Callable[[str], ModuleType], config: MkDocsConfig) -> None:
    """Later hooks find the hub, its articles and the site's settings in `config.extra`."""
    del config.extra["ideas_hub"]

    hook("read_content").on_config(config)

    assert "spark-somerset" in config.extra["ideas_hub"].hub.case_studies


def test_a_mistake_stops_the_build_with_file_line_and_the_nearest_word(
    hook: Callable[[str], ModuleType], broken: MkDocsConfig
) -> None:
    """The message is what an editor needs, not a traceback."""
    with pytest.raises(PluginError, match=r'case_studies/spark-somerset.md:\d+: region: .*Did you mean "south-west"\?'):
        hook("read_content").on_config(broken)


def test_content_that_a_preview_has_read_is_not_read_again(
    hook: Callable[[str], ModuleType], broken: MkDocsConfig
) -> None:
    """A preview tells the mistakes itself, and an editor sees the rest of the site while mending."""
    content = load_context(Path(broken.config_file_path).parent, cached=False)
    broken.extra["ideas_hub"] = content

    hook("read_content").on_config(broken)

    assert content.blocking
    assert broken.extra["ideas_hub"] is content


@pytest.mark.parametrize(
    ("address", "link"), [("https://git.example/a/b", "https://git.example/a/b/edit/main/"), ("", "")]
)
def test_edit_links_start_from_the_repository(
    hook: Callable[[str], ModuleType], config: MkDocsConfig, address: str, link: str
) -> None:
    """Without a repository's address no address is invented."""
    del config.extra["ideas_hub"]
    config.repo_url = address

    hook("read_content").on_config(config)

    assert config.extra["ideas_hub"].site.edit == link
