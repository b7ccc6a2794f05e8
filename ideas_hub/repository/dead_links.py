"""Links of texts that lead nowhere: to no file, to a page that is not published, or to no place on a page."""

import posixpath
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from ideas_hub.model import addresses
from ideas_hub.model.document import Document, FileLink
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import (
    CASE_STUDIES,
    EVIDENCE,
    LEARNING_POINTS,
    NEEDED_FILES,
    PART_FILES,
    PARTNERS,
    PLACES,
    SETBACKS,
    SOURCES,
)
from ideas_hub.model.row_kinds import ORGANISATION_ROWS, ROW_KINDS, ROW_KINDS_BY_FILE
from ideas_hub.problem import MAX_LISTED, Problem, Severity, excerpt, nearest
from ideas_hub.reading.documents import files_of
from ideas_hub.reading.files import find_obstacle
from ideas_hub.reading.near_words import tidy
from ideas_hub.reading.places import PLACES_FILE
from ideas_hub.repository.anchors import EVERYWHERE, listed_anchors, template_anchors
from ideas_hub.repository.raw_content import FileResult

FROM_ELSEWHERE = {
    PART_FILES[PARTNERS]: (ORGANISATION_ROWS.file,),
    PART_FILES[EVIDENCE]: (f"{CASE_STUDIES.folder}/",),
    PART_FILES[PLACES]: (PLACES_FILE,),
    PART_FILES[SETBACKS]: (f"{CASE_STUDIES.folder}/", f"{LEARNING_POINTS.folder}/"),
}
"""Where else the content of a page comes from, as the starts of paths."""
WRITE_THE_PATH = "Write the path from this file to the other, such as ../docs/find.md."
ALIKE = 0.75  # names that are less so are those of two pages
MOST_GUESSES = 100  # each compares a name with that of every file


def find_dead_links(
    hub: Hub, broken: Iterable[FileResult], root: Path, with_mistakes: Collection[str]
) -> Iterator[Problem]:
    """Yield a problem for each link of a text that leads nowhere.

    broken: the results of files that are not in the hub.
    with_mistakes: files whose content may not be in the hub either; what they belong to counts as having content.
    """
    pages = _Pages(hub, root, with_mistakes)
    linking: tuple[Document[Any] | FileResult, ...] = (*hub.documents, *broken)
    for one in linking:
        if one.file not in pages.without_content:
            for link in one.links:
                yield from pages.find_fault(link, one.file)


