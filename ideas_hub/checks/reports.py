"""Reports of problems: as text, as GitHub annotations, as a job summary, as JSON."""

import html
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from ideas_hub.problem import Problem, Severity, excerpt, printable

HEADINGS = {
    Severity.MUST_FIX: ("Must fix", "these keep the change from being published"),
    Severity.SHOULD_FIX: ("Should fix", "these make a page harder to read or to trust"),
    Severity.IDEA: ("Ideas", "these would make a good page better"),
}
LEVELS = {Severity.MUST_FIX: "error", Severity.SHOULD_FIX: "warning", Severity.IDEA: "notice"}
SUMMARY_ROWS = 300  # of one severity; GitHub takes a summary of 1 MiB at most
MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|~@:/-])")


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the most serious problems first, then by file and line."""
    return [problem for some in by_severity(problems).values() for problem in some]


def by_severity(problems: Iterable[Problem]) -> dict[Severity, list[Problem]]:
    """Return the problems of each severity, the most serious first, in order of file and line; a list may be empty."""
    ordered = sorted(problems, key=Problem.sort_key)
    return {severity: [problem for problem in ordered if problem.severity is severity] for severity in Severity}


def text_report(problems: Sequence[Problem]) -> str:
    """Return the problems under a heading for each severity, each with its advice, and a closing line.

    The places that name one unknown id stand together, above what to do.
    """
    parts = []
    for severity, some in by_severity(problems).items():
        heading, why = HEADINGS[severity]
        if some:
            parts.append(f"{heading} ({len(some)}): {why}.\n\n" + "\n".join(map(_text_block, _by_unknown_id(some))))
    return "\n".join([*parts, summary_line(problems)])


def summary_line(problems: Sequence[Problem]) -> str:
    """Return one line that counts the problems and says what they mean."""
    if not problems:
        return "Everything is in order. Thank you!"
    must, should, ideas = _counts(problems).values()
    counts = (
        f"{must} must be fixed" if must else "",
        f"{should} should be fixed" if should else "",
        f"{ideas} idea{'' if ideas == 1 else 's'}" if ideas else "",
    )
    *first, last = filter(None, counts)
    closing = "" if must else " Nothing stops this from being published."
    return f"{' and '.join(filter(None, (', '.join(first), last)))}.{closing}"


def _counts(problems: Iterable[Problem]) -> dict[Severity, int]:
    return {severity: len(some) for severity, some in by_severity(problems).items()}


def _by_unknown_id(problems: Iterable[Problem]) -> Iterable[list[Problem]]:
    """Return the problems one by one, and those of each unknown id in one list, in order of the first of each."""
    together: dict[object, list[Problem]] = {}
    for one in problems:
        together.setdefault((one.message, one.advice()) if one.rule == "unknown-id" else one, []).append(one)
    return together.values()


def _text_block(problems: Sequence[Problem]) -> str:
    places = (f"{problem.place}: {problem.full_message}" for problem in problems)
    rows = [*places, *(f"  {sentence}" for sentence in problems[0].advice())]
    return "".join(f"{printable(row)}\n" for row in rows)


def github_report(problems: Sequence[Problem]) -> str:
    """Return a workflow command for each problem, in their order: GitHub shows the first ten of a level in a step.

    Source: GitHub's workflow commands; for the escapes, actions/toolkit, packages/core/src/command.ts.
    """
    return "".join(_command(problem) for problem in problems)


def _command(problem: Problem) -> str:
    place = {"file": problem.file} | ({"line": str(problem.line)} if problem.line else {})
    title = f"{HEADINGS[problem.severity][0]}: {problem.rule.replace('-', ' ')}"
    properties = ",".join(f"{name}={_property(printable(value))}" for name, value in (place | {"title": title}).items())
    rows = "\n".join(printable(row) for row in (problem.full_message, *problem.advice()))
    return f"::{LEVELS[problem.severity]} {properties}::{_data(rows)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary_report(own: Sequence[Problem], others: Sequence[Problem] = ()) -> str:
    """Return the problems as Markdown for the summary of a job; nothing of the content acts as Markdown or HTML.

    others: of files that the change does not touch; they come last.
    """
    sections = [_section(severity, some) for severity, some in by_severity(own).items() if some]
    if others:
        rest = [_section(severity, some) for severity, some in by_severity(others).items() if some]
        sections += ["## In files that this change does not touch\n", *rest]
    return "\n".join(["## Check of the content\n", f"{summary_line([*own, *others])}\n", *sections])


def _section(severity: Severity, problems: Sequence[Problem]) -> str:
    """Return a table of the problems of one severity; ideas are folded away."""
    heading, why = HEADINGS[severity]
    title = f"{heading} ({len(problems)})"
    table = "\n".join(["| Where | What | What to do |", "| --- | --- | --- |", *map(_row, problems[:SUMMARY_ROWS])])
    left = len(problems) - SUMMARY_ROWS
    more = f"\n{left} more are in the log of this job.\n" if left > 0 else ""
    body = f"{why.capitalize()}.\n\n{table}\n{more}"
    if severity is Severity.IDEA:
        return f"<details><summary>{title}</summary>\n\n{body}\n</details>\n"
    return f"### {title}\n\n{body}"


def _row(problem: Problem) -> str:
    place = f"{problem.file}, line {problem.line}" if problem.line else problem.file
    cells = (place, problem.full_message, " ".join(problem.advice()))
    return f"| {' | '.join(map(escape_cell, cells))} |"


def escape_cell(text: str) -> str:
    """Escape text for a cell of a Markdown table: no mark-up, no link, no mention of an account."""
    return MARKDOWN.sub(r"\\\1", html.escape(printable(excerpt(text, 600)), quote=False))


def json_report(problems: Sequence[Problem]) -> str:
    """Return one JSON object: the count of each severity, and all problems, the most serious first.

    What a terminal would act on is escaped, and so is what no file can hold.
    """
    rows = [asdict(problem) for problem in in_order(problems)]
    document = json.dumps({"counts": _counts(problems), "problems": rows}, ensure_ascii=False, indent=1)
    return "".join(c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in document) + "\n"
