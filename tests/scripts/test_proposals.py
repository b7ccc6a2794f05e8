"""From a rename or a taking down by hand to a draft pull request, with a stand-in for gh."""

import base64
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import edit_to_draft
import form_to_draft
import pytest
import yaml
from edit_to_draft import edit
from proposal import MAX_BODY, write_proposal

from ideas_hub.drafting.issue_form import FILE_FORM, FORM
from ideas_hub.editing.entry_named import CannotBeDoneError
from tests.conftest import ROOT, SMALL_HUB

CLOCKS = "case_studies/clock-club.md"
STEP = yaml.safe_load((ROOT / ".github/workflows/propose.yml").read_text(encoding="utf-8"))["jobs"]["propose"]["steps"][
    -1
]
GH = """#!{python}
import json, sys
words = sys.argv[1:]
if "--input" in words:
    with open("asked.jsonl", "a") as file:
        file.write(json.dumps([words[1], json.load(sys.stdin)]) + "\\n")
else:
    print("{start}")
sys.exit("git/refs" in words[1] and {taken})
"""


def propose(folder: Path, *, taken: bool = False) -> tuple[subprocess.CompletedProcess[str], list[Any]]:
    """Run the workflow's step on the proposal of a folder; return how it ended, and what GitHub is asked in turn."""
    tool = folder / "bin/gh"
    tool.parent.mkdir(exist_ok=True)
    tool.write_text(GH.format(python=sys.executable, start="a" * 40, taken=taken), encoding="utf-8")
    tool.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tool.parent}:{os.environ['PATH']}"}
    environment |= {"GITHUB_REPOSITORY": "o/n", "BASE": "main"}
    command = [sys.executable, "-c", STEP["run"]]
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    asked = folder / "asked.jsonl"
    return run, [json.loads(line) for line in asked.read_text(encoding="utf-8").splitlines()] if asked.exists() else []


def test_a_proposal_becomes_a_branch_a_commit_and_a_draft_pull_request(tmp_path: Path) -> None:
    """One commit for all files, on what main was when it began."""
    changes = {"case_studies/a.md": b"caf\xc3\xa9", "docs/b.csv": b"1", "case_studies/images/c.jpg": None}
    write_proposal(tmp_path / "proposal.json", "rename-7", "Rename an entry", "Why", changes)

    run, (branch, commit, pull) = propose(tmp_path)

    assert run.returncode == 0, run.stderr
    assert branch == ["repos/o/n/git/refs", {"ref": "refs/heads/rename-7", "sha": "a" * 40}]
    wanted = commit[1]["variables"]["input"]
    assert wanted["fileChanges"]["additions"][0] == {"path": "case_studies/a.md", "contents": "Y2Fmw6k="}
    assert wanted["fileChanges"]["deletions"] == [{"path": "case_studies/images/c.jpg"}]
    assert (wanted["expectedHeadOid"], wanted["branch"]["branchName"]) == ("a" * 40, "rename-7")
    assert pull[1] == {"title": "Rename an entry", "body": "Why", "head": "rename-7", "base": "main", "draft": True}


@pytest.mark.parametrize(
    "file",
    ["hooks/a.md", ".github/workflows/a.yml", "case_studies/../hooks/a.md", "docs/.hidden.md", "docs/a.py", "docs/a.js",
     "/docs/a.md", "docs/a.md\n", "docs//a.md"],
)  # fmt: skip
def test_a_proposal_of_anything_but_content_is_refused(tmp_path: Path, file: str) -> None:
    """The job that makes it reads what strangers wrote."""
    write_proposal(tmp_path / "proposal.json", "story-7", "A story", "", {"docs/a.md": b"", file: b""})

    run, asked = propose(tmp_path)

    assert run.stderr == "::error::Only content may be proposed.\n"
    assert run.returncode == 1
    assert asked == []


@pytest.mark.parametrize("branch", ["main", "story-7/x", "story-", "gh-pages", "story-7\n"])
def test_a_proposal_goes_to_a_branch_of_its_own(tmp_path: Path, branch: str) -> None:
    write_proposal(tmp_path / "proposal.json", branch, "A story", "", {"docs/a.md": b""})

    assert propose(tmp_path)[1] == []


