"""A minimal repository in a temporary folder, in the shapes of the real files, and short ways to ask what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jinja2 import Environment

from ideas_hub.formats import markdown_copies
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import HUB_PAGE_FILES
from ideas_hub.problem import Problem
from ideas_hub.reading.references import find_broken_links
from ideas_hub.repository.assemble import read_hub
from ideas_hub.site.pages import EntryPageSpec, ExtrasByFile, PageSpec, page_batches
from ideas_hub.site.renderer import template_environment
from ideas_hub.site.settings import Settings, site_view
from ideas_hub.views.entries import entry_view
from ideas_hub.views.page import Site

CASE_STUDY = """\
---
title: Walking together in Somerset
summary: Short walks helped people who felt alone to meet others.
organisation: Spark Somerset
place: Somerset
region: south-west
themes: [nature-environment, arts-culture]
communities: [carers]
published: 2022-08-31
activities: [walking]
delivery: [in-person]
aims: [O1]
could_we_do_this: {cost: A few pounds a week for tea., cost_band: low}
worked:
  - A warm welcome at the door.
figures:
  - {value: 24, unit: people, label: People who came, base: All people who signed up, source: fund-evaluation, section: A8}
sources:
  - {source: fund-evaluation, section: Appendix 8}
---

## What they did

People walked, and talked with [other carers](../docs/communities/carers.md).
"""

LEARNING_POINT = """\
---
title: Use plain words with everyone
summary: Jargon keeps groups and people out.
kind: section-lesson
statement: Explain what you do in plain words.
audience: [provider]
topics: [partnership]
evidenced_by:
  - {case_study: walking, basis: stated, section: Appendix 8}
  - {project: spark-somerset, basis: inferred}
  - {programme: fund, basis: inferred}
sources:
  - {source: fund-evaluation, section: "4.3"}
published: 2022-08-31
figures: [people-counted]
---

Words matter.
"""

PROGRAMME = """\
---
title: Thriving Communities Fund
summary: A fund for local partnerships.
published: 2021-03-01
owner: [National Academy for Social Prescribing]
status: closed
who_for: Local partnerships of community groups.
regions: [south-west]
---

It is closed.
"""

IDEA = """\
---
title: Learning together
summary: What a regional lead learned in a hard year.
published: 2021-01-04
authors: [{name: Esther Watts, role: regional lead}]
takeaways: [Ask others what they need.]
programmes: [fund]
regions: [south-west]
---

A short text.
"""

SOURCE = """\
---
title: Evaluation of the Thriving Communities Fund
summary: The independent report on the Fund.
publisher: Wavehill
published: 2022-08-31
licence_note: We use its facts, in our own words.
cite: Wavehill (2022). Evaluation of the Thriving Communities Fund.
---

The final report.
"""

LISTS = """\
# The small vocabularies
activities:
  walking: {label: Walking, theme: nature-environment}
delivery:
  in-person: In person
aims:
  O1: Help people to feel less alone.
topics:
  partnership: Partnership
audiences:
  provider: Community groups
cost_bands:
  low: Under £100
"""

EVIDENCE = """\
subjects:
  people: Who took part
figures:
  people-counted:
    label: People counted as taking part
    value: 7402
    display: "7,402"
    unit: people
    statistic: count
    base_n: 25
    base: 25 projects that sent monitoring returns
    subject: people
    source: fund-evaluation
    section: "3.7"
  share-women:
    label: Women
    value: 64.5
    display: 64.5%
    unit: percent
    statistic: percent
    base_n: 5385
    base: People whose details projects shared
    subject: people
    source: fund-evaluation
    section: "3.7"
charts:
  who:
    title: Who took part
    subject: people
    section: "3.7"
    figures: [people-counted, share-women]
"""

GLOSSARY = """\
link-worker:
  term: Link worker
  forms: [link worker, link workers]
  meaning: Someone who connects a person to activities nearby.
