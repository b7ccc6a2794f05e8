"""The register of published addresses: problems in its file, and in a hub that does not match it."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.model.register import REGISTER_FILE, PublishedAddress, Register
from ideas_hub.problem import Problem, Severity
from ideas_hub.repository.register import find_register_problems, read_register

HEADER = "number,kind,id,address\n"
SOLDERING = "case-studies,soldering,case-studies/soldering/\n"
Entries = Callable[..., Hub]


@pytest.fixture(scope="session")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """The register of a hub with one row for each kind of life that an address has."""
    root = tmp_path_factory.mktemp("register")
    (root / REGISTER_FILE).write_text(
        f"{HEADER}1,{SOLDERING}2,case-studies,lamp-swap,withdrawn\n"
        "3,case-studies,van-on-tour,case-studies/van-on-tour/\n3,case-studies,mending-van,case-studies/mending-van/\n",
        encoding="utf-8",
    )
    register, problems = read_register(root)
    assert problems == []
    return register


@pytest.fixture
def with_studies(hub: Hub) -> Entries:
    """Return the hub with these case studies alone, each given with its old ids."""
    study = hub.case_studies["soldering"]

    def change(**entries: tuple[str, ...]) -> Hub:
        studies = {}
        for key, old in entries.items():
            name = key.replace("_", "-")
            facts = study.facts.model_copy(update={"redirect_from": old})
            studies[name] = replace(study, id=name, file=f"case_studies/{name}.md", facts=facts)
        return replace(hub, case_studies=studies, learning_points={}, programmes={}, ideas={})

    return change


def problems_in(register: Register, hub: Hub, unreadable: str = "") -> list[Problem]:
    return list(find_register_problems(register, hub, {unreadable} if unreadable else set()))


def test_each_row_of_the_file_is_read_with_its_line(register: Register) -> None:
    assert register.rows == (
        PublishedAddress(1, "case-studies", "soldering", "case-studies/soldering/", 2),
        PublishedAddress(2, "case-studies", "lamp-swap", "withdrawn", 3),
        PublishedAddress(3, "case-studies", "van-on-tour", "case-studies/van-on-tour/", 4),
        PublishedAddress(3, "case-studies", "mending-van", "case-studies/mending-van/", 5),
    )


def test_a_register_of_one_line_is_that_of_a_new_hub(tmp_path: Path, hub: Hub) -> None:
    """It is not asked for numbers."""
    (tmp_path / REGISTER_FILE).write_text(HEADER, encoding="utf-8")

    assert read_register(tmp_path) == (Register(), [])
    assert problems_in(Register(), hub) == []


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
        ("number,id\n1,soldering\n", 'the first line is not "number,kind,id,address".'),
        ("", 'the first line is not "number,kind,id,address".'),
        (f"{HEADER}one,{SOLDERING}", 'the number "one" is not a whole number from 1.'),
        (f"{HEADER}0,{SOLDERING}", 'the number "0" is not a whole number from 1.'),
        (f"{HEADER}²,{SOLDERING}", 'the number "²" is not a whole number from 1.'),
        (f"{HEADER}1,pages,soldering,pages/soldering/\n", '"pages" is not a kind of entry.'),
        (
            f"{HEADER}1,case-studies,soldering,elsewhere/\n",
            '"elsewhere/" is not the address of case-studies/soldering.',
        ),
        (f"{HEADER}1,case-studies,soldering\n", "there are 3 cells where there should be 4."),
        (
            f"{HEADER}1,{SOLDERING}1,programmes,parts-fund,programmes/parts-fund/\n",
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


def test_an_entry_without_a_number_is_an_idea_not_a_mistake(register: Register, with_studies: Entries) -> None:
    """An editor who works on the web cannot run a command, and must still be able to publish."""
    (problem,) = problems_in(register, with_studies(soldering=(), mending_van=("van-on-tour",), newer=()))
    assert (problem.file, problem.rule, problem.severity) == (
        "case_studies/newer.md",
        "not-registered",
        Severity.IDEA,
    )
    assert ".venv/bin/python -m ideas_hub.commands.register" in problem.fix


def test_a_vanished_address_is_a_mistake_that_names_the_way_out(register: Register, with_studies: Entries) -> None:
    """Renamed without redirect_from: the line of the register, the likely new name, and what to do."""
    renamed = with_studies(soldering_iron=(), mending_van=("van-on-tour",))
    problem, *_ = problems_in(register, renamed)
    assert (problem.file, problem.line, problem.rule) == (REGISTER_FILE, 2, "vanished-address")
    assert (
        problem.message
        == "the case study soldering was published at case-studies/soldering/, and nothing is there now."
    )
    assert problem.nearest == "soldering-iron"
    assert "redirect_from: [soldering]" in problem.fix
    assert problem.severity is Severity.MUST_FIX


def test_a_renamed_entry_keeps_its_number_and_its_old_address(register: Register, with_studies: Entries) -> None:
    """The short address on a printed sheet stays true."""
    renamed = with_studies(solder=("soldering",), mending_van=("van-on-tour",))
    assert problems_in(register, renamed) == []
    assert register.number_of(renamed.case_studies["solder"]) == 1


def test_an_address_that_was_withdrawn_is_not_missed(register: Register, with_studies: Entries) -> None:
    """When consent is withdrawn nothing takes the entry's place."""
    assert problems_in(register, with_studies(soldering=(), mending_van=("van-on-tour",))) == []


def test_an_entry_may_be_in_a_file_that_cannot_be_read(register: Register, with_studies: Entries) -> None:
    """One mistake is reported once: what is in a broken file has not vanished, nor what it may replace."""
    lost = with_studies(mending_van=("van-on-tour",))
    assert problems_in(register, lost, "case_studies/soldering.md") == []
    assert len(problems_in(register, lost, "docs/programmes/parts-fund.md")) == 1


def test_an_old_id_leads_to_one_entry_only(with_studies: Entries) -> None:
    """redirect_from names neither an entry that still exists nor an id that another entry has claimed."""
    clash = with_studies(soldering=("gone",), other=("soldering",), third=("gone",))
    assert [(problem.file, problem.message) for problem in problems_in(Register(), clash)] == [
        ("case_studies/other.md", '"soldering" is the name of an entry that is still there.'),
        ("case_studies/third.md", '"gone" already leads to soldering.'),
    ]
