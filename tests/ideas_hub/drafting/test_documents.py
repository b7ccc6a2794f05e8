"""What a document says is found below its headings, in its tables and behind its labels, in anybody's words."""

import pytest

from ideas_hub.drafting.documents import Received, read_document
from ideas_hub.drafting.questions import questions
from ideas_hub.importing.html_tree import tidy_html
from ideas_hub.model.hub import Hub


def received(html: str, hub: Hub) -> Received:
    return read_document(tidy_html(html, str)[0], questions(hub))


def test_a_heading_that_is_a_question_starts_its_answer(hub: Hub) -> None:
    story = "<h2>What did you do?</h2><p>One.</p><h3>Where</h3><p>Two.</p><h2>Outcomes</h2><p>Three.</p>"
    html = f"<h1>Tea</h1><p>Above.</p>{story}"

    found = received(html, hub)

    assert found.answers == {
        "A title for your story": "Tea",
        "What did you do?": "One.\n\n### Where\n\nTwo.",
        "What changed?": "Three.",
    }
    assert found.text == "Above."


def test_lists_and_paragraphs_below_a_question_for_lines_are_lines(hub: Hub) -> None:
    html = (
        "<h2>What helped?</h2><ul><li>Tea<ul><li>hot</li></ul></li></ul><p>Songs</p><h2>Region</h2><p>North\n Wales</p>"
    )

    found = received(html, hub)

    assert found.answers["What helped?"] == "Tea\nhot\nSongs"
    assert found.answers["Which part of Wales is that in?"] == "North Wales"


def test_a_table_of_questions_and_answers_is_read_and_another_table_stays(hub: Hub) -> None:
    rows = "<tr><td>Town</td><td>Bangor</td></tr><tr><td>Charity</td><td>The Tea Group</td></tr>"
    other = "<tr><td>Town</td><td>People</td></tr><tr><td>Bangor</td><td>12</td></tr>"

    found = received(f"<p>One.</p><table>{rows}</table><table>{other}</table>", hub)

    assert found.answers == {"Where was it?": "Bangor", "Your group or organisation": "The Tea Group"}
    assert found.text == "One.\n\n| Town | People |\n| --- | --- |\n| Bangor | 12 |"


def test_a_form_in_word_may_number_its_questions_and_have_a_first_row(hub: Hub) -> None:
    rows = "<tr><td>No.</td><td>Question</td><td>Answer</td></tr><tr><td>1.</td><td>Town</td><td>Bangor</td></tr>"

    found = received(f"<table>{rows}</table>", hub)

    assert found.answers == {"Where was it?": "Bangor"}


@pytest.mark.parametrize(
    ("row", "answer"),
    [
        ("<p><b>Town:</b> Bangor</p>", {"Where was it?": "Bangor"}),
        ("<p>Start date: 3 May 2024</p>", {"When did it start?": "3 May 2024"}),
        ("<p>She said: come in</p>", {}),
        ("<p>What happened: we met</p>", {}),
    ],
)
def test_a_row_with_a_label_is_a_short_answer(row: str, answer: dict[str, str], hub: Hub) -> None:
    assert received(row, hub).answers == answer


def test_a_question_that_is_there_twice_keeps_both_answers(hub: Hub) -> None:
    found = received("<h2>What did you do?</h2><p>One.</p><h2>What did you do?</h2><p>Two.</p>", hub)

    assert "One." in found.answers["What did you do?"]
    assert "Two." in found.answers["What did you do?"]


def test_a_heading_that_is_only_near_a_question_is_told(hub: Hub) -> None:
    found = received("<h2>Main challenges</h2><p>Rain</p>", hub)

    assert found.answers == {"What did not work?": "Rain"}
    assert found.notes == ['"Main challenges" is read as "What did not work?".']
