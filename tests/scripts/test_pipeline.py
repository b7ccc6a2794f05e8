"""What the workflows run, on repositories made here and with a stand-in for gh."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from pipeline.content_only import OWNERS, content_patterns, is_content

from ideas_hub.reading.documents import files_of
from tests.conftest import ROOT

PIPELINE = ROOT / "scripts/lib/pipeline"
OWNERS_FILE = (ROOT / OWNERS).read_text(encoding="utf-8")
PATTERNS = list(content_patterns(OWNERS_FILE))
ODD_NAMES = (
    "docs/a.md.py", "docs/assets/js/a.js", "docs/assets/a.svg", "hooks/docs/a.md", "xdocs/a.md", "docs/a/b/c/d.md",
    "docs/a.MD", "docs/a.yaml", "mkdocs.yml", "published.csv.py", "a/published.csv", "case_studies", "case_studies.py",
    "case_studies/images/a.jpg", "tests/hubs/repair-cafes/docs/a.md", "tests/hubs/repair-cafes/case_studies/a.md",
    ".github/docs/a.yml", "docs/.yml", "docs/a b.csv",
)  # fmt: skip


def tracked() -> list[str]:
    run = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return run.stdout.rstrip("\0").split("\0")


def test_content_has_no_owner_and_all_else_has_one() -> None:
    """Whatever runs, decides or describes is code; editors' files are content, and there is no third kind."""
    editors = {
        file
        for file in tracked()
        if (file.startswith(("case_studies/", "docs/")) and not file.startswith("docs/assets/"))
        or file == "published.csv"
    }

    assert {file for file in tracked() if is_content(file, PATTERNS)} == editors
    assert set(files_of(ROOT)) <= editors


def test_the_first_line_gives_everything_else_an_owner() -> None:
    """GitHub goes by the last line that fits, so the one for all comes first, and no owner after it."""
    rows = [row.split() for row in OWNERS_FILE.splitlines() if row and not row.startswith("#")]

    assert rows[0][0] == "*"
    assert len(rows[0]) > 1
    assert [row for row in rows[1:] if len(row) > 1] == []


def test_the_patterns_mean_what_git_takes_them_to_mean(tmp_path: Path) -> None:
    """CODEOWNERS follows the rules of .gitignore, and git itself is the judge of those."""
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    (tmp_path / ".gitignore").write_text("\n".join(OWNERS_FILE.split("\n* ")[1].splitlines()[1:]), encoding="utf-8")
    names = [name for name in (*tracked(), *ODD_NAMES) if name != "case_studies"]
    run = subprocess.run(
        ["git", "check-ignore", "--no-index", "-z", "--stdin"],
        cwd=tmp_path,
        input="\0".join(names),
        capture_output=True,
        text=True,
        check=False,
    )

    assert [name for name in names if is_content(name, PATTERNS)] == run.stdout.rstrip("\0").split("\0")
    assert not is_content("case_studies", PATTERNS)


