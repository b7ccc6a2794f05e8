"""Pages of another system -> drafts: facts and terms by a map, the text as Markdown, and a note on every change."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from ideas_hub.drafting.draft import Draft, free_name, in_order
from ideas_hub.drafting.page_links import PageLinks, name_of, places_of
from ideas_hub.drafting.page_map import PageMap
from ideas_hub.drafting.page_values import mapped_values
from ideas_hub.drafting.questions import Question, questions
from ideas_hub.drafting.yaml_text import Value
from ideas_hub.importing.foreign_markdown import markdown_as_html
from ideas_hub.importing.html_headings import first_heading
from ideas_hub.importing.html_tree import tidy_html, words_of
from ideas_hub.importing.markdown_writer import write_markdown
from ideas_hub.importing.page_facts import Page, split_page
from ideas_hub.importing.personal_data import without_personal_data
from ideas_hub.importing.text_encoding import decode
from ideas_hub.model.hub import Hub
from ideas_hub.model.text_fields import SUMMARY_LENGTH, TITLE_LENGTH
from ideas_hub.problem import Problem
from ideas_hub.reading.text_file import MAX_BYTES

ENDINGS = (".md", ".markdown", ".mdx", ".qmd", ".rmd", ".md.erb", ".md.njk")
MOST_PAGES = 5_000
SENTENCE_END = re.compile(r"(?<=[.!?\u2026])[\"'\u201d\u2019)]*(?=\s|$)")
TOO_LONG = "The {} is longer than {} letters; all of it is at the start of the text."


def read_pages(folder: Path) -> tuple[list[Page], list[Problem]]:
    """Return the pages in a folder and those below it, sorted by path, and a problem for each that cannot be read.

    Hidden files, links of the file system and what has another ending are left alone.
    """
    pages: list[Page] = []
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*")):
        file = path.relative_to(folder)
        is_page = path.name.casefold().endswith(ENDINGS) and not any(part.startswith(".") for part in file.parts)
        if not is_page or path.is_symlink() or not path.is_file():
            continue
        if len(pages) == MOST_PAGES:
            fix = "Bring them in folder by folder."
            return pages, [
                *problems,
                Problem(file.as_posix(), 0, f"there are more than {MOST_PAGES:,} pages.", fix=fix),
            ]
        if path.stat().st_size > MAX_BYTES:
            message = f"the page has more than {MAX_BYTES // 1024} KB."
            problems.append(Problem(file.as_posix(), 0, message, fix="Cut it into several pages.", rule="file-size"))
            continue
        decoded = decode(path.read_bytes())
        facts, text, notes = split_page(decoded.text)
        pages.append(Page(file.as_posix(), facts, text, tuple(filter(None, [decoded.note, *notes]))))
    return pages, problems


def drafts_of_pages(pages: Sequence[Page], page_map: PageMap, hub: Hub) -> tuple[list[Draft], list[Problem]]:
    """Return an unfinished draft of each page, with notes on what was changed, and the pages that cannot be read."""
    asked = questions(hub, page_map.new_kind)
    titled: list[tuple[Page, str]] = []
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for page in pages:
        with _refusals_of(page, problems):
            titled.append((page, _title_of(page, page_map)))
    names: list[str] = []
    for _, title in titled:
        names.append(free_name(Draft({"title": title}, "", kind=page_map.new_kind).slug, names))
    places = places_of([page for page, _ in titled], [f"{name}.md" for name in names])
    for page, title in titled:
        links = PageLinks(page.file, places, page_map.site or "")
        with _refusals_of(page, problems):
            drafts.append(_draft_of(page, title, page_map, asked, links.target_of))
    return drafts, problems


@contextmanager
def _refusals_of(page: Page, problems: list[Problem]) -> Iterator[None]:
    """Add a problem if a page turns out to be nested too deeply, or to have too many parts, to be read."""
    try:
        yield
    except ValueError as error:
        problems.append(Problem(page.file, 0, str(error), rule="depth"))


def _title_of(page: Page, page_map: PageMap) -> str:
    """Return the title that a page gives, else its first heading, else its name in words.  Raises ValueError."""
    for name in page_map.names_of("title"):
        if page.items(name) and (words := words_of(page.items(name)[0])):
            return words
    heading = first_heading(tidy_html(markdown_as_html(page.text, page.facts)[0], lambda _: "")[0])
    return heading or re.sub("[-_]+", " ", name_of(page)).strip().capitalize()


def _draft_of(
    page: Page, title: str, page_map: PageMap, asked: Sequence[Question], target_of: Callable[[str], str]
) -> Draft:
    values, used, notes, *_ = mapped_values(page, page_map, asked)
    html, changes = markdown_as_html(page.text, page.facts)
    tree, more = tidy_html(html, target_of, title)
    above: list[str] = []
    values["title"] = _shortened("title", title, TITLE_LENGTH, above, notes)
    if isinstance(summary := values.get("summary"), str):
        values["summary"] = _shortened("summary", summary, SUMMARY_LENGTH, above, notes)
    else:
        first = _start_of(_first_paragraph(tree))
        values["summary"] = first or values["title"]
        notes.append(f"There was no summary: it is {'the start of the text' if first else 'the title'}.")
    said_already = {words for name in used for words in page.items(name)}
    for name in page.facts:
        if name not in used and not said_already.issuperset(page.items(name)):
            notes.append(f"A fact with no place here was left out: {name}: {', '.join(page.items(name))}")
    body, private = without_personal_data("\n\n".join(filter(None, [*above, write_markdown(tree)])))
    clean: dict[str, Value] = {"draft": True}
    clean |= {
        name: without_personal_data(value)[0] if isinstance(value, str) else value for name, value in values.items()
    }
    said = [without_personal_data(note)[0] for note in (*page.notes, *notes, *changes, *more)]
    kind = page_map.new_kind
    return Draft(in_order(clean, kind), f"{body}\n" if body else "", (*dict.fromkeys(said), *private), kind, page.file)


def _first_paragraph(tree: BeautifulSoup) -> str:
    first = tree.find("p", recursive=False)
    return " ".join(first.get_text().split()) if isinstance(first, Tag) else ""


def _shortened(name: str, words: str, most: int, above: list[str], notes: list[str]) -> str:
    """Return words that fit into a field; all of them go above the text if they are too many."""
    if len(words) <= most:
        return words
    above.append(words)
    notes.append(TOO_LONG.format(name, most))
    return _start_of(words, most)


def _start_of(words: str, most: int = SUMMARY_LENGTH) -> str:
    """Return as many whole sentences as fit, else as many words, with three dots."""
    ends = [match.end() for match in SENTENCE_END.finditer(words) if match.end() <= most]
    if ends:
        return words[: ends[-1]]
    start = words[: most - 1]
    return words if len(words) <= most else f"{(start.rpartition(' ')[0] or start).rstrip(',;:')}\u2026"
