"""Links between files that lead nowhere, each told with what to write instead."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.model.row_kinds import PROJECT_ROWS
from ideas_hub.problem import Problem, Severity
from ideas_hub.repository.dead_links import find_dead_links
from ideas_hub.repository.load import load_repository
from tests.ideas_hub.conftest import with_columns

STUDY = "case_studies/soldering.md"
Read = Callable[[Path], tuple[Hub, list[Problem]]]
Problems = Callable[..., list[Problem]]


@pytest.fixture
def problems(tree: Path, read: Read) -> Problems:
    """Add some words to a file, and return what is wrong with its links."""

    def add(words: str, file: str = STUDY) -> list[Problem]:
        with (tree / file).open("a", encoding="utf-8") as opened:
            opened.write(f"\n{words}\n")
        hub, others = read(tree)
        return list(find_dead_links(hub, (), tree, {problem.file for problem in others}))

    return add


@pytest.mark.parametrize(
    ("target", "near"),
    [
        ("mending-vans.md", "mending-van.md"),
        ("mending-van", "mending-van.md"),
        ("Mending-Van.md", "mending-van.md"),
        ("./mending-van.md.", "mending-van.md"),
        ("mending-van.html", "mending-van.md"),
        ("../docs/case_studies/mending-van.md", "mending-van.md"),
        ("../case-studies/mending-van.md#what-they-did", "mending-van.md"),
        ("/case-studies/mending-van/", "mending-van.md"),
        ("/docs/communities/newcomers.md", "../docs/communities/newcomers.md"),
        ("../communities/newcomers/", "../docs/communities/newcomers.md"),
        ("/themes/", "../docs/themes/index.md"),
        ("../docs/themes", "../docs/themes/index.md"),
        ("newcommers.md", "../docs/communities/newcomers.md"),
        ("../data/case-studies.csv", "../docs/data.md"),
        ("../docs/data/terms.json", "../docs/data.md"),
        ("../docs/contribute/review.csv", "../docs/contribute/review.md"),
        ("../projects/wobbly-chair/", "../docs/projects/projects.csv#wobbly-chair"),
        ("/projects/third-drawer/", "../docs/projects/projects.csv#third-drawer"),
        ("wobbly-chair.md", "../docs/projects/projects.csv#wobbly-chair"),
        ("../docs/contribute/case-studies-template-csv.md", "../docs/contribute/case-studies-template.csv"),
        ("no-such-page.md", ""),
        ("/no-such-page/", ""),
        ("annual-report.pdf", ""),
    ],
)
def test_a_link_to_no_file_is_told_with_the_path_to_write(problems: Problems, target: str, near: str) -> None:
    """From the file that links; a name that is far from all others is nobody's."""
    (problem,) = problems(f"See [that page]({target}).")
    assert (problem.line, problem.found, problem.nearest) == (28, target, near)
    assert problem.message.endswith(" starts with a slash." if target[0] == "/" else " leads to no file of this hub.")
    assert (problem.fix == "") == bool(near)


def test_a_link_to_a_renamed_entry_is_told_with_its_new_file(problems: Problems) -> None:
    found = problems("[a](van-on-tour.md) [b](/case-studies/van-on-tour/) [c](../docs/van-on-tour)")
    assert [problem.nearest for problem in found] == ["mending-van.md"] * 3


def test_a_link_to_a_page_that_was_taken_down_keeps_nothing_from_being_published(problems: Problems) -> None:
    """Taking down comes first; its address says what became of it."""
    (problem,) = problems("See [that page](lamp-swap.md#what-they-did).")
    assert problem.message == 'the link "lamp-swap.md#what-they-did" leads to a page that was taken down.'
    assert problem.severity is Severity.SHOULD_FIX


@pytest.mark.parametrize(
    ("target", "near", "file"),
    [
        ("#no-such-heading", "", STUDY),
        ("#What-They-Did", "#what-they-did", STUDY),
        ("#what they-did-", "#what-they-did", STUDY),
        ("#didNotWork", "", STUDY),
        ("mending-van.md#what-they-didd", "mending-van.md#what-they-did", STUDY),
        ("../docs/glossary.md#no-such-word", "", STUDY),
        ("../docs/evidence.md#items-broughtt", "../docs/evidence.md#items-brought", STUDY),
        ("../docs/projects/index.md#wobbly-chairs", "../docs/projects/index.md#wobbly-chair", STUDY),
        ("../docs/sources/parts-evaluation.md#x", "", STUDY),
        ("#no-such-heading", "", "docs/about.md"),
        ("../../case_studies/soldering.md#x", "", "docs/communities/newcomers.md"),
        ("../../case_studies/soldering.md#x", "", "docs/learning-points/say-hello.md"),
        ("../../case_studies/soldering.md#x", "", "docs/programmes/parts-fund.md"),
        ("../../case_studies/soldering.md#x", "", "docs/sources/parts-evaluation.md"),
        ("../../case_studies/soldering.md#x", "", "docs/projects/index.md"),
    ],
)
def test_a_link_to_no_heading_is_told_with_the_nearest_and_with_those_there_are(
    problems: Problems, target: str, near: str, file: str
) -> None:
    (problem,) = problems(f"See [that](<{target}>).", file)
    assert problem.message.startswith(f'the link "{target}" leads to no heading of th')
    assert problem.nearest == near
    assert problem.allowed or problem.fix


def test_a_page_without_headings_is_told_so(problems: Problems) -> None:
    (problem,) = problems("See [that](../docs/sources/parts-evaluation.md#x).")
    assert problem.fix == "Leave out #x."