class Repository:
    """A repository with a page, a hook and the owners."""

    def __init__(self, folder: Path) -> None:
        """Make it in a folder that is there."""
        self.folder = folder
        self.git("init", "--quiet", "--initial-branch", "main")
        self.first = self.commit({"docs/a.md": "A", "hooks/a.py": "a", OWNERS: OWNERS_FILE})

    def git(self, *arguments: str) -> str:
        command = ["git", "-c", "user.name=A", "-c", "user.email=a@b.invalid", *arguments]
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=True).stdout.strip()

    def commit(self, files: Mapping[str, str | None]) -> str:
        """Write files, or delete those without a text, and return the commit."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink() if text is None else path.write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "x")
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def content_only(folder: Path, before: str, after: str) -> tuple[str, str]:
    """Return what the program prints, and what it says."""
    command = ["python3", str(PIPELINE / "content_only.py"), before, after]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return run.stdout.strip(), run.stderr.strip()


def test_many_pushes_of_content_are_content(tmp_path: Path, repository: Repository) -> None:
    repository.commit({"docs/a.md": "B"})
    repository.commit({"case_studies/images/a.jpg": "picture", "docs/b.yml": "a: b"})

    assert content_only(tmp_path, repository.first, repository.commit({"published.csv": "1,a"})) == ("true", "")


def test_the_same_commit_is_content(tmp_path: Path, repository: Repository) -> None:
    """As each night, when the day alone is new."""
    assert content_only(tmp_path, repository.first, repository.first) == ("true", "")


@pytest.mark.parametrize(
    "files",
    [
        {"hooks/a.py": "b"},
        {"hooks/a.py": None},
        {"hooks/a.py": None, "docs/a.py.md": "a"},
        {"docs/assets/js/a.js": "a"},
        {"mkdocs.yml": "a"},
        {OWNERS: f"{OWNERS_FILE}/hooks/\n/.github/\n"},
    ],
    ids=str,
)
def test_one_file_of_code_makes_it_code(tmp_path: Path, repository: Repository, files: dict[str, str | None]) -> None:
    """Also one that is deleted, moved among the pages, or that changes the list itself."""
    repository.commit(files)
    answer, said = content_only(tmp_path, repository.first, repository.commit({"docs/a.md": "B"}))

    assert answer == "false"
    assert said.startswith("Code: ")


def test_code_that_came_before_the_last_push_is_not_forgotten(tmp_path: Path, repository: Repository) -> None:
    """Its tests may have failed: compared is what is online, not what was pushed last."""
    repository.commit({"hooks/a.py": "b"})

    assert content_only(tmp_path, repository.first, repository.commit({"docs/a.md": "B"})) == (
        "false",
        "Code: hooks/a.py",
    )


@pytest.mark.parametrize("before", ["", "0" * 40, "1" * 40, "HEAD~1", "--help"])
def test_without_a_commit_to_compare_with_it_is_code(tmp_path: Path, repository: Repository, before: str) -> None:
    """As at the first push."""
    assert content_only(tmp_path, before, repository.commit({"docs/a.md": "B"}))[0] == "false"


def test_after_a_forced_push_it_is_code(tmp_path: Path, repository: Repository) -> None:
    online = repository.commit({"docs/a.md": "B"})
    repository.git("reset", "--quiet", "--hard", repository.first)

    assert content_only(tmp_path, online, repository.commit({"docs/a.md": "C"}))[0] == "false"


BUILD = """#!/bin/sh
words="$(cat docs/a.md)"
test "$words" != broken && mkdir "$3" && echo "<title>A</title><main><p>$words</p></main>" >"$3/index.html"
"""
ENVIRONMENT = """ROOT=$PWD PYTHON={python}
say() {{ echo "$*" >&2; }}
ensure_environment() {{ :; }}
"""


def changes(repository: Repository, was: str, now: str) -> str:
    """Return what changes.sh says of one commit after another, in a repository whose build takes no time."""
    scripts = {f"scripts/lib/{name}": (ROOT / "scripts/lib" / name) for name in ("compare_sites.py", "site_pages.py")}
    scripts["scripts/lib/pipeline/changes.sh"] = PIPELINE / "changes.sh"
    code = {name: path.read_text(encoding="utf-8") for name, path in scripts.items()}
    code["scripts/lib/environment.sh"] = ENVIRONMENT.format(python=sys.executable)
    before = repository.commit({**code, "scripts/build": BUILD, "docs/a.md": was})
    after = repository.commit({"docs/a.md": now})
    (repository.folder / "scripts/build").chmod(0o755)
    repository.git("checkout", "--quiet", "--detach")
    (repository.folder / "site").mkdir()
    (repository.folder / "site/index.html").write_text(f"<title>A</title><main><p>{now}</p></main>", encoding="utf-8")
    command = ["bash", "scripts/lib/pipeline/changes.sh", before, "site"]
    run = subprocess.run(command, cwd=repository.folder, capture_output=True, text=True, check=True)
    assert repository.git("rev-parse", "HEAD") == after
    assert (repository.folder / "docs/a.md").read_text(encoding="utf-8") == now
    return run.stdout


def test_what_a_pull_request_changes_is_told_from_both_of_its_ends(repository: Repository) -> None:
    """The site of before is built in the same place, and all is then as it was."""
    assert "before: 168 people<br>now: 175 people" in changes(repository, "168 people", "175 people")


def test_what_mends_a_site_that_did_not_build_is_told_without_the_old_one(repository: Repository) -> None:
    assert "nothing to compare with" in changes(repository, "broken", "175 people")


@pytest.fixture
def gh(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a script of the pipeline with a stand-in for gh.

    It writes down what it is asked, and answers with the text of the first key that the question contains; with no key
    it fails.
    """

    def run(script: str, answers: dict[str, str], **environment: str) -> subprocess.CompletedProcess[str]:
        tool = tmp_path / "bin/gh"
        tool.parent.mkdir(exist_ok=True)
        cases = "\n".join(f"  *'{key}'*) printf '%s\\n' '{answer}' ;;" for key, answer in answers.items())
        tool.write_text(f'#!/bin/sh\necho "$*" >>"{tmp_path}/asked"\ncase "$*" in\n{cases}\n  *) exit 1 ;;\nesac\n')
        tool.chmod(0o755)
        settings = {
            **os.environ,
            "PATH": f"{tool.parent}:{os.environ['PATH']}",
            "GITHUB_REPOSITORY": "o/n",
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_RUN_ID": "7",
            **environment,
        }
        return subprocess.run(
            [PIPELINE / script], cwd=tmp_path, env=settings, capture_output=True, text=True, check=False
        )

    return run


