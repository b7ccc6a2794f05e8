"""ideas_hub/model/document.py: a document's facts and its text."""

from dataclasses import replace

import pytest

from ideas_hub.model.document import Article, Document, compress_text
from ideas_hub.model.hub import Hub
from ideas_hub.model.term import Term


@pytest.fixture
def document(hub: Hub) -> Document[Term]:
    return hub.vocabulary.themes["wood-furniture"]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Fish &amp; <em>chips</em> &lt;3</p>", "Fish & chips <3"),
        ('<h2 id="a">One</h2>\n<ul>\n<li>two</li>\n<li>three</li>\n</ul>', "One\ntwo\nthree"),
        ("<p>one<br>two</p><p></p>", "one\ntwo"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
        ("", ""),
    ],
)
def test_the_words_of_an_article_are_a_block_a_line(html: str, text: str) -> None:
    """Without tags, entities or empty lines."""
    assert Article(html).text == text


def test_a_document_gives_its_text_as_written_and_converted(document: Document[Term]) -> None:
    article = Article("<p>Wood</p>", headings=(("a", "A"),), links=(("docs/a.md", "a.md"),))
    changed = replace(document, compressed=compress_text("*Wood*", article))

    assert (changed.body, changed.article) == ("*Wood*", article)


def test_a_text_is_stored_in_less_room() -> None:
    body = "Bring what is broken, and mend it with us. " * 50

    assert len(compress_text(body, Article(f"<p>{body}</p>"))) < len(body) / 5
