"""Words and layout in the browser are checked as in the build: the same problems for the same files."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

import pytest
from script_checks import Scripts, open_scripts

from ideas_hub.checks import accessibility, capitals, plain_words, sentences, unfinished
from ideas_hub.checks.checked_file import CheckedFile, checked_file
from ideas_hub.checks.registry import TEXT_RULES
from ideas_hub.web_form.rules import rule_constants
from tests.ideas_hub.checks.conftest import GLOSSARY
from tests.ideas_hub.web_form.checked_files import found_by_python, found_by_scripts, golden_and_small_files
from tests.ideas_hub.web_form.word_texts import StoryMaker

MODULES = {module.__name__ for module in (accessibility, capitals, plain_words, sentences, unfinished)}
RULES = tuple(rule for rule in TEXT_RULES if rule.__module__ in MODULES)
KINDS = {
    "abbreviation", "alt-text", "capitals", "deficit-language", "empty-heading", "group-label", "headings", "link-text",
    "long-sentence", "long-word", "no-text", "placeholder", "tables",
}  # fmt: skip
SEEDS = range(300)


@pytest.fixture(scope="module")
def scripts() -> Iterator[Scripts]:
    names = "micromark prose markdown value-paths checks placeholders word-rules accessibility-rules"
    with open_scripts(*names.split()) as running:
        running.ask("open", rule_constants())
        yield running


def compared(files: Mapping[str, CheckedFile], scripts: Scripts) -> tuple[dict[str, list[object]], Counter[str]]:
    """Return what only one language finds, by file, and how often Python finds each kind of problem."""
    different: dict[str, list[object]] = {}
    kinds: Counter[str] = Counter()
    for name, checked in files.items():
        expected, found = found_by_python(checked, RULES), found_by_scripts(scripts, checked)
        if expected != found:
            different[name] = [one for one in (*expected, *found) if one not in expected or one not in found]
        kinds.update(problem["rule"] for problem in expected)
    return different, kinds


def made_files() -> dict[str, CheckedFile]:
    stories = {f"case_studies/seed-{seed}.md": StoryMaker(seed).story() for seed in SEEDS}
    return {file: checked_file(text, file, GLOSSARY) for file, text in stories.items()}


@pytest.mark.parametrize("files", [golden_and_small_files, made_files])
def test_both_languages_find_the_same_problems(files: Callable[[], dict[str, CheckedFile]], scripts: Scripts) -> None:
    """Whatever somebody writes in the browser is what the build would say of it, in the same order."""
    different, kinds = compared(files(), scripts)

    assert different == {}
    assert set(kinds) == KINDS


FACTS = "---\ntitle: Tea\n---\n\n"
OTHER_TEXTS = (
    ("case_studies/deep.md", f"{FACTS}{'> ' * 40}TBC\n"),
    ("case_studies/no-facts.md", "## Tea\n"),
    ("case_studies/index.md", f"{FACTS}## Tea\n"),
    ("case_studies/withdrawn.md", "---\nwithdrawn: 2026-01-02\n---\n"),
    ("case_studies/withdrawn.md", "---\nwithdrawn: 2026-01-02\n---\n\n## Tea\n"),
    ("docs/events/tea.md", FACTS),
    ("docs/case-studies/index.md", f"{FACTS}Words.\n\n## Tea\n"),
    ("docs/about.md", f"{FACTS}An ABCD.\n\n## Tea\n"),
    ("docs/glossary.yml", "tea: PLEASE BRING tea for the elderly.\n"),
    ("case_studies/empty-headings.md", f"{FACTS}##\n\nWords.\n\n##\n\nWords.\n"),
    ("case_studies/a-group.md", f"{FACTS}We join TODO Group, and TODO comes later. TODO: more.\n"),
    ("case_studies/many.md", FACTS + "TBC\n" * 120),
    ("case_studies/short-words.md", f"{FACTS}{'it is on to a in of at ' * 4}! {'it is on to the fullness of ' * 4}.\n"),
    ("case_studies/long-words.md", f"{FACTS}{'it is on to the fullness of ' * 4}.\n"),
    ("case_studies/facts.md", f"{FACTS}name: {'it is on to the fullness of ' * 6}\nplace: Swansea\n"),
    ("case_studies/answer.md", f"{FACTS}Write your answer here what{' you did on Mondays' * 4}\n"),
    ("case_studies/long-answer.md", f"{FACTS}Write your answer here what{' you did on Mondays' * 5}\n"),
)


@pytest.mark.parametrize(("file", "text"), OTHER_TEXTS)
def test_both_languages_say_the_same_of_texts_that_are_no_usual_story(file: str, text: str, scripts: Scripts) -> None:
    checked = checked_file(text, file, GLOSSARY)

    assert found_by_scripts(scripts, checked) == found_by_python(checked, RULES)
