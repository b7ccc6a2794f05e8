"""A repository's content, read and checked: all that scripts/check needs, and what a build starts from."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from ideas_hub.checks import own_figures
from ideas_hub.checks.run import check_texts, compare_entries
from ideas_hub.engine.build_date import build_date
from ideas_hub.engine.cache import Cache
from ideas_hub.model.data_files import EvidenceFile
from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import (
    COMMUNITIES,
    ENTRY_KINDS,
    EVENTS,
    EVIDENCE_PAGE,
    HOME_PAGE,
    HUB_PAGES,
    LEARNING_POINTS,
    PROJECTS,
    PROSE,
    REGIONS,
    SOURCES,
    THEMES,
    Kind,
)
from ideas_hub.model.photo import Photo
from ideas_hub.model.reading_order import in_reading_order
from ideas_hub.model.register import Register
from ideas_hub.model.row_kinds import RowTakenDown
from ideas_hub.model.term import Lists
from ideas_hub.model.vocabulary import Vocabulary, in_label_order
from ideas_hub.photos.publish import publish_photos
from ideas_hub.problem import Problem, Severity, first_of_each_kind
from ideas_hub.reading.rows import rows_with
from ideas_hub.repository.consequences import with_mistakes, without_consequences
from ideas_hub.repository.consistency import (
    find_inconsistencies,
    find_missing_pages,
    find_nav_problems,
)
from ideas_hub.repository.days import find_odd_days
from ideas_hub.repository.dead_links import find_dead_links
from ideas_hub.repository.design import (
    find_stray_illustrations,
    find_template_problems,
    read_assets,
    read_illustrations,
)
from ideas_hub.repository.drafts import drafts_may_wait, with_drafts_again
from ideas_hub.repository.events import as_on_a_day, find_joining_once_over, find_meeting_links
from ideas_hub.repository.former_values import find_former_values
from ideas_hub.repository.history import first_published, with_day
from ideas_hub.repository.misplaced import with_misplaced_pictures
from ideas_hub.repository.organisation_names import find_unknown_names, names_by_id, with_names
from ideas_hub.repository.published_addresses import (
    find_lost_addresses,
    find_shared_addresses,
    ids_published_at,
    numbered_ids,
    without_lost_ids,
)
from ideas_hub.repository.raw_content import RawContent, ReadingMemo, read_raw_content
from ideas_hub.repository.register import read_register
from ideas_hub.repository.release import find_links_to_come, released
from ideas_hub.repository.trails import find_door_faults, find_trail_faults

CACHE = ".cache"
PHOTOS = "photos"  # below it


@dataclass(frozen=True)
class Repository:
    """All content, and everything that is wrong with it.

    problems: in file and line order, ideas included.
    photos: by the file of the entry that shows each.
    photo_files: functions that read the bytes to publish, by address.
    today: the day that reviews and consents are measured by.
    """

    root: Path
    hub: Hub
    problems: tuple[Problem, ...]
    cache: Cache
    register: Register
    photos: Mapping[str, Photo]
    photo_files: Mapping[str, Callable[[], bytes]]
    today: date

    @cached_property
    def blocking(self) -> tuple[Problem, ...]:
        """The problems that must be fixed: with any of them nothing is published."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.MUST_FIX)

    @cached_property
    def advice(self) -> tuple[Problem, ...]:
        """The problems that do not block publishing: what should be fixed, and ideas."""
        return tuple(problem for problem in self.problems if problem.severity is not Severity.MUST_FIX)


def load_repository(
    root: Path, *, cached: bool = True, memo: ReadingMemo | None = None, since: str = "", advice: bool = True
) -> Repository:
    """Return all content of a repository, with every problem.

    cached: read and write the folder `.cache`.
    memo: results from an earlier call, to be replaced.
    since: a commit; whatever it published must still have its address.  Raises UnknownCommitError if it is not here.
    advice: also say what could be better when entries are compared; nothing of that keeps them from being published.
    """
    cache = Cache(root / CACHE if cached else None)
    raw, day = read_raw_content(root, cache, memo), build_date()
    now, once = released(raw, day), released(raw, date.max)
    hub = assemble(now, root, cache, day)
    complete = hub if once is now else assemble(once, root, cache, day)
    register, in_register = read_register(root)
    problems = [*_problems_between_files(raw, root, day), *in_register]
    for one in (hub,) if complete is hub else (hub, complete):  # what goes out later must not stop the build that day
        problems += [*find_missing_pages(one, root), *find_nav_problems(one, root)]
        problems += find_dead_links(one, raw.broken, root, with_mistakes(problems))
    published = [*numbered_ids(register), *(ids_published_at(root, since, day) if since else ())]
    lost = with_drafts_again(find_lost_addresses(published, complete, with_mistakes(problems), day), raw)
    problems = [*without_lost_ids(problems, lost), *lost, *find_shared_addresses(complete, register)]
    photos = publish_photos(complete, root, root / CACHE / PHOTOS if cached else None, day)
    problems += [*photos.problems, *check_texts(root, complete.glossary, cache, raw.rule_results)]
    problems += _advice(raw, complete, day) if advice else ()
    problems = with_misplaced_pictures([*problems, *_problems_in_design(root)], root)
    known = {(one.file, one.line) for one in problems if one.rule == own_figures.RULE}
    problems += find_former_values(root, known, with_mistakes(problems))
    return Repository(root, hub, _in_order(problems, raw), cache, register, photos.photos, photos.files, day)