def test_a_branch_that_is_there_already_is_left_alone(tmp_path: Path) -> None:
    """An editor may have written on it."""
    write_proposal(tmp_path / "proposal.json", "story-7", "A story", "", {"docs/a.md": b""})

    run, asked = propose(tmp_path, taken=True)

    assert "Is there a branch story-7 already?" in run.stderr
    assert [question[0] for question in asked] == ["repos/o/n/git/refs"]


@pytest.mark.parametrize(
    ("branch", "file", "taken", "said", "asked"),
    [
        ("form-7", FORM, False, "", 3),
        ("form-7", FILE_FORM, False, "", 3),
        ("file-7", CLOCKS, False, "", 3),
        ("file-7", FILE_FORM, False, "::error::Only content may be proposed.\n", 0),
        ("form-7", FORM, True, "", 1),
        ("form-7", CLOCKS, False, "::error::Only content may be proposed.\n", 0),
        ("story-7", FORM, False, "::error::Only content may be proposed.\n", 0),
    ],
)
def test_a_form_is_proposed_once_and_by_itself(
    tmp_path: Path, branch: str, file: str, *, taken: bool, said: str, asked: int
) -> None:
    """Its branch is named after its content; no proposal that reads what strangers wrote can touch it."""
    write_proposal(tmp_path / "proposal.json", branch, "The form", "", {file: b"x"})

    run, questions = propose(tmp_path, taken=taken)

    assert (run.stderr, len(questions), run.returncode) == (said, asked, 1 if said else 0)


@pytest.mark.parametrize("old", [[FORM], [FILE_FORM], [FORM, FILE_FORM]])
def test_old_forms_are_proposed_as_they_should_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], old: list[str]
) -> None:
    """In one proposal.  A form that is up to date, or that a hub does without, is left alone."""
    root = shutil.copytree(SMALL_HUB, tmp_path / "hub")
    (root / FORM).parent.mkdir(parents=True)
    for form in old:
        (root / form).write_text("name: Old\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["form_to_draft.py", str(tmp_path / "proposal.json")])

    assert form_to_draft.main(root) == 0

    additions = json.loads((tmp_path / "proposal.json").read_text(encoding="utf-8"))["additions"]
    assert [addition["path"] for addition in additions] == old
    for addition in additions:
        (root / addition["path"]).write_bytes(base64.b64decode(addition["contents"]))
    assert form_to_draft.main(root) == 0
    assert capsys.readouterr().out == "old=true\nold=false\n"


def test_a_text_that_github_would_refuse_is_cut(tmp_path: Path) -> None:
    write_proposal(tmp_path / "proposal.json", "story-7", "A story", "x" * 70_000, {"docs/a.md": b""})

    assert len(json.loads((tmp_path / "proposal.json").read_text(encoding="utf-8"))["body"]) == MAX_BODY


def test_a_rename_proposes_all_that_changes() -> None:
    title, _, changes = edit(SMALL_HUB, "rename", "clock-club", "clock-hands")

    assert title == "Rename an entry"
    assert set(changes) == {CLOCKS, "case_studies/clock-hands.md", "docs/learning-points/keep-enough-fixers.md"}
    assert changes[CLOCKS] is None


def test_a_taking_down_says_where_to_look_and_repeats_no_word_of_the_page() -> None:
    """Whoever asked for it would read it again in the pull request."""
    _, body, changes = edit(SMALL_HUB, "take down", "clock-club", "")

    assert b"withdrawn: " in (changes[CLOCKS] or b"")
    assert "- `docs/learning-points/keep-enough-fixers.md`, line 14\n" in body
    assert "clock" not in body.casefold()
    assert "What stays" in body


def test_what_cannot_be_done_is_an_error_of_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(edit_to_draft, "ROOT", SMALL_HUB)
    monkeypatch.setattr(sys, "argv", ["edit_to_draft.py", str(tmp_path / "proposal.json")])
    for name, value in {"WHAT": "rename", "PAGE": " clock-clab ", "NEW": "x", "GITHUB_RUN_ID": "7"}.items():
        monkeypatch.setenv(name, value)

    assert edit_to_draft.main() == 1
    assert capsys.readouterr().out == '::error::There is no entry clock-clab. Did you mean "clock-club"?\n'
    with pytest.raises(CannotBeDoneError):
        edit(SMALL_HUB, "rename", "clock-club", "../x y")
