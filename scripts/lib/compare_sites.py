"""Says what a change does for readers: compares two built sites and writes a short account in Markdown.

    compare_sites.py BEFORE AFTER [--summary FILE]

BEFORE may be missing: then only the new site is described.  A page has changed when what it says has: its title, its words,
where its links lead, its pictures.  A page is heavier when it and all that it loads takes much more to fetch than before.
Nothing of a page's words reaches the account but its title, and that as plain text.
"""

import argparse
import posixpath
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from ideas_hub.checks.reports import escape_cell
from ideas_hub.model.addresses import output_file, resolved

MUCH = 10 * 1024  # bytes more than before, and
SHARE = 0.1  # this part of what it was: less than both is not worth telling
SHOWN = 50  # pages of one sort; a change to a template changes every page
LOADS = {"script": "src", "img": "src", "source": "srcset", "link": "href"}
LOADED_LINKS = {"stylesheet", "preload", "icon"}
HASHED = re.compile(r"\.[0-9a-f]{8,64}(?=\.\w+$)")


@dataclass
class Page(HTMLParser):
    """A built page as its reader meets it.  says: its words, links and pictures in order.  loads: the addresses of what it fetches."""

    address: str
    title: str = ""
    says: list[str] = field(default_factory=list)
    loads: set[str] = field(default_factory=set)
    leads_on: bool = False
    weight: int = 0

    def __post_init__(self) -> None:
        super().__init__()
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        self.leads_on |= tag == "meta" and facts.get("http-equiv", "").casefold() == "refresh"
        if tag in LOADS and (tag != "link" or LOADED_LINKS & set(facts.get("rel", "").split())):
            self._load(facts.get(LOADS[tag], ""))
        if (
            tag in {"main", "title", "script", "style"}
            or (tag == "article" and facts.get("id") == "mainContent")
            or (tag == "article" and self._inside)
        ):
            self._inside.append(tag)
        if self._in_main and tag in {"a", "img"}:
            self.says.append(HASHED.sub("", facts.get("href") or facts.get("src") or ""))
            self.says.append(facts.get("alt", ""))

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        here = self._inside[-1] if self._inside else ""
        if here == "title":
            self.title += data
        elif self._in_main and here not in {"script", "style"}:
            self.says += data.split()

    @property
    def _in_main(self) -> bool:
        return any(tag in {"main", "article"} for tag in self._inside)

    def _load(self, link: str) -> None:
        first = link.split(",", maxsplit=1)[0].split(" ", maxsplit=1)[
            0
        ]  # of a set of pictures a reader fetches one; the first is the smallest
        if address := resolved(first, self.address):
            self.loads.add(address)


@dataclass(frozen=True, slots=True)
class Change:
    """A page that is other than before.  before, after: its weight in bytes, 0 where it is not there."""

    address: str
    title: str
    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class Changes:
    """What is other for readers; every list by address."""

    added: tuple[Change, ...]
    gone: tuple[Change, ...]
    changed: tuple[Change, ...]
    heavier: tuple[Change, ...]
    total: int


def read_site(folder: Path) -> dict[str, Page]:
    """Return the pages of a built site by address; pages that only lead on are left out."""
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        page = Page(path.relative_to(folder).as_posix().removesuffix("index.html"))
        page.feed(path.read_text(encoding="utf-8"))
        page.close()
        page.weight = path.stat().st_size + sum(_size(folder, address) for address in page.loads)
        if not page.leads_on:
            pages[page.address] = page
    return pages


def _size(folder: Path, address: str) -> int:
    file = folder / posixpath.normpath(output_file(address))
    return file.stat().st_size if file.is_file() else 0


def compare(before: Mapping[str, Page], after: Mapping[str, Page]) -> Changes:
    """Return what is other in the second site."""
    both = [(before[address], after[address]) for address in sorted(before.keys() & after.keys())]
    return Changes(
        added=tuple(_change(None, after[address]) for address in sorted(after.keys() - before.keys())),
        gone=tuple(_change(before[address], None) for address in sorted(before.keys() - after.keys())),
        changed=tuple(_change(old, new) for old, new in both if (old.title, old.says) != (new.title, new.says)),
        heavier=tuple(
            _change(old, new) for old, new in both if new.weight - old.weight > max(MUCH, SHARE * old.weight)
        ),
        total=len(after),
    )


def _change(old: Page | None, new: Page | None) -> Change:
    page = new or old
    return Change(
        page.address if page else "", page.title if page else "", old.weight if old else 0, new.weight if new else 0
    )


def as_summary(changes: Changes) -> str:
    """Return the changes as Markdown for the summary of a job."""
    sorts = (
        ("New pages", changes.added, "Are they easy to find? Is their title clear on its own?"),
        (
            "Pages that are gone",
            changes.gone,
            "Does each old address lead on (`redirect_from`), or was it meant to go?",
        ),
        (
            "Pages that say something else",
            changes.changed,
            "Other pages may change with one: lists, counts and links name it.",
        ),
        (
            "Pages that take longer to load",
            changes.heavier,
            "Many readers pay for what they fetch. Is a picture larger than it must be?",
        ),
    )
    parts = ["## What changes for readers\n", f"The site has {_pages(changes.total)}.\n"]
    parts += [_sort(title, some, ask) for title, some, ask in sorts if some]
    if not any(some for _, some, _ in sorts):
        parts.append("No page says anything else than before.\n")
    parts.append("To look at the pages, download the artifact **site** below and open `index.html`.\n")
    return "\n".join(parts)


def _sort(title: str, some: tuple[Change, ...], ask: str) -> str:
    rows = [
        f"- {escape_cell(change.title)} ({escape_cell('/' + change.address)}){_weights(change)}"
        for change in some[:SHOWN]
    ]
    left = len(some) - len(rows)
    more = [f"- and {_pages(left)} more"] if left else []
    return "\n".join([f"### {title} ({len(some)})\n", f"{ask}\n", *rows, *more, ""])


def _weights(change: Change) -> str:
    if not change.before or not change.after:
        return ""
    before, after = _kilobytes(change.before), _kilobytes(change.after)
    return "" if before == after else f": {before} before, {after} now"


def _kilobytes(size: int) -> str:
    return f"{size / 1024:.0f} KB"


def _pages(count: int) -> str:
    return f"{count:,} page" if count == 1 else f"{count:,} pages"


def main(arguments: Iterable[str] | None = None) -> int:
    """Write the account to the summary, or print it; return 2 when there is no new site."""
    parser = argparse.ArgumentParser(description="Say what a change does for readers.")
    parser.add_argument("before", type=Path, help="the site as it was; it may be missing")
    parser.add_argument("after", type=Path, help="the site as it would be")
    parser.add_argument("--summary", type=Path, help="a file to add the account to, instead of printing it")
    options = parser.parse_args(None if arguments is None else list(arguments))
    if not options.after.is_dir():
        print("There is no new site to compare.", file=sys.stderr)
        return 2
    after = read_site(options.after)
    if options.before.is_dir():
        text = as_summary(compare(read_site(options.before), after))
    else:
        text = f"## What changes for readers\n\nThe site as it was could not be built, so there is nothing to compare with. Now it has {_pages(len(after))}.\n"
    if options.summary:
        with options.summary.open("a", encoding="utf-8") as file:
            file.write(text)
    else:
        print(text, end="")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
