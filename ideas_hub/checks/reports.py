"""The problems as a person or a program wants them: as text, as GitHub's annotations, as a job summary, as JSON."""

import html
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from ideas_hub.problem import SHOWN_ALLOWED, Problem, Severity, excerpt, printable

HEADINGS = {
    Severity.MUST_FIX: ("Must fix", "these keep the change from being published"),
    Severity.SHOULD_FIX: ("Should fix", "these make a page harder to read or to trust"),
    Severity.IDEA: ("Ideas", "these would make a good page better"),
}
LEVELS = {Severity.MUST_FIX: "error", Severity.SHOULD_FIX: "warning", Severity.IDEA: "notice"}
ALL_WELL = "Everything is in order. Thank you!"
SUMMARY_ROWS = 300  # of one severity; GitHub takes a summary of 1 MiB at most
MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|~@:/-])")


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems with the gravest first, then by file and line."""
    return [problem for some in by_severity(problems).values() for problem in some]


def by_severity(problems: Iterable[Problem]) -> dict[Severity, list[Problem]]:
    """Return problems by severity, the gravest first and each in order of file and line; a severity may have none."""
    parted: dict[Severity, list[Problem]] = {severity: [] for severity in Severity}
    for problem in sorted(problems, key=Problem.sort_key):
        parted[problem.severity].append(problem)
    return parted


def text_report(problems: Sequence[Problem]) -> str:
    """Return the problems under a heading for each severity, with what to do below each, and a closing line."""
    parts = []
    for severity, some in by_severity(problems).items():
        heading, why = HEADINGS[severity]
        if some:
            parts.append(f"{heading} ({len(some)}): {why}.\n\n" + "\n".join(map(_told, some)))
    return "\n".join([*parts, summary_line(problems)])


def summary_line(problems: Sequence[Problem]) -> str:
    """Return one line that counts the problems and says what they mean."""
    if not problems:
        return ALL_WELL
    count = {severity: sum(problem.severity is severity for problem in problems) for severity in Severity}
    must, should, ideas = count.values()
    parts = [f"{must} must be fixed" if must else "", f"{should} should be fixed" if should else "", _ideas(ideas)]
    closing = "" if must else " Nothing stops this from being published."
    return f"{_listed([part for part in parts if part])}.{closing}"


def _ideas(count: int) -> str:
    return f"{count} idea{'' if count == 1 else 's'}" if count else ""


def _listed(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]


def _told(problem: Problem) -> str:
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    field = f"{problem.field}: " if problem.field else ""
    rows = [f"{place}: {field}{problem.message}", *(f"  {words}" for words in _help(problem))]
    return "".join(f"{printable(row)}\n" for row in rows)


def _help(problem: Problem) -> list[str]:
    """Return what to do about a problem, a sentence each."""
    shown = ", ".join(problem.allowed[:SHOWN_ALLOWED])
    more = len(problem.allowed) - SHOWN_ALLOWED
    helps = (
        f'Did you mean "{problem.nearest}"?' if problem.nearest else "",
        problem.fix,
        f"Allowed: {shown}{f' and {more} more' if more > 0 else ''}." if shown else "",
        f"For example: {problem.example}" if problem.example else "",
    )
    return [words for words in helps if words]


def github_report(problems: Sequence[Problem]) -> str:
    """Return a workflow command for each problem, the gravest first: GitHub shows only the first ten of a kind in a step.

    Source: GitHub's workflow commands and, for what is escaped, actions/toolkit, packages/core/src/command.ts.
    """
    return "".join(_command(problem) for problem in in_order(problems))


def _command(problem: Problem) -> str:
    place = {"file": problem.file} | ({"line": str(problem.line)} if problem.line else {})
    title = f"{HEADINGS[problem.severity][0]}: {problem.rule.replace('-', ' ')}"
    properties = ",".join(f"{name}={_property(printable(value))}" for name, value in (place | {"title": title}).items())
    field = f"{problem.field}: " if problem.field else ""
    rows = "\n".join(printable(row) for row in (f"{field}{problem.message}", *_help(problem)))
    return f"::{LEVELS[problem.severity]} {properties}::{_data(rows)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary_report(problems: Sequence[Problem]) -> str:
    """Return the problems as Markdown for the summary of a job; nothing of the content can act as Markdown or HTML."""
    parts = ["## Check of the content\n", f"{summary_line(problems)}\n"]
    for severity, some in by_severity(problems).items():
        heading, why = HEADINGS[severity]
        if some:
            rows = [_row(problem) for problem in some[:SUMMARY_ROWS]]
            left = len(some) - len(rows)
            more = f"\n{left} more are in the log of this job.\n" if left else ""
            shown = "\n".join(["| Where | What | What to do |", "| --- | --- | --- |", *rows])
            body = f"{why.capitalize()}.\n\n{shown}\n{more}"
            title = f"{heading} ({len(some)})"
            folded = severity is Severity.IDEA
            parts.append(
                f"<details><summary>{title}</summary>\n\n{body}\n</details>\n" if folded else f"### {title}\n\n{body}"
            )
    return "\n".join(parts)


def _row(problem: Problem) -> str:
    place = f"{problem.file}, line {problem.line}" if problem.line else problem.file
    field = f"{problem.field}: " if problem.field else ""
    return (
        f"| {escape_cell(place)} | {escape_cell(field + problem.message)} | {escape_cell(' '.join(_help(problem)))} |"
    )


def escape_cell(text: str) -> str:
    """Return text for a table's cell that shows as it is: no mark-up, no link, no mention of an account."""
    return MARKDOWN.sub(r"\\\1", html.escape(printable(excerpt(text, 600)), quote=False))


def json_report(problems: Sequence[Problem]) -> str:
    """Return the problems as one JSON object: how many of each severity, and all of them, the gravest first."""
    count = {severity.value: sum(problem.severity is severity for problem in problems) for severity in Severity}
    rows = [{**asdict(problem), "severity": problem.severity.value} for problem in in_order(problems)]
    return json.dumps({"counts": count, "problems": rows}, ensure_ascii=False, indent=1) + "\n"