Gh = Callable[..., subprocess.CompletedProcess[str]]


def deployments(online: str) -> dict[str, str]:
    """Return answers in which the newest deployment is under way, the next failed, and the third is online."""
    return {
        "deployments?environment=github-pages": f"13 {'c' * 40}\n12 {'b' * 40}\n11 {online}\n10 {'a' * 40}",
        "deployments/13/statuses": "in_progress",
        "deployments/12/statuses": "failure",
        "deployments/11/statuses": "success",
    }


def test_content_that_differs_from_what_is_online_needs_no_tests(repository: Repository, gh: Gh) -> None:
    run = gh(
        "scope.sh",
        deployments(repository.first),
        GITHUB_EVENT_NAME="push",
        GITHUB_SHA=repository.commit({"docs/a.md": "B"}),
    )

    assert (run.returncode, run.stdout) == (0, f"online={repository.first}\ntests=false\n"), run.stderr


@pytest.mark.parametrize("event", ["push", "schedule"])
def test_code_that_differs_from_what_is_online_needs_them(repository: Repository, gh: Gh, event: str) -> None:
    """Also at night: code whose tests failed by day does not slip out then."""
    repository.commit({"hooks/a.py": "b"})
    run = gh(
        "scope.sh",
        deployments(repository.first),
        GITHUB_EVENT_NAME=event,
        GITHUB_SHA=repository.commit({"docs/a.md": "B"}),
    )

    assert (run.returncode, run.stdout) == (0, f"online={repository.first}\ntests=true\n"), run.stderr


@pytest.mark.parametrize("answers", [{}, {"deployments?": ""}, {"deployments?": f"1 {'a' * 40}", "statuses": ""}])
def test_tests_are_needed_when_nobody_says_what_is_online(
    repository: Repository, gh: Gh, answers: dict[str, str]
) -> None:
    run = gh("scope.sh", answers, GITHUB_EVENT_NAME="push", GITHUB_SHA=repository.commit({"docs/a.md": "B"}))

    assert (run.returncode, run.stdout) == (0, "tests=true\n"), run.stderr


def test_what_is_online_is_not_compared_with_after_a_forced_push(repository: Repository, gh: Gh) -> None:
    """That commit is nowhere in the history that is to be published."""
    online = repository.commit({"docs/a.md": "B"})
    repository.git("reset", "--quiet", "--hard", repository.first)
    other = repository.commit({"docs/a.md": "C"})

    run = gh("scope.sh", deployments(online), GITHUB_EVENT_NAME="push", GITHUB_SHA=other)

    assert (run.returncode, run.stdout) == (0, "tests=true\n"), run.stderr


def test_by_hand_nothing_waits_for_the_tests(repository: Repository, gh: Gh) -> None:
    """The way to take a page down while the tests of something else run or fail."""
    run = gh("scope.sh", {}, GITHUB_EVENT_NAME="workflow_dispatch", GITHUB_SHA=repository.commit({"hooks/a.py": "b"}))

    assert (run.returncode, run.stdout) == (0, "tests=false\n"), run.stderr


