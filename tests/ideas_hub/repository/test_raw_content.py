"""What all files of a repository hold, before the links between them are checked."""

from pathlib import Path

from ideas_hub.engine.cache import Cache
from ideas_hub.model.kinds import CASE_STUDIES, PROSE, THEMES
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


def test_files_that_do_not_exist_are_each_reported(tree: Path) -> None:
    for name in ("evidence.yml", "vocabulary.yml", "glossary.yml", "projects/projects.csv"):
        (tree / "docs" / name).unlink()
    (tree / "docs/find.md").unlink()
    raw = read(tree)
    assert sorted(problem.file for problem in raw.problems if problem.rule == "unreadable") == [
        "docs/evidence.yml",
        "docs/find.md",
        "docs/glossary.yml",
        "docs/projects/projects.csv",
        "docs/vocabulary.yml",
    ]
    assert (raw.lists, raw.evidence, raw.projects, raw.glossary) == (None, None, [], {})


def test_a_text_that_is_not_read_is_reported(tree: Path) -> None:
    (tree / "case_studies/story.docx").write_bytes(b"x")
    assert [(problem.file, problem.rule) for problem in read(tree).problems] == [
        ("case_studies/story.docx", "file-name")
    ]
