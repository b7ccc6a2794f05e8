"""The form in the browser asks what the public form asks, and its script makes the same file of the same answers."""

from typing import Any

import pytest
from script_checks import open_scripts

from ideas_hub.checks.run import check_text
from ideas_hub.drafting.draft import build_draft, slug
from ideas_hub.drafting.questions import Answer, form_questions
from ideas_hub.drafting.write_form import write_form_view
from ideas_hub.model.hub import Hub
from ideas_hub.model.value_paths import field_name
from ideas_hub.reading.front_matter import parse_page
from ideas_hub.reading.hidden_characters import is_all_visible
from ideas_hub.web_form.rules import story_rules
from tests.ideas_hub.drafting.test_plain_text import typed_texts
from tests.ideas_hub.web_form.typed_stories import asked_in_scripts

Answers = dict[str, str | list[str]]

WHOLE: Answers = {
    "title": "Mending together: a café in Llan",
    "summary": 'Neighbours met each week. They mended 40 toasters, "for free".',
    "organisation": "Trwsio Ynghyd",
    "place": "Llan",
    "themes": ["mending-clothes"],
    "what-they-did": "We met on Mondays.\nPeople brought:\n- a lamp\n- a [radio]\n1. First tea\n2) then *mending*",
    "worked": "- A warm room\n\n* Tea: and cake",
    "could-we-do-this-cost": "£200 for tools",
    "period-start": "2024-03",
}


def files_of(hub: Hub, *answers: Answers) -> list[dict[str, Any]]:
    """Return what the script makes of some answers, by the id of their question."""
    asked, fields = asked_in_scripts(hub), write_form_view(hub, "", "").fields.split()
    with open_scripts("words", "prose", "checks", "story-file") as scripts:
        scripts.ask("open", story_rules())
        return [scripts.ask("storyFile", one, asked, fields) for one in answers]


def draft_of(hub: Hub, answers: Answers) -> str:
    """Return the text that Python makes of the same answers."""
    asked = form_questions(hub)
    given = {one.id: answers[one.id] for one in asked if one.id in answers}
    by_label = {
        one.label: "\n".join(one.choices[each] for each in answer) if isinstance(answer, list) else answer
        for one in asked
        if (answer := given.get(one.id)) is not None
    }
    return build_draft(by_label, asked, unfinished=True).text


def test_it_asks_what_the_public_form_asks_in_its_order(hub: Hub) -> None:
    asked = [question for step in write_form_view(hub, "", "").steps for question in step.questions]

    assert [one.label for one in asked] == [one.label for one in form_questions(hub)]
    assert [one.needed for one in asked] == [one.required for one in form_questions(hub)]
    assert len({one.id for one in asked}) == len(asked)


def test_each_step_has_a_title_of_its_own_and_few_questions(hub: Hub) -> None:
    steps = write_form_view(hub, "", "").steps

    assert len({step.title for step in steps}) == len(steps)
    assert max(len(step.questions) for step in steps) <= 6


def test_every_shape_of_answer_is_one_that_the_script_knows(hub: Hub) -> None:
    """A new shape in the public form needs a control and a value of its own here."""
    assert {one.answer for one in form_questions(hub)} <= {
        Answer.LINE,
        Answer.LINES,
        Answer.TEXT,
        Answer.CHOICE,
        Answer.CHOICES,
    }


def test_the_script_makes_the_same_file_of_the_same_answers(hub: Hub) -> None:
    (made,) = files_of(hub, WHOLE)

    assert made["text"] == draft_of(hub, WHOLE)
    assert made["name"] == "mending-together-a-cafe-in-llan"
    assert made["notes"] == []


HIDDEN = (
    "\ud800", "\0", "\u202e", "\u3164", "\u2800", "\ufffc", "\U000f0000", "\u180b", "\U000e0041\U000e0042",
    "\U000e0100", "e" + "\u0301" * 30, "\u2764\ufe0f\ufe0f",
)  # fmt: skip
SEEN = ("\u1820\u180b", "\u6f22\U000e0100", "\U0001f3f4\U000e0067\U000e007f", "\u200f")


@pytest.mark.parametrize("hidden", [*HIDDEN, *SEEN])
def test_no_hidden_character_reaches_the_file(hub: Hub, hidden: str) -> None:
    """The build refuses a file with one, and a browser cannot put half a character into an address."""
    answers: Answers = {**WHOLE, "what-they-did": f"We met{hidden} here.", "worked": f"a {hidden}b"}
    (made,) = files_of(hub, answers)

    assert made["text"] == draft_of(hub, answers)
    assert is_all_visible(made["text"])


