"""A story that is typed is checked on its page as it is when it arrives."""

from collections.abc import Iterator

import pytest
from script_checks import Scripts

from ideas_hub.model.hub import Hub
from tests.ideas_hub.web_form.typed_stories import (
    AnswersMaker,
    differences,
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
    count, different = differences(scripts, hub, range(STORIES))

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
