"""Structured data: pages and entries as schema.org describes them, in JSON-LD, from the view that the page shows.

An entry is an article to learn from, with its terms, places, sources and figures.
Without the site's own address links are relative to the page; JSON-LD resolves them.

Source: https://schema.org.
"""

import json
from collections.abc import Iterable

from ideas_hub.formats.json_ld_entries import Node, entry_node, publisher, row_node, term_node
from ideas_hub.formats.publication import DATA_LICENCE, LANGUAGE, LICENCE, MEDIA_TYPES, LinkTo, link_builder
from ideas_hub.model import addresses
from ideas_hub.model.document import Document
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import VOCABULARY_KINDS
from ideas_hub.model.term import Term
from ideas_hub.views.data import DataView
from ideas_hub.views.entry_page import EntryView
from ideas_hub.views.events import EventsView
from ideas_hub.views.glossary import GlossaryView
from ideas_hub.views.learning_points import LearningPointsView
from ideas_hub.views.lists import ListView
from ideas_hub.views.page import Link, Page, Site
from ideas_hub.views.setbacks import SetbacksView
from ideas_hub.views.terms import TermsView
from ideas_hub.views.trails import TrailsView

# JSON in a script element can then neither end it nor start an HTML comment
UNSAFE_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def json_ld(page: Page, view: object, hub: Hub, site: Site) -> str:
    """Return a page's structured data, safe within a script element; "" for the page of missing addresses."""
    if page.address == addresses.NOT_FOUND:
        return ""
    link = link_builder(page.address, site)
    here = link(page.address)
    node = {
        "@id": here,
        "name": page.title,
        "inLanguage": LANGUAGE,
        "license": LICENCE,
        "publisher": publisher(site, link),
        **_properties(view, page, hub, site, link),
    }
    nodes = [node, _breadcrumb(page, link)] if page.breadcrumb else [node]
    document = {"@context": "https://schema.org", "@graph": nodes}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE_IN_SCRIPT)


def _properties(view: object, page: Page, hub: Hub, site: Site, link: LinkTo) -> Node:
    """Return a page's type and what belongs to it, by the type of its view."""
    node: Node = {"@type": "WebPage"}
    match view:
        case EntryView() if entry := hub.entry_by_address.get(page.address):
            node = entry_node(entry, view, hub, site, link)
        case EntryView() if row := hub.row_by_address.get(page.address):
            node = row_node(row, view, hub, site, link)
        case ListView():
            shown = [card.address for group in view.groups for card in group.cards]
            listed = {"mainEntity": _item_list(shown, link)} if shown else {}
            node = {"@type": "CollectionPage", **_about_term(page, hub, link), **listed}
        case LearningPointsView() | SetbacksView() | EventsView() | TrailsView():
            node = {"@type": "CollectionPage", "mainEntity": _item_list(view.entries, link)}
        case TermsView():
            kind = next(kind for kind in VOCABULARY_KINDS if addresses.index(kind) == page.address)
            terms = [_defined_term(term, link) for term in hub.vocabulary.of_kind(kind).values()]
            node = {"@type": "DefinedTermSet", "hasDefinedTerm": terms}
        case GlossaryView():
            words = [_defined_word(word_id, word.term, word.meaning, link) for word_id, word in view.words]
            node = {"@type": "DefinedTermSet", "hasDefinedTerm": words}
        case DataView():
            files = [_download(file, link) for data_set in view.sets for file in data_set.files]
            node = {"@type": "Dataset", "license": DATA_LICENCE, "isAccessibleForFree": True, "distribution": files}
        case _ if page.address == addresses.HOME:
            node = {"@type": "WebSite", **_search_action(site)}
    return node


def _defined_word(word_id: str, word: str, meaning: str, link: LinkTo) -> Node:
    return {"@type": "DefinedTerm", "@id": link(addresses.glossary(word_id)), "name": word, "description": meaning}


def _download(file: Link, link: LinkTo) -> Node:
    return {
        "@type": "DataDownload",
        "name": file.text,
        "contentUrl": link(file.address),
        "encodingFormat": MEDIA_TYPES.get(file.address.rpartition(".")[2], "application/octet-stream"),
    }


def _about_term(page: Page, hub: Hub, link: LinkTo) -> Node:
    for kind in VOCABULARY_KINDS:
        term = hub.vocabulary.of_kind(kind).get(page.address.removeprefix(addresses.index(kind)).rstrip("/"))
        if term and page.address == addresses.document(kind, term.id):
            return {"about": _defined_term(term, link)}
    return {}


def _defined_term(term: Document[Term], link: LinkTo) -> Node:
    own = {"termCode": term.id, "inDefinedTermSet": link(addresses.index(term.kind))}
    return {**term_node(term, link), **own, "description": term.facts.definition}


def _item_list(items: Iterable[str], link: LinkTo) -> Node:
    """Return a list of pages by address alone: the pages describe themselves."""
    rows = [{"@type": "ListItem", "position": place, "url": link(address)} for place, address in enumerate(items, 1)]
    return {"@type": "ItemList", "numberOfItems": len(rows), "itemListElement": rows}


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
    """Return the path to a page; the last step is the page itself and needs no address."""
    rows = [
        {"@type": "ListItem", "position": place, "name": step.text, "item": link(step.address)}
        for place, step in enumerate(page.breadcrumb, 1)
    ]
    here = {"@type": "ListItem", "position": len(rows) + 1, "name": page.title}
    return {"@type": "BreadcrumbList", "itemListElement": [*rows, here]}
