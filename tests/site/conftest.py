"""Built pages as a reader's software sees them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNSEEN = {"script", "style", "template", "title"}


@dataclass
class Element:
    """One element: its tag, its attributes, the words in it, and the tags around it."""

    tag: str
    attributes: dict[str, str]
    inside: tuple[str, ...]
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")


class PageReader(HTMLParser):
    """Reads a page into its elements, in order."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.source = source
        self.elements: list[Element] = []
        self.mistakes: list[str] = []
        self._open: list[Element] = []
        self.feed(source)
        self.close()
        self.mistakes += [f"<{element.tag}> is not closed" for element in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(outer.tag for outer in self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, tuple(outer.tag for outer in self._open)))

    def handle_endtag(self, tag: str) -> None:
        if tag in {element.tag for element in self._open}:
            while (closed := self._open.pop()).tag != tag:
                self.mistakes.append(f"<{closed.tag}> is closed by </{tag}>")
        else:
            self.mistakes.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if not any(element.tag in UNSEEN for element in self._open[:-1]):
            for element in self._open:
                if element.tag in {"html", "body", "main"} and self._open[-1].tag in UNSEEN:
                    continue
                element.words.append(data)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [e for e in self.elements if e.tag == tag and all(e[name] == value for name, value in wanted.items())]

    def one(self, tag: str, **attributes: str) -> Element:
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} <{tag}> {attributes}"
        return found[0]

    @property
    def text(self) -> str:
        return self.one("main").text


@pytest.fixture(scope="session")
def page(built_site: Path) -> Callable[[str], PageReader]:
    """Read the page at an address."""

    @cache
    def read(address: str) -> PageReader:
        file = built_site / address
        return PageReader((file / "index.html" if address.endswith("/") or not address else file).read_text(encoding="utf-8"))

    return read


@pytest.fixture(scope="session")
def pages(built_site: Path, page: Callable[[str], PageReader]) -> dict[str, PageReader]:
    """Every page of the site by its address."""
    files = sorted(path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html"))
    return {address: page(address) for address in (file.removesuffix("index.html") for file in files)}


@pytest.fixture(scope="session")
def data(built_site: Path) -> Callable[[str], Any]:
    """Read a data set."""
    return lambda name: json.loads((built_site / f"data/{name}.json").read_text(encoding="utf-8"))


PARTS = ("docs", "case_studies", "overrides", "hooks", "ideas_hub", "scripts", "mkdocs.yml", "published.csv")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A copy of the repository that a test may break."""
    folder = tmp_path / "the repository"
    folder.mkdir()
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif (ROOT / name).exists():
            shutil.copy(ROOT / name, folder / name)
    return folder
