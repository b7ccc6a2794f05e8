"""The pages of a built site: what each says itself, what it shows of others, and how much it takes to load."""

import posixpath
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from ideas_hub.model.addresses import output_file
from ideas_hub.model.links import resolved

LOADS = {"script": "src", "img": "src", "source": "srcset", "link": "href"}
LOADED_LINKS = {"stylesheet", "preload", "icon"}
SHOWN_OF_OTHERS = {
    "card", "cards", "chips", "choices", "cite", "count", "due", "jumps", "links", "map", "narrow", "next", "pages",
    "points", "shows", "similar", "small", "total",
}  # fmt: skip
"""Classes of what a page shows of other pages: cards, counts and links change whenever one of those does."""

PASSAGES = {"blockquote", "caption", "dd", "dt", "figcaption", "h1", "h2", "h3", "h4", "li", "p", "pre", "td", "th"}
WITHOUT_END = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
HASHED = re.compile(r"\.[0-9a-f]{8,64}(?=\.\w+$)")


@dataclass
class Page(HTMLParser):
    """A built page.

    own: what it says itself: a string for each paragraph, heading, item or cell of its main part, in order.
    others: what it shows of other pages, likewise.
    links: the links and pictures of its main part, in order.
    resources: the addresses of what it loads.
    weight: bytes, with its resources.
    """

    address: str
    title: str = ""
    own: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    resources: set[str] = field(default_factory=set)
    is_redirect: bool = False
    weight: int = 0

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, frozenset[str]]] = []
        self._starts_passage = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        self.is_redirect |= tag == "meta" and facts.get("http-equiv", "").casefold() == "refresh"
        if tag in LOADS and (tag != "link" or LOADED_LINKS & set(facts.get("rel", "").split())):
            link = re.split("[, ]", facts.get(LOADS[tag], ""))[0]  # of a srcset, the smallest picture
            if link and (address := resolved(link, self.address)):
                self.resources.add(address)
        if self._in_main and tag in {"a", "img"}:
            self.links += [HASHED.sub("", facts.get("href") or facts.get("src") or ""), facts.get("alt", "")]
        self._starts_passage |= tag in PASSAGES
        if tag not in WITHOUT_END:
            is_main = tag == "main" or (tag == "article" and facts.get("id") == "mainContent")
            self._open.append((tag, frozenset({*facts.get("class", "").split(), *(["in main"] if is_main else [])})))

    def handle_endtag(self, tag: str) -> None:
        self._starts_passage |= tag in PASSAGES
        while any(name == tag for name, _ in self._open):
            if self._open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self._open]
        if "title" in tags and "svg" not in tags:  # and not that of a drawing
            self.title += data
        elif self._in_main and data.strip() and not {"script", "style", "template"} & set(tags):
            of_others = any(classes & SHOWN_OF_OTHERS for _, classes in self._open)
            passages = self.others if of_others else self.own
            if self._starts_passage or not passages:
                passages.append("")
                self._starts_passage = False
            passages[-1] = " ".join(f"{passages[-1]} {data}".split())

    @property
    def _in_main(self) -> bool:
        return any("in main" in classes for _, classes in self._open)


def read_site(folder: Path) -> dict[str, Page]:
    """Return the pages of a built site by address, without redirects."""
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        page = Page(path.relative_to(folder).as_posix().removesuffix("index.html"))
        page.feed(path.read_text(encoding="utf-8"))
        page.close()
        page.weight = path.stat().st_size + sum(_size(folder, address) for address in page.resources)
        if not page.is_redirect:
            pages[page.address] = page
    return pages


def _size(folder: Path, address: str) -> int:
    file = folder / posixpath.normpath(output_file(address))
    return file.stat().st_size if file.is_file() else 0
