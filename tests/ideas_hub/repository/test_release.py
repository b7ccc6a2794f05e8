"""What is out on a day, and what is said of links to what is not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.problem import Problem
from ideas_hub.reading.markdown import parse
from ideas_hub.repository.load import load_repository
from ideas_hub.repository.release import without_links

Change = Callable[..., list[str]]
Read = Callable[[Path], tuple[Hub, list[Problem]]]
STUDY = "case_studies/clock-club.md"
FROM = "docs/learning-points/keep-enough-fixers.md"


def of_links(problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.rule == "link-to-come"]


def test_a_link_to_a_draft_is_named_and_its_words_stay(change: Change, tree: Path, read: Read) -> None:
    change(STUDY, "region:", "draft: true\nregion:")
    hub, problems = read(tree)
    (problem,) = of_links(problems)
    article = hub.learning_points["keep-enough-fixers"].article

    assert (problem.place, str(problem.severity)) == (f"{FROM}:28", "should fix")
    assert "leads to a draft, so its words are shown without a link" in problem.message
    assert "with the clock club." in article.html
    assert "clock-club" not in article.html


def test_a_link_to_what_is_scheduled_is_an_idea_that_says_when_it_becomes_one(
    change: Change, tree: Path, read: Read
) -> None:
    change(STUDY, "published:", "published: 2031-05-01\nupdated:")
    (problem,) = of_links(read(tree)[1])

    assert (problem.place, str(problem.severity)) == (f"{FROM}:28", "idea")
    assert "published on 1 May 2031" in problem.message


@pytest.mark.parametrize(("own", "count"), [("2031-05-01", 0), ("2031-06-01", 0), ("2031-04-30", 1)])
def test_of_two_scheduled_entries_only_the_earlier_one_links_to_nothing(
    change: Change, tree: Path, read: Read, own: str, count: int
) -> None:
    change(STUDY, "published:", "published: 2031-05-01\nupdated:")
    text = (tree / FROM).read_text(encoding="utf-8")
    day = next(row for row in text.splitlines() if row.startswith("published:"))
    change(FROM, day, f"published: {own}")

    assert len(of_links(read(tree)[1])) == count


def test_a_draft_may_link_to_a_draft(change: Change, tree: Path, read: Read) -> None:
    change(STUDY, "region:", "draft: true\nregion:")
    change(FROM, "kind:", "draft: true\nkind:")

    assert of_links(read(tree)[1]) == []


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("See [the *club*](x.md) and [more](y.md).", "See the *club* and [more](y.md)."),
        (r"[\*one\*](x.md)[](x.md)", r"\*one\*"),
        ("- [a\n  b](<x.md> 'title')\n", "- a\n  b\n"),
        ("[é `[x](x.md)` ![ü](p.png)](x.md)", "é `[x](x.md)` ![ü](p.png)"),
        ("[x]\n\n[x]: x.md", "x\n\n[x]: x.md"),
        ("`[x](x.md)`", "`[x](x.md)`"),
    ],
)
def test_only_the_words_of_a_link_stay(text: str, plain: str) -> None:
    assert without_links(parse(text), {"x.md"}) == plain


def test_what_is_wrong_with_a_scheduled_entry_is_found_before_its_day(change: Change, tree: Path) -> None:
    """A photo or a page that is not there, an old name that is taken: any of them would stop the build then."""
    change(STUDY, "published:", "published: 2031-05-01\nredirect_from: [soldering]\nupdated:")
    text = (tree / STUDY).read_text(encoding="utf-8")
    picture = "image: {file: none.jpg, alt: A clock., people: false}\nregion:"
    (tree / STUDY).write_text(text.replace("region:", picture) + "\n[more](no-such.md)\n", encoding="utf-8")
    problems = load_repository(tree, cached=False).blocking
    rules = {problem.rule for problem in problems if problem.file == STUDY}

    assert {"picture", "broken-link", "redirect"} <= rules


def test_a_page_that_is_out_cannot_be_scheduled(change: Change, tree: Path) -> None:
    """A wrong year would take it off the site for years; its address is in the register."""
    change(STUDY, "published: 2020-01-10", "published: 2032-06-01")
    repository = load_repository(tree, cached=False)
    (problem,) = repository.blocking

    assert (problem.file, problem.field) == (STUDY, "published")
    assert "case-studies/clock-club/ is out already" in problem.message
    assert problem.fix == "Write the day it first went out."


IDEA = """---
title: Mend on the move
summary: What a van can carry.
authors: [{name: Editor}]
takeaways: [Take a kettle.]
published: 2031-05-01
---
A text.
"""


def test_a_part_whose_only_entry_is_scheduled_has_no_page_to_link_to(tree: Path) -> None:
    """The page would be empty, so there is none until that day."""
    (tree / "docs/ideas").mkdir()
    (tree / "docs/ideas/van.md").write_text(IDEA, encoding="utf-8")
    (tree / "docs/ideas/index.md").write_text("---\ntitle: Ideas\nsummary: All of them.\n---\n", encoding="utf-8")
    assert load_repository(tree, cached=False).blocking == ()

    about = tree / "docs/about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\nSee [our ideas](ideas/index.md).\n", encoding="utf-8")
    (problem,) = load_repository(tree, cached=False).blocking

    assert (problem.file, problem.rule) == ("docs/about.md", "broken-link")
    assert "leads to a page that is not published" in problem.message


def test_the_page_of_a_part_is_asked_for_before_its_first_entry_goes_out(tree: Path) -> None:
    (tree / "docs/ideas").mkdir()
    (tree / "docs/ideas/van.md").write_text(IDEA, encoding="utf-8")
    (problem,) = load_repository(tree, cached=False).blocking

    assert (problem.file, problem.rule) == ("docs/ideas/index.md", "missing-page")
