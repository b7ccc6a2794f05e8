"""ideas_hub/glossary_links.py: the first use of a glossary word on a page is a link to its meaning."""

from __future__ import annotations

import pytest

from ideas_hub.model.term import GlossaryTerm
from ideas_hub.reading.glossary_links import GlossaryMatcher, link_first_uses

WORDS = {
    "link-worker": GlossaryTerm(
        term="Link worker", forms=("link worker", "link workers", "social prescribing link worker"), meaning="Someone."
    ),
    "a-and-e": GlossaryTerm(term="A&E", forms=("A&E",), meaning="A department."),
    "pcn": GlossaryTerm(term="PCN", forms=("PCN", "PCNs"), meaning="A network."),
}


def linked(text: str) -> str:
    return (
        link_first_uses(text, GlossaryMatcher(WORDS), "case-studies/x/")
        .replace(' class="word"', "")
        .replace("../../glossary/", "")
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<p>A link worker met a link worker.</p>",
            '<p>A <a href="#link-worker">link worker</a> met a link worker.</p>',
        ),
        ("<p>Link workers came.</p>", '<p><a href="#link-worker">Link workers</a> came.</p>'),
        (
            "<p>A social prescribing link worker.</p>",
            '<p>A <a href="#link-worker">social prescribing link worker</a>.</p>',
        ),
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


@pytest.mark.parametrize("text", ["“élan”", "d'élan!", "_élan", "élan\u0301", "سلام.", "(R&amp;D)", "x y", "X-ray"])
def test_a_form_of_any_letters_is_found_beside_any_sign(text: str) -> None:
    """Forms are sorted out by their plain letters first; one with other letters, or none, must not be lost by it."""
    words = {"a": GlossaryTerm(term="A", forms=("élan", "سلام", "R&D", "x y", "X-ray"), meaning="Something.")}
    assert link_first_uses(f"<p>{text}</p>", GlossaryMatcher(words), "case-studies/x/").count("<a ") == 1


def test_the_longest_form_holds_its_place_when_its_word_is_linked_already() -> None:
    """A part of a name is not linked to the meaning of something else."""
    words = {
        **WORDS,
        "prescribing": GlossaryTerm(term="Social prescribing", forms=("social prescribing",), meaning="Something."),
    }
    text = "<h2>A link worker</h2><p>A link worker, a social prescribing link worker; social prescribing.</p>"
    made = (
        link_first_uses(text, GlossaryMatcher(words), "case-studies/x/")
        .replace(' class="word"', "")
        .replace("../../glossary/", "")
    )
    assert made == (
        '<h2>A link worker</h2><p>A <a href="#link-worker">link worker</a>, a social prescribing link worker; '
        '<a href="#prescribing">social prescribing</a>.</p>'
    )


def test_the_same_words_are_known_again() -> None:
    """The forms are part of a cache's key: the same words must say the same, other words something else."""
    assert repr(GlossaryMatcher(WORDS)) == repr(GlossaryMatcher(dict(reversed(WORDS.items()))))
    assert repr(GlossaryMatcher(WORDS)) != repr(GlossaryMatcher({}))
