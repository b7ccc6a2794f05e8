"""The first use of a glossary word on a page is a link to its meaning."""

import pytest

from ideas_hub.model.term import GlossaryTerm
from ideas_hub.reading.glossary_links import GlossaryMatcher, link_first_uses

WORDS = {
    "fixer": GlossaryTerm(term="Fixer", forms=("fixer", "fixers", "portable appliance fixer"), meaning="Someone."),
    "a-and-e": GlossaryTerm(term="A&E", forms=("A&E",), meaning="A department."),
    "pcn": GlossaryTerm(term="PCN", forms=("PCN", "PCNs"), meaning="A network."),
}


def linked(text: str, words: dict[str, GlossaryTerm] = WORDS) -> str:
    """Return a text with its links, written short: `<a href="#id">`."""
    html = link_first_uses(text, GlossaryMatcher(words), "case-studies/x/")
    return html.replace(' class="word"', "").replace("../../glossary/", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<p>A fixer met a fixer.</p>",
            '<p>A <a href="#fixer">fixer</a> met a fixer.</p>',
        ),
        ("<p>Fixers came.</p>", '<p><a href="#fixer">Fixers</a> came.</p>'),
        (
            "<p>A portable appliance fixer.</p>",
            '<p>A <a href="#fixer">portable appliance fixer</a>.</p>',
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
def test_a_form_of_any_letters_is_found_next_to_any_character(text: str) -> None:
    """Forms are first sifted by their ASCII letters; one with other letters, or none, must not be lost by it."""
    words = {"a": GlossaryTerm(term="A", forms=("élan", "سلام", "R&D", "x y", "X-ray"), meaning="Something.")}
    assert linked(f"<p>{text}</p>", words).count("<a ") == 1


def test_the_longest_form_wins_though_its_word_is_linked_already() -> None:
    """A part of a name is not linked to the meaning of something else."""
    words = {
        **WORDS,
        "appliance": GlossaryTerm(term="Portable appliance", forms=("portable appliance",), meaning="Something."),
    }
    text = "<h2>A fixer</h2><p>A fixer, a portable appliance fixer; portable appliance.</p>"
    assert linked(text, words) == (
        '<h2>A fixer</h2><p>A <a href="#fixer">fixer</a>, a portable appliance fixer; '
        '<a href="#appliance">portable appliance</a>.</p>'
    )


def test_equal_glossaries_have_equal_reprs() -> None:
    """The matcher is part of a cache key."""
    assert repr(GlossaryMatcher(WORDS)) == repr(GlossaryMatcher(dict(reversed(WORDS.items()))))
    assert repr(GlossaryMatcher(WORDS)) != repr(GlossaryMatcher({}))
