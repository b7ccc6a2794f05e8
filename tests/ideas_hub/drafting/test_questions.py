"""What is asked follows the model: a new field, or a new limit, cannot be forgotten."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from ideas_hub.commands.new import main
from ideas_hub.drafting.issue_form import FORM, SOMETHING_ELSE
from ideas_hub.drafting.kinds import NEW_KINDS, NewKind
from ideas_hub.drafting.lists import synonyms_of
from ideas_hub.drafting.questions import Answer, Question, form_questions, questions
from ideas_hub.drafting.record_wording import CHOICE_LABELS, ENTRY_FIELDS, NEVER_ASKED, record_wordings
from ideas_hub.drafting.table import template
from ideas_hub.drafting.wording import NOT_ASKED, WORDINGS
from ideas_hub.model.entries import CaseStudy, CouldWeDoThis
from ideas_hub.model.fields import Consent, Period, Picture, Record
from ideas_hub.model.hub import Hub
from ideas_hub.model.term import Lists
from ideas_hub.repository.load import read_hub

GROUPS: dict[str, type[Record]] = {
    "could_we_do_this": CouldWeDoThis,
    "period": Period,
    "image": Picture,
    "consent": Consent,
}


each_kind = pytest.mark.parametrize("kind", NEW_KINDS, ids=lambda kind: kind.id)


def paths() -> set[str]:
    """Return every field of the model, those in a group of facts by themselves."""
    return {
        f"{name}.{inner}" if inner else name
        for name in CaseStudy.model_fields
        for inner in (GROUPS[name].model_fields if name in GROUPS else ("",))
    }


def by_path(hub: Hub) -> dict[str, Question]:
    return {question.wording.path: question for question in questions(hub)}


def test_every_field_of_the_model_is_asked_for_or_says_why_not() -> None:
    asked = {wording.path for wording in WORDINGS if wording.path}

    assert asked | set(NOT_ASKED) == paths()
    assert not asked & set(NOT_ASKED)


def test_every_field_that_the_model_needs_is_asked_for_in_the_form_too(hub: Hub) -> None:
    needed = {name for name, field in CaseStudy.model_fields.items() if field.is_required()}
    required = {
        question.wording.path for question in form_questions(hub) if question.required and question.wording.path
    }

    assert required == needed


def test_limits_and_choices_are_those_of_the_model_and_the_vocabulary(hub: Hub) -> None:
    asked = by_path(hub)

    assert asked["summary"].max_length == 240
    assert (asked["themes"].max_items, asked["themes"].answer) == (3, Answer.CHOICES)
    assert list(asked["region"].choices.values()) == [term.facts.label for term in hub.vocabulary.regions.values()]
    assert list(asked["could_we_do_this.cost_band"].choices) == ["low", "middle"]
    assert list(asked["activities"].choices.values()) == ["Soldering", "Darning", "Safety checks"]
    assert asked["worked"].answer is Answer.LINES
    assert asked["image.people"].answer is Answer.YES_OR_NO


def test_the_facts_of_a_picture_depend_on_the_picture(hub: Hub) -> None:
    asked = by_path(hub)

    assert (asked["image.alt"].depends_on, asked["image.alt"].required) == ("image.file", True)
    assert (asked["consent.expires"].depends_on, asked["consent.expires"].required) == ("consent.reference", True)
    assert not asked["image.file"].required


@pytest.mark.parametrize(("kind", "field"), CHOICE_LABELS)
def test_every_choice_of_the_model_has_its_words(hub: Hub, kind: str, field: str) -> None:
    [record] = [one.record for one in NEW_KINDS if one.id == kind]
    schema = record.model_json_schema()["properties"][field]
    enum = schema.get("enum") or schema["anyOf"][0]["enum"]

    assert list(CHOICE_LABELS[kind, field]) == enum


@each_kind
def test_no_two_questions_share_a_label_or_an_id(hub: Hub, kind: NewKind) -> None:
    """The form's text knows a question by its label alone, and GitHub refuses an id that is there twice."""
    asked = questions(hub, kind)

    assert len({question.label for question in asked}) == len({question.id for question in asked}) == len(asked)