@pytest.mark.parametrize(("order", "status"), [("behind", 1), ("ahead", 0), ("identical", 0), ("diverged", 0)], ids=str)
def test_a_commit_goes_online_unless_a_later_one_is_there(gh: Gh, order: str, status: int) -> None:
    compared = f"compare/{'d' * 40}...{'e' * 40}"
    run = gh("refuse_older.sh", {**deployments("d" * 40), compared: order}, GITHUB_SHA="e" * 40)

    assert run.returncode == status, run.stderr
    assert ("A later commit" in run.stdout) == (status == 1)


def test_the_first_site_of_all_goes_online(gh: Gh) -> None:
    assert gh("refuse_older.sh", {"deployments?": ""}, GITHUB_SHA="e" * 40).returncode == 0


def report(gh: Gh, folder: Path, issues: str, failed: str, enabled: str = "/enable") -> str:
    """Return what gh is asked at the end of a run."""
    run = gh(
        "report.sh",
        {enabled: "", "label create": "", "issue list": issues, "issue": ""},
        FAILED=failed,
        MEANS="A photo may still be online.",
        GITHUB_WORKFLOW="Publish",
        GITHUB_WORKFLOW_REF="o/n/.github/workflows/publish.yml@refs/heads/main",
    )
    assert run.returncode == 0, run.stderr
    return (folder / "asked").read_text(encoding="utf-8")


def test_a_run_that_failed_opens_an_issue_with_its_label(tmp_path: Path, gh: Gh) -> None:
    asked = report(gh, tmp_path, "", "true")

    assert "label create failed-run --force" in asked
    assert "issue create --label failed-run --title Publish: the scheduled run failed --body A photo may" in asked
    assert "https://github.com/o/n/actions/runs/7" in asked


def test_a_run_that_fails_again_opens_no_second_issue(tmp_path: Path, gh: Gh) -> None:
    """Another workflow's issue is not its own."""
    others = "8 Security: the scheduled run failed"

    assert "issue create" not in report(gh, tmp_path, f"{others}\n9 Publish: the scheduled run failed", "true")
    assert "issue create" in report(gh, tmp_path, others, "true")


def test_the_next_run_that_passes_closes_the_issue(tmp_path: Path, gh: Gh) -> None:
    open_issues = "9 Publish: the scheduled run failed\n8 Security: the scheduled run failed"
    asked = report(gh, tmp_path, open_issues, "false")

    assert "issue close 9 --comment" in asked
    assert "issue close 8" not in asked
    assert "issue create" not in asked


@pytest.mark.parametrize("failed", ["true", "false"])
def test_each_run_keeps_its_own_schedule_on(tmp_path: Path, gh: Gh, failed: str) -> None:
    """A run that cannot do so still reports."""
    assert "--method PUT repos/o/n/actions/workflows/publish.yml/enable" in report(gh, tmp_path, "", failed)
    assert "label create" in report(gh, tmp_path, "", failed, enabled="no such question")


def test_the_digests_of_a_site_are_those_of_its_files(tmp_path: Path) -> None:
    """A reader checks them with the tool that every Linux has."""
    (tmp_path / "site/a").mkdir(parents=True)
    (tmp_path / "site/a/index.html").write_text("A", encoding="utf-8")
    (tmp_path / "site/-b c.txt").write_text("B", encoding="utf-8")
    digests = [str(PIPELINE / "digests.sh"), str(tmp_path / "site"), "commit: 1"]
    printed = subprocess.run(digests, capture_output=True, text=True, check=True).stdout

    def check() -> int:
        command = ["sha256sum", "--check", "--strict", "--quiet"]
        return subprocess.run(command, cwd=tmp_path / "site", input=printed, text=True, check=False).returncode

    assert printed.startswith("# commit: 1\n")
    assert [row.split("  ")[1] for row in printed.splitlines()[1:]] == ["-b c.txt", "a/index.html"]
    assert check() == 0
    (tmp_path / "site/a/index.html").write_text("a", encoding="utf-8")
    assert check() == 1
