"""A copy of the small hub that is built over and over: over the old site and with the old cache, and from nothing."""

import os
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image
from site_build import build_site

from tests.conftest import SITE_URL, SMALL_HUB, digests, lay_hub

CASE_STUDY = (SMALL_HUB / "case_studies/soldering.md").read_text(encoding="utf-8")
STUDY = "case_studies/soldering.md"
NAMED, DRAFTED, RENAMED, ADDED = (f"case_studies/{name}.md" for name in ("hills", "singing", "choir", "bees"))


def study(title: str, region: str, community: str) -> str:
    """Return a case study that was read again this month."""
    text = CASE_STUDY.replace("Soldering together in Conwy", title).replace("north-wales", region)
    text = text.replace("published:", "reviewed: 2026-11-01\npublished:")
    return text.replace("communities: [newcomers]", f"communities: [{community}]")


STUDIES = {
    NAMED: study("Up the hills", "mid-wales", "newcomers"),
    DRAFTED: study("Singing in Powys", "mid-wales", "young-newcomers"),
    RENAMED: study("A choir for all", "north-wales", "newcomers"),
    ADDED: study("Bees for all", "north-wales", "young-newcomers"),
}
"""Studies that are not in the register yet, so that each may get another name."""

PICTURE = "case_studies/images/walk.jpg"
LEAN_PAGE = """<!doctype html><html lang="en">
<head>{% block site_meta %}{% endblock %}{% block styles %}{% endblock %}</head>
<body>{% block header %}{% endblock %}{% block container %}{% endblock %}{% block footer %}{% endblock %}</body></html>
"""
"""Instead of the theme's own: a third of the time of these builds would go to that, and no change here is about it."""

TODAY = "1795219200"
"""A day of 2026, as seconds since 1970."""


@dataclass
class WarmSite:
    """A repository, and the site that is built from it again and again.

    changed: the names of the changes that were made and not undone (see warm_changes).
    cold: the digests of builds from nothing, by what they were built from.
    """

    folder: Path
    address: str = SITE_URL
    day: str = TODAY
    changed: list[str] = field(default_factory=list)
    cold: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def root(self) -> Path:
        return self.folder / "repository"

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def build(self, site: Path | None = None, root: Path | None = None) -> None:
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("NO_MKDOCS_2_WARNING", "1")
            environment.setenv("SOURCE_DATE_EPOCH", self.day)
            build_site(site or self.site, root=root or self.root, cards=False, address=self.address)

    def differences(self) -> list[str]:
        """Build over the old site, and return the files that differ from those of a build from nothing."""
        self.build()
        warm, cold = digests(self.site), self.built_from_nothing()
        return sorted(file for file in warm.keys() | cold.keys() if warm.get(file) != cold.get(file))

    def built_from_nothing(self) -> dict[str, str]:
        """Return the digests of a build without cache or old site; the same content is not built twice."""
        content = sorted((name, one) for name, one in digests(self.root).items() if not name.startswith(".cache/"))
        state = repr((self.address, self.day, content))
        if state not in self.cold:
            root, site = self.folder / "other/repository", self.folder / "other/site"
            shutil.copytree(self.root, root, ignore=shutil.ignore_patterns(".cache"), copy_function=os.link)
            self.build(site, root)
            self.cold[state] = digests(site)
            shutil.rmtree(self.folder / "other")
        return self.cold[state]

    def swap(self, file: str, one: str, other: str) -> None:
        """Replace a part of a file by another; where the other is there already, the other way round."""
        text = (self.root / file).read_text(encoding="utf-8")
        one, other = (other, one) if other in text else (one, other)
        assert one in text, (file, one)
        (self.root / file).write_text(text.replace(one, other, 1), encoding="utf-8")

    def add_or_delete(self, file: str, text: str) -> None:
        path = self.root / file
        path.unlink() if path.exists() else path.write_text(text, encoding="utf-8")


def first_build(folder: Path) -> WarmSite:
    """Lay out the small hub with a few more studies and a lean theme, and build it."""
    warm = WarmSite(folder)
    lay_hub(warm.root)
    settings = (SMALL_HUB / "mkdocs.yml").read_text(encoding="utf-8")
    lean = re.sub(r"^theme:\n(?:  .*\n)+", "theme: {name: null, custom_dir: overrides}\n", settings, flags=re.MULTILINE)
    texts = {"mkdocs.yml": lean, "overrides/base.html": LEAN_PAGE, **STUDIES}
    for file, text in texts.items():
        if file != ADDED:
            (warm.root / file).write_text(text, encoding="utf-8")
    draw(warm.root, 60)
    warm.build()
    return warm


def draw(root: Path, colour: int) -> None:
    Image.new("RGB", (700, 500), (colour, 90, 90)).save(root / PICTURE)
