"""Rules about all entries together: titles that are repeated, reviews that are overdue, the next field to add.

What these rules may use, `HubContext`, is here too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import CASE_STUDIES, LEARNING_POINTS
from ideas_hub.problem import Problem, Severity


@dataclass(frozen=True)
class HubContext:
    """The hub on one day.

    sketches: of the entries' texts, by file; see `duplicates.sketch_of`.
    """

    hub: Hub
    today: date
    sketches: Mapping[str, tuple[int, ...]]


class Suggestion(NamedTuple):
    """An optional field, and why readers want it."""

    field: str
    why: str
    example: str


FACTS_COME_FROM = "readers want to know where the facts come from"
SUGGESTIONS = {
    CASE_STUDIES.id: (
        Suggestion(
            "did_not_work",
            "what did not work is what helps the next group most",
            'did_not_work: ["Booked sessions were hard for carers to keep to."]',
        ),
        Suggestion(
            "could_we_do_this",
            "readers ask first what it takes: money, people, time, a place",
            "could_we_do_this: {people: Two volunteers a week}",
        ),
        Suggestion("worked", "readers look for what helped", 'worked: ["A warm welcome at the door."]'),
        Suggestion("evidence", "readers want to know how we know", "evidence: own-experience"),
        Suggestion("sources", FACTS_COME_FROM, "sources: [{source: annual-report, section: Appendix 8}]"),
        Suggestion("activities", "it helps people find the page by what was done", "activities: [walking]"),
        Suggestion("search_terms", "people search with their own words", "search_terms: [post-covid, singing]"),
        Suggestion("delivery", "it helps people who need to join online, or in person", "delivery: [in-person]"),
        Suggestion("period", "readers want to know when it ran", "period: {start: 2021-03, end: 2022-06}"),
    ),
    LEARNING_POINTS.id: (
        Suggestion("try_this", "readers want a first step", 'try_this: ["Ask five people what would help them come."]'),
        Suggestion(
            "evidenced_by",
            "readers trust a lesson that a project shows",
            'evidenced_by: [{case_study: walking-together, basis: stated, section: "4.3"}]',
        ),
        Suggestion("sources", FACTS_COME_FROM, 'sources: [{source: annual-report, section: "4.3"}]'),
    ),
}
"""By kind of entry, the most useful field first."""


def find_repeated_titles(context: HubContext) -> Iterator[Problem]:
    """Yield a problem for each page with the title of an earlier one; capitals and spaces make no difference.

    Readers could not tell them apart in search results and open tabs.
    Order: the hub's pages, then terms, then entries by day of publication, so the newest entry is asked to change.
    """
    hub = context.hub
    entries = sorted(hub.entries, key=lambda entry: (entry.facts.sort_date, entry.file))
    titled = (
        *((page, "title", page.facts.title) for page in (*hub.pages.values(), *hub.prose.values())),
        *((term, "label", term.facts.label) for term in hub.vocabulary.terms()),
        *((entry, "title", entry.facts.title) for entry in entries),
    )
    first: dict[str, str] = {}
    for document, field, title in titled:
        other = first.setdefault(" ".join(title.casefold().split()), document.file)
        if other != document.file:
            yield Problem(
                document.file,
                document.lines.get((field,), 1),
                f"{other} has the same title.",
                field=field,
                found=title,
                fix="Add what is different here, such as the place, so that readers can tell the two apart.",
                rule="repeated-title",
                severity=Severity.SHOULD_FIX,
            )


def find_overdue_reviews(context: HubContext) -> Iterator[Problem]:
    """Yield a problem for each entry whose review is overdue: does it still hold?"""
    for entry in context.hub.entries:
        if entry.facts.is_review_due(context.today):
            due = entry.facts.review_due
            yield Problem(
                entry.file,
                entry.lines.get(("reviewed",), entry.lines.get(("published",), 1)),
                f"a review of this page was due on {due.day:02}/{due.month:02}/{due.year}.",
                field="reviewed",
                found=due.isoformat(),
                fix="Read it against its sources, correct what has changed, and write the date of your check.",
                example=f"reviewed: {context.today.isoformat()}",
                rule="review-due",
                severity=Severity.SHOULD_FIX,
            )


def suggest_next_field(context: HubContext) -> Iterator[Problem]:
    """Yield one idea at most for each entry: the first field that it lacks."""
    for entry in context.hub.entries:
        for suggestion in SUGGESTIONS.get(entry.kind.id, ()):
            if not getattr(entry.facts, suggestion.field):
                yield Problem(
                    entry.file,
                    1,
                    f"it is not there yet: {suggestion.why}.",
                    field=suggestion.field,
                    fix="Add it if you know it.",
                    example=suggestion.example,
                    rule="next-thing-to-add",
                    severity=Severity.IDEA,
                )
                break
