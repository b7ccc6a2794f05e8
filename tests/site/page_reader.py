"""Built pages as a reader's software sees them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNSEEN = {"script", "style", "template", "title"}


@dataclass
class Element:
    """One element.

    ancestors: the tags it stands in, outermost first.
    words: the pieces of text in it.
    """

    tag: str
    attributes: dict[str, str]
    ancestors: tuple[str, ...]
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text with single spaces."""
        return " ".join(" ".join(self.words).split())

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")


class PageReader(HTMLParser):
    """A page as its elements, in order.

    mistakes: tags that are not closed, or closed in the wrong place.
    """

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.mistakes: list[str] = []
        self._open: list[Element] = []
        self.feed(source)
        self.close()
        self.mistakes += [f"<{element.tag}> is not closed" for element in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in VOID:
            self._open.append(self.elements[-1])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append(Element(tag, attributes, tuple(outer.tag for outer in self._open)))

    def handle_endtag(self, tag: str) -> None:
        if tag in {element.tag for element in self._open}:
            while (closed := self._open.pop()).tag != tag:
                self.mistakes.append(f"<{closed.tag}> is closed by </{tag}>")
        else:
            self.mistakes.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        unseen = any(element.tag in UNSEEN for element in self._open)
        for element in self._open[-1:] if unseen else self._open:
            element.words.append(data)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Return the elements with a tag and some attributes; http_equiv stands for http-equiv."""
        wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
        return [e for e in self.elements if e.tag == tag and all(e[name] == value for name, value in wanted.items())]

    def one(self, tag: str, **attributes: str) -> Element:
        """Return the only such element."""
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} <{tag}> {attributes}"
        return found[0]

    @property
    def links(self) -> set[str]:
        """Where its links lead, as written."""
        return {link["href"] for link in self.all("a")}

    @property
    def text(self) -> str:
        """The text of its main part."""
        return self.one("main").text


Read = Callable[[str], PageReader]
Pages = dict[str, PageReader]


def reader_of(site: Path) -> Read:
    """Return a function that reads the page at an address of a built site, once."""

    @cache
    def read(address: str) -> PageReader:
        file = site / address
        return PageReader((file if file.suffix == ".html" else file / "index.html").read_text(encoding="utf-8"))

    return read


def pages_of(site: Path, read: Read) -> Pages:
    """Return every page of a built site by its address."""
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return {address: read(address) for address in (file.removesuffix("index.html") for file in files)}
