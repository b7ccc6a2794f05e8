"""Compare two built sites, and summarise in Markdown what changes for readers.

    compare_sites.py BEFORE AFTER [--address URL]

BEFORE may be missing: then only the size of the new site is given.
What changed is given in words, before and after, once: on the first page that says it itself.
Pages that only list, count or link to what changed are counted.
A page is heavier if it takes much more to load, with all its resources, than before.
All words are escaped: nothing in the summary acts as Markdown or HTML.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from site_pages import Page, read_site

from ideas_hub.checks.reports import escape_cell

MIN_BYTES = 10 * 1024  # more than before, and
MIN_SHARE = 0.1  # of what it was: a page that gains less is not heavier
MAX_ROWS = 50  # per section: a changed template changes every page
MAX_EDITS = 12  # of one page
WORDS_AROUND = 4  # on each side of those that changed
NEAR = 20  # passages in which one that changed is looked for
MOST_WORDS = 40  # of one edit; the rest is cut
LOOK = (
    "To look at the pages, download the artifact **site** below, unpack it and open `index.html`: "
    "it needs no server and no connection.\n"
)


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that changed; either may be empty.  key: the changed words alone, without those around them."""

    before: str
    after: str
    key: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Changes:
    """How one site differs from another; pages are in the order of their addresses.

    changed: pages that say something else themselves, each with its edits that no page before it has.
    listing: how many pages differ only in what they show of others.
    heavier: each as it was, and as it is.
    total: pages of the new site.
    """

    added: Sequence[Page]
    removed: Sequence[Page]
    changed: Sequence[tuple[Page, Sequence[Edit]]]
    listing: int
    heavier: Sequence[tuple[Page, Page]]
    total: int


def compare(before: Mapping[str, Page], after: Mapping[str, Page]) -> Changes:
    """Return how the second site differs from the first."""
    both = [(before[address], after[address]) for address in sorted(before.keys() & after.keys())]
    changed, listing, seen = list[tuple[Page, Sequence[Edit]]](), 0, set[tuple[str, str]]()
    for old, new in both:
        edits = list({edit.key: edit for edit in _edits(old, new) if edit.key not in seen}.values())
        seen |= {edit.key for edit in edits}
        if edits:
            changed.append((new, edits))
        else:
            listing += (old.own, old.others, old.links) != (new.own, new.others, new.links)
    return Changes(
        added=[after[address] for address in sorted(after.keys() - before.keys())],
        removed=[before[address] for address in sorted(before.keys() - after.keys())],
        changed=changed,
        listing=listing,
        heavier=[(old, new) for old, new in both if new.weight - old.weight > max(MIN_BYTES, MIN_SHARE * old.weight)],
        total=len(after),
    )


def _edits(old: Page, new: Page) -> Iterator[Edit]:
    """Yield what a page itself says differently; what only moved is no edit."""
    if old.title != new.title and old.own[:1] == new.own[:1]:
        yield Edit(old.title, new.title, (old.title, new.title))
    gone, come = list(old.own), list(new.own)
    for passage in new.own:
        if passage in gone:
            gone.remove(passage)
            come.remove(passage)
    while gone or come:
        was = gone.pop(0) if gone else ""
        match = max(come[:NEAR], key=lambda passage: _likeness(was, passage), default="") if was else come[0]
        if match and was and _likeness(was, match) < 0.4:  # noqa: PLR2004 hardly a word in common
            match = ""
        if match:
            come.remove(match)
        yield from _words(was.split(), match.split())


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _words(was: list[str], now: list[str]) -> Iterator[Edit]:
    for kind, start, end, first, last in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if kind != "equal":
            key = " ".join(was[start:end]), " ".join(now[first:last])
            yield Edit(_with_context(was, start, end), _with_context(now, first, last), key)


def _with_context(words: list[str], start: int, end: int) -> str:
    left, right = max(start - WORDS_AROUND, 0), min(end + WORDS_AROUND, len(words), start + MOST_WORDS)
    return f"{'… ' if left else ''}{' '.join(words[left:right])}{' …' if right < len(words) else ''}" if words else ""


def markdown_summary(changes: Changes, address: str = "") -> str:
    """Return the changes as Markdown, for the summary of a job.

    address: of the published site, for links to pages that are there already; "" if it is unknown.
    """
    sections = [
        _section(
            "New pages",
            "Are they easy to find? Is their title clear on its own?",
            [_row(page) for page in changes.added],
        ),
        _section(
            "Pages that are gone",
            "Does each old address lead on (`redirect_from`), or was it meant to go?",
            [_row(page, address) for page in changes.removed],
        ),
        _section("What pages say", "", [_edited(page, edits, address) for page, edits in changes.changed]),
        _section(
            "Pages that take longer to load",
            "Many readers pay for what they fetch. Is a picture larger than it must be?",
            [_row(new, address) + _weights(old, new) for old, new in changes.heavier],
        ),
    ]
    listing = f"{_pages(changes.listing)} changed only in lists, counts or links.\n" if changes.listing else ""
    told = list(filter(None, [*sections, listing])) or ["No page reads differently.\n"]
    return "\n".join(["## What changes for readers\n", f"The site has {_pages(changes.total)}.\n", *told, LOOK])


def _section(title: str, advice: str, rows: list[str]) -> str:
    if not rows:
        return ""
    more = [f"- and {_pages(len(rows) - MAX_ROWS)} more"] if len(rows) > MAX_ROWS else []
    return "\n".join(
        [f"### {title} ({len(rows)})\n", *([f"{advice}\n"] if advice else []), *rows[:MAX_ROWS], *more, ""]
    )


def _row(page: Page, site: str = "") -> str:
    place = escape_cell(f"/{page.address}")
    return f"- {escape_cell(page.title)} ({f'[{place}]({site}{page.address})' if site else place})"


def _edited(page: Page, edits: Sequence[Edit], site: str) -> str:
    rows = [f"  - {_before_and_after(edit)}" for edit in edits[:MAX_EDITS]]
    more = [f"  - and {len(edits) - MAX_EDITS} more changes"] if len(edits) > MAX_EDITS else []
    return "\n".join([_row(page, site), *rows, *more])


def _before_and_after(edit: Edit) -> str:
    before, after = escape_cell(edit.before), escape_cell(edit.after)
    if before and after:
        return f"before: {before}<br>now: {after}"
    return f"new: {after}" if after else f"gone: {before}"


def _weights(old: Page, new: Page) -> str:
    before, after = (f"{page.weight / 1024:.0f} KB" for page in (old, new))
    return "" if before == after else f": {before} before, {after} now"


def _pages(count: int) -> str:
    return f"{count:,} page" if count == 1 else f"{count:,} pages"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the summary; return 2 if there is no new site."""
    parser = argparse.ArgumentParser(description="Describe what a change means for readers.")
    parser.add_argument("before", type=Path, help="the site as it was; it may be missing")
    parser.add_argument("after", type=Path, help="the site as it would be")
    parser.add_argument("--address", default="", metavar="URL", help="of the published site, to link its pages")
    options = parser.parse_args(arguments)
    if not options.after.is_dir():
        print("There is no new site to compare.", file=sys.stderr)
        return 2
    after = read_site(options.after)
    if options.before.is_dir():
        address = f"{options.address.rstrip('/')}/" if options.address else ""
        print(markdown_summary(compare(read_site(options.before), after), address), end="")
    else:
        missing = "The site as it was could not be built, so there is nothing to compare with."
        print(f"## What changes for readers\n\n{missing} Now it has {_pages(len(after))}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
