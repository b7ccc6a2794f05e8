"""A story that is typed is checked on its page as it is when it arrives."""

from collections.abc import Iterator

import pytest
from script_checks import Scripts

from ideas_hub.model.hub import Hub
from tests.ideas_hub.web_form.typed_stories import (
    AnswersMaker,
    found_by_the_build,
    in_order,
    open_page_scripts,
    questions_of,
    story_of,
)

STORIES = 300


@pytest.fixture(scope="module")
def scripts() -> Iterator[Scripts]:
    with open_page_scripts() as running:
        yield running


def test_the_same_problems_on_the_page_and_when_it_arrives(scripts: Scripts, hub: Hub) -> None:
    questions, count, different = questions_of(hub), 0, []
    for seed in range(STORIES):
        answers = AnswersMaker(seed, questions).answers()
        story = story_of(scripts, answers, hub)
        here, there = in_order(story["problems"]), in_order(found_by_the_build(story["text"], story["name"]))
        count += len(there)
        if here != there:
            different.append(
                (seed, [one for one in here if one not in there], [one for one in there if one not in here])
            )

    assert different == []
    assert count > 10 * STORIES


def test_its_words_are_those_that_the_markdown_shows(scripts: Scripts, hub: Hub) -> None:
    """The page reads the answers, and everybody else the file that it makes of them."""
    questions = questions_of(hub)
    for seed in range(STORIES):
        story = story_of(scripts, AnswersMaker(seed, questions).answers(), hub)
        _, _, body = story["text"].partition("\n---\n")
        first = story["text"].count("\n") - body.count("\n") + 1

        assert story["prose"] == scripts.ask("prose", body.removesuffix("\n"), first), seed
