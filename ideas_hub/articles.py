"""Every text of the hub as an article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ideas_hub.article import Article, convert
from ideas_hub.cache import Cache
from ideas_hub.hub import Hub
from ideas_hub.making import make_each
from ideas_hub.reader import Document


def all_articles(hub: Hub, cache: Cache) -> Mapping[str, Article]:
    """Return the article of every document of a hub, by file; a text is converted once until it changes."""
    documents = documents_of(hub)
    texts = [(document.file, document.body_line, document.body) for document in documents]
    return dict(zip((document.file for document in documents), make_each("article", _convert, texts, cache), strict=True))


def documents_of(hub: Hub) -> tuple[Document[Any], ...]:
    """Return every document of a hub that has a text."""
    return (*hub.entries, *hub.vocabulary.terms(), *hub.sources.values(), *hub.pages.values(), *hub.prose.values())


def _convert(text: tuple[str, int, str]) -> Article:
    file, first_line, body = text
    return convert(body, file, first_line=first_line)