def test_the_script_gives_the_facts_of_its_file_with_their_lines(hub: Hub) -> None:
    """Rules see what was typed without reading the file again."""
    others: Answers = {"title": "true", "worked": "one", "activities": ["mending", "sewing"]}
    for answers in (WHOLE, others, {}):
        (made,) = files_of(hub, answers)
        parsed = parse_page(made["text"], "x.md")
        lines = {field_name(path): line for path, line in parsed.lines.items()}

        assert (made["values"], made["lines"]) == (parsed.values, {name: lines[name] for name in made["lines"]})
        assert set(lines) - set(made["lines"]) <= {""}
        assert (made["parsed"]["source"], made["parsed"]["firstLine"]) == (parsed.body, parsed.body_line)


@pytest.mark.parametrize("id_", ["title", "what-they-did", "worked", "organisation"])
def test_whatever_is_typed_becomes_the_same_text_in_both_languages(hub: Hub, id_: str) -> None:
    tricky = [
        "true",
        "null",
        "No",
        "2024",
        "2024-03",
        "12e5",
        "012",
        "n/a",
        "Tea & cake",
        "&amp; and &#65;",
        "# heading",
        "> said",
        "1) one\n2) two\nthree",
        "- a\n- b\n\nc\n• d",
        "_under_ *stars* `code` ~x~ |pipe| [link](x) <b>bold</b> \\ slash",
        ": colon first\n:no space",
        "---\n***\n___",
        "a\tb\r\nc\rd",
        "soft\u00adhyphen \u200bzero \u202eback",
        "Łódź \u2013 \u2018quoted\u2019 “double” £5 50% (yes?) fine!",
        "ends with space ",
        'back\\slash "quote"',
        "हिन्दी और 日本",
        "2024. A year starts this line",
        "... ",
        "key: value",
        "ends with colon:",
        "emoji 🎉",
    ]
    answers: list[Answers] = [{id_: text} for text in tricky]

    assert [one["text"] for one in files_of(hub, *answers)] == [draft_of(hub, one) for one in answers]


def test_typed_marks_are_escaped_alike_in_both_languages(hub: Hub) -> None:
    answers: list[Answers] = [{"what-they-did": text} for text in typed_texts()]
    made = [one["text"] for one in files_of(hub, *answers)]

    assert [(one, text) for one, text in zip(answers, made, strict=True) if text != draft_of(hub, one)] == []


@pytest.mark.parametrize("answer", ["***", "---\n_ _ _", "\u200b\u00ad", "n/a.", "\u2014", "~~~", "..."])
@pytest.mark.parametrize("id_", ["what-they-did", "title", "worked"])
def test_an_answer_without_words_is_left_out_alike_in_both_languages(hub: Hub, id_: str, answer: str) -> None:
    answers: Answers = {"summary": "We met.", id_: answer}
    (made,) = files_of(hub, answers)

    assert made["text"] == draft_of(hub, answers)
    assert "##" not in made["text"] or answer == "..."


def test_what_typed_words_need_can_be_read_by_browsers_that_cannot_look_behind() -> None:
    rules = story_rules()

    assert "(?<" not in str([rules["plain_text"], rules["hidden_characters"]])


def test_a_title_names_the_file_as_it_does_in_python(hub: Hub) -> None:
    titles = [
        "Łódź and Bœuf",
        "It's O\u2019Neill's café",
        "many words " * 9,
        "x" * 70,
        "हिन्दी",
        "co-design: 2024!",
        "G.P. walks",
    ]

    answers: list[Answers] = [{"title": title} for title in titles]

    assert [one["name"] for one in files_of(hub, *answers)] == [slug(title) or "new-story" for title in titles]


def test_what_is_for_the_editor_stays_out_of_the_page(hub: Hub) -> None:
    notes = [one for step in write_form_view(hub, "", "").steps for one in step.questions if one.shape == "note"]

    (made,) = files_of(hub, {one.id: "40 toasters, counted by us" for one in notes})

    assert made["notes"] == [f"{one.label} 40 toasters, counted by us" for one in notes]
    assert "toasters" not in made["text"]


def test_a_file_of_good_answers_has_nothing_that_must_be_fixed(hub: Hub) -> None:
    (made,) = files_of(hub, WHOLE)

    found = check_text(f"case_studies/{made['name']}.md", made["text"].encode(), frozenset()).problems

    assert [str(one) for one in found if one.severity == "must fix"] == []
