"""The page of a tool: its questions as a form, with what people read before them and what to mind."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ideas_hub.model import addresses, sections
from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import COMMUNITIES, THEMES
from ideas_hub.model.tool import Tool, ToolQuestion
from ideas_hub.views.entry_page import EntryView, build_entry_view, term_links
from ideas_hub.views.page import Fact, Link


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions under one heading; they are counted through the whole tool.

    title: "" if they have no heading.
    start: the number of the first.
    """

    title: str
    start: int
    questions: tuple[ToolQuestion, ...]


def tool_view(entry: Document[Tool], hub: Hub) -> EntryView:
    facts, address = entry.facts, addresses.document(entry.kind, entry.id)
    rows = (
        Fact("Who can use it", facts.who_for, id="for"),
        Fact("Questions", str(len(facts.questions))),
        Fact("Themes", links=term_links(entry, hub, THEMES), id="what"),
        Fact("Communities", links=term_links(entry, hub, COMMUNITIES)),
        Fact(
            "To download", links=(Link("The questions, for a spreadsheet (CSV)", addresses.questions_table(address)),)
        ),
    )
    content = {
        sections.TAKE_CARE: facts.take_care,
        sections.SAY_FIRST: facts.say_first,
        sections.QUESTIONS: _groups(facts.questions),
    }
    return build_entry_view(entry, hub, rows, content)


def _groups(questions: tuple[ToolQuestion, ...]) -> Iterator[QuestionGroup]:
    start = 1
    for title, group in groupby(questions, key=lambda one: one.group or ""):
        asked = tuple(group)
        yield QuestionGroup(title, start, asked)
        start += len(asked)
