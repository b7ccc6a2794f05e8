"""ideas_hub/model/document.py: a document's facts and its text."""

from dataclasses import replace

import pytest

from ideas_hub.engine.compact import Compact
from ideas_hub.model.document import Article, Document, FileLink
from ideas_hub.model.hub import Hub
from ideas_hub.model.term import Term


@pytest.fixture
def document(hub: Hub) -> Document[Term]:
    return hub.vocabulary.themes["wood-furniture"]


def test_a_document_gives_its_text_as_written_and_converted(document: Document[Term]) -> None:
    article = Article("<p>Wood</p>", headings=(("a", "A"),), links=(FileLink("docs/a.md", "a.md", 7),), text="Wood")
    changed = replace(document, text=Compact(("*Wood*", article)))

    assert (changed.body, changed.article) == ("*Wood*", article)
