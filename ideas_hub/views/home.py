"""The home page."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import EVIDENCE, HOME_FILE, LEARNING_POINTS, REGIONS, THEMES
from ideas_hub.model.languages import Language
from ideas_hub.model.page import HomeRecord
from ideas_hub.views import english
from ideas_hub.views.figures import FigureView, programme_figures
from ideas_hub.views.page import Link, Page, hub_page, link_to
from ideas_hub.views.pictures import picture_of
from ideas_hub.views.region_map import RegionMap
from ideas_hub.views.terms import TermChoice, terms_view
from ideas_hub.views.trails import DoorView, doors_view

POINTS = 5
MOST_MARKS = 12
RADIUS, SEAT = 154, 88
"""Of the round table of pictures, in units of a drawing of 400 by 400."""


@dataclass(frozen=True, slots=True)
class Story:
    """A case study in short: one thing that helped, and one that did not.

    where: who and where, in words.
    """

    link: Link
    where: str
    summary: str
    helped: str
    hindered: str
    picture: str
    language: Language | None


@dataclass(frozen=True, slots=True)
class SharedLesson:
    """A lesson that several projects show.

    marks: one for each of them, up to a number that fits into a line.
    """

    link: Link
    marks: range
    projects: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The first page: what the hub is, a search, doors, themes, one story, lessons, regions, figures.

    searches: each leads to what the search finds.
    table: pictures of themes around a table, each with the x and y of its corner; empty if fewer than three have one.
    story: None if no case study says both what helped and what did not.
    figures: those that docs/index.md names.
    all_lessons, all_figures: the page of all; None if there is none.
    """

    page: Page
    searches: tuple[Link, ...]
    table: tuple[tuple[str, int, int], ...]
    doors: tuple[DoorView, ...]
    themes: tuple[TermChoice, ...]
    story: Story | None
    lessons: tuple[SharedLesson, ...]
    all_lessons: Link | None
    regions: tuple[TermChoice, ...]
    map: RegionMap | None
    figures: tuple[FigureView, ...]
    all_figures: Link | None


def home_view(hub: Hub) -> HomeView:
    themes, regions, points = terms_view(THEMES, hub), terms_view(REGIONS, hub), hub.learning_points
    facts = hub.pages[HOME_FILE].facts
    searches = facts.searches if isinstance(facts, HomeRecord) else ()
    size = english.counted_entries(len(points), LEARNING_POINTS)
    return HomeView(
        hub_page(HOME_FILE, addresses.HOME, hub, ()),
        tuple(Link(words, addresses.finder_query("q", words)) for words in searches),
        tuple(_around([theme.picture for theme in themes.choices if theme.picture])),
        doors_view(hub),
        themes.choices,
        next(_stories(hub), None),
        tuple(_lessons(hub)),
        Link(f"All {size}", addresses.index(LEARNING_POINTS)) if points else None,
        tuple(_in_short(region, hub) for region in regions.choices),
        regions.map,
        programme_figures(hub.key_figures, hub),
        Link("See all figures and sources", addresses.EVIDENCE) if EVIDENCE in hub.parts else None,
    )


def _in_short(region: TermChoice, hub: Hub) -> TermChoice:
    """Return a region with the number of its case studies and projects alone, if it has any."""
    studies = [study for study in hub.case_studies.values() if study.facts.region == region.id]
    projects = len(hub.projects_by_region[region.id])
    return replace(region, counts=english.counts_in_words(studies, projects)) if studies or projects else region


def _around(pictures: list[str]) -> Iterator[tuple[str, int, int]]:
    """Yield pictures around a table, clockwise from the top."""
    for number, picture in enumerate(pictures if len(pictures) > 2 else ()):  # noqa: PLR2004 no table seats two
        angle = 2 * math.pi * number / len(pictures)
        x, y = 200 + RADIUS * math.sin(angle), 200 - RADIUS * math.cos(angle)
        yield picture, round(x - SEAT / 2), round(y - SEAT / 2)


def _stories(hub: Hub) -> Iterator[Story]:
    """Yield the case studies that say what helped and what did not, in reading order."""
    for study in hub.case_studies.values():
        facts = study.facts
        if facts.worked and facts.did_not_work:
            yield Story(
                link_to(study),
                ", ".join(dict.fromkeys(filter(None, (facts.organisation, facts.place)))),
                facts.summary,
                facts.worked[0],
                facts.did_not_work[0].what,
                picture_of(facts.themes, hub),
                facts.other_language,
            )


def _lessons(hub: Hub) -> Iterator[SharedLesson]:
    """Yield the lessons that the sources show by most projects, if by more than one."""
    counts = {point.id: len(point.facts.shown_by("stated")) for point in hub.learning_points.values()}
    points = sorted(hub.learning_points.values(), key=lambda point: (-counts[point.id], point.facts.title))
    for point in points[:POINTS]:
        if (count := counts[point.id]) > 1:
            yield SharedLesson(link_to(point), range(min(count, MOST_MARKS)), english.counted(count, "project"))
