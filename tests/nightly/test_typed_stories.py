"""As tests/ideas_hub/web_form/test_typed_stories.py, of many more stories."""

from ideas_hub.repository.load import read_hub
from tests.conftest import SMALL_HUB
from tests.ideas_hub.web_form.typed_stories import differences, open_page_scripts

STORIES = range(1_000, 6_000)


def test_the_same_problems_on_the_page_and_when_it_arrives() -> None:
    with open_page_scripts() as scripts:
        count, different = differences(scripts, read_hub(SMALL_HUB)[0], STORIES)

    assert different == []
    assert count > 10 * len(STORIES)
