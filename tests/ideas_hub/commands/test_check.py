"""The command scripts/check."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ideas_hub.commands import check
from ideas_hub.problem import Severity
from ideas_hub.site.context import load_context

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def private(tree: Path) -> Path:
    """A repository in which a case study names somebody's number."""
    study = tree / "case_studies/walking.md"
    study.write_text(
        study.read_text(encoding="utf-8") + "\nRing Jo on 07700 900123, or [click here](walking.md).\n",
        encoding="utf-8",
    )
    return tree


def test_everything_is_told_in_one_run_and_what_must_be_fixed_fails_it(
    private: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main([], private) == 1

    told = capsys.readouterr().out
    assert "Must fix (1)" in told
    assert "click here" in told


def test_a_link_that_leads_nowhere_is_told_beside_a_fact_that_cannot_be_read(tree: Path) -> None:
    """Mending the one should not bring up the other."""
    study = tree / "case_studies/walking.md"
    text = study.read_text(encoding="utf-8")
    study.write_text(
        text.replace("2022-08-31", "31 August").replace("communities/carers.md", "communities/carerz.md"),
        encoding="utf-8",
    )

    told = {
        problem.rule
        for problem in load_context(tree, cached=False).blocking
        if problem.file == "case_studies/walking.md"
    }

    assert "broken-link" in told
    assert len(told) > 1


def test_what_should_be_fixed_does_not_fail_the_run(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main([], tree) == 0

    assert "Nothing stops this from being published." in capsys.readouterr().out


def test_only_the_files_asked_for_are_told(private: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main([str(private / "docs")], private) == 0
    assert check.main([str(private / "case_studies/walking.md")], private) == 1

    assert "case_studies/" not in capsys.readouterr().out.partition("Must fix")[0]


def test_a_name_is_told_once_however_often_it_is_checked(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was found in a file's name is kept with what was found in the file; a picture's name is looked at each time."""
    study = tree / "case_studies/walking.md"
    (tree / "case_studies/images").mkdir(exist_ok=True)
    for name in ("ring-07700-900123.md", "images/ring-07700-900124.jpg"):
        (tree / "case_studies" / name).write_bytes(study.read_bytes())

    for _ in range(2):
        assert check.main([], tree) == 1
        assert capsys.readouterr().out.count("a telephone number in the file's name") == 2


def test_a_check_loads_nothing_that_only_pages_need() -> None:
    """An editor waits for it after every change."""
    loaded = "import sys, ideas_hub.commands.check; print(*sys.modules, sep='\\n')"

    modules = subprocess.run(
        [sys.executable, "-c", loaded], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split()

    assert {"jinja2", "segno", "ideas_hub.site.context", "ideas_hub.site.build"}.isdisjoint(modules)


def test_a_path_that_is_not_there_is_said(private: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main(["nowhere.md"], private) == 2

    assert capsys.readouterr().err == "There is no file or folder nowhere.md.\n"


def test_json_is_for_programs(private: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check.main(["--format", "json"], private)

    assert json.loads(capsys.readouterr().out)["counts"]["must fix"] == 1


def test_github_gets_annotations_and_a_summary(
    private: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stood in the summary before is kept."""
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))

    check.main(["--format", "github"], private)

    assert capsys.readouterr().out.startswith("::error file=case_studies/walking.md,line=")
    assert summary.read_text(encoding="utf-8").startswith("before\n## Check of the content")


def test_the_build_knows_what_stops_it_and_what_does_not(private: Path) -> None:
    content = load_context(private, cached=False)

    assert [problem.rule for problem in content.blocking] == ["personal-data"]
    assert {problem.severity for problem in content.advice} == {Severity.SHOULD_FIX, Severity.IDEA}


def test_the_hub_s_own_content_has_nothing_that_must_be_fixed() -> None:
    """A false alarm on it is a mistake of the rule."""
    assert [str(problem) for problem in load_context(ROOT, cached=False).blocking] == []
