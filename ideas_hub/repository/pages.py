"""The pages that a hub needs, and links to pages that it does not publish."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import NEEDED_FILES, PAGE_KINDS, PART_FILES
from ideas_hub.problem import Problem, excerpt, nearest
from ideas_hub.reading.data_files import is_there
from ideas_hub.reading.documents import files_of
from ideas_hub.reading.nav import SETTINGS_FILE
from ideas_hub.reading.references import find_broken_links
from ideas_hub.repository.file_results import FileResult

DOWNLOADS = (f"docs/{addresses.TEMPLATE}",)
"""Files that texts may link to though they are not pages, by path from the repository's root."""


def find_missing_pages(hub: Hub, root: Path) -> Iterator[Problem]:
    """Yield a problem for each page that is not there: one that every hub needs, or that of a part with content."""
    reasons = dict.fromkeys(NEEDED_FILES, "every hub needs it")
    reasons |= {PART_FILES[part]: f"this hub has {part.replace('-', ' ')} to show on it" for part in sorted(hub.parts)}
    for file, reason in reasons.items():
        if not is_there(root / file):
            yield Problem(
                file,
                0,
                f"this page is missing, and {reason}.",
                rule="missing-page",
                fix="Write its title and summary between two lines of ---, and below them what readers should know. "
                "The folder tests/hubs/repair-cafes has one to copy.",
            )


def find_nav_problems(hub: Hub, root: Path) -> Iterator[Problem]:
    """Yield a problem for each link of the nav that leads to no page of the hub."""
    there = (file for file, kind in files_of(root).items() if kind in PAGE_KINDS and file not in PART_FILES.values())
    needed = (*NEEDED_FILES, *(PART_FILES[part] for part in hub.parts))  # `find_missing_pages` names one not there
    pages = [file.removeprefix("docs/") for file in dict.fromkeys((*there, *needed))]
    for link in hub.nav:
        if link.file not in pages:
            yield Problem(
                SETTINGS_FILE,
                link.line,
                f'"{excerpt(link.file)}" is not a page of this hub.',
                field="nav",
                found=excerpt(link.file),
                nearest=nearest(link.file, pages),
                rule="broken-link",
                fix="Write the path of a page below docs/, such as about.md.",
            )


def find_links_to_nowhere(
    hub: Hub, broken: Iterable[FileResult], root: Path, with_mistakes: Collection[str]
) -> Iterator[Problem]:
    """Yield a problem for each link of a text to a file that is not there, or to a page that has nothing to show.

    broken: the results of files that are not in the hub.
    with_mistakes: files whose content may not be in the hub either; what they belong to counts as having content.
    """
    unpublished = {file for part, file in PART_FILES.items() if part not in hub.parts}
    unpublished = {file for file in unpublished if not any(one.startswith(_start(file)) for one in with_mistakes)}
    files = dict.fromkeys((*files_of(root), *NEEDED_FILES, *DOWNLOADS))
    linking: list[Document[Any] | FileResult] = [*hub.documents, *broken]
    for one in linking:
        if one.file not in unpublished:
            yield from find_broken_links(one.links, one.file, files, unpublished)


def _start(page: str) -> str:
    """Return how the paths of all files of a part begin: "docs/ideas/", or "docs/evidence" for one without a folder."""
    return page.removesuffix("index.md").removesuffix(".md")
