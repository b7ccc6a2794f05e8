"""The editor's settings can be read, and its task finds every message of the check, and nothing else."""

import json
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from ideas_hub.commands import check
from ideas_hub.drafting.issue_form import FORM
from ideas_hub.problem import printable
from tests.conftest import ROOT, SMALL_HUB

FILES = (".vscode/settings.json", ".vscode/tasks.json", ".devcontainer/devcontainer.json")
STUDY = "case_studies/soldering.md"


def read(file: str) -> Any:
    rows = (ROOT / file).read_text(encoding="utf-8").split("\n")
    return json.loads("\n".join(row for row in rows if not row.startswith("//")))


@pytest.mark.parametrize("file", FILES)
def test_each_file_of_settings_can_be_read(file: str) -> None:
    assert read(file)


def listed(printed: str) -> "Counter[tuple[str, str, str]]":
    """Return what the editor lists under "Problems": (file, line, message); the line is "" where it needs none.

    It gives each row to the first matcher that takes it.
    """
    task = next(task for task in read(".vscode/tasks.json")["tasks"] if task["command"] == "scripts/check")
    patterns = [matcher["pattern"] for matcher in task["problemMatcher"]]
    assert all("line" in pattern or pattern["kind"] == "file" for pattern in patterns)
    found: Counter[tuple[str, str, str]] = Counter()
    for row in printed.split("\n"):
        for pattern in patterns:
            if match := re.search(pattern["regexp"], row):
                line = match[pattern["line"]] if "line" in pattern else ""
                found[match[pattern["file"]], line, match[pattern["message"]]] += 1
                break
    return found


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A repository with mistakes of many kinds, in every place that the check names."""
    root = shutil.copytree(SMALL_HUB, tmp_path / "hub")
    study = root / STUDY
    text = study.read_text(encoding="utf-8").replace("region: north-wales", "region: north: wales")
    study.write_text(f"{text}\nRing Jo on 07700 900123: [click here](nowhere.md).\n", encoding="utf-8")
    (root / "case_studies/Our walk (2), ünïcode.md").write_text("no facts", encoding="utf-8")
    (root / "case_studies/07700 900123.txt").write_text("x", encoding="utf-8")
    (root / "docs/loop").symlink_to("..")
    (root / "docs/shortlist.md").unlink()
    (root / "docs/themes/lonely.png").write_bytes(b"x")
    (root / "overrides").mkdir()
    (root / "overrides/link.html").symlink_to("/etc/hostname")
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("https://forms", "http://forms"), encoding="utf-8")
    (root / "published.csv").write_text("number\n", encoding="utf-8")
    return root


def test_the_task_finds_every_message_of_the_check_and_nothing_else(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a line or without; headings, advice and the last line are none."""
    assert check.main([], faulty) == 1
    problems = check.problems_in(faulty, [])

    assert listed(capsys.readouterr().out) == Counter(
        (printable(one.file), str(one.line or ""), printable(one.full_message)) for one in problems
    )
    assert {one.file.partition("/")[0] for one in problems} == {
        *("case_studies", "docs", "overrides", "mkdocs.yml", "published.csv")
    }
    assert {bool(one.line) for one in problems} == {True, False}


def test_the_task_finds_the_form_that_waits_until_nothing_must_be_fixed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = shutil.copytree(SMALL_HUB, tmp_path / "hub")
    (root / FORM).parent.mkdir(parents=True)
    (root / FORM).write_text("old: form\n", encoding="utf-8")

    assert check.main([], root) == 0
    assert FORM in {file for file, _, _ in listed(capsys.readouterr().out)}


def test_what_a_command_says_while_it_sets_itself_up_is_no_problem() -> None:
    rows = re.findall(r'say "(.*)"', (ROOT / "scripts/lib/environment.sh").read_text(encoding="utf-8"))

    assert rows
    assert listed("\n".join(rows)) == Counter()


def test_the_tasks_commands_are_there() -> None:
    tasks = {task["label"]: task["command"] for task in read(".vscode/tasks.json")["tasks"]}

    assert [command for command in tasks.values() if not (ROOT / command).is_file()] == []
    assert {"scripts/check", "scripts/serve", "scripts/new"} <= set(tasks.values())
