"""Changes to a site that is built over and over, and accidents that may happen to it.

A change made a second time is undone, so sequences of changes also come back to what was built before.
"""

import os
import random
import shutil
from collections.abc import Callable

import pytest
from site_build import BuildFailedError

from tests.conftest import SITE_URL, digests
from tests.site.warm_site import ADDED, DRAFTED, PICTURE, RENAMED, STUDIES, STUDY, TODAY, WarmSite, draw

Change = Callable[[WarmSite], None]

POINT = "docs/learning-points/say-hello.md"
SHOWN = (
    "image: {file: walk.jpg, alt: People on a path., credit: Third Drawer Society, licence: CC-BY-4.0, people: false}\n"
    "published:"
)
THEME = "---\nlabel: Faith\nphrase: about faith\ndefinition: What people believe.\n---\n"
LATER = "1953072000"
"""A day of 2031, when reviews are due."""


def change(warm: WarmSite, *names: str) -> None:
    """Make changes, or undo those that were made before."""
    for name in names:
        CHANGES[name](warm)
        warm.changed = sorted({*warm.changed} ^ {name})


def rename(warm: WarmSite) -> None:
    """Rename a case study; its old name leads on."""
    old, new = warm.root / RENAMED, warm.root / "case_studies/chorus.md"
    if new.exists():
        new.unlink()
        old.write_text(STUDIES[RENAMED], encoding="utf-8")
    else:
        old.unlink()
        text = STUDIES[RENAMED].replace("published:", f"redirect_from: [{old.stem}]\npublished:")
        new.write_text(text, encoding="utf-8")


def move_the_site(warm: WarmSite) -> None:
    warm.address = "https://other.example/" if warm.address == SITE_URL else SITE_URL


def let_years_pass(warm: WarmSite) -> None:
    warm.day = LATER if warm.day == TODAY else TODAY


def swap_the_picture(warm: WarmSite) -> None:
    """Show a picture if none is shown, and build with it: only then can there be another of the same name."""
    if SHOWN not in (warm.root / STUDY).read_text(encoding="utf-8"):
        warm.swap(STUDY, "published:", SHOWN)
        warm.build()
    before = (warm.root / PICTURE).read_bytes()
    draw(warm.root, 60)
    if (warm.root / PICTURE).read_bytes() == before:
        draw(warm.root, 160)


def keep_the_time_and_the_size(warm: WarmSite) -> None:
    """Change letters of a text as a tool may that gives files back the time they had."""
    path = warm.root / STUDY
    was = path.stat()
    warm.swap(STUDY, "and talked with", "and walked with")
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))


def text(file: str, one: str, other: str) -> Change:
    return lambda warm: warm.swap(file, one, other)


def all_of(*changes: Change) -> Change:
    """Make several changes at once, where none can hide what another misses."""

    def make_all(warm: WarmSite) -> None:
        for change in changes:
            change(warm)

    return make_all


