"""The form to print asks what the public form asks, with room for each answer."""

from dataclasses import replace

from ideas_hub.drafting.issue_form import BOXES
from ideas_hub.drafting.paper_form import paper_form_view
from ideas_hub.drafting.questions import form_questions
from ideas_hub.model.hub import Hub
from ideas_hub.model.term import Lists


def test_it_asks_what_the_public_form_asks_and_how_to_reach_the_sender(hub: Hub) -> None:
    """Paper is not public, so somebody can say how they are reached; the promises are those of the form."""
    view = paper_form_view(hub)
    public = form_questions(hub)

    assert [one.label for one in view.questions] == [*(one.label for one in public), "How can an editor reach you?"]
    assert [one.needed for one in view.questions] == [*(one.required for one in public), True]
    assert view.promises == BOXES


def test_each_question_has_boxes_to_tick_or_room_to_write(hub: Hub) -> None:
    questions = {one.label: one for one in paper_form_view(hub).questions}

    assert all(bool(one.choices) != bool(one.rows) for one in questions.values())
    assert questions["What did you do?"].rows > questions["What helped?"].rows > questions["Where was it?"].rows
    assert "North Wales" in questions["Which part of Wales is that in?"].choices


def test_nobody_counts_letters_on_paper(hub: Hub) -> None:
    hints = {one.label: one.hint for one in paper_form_view(hub).questions}

    assert not [hint for hint in hints.values() if "letters at most" in hint]
    assert hints["What did people do?"].endswith("3 at most.")


def test_a_hub_without_lists_asks_less(hub: Hub) -> None:
    bare = replace(hub, vocabulary=replace(hub.vocabulary, lists=Lists()))

    assert len(paper_form_view(bare).questions) == len(paper_form_view(hub).questions) - 3
