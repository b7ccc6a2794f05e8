"""A minimal repository in a temporary folder, in the shapes of the real files, and short ways to ask what is wrong."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from jinja2 import Environment

from ideas_hub.drafting.write_form import write_form_view
from ideas_hub.engine.cache import Cache
from ideas_hub.formats import markdown_copies
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.problem import Problem
from ideas_hub.repository.load import read_hub
from ideas_hub.site.build import output_groups
from ideas_hub.site.context import BuildContext
from ideas_hub.site.renderer import Renderer, View, template_environment
from ideas_hub.site.settings import Settings, site_view
from ideas_hub.site.single_pages import single_pages
from ideas_hub.views.entries import entry_view
from ideas_hub.views.evidence import subject_views
from ideas_hub.views.lists import list_builders
from ideas_hub.views.organisations import narrower_views, organisation_view
from ideas_hub.views.page import Site
from ideas_hub.views.partners import pair_views
from ideas_hub.views.places import place_views
from ideas_hub.views.projects import project_view
from tests.conftest import ROOT, SMALL_HUB

FILES = {
    path.relative_to(SMALL_HUB).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(SMALL_HUB.rglob("*"))
    if path.suffix in {".md", ".yml", ".csv"}
}
"""The small hub's text files, by path."""

PICTURES = {path.relative_to(SMALL_HUB).as_posix(): path.read_bytes() for path in SMALL_HUB.rglob("*.jpg")}
CASE_STUDY = FILES["case_studies/soldering.md"]
LEARNING_POINT = FILES["docs/learning-points/say-hello.md"]
PROGRAMME = FILES["docs/programmes/parts-fund.md"]
SOURCE = FILES["docs/sources/parts-evaluation.md"]
LISTS = FILES["docs/vocabulary.yml"]
EVIDENCE = FILES["docs/evidence.yml"]
GLOSSARY = FILES["docs/glossary.yml"]
PROJECTS = FILES["docs/projects/projects.csv"]
PROJECTS_HEADER = PROJECTS.partition("\n")[0]
ORGANISATIONS = FILES["docs/organisations/organisations.csv"]
CONTENT = {**{file: text.encode() for file, text in FILES.items()}, **PICTURES}


FOLDERS = {folder for file in CONTENT for folder in Path(file).parents}


@pytest.fixture(scope="session")
def one_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository that `tree` hands out, laid once: for each test it would cost more than the tests."""
    return lay_tree(tmp_path_factory.mktemp("one_tree"))


@pytest.fixture
def tree(one_tree: Path) -> Iterator[Path]:
    """A repository whose content has no mistakes; whatever a test does to it is undone."""
    yield one_tree
    for path in sorted(one_tree.rglob("*"), reverse=True):  # what is in a folder before the folder
        if path.is_dir() and path not in {one_tree / folder for folder in FOLDERS}:
            path.rmdir()
        elif not path.is_dir() and path.relative_to(one_tree).as_posix() not in CONTENT:
            path.unlink(missing_ok=True)  # SQLite takes its own files away when it closes, which may be now
    for file, content in CONTENT.items():
        path = one_tree / file
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)


def lay_tree(root: Path) -> Path:
    for folder in FOLDERS:
        (root / folder).mkdir(parents=True, exist_ok=True)
    for file, content in CONTENT.items():
        (root / file).write_bytes(content)
    return root


def with_columns(root: Path, names: str, *cells: str) -> None:
    """Add columns to the table of projects: their names, then the cells of each row."""
    table = root / "docs/projects/projects.csv"
    rows = table.read_text(encoding="utf-8").splitlines()
    table.write_text("".join(f"{row},{more}\n" for row, more in zip(rows, (names, *cells), strict=True)), "utf-8")


@pytest.fixture(scope="session")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    """The hub of a repository whose content has no mistakes; it is frozen, so that tests can share it."""
    return read_hub(lay_tree(tmp_path_factory.mktemp("hub")))[0]


Read = Callable[[Path], tuple[Hub, list[Problem]]]
Change = Callable[..., list[str]]


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Read a repository's hub and problems; files that are as another test had them come from a cache."""
    return partial(read_hub, cache=Cache(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def change(tree: Path, read: Read) -> Change:
    """Replace a part of a file, once, and return the problems of the whole repository as editors see them."""

    def change_and_read(file: str, old: str, new: str) -> list[str]:
        text = FILES[file]
        assert old in text
        (tree / file).write_bytes(text.replace(old, new, 1).encode())
        return [str(problem) for problem in read(tree)[1]]

    return change_and_read


def all_views(hub: Hub, today: date) -> Iterator[tuple[str, View]]:
    """Yield (template, view) of every page but those of the search and the data, without photos or similar entries."""
    yield from (("entry.html", entry_view(entry, hub)) for entry in hub.entries)
    yield from (("entry.html", project_view(row, hub)) for row in hub.projects.values())
    yield from (("entry.html", organisation_view(row, hub)) for row in hub.organisations.values())
    yield from (("organisations.html", view) for view in narrower_views(hub))
    yield from (("partners.html", view) for view in pair_views(hub))
    yield from (("list.html", view) for _, views in list_builders(hub) for view in views())
    yield from (("evidence_subject.html", view) for view in subject_views(hub))
    yield from (("places.html", view) for view in place_views(hub))
    yield from ((page.template, page.build_view()) for page in single_pages(hub, today))
    yield "write.html", write_form_view(hub, "", "")


def all_files(context: BuildContext) -> dict[str, bytes]:
    """Return every file of the site but the sitemap and the prose pages, by path."""
    groups = output_groups(Renderer(context), context.similar)
    return {path: render() for group in groups for path, _, render in group.files()}


def all_copies(hub: Hub, site: Site, templates: Environment) -> dict[str, bytes]:
    """Return every entry as Markdown, and the list of them, by path."""
    views = [(entry, entry_view(entry, hub)) for entry in hub.entries]
    made = {
        addresses.markdown_copy(view.page.address): markdown_copies.markdown_copy(view, entry, site, templates)
        for entry, view in views
    }
    return made | dict(markdown_copies.llms_txt(hub, site, templates))


HOSTILE = '=HYPERLINK("http://evil.example") </script><b>it\'s</b> ]]> & <!-- \u202eback\u202c {{ 7 * 7 }} $x_1% \\end'
"""What a careless check would let through, and every format must show as it stands."""


@pytest.fixture(scope="session")
def hostile_hub(hub: Hub) -> Hub:
    """A hub whose one case study says hostile things in every field that holds free words."""
    study = hub.case_studies["soldering"]
    words = {"title": HOSTILE, "summary": HOSTILE, "organisation": HOSTILE, "place": HOSTILE, "worked": (HOSTILE,)}
    return replace(hub, case_studies={study.id: replace(study, facts=study.facts.model_copy(update=words))})


@pytest.fixture(scope="session")
def templates() -> Environment:
    """The real templates."""
    return template_environment(ROOT)


SETTINGS = Settings(
    name="Mending Wales",
    short_name="mending-wales",
    strapline="What worked where people mend things",
    url="https://hub.example/ideas-hub/",
)


@pytest.fixture(scope="session")
def site(hub: Hub) -> Site:
    """The site around the pages, at an address of its own."""
    return site_view(SETTINGS, hub, {"redirect.js": "assets/redirect.0.js"})
