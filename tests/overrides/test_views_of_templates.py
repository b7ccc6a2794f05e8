"""A template uses only what its view has, and a view has only what a template or a format uses."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ideas_hub.model.sections import SECTIONS
from ideas_hub.repository.load import read_hub
from ideas_hub.views.clean_photo import CleanPhotoView
from ideas_hub.views.data import DataView
from ideas_hub.views.entries import entry_view
from ideas_hub.views.entry_page import EntryView
from ideas_hub.views.events import EventsView
from ideas_hub.views.evidence import EvidenceView, SubjectView
from ideas_hub.views.finder import FinderView
from ideas_hub.views.glossary import GlossaryView
from ideas_hub.views.home import HomeView
from ideas_hub.views.learning_points import LearningPointsView
from ideas_hub.views.lists import ListView
from ideas_hub.views.meta import CiteView, Meta
from ideas_hub.views.not_found import NotFoundView
from ideas_hub.views.organisations import OrganisationsView
from ideas_hub.views.page import Page, Site
from ideas_hub.views.paper_form import PaperFormView
from ideas_hub.views.partners import PartnersView
from ideas_hub.views.places import PlacesView
from ideas_hub.views.projects import ProjectsView
from ideas_hub.views.review import ReviewView
from ideas_hub.views.setbacks import SetbacksView
from ideas_hub.views.shortlist import ShortlistView
from ideas_hub.views.sources import SourcesView
from ideas_hub.views.terms import TermsView
from ideas_hub.views.trails import TrailsView
from ideas_hub.views.write import WriteView
from tests.conftest import ROOT
from tests.ideas_hub.conftest import all_views
from tests.overrides.template_types import ROW_OF_SHAPE, Findings, Template

VIEWS: Mapping[str, type] = {
    "clean_photo.html": CleanPhotoView,
    "data.html": DataView,
    "entry.html": EntryView,
    "entry.md": EntryView,
    "events.html": EventsView,
    "evidence.html": EvidenceView,
    "evidence_subject.html": SubjectView,
    "feed_content.html": EntryView,
    "find.html": FinderView,
    "glossary.html": GlossaryView,
    "home.html": HomeView,
    "learning_points.html": LearningPointsView,
    "list.html": ListView,
    "not_found.html": NotFoundView,
    "organisations.html": OrganisationsView,
    "paper_form.html": PaperFormView,
    "partners.html": PartnersView,
    "places.html": PlacesView,
    "projects.html": ProjectsView,
    "review.html": ReviewView,
    "setbacks.html": SetbacksView,
    "shortlist.html": ShortlistView,
    "sources.html": SourcesView,
    "terms.html": TermsView,
    "trails.html": TrailsView,
    "write.html": WriteView,
}
"""By template, below overrides/hub: the view that it is given."""

PARTS = {
    *("base.html", "cite.html", "meta.html", "photo.html", "region_overview.html", "region_map.html", "share.html"),
    "write_preview.html",
    *("plan.html", "similar.html"),
    *("data_readme.md", "feed.xml", "llms.txt", "redirect.html", "sitemap.xml"),  # given no view
}
AROUND = {"page": Page, "site": Site, "meta": Meta, "cite": CiteView}
"""What every page is given beside its view."""


def findings_of(view: type, *sources: Template) -> Findings:
    findings = Findings()
    for template in sources:
        template.read({**AROUND, "view": view}, findings)
    return findings


def in_source(source: str, view: type) -> set[str]:
    return findings_of(view, Template("this", source)).missing


@pytest.mark.parametrize(("template", "view"), VIEWS.items())
def test_a_template_uses_only_what_its_view_has(template: str, view: type) -> None:
    """Followed through its loops, and into what it includes, imports and extends."""
    assert findings_of(view, Template(f"hub/{template}")).missing == set()


def test_every_template_is_in_the_table_with_the_view_that_it_is_given(hub_root: Path) -> None:
    """The table above is what the pages of the small hub are rendered with."""
    hub, _ = read_hub(hub_root)
    rendered = {template: type(view) for template, view in all_views(hub, date(2026, 11, 27))}

    assert rendered.items() <= VIEWS.items()
    assert {path.name for path in (ROOT / "overrides/hub").iterdir()} == VIEWS.keys() | PARTS


def test_nothing_is_in_a_view_that_no_template_and_no_format_uses() -> None:
    """Whoever reads a view can ask where each field ends up."""
    used = set[tuple[type, str]]().union(
        *(findings_of(view, Template(f"hub/{template}")).used for template, view in VIEWS.items())
    )
    formats = {name for folder in ("formats", "site") for name in names_used(folder)}
    views = {owner for owner, _ in used if owner.__module__.startswith("ideas_hub.views")}

    assert views >= set(VIEWS.values())
    assert {
        f"{view.__name__}.{one.name}"
        for view in views
        for one in fields(view)
        if one.name not in formats and (view, one.name) not in used
    } == set()


def names_used(package: str) -> set[str]:
    """Return every attribute that the modules of a package name."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "ideas_hub" / package).glob("*.py"))
    return {node.attr for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


@dataclass(frozen=True)
class Inner:
    """A row of a view made up for these tests."""

    words: str


@dataclass(frozen=True)
class Outer:
    """A view made up for these tests."""

    page: Page
    rows: tuple[Inner, ...]
    pairs: tuple[tuple[str, Inner], ...]
    one: Inner | None

    @property
    def first(self) -> Inner:
        """A row that is computed."""
        return self.rows[0]


@pytest.mark.parametrize(
    ("source", "missing"),
    [
        ("{{ view.words }}", "Outer.words"),
        ("{% if view.words %}{% endif %}", "Outer.words"),
        ("{% for row in view.rows %}{{ row.page }}{% endfor %}", "Inner.page"),
        ("{% for name, row in view.pairs %}{{ name }}{{ row.page }}{% endfor %}", "Inner.page"),
        ("{{ view.rows[0].page }}", "Inner.page"),
        ("{{ view.one.page }}{{ view.one.words }}", "Inner.page"),
        ("{{ view.first.page }}{{ view.first.words }}", "Inner.page"),
        ("{% macro m(row) %}{{ row.page }}{% endmacro %}{{ m(view.one) }}", "Inner.page"),
        ("{% set row = view.one %}{{ row.page }}", "Inner.page"),
        ("{{ view.page.words|upper }}", "Page.words"),
        ('<a{% if view.one and not view.two %} href="{{ root }}"{% endif %}>', "Outer.two"),
    ],
)
def test_an_attribute_that_is_not_there_is_found(source: str, missing: str) -> None:
    """In an output, a condition, a loop, a macro: the contract would be worth little otherwise."""
    assert in_source(source, Outer) == {f"{missing} in this"}


def test_macros_of_another_file_are_read_with_what_they_are_given() -> None:
    source = '{% import "partials/parts.html" as parts %}{{ parts.card(view.one, root) }}'

    assert "Inner.summary in partials/parts.html" in in_source(source, Outer)


def test_the_macro_of_each_shape_is_read_with_its_rows() -> None:
    """A section of facts has rows of facts, which have no number."""
    table = ", ".join(f'"{shape}": {"numbers" if shape == "facts" else "nothing"}' for shape in ROW_OF_SHAPE)
    source = (
        "{% macro numbers(rows) %}{% for row in rows %}{{ row.number }}{% endfor %}{% endmacro %}"
        f"{{% macro nothing(rows) %}}{{% endmacro %}}{{% set shapes = {{{table}}} %}}"
        "{% for section, rows in view.sections %}{{ shapes[section.shape](rows) }}{% endfor %}"
    )

    assert in_source(source, EntryView) == {"Fact.number in this"}


def test_each_section_lists_what_its_shape_says(hub_root: Path) -> None:
    """In every entry of the small hub; so what a macro asks of its rows is there."""
    hub, _ = read_hub(hub_root)
    listed = {
        (section.shape, type(row))
        for entry in hub.entries
        for section, rows in entry_view(entry, hub).sections
        for row in rows
    }

    assert listed <= ROW_OF_SHAPE.items()
    assert {section.shape for section in SECTIONS} == ROW_OF_SHAPE.keys()


def test_what_a_document_holds_is_followed() -> None:
    """A row of the page of sources has a document, whose facts are those of a source."""
    source = "{% for row in view.sources %}{{ row.source.facts.cite }}{{ row.source.facts.statement }}{% endfor %}"

    assert in_source(source, SourcesView) == {"Source.statement in this"}


def test_a_view_is_found_to_use_what_is_there() -> None:
    used: set[tuple[Any, str]] = set(findings_of(Outer, Template("this", "{{ view.first.words }}")).used)

    assert used == {(Outer, "first"), (Inner, "words")}
