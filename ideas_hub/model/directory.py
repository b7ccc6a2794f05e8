"""The directory of organisations: who a name leads to, and what each did, with whom.

A work is a case study, a project without one, a programme or an event.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from ideas_hub.model.data_files import Project
from ideas_hub.model.document import DataRow, Document
from ideas_hub.model.entries import CaseStudy, Programme
from ideas_hub.model.event import Event
from ideas_hub.model.organisation import Organisation, name_key

WorkEntry: TypeAlias = Document[CaseStudy] | Document[Programme] | Document[Event] | DataRow[Project]
"""What a work is described in."""

LED, PARTNER, FUNDER, IN_AREA, HELD, NAMED = "led", "partner", "funder", "in-area", "held", "named"
"""The parts that an organisation may take in a work: IN_AREA in one area of a programme, NAMED any other."""


@dataclass(frozen=True, slots=True)
class Work:
    """Something that organisations did.

    parts: each name as it is written, with the part that the organisation took, in the order written.
    keys: kind and id of all that describe it, as learning points name them: a case study, its project, a programme.
    """

    entry: WorkEntry
    parts: tuple[tuple[str, str], ...]
    keys: tuple[tuple[str, str], ...]

    def names(self, *parts: str) -> tuple[str, ...]:
        """Return the names of those that took one of these parts, each once."""
        return tuple(dict.fromkeys(name for name, part in self.parts if part in parts))


@dataclass(frozen=True, slots=True)
class PartsTaken:
    """The parts that one organisation took in a work, in the order written."""

    work: Work
    parts: tuple[str, ...]


def works_of(
    case_studies: Iterable[Document[CaseStudy]],
    projects: Iterable[DataRow[Project]],
    programmes: Iterable[Document[Programme]],
    events: Iterable[Document[Event]],
) -> Iterator[Work]:
    """Yield every work: case studies, each with what its project says, then other projects, programmes and events."""
    rows = list(projects)
    behind = {row.facts.case_study: row for row in rows if row.facts.case_study}
    studies = [(study, behind.get(study.id)) for study in case_studies]
    yield from (_case_study(study, row) for study, row in studies)
    with_study = {row.id for _, row in studies if row}
    yield from (Work(row, _parts_of(row.facts), _key_of(row)) for row in rows if row.id not in with_study)
    yield from map(_programme, programmes)
    for event in events:
        part = NAMED if event.facts.is_milestone else HELD
        yield Work(event, tuple((name, part) for name in event.facts.held_by), (("event", event.id),))


def _case_study(study: Document[CaseStudy], row: DataRow[Project] | None) -> Work:
    own = ((study.facts.organisation, LED), *((name, PARTNER) for name in study.facts.partners))
    parts = (*own, *(_parts_of(row.facts) if row else ()))
    return Work(study, parts, (("case_study", study.id), *(_key_of(row) if row else ())))


def _key_of(row: DataRow[Project]) -> tuple[tuple[str, str], ...]:
    return (("project", row.id),)


def _programme(entry: Document[Programme]) -> Work:
    facts = entry.facts
    parts = (
        *((name, LED) for name in facts.owner),
        *((name, FUNDER) for name in facts.funder),
        *((area.lead, IN_AREA) for area in facts.areas),
    )
    return Work(entry, parts, (("programme", entry.id),))


def _parts_of(facts: Project) -> tuple[tuple[str, str], ...]:
    partners, funders = ((name, PARTNER) for name in facts.partners), ((name, FUNDER) for name in facts.funders)
    return (facts.organisation, LED), *partners, *funders


@dataclass(frozen=True)
class Directory:
    """The organisations by id, and the works that they took part in, in reading order."""

    organisations: Mapping[str, DataRow[Organisation]]
    works: tuple[Work, ...]

    def named(self, name: str) -> DataRow[Organisation] | None:
        """Return the organisation that a name, another name or an id leads to; None if there is no record of it."""
        return self.organisations.get(self._ids.get(name_key(name), ""))

    @cached_property
    def _ids(self) -> Mapping[str, str]:
        """The id that each name leads to, by its `name_key`: those in use before an id that an organisation had."""
        rows = self.organisations.values()
        old = {name_key(name): row.id for row in rows for name in row.facts.redirect_from}
        return old | {name_key(name): row.id for row in rows for name in (row.id, *row.facts.names)}

    @cached_property
    def stories_and_projects(self) -> tuple[Work, ...]:
        """The works, but for programmes and events."""
        return tuple(work for work in self.works if isinstance(work.entry.facts, CaseStudy | Project))

    @cached_property
    def partnerships(self) -> tuple[Work, ...]:
        """The stories and projects in which two organisations on record took part, or more."""
        return tuple(work for work in self.stories_and_projects if len(self.took_part(work, LED, PARTNER)) > 1)

    def took_part(self, work: Work, *parts: str) -> tuple[DataRow[Organisation], ...]:
        """Return the organisations on record that took one of these parts in a work, each once."""
        found = (self.named(name) for name in work.names(*parts))
        return tuple({row.id: row for row in found if row}.values())

    def worked_with(self, organisation: str) -> tuple[DataRow[Organisation], ...]:
        """Return those that took part in a partnership with an organisation, by its id, in the order of the works."""
        return tuple(self._worked_with.get(organisation, {}).values())

    @cached_property
    def _worked_with(self) -> Mapping[str, Mapping[str, DataRow[Organisation]]]:
        others: defaultdict[str, dict[str, DataRow[Organisation]]] = defaultdict(dict)
        for work in self.partnerships:
            members = self.took_part(work, LED, PARTNER)
            for member in members:
                others[member.id] |= {one.id: one for one in members if one is not member}
        return others

    def parts_taken(self, organisation: str) -> tuple[PartsTaken, ...]:
        """Return what an organisation did, by its id, in the order of the works."""
        return self._parts_taken.get(organisation, ())

    def entries_of(self, organisation: str) -> tuple[Document[Any], ...]:
        """Return the case studies, programmes and events that an organisation took part in, by its id."""
        entries = (taken.work.entry for taken in self.parts_taken(organisation))
        return tuple(entry for entry in entries if isinstance(entry, Document))

    def is_followed(self, organisation: str) -> bool:
        """Return whether an organisation has a feed: it took part in two entries or more."""
        return len(self.entries_of(organisation)) > 1

    @cached_property
    def _parts_taken(self) -> Mapping[str, tuple[PartsTaken, ...]]:
        """What each organisation did; NAMED only where it took no other part."""
        named_with = self._named_with
        taken: defaultdict[str, list[PartsTaken]] = defaultdict(list)
        for work in self.works:
            parts: defaultdict[str, dict[str, None]] = defaultdict(dict)
            for name, part in work.parts:
                if row := self.named(name):
                    parts[row.id][part] = None
            also = dict.fromkeys(one for key in work.keys for one in named_with.get(key, ()))
            for organisation, some in ({one: {NAMED: None} for one in also} | parts).items():
                taken[organisation].append(PartsTaken(work, tuple(some)))
        return {organisation: tuple(works) for organisation, works in taken.items()}

    @cached_property
    def _named_with(self) -> Mapping[tuple[str, str], list[str]]:
        """The organisations that name each project or programme as another that they were involved in."""
        named: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for row in self.organisations.values():
            for kind, ids in (("project", row.facts.projects), ("programme", row.facts.programmes)):
                for one in ids:
                    named[kind, one].append(row.id)
        return named

    def roles(self, row: DataRow[Organisation]) -> tuple[str, ...]:
        """Return the roles of an organisation: those that its works show, then those that only its row says."""
        parts = {part for taken in self.parts_taken(row.id) for part in taken.parts}
        shown = parts | ({PARTNER} if IN_AREA in parts else set())
        return tuple(dict.fromkeys((*(part for part in (LED, PARTNER, FUNDER) if part in shown), *row.facts.roles)))
