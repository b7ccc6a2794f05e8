"""ideas_hub/commands/check.py: what an editor sees, and what fails the run."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ideas_hub.commands import check
from ideas_hub.drafting.issue_form import FORM, story_form
from ideas_hub.drafting.questions import form_questions
from ideas_hub.repository.load import read_hub
from tests.conftest import ROOT

STUDY = "case_studies/soldering.md"


@pytest.fixture
def private(root: Path) -> Path:
    """A repository in which a case study has somebody's number, and a link whose words say nothing."""
    study = root / STUDY
    added = "\nRing Jo on 07700 900123, or [click here](soldering.md).\n"
    study.write_text(study.read_text(encoding="utf-8") + added, encoding="utf-8")
    return root


def test_every_problem_is_reported_and_what_must_be_fixed_fails_the_run(
    private: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check.main([], private) == 1

    report = capsys.readouterr().out
    assert "Must fix (1)" in report
    assert "click here" in report


def test_a_broken_link_is_reported_with_a_fact_that_cannot_be_read(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Fixing the one must not bring up the other."""
    study = root / STUDY
    text = study.read_text(encoding="utf-8")
    edited = text.replace("2026-08-31", "31 August").replace("communities/newcomers.md", "communities/newcomerz.md")
    study.write_text(edited, encoding="utf-8")

    assert check.main(["--format", "json"], root) == 1

    problems = json.loads(capsys.readouterr().out)["problems"]
    rules = {problem["rule"] for problem in problems if problem["file"] == STUDY and problem["severity"] == "must fix"}
    assert "broken-link" in rules
    assert len(rules) > 1


def test_what_should_be_fixed_does_not_fail_the_run(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main([], root) == 0

    assert "Nothing stops this from being published." in capsys.readouterr().out


def test_only_problems_of_the_files_asked_for_are_reported(private: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder stands for all files in it."""
    assert check.main([str(private / "docs")], private) == 0
    assert "case_studies/" not in capsys.readouterr().out
    assert check.main([str(private / STUDY)], private) == 1
    assert check.main([str(private / "case_studies")], private) == 1


def test_a_problem_of_a_name_is_reported_once_however_often_it_is_checked(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page's name is cached with what was found in the file; a picture's name is looked at each time."""
    text = (root / STUDY).read_bytes()
    for name in ("ring-07700-900123.md", "images/ring-07700-900124.jpg"):
        (root / "case_studies" / name).write_bytes(text)

    for _ in range(2):
        assert check.main([], root) == 1
        assert capsys.readouterr().out.count("a telephone number in the file's name") == 2


def test_the_command_loads_nothing_that_only_pages_need() -> None:
    """An editor waits for it after every change."""
    command = [sys.executable, "-c", "import sys, ideas_hub.commands.check; print(*sys.modules, sep='\\n')"]

    modules = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()

    assert {"jinja2", "segno", "ideas_hub.site.context", "ideas_hub.site.build"}.isdisjoint(modules)


def test_a_path_that_is_too_long_to_exist_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main(["a" * 300], root) == 2
    assert capsys.readouterr().err.startswith("There is no file or folder aaa")


def test_a_path_that_does_not_exist_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main(["nowhere.md"], root) == 2

    assert capsys.readouterr().err == "There is no file or folder nowhere.md.\n"


def test_json_counts_the_problems(private: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check.main(["--format", "json"], private)

    assert json.loads(capsys.readouterr().out)["counts"]["must fix"] == 1


def test_github_gets_annotations_and_a_summary(
    private: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The summary of an earlier step stays."""
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))

    check.main(["--format", "github"], private)

    assert capsys.readouterr().out.startswith(f"::error file={STUDY},line=")
    assert summary.read_text(encoding="utf-8").startswith("before\n## Check of the content")


def test_outside_a_github_job_there_is_no_summary(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)

    assert check.main(["--format", "github"], root) == 0
    assert capsys.readouterr().out.endswith("Nothing stops this from being published.\n")


def test_a_form_that_lists_other_choices_than_the_hub_is_an_idea_and_no_python(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever adds a theme is not stopped by it, and has nothing to run."""
    form = root / FORM
    form.parent.mkdir(parents=True, exist_ok=True)
    form.write_text(story_form(form_questions(read_hub(root)[0])).replace("Wood and", "Boats and"), encoding="utf-8")

    assert check.main([str(form)], root) == 0

    report = capsys.readouterr().out
    assert "Ideas (1)" in report
    assert "python" not in report

    theme = root / "docs/themes/wood-furniture.md"
    theme.write_text(theme.read_text(encoding="utf-8").replace("label:", "lable:"), encoding="utf-8")
    assert check.main([str(form)], root) == 0
    assert "Ideas" not in capsys.readouterr().out  # the theme is still to be mended, and the form may be right then


@pytest.fixture
def committed(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose content is committed."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    identity = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org")
    for words in (("init",), ("add", "--all"), (*identity, "commit", "-m", "before")):
        subprocess.run(["git", *words], cwd=root, check=True, capture_output=True)
    return root


def test_on_github_what_the_change_touches_comes_first_and_ideas_about_the_rest_are_left_out(
    committed: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """GitHub shows ten: the author's own must be among them."""
    monkeypatch.setenv(check.SUMMARY, str(tmp_path / "summary.md"))
    changed = committed / "case_studies/soldering.md"
    changed.write_text(changed.read_text(encoding="utf-8").replace("title:", "titel:"), encoding="utf-8")
    about = committed / "docs/about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\nRing 01632 960123.\n", encoding="utf-8")

    assert check.main(["--format", "github", "--since", "HEAD"], committed) == 1

    files = {"::error": "", "::warning": "", "::notice": ""}
    for row in capsys.readouterr().out.splitlines():
        if row.startswith("::"):
            files[row.partition(" ")[0]] += row.partition("file=")[2].partition(",")[0] + " "
    assert files["::error"].split()[0] == "case_studies/soldering.md"
    assert "docs/about.md" in files["::error"]
    assert "docs/learning-points/say-hello.md" not in files["::notice"]


def test_what_is_wrong_in_files_that_the_change_does_not_touch_comes_last(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It still keeps the change from being published, so it is not left out."""
    about = committed / "docs/about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\nRing 01632 960123.\n", encoding="utf-8")
    subprocess.run(
        ["git", "-c", "user.name=E", "-c", "user.email=e@example.org", "commit", "-qam", "on main"],
        cwd=committed,
        check=True,
    )
    changed = committed / "case_studies/soldering.md"
    changed.write_text(changed.read_text(encoding="utf-8").replace("title:", "titel:"), encoding="utf-8")

    check.main(["--format", "github", "--since", "HEAD"], committed)

    errors = [line for line in capsys.readouterr().out.splitlines() if line.startswith("::error")]
    assert "soldering.md" in errors[0]
    assert "docs/about.md" in errors[-1]


def test_a_commit_that_is_not_here_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main(["--since", "no-such-commit"], root) == 2
    assert capsys.readouterr().err == "There is no commit no-such-commit in this copy of the repository.\n"


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("docs/My Story.pdf", "Save its words as plain text in a file such as case_studies/my-story.md."),
        ("docs/notes.txt", "Save its words as plain text in a file such as case_studies/notes.md."),
        ("docs/Notes.docx", "Save its words as plain text in a file such as case_studies/notes.md."),
        ("tea.jpg", "Put it in case_studies/images, and name it in the facts of its entry (image)."),
        ("docs/more-words.yml", "What is checked: files in case_studies/"),
        ("story.md", "A story belongs in case_studies/, a page in docs/."),
        ("elsewhere/story.md", "A story belongs in case_studies/, a page in docs/."),
    ],
)
def test_a_file_that_the_hub_does_not_read_is_never_in_order(
    root: Path, capsys: pytest.CaptureFixture[str], file: str, words: str
) -> None:
    path = root / file
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"x")

    assert check.main([str(path)], root) == 1

    report = capsys.readouterr().out
    assert f"{file}: the hub does not read it, so it is not checked." in report
    assert words in report
    assert "1 must be fixed" in report


def test_a_file_or_folder_outside_the_hub_is_never_in_order(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "story.md"
    story.write_text("x", encoding="utf-8")

    assert check.main([str(story), str(tmp_path)], root) == 1

    assert capsys.readouterr().out.count("it is outside this hub, so it is not checked.") == 2


def test_a_text_that_is_named_already_is_named_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "case_studies/story.docx"
    path.write_bytes(b"x")

    assert check.main([str(path)], root) == 1

    assert "1 must be fixed" in capsys.readouterr().out


@pytest.mark.parametrize(
    "path",
    [
        "",
        "case_studies",
        "docs/themes",
        "docs/glossary.yml",
        "mkdocs.yml",
        "published.csv",
        "case_studies/images/toaster.jpg",
    ],
)
def test_what_the_hub_reads_is_checked_without_more_ado(root: Path, path: str) -> None:
    assert check.main([str(root / path)], root) == 0
