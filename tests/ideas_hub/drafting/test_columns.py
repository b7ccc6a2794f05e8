"""Which question a heading is, in whatever words, and which columns answer none."""

import pytest

from ideas_hub.drafting.columns import Headings, Rank, tidy
from ideas_hub.drafting.other_words import NO_ANSWER, OTHER_WORDS
from ideas_hub.drafting.questions import questions
from ideas_hub.drafting.table import read_rows
from ideas_hub.drafting.wording import WORDINGS
from ideas_hub.model.hub import Hub


@pytest.fixture(scope="session")
def headings(hub: Hub) -> Headings:
    return Headings(questions(hub))


@pytest.mark.parametrize(
    "heading", ["1. Where was it?", "Q3: where was it", "WHERE WAS IT?*", "Where was it? (required)", "where  was\nit"]
)
def test_numbers_brackets_case_and_punctuation_do_not_count(headings: Headings, heading: str) -> None:
    assert headings.match(heading) == ("Where was it?", Rank.TIDIED)


def test_short_forms_are_long_ones(headings: Headings) -> None:
    assert headings.match("What didn\u2019t work") == ("What did not work?", Rank.TIDIED)


@pytest.mark.parametrize("heading", ["Which part of Wales is that in?", "region"])
def test_a_question_is_known_in_the_words_of_the_hub(headings: Headings, heading: str) -> None:
    assert headings.match(heading) == ("Which part of Wales is that in?", Rank.EXACT)


def test_a_question_is_also_known_in_the_usual_words(headings: Headings) -> None:
    """A table made for another hub has them."""
    assert headings.match("Which region is that in?") == ("Which part of Wales is that in?", Rank.TIDIED)


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("Name of group", "Your group or organisation"),
        ("Charity", "Your group or organisation"),
        ("Lead organisation", "Your group or organisation"),
        ("Town", "Where was it?"),
        ("Location", "Where was it?"),
        ("Challenges", "What did not work?"),
        ("What went well?", "What helped?"),
        ("Short description", "Your story in one or two sentences"),
        ("Budget (\u00a3)", "What did it cost?"),
        ("Start date", "When did it start?"),
        ("Outcomes", "What changed?"),
    ],
)
def test_other_words_that_people_use_are_known(headings: Headings, heading: str, label: str) -> None:
    assert headings.match(heading) == (label, Rank.OTHER_WORDS)


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("Location of project", "Where was it?"),
        ("Wher was it?", "Where was it?"),
        ("Town/City", "Where was it?"),
        ("What didn't work so well?", "What did not work?"),
        ("Who were the partners?", "Who were your partners?"),
        ("Main challenges", "What did not work?"),
        ("What is the name of your organisation?", "Your group or organisation"),
        ("Where was it? Please give the town, not the address", "Where was it?"),
        ("Location: town or village", "Where was it?"),
        ("What did you do? (200 words at most)", "What did you do?"),
    ],
)
def test_else_the_question_that_is_clearly_nearest_is_guessed(headings: Headings, heading: str, label: str) -> None:
    assert headings.match(heading) == (label, Rank.NEAREST)


@pytest.mark.parametrize(
    "heading",
    [
        *("Timestamp", "ID", "Start time", "Completion time", "Email", "E-mail address", "Name", "Your name", "Phone"),
        *("Score", "Points \u2013 Where was it?", "Feedback - Where was it?", "Column1", "Username", "Language"),
        *("IP address", "Address of venue", "Contact for location", "Postcode", "Name of project lead"),
        *("Shoe size", "Date", "When did it end or begin?", "Photo consent", "2024", "Comments", "", "a" * 300),
    ],
)
def test_what_is_none_of_our_questions_is_no_guess(headings: Headings, heading: str) -> None:
    """Least of all what is about a person, or what a form adds by itself."""
    assert headings.match(heading) == ("", Rank.NONE)


def test_other_words_belong_to_one_question_each() -> None:
    keys = {wording.path or wording.heading or wording.label for wording in WORDINGS}
    names = [tidy(words) for others in OTHER_WORDS.values() for words in others]

    assert set(OTHER_WORDS) == keys
    assert sorted(names) == sorted(set(names))
    assert set(names) & NO_ANSWER == set()


def test_a_guess_is_named_and_what_is_left_out_too(hub: Hub) -> None:
    """With how many rows have words there, so that nothing is lost unseen."""
    lines = ("Timestamp,Location of project,A title for your story,Your name,,", "1,Bangor,Lamps,A. N.,a note,")
    table = "\n".join([*lines, "2,Conwy,Clocks,,,"]).encode()
    rows, problems, notes = read_rows(table, questions(hub), "ours.csv")

    assert [row.answers for row in rows] == [
        {"Where was it?": "Bangor", "A title for your story": "Lamps"},
        {"Where was it?": "Conwy", "A title for your story": "Clocks"},
    ]
    assert problems == []
    assert notes == [
        '"Location of project" is read as "Where was it?".',
        (
            "Left out, as it is none of our questions: "
            '"Timestamp" (words in 2 rows), "Your name" (words in 1 row), column E without a heading (words in 1 row).'
        ),
    ]


def test_of_two_columns_for_one_question_the_surer_is_read(hub: Hub) -> None:
    rows, problems, notes = read_rows(b"title,Town,Where was it?\nLamps,Bangor,Conwy\n", questions(hub), "ours.csv")

    assert [row.answers["Where was it?"] for row in rows] == ["Conwy"]
    assert (problems, notes) == ([], ['"Town" is left out: another column is clearly "Where was it?".'])
