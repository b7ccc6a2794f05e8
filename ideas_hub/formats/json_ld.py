"""What a page says of itself to machines: schema.org as JSON-LD.

Made from the views that the page is made from.  Without the site's own address links are as seen from the page, which JSON-LD
resolves.  Source: https://schema.org.
"""

import json
from collections.abc import Callable, Iterable
from typing import Any

from ideas_hub.formats.feeds import LANGUAGE, LICENCE, last_update, link_builder
from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.model.kinds import COMMUNITIES, LEARNING_POINTS, REGIONS, THEMES, VOCABULARY_KINDS
from ideas_hub.model.term import Term
from ideas_hub.views.entries import EntryView
from ideas_hub.views.lists import ListView, TermsView
from ideas_hub.views.overview import DataView, GlossaryView, PointsView
from ideas_hub.views.page import Page, Site

DATA_LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "geojson": "application/geo+json",
    "zip": "application/zip",
}
UNSAFE_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}

Node = dict[str, Any]
LinkTo = Callable[[str], str]


def json_ld(page: Page, view: object, hub: Hub, site: Site) -> str:
    """Return a page's structured data, safe within a script element; "" for a page that is at no address of its own."""
    if page.address == addresses.NOT_FOUND:
        return ""
    link = link_builder(page.address, site)
    nodes = [_main_node(page, view, hub, site, link), *([_breadcrumb(page, link)] if page.trail else [])]
    return script_safe({"@context": "https://schema.org", "@graph": nodes})


def script_safe(value: object) -> str:
    """Return a value as JSON that no HTML parser takes for the end of its script element, or for a comment."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE_IN_SCRIPT)


def _main_node(page: Page, view: object, hub: Hub, site: Site, link: LinkTo) -> Node:
    common = _common(page, site, link)
    if isinstance(view, EntryView):
        return {**common, **entry_node(entry_at(page.address, hub), view, hub, site, link)}
    if isinstance(view, ListView | PointsView):
        return {
            **common,
            "@type": "CollectionPage",
            **_about_term(page, hub, link),
            "mainEntity": _item_list(_listed(view), link),
        }
    if isinstance(view, TermsView | GlossaryView):
        return {**common, "@type": "DefinedTermSet", "hasDefinedTerm": _defined(page, view, hub, link)}
    if isinstance(view, DataView):
        return {**common, **_dataset(view, link)}
    return {
        **common,
        **({"@type": "WebSite", **_search_action(site)} if page.address == addresses.HOME else {"@type": "WebPage"}),
    }


def _listed(view: ListView | PointsView) -> Iterable[str]:
    """The addresses of what a list shows, each once."""
    if isinstance(view, PointsView):
        return dict.fromkeys(row.link.address for group in view.by_topic for row in group.rows)
    return [card.address for group in view.groups for card in group.cards]


def _defined(page: Page, view: TermsView | GlossaryView, hub: Hub, link: LinkTo) -> list[Node]:
    """The terms or words that a page defines."""
    if isinstance(view, GlossaryView):
        return [
            {
                "@type": "DefinedTerm",
                "@id": link(addresses.glossary(word.id)),
                "name": word.term,
                "description": word.meaning,
            }
            for word in view.words
        ]
    kind = next(kind for kind in VOCABULARY_KINDS if addresses.index(kind) == page.address)
    return [
        {**_term(term, link), "description": term.facts.definition} for term in hub.vocabulary.of_kind(kind).values()
    ]


def entry_at(address: str, hub: Hub) -> AnyEntry:
    """Return the entry whose page is at an address; asked for each of thousands, so it looks only among its own kind."""
    kind_id, entry_id = address.rstrip("/").split("/")
    found: AnyEntry = getattr(hub, kind_id.replace("-", "_"))[entry_id]
    return found


def _common(page: Page, site: Site, link: LinkTo) -> Node:
    here = link(page.address)
    return {
        "@id": here,
        "url": here,
        "name": page.title,
        "description": page.description,
        "inLanguage": LANGUAGE,
        "license": LICENCE,
        "publisher": publisher(site, link),
    }


def publisher(site: Site, link: LinkTo) -> Node:
    """Return who publishes the hub, by the hub's own name: a fork has another."""
    return {"@type": "Organization", "name": site.name, "url": link(addresses.HOME)}


def entry_node(entry: AnyEntry, view: EntryView, hub: Hub, site: Site, link: LinkTo) -> Node:
    """Return an entry as an article to learn from.  The authors of its sources are in its citations, not its authors."""
    facts, here = entry.facts, link(view.page.address)
    reviewed = {"@type": "WebPage", "@id": here, "lastReviewed": facts.reviewed.isoformat()} if facts.reviewed else {}
    return {
        "@type": ["LearningResource"] if entry.kind is LEARNING_POINTS else ["Article", "LearningResource"],
        "headline": view.page.title,
        "learningResourceType": entry.kind.singular,
        "author": publisher(site, link),
        "datePublished": facts.published.isoformat(),
        "dateModified": last_update(entry).isoformat(),
        **({"mainEntityOfPage": reviewed} if reviewed else {}),
        "isAccessibleForFree": True,
        "accessibilityFeature": ["structuralNavigation", "readingOrder"],
        "image": link(addresses.card_picture(view.page.address)),
        **_subjects(entry, hub, link),
        **_places(entry, hub, link),
        **_grounds(entry, view, hub, link),
    }


