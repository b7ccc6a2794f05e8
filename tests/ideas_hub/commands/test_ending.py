"""ideas_hub/commands/ending.py: a command that is stopped, or that the system fails, ends with one line."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ideas_hub.commands.ending import ended, reason, uninterrupted
from tests.conftest import ROOT
from tests.site.signalling import signalled

AS_A_PROGRAM = "import runpy; runpy.run_module('ideas_hub.commands.{}', run_name='__main__')"
ON_A_HUB = """
from pathlib import Path
from ideas_hub.commands import ending, {0}
ending.end_at_ctrl_c()
raise SystemExit({0}.main({1}, Path({2!r})))
"""


def run(code: str, answers: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code]
    settings = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, env=settings, input=answers, capture_output=True, text=True, check=False, start_new_session=True
    )


@pytest.mark.parametrize("command", ["check", "new", "clean_photo"])
def test_ctrl_c_while_modules_are_imported_ends_a_command_with_a_word(command: str) -> None:
    program = run(signalled("import", "ideas_hub.problem") + AS_A_PROGRAM.format(command))

    assert (program.returncode, program.stdout, program.stderr) == (130, "", "\nStopped.\n")


@pytest.mark.parametrize("file", ["case_studies/soldering.md", "docs/themes/", "published.csv"])
def test_ctrl_c_while_a_check_reads_ends_it_with_a_word(hub_root: Path, file: str) -> None:
    program = run(signalled(("open", "os.listdir", "os.scandir"), file) + ON_A_HUB.format("check", [], str(hub_root)))

    assert (program.returncode, program.stdout, program.stderr) == (130, "", "\nStopped.\n")


WORKERS = """
import os, signal
from ideas_hub.commands import ending
from ideas_hub.engine import parallel
ending.end_at_ctrl_c()
parallel.worker_count = lambda: 3
parallel.run_all([lambda: os.kill(0, signal.SIGINT)] * 100)
"""


def test_ctrl_c_reaches_workers_without_a_word_of_theirs() -> None:
    program = run(WORKERS)

    assert (program.returncode, program.stdout, program.stderr) == (130, "", "\nStopped.\n")


def test_ctrl_c_while_questions_are_asked_keeps_the_answers(root: Path) -> None:
    """And the checks that follow can be stopped like any other."""
    again = signalled("builtins.input", "", 2) + ON_A_HUB.format("new", ["case-study"], str(root))
    program = run(again, "Lamps\n")

    assert "Traceback" not in program.stderr
    assert "Stopped. What you answered so far is kept." in program.stderr
    assert "title: Lamps" in (root / "case_studies/lamps.md").read_text(encoding="utf-8")


@pytest.fixture
def answered() -> Iterator[None]:
    """Ctrl+C as Python answers it: a shell that starts the tests in the background has them ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("answered")
def test_ctrl_c_waits_until_a_file_is_written() -> None:
    written = []

    def write() -> None:
        with uninterrupted():
            signal.raise_signal(signal.SIGINT)
            written.append("all of it")

    with pytest.raises(KeyboardInterrupt):
        write()
    assert written == ["all of it"]


def test_what_the_system_refuses_is_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    missing = tmp_path / "missing"

    assert ended(lambda _: len(missing.read_text(encoding="utf-8"))) == 1
    assert capsys.readouterr().err == f"{missing}: No such file or directory.\n"
    assert reason(ChildProcessError("A process was ended")) == "A process was ended"


def test_a_reader_who_has_had_enough_is_told_nothing_more() -> None:
    """As `scripts/check | head -1`."""
    code = "from ideas_hub.commands.ending import ended; ended(lambda _: len(print('a' * 100_000) or ''))"
    program = subprocess.run(
        ["sh", "-c", f'{sys.executable} -c "{code}" | head -c 1'], capture_output=True, text=True, check=False, cwd=ROOT
    )

    assert (program.stdout, program.stderr) == ("a", "")
