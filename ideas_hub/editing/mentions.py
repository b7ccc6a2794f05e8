"""What mentions an entry: ids in the facts and data of others, and links in their texts."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from ideas_hub.model.document import Document
from ideas_hub.model.value_paths import field_name, line_of, values_at_path
from ideas_hub.reading.references import REFERENCES
from ideas_hub.repository.raw_content import FileResult, RawContent
from ideas_hub.repository.records import records_with_ids


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names an entry.

    line: from 1.
    words: what stands there: the entry's id, or a link as it is written.
    field: the field of the id; "" for a link.
    """

    file: str
    line: int
    words: str
    field: str = ""


def find_mentions(raw: RawContent, entry: Document[Any]) -> list[Mention]:
    """Return every place that names an entry, its own file's included, in file and line order."""
    return sorted((*_ids(raw, entry), *_links(raw, entry)), key=lambda mention: (mention.file, mention.line))


def find_mentions_of_figures(raw: RawContent, entry: Document[Any]) -> list[Mention]:
    """Return every place in other files that shows a figure of a case study."""
    ids = {figure.id for figure in getattr(entry.facts, "figures", ()) if getattr(figure, "id", None)}
    return [mention for mention in _naming(raw, "figures", ids) if mention.file != entry.file]


def _ids(raw: RawContent, entry: Document[Any]) -> Iterator[Mention]:
    yield from _naming(raw, entry.kind.plural, {entry.id})


def _naming(raw: RawContent, what: str, ids: Collection[str]) -> Iterator[Mention]:
    """Yield every place in facts and data that names one of these ids.  what: they belong to, as in REFERENCES."""
    for kind_id, facts, lines, file in records_with_ids(raw):
        for pattern in (pattern for pattern, listed in REFERENCES[kind_id].items() if listed == what):
            for path, value in values_at_path(facts, pattern.split(".")):
                if isinstance(value, str) and value in ids:
                    yield Mention(file, line_of(path, lines), value, field_name(path))


def _links(raw: RawContent, entry: Document[Any]) -> Iterator[Mention]:
    documents = [document for documents in raw.documents.values() for document in documents]
    linking: list[Document[Any] | FileResult] = [*documents, *raw.broken]
    for one in linking:
        yield from (Mention(one.file, link.line, link.target) for link in one.links if link.file == entry.file)
