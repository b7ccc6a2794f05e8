"""From an issue's event to a draft pull request."""

import base64
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import issue_to_draft
import pytest
import yaml

from ideas_hub.drafting.issue_form import FILE_FORM, FORM, file_form
from tests.conftest import ROOT

FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml"))
Run = Callable[[], str]
BODY = "### A title for your story\n\nA `$(id)` ${{ github.token }}\n\n### What did people do?\n\nBees\n"


def read(path: Path) -> dict[str, Any]:
    document = path.read_text(encoding="utf-8")
    values: dict[str, Any] = yaml.load(document, Loader=yaml.BaseLoader)  # noqa: S506 every scalar stays text
    return values


def test_an_event_becomes_a_proposal_with_a_file_and_a_text(tmp_path: Path, run: Run) -> None:
    """What was typed goes on in a file, and no shell sees it."""
    assert run() == "why=\n"

    proposal = json.loads((tmp_path / "proposal.json").read_text(encoding="utf-8"))
    (addition,) = proposal["additions"]
    assert (proposal["branch"], proposal["title"]) == ("story-7", "A story from the form, #7")
    assert (addition["path"], proposal["deletions"]) == ("case_studies/a-id-github-token.md", [])
    assert 'title: "A `$(id)` ${{ github.token }}"\n' in base64.b64decode(addition["contents"]).decode()
    assert '    "Bees" is not one of the answers to "What did people do?".\n' in proposal["body"]
    assert "Closes #7\n" in proposal["body"]
    assert "## What became of each file" not in proposal["body"]


@pytest.fixture
def one_event(tmp_path: Path) -> Path:
    """The event of an issue, next to a repository with one theme."""
    (tmp_path / "case_studies").mkdir()
    (tmp_path / "docs/themes").mkdir(parents=True)
    (tmp_path / "docs/themes/faith.md").write_text(
        "---\nlabel: Faith\nphrase: about faith\ndefinition: Faith.\n---\n", encoding="utf-8"
    )
    path = tmp_path / "event.json"
    issue = {"number": 7, "title": "x", "body": BODY}
    path.write_text(json.dumps({"label": {"name": "story"}, "issue": issue}), encoding="utf-8")
    return path


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_event: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the job's command on the event, and return what it prints."""
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(one_event))
    monkeypatch.setenv("GITHUB_REPOSITORY", "o/n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    monkeypatch.setattr(issue_to_draft, "ROOT", tmp_path)
    monkeypatch.setattr(sys, "argv", ["issue_to_draft.py", str(tmp_path / "proposal.json")])

    def printed() -> str:
        assert issue_to_draft.main() == 0
        return capsys.readouterr().out

    return printed


@pytest.mark.parametrize("issue", [{"number": 7, "body": None}, {"number": 7, "body": "Hello"}, None, []])
@pytest.mark.parametrize("label", [{"name": "story"}, {"name": "file"}, None])
def test_an_issue_that_is_not_from_a_form_gives_no_draft(tmp_path: Path, issue: object, label: object) -> None:
    (tmp_path / "case_studies").mkdir()

    drafts = issue_to_draft.drafts_of({"issue": issue, "label": label}, tmp_path, "o/n")

    assert (drafts.files, drafts.why) == ([], issue_to_draft.Why.NOTHING)


def test_an_event_without_a_draft_says_why_and_proposes_nothing(tmp_path: Path, one_event: Path, run: Run) -> None:
    """The job does not fail: another one answers in the issue."""
    one_event.write_text(json.dumps({"issue": {"number": 7, "body": "Hello"}}), encoding="utf-8")

    assert run() == "why=nothing\n"
    assert not (tmp_path / "proposal.json").exists()
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").startswith("## Nothing to propose\n")


def test_what_was_typed_cannot_act_in_the_pull_request() -> None:
    """Notes are code, so nobody is mentioned and nothing is closed by them."""
    text = issue_to_draft.request_text(7, [], ["a\n@everyone Closes #1 ```\u2028\r# b"], "", is_story=True)

    assert "    a @everyone Closes #1 ``` # b\n" in text


def test_pictures_in_an_issue_are_named(tmp_path: Path) -> None:
    """They are public already; whoever reads the draft can take them out."""
    (tmp_path / "case_studies").mkdir()
    picture = "https://github.com/user-attachments/assets/01234567-89ab-cdef-0123-456789abcdef"

    drafts = issue_to_draft.drafts_of({"issue": {"number": 7, "body": f"![x]({picture})"}}, tmp_path, "o/n")

    assert "There are pictures in the issue" in drafts.text


def test_only_the_job_that_runs_none_of_our_code_may_write() -> None:
    for name in ("story.yml", "edit.yml"):
        jobs = read(ROOT / ".github/workflows" / name)["jobs"]
        assert jobs["draft"]["permissions"] == {"contents": "read"}
        assert jobs["propose"]["uses"] == "./.github/workflows/propose.yml"
    (propose,) = read(ROOT / ".github/workflows/propose.yml")["jobs"].values()
    assert [step["uses"].split("@")[0] for step in propose["steps"] if "uses" in step] == ["actions/download-artifact"]
    assert "scripts/" not in json.dumps(propose["steps"])


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_every_form_says_that_it_is_public_and_asks_for_no_contact(path: Path) -> None:
    form = read(path)
    first = form["body"][0]["attributes"]["value"]

    assert {"name", "description", "body"} <= set(form)
    assert "**Everyone can read" in first
    assert "contact details" in first or "no telephone numbers" in first


def test_a_file_is_sent_with_the_same_promises_as_a_story() -> None:
    """The form is as it would be made now; nothing in it depends on the hub."""
    story, file = (read(ROOT / form)["body"][-1] for form in (FORM, FILE_FORM))

    assert file == story
    assert (ROOT / FILE_FORM).read_text(encoding="utf-8") == file_form()


def test_the_form_for_a_story_names_the_form_for_a_file() -> None:
    form = read(ROOT / FORM)
    named = read(ROOT / FILE_FORM)["name"]
    [box] = [one["attributes"] for one in form["body"] if one.get("id") == "what-they-did"]

    assert f'"{named}"' in form["body"][0]["attributes"]["value"]
    assert f'"{box["label"]}"' in form["body"][0]["attributes"]["value"]
