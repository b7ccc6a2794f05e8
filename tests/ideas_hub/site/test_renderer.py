"""ideas_hub/site/renderer.py: what a template may do, and when a page has to be rendered again."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError

from ideas_hub.model.hub import Hub
from ideas_hub.site.context import BuildContext
from ideas_hub.site.renderer import Renderer, enable_bytecode_cache, template_environment
from ideas_hub.site.settings import Settings
from ideas_hub.views.cards import card
from ideas_hub.views.page import Page
from tests.conftest import ROOT


@dataclass(frozen=True)
class Words:
    """The view of a page with words of its own."""

    page: Page
    words: object = "text"


ABOUT = Page("About", "What this is.", "about/")
NOT_FOUND = Page("Page not found", "There is no page at this address.", "404.html")


@pytest.fixture
def own(context: BuildContext, tmp_path: Path) -> Renderer:
    """A renderer of one template that a test may change."""
    (tmp_path / "overrides/hub").mkdir(parents=True)
    (tmp_path / "overrides/hub/one.html").write_text(
        "<p>{{ view.words }}, {{ page.title }}, {{ site.name }}</p>\n", encoding="utf-8"
    )
    return Renderer(replace(context, root=tmp_path))


def again(renderer: Renderer) -> Renderer:
    """Return a renderer of the next build, over the same content."""
    return Renderer(replace(renderer.context))


def test_a_name_that_a_view_lacks_is_an_error() -> None:
    """A template that says nothing where it should would be published in silence."""
    with pytest.raises(UndefinedError):
        template_environment(ROOT).from_string("{{ view.nothing }}").render(view=object())


def test_text_is_escaped(own: Renderer) -> None:
    assert own.render("one.html", Words(ABOUT, "a < b")).startswith(b"<p>a &lt; b, About, ")


def test_a_page_is_rendered_when_it_is_needed(own: Renderer) -> None:
    """A page that can be reused is not rendered at all: the broken template is noticed only then."""
    (own.context.root / "overrides/hub/one.html").write_text("{{ view.nothing }}", encoding="utf-8")
    path, _, render = own.page("one.html", Words(ABOUT))

    assert path == "about/index.html"
    with pytest.raises(UndefinedError):
        render()


def test_the_same_page_has_the_same_key_in_every_build(own: Renderer) -> None:
    assert (
        own.page("one.html", Words(ABOUT, ("one", 2))).key == again(own).page("one.html", Words(ABOUT, ("one", 2))).key
    )


@pytest.mark.parametrize(
    ("template", "view"),
    [
        ("one.html", Words(ABOUT, "other text")),
        ("one.html", Words(replace(ABOUT, title="Other title"))),
        ("two.html", Words(ABOUT)),
    ],
    ids=["view", "page", "template"],
)
def test_another_view_page_or_template_has_another_key(own: Renderer, template: str, view: Words) -> None:
    assert own.page(template, view).key != own.page("one.html", Words(ABOUT)).key


def test_a_changed_template_changes_every_key(own: Renderer) -> None:
    """Any template may include any other."""
    before = own.key(name="data")
    (own.context.root / "overrides/hub/unused.html").write_text("new", encoding="utf-8")

    assert again(own).key(name="data") != before


def test_changed_settings_change_every_key(own: Renderer) -> None:
    """The name, the menu and the footer are on every page."""
    renamed = Renderer(replace(own.context, settings=Settings(name="Another hub")))

    assert renamed.key(name="data") != own.key(name="data")


@pytest.mark.parametrize(
    ("page", "url", "root"),
    [
        (NOT_FOUND, "https://hub.example/ideas-hub/", "/ideas-hub/"),
        (NOT_FOUND, "https://hub.example/", "/"),
        (NOT_FOUND, "", "./"),
        (ABOUT, "https://hub.example/ideas-hub/", "../"),
    ],
)
def test_only_the_page_for_unknown_addresses_links_from_the_site_s_own_address(
    own: Renderer, page: Page, url: str, root: str
) -> None:
    """GitHub Pages serves it at any depth."""
    (own.context.root / "overrides/hub/one.html").write_text("{{ root }}", encoding="utf-8")
    renderer = Renderer(replace(own.context, settings=Settings(url=url)))

    assert renderer.render("one.html", Words(page)).decode() == root


def test_compiled_templates_wait_for_the_next_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    template_environment(ROOT, tmp_path / "code").get_template("partials/parts.html")
    assert len(list((tmp_path / "code").iterdir())) == 1

    monkeypatch.setattr(Environment, "compile", None)
    template_environment(ROOT, tmp_path / "code").get_template("partials/parts.html")
    assert enable_bytecode_cache(template_environment(ROOT), None).bytecode_cache is None


@pytest.mark.parametrize("damage", ["a letter", "cut", "a folder", "no folder"])
def test_a_damaged_compiled_template_is_compiled_once_more(tmp_path: Path, damage: str) -> None:
    """No part of it runs; where none can be stored, each build compiles its own."""
    rendered = template_environment(ROOT).get_template("partials/parts.html").module.__dict__.keys()
    template_environment(ROOT, tmp_path / "code").get_template("partials/parts.html")
    [stored] = (tmp_path / "code").iterdir()
    content = stored.read_bytes()
    if damage == "a letter":
        stored.write_bytes(content[:-200] + b"?" + content[-199:])
    elif damage == "cut":
        stored.write_bytes(content[: len(content) // 2])
    else:
        stored.unlink()
        stored.mkdir()
    folder = stored / "code" if damage == "no folder" else tmp_path / "code"
    if damage == "no folder":
        stored.rmdir()
        stored.write_text("a file where a folder should be")

    again = template_environment(ROOT, folder).get_template("partials/parts.html")
    assert again.module.__dict__.keys() == rendered


def test_a_card_is_rendered_once_for_all_lists_of_one_depth(hub: Hub) -> None:
    """It appears on a dozen of them."""
    environment = template_environment(ROOT)
    template = environment.from_string("{{ card_html(card, root) }}")
    one = card(hub.entries[0], hub)
    html = [template.render(card=one, root=root) for root in ("../", "../", "../../")]

    assert html[0] == html[1] != html[2]
    assert environment.globals["card_html"].cache_info().misses == 2  # type: ignore[attr-defined]
