"""A build that finds an earlier one's site and cache gives byte for byte what a build from nothing gives, whatever was changed between.

Each change below is made to a small repository that has one of everything, the site is built again over the old one, and all
its files are held against a build of the same content in a new folder with nothing kept.  A change made twice is undone, so that
the sequences also come back to what was built before.
"""

from __future__ import annotations

import hashlib
import os
import random
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from mkdocs_build import BuildFailedError, build_site
from PIL import Image

from tests.conftest import ROOT
from tests.ideas_hub.conftest import CASE_STUDY, lay_tree


def study(title: str, region: str, community: str) -> str:
    """Return a case study; all were looked at in the same month, so that all are due on the same day."""
    text = CASE_STUDY.replace("Walking together in Somerset", title).replace("published:", "reviewed: 2026-11-01\npublished:")
    return text.replace("south-west", region).replace("communities: [carers]", f"communities: [{community}]")


STUDY, POINT = "case_studies/walking.md", "docs/learning-points/plain-words.md"
NAMED, DRAFTED, RENAMED, ADDED = (f"case_studies/{name}.md" for name in ("hills", "singing", "choir", "bees"))
STUDIES = {
    NAMED: study("Up the hills", "south-east", "carers"),
    DRAFTED: study("Singing in Kent", "south-east", "young-carers"),
    RENAMED: study("A choir for all", "south-west", "carers"),
    ADDED: study("Bees for all", "south-west", "young-carers"),
}
PICTURE = "case_studies/images/walk.jpg"
SHOWN = "image: {file: walk.jpg, alt: People on a path., credit: Spark Somerset, licence: CC-BY-4.0, people: false}\npublished:"
PROSE = "---\ntitle: A page\nsummary: What is here.\n---\n\nA few words, and a link worker.\n"
PROSE_FILES = ("docs/about.md", "docs/accessibility.md", "docs/privacy.md", "docs/contribute/index.md")
SECOND_PAGE = "case-studies/page/2/index.html"
THEME = "---\nlabel: Faith\nphrase: about faith\ndefinition: What people believe.\n---\n"
REGISTER = "number,kind,id,address\n1,case-studies,walking,case-studies/walking/\n2,case-studies,hills,case-studies/hills/\n"
LEAN_PAGE = """<!doctype html><html lang="en"><head>{% block site_meta %}{% endblock %}{% block styles %}{% endblock %}</head>
<body>{% block header %}{% endblock %}{% block container %}{% endblock %}{% block footer %}{% endblock %}</body></html>
"""
"""Instead of the theme's own: a third of the time of these builds would go to that, and no change here is about it."""

TODAY, LATER = "1795219200", "1953072000"
"""Two days, as seconds since 1970: in 2026 and in 2031."""


@dataclass
class Hub:
    """A repository, and the site that is built from it again and again.

    made: the changes that were made and not undone.  cold: what builds from nothing gave, by what they were made of.
    """

    folder: Path
    address: str = "https://hub.example/ideas-hub/"
    day: str = TODAY
    made: list[str] = field(default_factory=list)
    cold: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def root(self) -> Path:
        return self.folder / "repository"

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def build(self, site: Path, root: Path) -> None:
        os.environ["SOURCE_DATE_EPOCH"] = self.day
        build_site(site, root=root, cards=False, address=self.address)

    def differences(self) -> list[str]:
        """Build over the old site and return the files that are other than a build from nothing makes them."""
        self.build(self.site, self.root)
        warm, cold = digests(self.site), self.built_from_nothing()
        return sorted(file for file in warm.keys() | cold.keys() if warm.get(file) != cold.get(file))

    def built_from_nothing(self) -> dict[str, str]:
        """Return the files of a build with nothing kept; content that was built before in this way is not built twice."""
        content = digests(self.root)
        state = repr((self.address, self.day, sorted((name, one) for name, one in content.items() if not name.startswith(".cache/"))))
        if state not in self.cold:
            root, site = self.folder / "other/repository", self.folder / "other/site"
            shutil.copytree(self.root, root, ignore=shutil.ignore_patterns(".cache"), copy_function=os.link)
            self.build(site, root)
            self.cold[state] = digests(site)
            shutil.rmtree(self.folder / "other")
        return self.cold[state]

    def swap(self, file: str, one: str, other: str) -> None:
        """Replace a part of a file by another; where the other stands already, the other way round."""
        text = (self.root / file).read_text(encoding="utf-8")
        one, other = (other, one) if other in text else (one, other)
        assert one in text, (file, one)
        (self.root / file).write_text(text.replace(one, other, 1), encoding="utf-8")

    def add_or_delete(self, file: str, text: str) -> None:
        path = self.root / file
        path.unlink() if path.exists() else path.write_text(text, encoding="utf-8")


