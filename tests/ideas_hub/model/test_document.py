"""ideas_hub/model/document.py: a document's facts and its text."""

import pickle
from dataclasses import replace

import pytest

from ideas_hub.model.document import Article, CompactText, Document, FileLink
from ideas_hub.model.hub import Hub
from ideas_hub.model.term import Term


@pytest.fixture
def document(hub: Hub) -> Document[Term]:
    return hub.vocabulary.themes["wood-furniture"]


def test_a_document_gives_its_text_as_written_and_converted(document: Document[Term]) -> None:
    article = Article("<p>Wood</p>", headings=(("a", "A"),), links=(FileLink("docs/a.md", "a.md", 7),), text="Wood")
    changed = replace(document, text=CompactText("*Wood*", article))

    assert (changed.body, changed.article) == ("*Wood*", article)


def stored_and_read(text: CompactText) -> CompactText:
    read: CompactText = pickle.loads(pickle.dumps(text))  # noqa: S301 our own
    return read


def test_a_text_is_stored_in_less_room() -> None:
    body = "Bring what is broken, and mend it with us. " * 50

    stored = pickle.dumps(CompactText(body, Article(f"<p>{body}</p>")))

    assert len(stored) < len(body) / 5
    assert stored_and_read(CompactText(body, Article(f"<p>{body}</p>"))).read() == (body, Article(f"<p>{body}</p>"))
    assert pickle.dumps(stored_and_read(CompactText(body, Article(f"<p>{body}</p>")))) == stored


def test_equal_texts_are_equal_whether_they_were_stored_or_not() -> None:
    text = CompactText("one", Article("<p>one</p>"))

    assert {text, stored_and_read(text)} == {text}
    assert text != CompactText("one", Article("<p>two</p>"))
    assert text != "one"
