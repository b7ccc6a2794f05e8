"""Facts are plain words: what readers would see raw is found, and what only looks like a mark is let through."""

import pytest
from pydantic import TypeAdapter, ValidationError

from ideas_hub.model.fields import Picture
from ideas_hub.model.plain_words import find_placeholder, find_raw_mark
from ideas_hub.model.text_fields import Line, Verbatim, Word

RAW = {
    "HTML": ["x<br>y", "<b>x</b>", '<a href="x">y</a>', "<!-- x -->", "x</p>", "<br />"],
    "a code": ["Walks &amp; talks", "a&nbsp;b", "it&#8217;s", "it&#x2019;s", "caf&eacute;", "R&amp D"],
    "Markdown": [
        *("**bold**", "*em* x", "_em_", "__strong__", "***x***", "(see *this*)", "£5-£10 *each*", "*of it, all*."),
        *("[words](address)", "see [words](x.md#y)", "![a](b.jpg)", "<https://x.org>", "<jo@x.org>", "[[page]]"),
        *("`code`", "Say ``x``, then", "~~x~~", "# heading", "> quote", "- one", "+ one", "Tea [^1]", r"\~£50"),
    ],
}
PLAIN = [
    *("a<b", "x < y", "a > b", "<3", "a<b and c>d", "I<we", "R&D", "Q&A", "AT&T; x", "Tom & Jerry &co;", "M&S;"),
    *("5 * 3 * 2", "2*3*4", "walks* and talks*", "*only for members", "100% * of all", "f*** off"),
    *("snake_case_name", "x_y_z and a_b", "A_B _ C", "____", "(see [1])", "[sic]", "a [b] (c)", "f(x)", "[1][2]"),
    *(
        "#1 was the tea",
        "#LoveParks",
        "C#",
        "~50 and ~60",
        "~5~",
        "-5 degrees",
        "rock 'n' roll",
        "AC\\DC",
        "`okina",
        "- and Co",
    ),
]


@pytest.mark.parametrize(("what", "text"), [(what, text) for what, texts in RAW.items() for text in texts])
def test_a_mark_that_would_show_raw_is_found(what: str, text: str) -> None:
    mark = find_raw_mark(text)
    assert mark
    assert (mark.what, mark.found in text) == (what, True)


@pytest.mark.parametrize("text", PLAIN)
def test_what_reads_as_it_stands_is_let_through(text: str) -> None:
    assert find_raw_mark(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("TODO", "tbc", "TBA.", "XXX", "n/a", "N/A", "???", "To be confirmed", "Coming soon", "Untitled", "TODO:"),
        *("Lorem ipsum dolor", "TITLE GOES HERE", "Title goes here", "your title here", "Insert title", "[place]"),
        *("Insert your summary here", "Add your text here.", "Write a summary here", "What ??? is", "Cost: TBC"),
        *("A walk (TODO)", "[your organisation]", "XXXX people came", "We met in TBC and walked."),
        *(
            "<name of place>",
            "{name}",
            "[name]",
            "xx people",
            "£XX",
            "£X,XXX",
            "DD/MM/YYYY",
            "yyyy-mm-dd",
            "Insert name here",
        ),
        *(
            "About XX% came",
            "<your organisation>",
            "{first_name}",
            "Name of group",
            "Leeds (tbc)",
            "In 20XX",
            "Month YYYY",
        ),
    ],
)
def test_words_that_are_still_to_be_written_are_found(text: str) -> None:
    assert find_placeholder(text) in text
    assert find_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        *("to be confirmed by the council", "Insert coin: a games night", "Here we are", "Write to us", "Title deeds"),
        *("Todos Santos", "Put the kettle on here, and people come.", "Add a bench here and there, they said."),
        *("What works?? Tea.", "A place to be", "Not applicable to all", "XXVII club", "TBConnect", "[1] and more"),
        *(
            "Tower Blocks Community (TBC)",
            "TBC Leeds",
            "Friends of TBC",
            "TBC runs a café",
            "The TODO list",
            "TODO lists",
            "TODO Group, the story",
        ),
        *(
            "XXX-rated walks",
            "XX chromosomes",
            "Louis XX",
            "Love, Jo xx",
            'A "TODO" wall',
            "A {set}",
            "1 < 2",
            "Size XXL",
        ),
        *("Write days as DD/MM/YYYY", "The name of the place", "Name of the game"),
    ],
)
def test_words_that_only_sound_like_it_are_let_through(text: str) -> None:
    assert find_placeholder(text) == ""


def test_a_word_to_search_by_may_be_what_no_title_may() -> None:
    """A glossary can say what TBC means, and a file is called what it is called."""
    assert TypeAdapter(Word).validate_python("TBC") == "TBC"
    assert TypeAdapter(Verbatim).validate_python("_TBC_.jpg") == "_TBC_.jpg"
    for kind, text in ((Line, "TBC"), (Word, "**x**"), (Verbatim, "a\nb")):
        with pytest.raises(ValidationError):
            TypeAdapter(kind).validate_python(text)


def test_alternative_text_is_plain_too_and_may_be_empty() -> None:
    assert Picture(file="a.jpg", alt="").alt == ""
    with pytest.raises(ValidationError):
        Picture(file="a.jpg", alt="A *red* toaster")
