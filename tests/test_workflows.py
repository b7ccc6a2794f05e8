"""What runs on GitHub: what it may do, what it waits for, and who hears of it.  No test here needs GitHub."""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from issue_to_draft import Why

from ideas_hub.drafting.issue_form import FILE_FORM, FORM
from tests.conftest import ROOT

FOLDER = ROOT / ".github/workflows"
PINNED = re.compile(r"(?:actions|github)/[\w-]+(?:/[\w-]+)?@[0-9a-f]{40}")
UNTRUSTED = re.compile(r"\$\{\{[^}]*\b(?:title|body|label|login|email|head_ref|head\.ref|name|message)\b[^}]*\}\}")
LOCAL = "./.github/workflows/"
MAX_ROWS = 6
"""Longer scripts belong in scripts/lib, where they can be tested."""


def read(path: str) -> dict[str, Any]:
    """Return a YAML file of the repository; every scalar stays text, and so does "on"."""
    values: dict[str, Any] = yaml.load((ROOT / path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return values


WORKFLOWS = {path.name: read(f".github/workflows/{path.name}") for path in sorted(FOLDER.glob("*.yml"))}
JOBS = {(file, job): values for file, workflow in WORKFLOWS.items() for job, values in workflow["jobs"].items()}
OWN_JOBS = {key: job for key, job in JOBS.items() if "uses" not in job}
SCHEDULED = [file for file, workflow in WORKFLOWS.items() if "schedule" in workflow["on"]]
FORMS = sorted(path.name for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml"))

each_job = pytest.mark.parametrize("key", JOBS, ids="-".join)
each_own_job = pytest.mark.parametrize("key", OWN_JOBS, ids="-".join)
each_scheduled = pytest.mark.parametrize("file", SCHEDULED)


def permissions_of(key: tuple[str, str]) -> dict[str, str]:
    """Return what a job's token may do."""
    file, _ = key
    given: dict[str, str] | str = JOBS[key].get("permissions", WORKFLOWS[file]["permissions"])
    return given or {} if isinstance(given, dict) else {}


def commands_of(job: dict[str, Any]) -> str:
    return "\n".join(step["run"] for step in job.get("steps", []) if "run" in step)


def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it() -> None:
    """A tag can be moved to other code; a commit cannot.  Dependabot reads the version."""
    for path in FOLDER.glob("*.yml"):
        for action, rest in re.findall(r"uses: (\S+)(.*)", path.read_text(encoding="utf-8")):
            assert action.startswith(LOCAL) or (PINNED.fullmatch(action) and re.fullmatch(r" # v\d+\.\d+\.\d+", rest))


def test_every_action_has_one_version() -> None:
    """Two of one would be an update that was forgotten."""
    used = {
        step["uses"].split("@")[0]: set[str]() for job in OWN_JOBS.values() for step in job["steps"] if "uses" in step
    }
    for job in OWN_JOBS.values():
        for step in job["steps"]:
            if "uses" in step:
                used[step["uses"].split("@")[0]].add(step["uses"])

    assert [versions for versions in used.values() if len(versions) > 1] == []


@each_own_job
def test_every_job_has_a_name_and_an_end(key: tuple[str, str]) -> None:
    """Without a limit a job that hangs takes six hours."""
    job = OWN_JOBS[key]

    assert job["name"]
    assert int(job["timeout-minutes"]) <= 60


@pytest.mark.parametrize("file", WORKFLOWS)
def test_every_token_begins_with_reading_or_nothing(file: str) -> None:
    """What a job may do beyond that, it says itself."""
    assert WORKFLOWS[file]["permissions"] in ("", {}, {"contents": "read"})
    assert "pull_request_target" not in WORKFLOWS[file]["on"]


@each_job
def test_a_pull_request_runs_with_a_token_that_changes_nothing(key: tuple[str, str]) -> None:
    """Its code is anybody's.  CodeQL, which runs none of it, may show what it found."""
    if "pull_request" in WORKFLOWS[key[0]]["on"] and "'schedule'" not in JOBS[key].get("if", ""):
        writes = {name for name, access in permissions_of(key).items() if access != "read"}
        assert writes <= (set() if commands_of(JOBS[key]) else {"security-events"})


@each_own_job
def test_a_job_that_checks_out_the_repository_may_read_it_and_keeps_no_token(key: tuple[str, str]) -> None:
    checkouts = [step for step in OWN_JOBS[key]["steps"] if step.get("uses", "").startswith("actions/checkout@")]

    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)
    assert not checkouts or permissions_of(key)["contents"] == "read"


@each_own_job
def test_no_expression_is_pasted_into_a_command(key: tuple[str, str]) -> None:
    """The shell would read what somebody typed; the event's file has titles and texts."""
    for step in OWN_JOBS[key]["steps"]:
        assert "${{" not in step.get("run", "")
        assert not UNTRUSTED.search(json.dumps(step.get("with", {})) + json.dumps(step.get("env", {})))


@each_own_job
def test_a_long_script_stands_where_it_can_be_tested(key: tuple[str, str]) -> None:
    for step in OWN_JOBS[key]["steps"]:
        if key != ("propose.yml", "propose"):  # which is to run nothing of the repository
            assert step.get("run", "").strip().count("\n") < MAX_ROWS


@each_own_job
def test_every_command_of_the_repository_is_there(key: tuple[str, str]) -> None:
    for command in re.findall(r"(?<![\w/])scripts/[\w./-]+", commands_of(OWN_JOBS[key])):
        assert (ROOT / command).is_file(), command


def test_code_goes_online_after_all_checks_and_content_after_its_own() -> None:
    """The checks are left out only where scope has said so; the build's own check never is."""
    jobs = WORKFLOWS["publish.yml"]["jobs"]
    build = [step["run"] for step in jobs["build"]["steps"] if "run" in step]

    assert jobs["checks"]["uses"] == f"{LOCAL}checks.yml"
    assert jobs["checks"]["if"] == "needs.scope.outputs.tests == 'true'"
    assert jobs["scope"]["outputs"] == {name: f"${{{{ steps.scope.outputs.{name} }}}}" for name in ("online", "tests")}
    assert set(jobs["deploy"]["needs"]) == {"scope", "checks", "build"}
    assert " ".join(jobs["deploy"]["if"].split()) == (
        "!cancelled() && github.ref == 'refs/heads/main' && needs.build.result == 'success' "
        "&& (needs.checks.result == 'success' || needs.scope.outputs.tests == 'false')"
    )
    assert build == ['scripts/check --format github --since "$SINCE"', "scripts/lib/pipeline/build.sh site"]


def test_the_build_waits_for_no_tests() -> None:
    """So a page is off the site within minutes: only what is online is looked up first."""
    jobs = WORKFLOWS["publish.yml"]["jobs"]

    assert jobs["build"]["needs"] == "scope"
    assert "needs" not in jobs["scope"]


@pytest.mark.parametrize(
    ("key", "commit"),
    [
        (("checks.yml", "content"), "${{ github.event.pull_request.base.sha }}"),
        (("publish.yml", "build"), "${{ needs.scope.outputs.online }}"),
    ],
)
def test_the_content_is_compared_with_what_is_published(key: tuple[str, str], commit: str) -> None:
    """So that no address is lost; git needs its whole history for it."""
    steps = OWN_JOBS[key]["steps"]
    (check,) = [step for step in steps if "scripts/check" in step.get("run", "")]

    assert check["run"] == 'scripts/check --format github --since "$SINCE"'
    assert check["env"] == {"SINCE": commit}
    assert steps[0]["with"]["fetch-depth"] == "0"


def test_the_site_to_look_at_is_the_copy_that_opens_without_a_server() -> None:
    job = OWN_JOBS["checks.yml", "content"]
    (kept,) = [step["with"] for step in job["steps"] if "upload-artifact" in step.get("uses", "")]

    assert '--offline-copy "$RUNNER_TEMP/site.zip"' in commands_of(job)
    assert (kept["name"], kept["path"]) == ("site", "${{ runner.temp }}/site")


def test_sites_go_online_one_at_a_time_and_never_an_older_one_last() -> None:
    deploy = WORKFLOWS["publish.yml"]["jobs"]["deploy"]
    steps = [step.get("run") or step["uses"].split("@")[0] for step in deploy["steps"]]

    assert deploy["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}
    assert steps.index("scripts/lib/pipeline/refuse_older.sh") < steps.index("actions/deploy-pages")
    assert permissions_of(("publish.yml", "deploy"))["deployments"] == "read"


def test_what_is_online_is_signed_by_a_job_that_runs_none_of_our_code() -> None:
    attest = WORKFLOWS["publish.yml"]["jobs"]["attest"]
    signed = [step["with"] for step in attest["steps"] if step["uses"].startswith("actions/attest@")]

    assert "deploy" in attest["needs"]
    assert commands_of(attest) == ""
    assert signed == [{"subject-path": "SHA256SUMS"}, {"subject-path": "SHA256SUMS", "sbom-path": "sbom.json"}]


@each_scheduled
def test_every_scheduled_run_says_what_failed_and_keeps_its_schedule(file: str) -> None:
    """Whatever became of its other jobs: GitHub tells nobody, and stops schedules after sixty quiet days."""
    jobs = WORKFLOWS[file]["jobs"]
    (name, report), *_ = [(name, job) for name, job in jobs.items() if job.get("uses") == f"{LOCAL}report.yml"]
    needs = [report["needs"]] if isinstance(report["needs"], str) else report["needs"]

    assert set(needs) == set(jobs) - {name}
    assert "always()" in report["if"]
    assert report["permissions"] == {"actions": "write", "contents": "read", "issues": "write"}
    assert "needs" in report["with"]["failed"]
    assert report["with"]["means"]


def test_the_report_may_do_what_its_callers_grant() -> None:
    assert permissions_of(("report.yml", "report")) == {"actions": "write", "contents": "read", "issues": "write"}


def test_packages_are_asked_about_each_week() -> None:
    weekly = WORKFLOWS["security.yml"]

    assert [len(time["cron"].split()) for time in weekly["on"]["schedule"]] == [5]
    assert commands_of(weekly["jobs"]["packages"]) == "scripts/audit"


@pytest.mark.parametrize("form", FORMS)
def test_the_label_of_every_form_is_made_by_a_workflow(form: str) -> None:
    """GitHub gives no label that does not exist, and then no draft is made."""
    labels = WORKFLOWS["publish.yml"]["jobs"]["labels"]

    assert permissions_of(("publish.yml", "labels")) == {"issues": "write"}
    assert "if" not in labels
    for label in read(f".github/ISSUE_TEMPLATE/{form}")["labels"]:
        assert f"gh label create {label} --force" in commands_of(labels)


def test_the_forms_give_the_labels_that_a_workflow_waits_for() -> None:
    labels = [read(form)["labels"] for form in (FORM, FILE_FORM)]
    waits = " || ".join(f"github.event.label.name == '{label}'" for (label,) in labels)

    assert WORKFLOWS["story.yml"]["jobs"]["draft"]["if"] == waits


@pytest.mark.parametrize("why", [*Why, "", "$(id)"])
def test_where_no_draft_is_made_the_issue_gets_an_answer_of_fixed_words(tmp_path: Path, why: str) -> None:
    """The job that may comment runs none of our code, and sees nothing that was typed or attached."""
    jobs = WORKFLOWS["story.yml"]["jobs"]
    (step,) = jobs["answer"]["steps"]
    known = {name: value for name, value in step["env"].items() if "${{" in value}
    words = {name: value for name, value in step["env"].items() if name not in known}
    gh = tmp_path / "gh"
    gh.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', encoding="utf-8")
    gh.chmod(0o755)
    environment = {
        **words,
        "WHY": why,
        "ISSUE": "7",
        "RUN": "https://run.example",
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
    }
    run = subprocess.run(["bash", "-e", "-c", step["run"]], env=environment, capture_output=True, text=True, check=True)

    assert permissions_of(("story.yml", "answer")) == {"issues": "write"}
    assert known["WHY"] == "${{ needs.draft.outputs.why }}"
    assert set(known) == {"GH_TOKEN", "GH_REPO", "ISSUE", "WHY", "RUN"}
    said = words.get(why.upper(), words["FAILED"])
    assert run.stdout == f"issue\ncomment\n7\n--body\n{said} {'' if why == Why.NOTHING else 'https://run.example'}\n"


def test_an_issue_gets_a_pull_request_or_an_answer() -> None:
    """And an answer also where making the drafts failed."""
    jobs = WORKFLOWS["story.yml"]["jobs"]
    (kept,) = [step for step in jobs["draft"]["steps"] if "upload-artifact" in step.get("uses", "")]

    assert kept["if"] == "steps.drafts.outputs.why == ''"
    assert jobs["propose"]["if"] == "needs.draft.outputs.why == ''"
    assert " ".join(jobs["answer"]["if"].split()) == (
        "!cancelled() && needs.draft.result != 'skipped' "
        "&& (needs.draft.result != 'success' || needs.draft.outputs.why != '')"
    )
    assert permissions_of(("story.yml", "draft")) == {"contents": "read"}
    assert "secrets" not in (FOLDER / "story.yml").read_text(encoding="utf-8")


def test_the_check_that_the_settings_ask_for_always_runs_and_waits_for_all_others() -> None:
    """A check that never comes lets nothing in, and GitHub takes one that is left out for one that passed."""
    settings = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Settings on GitHub")[1]
    jobs = WORKFLOWS["checks.yml"]["jobs"]

    assert re.findall(r"^   - `(.*)`$", settings, re.MULTILINE) == [jobs["passed"]["name"]]
    assert jobs["passed"]["if"] == "always()"
    assert set(jobs["passed"]["needs"]) == set(jobs) - {"passed"}


@pytest.mark.parametrize(
    ("content_only", "results", "status"),
    [
        ("false", "success success success", 0),
        ("true", "success success skipped", 0),
        ("true", "success success success", 0),
        ("false", "success success skipped", 1),
        ("", "failure success skipped", 1),
        ("", "success success skipped", 1),
        ("true", "success failure skipped", 1),
        ("true", "success cancelled skipped", 1),
        ("true", "skipped success failure", 1),
        ("false", "failure success success", 1),
        ("true", "", 1),
    ],
)
def test_it_passes_if_all_others_did_or_may_be_left_out(content_only: str, results: str, status: int) -> None:
    """They may only where it is known that content alone differs."""
    (step,) = WORKFLOWS["checks.yml"]["jobs"]["passed"]["steps"]
    assert step["env"] == {
        "CONTENT_ONLY": "${{ needs.scope.outputs.content_only }}",
        "RESULTS": "${{ join(needs.*.result, ' ') }}",
    }
    environment = {"CONTENT_ONLY": content_only, "RESULTS": results, "PATH": os.environ["PATH"]}
    run = subprocess.run(["bash", "-e", "-c", step["run"]], env=environment, stdout=subprocess.DEVNULL, check=False)

    assert run.returncode == status


def test_content_waits_for_its_own_tests_and_not_for_those_of_the_code() -> None:
    """Its check, its site and what changes in it wait for nothing at all."""
    jobs = WORKFLOWS["checks.yml"]["jobs"]
    left_out = {name for name, job in jobs.items() if job.get("if") == "needs.scope.outputs.content_only != 'true'"}
    (tests,) = [step for step in jobs["tests"]["steps"] if "run" in step]
    (scope,) = [step for step in jobs["scope"]["steps"] if "run" in step]

    assert left_out == {"pythons", "coverage", "fuzz"}
    assert {name for name, job in jobs.items() if "if" in job} == {*left_out, "passed"}
    assert {name for name, job in jobs.items() if job.get("needs") == "scope"} == {*left_out, "tests"}
    assert "needs" not in jobs["content"]
    assert tests["run"] == 'scripts/test "$PART"'
    assert tests["env"] == {"PART": "${{ needs.scope.outputs.content_only == 'true' && 'content' || 'all' }}"}
    assert 'content_only.py "$BEFORE" "$GITHUB_SHA"' in scope["run"]
    assert scope["env"] == {"BEFORE": "${{ github.event.pull_request.base.sha }}"}
    assert jobs["scope"]["outputs"] == {"content_only": "${{ steps.scope.outputs.content_only }}"}


def test_a_pull_request_says_what_changes_for_readers() -> None:
    (said,) = [step for step in OWN_JOBS["checks.yml", "content"]["steps"] if "changes.sh" in step.get("run", "")]

    assert said["run"] == 'scripts/lib/pipeline/changes.sh "$BEFORE" site >>"$GITHUB_STEP_SUMMARY"'
    assert said["env"] == {"BEFORE": "${{ github.event.pull_request.base.sha }}"}
    assert said["if"] == "github.event_name == 'pull_request'"


def test_every_workflow_that_needs_settings_says_where_they_are() -> None:
    for file in ("propose.yml", "publish.yml", "report.yml"):
        assert '"Settings on GitHub" in CONTRIBUTING.md' in (FOLDER / file).read_text(encoding="utf-8")


def test_updates_are_proposed_for_all_that_is_pinned() -> None:
    updates = read(".github/dependabot.yml")["updates"]

    assert [(update["package-ecosystem"], update["directory"]) for update in updates] == [
        ("github-actions", "/"),
        ("pip", "/requirements"),
        ("docker", "/.devcontainer"),
    ]
    assert list((ROOT / "requirements").glob("*.txt"))
    assert re.search(
        r"^FROM python:3\.\d+-\w+@sha256:[0-9a-f]{64}$",
        (ROOT / ".devcontainer/Dockerfile").read_text(encoding="utf-8"),
        re.MULTILINE,
    )


def test_architecture_lists_every_workflow() -> None:
    rows = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split("## What runs on GitHub")[1].split("\n## ")[0]

    assert sorted(re.findall(r"^\| `(\S+\.yml)`", rows, re.MULTILINE)) == sorted(WORKFLOWS)
