"""What a typed answer stands for."""

import pytest

from ideas_hub.drafting.choices import match_choices
from ideas_hub.drafting.draft import build_draft, value_of
from ideas_hub.drafting.kinds import NEW_KINDS
from ideas_hub.drafting.questions import Question, questions
from ideas_hub.model.hub import Hub

CHOICES = {"garden": "Garden", "arts": "Arts, crafts and culture", "crafts": "Crafts"}


def question(hub: Hub, path: str) -> Question:
    return next(one for one in questions(hub) if one.wording.path == path)


@pytest.mark.parametrize(
    ("text", "ids", "unknown"),
    [
        ("Garden, crafts", ["garden", "crafts"], []),
        ("arts, crafts and culture; GARDEN", ["arts", "garden"], []),
        ("- 3\n- 1", ["crafts", "garden"], []),
        ("Gardening; arts, Boats", ["arts"], ["Gardening", "Boats"]),
        (" ; ,", [], []),
        ("Allotments, gárden", ["garden", "garden"], []),
        ("arts, crafts", ["arts", "crafts"], []),
    ],
)
def test_choices_are_named_by_label_id_or_number(text: str, ids: list[str], unknown: list[str]) -> None:
    """A label may have commas of its own; what names no choice is returned as it is."""
    assert match_choices(text, CHOICES, {"allotments": "garden"}) == (ids, unknown)


def test_where_no_numbers_are_shown_a_number_names_nothing() -> None:
    assert match_choices("3, crafts", CHOICES, numbered=False) == (["crafts"], ["3"])


def test_an_answer_of_thousands_of_words_is_matched_in_one_pass() -> None:
    ids, unknown = match_choices("a, Garden; " * 5000, CHOICES)

    assert (len(ids), len(unknown)) == (5000, 5000)


@pytest.mark.parametrize(
    ("chosen", "missing", "values", "notes"),
    [
        ("", "Carpentry; newcomers", {"themes": ("wood-furniture",), "communities": ("newcomers",)}, 0),
        ("Mending clothes", "joinery", {"themes": ("mending-clothes", "wood-furniture")}, 0),
        ("", "People who keep bees, carpentry", {"themes": ("wood-furniture",)}, 1),
        ("", "North Wales, South Wales", {}, 1),
        ("", "2", {}, 1),
    ],
)
def test_terms_are_also_found_in_the_answer_below_the_lists(
    hub: Hub, chosen: str, missing: str, values: dict[str, object], notes: int
) -> None:
    """The form in the repository may list fewer than there are; what is no term goes to a person."""
    answers = {question(hub, "themes").label: chosen, "Is something missing from these lists?": missing}

    draft = build_draft(answers, questions(hub))

    assert (draft.values, len(draft.editor_notes)) == (values, notes)


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("themes", "1; 1", ("mending-clothes",)),
        ("region", "North Wales, South Wales", "north-wales"),
        ("region", "Elsewhere", None),
        ("worked", "- Tea.\n2) Cake.", ("Tea.", "Cake.")),
        ("worked", "\n", None),
        ("image.people", "No", False),
        ("image.people", "Y", True),
        ("image.people", "maybe", "maybe"),
        ("title", " Two \n lines ", "Two lines"),
    ],
)
def test_an_answer_has_the_shape_of_its_field(hub: Hub, path: str, text: str, value: object) -> None:
    """A list, one choice, true or false, or a line of text."""
    assert value_of(question(hub, path), text)[0] == value


def test_the_fields_of_a_group_are_together_and_in_the_order_of_the_model(hub: Hub) -> None:
    """Whatever the order of the questions; what stands for nothing is left out."""
    answers = {
        question(hub, "period.end").label: "2025",
        question(hub, "period.start").label: "2024",
        question(hub, "image.people").label: "no",
        question(hub, "region").label: "Elsewhere",
        question(hub, "title").label: "Lamps",
    }

    draft = build_draft(answers, questions(hub), unfinished=True)

    assert list(draft.values.items()) == [
        ("title", "Lamps"),
        ("image", {"people": False}),
        ("draft", True),
        ("period", {"start": "2024", "end": "2025"}),
    ]
    assert draft.body == ""
    assert draft.editor_notes == ('"Elsewhere" is not one of the answers to "Which part of Wales is that in?".',)


@pytest.mark.parametrize(
    ("row", "record"),
    [
        ("How was it?", {"question": "How was it?"}),
        (
            "How was it?; Good / So, so; ; You",
            {"question": "How was it?", "answers": ("Good", "So, so"), "group": "You"},
        ),
        ("Who came?; Mum and/or dad /  / Gran", {"question": "Who came?", "answers": ("Mum and/or dad", "Gran")}),
    ],
)
def test_a_row_may_have_a_list_in_one_of_its_parts(hub: Hub, row: str, record: dict[str, object]) -> None:
    """Its items have commas of their own, so a slash with spaces stands between them."""
    kind = next(kind for kind in NEW_KINDS if kind.id == "tool")
    asked = next(one for one in questions(hub, kind) if one.wording.path == "questions")

    assert "Write question; answers; note; group, with a semicolon after each. Put a slash with spaces" in asked.help
    assert value_of(asked, row) == ((record,), ())
