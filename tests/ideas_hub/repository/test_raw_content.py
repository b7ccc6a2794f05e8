"""What all files of a repository hold, before the links between them are checked."""

from pathlib import Path

import pytest

from ideas_hub.engine.cache import Cache
from ideas_hub.model.data_files import EvidenceFile
from ideas_hub.model.kinds import CASE_STUDIES, PROSE, THEMES
from ideas_hub.model.term import Lists
from ideas_hub.repository.raw_content import RawContent, read_raw_content


def read(tree: Path) -> RawContent:
    return read_raw_content(tree, Cache(None))


def test_every_file_is_read_and_a_sound_repository_has_no_problems(tree: Path) -> None:
    raw = read(tree)
    assert (raw.problems, raw.broken) == ([], [])
    assert [theme.id for theme in raw.documents[THEMES.id]] == ["mending-clothes", "tools-electrics", "wood-furniture"]
    assert [page.file for page in raw.documents[PROSE.id]][:2] == ["docs/about.md", "docs/accessibility.md"]
    assert raw.lists
    assert raw.evidence
    assert raw.lists_lines["activities", "soldering"] == 3
    assert raw.evidence_lines["figures", "items-brought"] == 4
    assert [row.id for row in raw.projects] == ["wobbly-chair", "third-drawer"]
    assert len(raw.glossary) == 4
    assert "case_studies/soldering.md" in raw.rule_results


def test_figures_that_others_may_cite_come_with_their_case_study(tree: Path) -> None:
    """A figure without an id is shown in its own case study only."""
    cited = [(study.id, figure.id) for study, figure in read(tree).cited_figures()]
    assert ("toaster-tuesdays", "swansea-things-mended") in cited
    assert "soldering" not in {study for study, _ in cited}


def test_a_file_with_a_mistake_is_among_the_broken(tree: Path) -> None:
    path = tree / "case_studies/soldering.md"
    path.write_text(path.read_text(encoding="utf-8").replace("region:", "regoin:"), encoding="utf-8")
    raw = read(tree)
    assert [result.file for result in raw.broken] == ["case_studies/soldering.md"]
    assert "soldering" not in {study.id for study in raw.documents[CASE_STUDIES.id]}
    assert {problem.file for problem in raw.problems} == {"case_studies/soldering.md"}


def test_a_hub_may_be_without_any_of_the_data_files(tree: Path) -> None:
    """Each then holds nothing: that is no mistake, and ids that stood in it are unknown."""
    for name in ("evidence.yml", "vocabulary.yml", "glossary.yml", "projects/projects.csv", "regions/map.yml"):
        (tree / "docs" / name).unlink()
    raw = read(tree)
    assert raw.problems == []
    assert (raw.lists, raw.evidence, raw.projects, raw.glossary) == (Lists(), EvidenceFile(), [], {})
    assert raw.drawing is None


def test_a_link_to_nowhere_in_place_of_a_data_file_is_a_problem(tree: Path) -> None:
    (tree / "docs/evidence.yml").unlink()
    (tree / "docs/evidence.yml").symlink_to("nowhere.yml")
    raw = read(tree)
    (tree / "docs/evidence.yml").unlink()  # the next test would write to where it leads
    assert [(problem.file, problem.rule) for problem in raw.problems] == [("docs/evidence.yml", "not-a-file")]
    assert raw.evidence is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("title:", "titel:", 'docs/regions/map.yml:2: titel: "titel" is not a field we know. Did you mean "title"?'),
        ("tile: {row: 1, column: 1}", "tile: {row: 1, column: 1, rows: 2}", "only a tile in row 3 can span two rows"),
        ("path: M60,20l", "path: <script>", "Write the outline as an SVG path that starts with M."),
        ("shapes:", "shapes: {", "docs/regions/map.yml"),
    ],
)
def test_a_mistake_in_the_map_is_a_problem_of_its_file(tree: Path, old: str, new: str, message: str) -> None:
    path = tree / "docs/regions/map.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    raw = read(tree)
    assert [problem.file for problem in raw.problems] == ["docs/regions/map.yml"]
    assert message in str(raw.problems[0])
    assert raw.drawing is None


def test_a_text_that_is_not_read_is_reported(tree: Path) -> None:
    (tree / "case_studies/story.docx").write_bytes(b"x")
    assert [(problem.file, problem.rule) for problem in read(tree).problems] == [
        ("case_studies/story.docx", "file-name")
    ]
