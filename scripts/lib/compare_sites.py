"""Compare two built sites, and summarise in Markdown what changes for readers.

    compare_sites.py BEFORE AFTER

BEFORE may be missing: then only the size of the new site is given.
A page has changed if its title, its words, its links or its pictures have.
A page is heavier if it takes much more to load, with all its resources, than before.
Of a page's words only its title is in the summary, escaped.
"""

import argparse
import posixpath
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from ideas_hub.checks.reports import escape_cell
from ideas_hub.model.addresses import output_file, resolved

MIN_BYTES = 10 * 1024  # more than before, and
MIN_SHARE = 0.1  # of what it was: a page that gains less is not heavier
MAX_ROWS = 50  # per section: a changed template changes every page
LOADS = {"script": "src", "img": "src", "source": "srcset", "link": "href"}
LOADED_LINKS = {"stylesheet", "preload", "icon"}
SECTIONS = (
    ("New pages", "Are they easy to find? Is their title clear on its own?"),
    ("Pages that are gone", "Does each old address lead on (`redirect_from`), or was it meant to go?"),
    ("Pages that say something else", "Other pages may change with one: lists, counts and links name it."),
    ("Pages that take longer to load", "Many readers pay for what they fetch. Is a picture larger than it must be?"),
)
"""Title and advice."""

HASHED = re.compile(r"\.[0-9a-f]{8,64}(?=\.\w+$)")


@dataclass
class Page(HTMLParser):
    """A built page.

    content: the words, links and pictures of its main part, in order.
    resources: the addresses of what it loads.
    weight: bytes, with its resources.
    """

    address: str
    title: str = ""
    content: list[str] = field(default_factory=list)
    resources: set[str] = field(default_factory=set)
    is_redirect: bool = False
    weight: int = 0

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        self.is_redirect |= tag == "meta" and facts.get("http-equiv", "").casefold() == "refresh"
        if tag in LOADS and (tag != "link" or LOADED_LINKS & set(facts.get("rel", "").split())):
            link = re.split("[, ]", facts.get(LOADS[tag], ""))[0]  # of a srcset, the smallest picture
            if link and (address := resolved(link, self.address)):
                self.resources.add(address)
        starts_article = tag == "article" and (self._open or facts.get("id") == "mainContent")
        if starts_article or tag in {"main", "title", "script", "style"}:
            self._open.append(tag)
        if self._in_main and tag in {"a", "img"}:
            self.content += [HASHED.sub("", facts.get("href") or facts.get("src") or ""), facts.get("alt", "")]

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        here = self._open[-1] if self._open else ""
        if self._open == ["title"]:  # and not that of a drawing
            self.title += data
        elif self._in_main and here not in {"script", "style"}:
            self.content += data.split()

    @property
    def _in_main(self) -> bool:
        return any(tag in {"main", "article"} for tag in self._open)


@dataclass(frozen=True, slots=True)
class Changes:
    """The pages that differ, by address.

    changed, heavier: each as it was, and as it is.
    total: pages of the new site.
    """

    added: Sequence[Page]
    removed: Sequence[Page]
    changed: Sequence[tuple[Page, Page]]
    heavier: Sequence[tuple[Page, Page]]
    total: int


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


def compare(before: Mapping[str, Page], after: Mapping[str, Page]) -> Changes:
    """Return how the second site differs from the first."""
    both = [(before[address], after[address]) for address in sorted(before.keys() & after.keys())]
    return Changes(
        added=[after[address] for address in sorted(after.keys() - before.keys())],
        removed=[before[address] for address in sorted(before.keys() - after.keys())],
        changed=[(old, new) for old, new in both if (old.title, old.content) != (new.title, new.content)],
        heavier=[(old, new) for old, new in both if new.weight - old.weight > max(MIN_BYTES, MIN_SHARE * old.weight)],
        total=len(after),
    )


def markdown_summary(changes: Changes) -> str:
    """Return the changes as Markdown, for the summary of a job."""
    rows = (
        [_row(page) for page in changes.added],
        [_row(page) for page in changes.removed],
        [_row(new) + _weights(old, new) for old, new in changes.changed],
        [_row(new) + _weights(old, new) for old, new in changes.heavier],
    )
    sections = [_section(*words, each) for words, each in zip(SECTIONS, rows, strict=True) if each]
    return "\n".join(
        [
            "## What changes for readers\n",
            f"The site has {_pages(changes.total)}.\n",
            *(sections or ["No page says anything else than before.\n"]),
            "To look at the pages, download the artifact **site** below and open `index.html`.\n",
        ]
    )


def _section(title: str, advice: str, rows: list[str]) -> str:
    more = [f"- and {_pages(len(rows) - MAX_ROWS)} more"] if len(rows) > MAX_ROWS else []
    return "\n".join([f"### {title} ({len(rows)})\n", f"{advice}\n", *rows[:MAX_ROWS], *more, ""])


def _row(page: Page) -> str:
    return f"- {escape_cell(page.title)} ({escape_cell('/' + page.address)})"


def _weights(old: Page, new: Page) -> str:
    before, after = (f"{page.weight / 1024:.0f} KB" for page in (old, new))
    return "" if before == after else f": {before} before, {after} now"


def _pages(count: int) -> str:
    return f"{count:,} page" if count == 1 else f"{count:,} pages"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the summary; return 2 if there is no new site."""
    parser = argparse.ArgumentParser(description="Say what a change does for readers.")
    parser.add_argument("before", type=Path, help="the site as it was; it may be missing")
    parser.add_argument("after", type=Path, help="the site as it would be")
    options = parser.parse_args(arguments)
    if not options.after.is_dir():
        print("There is no new site to compare.", file=sys.stderr)
        return 2
    after = read_site(options.after)
    if options.before.is_dir():
        print(markdown_summary(compare(read_site(options.before), after)), end="")
    else:
        missing = "The site as it was could not be built, so there is nothing to compare with."
        print(f"## What changes for readers\n\n{missing} Now it has {_pages(len(after))}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
