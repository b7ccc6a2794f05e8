"""The files of a tool: its page, which is a form, and its questions as a table."""

import csv
import html
import io
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from ideas_hub.model.tool import ToolQuestion
from ideas_hub.site.context import BuildContext
from tests.ideas_hub.conftest import HOSTILE, all_files

ID = "after-the-repair"
FIRST, SECOND, THIRD = "How did the repair go?", "What did you learn?", "How did you hear of us?"


@pytest.fixture(scope="module")
def files(context: BuildContext) -> Mapping[str, bytes]:
    return all_files(context)


def test_the_page_is_a_form(files: Mapping[str, bytes]) -> None:
    """A numbered list in which each answer has a box and each open question has lines."""
    page = files[f"tools/{ID}/index.html"].decode()
    lists = re.findall(r'<ol class="questions" start="(\d)">(.*?)</ol>', page, re.DOTALL)

    assert [start for start, _ in lists] == ["1", "3"]
    assert re.findall(r'class="question">(.*?)<', page) == [FIRST, SECOND, THIRD]
    assert [part.count('<ul class="boxes plain">') for _, part in lists] == [1, 1]
    assert re.findall(r'<div class="room">((?:<span></span>)+)</div>', page) == ["<span></span>" * 2, "<span></span>"]


def test_its_questions_are_a_table_beside_its_page(files: Mapping[str, bytes]) -> None:
    text = files[f"tools/{ID}/questions.csv"].decode("utf-8-sig")

    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["number", "group", "question", "answers", "note"],
        [
            *("1", "The repair", FIRST),
            "It works again; It works a little; It could not be mended, but we know why",
            "Tick one.",
        ],
        ["2", "The repair", SECOND, "", ""],
        ["3", "You", THIRD, "From a friend; From the library; Another way", ""],
    ]


def test_no_other_kind_of_entry_has_such_a_table(files: Mapping[str, bytes]) -> None:
    assert [path for path in files if path.endswith("questions.csv")] == [f"tools/{ID}/questions.csv"]


def test_hostile_words_stay_words_in_its_page(context: BuildContext) -> None:
    tool = context.hub.tools[ID]
    question = ToolQuestion.model_construct(
        question=HOSTILE, answers=(HOSTILE,), note=HOSTILE, group=HOSTILE, lines=None
    )
    words = {"questions": (question,), "say_first": (HOSTILE,), "take_care": (HOSTILE,)}
    hostile = replace(tool, facts=tool.facts.model_copy(update=words))
    made = all_files(replace(context, hub=replace(context.hub, tools={ID: hostile})))
    page = made[f"tools/{ID}/index.html"].decode()

    assert "<b>it" not in page
    assert html.unescape(page).count(HOSTILE) == 6
