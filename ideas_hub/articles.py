"""Every text of the hub as an article: from the cache where it was made before, else by all processors."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Mapping
from typing import Any

from ideas_hub.article import Article, convert
from ideas_hub.cache import Cache, key_of
from ideas_hub.hub import Hub
from ideas_hub.reader import Document

WORTH_FORKING = 40  # below this, starting workers costs more than they save


def convert_all(documents: Iterable[Document[Any]], cache: Cache) -> dict[str, Article]:
    """Return the article of each document by its file; a text is converted once until it changes."""
    keys = {document.file: key_of("article", document.file, document.body_line, document.body) for document in documents}
    known = cache.get(keys.values())
    missing = [(d.body, d.file, d.body_line) for d in documents if keys[d.file] not in known]
    made = {keys[file]: article for (_, file, _), article in zip(missing, _convert_each(missing), strict=True)}
    cache.put(made, known)
    known |= made
    return {file: known[key] for file, key in keys.items()}


def _convert_each(texts: list[tuple[str, str, int]]) -> list[Article]:
    workers = os.cpu_count() or 1
    if len(texts) < WORTH_FORKING or workers == 1 or "fork" not in multiprocessing.get_all_start_methods():
        return [_convert(text) for text in texts]
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        return pool.map(_convert, texts, chunksize=max(1, min(50, len(texts) // workers // 4)))


def _convert(text: tuple[str, str, int]) -> Article:
    body, file, first_line = text
    return convert(body, file, first_line=first_line)


def documents_of(hub: Hub) -> tuple[Document[Any], ...]:
    """Return every document of a hub that has a text."""
    return (*hub.entries, *hub.vocabulary.terms(), *hub.sources.values(), *hub.pages.values(), *hub.prose.values())


def all_articles(hub: Hub, cache: Cache) -> Mapping[str, Article]:
    """Return the article of every document of a hub, by file."""
    return convert_all(documents_of(hub), cache)
