"""Answers typed into an issue, where people write GitHub's Markdown: as Markdown that a page may have."""

import re
from collections.abc import Mapping, Sequence

from ideas_hub.drafting.documents import IN_TEXT
from ideas_hub.drafting.draft import MAX_ANSWER, too_long
from ideas_hub.drafting.page_links import published_address
from ideas_hub.drafting.plain_text import as_markdown, strip_hidden
from ideas_hub.drafting.questions import Answer, Question
from ideas_hub.importing.github_markdown import github_as_html
from ideas_hub.importing.html_tree import tidy_html
from ideas_hub.importing.markdown_writer import write_markdown

ATTACHMENT = re.compile(r"https://github\.com/(?:user-attachments|[\w.-]+/[\w.-]+/(?:files|assets))/\S+")
"""The address of a file that was dropped into an issue."""


def markdown_answers(answers: Mapping[str, str], asked: Sequence[Question]) -> tuple[dict[str, str], list[str]]:
    """Return the answers, parts of the text as clean Markdown, and notes for the editor on what was left out of them.

    answers: by the label of their question.
    """
    clean = dict(answers)
    notes: list[str] = []
    for question in asked:
        if question.answer is Answer.TEXT and (typed := answers.get(question.label)):
            clean[question.label], more = _clean(strip_hidden(typed[:MAX_ANSWER]))
            notes += [*too_long(question, typed), *more]
    return clean, notes


def _clean(typed: str) -> tuple[str, list[str]]:
    try:
        tree, notes = tidy_html(github_as_html(typed, line_breaks=True), _target, top_level=IN_TEXT)
        return write_markdown(tree), notes
    except ValueError:
        return as_markdown(typed), []


def _target(href: str) -> str:
    return "" if ATTACHMENT.match(href) else published_address(href)
