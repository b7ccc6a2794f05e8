"""scripts/new --from-markdown FOLDER: drafts from the pages of another system, and what is printed of them."""

import sys
from pathlib import Path

from ideas_hub.commands.ending import uninterrupted
from ideas_hub.commands.next_steps import import_report
from ideas_hub.commands.refusing import refuse
from ideas_hub.drafting.page_map import PageMap, map_to_start_from, read_map
from ideas_hub.drafting.pages import drafts_of_pages, read_pages
from ideas_hub.drafting.updating import write_drafts
from ideas_hub.problem import Problem, first_of_each_kind
from ideas_hub.repository.load import read_hub

NO_PAGES = "there is no page of Markdown in it."


def new_from_pages(folder: Path, map_file: Path | None, root: Path) -> int:
    """Write a draft of each page and print the next steps; return 1 if a page or the map is refused."""
    hub, _ = read_hub(root)
    page_map, problems = read_map(map_file.read_bytes(), map_file.name, hub) if map_file else (PageMap(), [])
    if problems:
        return refuse(problems)
    pages, problems = read_pages(folder)
    if not pages:
        return refuse([*problems, Problem(folder.name, 0, NO_PAGES, rule="no-pages")])
    drafts, unreadable = drafts_of_pages(pages, page_map, hub)
    with uninterrupted():
        outcomes = write_drafts(drafts, root)
    sys.stdout.write(import_report(drafts, outcomes, root))
    if not map_file:
        sys.stdout.write(map_to_start_from(pages))
    problems += unreadable
    sys.stdout.flush()
    sys.stderr.write("".join(f"{problem}\n" for problem in first_of_each_kind(problems)))
    return 1 if problems else 0
