"""Drafts: a story may be begun in public and finished later, so what it lacks keeps nobody from publishing."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ideas_hub.model.document import Document
from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.problem import Problem, Severity
from ideas_hub.repository.raw_content import RawContent

NEVER_PUBLIC = frozenset(
    {"consent", "encoding", "file-name", "file-size", "hidden-character", "merge-conflict", "personal-data", "picture"}
)
"""Rules about what should not even be in a public repository, or could not be read or shown there."""


def with_drafts_again(lost: Iterable[Problem], raw: RawContent) -> list[Problem]:
    """Return the problems of lost addresses, and another message where the page is there and is a draft again."""
    drafts = [entry for kind in ENTRY_KINDS for entry in raw.documents[kind.id] if entry.facts.draft]
    by_start = {f"the {one.kind.singular} {one.id} was published": one for one in drafts}
    return [_draft_again(one, by_start.get(one.message.partition(" at ")[0])) for one in lost]


def _draft_again(lost: Problem, draft: Document[Any] | None) -> Problem:
    if not draft:
        return lost
    message = f"{draft.file} is a draft, and was published before: nothing would be at its address."
    fix = f"Delete its line draft: true. To take the page off the site: scripts/take-down {draft.id}"
    return replace(lost, message=message, fix=fix, example="", nearest="")


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
