"""The page of a tool, and its questions in every format."""

import csv
import html
import io
import json
import re
from dataclasses import replace

import pytest
from jinja2 import Environment

from ideas_hub.formats.data_package import data_package_files
from ideas_hub.formats.feeds import all_feeds, feed_files
from ideas_hub.formats.page_meta import PageHeads
from ideas_hub.formats.tables import questions_table
from ideas_hub.model.hub import Hub
from ideas_hub.model.register import Register
from ideas_hub.model.sections import QUESTIONS, SAY_FIRST, TAKE_CARE
from ideas_hub.model.tool import Tool, ToolQuestion
from ideas_hub.search.texts import texts_of_entry
from ideas_hub.views.data import data_tables
from ideas_hub.views.entries import entry_view
from ideas_hub.views.page import Fact, Link, Site
from ideas_hub.views.tools import QuestionGroup, tool_view
from tests.ideas_hub.conftest import FILES, HOSTILE, Change, all_copies

FILE, ID = "docs/tools/after-the-repair.md", "after-the-repair"
FIRST, SECOND, THIRD = "How did the repair go?", "What did you learn?", "How did you hear of us?"


def test_the_box_says_who_can_use_it_and_where_its_questions_are(hub: Hub) -> None:
    assert tool_view(hub.tools[ID], hub).facts == (
        Fact("Who can use it", "Any group that mends things with people.", id="for"),
        Fact("Questions", "3"),
        Fact("To download", links=(Link("The questions, for a spreadsheet (CSV)", f"tools/{ID}/questions.csv"),)),
    )


def test_its_terms_lead_to_their_pages(hub: Hub) -> None:
    tool = hub.tools[ID]
    terms = {"themes": ("tools-electrics",), "communities": ("newcomers",)}
    view = tool_view(replace(tool, facts=tool.facts.model_copy(update=terms)), hub)

    assert [link.address for fact in view.facts for link in fact.links][:2] == [
        "themes/tools-electrics/",
        "communities/newcomers/",
    ]


def test_what_to_mind_and_what_to_say_stand_before_the_questions(hub: Hub) -> None:
    shown = [section for section, _ in tool_view(hub.tools[ID], hub).sections]

    assert shown[:3] == [TAKE_CARE, SAY_FIRST, QUESTIONS]


def test_questions_are_counted_through_all_their_groups(hub: Hub) -> None:
    """So that people can speak of "question 3"."""
    repair, you = tool_view(hub.tools[ID], hub).rows(QUESTIONS)

    assert (repair.title, repair.start, [one.question for one in repair.questions]) == (
        "The repair",
        1,
        [FIRST, SECOND],
    )
    assert (you.title, you.start, [one.question for one in you.questions]) == ("You", 3, [THIRD])


def test_questions_without_a_group_need_no_heading(hub: Hub) -> None:
    tool = hub.tools[ID]
    plain = (ToolQuestion(question="Why?"), ToolQuestion(question="How?"))
    view = tool_view(replace(tool, facts=tool.facts.model_copy(update={"questions": plain})), hub)

    assert view.rows(QUESTIONS) == (QuestionGroup("", 1, plain),)


@pytest.mark.parametrize(
    ("facts", "room"),
    [
        ({}, 2),
        ({"answers": ("Yes",)}, 0),
        ({"answers": ("Another",), "lines": 1}, 1),
        ({"lines": 5}, 5),
        ({"lines": 0}, 0),
    ],
)
def test_there_is_room_to_write_where_there_is_nothing_to_tick(facts: dict[str, object], room: int) -> None:
    """Unless the editor says how much."""
    assert ToolQuestion.model_validate({"question": "Why?", **facts}).room == room


def test_its_copy_in_markdown_counts_the_questions_too(hub: Hub, site: Site, templates: Environment) -> None:
    text = all_copies(hub, site, templates)[f"tools/{ID}/index.md"].decode()

    assert f"### The repair\n\n1. {FIRST} (Tick one.)\n    - It works again\n" in text
    assert f"### You\n\n3. {THIRD}\n    - From a friend\n" in text


