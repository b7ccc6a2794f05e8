"""What a hub has to choose from: ids with their labels, and the other words for them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ideas_hub.model.document import Document
from ideas_hub.model.fields import Entry
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import REGIONS, VOCABULARY_KINDS
from ideas_hub.model.place import named_places
from ideas_hub.model.source import Source
from ideas_hub.model.term import Term


def labels_of(what: str, hub: Hub) -> Mapping[str, str]:
    """Return the label of each thing that a list holds, by id, in its order.

    what: as in `REFERENCES`, such as "themes", "case studies" or "cost_bands".
    """
    if terms := terms_of(what, hub):
        return {term.id: term.facts.label for term in terms}
    if what == "projects":
        return {row.id: row.facts.name for row in hub.projects.values()}
    if what == "figures":
        return {figure_id: figure.label for figure_id, figure in hub.figures.items()}
    documents: Mapping[str, Iterable[Document[Entry] | Document[Source]]] = {
        "case studies": hub.case_studies.values(),
        "lessons": hub.learning_points.values(),
        "programmes": hub.programmes.values(),
        "sources": hub.sources.values(),
    }
    if what in documents:
        return {document.id: document.facts.title for document in documents[what]}
    if what in {kind.id for kind in VOCABULARY_KINDS}:
        return {}
    return hub.evidence.subjects if what == "subjects" else hub.vocabulary.lists.labels(what)


def synonyms_of(what: str, hub: Hub) -> Mapping[str, str]:
    """Return the ids of the terms that other words name, by word; what names several names none.

    A region is named by its places, too.
    """
    named: dict[str, set[str]] = defaultdict(set)
    for word, region in named_places(hub.places if what == REGIONS.id else ()):
        named[word].add(region)
    for term in terms_of(what, hub):
        for word in term.facts.synonyms:
            named[word].add(term.id)
    return {word: ids.pop() for word, ids in named.items() if len(ids) == 1}


def terms_of(what: str, hub: Hub) -> list[Document[Term]]:
    """Return the terms that a list holds; none if it holds anything else."""
    return [term for kind in VOCABULARY_KINDS if kind.id == what for term in hub.vocabulary.of_kind(kind).values()]
