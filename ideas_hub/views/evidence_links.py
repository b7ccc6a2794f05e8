"""Links between entries and their evidence, as pages list them: lessons, steps of trails, stories and projects."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ideas_hub.model import addresses
from ideas_hub.model.data_files import Project
from ideas_hub.model.document import DataRow
from ideas_hub.model.entries import NamesEntry, Showing
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.links_back import PointLink
from ideas_hub.model.trail import RestsOn
from ideas_hub.views import english
from ideas_hub.views.page import Link, link_to


@dataclass(frozen=True, slots=True)
class EvidenceLink:
    """The other end of a link between a learning point and its evidence.

    how: how it shows, in a sentence or two; may be "".
    """

    link: Link
    kind: str
    how: str


def named_by(evidence: NamesEntry, hub: Hub) -> AnyEntry | DataRow[Project] | None:
    """Return the entry or the project that evidence names; None if it is not published."""
    by_kind: Mapping[str, Mapping[str, AnyEntry | DataRow[Project]]] = {
        "case_study": hub.case_studies,
        "project": hub.projects,
        "programme": hub.programmes,
        "learning_point": hub.learning_points,
        "tool": hub.tools,
    }
    return next((found for kind, one in evidence.entries() if (found := by_kind[kind].get(one))), None)


def who_and_where_link(named: AnyEntry | DataRow[Project]) -> Link:
    """Return a link to a story or a project by who and where, "Third Drawer, Conwy"; to others by their title."""
    words = f"{named.facts.organisation}, {named.facts.place}"
    if isinstance(named, DataRow):
        return Link(words, addresses.project(named.id))
    return Link(words, link_to(named).address) if named.facts.organisation else link_to(named)


def project_link(row: DataRow[Project]) -> Link:
    """Return a link to a project's page, by the organisation that led it."""
    return Link(row.facts.organisation, addresses.project(row.id))


def lessons(points: Iterable[PointLink]) -> tuple[EvidenceLink, ...]:
    """Return the learning points that an entry shows, those of its source before those that we see in it."""
    shown = ((link.point, link.showing.basis == "stated", link.showing.how or "") for link in points)
    rows = (EvidenceLink(link_to(point), "In the source" if stated else "", how) for point, stated, how in shown)
    return tuple(sorted(rows, key=lambda row: not row.kind))


def trail_links(kind: str, entry_id: str, hub: Hub) -> Iterator[EvidenceLink]:
    """Yield the trails that rest on an entry or a project, each with the steps that do.  kind: as a step names it."""
    for link in hub.links_back.trails_on(kind, entry_id):
        numbers = english.listed([str(number) for number in link.steps])
        yield EvidenceLink(link_to(link.trail), f"{'Steps' if link.steps[1:] else 'Step'} {numbers}", "")


def evidence_links(evidence: Iterable[Showing | RestsOn], hub: Hub) -> Iterator[EvidenceLink]:
    """Yield what a learning point or a step rests on as its page lists it, without what is not published."""
    for one in evidence:
        how = one.how or ""
        named = named_by(one, hub)
        if isinstance(named, DataRow):
            yield EvidenceLink(project_link(named), named.facts.place, how)
        elif named and named.facts.organisation:
            yield EvidenceLink(link_to(named), who_and_where_link(named).text, how)
        elif named:
            yield EvidenceLink(link_to(named), named.kind.label, how)
