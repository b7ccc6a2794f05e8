"""ideas_hub/commands/register.py: each new entry gets its number, and nothing else changes."""

from pathlib import Path

import pytest

from ideas_hub.commands.register import main
from ideas_hub.model.register import REGISTER_FILE
from tests.ideas_hub.conftest import CASE_STUDY, FILES

REGISTER = FILES[REGISTER_FILE]
HIGHEST = max(int(row.split(",")[0]) for row in REGISTER.splitlines()[1:])


def read(root: Path) -> str:
    return (root / REGISTER_FILE).read_text(encoding="utf-8")


def test_a_new_entry_gets_the_next_number(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "case_studies/zither.md").write_text(CASE_STUDY.replace("Soldering", "Zithers"), encoding="utf-8")

    assert main(root) == 0

    assert read(root) == f"{REGISTER}{HIGHEST + 1},case-studies,zither,case-studies/zither/\n"
    rows = len(REGISTER.splitlines())
    assert capsys.readouterr().err == f"1 added, {rows} in published.csv.\n"


def test_with_no_new_entry_the_register_stays_as_it_is(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(root) == 0

    assert read(root) == REGISTER
    assert capsys.readouterr().err.startswith("0 added, ")


def test_a_renamed_entry_keeps_its_number(root: Path) -> None:
    """Its new address is added; the short address that people have on paper leads to it."""
    (root / "case_studies/soldering.md").rename(root / "case_studies/torches.md")
    text = CASE_STUDY.replace("published:", "redirect_from: [soldering]\npublished:")
    (root / "case_studies/torches.md").write_text(text, encoding="utf-8")

    assert main(root) == 0

    assert read(root) == f"{REGISTER}10,case-studies,torches,case-studies/torches/\n"


def test_a_new_hub_s_register_gets_all_entries(root: Path) -> None:
    (root / REGISTER_FILE).write_text("number,kind,id,address\n", encoding="utf-8")

    assert main(root) == 0

    rows = read(root).splitlines()
    assert rows[0] == "number,kind,id,address"
    assert [row.split(",")[0] for row in rows[1:]] == [str(number) for number in range(1, 11)]


def test_a_lost_register_is_not_made_anew(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Entries would get other numbers, and addresses of the past would be forgotten."""
    (root / REGISTER_FILE).unlink()

    assert main(root) == 1

    assert not (root / REGISTER_FILE).exists()
    assert capsys.readouterr().err.startswith(f"{REGISTER_FILE}: it is missing")


def test_a_register_with_mistakes_is_reported_and_left_alone(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damaged = f"{REGISTER}one,case-studies,zither,case-studies/zither/\n"
    (root / REGISTER_FILE).write_text(damaged, encoding="utf-8")

    assert main(root) == 1

    assert read(root) == damaged
    assert capsys.readouterr().err.startswith(f"{REGISTER_FILE}:{len(damaged.splitlines())}: ")
