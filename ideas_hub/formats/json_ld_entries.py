"""Structured data of entries, projects and organisations, and of what they name: terms, places, the publisher."""

from collections.abc import Iterable
from typing import Any, TypeAlias

from ideas_hub.formats.publication import LANGUAGE, MEDIA_TYPES, LinkTo
from ideas_hub.model import addresses
from ideas_hub.model.data_files import Project
from ideas_hub.model.document import Document
from ideas_hub.model.event import Event
from ideas_hub.model.hub import AnyEntry, AnyRow, Hub
from ideas_hub.model.kinds import COMMUNITIES, EVENTS, LEARNING_POINTS, REGIONS, TOOLS, TRAILS, VOCABULARY_KINDS
from ideas_hub.model.organisation import Organisation
from ideas_hub.model.sections import EVIDENCED_BY, FIGURES, STEPS
from ideas_hub.model.term import Term
from ideas_hub.model.when import When
from ideas_hub.views.entry_page import EntryView
from ideas_hub.views.evidence_links import EvidenceLink
from ideas_hub.views.page import Site
from ideas_hub.views.trails import StepView

Node: TypeAlias = dict[str, Any]
TYPES = {
    LEARNING_POINTS.id: ["LearningResource"],
    TOOLS.id: ["LearningResource"],
    EVENTS.id: ["WebPage"],
    TRAILS.id: ["HowTo", "LearningResource"],
}
ATTENDANCE = {(True, False): "Offline", (False, True): "Online", (True, True): "Mixed"}
"""By whether an event has a place, and whether it is online."""


def publisher(site: Site, link: LinkTo) -> Node:
    """Return the publisher: the hub itself, under the name from its settings."""
    return {"@type": "Organization", "@id": link(addresses.HOME), "name": site.name}


def term_node(term: Document[Term], link: LinkTo) -> Node:
    """Return a term of the vocabulary as a DefinedTerm, whose page says the rest of it."""
    return {"@type": "DefinedTerm", "@id": link(addresses.document(term.kind, term.id)), "name": term.facts.label}


def _filled(properties: Node) -> Node:
    """Return a node without the properties that have no value."""
    return {name: value for name, value in properties.items() if value}


def _picture(view: EntryView, site: Site, link: LinkTo) -> str:
    return link(addresses.card_picture(view.page.address)) if site.has_social_cards else ""


def entry_node(entry: AnyEntry, view: EntryView, hub: Hub, site: Site, link: LinkTo) -> Node:
    """Return an entry as a learning resource.

    Its author is the hub; the authors of its sources are in its citations.
    """
    facts, here = entry.facts, link(view.page.address)
    reviewed = {"@type": "WebPage", "@id": here, "lastReviewed": facts.reviewed.isoformat()} if facts.reviewed else {}
    return _filled(
        {
            "@type": TYPES.get(entry.kind.id, ["Article", "LearningResource"]),
            "headline": view.page.title,
            "inLanguage": view.language.tag if view.language else LANGUAGE,
            "learningResourceType": "" if entry.kind is EVENTS else entry.kind.singular,
            "author": {"@id": link(addresses.HOME)},
            "datePublished": facts.published and facts.published.isoformat(),
            "dateModified": facts.last_changed and facts.last_changed.isoformat(),
            "mainEntity": _event(entry.facts, entry, hub, link) if isinstance(entry.facts, Event) else {},
            "mainEntityOfPage": reviewed,
            "isAccessibleForFree": True,
            "image": _picture(view, site, link),
            **_subjects(entry, hub, link),
            "sourceOrganization": _organisation(facts.organisation, hub, link) if facts.organisation else {},
            "teaches": facts.statement,
            "encoding": _questions(view, link) if facts.questions else {},
            "step": [_step(step, view, link) for step in view.rows(STEPS)],
            "spatialCoverage": _places(entry, hub, link),
            **_grounds((citation.source for citation in facts.sources), view, hub, link),
        }
    )


def _questions(view: EntryView, link: LinkTo) -> Node:
    """Return a tool's questions as a file to download."""
    file = link(addresses.questions_table(view.page.address))
    return {"@type": "MediaObject", "contentUrl": file, "encodingFormat": MEDIA_TYPES["csv"]}


def _step(step: StepView, view: EntryView, link: LinkTo) -> Node:
    return {
        "@type": "HowToStep",
        "position": step.number,
        "name": step.title,
        "text": step.text,
        "url": link(f"{view.page.address}#{step.anchor}"),
        "isBasedOn": [_work(one, link) for one in step.rests_on],
    }


