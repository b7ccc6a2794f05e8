"""Problems between files, each reported once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.problem import Problem
from tests.ideas_hub.conftest import with_columns

Change = Callable[..., list[str]]
Read = Callable[[Path], tuple[Hub, list[Problem]]]
STUDY, POINT = "case_studies/soldering.md", "docs/learning-points/say-hello.md"
PROJECTS = "docs/projects/projects.csv"


def places(problems: list[str]) -> list[str]:
    """Return the file and line of each problem."""
    return [problem.split(": ")[0] for problem in problems]


def test_what_names_a_broken_entry_is_not_called_wrong(change: Change) -> None:
    """One mistake is reported once."""
    assert places(change(STUDY, "published: 2026-08-31", "published: soon")) == [f"{STUDY}:9"]


def test_one_mistake_in_the_figures_is_reported_once(change: Change) -> None:
    """What names a figure of a file that could not be read is not called wrong."""
    assert places(change("docs/evidence.yml", "value: 1312", "value: many")) == ["docs/evidence.yml:6"]


def test_one_mistake_in_a_case_study_with_figures_is_reported_once(change: Change) -> None:
    """The learning point that cites one of its figures is not called wrong."""
    file = "case_studies/toaster-tuesdays.md"
    assert places(change(file, "published: 2026-05-12", "published: soon")) == [f"{file}:9"]


def test_one_mistake_in_the_lists_is_reported_once(change: Change) -> None:
    assert places(change("docs/vocabulary.yml", "low: Under", "Low Band: Under")) == ["docs/vocabulary.yml:21"]


def test_unknown_ids_are_found_in_every_kind_of_file(tree: Path, read: Read) -> None:
    """In entries, terms, rows, figures and lists, and in files whose other facts are wrong."""
    for file, old, new in (
        (STUDY, "region: north-wales", "regoin: x\nregion: atlantis"),
        (POINT, "[organiser]", "[atlantis]"),
        ("docs/communities/young-newcomers.md", "broader: newcomers", "broader: atlantis"),
        (PROJECTS, "tight-budgets", "atlantis"),
        ("docs/evidence.yml", "source: parts-evaluation", "source: atlantis"),
        ("docs/vocabulary.yml", "theme: mending-clothes", "theme: atlantis"),
    ):
        text = (tree / file).read_text(encoding="utf-8")
        assert old in text
        (tree / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = [problem for problem in read(tree)[1] if problem.rule == "unknown-id"]
    assert [(problem.file, problem.line) for problem in problems] == [
        (STUDY, 7),
        ("docs/communities/young-newcomers.md", 6),
        ("docs/evidence.yml", 13),
        (POINT, 6),
        (PROJECTS, 3),
        ("docs/vocabulary.yml", 4),
    ]


def test_a_term_shares_its_name_with_no_other_term(tree: Path, read: Read) -> None:
    """Terms share the addresses below /find/."""
    (tree / "docs/communities/mending-clothes.md").write_bytes((tree / "docs/themes/mending-clothes.md").read_bytes())
    _, problems = read(tree)
    (problem,) = problems
    assert str(problem) == (
        'docs/communities/mending-clothes.md: "mending-clothes" is already the name of '
        "docs/themes/mending-clothes.md. Give one of the two files another name."
    )


def test_a_row_with_the_id_of_another_is_reported_alone(tree: Path, read: Read) -> None:
    table = (tree / PROJECTS).read_text(encoding="utf-8")
    (tree / PROJECTS).write_text(table + table.split("\n")[1] + "\n", encoding="utf-8")
    _, problems = read(tree)
    assert [(problem.line, problem.field, problem.rule) for problem in problems] == [
        (4, "column id", "repeated-id"),
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "way"),
    [
        ("young-newcomers", "broader: newcomers", "broader: young-newcomers", "young-newcomers → young-newcomers."),
        ("newcomers", "phrase:", "broader: young-newcomers\nphrase:", "newcomers → young-newcomers → newcomers."),
    ],
)
def test_a_term_that_is_broader_than_itself_is_reported_once(
    change: Change, file: str, old: str, new: str, way: str
) -> None:
    (problem,) = change(f"docs/communities/{file}.md", old, new)
    assert f"it leads back to this page: {way}" in problem


def test_a_figure_is_in_one_file_only(change: Change) -> None:
    """Two files could give it two values."""
    figure = "- {value: 24, unit"
    (problem,) = change(STUDY, figure, figure.replace("{", "{id: items-brought, "))
    assert problem == (
        f'{STUDY}:17: figures: "items-brought" is already the id of a figure in docs/evidence.yml. '
        "Keep the figure in one of the two files."
    )


def test_no_subject_takes_the_page_of_the_figures_of_case_studies(change: Change) -> None:
    (problem,) = change("docs/evidence.yml", "figures:\n", "  case-studies: Stories\nfigures:\n")
    assert problem == (
        'docs/evidence.yml:3: subjects.case-studies: "case-studies" is a name that the site uses itself. '
        "Give the subject another id."
    )


def test_a_figure_that_went_with_its_page_is_told_with_the_one_thing_to_do(tree: Path, read: Read) -> None:
    """Somebody may take a page down by hand; scripts/take-down takes its figures out everywhere."""
    (tree / "case_studies/toaster-tuesdays.md").write_text("---\nwithdrawn: 2026-11-21\n---\n", encoding="utf-8")

    (problem,) = (one for one in read(tree)[1] if one.rule == "unknown-id")

    assert problem.message == '"swansea-things-mended" is not a figure we know.'
    assert problem.fix.startswith("If it was a figure of a page that was taken down, take it out here.")


def test_a_learning_point_names_one_entry_at_a_time(change: Change) -> None:
    """Evidence without an entry, or with two, is reported with its line."""
    without = change(POINT, "{project: wobbly-chair, basis: inferred}", "{basis: stated}")
    assert [row.split(". ")[0] for row in without] == [
        f"{POINT}:10: evidenced_by[2]: it names no entry, or more than one"
    ]
    assert len(change(POINT, "case_study: soldering", "case_study: soldering, project: wobbly-chair")) == 1


def test_a_missing_picture_is_reported_with_the_other_mistakes(change: Change) -> None:
    """An editor with a misspelt field and a picture that is missing hears of both in one run."""
    problems = change(
        STUDY,
        "organisation: Wobbly Chair Collective",
        "organization: Wobbly Chair Collective\nimage: {file: torch.jpg, alt: A torch}",
    )
    assert any("organization" in problem for problem in problems)
    assert any('image.file: the picture "torch.jpg" is not there.' in problem for problem in problems)


def test_an_image_that_is_no_mapping_has_no_picture_to_miss(change: Change) -> None:
    assert places(change(STUDY, "place: Conwy", "place: Conwy\nimage: torch.jpg")) == [f"{STUDY}:6"]


def test_what_is_marked_stated_names_a_section_that_the_other_end_cites(change: Change) -> None:
    """Else a page says of the source what it does not say."""
    link = "{case_study: soldering, basis: stated, section: Appendix 8}"
    fix = "Name the section in which the source says so, or write basis: inferred. Allowed: Appendix 8."
    where = f"{POINT}:9: evidenced_by[1].section: it is marked as stated, but"

    assert change(POINT, link, link.replace("Appendix 8", '"9.9"')) == [
        f'{where} soldering cites no section "9.9". {fix}'
    ]
    assert change(POINT, link, link.replace(", section: Appendix 8", "")) == [f"{where} it names no section. {fix}"]
    assert change(POINT, link, link.replace("stated, section: Appendix 8", "inferred")) == []


def test_a_project_is_named_in_the_sections_of_its_row_and_its_case_study_in_them_too(
    change: Change, tree: Path, read: Read
) -> None:
    path = tree / PROJECTS
    header, row, *rest = path.read_text(encoding="utf-8").splitlines()
    lines = [f"{header},sections", f'{row},"2.7; 2.8"', *(f"{other}," for other in rest)]
    path.write_text("\n".join(lines), encoding="utf-8")
    link = "{project: wobbly-chair, basis: inferred}"

    assert change(POINT, link, '{project: wobbly-chair, basis: stated, section: "2.8"}') == []
    assert change(POINT, link, '{case_study: soldering, basis: stated, section: "2.7"}') == []
    (problem,) = change(POINT, link, '{project: wobbly-chair, basis: stated, section: "2.9"}')
    assert 'wobbly-chair cites no section "2.9"' in problem


def test_what_cites_no_section_tells_its_own_story(change: Change) -> None:
    link = "{project: wobbly-chair, basis: inferred}"

    assert change(POINT, link, "{case_study: clock-club, basis: stated}") == []


@pytest.mark.parametrize(
    ("words", "fix"),
    [
        ("Tools and electrics", "Write themes: [tools-electrics]."),
        ("tools-electrics; Mending clothes", "Write themes: [tools-electrics, mending-clothes]."),
        ("toaster, sewing", "Write themes: [tools-electrics, mending-clothes]."),
        ("knitting-needles", "Write those that fit in brackets: themes: [...]. Allowed: mending-clothes, "),
    ],
)
def test_a_label_without_brackets_is_one_problem_that_says_what_to_write(change: Change, words: str, fix: str) -> None:
    """Not the brackets first, and the id when those are there."""
    (problem,) = change(STUDY, "themes: [tools-electrics, mending-clothes]", f"themes: {words}")
    assert problem.startswith(f'{STUDY}:7: themes: "{words}" is not a list. {fix}')


def test_a_term_that_has_the_address_of_the_places_is_named(tree: Path, read: Read) -> None:
    text = (tree / "docs/themes/mending-clothes.md").read_text(encoding="utf-8")
    (tree / "docs/themes/places.md").write_text(text.replace("label: ", "label: All "), encoding="utf-8")
    (problem,) = read(tree)[1]

    assert (problem.file, problem.message) == (
        "docs/themes/places.md",
        '"places" is the name of the page of all places.',
    )
    (tree / "docs/places.csv").unlink()
    assert read(tree)[1] == []


@pytest.mark.parametrize("name", ["index", "page"])
def test_a_project_cannot_have_a_name_that_the_site_uses(tree: Path, read: Read, name: str) -> None:
    """Its page, or the redirect at its old address, would stand where the list has files of its own."""
    with_columns(tree, "redirect_from", "", name)
    table = tree / PROJECTS
    table.write_text(table.read_text(encoding="utf-8").replace("wobbly-chair", name, 1), encoding="utf-8")
    problems = [str(problem) for problem in read(tree)[1] if problem.rule == "reserved-id"]

    assert problems == [
        f'{PROJECTS}:{line}: column {field}: "{name}" is a name that the site uses itself. '
        "Write a longer one, such as the name of the organisation."
        for line, field in ((2, "id"), (3, "redirect_from"))
    ]


def test_a_project_s_old_id_is_told_with_the_new_one(tree: Path, read: Read) -> None:
    with_columns(tree, "redirect_from", "chairs", "")
    point = tree / POINT
    point.write_text(point.read_text(encoding="utf-8").replace("wobbly-chair", "chairs"), encoding="utf-8")
    (problem,) = read(tree)[1]

    assert (problem.message, problem.nearest) == ('"chairs" was renamed: it is "wobbly-chair" now.', "wobbly-chair")