def test_it_is_found_by_what_it_asks(hub: Hub) -> None:
    assert {FIRST, SECOND, THIRD} <= set(texts_of_entry(hub.tools[ID], hub)["body"])


def test_structured_data_name_the_file_of_its_questions(hub: Hub, site: Site) -> None:
    """A learning resource, and no article."""
    view = entry_view(hub.tools[ID], hub)
    node = json.loads(PageHeads(hub, Register(), site).meta(view.page, view).json_ld)["@graph"][0]

    assert (node["@type"], node["learningResourceType"]) == (["LearningResource"], "tool")
    assert node["encoding"] == {
        "@type": "MediaObject",
        "contentUrl": f"https://hub.example/ideas-hub/tools/{ID}/questions.csv",
        "encodingFormat": "text/csv",
    }


@pytest.fixture(scope="module")
def hostile_tool(hub: Hub) -> Tool:
    """A tool that says hostile things wherever it may say anything."""
    question = ToolQuestion.model_construct(
        question=HOSTILE, answers=(HOSTILE, "=1+1"), note=HOSTILE, group=HOSTILE, lines=None
    )
    words = {"questions": (question,), "say_first": (HOSTILE,), "take_care": (HOSTILE,), "who_for": HOSTILE}
    return hub.tools[ID].facts.model_copy(update=words)


def test_no_question_is_a_formula_in_a_spreadsheet(hostile_tool: Tool) -> None:
    """In no cell, and behind no semicolon in one."""
    text = questions_table(hostile_tool.questions).removeprefix("\ufeff")
    cells = list(csv.reader(io.StringIO(text, newline="")))[1]

    assert cells[1:3] == [f"'{HOSTILE}"] * 2
    assert not re.search(r"(?:^|;)=", ";".join(cells))


def test_hostile_words_stay_words(hub: Hub, hostile_tool: Tool, site: Site, templates: Environment) -> None:
    """On the page, in its copy, in the feed and in the data."""
    hostile = replace(hub, tools={ID: replace(hub.tools[ID], facts=hostile_tool)})
    view = entry_view(hostile.tools[ID], hostile)
    page = templates.get_template("hub/feed_content.html").render(view=view, page=view.page, root="")
    feed = next(
        make() for path, _, _, make in feed_files(all_feeds(hostile, site), hostile, Register(), site, templates)
        if path == "tools/feed.json"
    )  # fmt: skip
    data = dict(data_package_files(data_tables(hostile), hostile, site, templates))
    (row,) = json.loads(data["data/tools.json"])

    assert "</script>" not in page
    assert html.unescape(page).count(HOSTILE) == 7
    assert "<b>it" not in json.loads(feed)["items"][0]["content_html"]
    assert row["questions"][0]["question"] == row["take_care"][0] == HOSTILE
    assert "<b>it" not in all_copies(hostile, site, templates)[f"tools/{ID}/index.md"].decode()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  - question: How did you hear of us?", "  - asks: How did you hear of us?", "questions[3]"),
        ("    lines: 1\n", "    lines: one\n", "questions[3].lines"),
        ("    answers: [From a friend,", "    answers: [From a friend, TBC,", "questions[3].answers[2]"),
        ("who_for: Any group that mends things with people.\n", "", "who_for"),
    ],
)
def test_a_mistake_in_a_question_is_named_with_its_place(change: Change, old: str, new: str, message: str) -> None:
    problems = change(FILE, old, new)

    assert any(one.startswith(f"{FILE}:") and message in one for one in problems)


def test_a_tool_asks_something(change: Change) -> None:
    questions = re.search(r"questions:\n(?:  .*\n)+", FILES[FILE])
    assert questions

    assert any("questions" in one for one in change(FILE, questions.group(), "questions: []\n"))
