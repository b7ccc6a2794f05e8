"""The first use of a glossary word on a page is a link to its meaning."""

import re

import pytest

from ideas_hub.model.term import GlossaryTerm
from ideas_hub.reading.article import convert
from ideas_hub.reading.glossary_links import Form, GlossaryMatcher, find_forms
from ideas_hub.reading.markdown import parse
from ideas_hub.reading.prose import ascii_words, prose_of

WORDS = {
    "fixer": GlossaryTerm(term="Fixer", forms=("fixer", "fixers", "portable appliance fixer"), meaning="Someone."),
    "a-and-e": GlossaryTerm(term="A&E", forms=("A&E",), meaning="A department."),
    "pcn": GlossaryTerm(term="PCN", forms=("PCN", "PCNs"), meaning="A network."),
}


def linked(source: str, words: dict[str, GlossaryTerm] = WORDS) -> str:
    """Return a text as HTML on one line with its links, written short: `<a href="#id">`."""
    text = parse(source)
    prose = prose_of(text)
    forms = GlossaryMatcher(words).forms_in(prose.vocabulary)
    html = convert(text, prose, "case_studies/x.md", forms).html.strip().replace("\n", "")
    return html.replace(' class="word"', "").replace("../../glossary/", "").replace(' dir="auto"', "")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("A fixer met a fixer.", '<p>A <a href="#fixer">fixer</a> met a fixer.</p>'),
        ("Fixers came.", '<p><a href="#fixer">Fixers</a> came.</p>'),
        ("A portable appliance fixer.", '<p>A <a href="#fixer">portable appliance fixer</a>.</p>'),
        ("Fewer visits to A&E, or A&amp;E.", '<p>Fewer visits to <a href="#a-and-e">A&amp;E</a>, or A&amp;E.</p>'),
        ("Six PCNs, one PCN", '<p>Six <a href="#pcn">PCNs</a>, one PCN</p>'),
        ("A *PCN* and\n- a PCN", '<p>A <em><a href="#pcn">PCN</a></em> and</p><ul><li>a PCN</li></ul>'),
        ("## PCN\n\nx", '<h2 id="pcn">PCN</h2><p>x</p>'),
        ("[the PCN](#x)", '<p><a href="#x">the PCN</a></p>'),
        ("[**the** PCN](#x) PCN", '<p><a href="#x"><strong>the</strong> PCN</a> <a href="#pcn">PCN</a></p>'),
        ("`PCN`", "<p><code>PCN</code></p>"),
        ("```\nPCN\n```", "<pre><code>PCN</code></pre>"),
        ("PCNX, non-PCN, PCN-led and pcn", "<p>PCNX, non-PCN, PCN-led and pcn</p>"),
        ('[x](#y "PCN")', '<p><a href="#y" title="PCN">x</a></p>'),
        ("https://a.example/PCN", '<p><a href="https://a.example/PCN" rel="external">https://a.example/PCN</a></p>'),
    ],
)
def test_only_the_first_use_in_running_text_is_linked(source: str, expected: str) -> None:
    """The longest form counts; headings, links, code and parts of words are left alone."""
    assert linked(source) == expected


def test_the_headings_of_a_table_are_left_alone_and_its_cells_are_not() -> None:
    assert re.findall("<t[hd][ >].*?</t[hd]>", linked("|PCN|\n|-|\n|PCN|")) == [
        '<th scope="col">PCN</th>',
        '<td><a href="#pcn">PCN</a></td>',
    ]


def test_a_footnote_comes_after_the_text_though_it_is_written_above_it() -> None:
    assert linked("[^a]: A PCN.\n\nA PCN[^a]").startswith('<p>A <a href="#pcn">PCN</a>')


@pytest.mark.parametrize("text", ["“élan”", "d'élan!", "_élan", "élan\u0301", "سلام.", "(R&amp;D)", "x y", "X-ray"])
def test_a_form_of_any_letters_is_found_next_to_any_character(text: str) -> None:
    """Forms are first sifted by their ASCII letters; one with other letters, or none, must not be lost by it."""
    words = {"a": GlossaryTerm(term="A", forms=("élan", "سلام", "R&D", "x y", "X-ray"), meaning="Something.")}
    assert linked(text, words).count("<a ") == 1


def test_the_longest_form_wins_though_its_word_is_linked_already() -> None:
    """A part of a name is not linked to the meaning of something else."""
    words = {
        **WORDS,
        "appliance": GlossaryTerm(term="Portable appliance", forms=("portable appliance",), meaning="Something."),
    }
    source = "## A fixer\n\nA fixer, a portable appliance fixer; portable appliance."
    assert linked(source, words) == (
        '<h2 id="a-fixer">A fixer</h2><p>A <a href="#fixer">fixer</a>, a portable appliance fixer; '
        '<a href="#appliance">portable appliance</a>.</p>'
    )


def test_equal_glossaries_have_equal_digests() -> None:
    """The matcher is part of a cache key."""
    assert GlossaryMatcher(WORDS).digest == GlossaryMatcher(dict(reversed(WORDS.items()))).digest
    assert GlossaryMatcher(WORDS).digest != GlossaryMatcher({}).digest


def forms_in(text: str) -> list[Form]:
    return GlossaryMatcher(WORDS).forms_in(frozenset(ascii_words(text)))


def test_of_the_forms_that_start_at_one_place_the_longest_is_found() -> None:
    """A form may stand beside any other sign, and each place is named once."""
    text = "PCNs (PCN), A&E and portable appliance fixers"
    assert find_forms(forms_in(text), text) == [
        (0, "PCNs", "pcn"),
        (6, "PCN", "pcn"),
        (12, "A&E", "a-and-e"),
        (39, "fixers", "fixer"),
    ]


def test_forms_that_cannot_be_in_a_text_are_not_looked_for() -> None:
    assert forms_in("A PCN.") == [("PCN", "pcn")]
    assert forms_in("") == []
