"""From an issue's event to a draft pull request."""

import base64
import json
import sys
from pathlib import Path
from typing import Any

import issue_to_draft
import pytest
import yaml

from ideas_hub.drafting.draft import Draft
from tests.conftest import ROOT

FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml"))
BODY = "### A title for your story\n\nA `$(id)` ${{ github.token }}\n\n### What did people do?\n\nBees\n"


def read(path: Path) -> dict[str, Any]:
    document = path.read_text(encoding="utf-8")
    values: dict[str, Any] = yaml.load(document, Loader=yaml.BaseLoader)  # noqa: S506 every scalar stays text
    return values


def test_an_event_becomes_a_proposal_with_a_file_and_a_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_event: Path
) -> None:
    """What was typed goes on in a file, and no shell sees it."""
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(one_event))
    monkeypatch.setattr(issue_to_draft, "ROOT", tmp_path)
    monkeypatch.setattr(sys, "argv", ["issue_to_draft.py", str(tmp_path / "proposal.json")])

    assert issue_to_draft.main() == 0

    proposal = json.loads((tmp_path / "proposal.json").read_text(encoding="utf-8"))
    (addition,) = proposal["additions"]
    assert (proposal["branch"], proposal["title"]) == ("story-7", "A story from the form, #7")
    assert (addition["path"], proposal["deletions"]) == ("case_studies/a-id-github-token.md", [])
    assert 'title: "A `$(id)` ${{ github.token }}"\n' in base64.b64decode(addition["contents"]).decode()
    assert '    "Bees" is not one of the answers to "What did people do?".\n' in proposal["body"]
    assert "Closes #7\n" in proposal["body"]


@pytest.fixture
def one_event(tmp_path: Path) -> Path:
    """The event of an issue, next to a repository with one theme."""
    (tmp_path / "case_studies").mkdir()
    (tmp_path / "docs/themes").mkdir(parents=True)
    (tmp_path / "docs/themes/faith.md").write_text(
        "---\nlabel: Faith\nphrase: about faith\ndefinition: Faith.\n---\n", encoding="utf-8"
    )
    path = tmp_path / "event.json"
    path.write_text(json.dumps({"issue": {"number": 7, "title": "x", "body": BODY}}), encoding="utf-8")
    return path


@pytest.mark.parametrize("issue", [{"number": 7, "body": None}, {"number": 7, "body": "Hello"}, None, []])
def test_an_issue_that_is_not_from_the_form_gives_no_draft(tmp_path: Path, issue: object) -> None:
    (tmp_path / "case_studies").mkdir()

    assert issue_to_draft.story({"issue": issue}, tmp_path) is None


def test_an_event_without_a_draft_ends_the_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_event: Path
) -> None:
    one_event.write_text(json.dumps({"issue": {"number": 7, "body": "Hello"}}), encoding="utf-8")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(one_event))
    monkeypatch.setattr(issue_to_draft, "ROOT", tmp_path)

    assert issue_to_draft.main() == 1


def test_what_was_typed_cannot_act_in_the_pull_request() -> None:
    """Notes are code, so nobody is mentioned and nothing is closed by them."""
    text = issue_to_draft.request_text(Draft({}, "", ("a\n@everyone Closes #1 ```",)), 7, "")

    assert "    a @everyone Closes #1 ```\n" in text


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