@pytest.mark.parametrize("kind", NEW_KINDS[1:], ids=lambda kind: kind.id)
def test_every_field_of_every_other_kind_is_asked_for_in_words_or_says_why_not(kind: NewKind) -> None:
    """No field is forgotten, and none is asked for that the record does not have."""
    asked = {wording.path: wording for wording in record_wordings(kind) if wording.path}
    left_out = {*NEVER_ASKED.get(kind.id, {}), *(ENTRY_FIELDS if kind.can_wait else ())}

    fields = {path.partition(".")[0] for path in asked}
    assert set(kind.record.model_fields) - fields <= left_out
    assert fields <= set(kind.record.model_fields)
    assert all(wording.label.endswith("?") or wording.label.startswith("Its ") for wording in asked.values())
    assert all(wording.help for wording in asked.values())


@each_kind
def test_what_the_record_needs_is_asked_first(hub: Hub, kind: NewKind) -> None:
    """But for what may be null or is made from an answer, and the text of a page."""
    needed = {name for name, field in kind.record.model_fields.items() if field.is_required()}
    asked_first = [one.wording.path for one in questions(hub, kind) if one.required and not one.depends_on]
    required = {path.partition(".")[0] for path in asked_first} - {""}

    assert needed - {"id", "base_n"} == required


def test_the_form_is_one_that_github_takes(form: dict[str, Any]) -> None:
    assert {element["type"] for element in form["body"]} == {"markdown", "input", "textarea", "dropdown", "checkboxes"}
    for element in form["body"]:
        options = element["attributes"].get("options", [])
        assert len({str(option) for option in options}) == len(options)
        assert "None" not in options


def test_a_hub_may_ask_in_its_own_words(hub: Hub) -> None:
    """The small hub has its own question for the region, and the hint of every hub."""
    [region] = [question for question in questions(hub) if question.wording.path == "region"]

    assert (region.label, region.help) == (
        "Which part of Wales is that in?",
        "Choose the one where most of it happened.",
    )


def test_what_a_hub_has_no_list_of_is_not_asked(hub: Hub) -> None:
    bare = replace(hub, vocabulary=replace(hub.vocabulary, lists=Lists()))
    asked = {question.wording.path for question in questions(bare)}
    left_out = {question.wording.path for question in questions(hub)} - asked

    assert left_out == {"activities", "delivery", "could_we_do_this.cost_band"}


def test_a_new_theme_is_a_choice_in_the_form_and_in_the_spreadsheet(tree: Path) -> None:
    """Without any change of code: both are made from the questions."""
    theme = (tree / "docs/themes/wood-furniture.md").read_text(encoding="utf-8")
    (tree / "docs/themes/bicycles.md").write_text(
        theme.replace("label: Wood and furniture", "label: Bicycles"), encoding="utf-8"
    )
    (tree / FORM).parent.mkdir(parents=True, exist_ok=True)

    assert main(["--write-forms"], tree) == 0

    form = yaml.safe_load((tree / FORM).read_text(encoding="utf-8"))
    [themes] = [element for element in form["body"] if element.get("id") == "themes"]
    assert "Bicycles" in themes["attributes"]["options"]
    assert "Bicycles" in template(questions(read_hub(tree)[0]))


def test_whoever_fits_no_list_can_say_so(form: dict[str, Any]) -> None:
    """Where the form insists on a choice, one is "Something else"."""
    lists = [element for element in form["body"] if element["type"] == "dropdown"]

    for element in lists:
        assert (element["attributes"]["options"][-1] == SOMETHING_ELSE) == element["validations"]["required"]


def test_a_town_names_its_region(hub: Hub) -> None:
    """People answer the question where it was with a town; a postcode says too little, and two regions name none."""
    twice = hub.places[0]._replace(region="south-wales", within="Gwent")
    synonyms = synonyms_of("regions", replace(hub, places=(*hub.places, twice)))

    assert (synonyms["Swansea"], synonyms["the valleys"]) == ("south-wales", "south-wales")
    assert {"Bala", "CF"}.isdisjoint(synonyms)
    assert "Swansea" not in synonyms_of("themes", hub)
