"""Reports of problems: to a volunteer, to GitHub, to a program."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ideas_hub.checks import reports
from ideas_hub.problem import Problem, Severity

MUST = Problem(
    "case_studies/b.md", 4, "there is a telephone number here.", found="07", fix="Delete it.", rule="personal-data"
)
SHOULD = Problem(
    "case_studies/a.md",
    9,
    "a heading is empty.",
    rule="headings",
    severity=Severity.SHOULD_FIX,
    example="## What changed",
)
IDEA = Problem("docs/about.md", 0, "worked is not there yet.", field="worked", rule="next", severity=Severity.IDEA)
TEXT = """\
Must fix (1): these keep the change from being published.

case_studies/b.md:4: there is a telephone number here.
  Delete it.

Should fix (1): these make a page harder to read or to trust.

case_studies/a.md:9: a heading is empty.
  For example: ## What changed

Ideas (1): these would make a good page better.

docs/about.md: worked: worked is not there yet.

1 must be fixed, 1 should be fixed and 1 idea."""
FORGED = 'x\n::error file=a.md::forged\r\n##[error]forged\x1b[31m %0A "a,b:c"'


def test_json_holds_nothing_that_a_terminal_acts_on_and_loses_nothing() -> None:
    """Old terminals obey U+009B; a name of a file may hold bytes that are no UTF-8."""
    odd = Problem("docs/caf\udce9.md", 1, "\x1b[31m \x9b2J \u202e \x7f \U000e0041 café سلام 👩")

    report = reports.json_report([odd])

    assert not [c for c in report if not c.isprintable() and c != "\n"]
    assert "café سلام 👩" in report
    assert json.loads(report)["problems"][0]["message"] == odd.message
    assert json.loads(report)["problems"][0]["file"] == odd.file


def test_the_most_serious_come_first_each_with_what_to_do() -> None:
    assert reports.text_report([IDEA, SHOULD, MUST]) == TEXT


def test_a_repository_without_problems_is_thanked_for() -> None:
    assert reports.text_report([]) == "Everything is in order. Thank you!"


@pytest.mark.parametrize(
    ("problems", "line"),
    [
        ([], "Everything is in order. Thank you!"),
        ([IDEA, SHOULD], "1 should be fixed and 1 idea. Nothing stops this from being published."),
        ([IDEA, IDEA], "2 ideas. Nothing stops this from being published."),
        ([MUST, SHOULD, MUST, IDEA], "2 must be fixed, 1 should be fixed and 1 idea."),
        ([MUST], "1 must be fixed."),
    ],
)
def test_one_line_counts_the_problems_and_says_whether_they_stop_anything(problems: list[Problem], line: str) -> None:
    assert reports.summary_line(problems) == line


def test_an_annotation_shows_on_its_line_at_the_level_of_its_severity() -> None:
    assert reports.github_report(reports.in_order([IDEA, SHOULD, MUST])) == (
        "::error file=case_studies/b.md,line=4,title=Must fix%3A personal data"
        "::there is a telephone number here.%0ADelete it.\n"
        "::warning file=case_studies/a.md,line=9,title=Should fix%3A headings"
        "::a heading is empty.%0AFor example: ## What changed\n"
        "::notice file=docs/about.md,title=Ideas%3A next::worked: worked is not there yet.\n"
    )


def test_what_content_says_cannot_forge_an_annotation() -> None:
    """GitHub reads commands at the start of a line, and ##[ anywhere: neither is left of what was found."""
    problem = Problem(
        f"case_studies/{FORGED}.md",
        1,
        FORGED,
        field=FORGED,
        found=FORGED,
        fix=FORGED,
        nearest=FORGED,
        allowed=(FORGED,),
    )

    (line,) = reports.github_report([problem]).splitlines()

    assert line.startswith("::error file=case_studies/")
    assert "##[" not in line
    assert "\x1b" not in line
    properties = line.split("::")[1].removeprefix("error ")
    assert [part.split("=")[0] for part in properties.split(",")] == ["file", "line", "title"]


@settings(max_examples=50, derandomize=True, deadline=None, database=None)
@given(st.text())
def test_any_text_stays_within_one_command(text: str) -> None:
    command = reports.github_report([Problem("a.md", 1, text, fix=text, field=text, rule="r")])

    assert len(re.findall(r"^::", command, re.MULTILINE)) == 1
    assert len(command.splitlines()) == 1


def test_the_summary_is_a_table_for_each_severity() -> None:
    summary = reports.summary_report([IDEA, SHOULD, MUST])

    assert "### Must fix (1)" in summary
    assert "### Should fix (1)" in summary
    assert "<details><summary>Ideas (1)</summary>" in summary
    assert (
        r"| case\_studies/b.md, line 4 | there is a telephone number here. | Delete it. |".replace("/", r"\/")
        in summary
    )


def test_what_content_says_cannot_act_in_the_summary() -> None:
    """No HTML, no link, no picture, no new cell, no mention of an account."""
    summary = reports.summary_report(
        [Problem("a.md", 1, "<img src=x> | ![x](https://example.org) @someone `code` <b>")]
    )

    row = summary.splitlines()[-1]
    assert "<" not in row
    assert "&lt;img" in row
    assert r"\|" in row
    assert r"\!\[x\]\(https\:\/\/example.org\) \@someone \`code\`" in row


def test_a_long_summary_is_cut_and_says_so() -> None:
    """GitHub takes a summary of one mebibyte at most."""
    summary = reports.summary_report([Problem("a.md", n, "x" * 700) for n in range(2000)])

    assert "1700 more are in the log of this job." in summary
    assert len(summary.encode()) < 1024 * 1024


def test_json_holds_the_counts_and_every_field() -> None:
    report = json.loads(reports.json_report([IDEA, SHOULD, MUST]))

    assert report["counts"] == {"must fix": 1, "should fix": 1, "idea": 1}
    assert [problem["severity"] for problem in report["problems"]] == ["must fix", "should fix", "idea"]
    assert report["problems"][0]["rule"] == "personal-data"
    assert set(report["problems"][0]) >= {
        "file",
        "line",
        "field",
        "severity",
        "rule",
        "message",
        "found",
        "fix",
        "example",
    }


def test_the_places_that_name_one_unknown_id_stand_together() -> None:
    """Somebody who renames a region by hand reads once what to do, and not for each place again."""
    place = Problem("", 2, '"wast" is not a region we know.', "region", fix="They are listed.", rule="unknown-id")
    places = [replace(place, file=f"docs/{n}.md") for n in range(3)]
    another = Problem("docs/1.md", 1, "it is missing.", field="title")

    report = reports.text_report([*places, another])
    rows = "".join(f'docs/{n}.md:2: region: "wast" is not a region we know.\n' for n in range(3))
    assert f"{rows}  They are listed.\n" in report
    assert "Must fix (4)" in report
