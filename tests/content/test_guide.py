"""The guide for editors: whoever writes what an example says gets past the check.

Each example goes into a copy of the real content: a whole file under its name, and a part into the file that is named
above it, else into the guide's own story.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image

from ideas_hub.commands import new
from ideas_hub.commands.check import problems_in
from ideas_hub.drafting.page_map import read_map
from ideas_hub.drafting.pages import drafts_of_pages
from ideas_hub.drafting.record_wording import BY_HAND
from ideas_hub.importing.page_facts import Page
from ideas_hub.problem import Severity
from ideas_hub.repository.load import load_repository
from tests.conftest import ROOT
from tests.site.editors_walk import with_facts

GUIDE = ROOT / "docs/contribute"
STORY = "case_studies/growing-in-somerset.md"
BLOCK = re.compile(r"^```(yaml|csv)\n(.*?)^```", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`((?:case_studies|docs)/[\w./-]+\.(?:md|yml|csv))`")
TEXT = "\n## What they did\n\nThe partners set up a new network first.\n"
EMPTY, WRONG = "title:\n", "south-wst"


class Example(NamedTuple):
    """A block of a page of the guide.  file: that it is written into."""

    page: str
    file: str
    text: str


def examples() -> Iterator[Example]:
    for path in sorted(GUIDE.glob("*.md")):
        page = path.read_text(encoding="utf-8")
        for block in BLOCK.finditer(page):
            named = FILE.findall(page[: block.start()])
            yield Example(path.name, named[-1] if named else STORY, block[2])


EXAMPLES = list(examples())
FACTS = next(one.text for one in EXAMPLES if one.page == "from-word.md" and EMPTY not in one.text)
"""The seven facts that a story must have."""


def written(old: str, example: Example) -> str:
    if example.file.endswith(".md"):
        return example.text if example.text.startswith("---\n") else with_facts(old, example.text)
    if example.text.startswith(" "):  # below the line that the guide names
        return old.replace("figures:\n", f"figures:\n{example.text}", 1)
    return old + example.text


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real content, with the guide's story and its photo."""
    root = tmp_path_factory.mktemp("guide")
    for part in ("case_studies", "docs"):
        shutil.copytree(ROOT / part, root / part)
    for file in ("mkdocs.yml", "published.csv"):
        shutil.copy(ROOT / file, root)
    story = f"---\n{FACTS}---\n{TEXT}"
    for one in EXAMPLES:
        if one.page == "example.md" and WRONG not in one.text:
            story = with_facts(story, one.text)
    (root / STORY).write_text(story, encoding="utf-8")
    (root / "case_studies/images").mkdir(exist_ok=True)
    for photo in {name for one in EXAMPLES for name in re.findall(r"^  file: (.*)", one.text, re.MULTILINE)}:
        Image.new("RGB", (64, 48)).save(root / "case_studies/images" / photo)
    return root


def found_in(path: Path, content: Path) -> set[str]:
    """Return what must or should be fixed in a file; a consent that ended is told for as long as it stands there."""
    problems = problems_in(content, [path])
    told = (one for one in problems if one.severity is not Severity.IDEA and one.field != "consent.withdrawn")
    return {one.full_message for one in told}


@pytest.mark.parametrize(
    "example",
    [one for one in EXAMPLES if EMPTY not in one.text and WRONG not in one.text],
    ids=lambda one: f"{one.page}: {one.text.strip().splitlines()[0]}",
)
def test_what_an_example_says_passes_the_check(content: Path, example: Example) -> None:
    path = content / example.file
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    before = found_in(path, content)
    path.write_text(written(old, example), encoding="utf-8")
    try:
        assert found_in(path, content) - before == set()
    finally:
        path.write_text(old, encoding="utf-8") if old else path.unlink()


def test_the_empty_story_asks_for_just_the_seven_facts(content: Path) -> None:
    """What a volunteer forgets is named, and nothing else stands in the way."""
    empty = next(one.text for one in EXAMPLES if EMPTY in one.text)
    names = re.findall(r"^(\w+):", FACTS, re.MULTILINE)
    path = content / "case_studies/empty.md"
    path.write_text(empty, encoding="utf-8")
    try:
        fields = {one.field for one in problems_in(content, [path]) if one.severity is Severity.MUST_FIX}
    finally:
        path.unlink()

    assert fields - {""} == set(names)
    assert re.findall(r"^(\w+):", empty, re.MULTILINE) == names


def test_every_place_that_scripts_new_names_is_there(content: Path) -> None:
    pages = load_repository(content, cached=False).hub.prose
    places = [place.split("#") for _, place in BY_HAND.values()]

    assert [file for file, heading in places if heading not in pages[file].article.anchors] == []


@pytest.mark.parametrize(("way", "most"), [("The short way: send the document", 3), ("Write the page yourself", 8)])
def test_from_word_to_a_draft_there_are_few_steps_and_no_terminal(way: str, most: int) -> None:
    page = (GUIDE / "from-word.md").read_text(encoding="utf-8")
    steps = re.findall(r"^\d+\. .*", page.split(f"## {way}\n")[1].split("\n## ")[0], re.MULTILINE)

    assert 0 < len(steps) <= most
    assert "scripts/" not in page


def test_the_map_for_another_site_can_be_used_as_it_stands(content: Path) -> None:
    """Its names are those of our fields, and its terms are there."""
    [example] = re.findall(
        r"^```yml\n(.*?)^```", (GUIDE / "files.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    hub = load_repository(content, cached=False).hub
    page_map, problems = read_map(example.encode(), "map.yml", hub)
    terms = {term: (term,) for term in page_map.terms}
    page = Page("a.md", {"title": ("A choir",), "tags": tuple(terms)}, "We sang.\n", ())

    [draft], unreadable = drafts_of_pages([page], page_map, hub)

    assert [*problems, *unreadable] == []
    assert draft.values["themes"] == tuple(page_map.terms.values())
    assert draft.values["region"] == page_map.always["region"]


def test_each_option_of_scripts_new_that_the_guide_names_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in GUIDE.glob("*.md"))
    named = {
        option
        for command in re.findall(r"`scripts/new ([^`]*)`", pages)
        for option in re.findall(r"--\w[\w-]*", command)
    }

    with pytest.raises(SystemExit):
        new.main(["--help"])

    assert {"--from-table", "--from-docx", "--from-markdown", "--map"} <= named
    assert named <= set(re.findall(r"--\w[\w-]*", capsys.readouterr().out))


def test_the_first_try_with_mistakes_gets_the_messages_that_the_guide_shows(content: Path) -> None:
    page = (GUIDE / "example.md").read_text(encoding="utf-8")
    shown = re.findall(r"^\| `(.*?)` \| `", page, re.MULTILINE)
    path = content / STORY
    old = path.read_text(encoding="utf-8")
    facts = next(one.text for one in EXAMPLES if WRONG in one.text)
    text = re.findall(r"```markdown\n(.*?)```", page, re.DOTALL)[-1]
    path.write_text(with_facts(old, facts) + text, encoding="utf-8")
    try:
        told = [" ".join([one.full_message, *one.advice()]) for one in problems_in(content, [path])]
    finally:
        path.write_text(old, encoding="utf-8")

    assert [words for words in shown if not any(one.startswith(words) for one in told)] == []
    assert len(shown) == len(told)