CHANGES: dict[str, Change] = {
    "a text": text(STUDY, "People soldered", "People and a fixer soldered"),
    "a text in a file of the same time and size": keep_the_time_and_the_size,
    "a title": text(STUDY, "Soldering together", "Strolling together"),
    "tags": text(STUDY, "themes: [tools-electrics, mending-clothes]", "themes: [mending-clothes]"),
    "a name": rename,
    "a new case study": lambda warm: warm.add_or_delete(ADDED, STUDIES[ADDED]),
    "a draft": text(DRAFTED, "published:", "draft: true\npublished:"),
    "a picture shown": text(STUDY, "published:", SHOWN),
    "another picture of the same name": swap_the_picture,
    "what shows a learning point": text(POINT, "case_study: soldering", "case_study: hills"),
    "a label": text("docs/themes/mending-clothes.md", "label: Mending clothes", "label: Making and doing"),
    "synonyms and the meaning of a word": all_of(
        text("docs/communities/newcomers.md", "moved here", "just arrived"),
        text("docs/glossary.yml", "together with their owners", "side by side with their owners"),
    ),
    "the forms of a word": text("docs/glossary.yml", "forms: [fixer, fixers]", "forms: [fixers]"),
    "a new term": lambda warm: warm.add_or_delete("docs/themes/faith.md", THEME),
    "the small vocabularies": text("docs/vocabulary.yml", "label: Soldering", "label: At the bench"),
    "a figure": text("docs/evidence.yml", "Things brought to be mended", "Things that were counted"),
    "a project and a number": all_of(
        text("docs/projects/projects.csv", '"Chairs, chats"', "Out and about"), text("published.csv", "\n11,", "\n12,")
    ),
    "a project's id": all_of(
        text("docs/projects/projects.csv", "wobbly-chair", "steady-chair"),
        text(POINT, "wobbly-chair", "steady-chair"),
        text("docs/trails/start-a-repair-cafe.md", "wobbly-chair", "steady-chair"),
    ),
    "the name of an organisation": text(
        "docs/organisations/organisations.csv",
        "Wobbly Chair Collective,",
        "Steady Chair Collective,Wobbly Chair Collective; ",
    ),
    "a partner": text(STUDY, "place: Conwy\n", "place: Conwy\npartners: [third-drawer]\n"),
    "words of three pages": all_of(
        text("docs/sources/parts-evaluation.md", "The final report.", "The last report."),
        text("docs/about.md", "This is a small hub", "This is a very small hub"),
        text("docs/themes/index.md", "Choose a theme", "Pick a theme"),
    ),
    "the templates of entries and of a text": all_of(
        text("overrides/hub/entry.html", "{% block main %}", "{% block main %}New "),
        text("overrides/hub/llms.txt", "\n", "\nNew\n"),
    ),
    "a template in all others": text("overrides/partials/site.html", "<header", "<header data-new"),
    "the style sheet": text("docs/assets/css/hub.css", "{", "{/* new */"),
    "the site's name": text("mkdocs.yml", "site_name: Mending Wales", "site_name: Good Mends"),
    "the site's address": move_the_site,
    "the day": let_years_pass,
}


def spoil_a_page(warm: WarmSite) -> None:
    """Change a letter of a built page."""
    page = warm.site / "case-studies/soldering/index.html"
    page.write_bytes(page.read_bytes().replace(b"Conwy", b"Convoy", 1))


def lose_files(warm: WarmSite) -> None:
    (warm.site / "index.html").unlink()
    shutil.rmtree(warm.site / "search")


def put_files_in(warm: WarmSite) -> None:
    (warm.site / "themes/stray.html").write_text("not ours", encoding="utf-8")
    (warm.site / "case-studies/gone").mkdir()
    (warm.site / "case-studies/gone/index.html").write_text("not ours", encoding="utf-8")


def lose_the_site(warm: WarmSite) -> None:
    shutil.rmtree(warm.site)


def lose_the_cache(warm: WarmSite) -> None:
    shutil.rmtree(warm.root / ".cache")


def cut_the_cache(warm: WarmSite) -> None:
    spoil_the_cache(warm, lambda content: content[: len(content) // 2])


def fill_the_cache_with_rubbish(warm: WarmSite) -> None:
    spoil_the_cache(warm, lambda content: random.Random(1).randbytes(len(content)))  # noqa: S311 no secret


def spoil_the_cache(warm: WarmSite, spoilt: Callable[[bytes], bytes]) -> None:
    for file in [path for path in (warm.root / ".cache").rglob("*") if path.is_file()]:
        content = file.read_bytes()
        file.unlink()  # this process may still hold it, as no build would that finds it spoilt
        file.write_bytes(spoilt(content))


def fail_once(warm: WarmSite) -> None:
    """Stop a build by a mistake, which is mended before the next."""
    warm.swap(STUDY, "region: north-wales", "region: nowhere")
    before = digests(warm.site)
    with pytest.raises(BuildFailedError):
        warm.build()
    assert digests(warm.site) == before
    warm.swap(STUDY, "region: north-wales", "region: nowhere")


def build_elsewhere(warm: WarmSite) -> None:
    """Let another build use the same cache: of other content, for another address, into another folder."""
    change(warm, "the site's address", "a title")
    warm.build(warm.folder / "elsewhere")
    change(warm, "the site's address", "a title")


def bring_back_an_older_site(warm: WarmSite) -> None:
    warm.site.rename(warm.folder / "older")
    change(warm, "a text")
    warm.build()
    shutil.rmtree(warm.site)
    (warm.folder / "older").rename(warm.site)


ACCIDENTS: tuple[Change, ...] = (
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