def digests(folder: Path) -> dict[str, str]:
    """Return a digest of each file by its path in the folder."""
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(scope="module", autouse=True)
def _environment() -> Iterator[None]:
    """Give the day back that the builds of this file set."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("NO_MKDOCS_2_WARNING", "1")
        environment.setenv("SOURCE_DATE_EPOCH", TODAY)
        yield


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    """A repository with some of everything, built once; each test takes it as the one before has left it."""
    hub = Hub(tmp_path_factory.mktemp("hub"))
    lay_repository(hub.root)
    hub.build(hub.site, hub.root)
    return hub


def lay_repository(root: Path) -> None:
    lay_tree(root)
    for name in ("overrides", "hooks", "docs/assets"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    lean = re.sub(r"^theme:\n(?:  .*\n)+", "theme: {name: null, custom_dir: overrides}\n", settings, flags=re.MULTILINE)
    texts = {
        "mkdocs.yml": lean,
        "overrides/base.html": LEAN_PAGE,
        "published.csv": REGISTER,
        **dict.fromkeys(PROSE_FILES, PROSE),
        **STUDIES,
    }
    for file, text in texts.items():
        if file != ADDED:
            (root / file).write_text(text, encoding="utf-8")
    (root / PICTURE).parent.mkdir()
    draw(root, 60)


def draw(root: Path, colour: int) -> None:
    Image.new("RGB", (700, 500), (colour, 90, 90)).save(root / PICTURE)


def rename(hub: Hub) -> None:
    """Rename a case study; its old name leads on."""
    old, new = hub.root / RENAMED, hub.root / "case_studies/chorus.md"
    if new.exists():
        new.unlink()
        old.write_text(STUDIES[RENAMED], encoding="utf-8")
    else:
        old.unlink()
        new.write_text(STUDIES[RENAMED].replace("published:", f"redirect_from: [{old.stem}]\npublished:"), encoding="utf-8")


def move_the_site(hub: Hub) -> None:
    hub.address = "https://other.example/" if "hub" in hub.address else "https://hub.example/ideas-hub/"


def let_years_pass(hub: Hub) -> None:
    hub.day = LATER if hub.day == TODAY else TODAY


def swap_the_picture(hub: Hub) -> None:
    """Show a picture if none is shown, and build with it: only then can there be another of the same name."""
    if SHOWN not in (hub.root / STUDY).read_text(encoding="utf-8"):
        hub.swap(STUDY, "published:", SHOWN)
        hub.build(hub.site, hub.root)
    before = (hub.root / PICTURE).read_bytes()
    draw(hub.root, 60)
    if (hub.root / PICTURE).read_bytes() == before:
        draw(hub.root, 160)


def keep_the_time_and_the_size(hub: Hub) -> None:
    """Change letters of a text as a tool may that gives files back the time they had."""
    path = hub.root / STUDY
    was = path.stat()
    hub.swap(STUDY, "and talked with", "and walked with")
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))


def text(file: str, one: str, other: str) -> Callable[[Hub], None]:
    return lambda hub: hub.swap(file, one, other)


def every(*changes: Callable[[Hub], None]) -> Callable[[Hub], None]:
    """Make several changes at once, where none can hide what another misses."""

    def make(hub: Hub) -> None:
        for change in changes:
            change(hub)

    return make


CHANGES: dict[str, Callable[[Hub], None]] = {
    "a text": text(STUDY, "People walked", "People and a link worker walked"),
    "a text in a file of the same time and size": keep_the_time_and_the_size,
    "a title": text(STUDY, "Walking together", "Strolling together"),
    "tags": text(STUDY, "themes: [nature-environment, arts-culture]", "themes: [arts-culture]"),
    "a name": rename,
    "a new case study": lambda hub: hub.add_or_delete(ADDED, STUDIES[ADDED]),
    "a draft": text(DRAFTED, "published:", "draft: true\npublished:"),
    "a picture shown": text(STUDY, "published:", SHOWN),
    "another picture of the same name": swap_the_picture,
    "what shows a learning point": text(POINT, "case_study: walking", "case_study: hills"),
    "a label": text("docs/themes/arts-culture.md", "label: Arts and culture", "label: Making and doing"),
    "synonyms and the meaning of a word": every(
        text("docs/communities/carers.md", "other words", "looking after"), text("docs/glossary.yml", "activities nearby", "things nearby")
    ),
    "the forms of a word": text("docs/glossary.yml", "forms: [link worker, link workers]", "forms: [link workers]"),
    "a new term": lambda hub: hub.add_or_delete("docs/themes/faith.md", THEME),
    "the small vocabularies": text("docs/vocabulary.yml", "label: Walking", "label: On foot"),
    "a figure": text("docs/evidence.yml", "People counted as taking part", "People who were counted"),
    "a project and a number": every(
        text("docs/projects/projects.csv", '"Walks, talks"', "Out and about"), text("published.csv", "\n2,", "\n3,")
    ),
    "words of three pages": every(
        text("docs/sources/fund-evaluation.md", "The final report.", "The last report."),
        text("docs/about.md", "A few words", "Some words"),
        text("docs/themes/index.md", "A few words", "Some words"),
    ),
    "the templates of entries and of a text": every(
        text("overrides/hub/entry.html", "{% block main %}", "{% block main %}New "), text("overrides/hub/llms.txt", "\n", "\nNew\n")
    ),
    "a template in all others": text("overrides/partials/site.html", "<header", "<header data-new"),
    "the style sheet": text("docs/assets/css/hub.css", "{", "{/* new */"),
    "the site's name": text("mkdocs.yml", "site_name: Ideas Hub", "site_name: Good Ideas"),
    "the site's address": move_the_site,
    "the day": let_years_pass,
}


def spoil_a_page(hub: Hub) -> None:
    """Change a letter of a built page."""
    page = hub.site / "case-studies/walking/index.html"
    page.write_bytes(page.read_bytes().replace(b"Somerset", b"Somersex", 1))


def lose_files(hub: Hub) -> None:
    (hub.site / "index.html").unlink()
    shutil.rmtree(hub.site / "search")


def put_files_in(hub: Hub) -> None:
    (hub.site / "themes/stray.html").write_text("not ours", encoding="utf-8")
    (hub.site / "case-studies/gone").mkdir()
    (hub.site / "case-studies/gone/index.html").write_text("not ours", encoding="utf-8")


def lose_the_site(hub: Hub) -> None:
    shutil.rmtree(hub.site)


def lose_the_cache(hub: Hub) -> None:
    shutil.rmtree(hub.root / ".cache")


def cut_the_cache(hub: Hub) -> None:
    spoil_the_cache(hub, lambda content: content[: len(content) // 2])


def fill_the_cache_with_rubbish(hub: Hub) -> None:
    spoil_the_cache(hub, lambda content: random.Random(1).randbytes(len(content)))  # noqa: S311 no secret


def spoil_the_cache(hub: Hub, spoilt: Callable[[bytes], bytes]) -> None:
    for file in [path for path in (hub.root / ".cache").rglob("*") if path.is_file()]:
        content = file.read_bytes()
        file.unlink()  # this process may still hold it, as no build would that finds it spoilt
        file.write_bytes(spoilt(content))


def fail_once(hub: Hub) -> None:
    """Stop a build by a mistake, which is mended before the next."""
    hub.swap(STUDY, "region: south-west", "region: nowhere")
    before = digests(hub.site)
    with pytest.raises(BuildFailedError):
        hub.build(hub.site, hub.root)
    assert digests(hub.site) == before
    hub.swap(STUDY, "region: south-west", "region: nowhere")


def build_elsewhere(hub: Hub) -> None:
    """Let another build use the same cache: of other content, for another address, into another folder."""
    change(hub, "the site's address", "a title")
    hub.build(hub.folder / "elsewhere", hub.root)
    change(hub, "the site's address", "a title")


def bring_back_an_older_site(hub: Hub) -> None:
    hub.site.rename(hub.folder / "older")
    change(hub, "a text")
    hub.build(hub.site, hub.root)
    shutil.rmtree(hub.site)
    (hub.folder / "older").rename(hub.site)


ACCIDENTS = (
    spoil_a_page,
    lose_files,
    put_files_in,
    lose_the_site,
    bring_back_an_older_site,
    lose_the_cache,
    cut_the_cache,
    fill_the_cache_with_rubbish,
    build_elsewhere,
    fail_once,
)


def change(hub: Hub, *names: str) -> None:
    for name in names:
        CHANGES[name](hub)
        hub.made = sorted({*hub.made} ^ {name})


@pytest.mark.parametrize("name", CHANGES)
def test_after_a_change_the_site_is_what_a_build_from_nothing_makes(hub: Hub, name: str) -> None:
    """One upon the other, each built alone, so that no other change hides what it misses; each shows somewhere."""
    before = digests(hub.site)

    change(hub, name)

    assert hub.differences() == []
    assert digests(hub.site) != before


@pytest.mark.parametrize("accident", ACCIDENTS, ids=lambda accident: accident.__name__)
def test_what_happens_to_built_files_or_to_the_cache_is_put_right(hub: Hub, accident: Callable[[Hub], None]) -> None:
    """The old site and what is kept are believed only as far as they can be checked."""
    accident(hub)

    assert hub.differences() == []


@pytest.mark.parametrize("turn", range(2))
def test_after_changes_drawn_by_lot_too(hub: Hub, turn: int) -> None:
    """Several at once, the same every time; one that was made before is undone."""
    names = random.Random(turn).sample(list(CHANGES), 8)  # noqa: S311 the same every time is the point
    change(hub, *names)

    assert hub.differences() == [], names


def test_with_everything_undone_the_site_is_what_it_was_first(hub: Hub) -> None:
    """Nothing stays behind of all that was changed meanwhile."""
    change(hub, *hub.made)

    assert hub.differences() == []


def test_with_more_entries_than_a_list_has_room_for(tmp_path: Path) -> None:
    """So many that all processors share the work; with some deleted, the second page of a list goes too."""
    hub = Hub(tmp_path)
    lay_repository(hub.root)
    walks = {f"case_studies/walk-{number:02}.md": STUDIES[ADDED].replace("Bees", f"Walk {number}") for number in range(56)}
    for file, text in walks.items():
        (hub.root / file).write_text(text, encoding="utf-8")
    hub.build(hub.site, hub.root)
    assert (hub.site / SECOND_PAGE).is_file()

    for file in list(walks)[:10]:
        (hub.root / file).unlink()
    hub.swap(STUDY, "People walked", "People sang")

    assert hub.differences() == []
    assert not (hub.site / SECOND_PAGE).exists()
