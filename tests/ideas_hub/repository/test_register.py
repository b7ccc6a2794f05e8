"""ideas_hub/repository/register.py: the file of numbered addresses, and what is wrong with it."""

import os
from pathlib import Path

import pytest

from ideas_hub.model.register import REGISTER_FILE, NumberedEntry, Register
from ideas_hub.problem import Severity
from ideas_hub.repository.register import read_register

HEADER = "number,kind,id\n"
SOLDERING = "case-studies,soldering\n"


def test_each_row_of_the_file_is_read_with_its_line(tmp_path: Path) -> None:
    """Two ids may share a number: an entry that was renamed."""
    (tmp_path / REGISTER_FILE).write_text(
        f"{HEADER}1,{SOLDERING}3,case-studies,van-on-tour\n3,case-studies,mending-van\n", encoding="utf-8"
    )
    register, problems = read_register(tmp_path)

    assert problems == []
    assert register.rows == (
        NumberedEntry(1, "case-studies", "soldering", 2),
        NumberedEntry(3, "case-studies", "van-on-tour", 3),
        NumberedEntry(3, "case-studies", "mending-van", 4),
    )


def test_a_register_of_one_line_is_that_of_a_new_hub(tmp_path: Path) -> None:
    (tmp_path / REGISTER_FILE).write_text(HEADER, encoding="utf-8")

    assert read_register(tmp_path) == (Register(), [])


@pytest.mark.parametrize("there", ["nothing", "a folder", "a link", "a pipe"])
def test_without_the_register_nothing_is_published(tmp_path: Path, there: str) -> None:
    """Every old address would vanish, and nobody would be told."""
    path = tmp_path / REGISTER_FILE
    if there == "a folder":
        path.mkdir()
    elif there == "a link":
        (tmp_path / "other.csv").write_text(HEADER, encoding="utf-8")
        path.symlink_to("other.csv")
    elif there == "a pipe":
        os.mkfifo(path)
    register, (problem,) = read_register(tmp_path)

    assert register == Register()
    assert problem.severity is Severity.MUST_FIX
    assert (there == "nothing") == problem.message.startswith("it is missing")
    if there == "nothing":
        assert f"git checkout {REGISTER_FILE}" in problem.fix
        assert HEADER.strip() in problem.fix


def test_a_byte_order_mark_and_an_empty_line_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / REGISTER_FILE).write_bytes(b"\xef\xbb\xbf" + f"{HEADER}\n1,{SOLDERING}".encode())
    register, problems = read_register(tmp_path)
    assert ([row.line for row in register.rows], problems) == ([3], [])


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("number,id\n1,soldering\n", 'the first line is not "number,kind,id".'),
        ("", 'the first line is not "number,kind,id".'),
        (f"{HEADER}one,{SOLDERING}", 'the number "one" is not a whole number from 1.'),
        (f"{HEADER}0,{SOLDERING}", 'the number "0" is not a whole number from 1.'),
        (f"{HEADER}²,{SOLDERING}", 'the number "²" is not a whole number from 1.'),
        (f"{HEADER}1,pages,soldering\n", '"pages" is not a kind of entry.'),
        (f"{HEADER}1,case-studies\n", "there are 2 cells where there should be 3."),
        (
            f"{HEADER}1,{SOLDERING}1,programmes,parts-fund\n",
            "programmes/parts-fund or the number 1 is given twice.",
        ),
        (f"{HEADER}1,{SOLDERING}2,{SOLDERING}", "case-studies/soldering or the number 2 is given twice."),
    ],
)
def test_a_damaged_register_is_reported_with_its_line(tmp_path: Path, rows: str, message: str) -> None:
    """Two people may have added rows at once; a merge may have gone wrong."""
    (tmp_path / REGISTER_FILE).write_text(rows, encoding="utf-8")
    _, (problem,) = read_register(tmp_path)
    assert problem.message == message
    assert problem.line == max(1, rows.count("\n") * rows.startswith(HEADER))
    assert problem.fix


def test_a_register_that_is_not_utf_8_is_reported(tmp_path: Path) -> None:
    (tmp_path / REGISTER_FILE).write_bytes(f"{HEADER}caf\xe9".encode("latin-1"))
    register, problems = read_register(tmp_path)
    assert register == Register()
    assert [str(problem) for problem in problems] == [
        "published.csv: it is not a CSV file in UTF-8. Take it back from git."
    ]
