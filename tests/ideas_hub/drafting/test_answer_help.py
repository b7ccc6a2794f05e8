"""What stands beside a question: other words for its choices, and how published stories answered it."""

from dataclasses import replace

import pytest

from ideas_hub.drafting.answer_help import LONGEST_EXAMPLE, examples, words_for_choices
from ideas_hub.model.entries import CouldWeDoThis
from ideas_hub.model.hub import Hub
from ideas_hub.model.term import Term

COST = "could_we_do_this.cost"


def with_costs(hub: Hub, **costs: str) -> Hub:
    """Return a hub whose stories say what they cost as given, by id with _ for -, and others nothing."""
    studies = {}
    for study_id, study in hub.case_studies.items():
        box = CouldWeDoThis(cost=costs.get(study_id.replace("-", "_")))
        studies[study_id] = replace(study, facts=study.facts.model_copy(update={"could_we_do_this": box}))
    return replace(hub, case_studies=studies)


def shown_for(hub: Hub, label: str, *synonyms: str) -> str:
    """Return the words for a theme that has such a label and synonyms."""
    term = hub.vocabulary.themes["tools-electrics"]
    facts = Term(label=label, phrase="x", definition="x.", synonyms=synonyms)
    vocabulary = replace(hub.vocabulary, themes={"tools-electrics": replace(term, facts=facts)})
    return words_for_choices("themes", replace(hub, vocabulary=vocabulary)).get("tools-electrics", "")


def test_a_choice_has_the_first_of_its_synonyms(hub: Hub) -> None:
    assert words_for_choices("themes", hub)["tools-electrics"] == "appliances, toaster, lamp"


def test_a_synonym_that_only_spells_the_label_or_another_differently_is_passed_over(hub: Hub) -> None:
    assert shown_for(hub, "Lonely people", "loneliness", "alone", "Alone", "befriending") == "Alone, befriending"


def test_an_abbreviation_helps_nobody_who_looks_for_a_word(hub: Hub) -> None:
    assert shown_for(hub, "Health", "GP", "NHS", "clinic") == "clinic"


def test_a_choice_without_synonyms_and_a_list_without_terms_have_no_other_words(hub: Hub) -> None:
    assert "north-wales" not in words_for_choices("regions", hub)
    assert words_for_choices("activities", hub) == {}
    assert words_for_choices("", hub) == {}


def test_the_shortest_answers_of_published_stories_are_shown_with_their_stories(hub: Hub) -> None:
    assert [(one.text, one.address) for one in examples("could_we_do_this.people", hub)] == [
        ("One person who knows clocks.", "case-studies/clock-club/"),
        ("Three fixers and one person at the door.", "case-studies/toaster-tuesdays/"),
    ]


def test_an_answer_that_opens_as_another_does_shows_nothing_of_its_own(hub: Hub) -> None:
    some = with_costs(
        hub,
        soldering="We do not know what it cost.",
        mending_van="We do not know what it cost. The fund gave £500.",
        clock_club="Tea alone.",
    )

    assert [one.text for one in examples(COST, some)] == ["Tea alone."]


@pytest.mark.parametrize(
    "costs",
    [{}, {"soldering": f"{'a' * LONGEST_EXAMPLE}."}, {"gwnio_yn_y_bala": "Dim."}],
    ids=["none", "long", "another language"],
)
def test_where_no_story_has_a_short_answer_in_the_language_of_the_hub_none_is_shown(
    hub: Hub, costs: dict[str, str]
) -> None:
    assert examples(COST, with_costs(hub, **costs)) == ()


@pytest.mark.parametrize("path", ["title", "period.start", "", "worked"])
def test_any_other_question_has_no_examples(hub: Hub, path: str) -> None:
    assert examples(path, hub) == ()