def _subjects(entry: AnyEntry, hub: Hub, link: LinkTo) -> Node:
    """What an entry is about and for whom."""
    about = [_term(term, link) for term in hub.terms_of(entry, *VOCABULARY_KINDS)]
    audience = [{"@type": "Audience", "audienceType": term.facts.label} for term in hub.terms_of(entry, COMMUNITIES)]
    teaches = {"teaches": getattr(entry.facts, "statement", "")} if entry.kind is LEARNING_POINTS else {}
    organisation = getattr(entry.facts, "organisation", "")
    return {
        **({"about": about} if about else {}),
        **(
            {"keywords": [term.facts.label for term in hub.terms_of(entry, THEMES)]}
            if hub.terms_of(entry, THEMES)
            else {}
        ),
        **({"audience": audience} if audience else {}),
        **({"sourceOrganization": {"@type": "Organization", "name": organisation}} if organisation else {}),
        **teaches,
    }


def _places(entry: AnyEntry, hub: Hub, link: LinkTo) -> Node:
    regions = [
        {**_place(term.facts.label), "url": link(addresses.document(term.kind, term.id)), **_code(term)}
        for term in hub.terms_of(entry, REGIONS)
    ]
    place = getattr(entry.facts, "place", "")
    if place:
        return {"spatialCoverage": [{**_place(place), **({"containedInPlace": regions[0]} if regions else {})}]}
    return {"spatialCoverage": regions} if regions else {}


def _place(name: str) -> Node:
    return {"@type": "Place", "name": name}


def _code(term: Document[Term]) -> Node:
    code = term.facts.code
    return {"identifier": {"@type": "PropertyValue", "propertyID": "ONS code", "value": code}} if code else {}


def _grounds(entry: AnyEntry, view: EntryView, hub: Hub, link: LinkTo) -> Node:
    """What an entry stands on: its sources, what shows it, and its figures with their bases."""
    cited = dict.fromkeys(citation.source for citation in entry.facts.sources)
    citations = [hub.sources[source].facts.cite for source in cited if source in hub.sources]
    shown = [{"@type": "CreativeWork", "name": one.link.text, "url": link(one.link.address)} for one in view.shows]
    figures = [
        {
            "@type": "PropertyValue",
            "name": figure.label,
            "value": figure.number,
            "unitText": figure.unit,
            "description": figure.base,
        }
        for figure in view.figures
    ]
    return {
        **({"citation": citations} if citations else {}),
        **({"isBasedOn": shown} if shown and entry.kind is LEARNING_POINTS else {}),
        **({"mentions": figures} if figures else {}),
    }


def _term(term: Document[Term], link: LinkTo) -> Node:
    return {
        "@type": "DefinedTerm",
        "@id": link(addresses.document(term.kind, term.id)),
        "name": term.facts.label,
        "termCode": term.id,
        "inDefinedTermSet": link(addresses.index(term.kind)),
    }


def _about_term(page: Page, hub: Hub, link: LinkTo) -> Node:
    for kind in VOCABULARY_KINDS:
        term = hub.vocabulary.of_kind(kind).get(page.address.removeprefix(addresses.index(kind)).rstrip("/"))
        if term and page.address == addresses.document(kind, term.id):
            return {"about": {**_term(term, link), "description": term.facts.definition}}
    return {}


def _item_list(listed: Iterable[str], link: LinkTo) -> Node:
    """What a page lists, by address alone: the pages themselves say more."""
    rows = [{"@type": "ListItem", "position": place, "url": link(address)} for place, address in enumerate(listed, 1)]
    return {"@type": "ItemList", "numberOfItems": len(rows), "itemListElement": rows}


def _dataset(view: DataView, link: LinkTo) -> Node:
    files = [
        {
            "@type": "DataDownload",
            "name": file.text,
            "contentUrl": link(file.address),
            "encodingFormat": MEDIA_TYPES.get(file.address.rpartition(".")[2], "application/octet-stream"),
        }
        for data_set in view.sets
        for file in data_set.files
    ]
    return {
        "@type": "Dataset",
        "license": DATA_LICENCE,
        "isAccessibleForFree": True,
        "distribution": files,
    }


def _search_action(site: Site) -> Node:
    if not site.url:  # a search template must be a full address
        return {}
    target = {"@type": "EntryPoint", "urlTemplate": f"{site.url}{addresses.FIND}?q={{search_term_string}}"}
    return {
        "potentialAction": {
            "@type": "SearchAction",
            "target": target,
            "query-input": "required name=search_term_string",
        }
    }


def _breadcrumb(page: Page, link: LinkTo) -> Node:
    """The way to a page; its last step, the page itself, needs no address."""
    rows = [
        {"@type": "ListItem", "position": place, "name": step.text, "item": link(step.address)}
        for place, step in enumerate(page.trail, 1)
    ]
    here = {"@type": "ListItem", "position": len(rows) + 1, "name": page.title}
    return {"@type": "BreadcrumbList", "itemListElement": [*rows, here]}