def _event(facts: Event, entry: AnyEntry, hub: Hub, link: LinkTo) -> Node:
    """Return an event, with its days as precise as they are known; nothing for a milestone, which nobody goes to."""
    if facts.is_milestone:
        return {}
    place = _places(entry, hub, link) if facts.place else []
    online = (
        [{"@type": "VirtualLocation", "url": facts.joining or link(addresses.document(entry.kind, entry.id))}]
        if facts.online
        else []
    )
    mode = ATTENDANCE.get((bool(place), bool(online)))
    start, end = _start_and_end(facts.when)
    return _filled(
        {
            "@type": "Event",
            "name": facts.title,
            "description": facts.summary,
            "startDate": start,
            "endDate": end,
            "location": [*place, *online],
            "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode" if mode else "",
            "eventStatus": "https://schema.org/EventScheduled" if entry.id in hub.to_come else "",
            "organizer": [_organisation(name, hub, link) for name in facts.held_by],
            "audience": {"@type": "Audience", "audienceType": facts.who_for} if facts.who_for else {},
        }
    )


def _start_and_end(when: When) -> tuple[str, str]:
    """Return both as ISO 8601 has them, in times, days, months or years; the end is "" if no source says."""
    if when.times:
        start, end = when.times
        return start.isoformat(timespec="minutes"), end.isoformat(timespec="minutes") if end else ""
    return when.start, when.end or ""


def row_node(row: AnyRow, view: EntryView, hub: Hub, site: Site, link: LinkTo) -> Node:
    """Return the page of a project or an organisation, which is about it."""
    facts = row.facts
    if isinstance(facts, Organisation):
        about, sources = _about_organisation(facts, hub, link), (facts.source, *facts.more_sources)
    else:
        about, sources = _project(facts, view, hub, link), (facts.source,)
    return _filled(
        {
            "@type": "WebPage",
            "mainEntity": _filled({**about, "location": _places(row, hub, link)}),
            "image": _picture(view, site, link),
            **_subjects(row, hub, link),
            "spatialCoverage": _places(row, hub, link),
            **_grounds(filter(None, sources), view, hub, link),
        }
    )


def _project(facts: Project, view: EntryView, hub: Hub, link: LinkTo) -> Node:
    """Return a project as that of one organisation."""
    studies = [one.address for fact in view.facts if fact.id == "case_study" for one in fact.links]
    return {
        "@type": "Project",
        "name": facts.name,
        "alternateName": list(facts.aliases),
        "parentOrganization": _organisation(facts.organisation, hub, link),
        "areaServed": facts.reach,
        "subjectOf": [{"@type": "Article", "url": link(study)} for study in studies],
    }


def _about_organisation(facts: Organisation, hub: Hub, link: LinkTo) -> Node:
    sector = hub.vocabulary.lists.sectors.get(facts.sector or "")
    return {
        **_organisation(facts.name, hub, link),
        "alternateName": list(facts.aliases),
        "description": facts.about,
        "sameAs": facts.website,
        "knowsAbout": sector.label if sector else "",
    }


def _organisation(name: str, hub: Hub, link: LinkTo) -> Node:
    """Return an organisation by name, with its page if there is a record of it."""
    row = hub.directory.named(name)
    address = link(addresses.organisation(row.id)) if row else ""
    return {"@type": "Organization", "name": name, **({"@id": address, "url": address} if row else {})}


def _subjects(entry: AnyEntry | AnyRow, hub: Hub, link: LinkTo) -> Node:
    """Return what an entry or a row is about, and for whom."""
    people = [term.facts.label for term in hub.terms_of(entry, COMMUNITIES)]
    return {
        "about": [term_node(term, link) for term in hub.terms_of(entry, *VOCABULARY_KINDS)],
        "audience": {"@type": "Audience", "audienceType": people} if people else {},
    }


def _places(entry: AnyEntry | AnyRow, hub: Hub, link: LinkTo) -> list[Node]:
    """Return where an entry or a row is set: its place within its region, or its regions."""
    regions = [_region(term, hub, link) for term in hub.terms_of(entry, REGIONS)]
    if place := entry.facts.place:
        return [{"@type": "Place", "name": place, **({"containedInPlace": regions[0]} if regions else {})}]
    return regions


def _region(term: Document[Term], hub: Hub, link: LinkTo) -> Node:
    code, name = term.facts.code, hub.vocabulary.lists.code_name
    return {
        "@type": "Place",
        "name": term.facts.label,
        "url": link(addresses.document(term.kind, term.id)),
        **({"identifier": {"@type": "PropertyValue", "propertyID": name, "value": code}} if code else {}),
    }


def _grounds(cited: Iterable[str], view: EntryView, hub: Hub, link: LinkTo) -> Node:
    """Return what a page rests on: its sources, the evidence of a learning point, its figures with their bases.

    cited: the ids of the sources, in the order cited.
    """
    return {
        "citation": [hub.sources[source].facts.cite for source in dict.fromkeys(cited) if source in hub.sources],
        "isBasedOn": [_work(one, link) for one in view.rows(EVIDENCED_BY)],
        "mentions": [
            {
                "@type": "PropertyValue",
                "name": figure.label,
                "value": figure.number,
                "unitText": figure.unit,
                "description": ". ".join(filter(None, (figure.base, figure.known_words))),
            }
            for figure in view.rows(FIGURES)
        ],
    }


def _work(one: EvidenceLink, link: LinkTo) -> Node:
    """Return what a page or a step rests on, by its name and its page."""
    return {"@type": "CreativeWork", "name": one.link.text, "url": link(one.link.address)}
