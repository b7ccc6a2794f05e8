"""A file that somebody opens on the page is checked as it is when it arrives, whatever hides in it."""

from collections.abc import Iterator

import pytest
from script_checks import Scripts, open_scripts

from ideas_hub.checks.run import check_text
from ideas_hub.model.hub import Hub
from ideas_hub.site.assets import BUNDLES
from ideas_hub.web_form.rules import file_rules, story_rules

HIDDEN = ("\u00ad", "\u200b", "\u2060", "\ufeff", "\u034f", "\U000e0061", "\u180b", "\ufe0f\ufe0f", "\u202e", "\u200d")
PERSONAL = ("07700 900123", "01632 960 001", "TA1 1AA", "943 476 5919", "jo@a.example", "born on 3 April 1951")


@pytest.fixture(scope="module")
def scripts(hub: Hub) -> Iterator[Scripts]:
    used = [*BUNDLES["write-story.js"], "micromark.js", "markdown.js", *BUNDLES["open-file.js"]]
    names = [name.removesuffix(".js") for name in used if name not in {"write.js", "text-desk.js"}]
    with open_scripts("words", *names) as running:
        running.ask("open", {**story_rules(), **file_rules(hub)})
        yield running


def found_on_the_page(scripts: Scripts, text: str) -> list[tuple[int, str]]:
    return sorted((problem["line"], problem["words"]) for problem in scripts.ask("file", text, "x"))


def found_on_arrival(text: str) -> list[tuple[int, str]]:
    problems = check_text("x.md", text.encode(), frozenset()).problems
    return sorted((problem.line, problem.message[0].upper() + problem.message[1:]) for problem in problems)


@pytest.mark.parametrize("hidden", HIDDEN)
def test_what_is_hidden_among_signs_hides_no_personal_data(scripts: Scripts, hidden: str) -> None:
    for words in PERSONAL:
        for place in range(1, len(words)):
            text = f"We met.\n\nAsk {words[:place]}{hidden}{words[place:]} about it.\n"
            here, there = found_on_the_page(scripts, text), found_on_arrival(text)

            assert [line for line, _ in here] == [line for line, _ in there], (words, place)
            assert all(told.startswith(message) for (_, told), (_, message) in zip(here, there, strict=True))


def test_the_joined_letters_of_a_pdf_are_read_as_those_they_stand_for(scripts: Scripts) -> None:
    text = "---\ntitle: One\n---\n\nThe de\ufb01cit su\ufb00ers from a wheelchair-bound o\ufb03ce.\n"

    assert len(found_on_the_page(scripts, text)) == len(found_on_arrival(text)) > 0