def read_hub(root: Path, cache: Cache | None = None) -> tuple[Hub, list[Problem]]:
    """Return the hub, and every problem that keeps content from it, in file and line order."""
    cache = cache or Cache(None)
    raw = read_raw_content(root, cache)
    day = build_date()
    problems = sorted((*_problems_between_files(raw, root, day), *find_unknown_names(raw)), key=Problem.sort_key)
    return assemble(released(raw, day), root, cache, day), first_of_each_kind(problems)


def _problems_between_files(raw: RawContent, root: Path, day: date) -> list[Problem]:
    found = (
        find_inconsistencies(root, raw),
        find_odd_days(raw, day),
        find_links_to_come(raw, day),
        find_joining_once_over(raw, day),
        find_meeting_links(raw, day),
        find_trail_faults(raw, day),
        find_door_faults(raw, root),
    )
    return list(chain(*found))


def _problems_in_design(root: Path) -> list[Problem]:
    return [*read_assets(root)[1], *find_stray_illustrations(root), *find_template_problems(root)]


def _advice(raw: RawContent, hub: Hub, today: date) -> list[Problem]:
    return [*find_unknown_names(raw), *compare_entries(hub, today, raw.rule_results)]


def _in_order(problems: Iterable[Problem], raw: RawContent) -> tuple[Problem, ...]:
    """Return each problem once, in file and line order, without those that follow from another."""
    each = sorted(dict.fromkeys(without_consequences(problems)), key=Problem.sort_key)
    return tuple(first_of_each_kind(drafts_may_wait(each, raw)))


def assemble(raw: RawContent, root: Path, cache: Cache, today: date) -> Hub:
    """Return all content that can be trusted as a hub.

    Where a file has a problem that must be fixed the hub lacks its entry: good enough to preview, not to publish.
    """
    names = names_by_id(raw.organisations)
    entries = _entries(raw, names, root, cache, today)
    events, to_come = as_on_a_day(entries[EVENTS].values(), entries[LEARNING_POINTS].values(), today)
    return Hub(
        vocabulary=_vocabulary(raw, root),
        **{kind.id.replace("-", "_"): entries[kind] for kind in ENTRY_KINDS if kind is not EVENTS},
        events=events,
        to_come=to_come,
        projects={row.id: with_names(row, PROJECTS, names) for row in raw.projects},
        places=tuple(raw.places.values()),
        evidence=raw.evidence or EvidenceFile(),
        sources={source.id: source for source in raw.documents[SOURCES.id]},
        glossary=raw.glossary,
        pages={page.file: page for kind in (HOME_PAGE, EVIDENCE_PAGE, HUB_PAGES) for page in raw.documents[kind.id]},
        prose={page.file: page for page in raw.documents[PROSE.id]},
        drawing=raw.drawing,
        nav=raw.nav,
        contact=raw.contact,
        withdrawn=tuple(raw.withdrawn),
        organisations={row.id: row for row in raw.organisations},
        rows_taken_down={kind_id: tuple(rows_with(RowTakenDown, rows)) for kind_id, rows in raw.rows.items()},
        doors=tuple(door for page in raw.documents[HOME_PAGE.id] for door in page.facts.doors),
        key_figures=_key_figures(raw, HOME_PAGE),
        evidence_figures=_key_figures(raw, EVIDENCE_PAGE),
    )


def _key_figures(raw: RawContent, kind: Kind) -> tuple[str, ...]:
    return tuple(figure for page in raw.documents[kind.id] for figure in page.facts.key_figures)


def _vocabulary(raw: RawContent, root: Path) -> Vocabulary:
    themes, regions, communities = (in_label_order(raw.documents[kind.id]) for kind in (THEMES, REGIONS, COMMUNITIES))
    return Vocabulary(themes, regions, communities, raw.lists or Lists(), read_illustrations(root))


def _entries(
    raw: RawContent, names: Mapping[str, str], root: Path, cache: Cache, today: date
) -> dict[Kind, dict[str, Document[Any]]]:
    """Return the entries of each kind by id, with the names of organisations where they give ids.  names: by id."""
    published = _published(raw, root, cache, today)
    return {kind: in_reading_order(with_names(one, kind.id, names) for one in some) for kind, some in published.items()}


def _published(raw: RawContent, root: Path, cache: Cache, today: date) -> dict[Kind, list[Document[Any]]]:
    """Return the entries of each kind, each with the day of its first publication if it is known."""
    published = {kind: raw.documents[kind.id] for kind in ENTRY_KINDS}
    if all(entry.facts.published for entries in published.values() for entry in entries):
        return published
    days = first_published(root, cache)
    return {kind: [with_day(entry, days, today) for entry in entries] for kind, entries in published.items()}
