"""Days that cannot be, or that say something else than the facts beside them; and what waits for its day."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from ideas_hub.model.document import Document
from ideas_hub.model.fields import Entry, Period
from ideas_hub.model.kinds import CASE_STUDIES, ENTRY_KINDS, PROGRAMMES, SOURCES
from ideas_hub.model.moments import is_past, is_to_come, moment_words
from ideas_hub.model.value_paths import ValuePath, field_name, line_of, values_at_path
from ideas_hub.problem import Problem, Severity
from ideas_hub.reading.data_files import EVIDENCE_FILE
from ideas_hub.reading.uses import DAYS, PAST
from ideas_hub.repository.raw_content import RawContent
from ideas_hub.repository.records import files_in_doubt

IS_MOMENT = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
"""Of a file with mistakes: what is no date at all is named by the mistake itself."""

GOING_ON, OVER = {"running", "open"}, {"ended", "completed", "closed"}
"""What `status` says of a case study's project, and of a programme."""


def find_odd_days(raw: RawContent, today: date) -> Iterator[Problem]:
    """Yield every problem with days, as they are on a day."""
    kinds = (*ENTRY_KINDS, SOURCES)
    files = files_in_doubt(raw, DAYS, lambda moment: not is_to_come(str(moment), today))
    documents = (one for kind in kinds for one in raw.documents[kind.id] if one.file in files)
    records = [(one.file, one.lines, one.facts) for one in documents]
    records += [(one.file, one.parsed.lines, one.parsed.values) for one in raw.broken if one.kind in kinds]
    for file, lines, facts in records:
        values = [found for path in PAST for found in values_at_path(facts, path.split("."))]
        yield from _still_to_come(file, lines, values, today)
    in_evidence = values_at_path(raw.evidence, ("figures", "*", "as_of"))
    yield from _still_to_come(EVIDENCE_FILE, raw.evidence_lines, in_evidence, today)
    for kind in ENTRY_KINDS:
        for entry in raw.documents[kind.id]:
            yield from _of_publication(entry, today)
    for kind in (CASE_STUDIES, PROGRAMMES):
        for entry in raw.documents[kind.id]:
            yield from _of_status(entry, today)


def _still_to_come(
    file: str, lines: Mapping[ValuePath, int], values: Iterable[tuple[ValuePath, object]], today: date
) -> Iterator[Problem]:
    for path, value in values:
        if IS_MOMENT.fullmatch(str(value)) and is_a_day(str(value)) and is_to_come(str(value), today):
            yield Problem(
                file,
                line_of(path, lines),
                f'"{value}" is still to come: today is {today.isoformat()}.',
                field=field_name(path),
                found=str(value),
                fix="Check the year, the month and the day.",
                rule="day-to-come",
            )


def is_a_day(moment: str) -> bool:
    """Return whether a day is in the calendar; a year or a month always is."""
    try:
        date.fromisoformat(f"{moment}-01-01"[:10] if len(moment) == len("2026") else f"{moment}-01"[:10])
    except ValueError:
        return False
    return True


def _of_publication(entry: Document[Entry], today: date) -> Iterator[Problem]:
    """Yield an idea for an entry that waits for its day, and a problem for one that was updated before it was out."""
    published, updated = entry.facts.published, entry.facts.updated
    if published and published > today and not entry.facts.draft:
        yield Problem(
            entry.file,
            entry.lines.get(("published",), 1),
            f"it will be published on {moment_words(str(published))}, by the nightly build; "
            "until then readers do not see it.",
            field="published",
            found=published.isoformat(),
            fix="Write an earlier day if it is to go out sooner.",
            rule="scheduled",
            severity=Severity.IDEA,
        )
    if published and updated and updated < published:
        yield Problem(
            entry.file,
            entry.lines.get(("updated",), 1),
            f"the page was updated on {updated.isoformat()}, before it was published on {published.isoformat()}.",
            field="updated",
            found=updated.isoformat(),
            fix="Write `updated` only once a page that is out has changed; published is the day it first went out.",
            rule="updated-before-published",
            severity=Severity.SHOULD_FIX,
        )


def _of_status(entry: Document[Any], today: date) -> Iterator[Problem]:
    """Yield a problem for a status that the days of a project or programme contradict."""
    status, (start, end) = entry.facts.status, _span(entry)
    if status in GOING_ON and end.moment and is_past(end.moment, today):
        yield _contradiction(entry, end, "past")
    elif status in OVER and is_to_come(end.moment, today):
        yield _contradiction(entry, end, "still to come")
    elif status in GOING_ON | OVER and is_to_come(start.moment, today):
        yield _contradiction(entry, start, "still to come")


class _Limit(NamedTuple):
    """Where something starts or ends, and the field that says so; moment: "" if none does."""

    path: ValuePath
    moment: str


def _span(entry: Document[Any]) -> tuple[_Limit, _Limit]:
    """Return the start and the end of a case study's project, or of a programme."""
    facts = entry.facts
    if entry.kind is PROGRAMMES:
        return _Limit(("launched",), facts.launched or ""), _Limit(("closes",), str(facts.closes or ""))
    period = facts.period or Period()
    start = "" if period.start_of else period.start or ""  # else it is not the project's own
    return _Limit(("period", "start"), start), _Limit(("period", "end"), period.end or "")


def _contradiction(entry: Document[Any], limit: _Limit, when: str) -> Problem:
    field = field_name(limit.path)
    return Problem(
        entry.file,
        entry.lines.get(("status",), line_of(limit.path, entry.lines)),
        f'"{entry.facts.status}" does not fit {field}, which is {when}: {limit.moment}.',
        field="status",
        found=entry.facts.status,
        fix=f"Correct whichever is out of date: the status, or {field}.",
        rule="status-and-days",
        severity=Severity.SHOULD_FIX,
    )