class _Pages:
    """What links may lead to.

    without_content: the pages of parts that have nothing to show.
    """

    def __init__(self, hub: Hub, root: Path, with_mistakes: Collection[str]) -> None:
        self._hub, self._root = hub, root
        self._files = dict.fromkeys((*files_of(root), *NEEDED_FILES, *addresses.DOWNLOADS))
        pages = [file for file in self._files if file.endswith(".md")]
        self._to_be_renamed = {_with_tidy_name(file) for file in pages} - set(pages)
        self._documents = {document.file: document for document in hub.documents}
        self._withdrawn = {one.file for one in hub.withdrawn}
        self._withdrawn |= {f"{row.file}#{row.id}" for rows in hub.rows_taken_down.values() for row in rows}
        self._unknown = {page for page in PART_FILES.values() if _shows_any(page, with_mistakes)}
        self.without_content = {file for part, file in PART_FILES.items() if part not in hub.parts} - self._unknown
        self._headings: dict[tuple[str, bool], tuple[str, ...]] = {}
        self._guesses = 0

    def find_fault(self, link: FileLink, file: str) -> Iterator[Problem]:
        """Yield a problem for a link of a file if it leads nowhere."""
        problem = partial(Problem, file, link.line, found=link.target, rule="broken-link")
        named = f'the link "{excerpt(link.target)}"'
        table = ROW_KINDS_BY_FILE.get(link.file)
        page = PART_FILES[table.id] if table else link.file
        if link.target.lower().startswith("http"):
            if link.file in self._files:
                fix = f"Write {posixpath.relpath(link.file, posixpath.dirname(file))}."
                yield problem(f"{named} leads to the file on GitHub, not to its page.", fix=fix)
        elif page in self.without_content:
            message = "leads to a page that is not published: this hub has nothing to show there."
            yield problem(f"{named} {message}", fix="Leave the link out until it has.")
        elif self._withdrawn & {link.file, f"{link.file}#{link.target.partition('#')[2]}"}:
            message = "leads to a page that was taken down."
            yield problem(f"{named} {message}", fix="Take the link out.", severity=Severity.SHOULD_FIX)
        elif page in self._to_be_renamed:
            return  # its name has its problem already
        elif page in self._files:
            yield from self._find_fault_of_fragment(link, page, problem)
        elif not find_obstacle(self._root, link.file):
            message = "starts with a slash." if link.target.startswith("/") else "leads to no file of this hub."
            other = self._meant(link)
            near = posixpath.relpath(other, posixpath.dirname(file)) if other else ""
            yield problem(f"{named} {message}", nearest=near, fix="" if near else WRITE_THE_PATH)

    def _find_fault_of_fragment(self, link: FileLink, page: str, problem: Callable[..., Problem]) -> Iterator[Problem]:
        path, _, as_written = link.target.partition("#")
        fragment = unicodedata.normalize("NFC", unquote(as_written))
        document, table = self._documents.get(page), ROW_KINDS_BY_FILE.get(link.file)
        everywhere, rows = ({""}, self._hub.rows(table)) if table else (EVERYWHERE, {})
        if fragment in everywhere or not document or page in self._unknown:
            return
        headings = tuple(rows) if table else self._headings_of(document, is_elsewhere=bool(path))
        if fragment not in headings and fragment not in (others := () if table else tuple(template_anchors(document))):
            renamed = (row.id for row in rows.values() if fragment in row.facts.redirect_from)
            near = next(renamed, "") or self._nearest(fragment.strip("-"), (*headings, *others))
            what = "row of that table" if table else f"heading of {'that' if path else 'this'} page"
            yield problem(
                f'the link "{excerpt(link.target)}" leads to no {what}.',
                nearest=f"{path}#{near}" if near else "",
                allowed=tuple(f"#{heading}" for heading in headings[:MAX_LISTED]),
                fix="" if headings else f"Leave out #{excerpt(as_written)}.",
            )

    def _headings_of(self, document: Document[Any], *, is_elsewhere: bool) -> tuple[str, ...]:
        """Return the ids of a page's headings and of what it lists; a source has none, all share one page.

        is_elsewhere: the link comes from another page.
        """
        key = document.file, is_elsewhere
        if key not in self._headings:
            own = () if is_elsewhere and document.kind is SOURCES else document.article.anchors
            self._headings[key] = (*own, *sorted(self._listed.get(document.file, ())))
        return self._headings[key]

    @cached_property
    def _listed(self) -> Mapping[str, Collection[str]]:
        return listed_anchors(self._hub)

    def _nearest(self, word: str, words: Iterable[str], alike: float = 0.6) -> str:
        """Return the nearest word, "" once there have been so many guesses that more would take long."""
        self._guesses += 1
        return nearest(word, words, alike) if self._guesses <= MOST_GUESSES else ""

    def _meant(self, link: FileLink) -> str:
        """Return the file that a link to none most likely means, "" if that is anybody's guess.

        Its address on the site counts, an old name, its name without .md or in capitals, and a name much like it.
        """
        path = unquote(re.split("[?#]", link.target)[0]).casefold().removesuffix(".html").removesuffix(".md")
        address = posixpath.normpath(path).lstrip("./").removeprefix("docs/").removesuffix("index").rstrip("/")
        if address.startswith(addresses.DATA):  # its page leads to every file below it
            address = addresses.DATA.rstrip("/")
        name = posixpath.basename(address)
        by_address, by_name = self._names
        if address in by_address or not name:
            return by_address.get(address, "")
        return by_name.get(name) or by_name.get(self._nearest(name, by_name, ALIKE), "")

    @cached_property
    def _names(self) -> tuple[dict[str, str], dict[str, str]]:
        """Every file by its page's address and by its name, both in small letters, and by those it had before."""
        by_address: dict[str, str] = {}
        by_name: dict[str, str] = {}
        for file in self._files:
            address = (addresses.of_file(file) or file.removeprefix("docs/")).replace("#", "").rstrip("/")
            by_address[address] = by_name[posixpath.basename(address)] = file
        for entry in self._hub.entries:
            for old in getattr(entry.facts, "redirect_from", ()):
                by_address.setdefault(f"{entry.kind.id}/{old}", entry.file)
                by_name.setdefault(old, entry.file)
        for kind in ROW_KINDS:
            for row in self._hub.rows(kind):
                by_address[f"{kind.id}/{row}"] = f"{kind.file}#{row}"
                by_name.setdefault(row, f"{kind.file}#{row}")
        return by_address, by_name


def _with_tidy_name(file: str) -> str:
    folder, name = posixpath.split(file)
    return posixpath.join(folder, f"{tidy(name.removesuffix('.md'))}.md")


def _shows_any(page: str, files: Iterable[str]) -> bool:
    """Return whether one of some files belongs to what a page shows."""
    start = page.removesuffix("index.md").removesuffix(".md")  # of the paths of all files of a part
    return any(file.startswith((start, *FROM_ELSEWHERE.get(page, ()))) for file in files)
