"""The one next thing that would help readers most, for each entry that lacks something."""

from collections.abc import Iterator
from typing import NamedTuple

from ideas_hub.checks.hub_context import HubContext
from ideas_hub.model.kinds import CASE_STUDIES, LEARNING_POINTS
from ideas_hub.problem import Problem, Severity


class Wish(NamedTuple):
    """A field that may be left out.  why: what it gives to readers, after "Adding it ..."."""

    field: str
    why: str
    example: str


WISHES = {
    CASE_STUDIES.id: (
        Wish(
            "did_not_work",
            "what did not work is what helps the next group most",
            'did_not_work: ["Booked sessions were hard for carers to keep to."]',
        ),
        Wish(
            "could_we_do_this",
            "readers ask first what it takes: money, people, time, a place",
            "could_we_do_this: {people: Two volunteers a week}",
        ),
        Wish("worked", "readers look for what helped", 'worked: ["A warm welcome at the door."]'),
        Wish("evidence", "readers want to know how we know", "evidence: own-experience"),
        Wish(
            "sources",
            "readers want to know where the facts come from",
            "sources: [{source: fund-evaluation, section: Appendix 8}]",
        ),
        Wish("activities", "it helps people find the page by what was done", "activities: [walking]"),
        Wish("search_terms", "people search with their own words", "search_terms: [post-covid, singing]"),
        Wish("delivery", "it helps people who need to join online, or in person", "delivery: [in-person]"),
        Wish("period", "readers want to know when it ran", "period: {start: 2021-03, end: 2022-06}"),
    ),
    LEARNING_POINTS.id: (
        Wish("try_this", "readers want a first step", 'try_this: ["Ask five people what would help them come."]'),
        Wish(
            "evidenced_by",
            "readers trust a point that a project shows",
            "evidenced_by: [{case_study: petrus-community, basis: stated}]",
        ),
        Wish(
            "sources",
            "readers want to know where the facts come from",
            'sources: [{source: fund-evaluation, section: "4.3"}]',
        ),
    ),
}


def suggest_next_field(whole: HubContext) -> Iterator[Problem]:
    """Yield at most one idea for each entry: the first thing that it lacks."""
    for entry in whole.hub.entries:
        for wish in WISHES.get(entry.kind.id, ()):
            if not getattr(entry.facts, wish.field):
                yield Problem(
                    entry.file, 1, f"{wish.field} is not there yet: {wish.why}.", field=wish.field, fix="Add it if you know it.",
                    example=wish.example, rule="next-thing-to-add", severity=Severity.IDEA,
                )  # fmt: skip
                break
