"""One mistake is one message: what follows from it elsewhere waits until it is mended."""

from pathlib import Path

import pytest

from ideas_hub.repository.load import load_repository
from tests.ideas_hub.conftest import lay_tree

ORGANISATIONS, PROJECTS = "docs/organisations/organisations.csv", "docs/projects/projects.csv"
MISTAKES = {
    "a row with a cell too many": (ORGANISATIONS, "It bakes for those who wait.", "It bakes, for those who wait."),
    "a quotation mark left open": (ORGANISATIONS, '"Its report spells it Wobly once"', '"Its report spells it so'),
    "a heading that is no column": (ORGANISATIONS, "id,name,aliases,", "id,name,alias,"),
    "an id of two rows": (ORGANISATIONS, "third-drawer,", "second-slice,"),
    "the id of another project": (PROJECTS, "\nwobbly-chair,", "\nthird-drawer,"),
    "a colon in a meaning": ("docs/glossary.yml", "meaning: Someone who mends", "meaning: A fixer: someone who mends"),
    "a figure twice": ("docs/evidence.yml", "\n  share-mended:", "\n  items-brought:"),
    "a word of a list twice": ("docs/vocabulary.yml", "  darning: {", "  soldering: {"),
    "a name in a list that is no label": ("docs/vocabulary.yml", "{label: Darning,", "{lable: Darning,"),
    "a term without a phrase": ("docs/themes/mending-clothes.md", "\nphrase: ", "\nphrases: "),
    "a file with a name in capitals": ("case_studies/toaster-tuesdays.md", "", ""),
}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What is said of the content as it is."""
    root = lay_tree(tmp_path_factory.mktemp("before"))
    return {one.message for one in load_repository(root, cached=False).problems}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_once_and_in_its_own_file(tree: Path, before: set[str], mistake: str) -> None:
    file, old, new = MISTAKES[mistake]
    path = tree / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    if not old:
        path = path.rename(path.with_name("Toaster Tuesdays.md"))

    problems = [one for one in load_repository(tree, cached=False).problems if one.message not in before]
    assert [str(problem).partition(":")[0] for problem in problems] == [path.relative_to(tree).as_posix()]
