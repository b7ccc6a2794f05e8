"""The editor's settings can be read, and its task finds the lines that the check names."""

import json
import re
from typing import Any

import pytest

from ideas_hub.checks import reports
from ideas_hub.problem import Problem
from tests.conftest import ROOT

FILES = (".vscode/settings.json", ".vscode/tasks.json", ".devcontainer/devcontainer.json")


def read(file: str) -> Any:
    rows = (ROOT / file).read_text(encoding="utf-8").split("\n")
    return json.loads("\n".join(row for row in rows if not row.startswith("//")))


@pytest.mark.parametrize("file", FILES)
def test_each_file_of_settings_can_be_read(file: str) -> None:
    assert read(file)


def test_the_task_runs_the_check_and_finds_its_lines() -> None:
    """The pattern takes a line of the check apart into file, line and message."""
    task = next(task for task in read(".vscode/tasks.json")["tasks"] if task["command"] == "scripts/check")
    printed = reports.text_report(
        [Problem("case_studies/soldering.md", 7, "it is missing.", field="title", fix="Add a line.")]
    )

    found = re.findall(task["problemMatcher"]["pattern"]["regexp"], printed, re.MULTILINE)

    assert found == [("case_studies/soldering.md", "7", "title: it is missing.")]


def test_the_tasks_commands_are_there() -> None:
    assert [
        task["command"] for task in read(".vscode/tasks.json")["tasks"] if not (ROOT / task["command"]).is_file()
    ] == []
