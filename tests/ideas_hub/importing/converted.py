"""A text of any system as Markdown, for tests: what it becomes, and what is said of it."""

from collections.abc import Mapping

from ideas_hub.importing.foreign_markdown import markdown_as_html
from ideas_hub.importing.html_tree import tidy_html
from ideas_hub.importing.markdown_writer import write_markdown
from ideas_hub.reading.markdown import parse
from ideas_hub.reading.refusals import find_refusals


def external(href: str) -> str:
    return href if href.startswith("https://") else ""


def converted_html(html: str) -> tuple[str, list[str]]:
    tree, notes = tidy_html(html, external)
    return write_markdown(tree), notes


def converted(source: str, facts: Mapping[str, object] | None = None) -> tuple[str, list[str]]:
    html, notes = markdown_as_html(source, facts or {})
    markdown, more = converted_html(html)
    return markdown, [*notes, *more]


def refused(markdown: str) -> list[str]:
    """Return what keeps a text from being published."""
    return [str(problem) for problem in find_refusals(parse(markdown), "case_studies/x.md")]