@pytest.mark.parametrize(
    "target",
    [
        "#what-they-did",
        "#café--سلام",
        "#caf%C3%A9--%D8%B3%D9%84%D8%A7%D9%85",
        "#cafe\u0301--سلام",
        "#what-they-did-1",
        "#whatHelped",
        "#sourcesTitle",
        "#top",
        "#",
        "mending-van.md#",
        "mending-van.md#what-they-did",
        "../docs/glossary.md#fixer",
        "../docs/evidence.md#items-brought",
        "../docs/projects/index.md#wobbly-chair",
        "../docs/projects/index.md#region-north-wales",
        "../docs/projects/projects.csv",
        "../docs/projects/projects.csv#wobbly-chair",
        "../docs/sources/index.md#parts-evaluation",
        "../docs/learning-points/index.md#byTopic",
        "../docs/index.md#storyTitle",
        "https://a.example/#x",
    ],
)
def test_a_link_to_a_place_that_is_there_is_no_mistake(problems: Problems, target: str) -> None:
    """Headings of the text, those that the page adds, and what it lists."""
    assert problems(f"## Café \u2013 سلام\n\nSee [that](<{target}>).\n\n## What they did\n\nMore.") == []


def test_what_a_broken_file_may_hold_is_not_missed(tree: Path) -> None:
    """One mistake is told once, not again by each file that links there."""
    (tree / "docs/glossary.yml").write_text("fixer: [\n", encoding="utf-8")
    van = tree / "case_studies/mending-van.md"
    van.write_text(van.read_text(encoding="utf-8").replace("region:", "regoin:", 1), encoding="utf-8")
    with (tree / STUDY).open("a", encoding="utf-8") as opened:
        opened.write("\n[a](../docs/glossary.md#fixer) [b](mending-van.md#nothing) [c](../docs/evidence.md#none)\n")
    problems = load_repository(tree, cached=False).problems
    assert [problem for problem in problems if problem.rule == "broken-link"] == []


def test_thousands_of_links_to_nowhere_are_told_at_once(problems: Problems) -> None:
    """Names are compared for the first hundred alone: each comparison is with every file."""
    found = problems("".join(f"[a](mending-van-{number}.md) [b](#what-they-did-{number})\n" for number in range(2000)))
    assert len(found) == 4000
    assert [problem.nearest for problem in found[:2]] == ["mending-van.md", "#what-they-did"]
    assert {problem.nearest for problem in found[100:]} == {""}


@pytest.mark.parametrize(
    "start", ["https://github.com/us/hub/blob/main", "https://raw.githubusercontent.com/us/hub/main"]
)
def test_a_link_to_a_file_of_this_hub_on_github_is_told_with_its_path(problems: Problems, start: str) -> None:
    (problem,) = problems(f"See [that]({start}/case_studies/mending-van.md?plain=1).")
    assert problem.fix == "Write mending-van.md."
    (problem,) = problems(f"See [them]({start}/docs/communities/newcomers.md).")[1:]
    assert problem.fix == "Write ../docs/communities/newcomers.md."


def test_a_file_of_another_hub_on_github_is_a_link_elsewhere(problems: Problems) -> None:
    assert problems("See [that](https://github.com/them/hub/blob/main/case_studies/theirs.md).") == []


@pytest.mark.parametrize(
    ("row", "near"), [("wobbly-chairs", "wobbly-chair"), ("drawers", "third-drawer"), ("top", ""), ("byRegion", "")]
)
def test_a_link_to_no_row_of_the_projects_is_told_with_the_nearest(
    problems: Problems, tree: Path, row: str, near: str
) -> None:
    """An old id is no row, and says which one took its place."""
    with_columns(tree, "redirect_from", "", "drawers")
    (problem,) = problems(f"See [that](../docs/projects/projects.csv#{row}).")

    assert problem.message == f'the link "../docs/projects/projects.csv#{row}" leads to no row of that table.'
    assert problem.nearest == (f"../docs/projects/projects.csv#{near}" if near else "")
    assert problem.allowed == ("#wobbly-chair", "#third-drawer")


def test_a_link_to_a_project_that_was_taken_down_keeps_nothing_from_being_published(
    problems: Problems, tree: Path
) -> None:
    with (tree / PROJECT_ROWS.file).open("a", encoding="utf-8") as table:
        table.write("chairs,,,,,,,,,,taken-down,,\n")
    (problem,) = problems("See [that](../docs/projects/projects.csv#chairs).")

    assert (problem.severity, problem.fix) == (Severity.SHOULD_FIX, "Take the link out.")


def test_without_projects_a_link_to_their_table_leads_to_no_page(problems: Problems, tree: Path) -> None:
    header = (tree / PROJECT_ROWS.file).read_text(encoding="utf-8").partition("\n")[0]
    (tree / PROJECT_ROWS.file).write_text(f"{header}\n", encoding="utf-8")
    point = tree / "docs/learning-points/keep-enough-fixers.md"
    point.unlink()

    assert "is not published" in problems("[a](../docs/projects/projects.csv#wobbly-chair)")[-1].message


@pytest.mark.parametrize(
    ("row", "near", "severity"),
    [("wobbly-chairs", "wobbly-chair", Severity.MUST_FIX), ("long-gone", "", Severity.SHOULD_FIX)],
)
def test_a_link_to_an_organisation_that_was_renamed_or_taken_down_is_told(
    problems: Problems, row: str, near: str, severity: Severity
) -> None:
    (problem,) = problems(f"See [that](../docs/organisations/organisations.csv#{row}).")

    assert problem.nearest == (f"../docs/organisations/organisations.csv#{near}" if near else "")
    assert problem.severity == severity


def test_a_text_links_to_the_page_of_an_organisation_by_its_row(problems: Problems) -> None:
    assert problems("See [them](../docs/organisations/organisations.csv#wobbly-chair).") == []
