"""The pages that a hub needs, and links to pages that it does not publish."""

from pathlib import Path

import pytest

from ideas_hub.model.kinds import NEEDED_FILES, PART_FILES
from ideas_hub.repository.load import Repository, load_repository

IDEA = """\
---
title: Borrow before you buy
summary: A shelf of tools to borrow.
published: 2026-01-01
authors: [{name: Ann Example}]
takeaways: [Start with one shelf.]
---
"""


def messages(tree: Path) -> list[str]:
    return [str(problem) for problem in load(tree).blocking]


def load(tree: Path) -> Repository:
    return load_repository(tree, cached=False)


@pytest.mark.parametrize("file", NEEDED_FILES)
def test_a_page_that_every_hub_needs_is_named_with_what_to_write(tree: Path, file: str) -> None:
    """Once, however many texts link to it."""
    (tree / file).unlink()

    (message,) = messages(tree)
    assert message == (
        f"{file}: this page is missing, and every hub needs it. Write its title and summary between two lines of ---, "
        "and below them what readers should know. The folder tests/hubs/repair-cafes has one to copy."
    )


@pytest.mark.parametrize("part", sorted(PART_FILES.keys() - {"ideas"}))
def test_the_page_of_a_part_is_needed_where_there_is_something_to_show(tree: Path, part: str) -> None:
    (tree / PART_FILES[part]).unlink()

    assert [problem.file for problem in load(tree).blocking if problem.rule == "missing-page"] == [PART_FILES[part]]


def test_the_first_idea_needs_a_page_for_ideas(tree: Path) -> None:
    """The small hub has none, so it has no such page either."""
    assert messages(tree) == []
    (tree / "docs/ideas").mkdir()
    (tree / "docs/ideas/borrow.md").write_text(IDEA, encoding="utf-8")

    (message,) = messages(tree)
    assert message.startswith("docs/ideas/index.md: this page is missing, and this hub has ideas to show on it.")


def test_a_link_to_a_page_without_content_is_a_problem(tree: Path) -> None:
    """The page is there as a file, and is not published."""
    (tree / "docs/ideas").mkdir()
    (tree / "docs/ideas/index.md").write_text("---\ntitle: Ideas\nsummary: Short articles.\n---\n", encoding="utf-8")
    about = tree / "docs/about.md"
    about.write_text(f"{about.read_text(encoding='utf-8')}\nSee [ideas](ideas/index.md).\n", encoding="utf-8")

    (message,) = messages(tree)
    assert message.endswith(
        'the link "ideas/index.md" leads to a page that is not published: this hub has nothing to show there. '
        "Leave the link out until it has."
    )


def test_a_mistake_in_the_only_idea_does_not_make_links_to_all_ideas_wrong(tree: Path) -> None:
    (tree / "docs/ideas").mkdir()
    (tree / "docs/ideas/index.md").write_text(
        "---\ntitle: Ideas\nsummary: Short articles.\n---\n\n[About](../about.md)\n", encoding="utf-8"
    )
    (tree / "docs/ideas/borrow.md").write_text(IDEA.replace("title:", "titel:"), encoding="utf-8")
    about = tree / "docs/about.md"
    about.write_text(f"{about.read_text(encoding='utf-8')}\nSee [ideas](ideas/index.md).\n", encoding="utf-8")

    (message,) = messages(tree)
    assert message.startswith('docs/ideas/borrow.md:2: titel: "titel" is not a field we know.')


def test_an_unknown_key_figure_is_named_with_its_line(tree: Path) -> None:
    home = tree / "docs/index.md"
    home.write_text(home.read_text(encoding="utf-8").replace("[items-brought]", "[items-bruoght]"), encoding="utf-8")

    (message,) = messages(tree)
    assert message.startswith(
        'docs/index.md:5: key_figures[1]: "items-bruoght" is not a figure we know. Did you mean "items-brought"?'
    )


def test_a_shape_of_an_unknown_region_is_named_with_its_line(tree: Path) -> None:
    drawing = tree / "docs/regions/map.yml"
    drawing.write_text(drawing.read_text(encoding="utf-8").replace("north-wales", "nort-wales"), encoding="utf-8")

    (message,) = messages(tree)
    assert message.startswith(
        'docs/regions/map.yml:8: shapes[1].region: "nort-wales" is not a region we know. Did you mean "north-wales"?'
    )


def test_a_link_of_the_nav_that_leads_nowhere_has_its_line_and_the_nearest_page(tree: Path) -> None:
    settings = tree / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("about.md", "abuot.md"), encoding="utf-8")
    line = 1 + settings.read_text(encoding="utf-8").split("\n").index("  - About: abuot.md")

    (message,) = messages(tree)
    assert message == (
        f'mkdocs.yml:{line}: nav: "abuot.md" is not a page of this hub. Did you mean "about.md"? '
        "Write the path of a page below docs/, such as about.md."
    )


def test_a_link_of_the_nav_to_a_page_without_content_is_a_problem(tree: Path) -> None:
    settings = tree / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("about.md", "ideas/index.md"), encoding="utf-8")
    (tree / "docs/ideas").mkdir()
    (tree / "docs/ideas/index.md").write_text("---\ntitle: Ideas\nsummary: Some.\n---\n", encoding="utf-8")

    (message,) = messages(tree)
    assert '"ideas/index.md" is not a page of this hub.' in message
