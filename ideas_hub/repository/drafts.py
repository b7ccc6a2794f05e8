"""Drafts: a story may be begun in public and finished later, so what it lacks keeps nobody from publishing."""

from collections.abc import Iterable
from dataclasses import replace

from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.problem import Problem, Severity
from ideas_hub.repository.raw_content import RawContent

NEVER_PUBLIC = frozenset(
    {"consent", "encoding", "file-name", "file-size", "hidden-character", "merge-conflict", "personal-data", "picture"}
)
"""Rules about what should not even be in a public repository, or could not be read or shown there."""


def drafts_may_wait(problems: Iterable[Problem], raw: RawContent) -> list[Problem]:
    """Return the problems; in drafts, only those that concern privacy or safety must be fixed."""
    entries = {kind.id for kind in ENTRY_KINDS}
    drafts = {one.file for kind in entries for one in raw.documents[kind] if one.facts.draft}
    drafts |= {one.file for one in raw.broken if one.kind.id in entries and one.parsed.values.get("draft") is True}
    return [
        replace(problem, severity=Severity.SHOULD_FIX)
        if problem.file in drafts and problem.severity is Severity.MUST_FIX and problem.rule not in NEVER_PUBLIC
        else problem
        for problem in problems
    ]
