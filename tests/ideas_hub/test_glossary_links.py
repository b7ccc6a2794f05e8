"""ideas_hub/glossary_links.py: the first use of a glossary word on a page is a link to its meaning."""

from __future__ import annotations

import pytest

from ideas_hub.glossary_links import Forms, link_first_uses
from ideas_hub.model.term import GlossaryTerm

WORDS = {
    "link-worker": GlossaryTerm(
        term="Link worker", forms=("link worker", "link workers", "social prescribing link worker"), meaning="Someone."
    ),
    "a-and-e": GlossaryTerm(term="A&E", forms=("A&E",), meaning="A department."),
    "pcn": GlossaryTerm(term="PCN", forms=("PCN", "PCNs"), meaning="A network."),
}


def linked(text: str) -> str:
    return link_first_uses(text, Forms(WORDS), "case-studies/x/").replace(' class="word"', "").replace("../../glossary/", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>A link worker met a link worker.</p>", '<p>A <a href="#link-worker">link worker</a> met a link worker.</p>'),
        ("<p>Link workers came.</p>", '<p><a href="#link-worker">Link workers</a> came.</p>'),
        ("<p>A social prescribing link worker.</p>", '<p>A <a href="#link-worker">social prescribing link worker</a>.</p>'),
        ("<p>Fewer visits to A&amp;E.</p>", '<p>Fewer visits to <a href="#a-and-e">A&amp;E</a>.</p>'),
        ("<p>Six PCNs, one PCN</p>", '<p>Six <a href="#pcn">PCNs</a>, one PCN</p>'),
        ("<h2>PCN</h2><p>x</p>", "<h2>PCN</h2><p>x</p>"),
        ('<p><a href="x">the PCN</a></p>', '<p><a href="x">the PCN</a></p>'),
        ("<pre><code>PCN</code></pre>", "<pre><code>PCN</code></pre>"),
        ("<p>PCNX, non-PCN, PCN-led and pcn</p>", "<p>PCNX, non-PCN, PCN-led and pcn</p>"),
        ('<p title="PCN">x</p>', '<p title="PCN">x</p>'),
    ],
)
def test_only_the_first_use_in_running_text_is_linked(text: str, expected: str) -> None:
    """The longest form counts; headings, links, code and parts of words are left alone."""
    assert linked(text) == expected


def test_the_same_words_are_known_again() -> None:
    """The forms are part of a cache's key: the same words must say the same, other words something else."""
    assert repr(Forms(WORDS)) == repr(Forms(dict(reversed(WORDS.items()))))
    assert repr(Forms(WORDS)) != repr(Forms({}))
