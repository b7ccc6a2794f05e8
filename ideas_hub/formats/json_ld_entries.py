"""Structured data of an entry and of a project, and of what they name: terms, places, the hub as publisher."""

from collections.abc import Iterable
from typing import Any, TypeAlias

from ideas_hub.formats.publication import LANGUAGE, MEDIA_TYPES, LinkTo
from ideas_hub.model import addresses
from ideas_hub.model.data_files import Project
from ideas_hub.model.document import DataRow, Document
from ideas_hub.model.hub import AnyEntry, AnyRow, Hub
from ideas_hub.model.kinds import COMMUNITIES, LEARNING_POINTS, REGIONS, THEMES, TOOLS, VOCABULARY_KINDS
from ideas_hub.model.organisation import Organisation
from ideas_hub.model.sections import EVIDENCED_BY, FIGURES
from ideas_hub.model.term import Term
from ideas_hub.views.entry_page import EntryView
from ideas_hub.views.page import Site

Node: TypeAlias = dict[str, Any]


def publisher(site: Site, link: LinkTo) -> Node:
    """Return the publisher: the hub itself, under the name from its settings."""
    return {"@type": "Organization", "name": site.name, "url": link(addresses.HOME)}


def term_node(term: Document[Term], link: LinkTo) -> Node:
    """Return a term of the vocabulary as a DefinedTerm."""
    return {
        "@type": "DefinedTerm",
        "@id": link(addresses.document(term.kind, term.id)),
        "name": term.facts.label,
        "termCode": term.id,
        "inDefinedTermSet": link(addresses.index(term.kind)),
    }


def entry_node(entry: AnyEntry, view: EntryView, hub: Hub, site: Site, link: LinkTo) -> Node:
    """Return an entry as a learning resource.

    Its author is the hub; the authors of its sources are in its citations.
    """
    facts, here = entry.facts, link(view.page.address)
    reviewed = {"@type": "WebPage", "@id": here, "lastReviewed": facts.reviewed.isoformat()} if facts.reviewed else {}
    properties = {
        "@type": ["LearningResource"] if entry.kind in (LEARNING_POINTS, TOOLS) else ["Article", "LearningResource"],
        "headline": view.page.title,
        "inLanguage": view.language.tag if view.language else LANGUAGE,
        "learningResourceType": entry.kind.singular,
        "author": publisher(site, link),
        "datePublished": facts.published and facts.published.isoformat(),
        "dateModified": facts.last_changed and facts.last_changed.isoformat(),
        "mainEntityOfPage": reviewed,
        "isAccessibleForFree": True,
        "accessibilityFeature": ["structuralNavigation", "readingOrder"],
        "image": link(addresses.card_picture(view.page.address)) if site.has_cards else "",
        **_subjects(entry, hub, link),
        "sourceOrganization": _organisation(facts.organisation, hub, link) if facts.organisation else {},
        "teaches": facts.statement,
        "encoding": _questions(view, link) if facts.questions else {},
        "spatialCoverage": _places(entry, hub, link),
        **_grounds((citation.source for citation in facts.sources), view, hub, link),
    }
    return {name: value for name, value in properties.items() if value}


def _questions(view: EntryView, link: LinkTo) -> Node:
    """Return a tool's questions as a file to download."""
    file = link(addresses.questions_table(view.page.address))
    return {"@type": "MediaObject", "contentUrl": file, "encodingFormat": MEDIA_TYPES["csv"]}


def project_node(row: DataRow[Project], view: EntryView, hub: Hub, site: Site, link: LinkTo) -> Node:
    """Return a project's page, which is about the project, as that of one organisation."""
    facts = row.facts
    studies = [one.address for fact in view.facts if fact.id == "case_study" for one in fact.links]
    project = {
        "@type": "Project",
        "name": facts.name,
        "alternateName": list(facts.aliases),
        "parentOrganization": _organisation(facts.organisation, hub, link),
        "location": _places(row, hub, link),
        "areaServed": facts.reach,
        "subjectOf": [{"@type": "Article", "url": link(study)} for study in studies],
    }
    properties = {
        "@type": "WebPage",
        "mainEntity": {name: value for name, value in project.items() if value},
        "image": link(addresses.card_picture(view.page.address)) if site.has_cards else "",
        **_subjects(row, hub, link),
        "spatialCoverage": _places(row, hub, link),
        **_grounds((facts.source or "",), view, hub, link),
    }
    return {name: value for name, value in properties.items() if value}


def organisation_node(row: DataRow[Organisation], view: EntryView, hub: Hub, site: Site, link: LinkTo) -> Node:
    """Return an organisation's page, which is about it."""
    facts, sector = row.facts, hub.vocabulary.lists.sectors.get(row.facts.sector or "")
    organisation = {
        **_organisation(facts.name, hub, link),
        "alternateName": list(facts.aliases),
        "description": facts.about,
        "sameAs": facts.website,
        "knowsAbout": sector.label if sector else "",
        "location": _places(row, hub, link),
    }
    properties = {
        "@type": "WebPage",
        "mainEntity": {name: value for name, value in organisation.items() if value},
        "image": link(addresses.card_picture(view.page.address)) if site.has_cards else "",
        "citation": _grounds((facts.source or "", *facts.more_sources), view, hub, link)["citation"],
    }
    return {name: value for name, value in properties.items() if value}


def _organisation(name: str, hub: Hub, link: LinkTo) -> Node:
    """Return an organisation by name, with its page if there is a record of it."""
    row = hub.directory.named(name)
    address = link(addresses.organisation(row.id)) if row else ""
    return {"@type": "Organization", "name": name, **({"@id": address, "url": address} if row else {})}


def _subjects(entry: AnyEntry | DataRow[Project], hub: Hub, link: LinkTo) -> Node:
    """Return what an entry or a project is about, and for whom."""
    return {
        "about": [term_node(term, link) for term in hub.terms_of(entry, *VOCABULARY_KINDS)],
        "keywords": [term.facts.label for term in hub.terms_of(entry, THEMES)],
        "audience": [
            {"@type": "Audience", "audienceType": term.facts.label} for term in hub.terms_of(entry, COMMUNITIES)
        ],
    }


def _places(entry: AnyEntry | AnyRow, hub: Hub, link: LinkTo) -> list[Node]:
    """Return where an entry or a project is set: its place within its region, or its regions."""
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
        "isBasedOn": [
            {"@type": "CreativeWork", "name": one.link.text, "url": link(one.link.address)}
            for one in view.rows(EVIDENCED_BY)
        ],
        "mentions": [
            {
                "@type": "PropertyValue",
                "name": figure.label,
                "value": figure.number,
                "unitText": figure.unit,
                "description": figure.base,
            }
            for figure in view.rows(FIGURES)
        ],
    }