"""

PROJECTS_HEADER = "id,organisation,project_name,region,place,local_authority,latitude,longitude_west,themes,communities,status,case_study,documented"
PROJECTS = f"""\
{PROJECTS_HEADER}
spark-somerset,Spark Somerset,"Walks, talks",south-west,Somerset,Somerset; Mendip,51.1,2.9,nature-environment; arts-culture,carers,funded,walking,full
"""


def term(label: str, phrase: str, extra: str = "") -> str:
    return f"---\nlabel: {label}\nphrase: {phrase}\ndefinition: What {label} means.\nsynonyms: [other words]\n{extra}---\n\nAbout it.\n"


FILES = {
    "case_studies/walking.md": CASE_STUDY,
    "docs/learning-points/plain-words.md": LEARNING_POINT,
    "docs/programmes/fund.md": PROGRAMME,
    "docs/ideas/learning-together.md": IDEA,
    "docs/sources/fund-evaluation.md": SOURCE,
    "docs/themes/nature-environment.md": term("Nature", "about nature"),
    "docs/themes/arts-culture.md": term("Arts and culture", "about arts and culture"),
    "docs/regions/south-west.md": term("South West", "in the South West", "code: E40000006\n"),
    "docs/regions/south-east.md": term("South East", "in the South East"),
    "docs/regions/national.md": term("Across England", "across England"),
    "docs/communities/carers.md": term("Unpaid carers", "for unpaid carers"),
    "docs/communities/young-carers.md": term("Young carers", "for young carers", "broader: carers\n"),
    "docs/vocabulary.yml": LISTS,
    "docs/evidence.yml": EVIDENCE,
    "docs/glossary.yml": GLOSSARY,
    "docs/projects/projects.csv": PROJECTS,
    **dict.fromkeys(HUB_PAGE_FILES, "---\ntitle: A page\nsummary: What is here.\n---\n\nA few words.\n"),
}


FOLDERS = {folder for file in FILES for folder in Path(file).parents}


@pytest.fixture(scope="session")
def one_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository that `tree` hands out: laid once, because laying it for each test would cost more than the tests."""
    return lay_tree(tmp_path_factory.mktemp("one_tree"))


@pytest.fixture
def tree(one_tree: Path) -> Iterator[Path]:
    """A repository whose content has no mistakes; whatever a test does to it is undone."""
    yield one_tree
    for path in sorted(one_tree.rglob("*"), reverse=True):  # what is in a folder before the folder
        if path.is_dir() and path not in {one_tree / folder for folder in FOLDERS}:
            path.rmdir()
        elif not path.is_dir() and path.relative_to(one_tree).as_posix() not in FILES:
            path.unlink(missing_ok=True)  # SQLite takes its own files away when it closes, which may be now
    for file, text in FILES.items():
        path = one_tree / file
        if not path.exists() or path.read_bytes() != text.encode():
            path.write_bytes(text.encode())


def lay_tree(root: Path) -> Path:
    for folder in FOLDERS:
        (root / folder).mkdir(parents=True, exist_ok=True)
    for file, text in FILES.items():
        (root / file).write_bytes(text.encode())
    return root


@pytest.fixture(scope="session")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    """The hub of a repository whose content has no mistakes; it is frozen, so that tests can share it."""
    return read_hub(lay_tree(tmp_path_factory.mktemp("hub")))[0]


Change = Callable[..., list[str]]


@pytest.fixture
def change(tree: Path) -> Change:
    """Replace a part of a file, once, and return the problems of the whole repository as editors see them."""

    def change_and_read(file: str, old: str, new: str) -> list[str]:
        text = FILES[file]
        assert old in text
        (tree / file).write_bytes(text.replace(old, new, 1).encode())
        return [str(problem) for problem in read_hub(tree)[1]]

    return change_and_read


def problems_of(root: Path, file: str) -> list[Problem]:
    """Return every problem of one file: of its facts, its references, its text and its links."""
    hub, problems = read_hub(root)
    for document in (*hub.entries, *hub.vocabulary.terms()):
        if document.file == file:
            problems += find_broken_links(document.links, file, document.body, document.body_line, set(FILES))
    return sorted((problem for problem in problems if problem.file == file), key=Problem.sort_key)


@pytest.fixture
def problems_in() -> Callable[[Path, str], list[Problem]]:
    return problems_of


def all_sheets(hub: Hub, today: date) -> Iterator[PageSpec]:
    """Yield every page but the finder's and that of the data, without photos and similar entries."""
    articles = {document.file: document.article for document in hub.documents}
    for batch in page_batches(hub, articles, ExtrasByFile(photos={}, similar={}, today=today)):
        for one in batch.make():
            yield PageSpec("entry.html", one.view().page, one.view()) if isinstance(one, EntryPageSpec) else one


def all_copies(hub: Hub, site: Site, templates: Environment) -> dict[str, bytes]:
    """Return every entry as Markdown, and the list of them, by path."""
    articles = {document.file: document.article for document in hub.documents}
    views = [(entry, entry_view(entry, hub, articles)) for entry in hub.entries]
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
    study = hub.case_studies["walking"]
    words = {"title": HOSTILE, "summary": HOSTILE, "organisation": HOSTILE, "place": HOSTILE, "worked": (HOSTILE,)}
    return replace(hub, case_studies={study.id: replace(study, facts=study.facts.model_copy(update=words))})


@pytest.fixture(scope="session")
def templates() -> Environment:
    """The real templates."""
    return template_environment(Path(__file__).resolve().parents[2])


@pytest.fixture(scope="session")
def site(hub: Hub) -> Site:
    """The site around the pages, at an address of its own."""
    return site_view(Settings(url="https://hub.example/ideas-hub/"), hub, {"redirect.js": "assets/redirect.0.js"})
