"""The places that a link may lead to on each page: the headings of its text, and what the templates add."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import (
    ENTRY_KINDS,
    EVENTS,
    EVIDENCE,
    GLOSSARY,
    HOME_FILE,
    LEARNING_POINTS,
    ORGANISATIONS,
    PART_FILES,
    PARTNERS,
    PLACES,
    PROJECTS,
    SETBACKS,
    SOURCES,
    TRAILS,
    VOCABULARY_KINDS,
)
from ideas_hub.model.sections import DID_NOT_WORK, IN_TRAILS, LEARNED_AT, LESSONS, SECTIONS, WHERE_WE_SEE_IT
from ideas_hub.model.setback import setback_anchor

EVERYWHERE = frozenset({"", "top", "mainContent"})
OF_ENTRIES = ("atAGlance", "aboutThisPage", "citeTitle", "similarTitle", "sharing")
OF_LISTS = ("narrowList", "narrowTitle", *(kind.id for kind in ENTRY_KINDS))
NEED_NO_FIELD = {DID_NOT_WORK, IN_TRAILS, LEARNED_AT, LESSONS, WHERE_WE_SEE_IT}
"""Sections that a page may have without a field of the entry itself; they count as shown."""
WAYS = tuple(f"wayTo-{kind.id}" for kind in VOCABULARY_KINDS)
OF_PAGES = {
    HOME_FILE: (
        "doorsTitle",
        "themesTitle",
        "storyTitle",
        "lessonsTitle",
        "regionsTitle",
        "keyFigures",
        "aboutTheHub",
        "addYours",
    ),
    "docs/find.md": ("lists", "find-results", "find-heading", *WAYS),
    "docs/shortlist.md": ("savedTitle", "compareTitle"),
    "docs/contribute/review.md": ("dueNow", "dueNext"),
    "docs/contribute/clean-photo.md": ("cleanedTitle",),
    "docs/contribute/form.md": ("questions", "promises", "whereTo"),
    "docs/contribute/write.md": ("waysToSend",),
    **dict.fromkeys(("docs/accessibility.md", "docs/contribute/index.md", "docs/privacy.md"), ("writeToUs",)),
    **dict.fromkeys((PART_FILES[LEARNING_POINTS.id], PART_FILES[SETBACKS]), ("byTopic",)),
    PART_FILES[PROJECTS]: ("byRegion", "mapCredit"),
    PART_FILES[ORGANISATIONS]: ("byRegion", "bySector", "byRole", "together"),
    PART_FILES[PARTNERS]: ("bySectors", "byRegion"),
    PART_FILES[EVENTS.id]: ("comingUp", "byYear", "calendarTitle"),
    PART_FILES[TRAILS.id]: ("moreTrails",),
    PART_FILES[EVIDENCE]: ("bySubject", "subject-case-studies"),
    PART_FILES[PLACES]: ("byLetter", "postcodeAreas"),
}
"""What the templates write on a page whatever it lists; a test compares them with a built site."""


def template_anchors(document: Document[Any]) -> Iterator[str]:
    """Yield the ids on a document's page that its templates write, whatever its text and the other files say."""
    yield from OF_PAGES.get(document.file, ())
    if document.kind in ENTRY_KINDS:
        shown = (one for one in SECTIONS if one in NEED_NO_FIELD or getattr(document.facts, one.id, None))
        yield from (section.anchor for section in shown)
        yield from OF_ENTRIES
        if document.kind is TRAILS:
            yield from ("yourPlan", *(f"step-{number}" for number, _ in enumerate(document.facts.steps, 1)))
    else:
        yield from OF_LISTS


def listed_anchors(hub: Hub) -> Mapping[str, Collection[str]]:
    """Return the ids that a page has for what it lists, by the page's file."""
    points, rows, figures = hub.learning_points.values(), hub.projects.values(), hub.evidence.figures.values()
    partnerships = hub.directory.partnerships
    listed = {
        LEARNING_POINTS.id: {f"topic-{point.facts.topics[0]}" for point in points}
        | {f"kind-{point.facts.kind}" for point in points},
        ORGANISATIONS: {f"region-{row.facts.region or 'none'}" for row in hub.organisations.values()},
        PARTNERS: {f"region-{region}" for work in partnerships for region in work.entry.facts.regions},
        EVENTS.id: {f"year-{event.facts.when.year}" for event in hub.events.values() if event.id not in hub.to_come},
        TRAILS.id: {f"door-{door.id}" for door in hub.doors},
        PROJECTS: {*hub.projects, *(f"region-{row.facts.region}" for row in rows)},
        EVIDENCE: {
            *hub.figures,
            *(f"subject-{figure.subject}" for figure in figures),
            *(f"chartFor-{chart}" for chart in hub.evidence.charts),
        },
        SOURCES.id: {*hub.sources, *(anchor for source in hub.sources.values() for anchor in source.article.anchors)},
        GLOSSARY: {*hub.glossary},
        SETBACKS: {setback_anchor(one.topic) for study in hub.case_studies.values() for one in study.facts.did_not_work}
        | {setback_anchor(point.facts.topics[0]) for point in points if point.facts.says_what_did_not_work},
    }
    return {PART_FILES[part]: ids for part, ids in listed.items()}
