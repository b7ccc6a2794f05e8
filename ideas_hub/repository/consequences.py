"""What follows from a mistake elsewhere: it goes when that is mended, so it is not reported beside it."""

from collections.abc import Iterable

from ideas_hub.model.row_kinds import ORGANISATION_ROWS
from ideas_hub.problem import Problem, Severity
from ideas_hub.reading.data_files import GLOSSARY_FILE
from ideas_hub.reading.settings_file import SETTINGS_FILE
from ideas_hub.repository.contact import NO_CONTACT
from ideas_hub.repository.organisation_names import NO_RECORD

READ_FROM = {"abbreviation": GLOSSARY_FILE, NO_RECORD: ORGANISATION_ROWS.file, NO_CONTACT: SETTINGS_FILE}
"""By rule: the file without whose content anything looks like a fault."""


def with_mistakes(problems: Iterable[Problem]) -> set[str]:
    """Return the files with a problem that must be fixed: some of their content may not have been read."""
    return {problem.file for problem in problems if problem.severity is Severity.MUST_FIX}


def without_consequences(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems but for those that a mistake in another file may be the cause of."""
    every = list(problems)
    unread = with_mistakes(every)
    return [one for one in every if one.severity is Severity.MUST_FIX or READ_FROM.get(one.rule) not in unread]
