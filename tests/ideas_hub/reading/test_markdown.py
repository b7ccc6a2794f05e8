"""The one parse of a text: CommonMark's own examples, bare addresses, places and limits."""

import re
from pathlib import Path

import pytest

from ideas_hub.reading import bare_addresses, markdown
from ideas_hub.reading.bare_addresses import MAX_ADDRESS, address_in
from ideas_hub.reading.html_writer import HtmlWriter
from ideas_hub.reading.markdown import (
    MAX_DEPTH,
    MAX_SIGNS,
    SPLIT_IT,
    TOO_MANY_PARTS,
    Event,
    Limit,
    parse,
    read_events,
)

SPECIFICATION = Path(__file__).parent / "commonmark/spec.txt"
EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)


def html_of(source: str) -> str:
    """Return the HTML of a text with nothing added but the links of bare addresses."""
    return HtmlWriter().write(parse(source).events)


def links_of(source: str) -> list[tuple[str, str]]:
    """Return (words, address) of each link."""
    return [(words, address) for address, words in re.findall(r'<a href="([^"]*)">(.*?)</a>', html_of(source))]


def test_every_example_of_commonmark_is_read_as_the_specification_says() -> None:
    """The arrow stands for a tab in the specification's text."""
    text = SPECIFICATION.read_text(encoding="utf-8").partition("<!-- END TESTS -->")[0].replace("→", "\t")
    examples = EXAMPLE.findall(text)

    failing = []
    for number, (source, expected) in enumerate(examples, 1):
        events = read_events(source)
        assert isinstance(events, list)
        if HtmlWriter().write(events) != expected:
            failing.append(number)

    assert len(examples) == 652
    assert failing == []


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("See https://a.example/b.", "https://a.example/b"),
        ("See http://a.example/b, then", "http://a.example/b"),
        ("Is it Https://a.example/b?", "Https://a.example/b"),
        ("(https://a.example/b)", "https://a.example/b"),
        ("https://a.example/b_(c)", "https://a.example/b_(c)"),
        ("(see https://a.example/b_(c))!", "https://a.example/b_(c)"),
        ('"https://a.example/b"', "https://a.example/b"),
        ("“https://a.example/b", "https://a.example/b"),
        ("https://a.example/b; and", "https://a.example/b"),
        ("https://a.example/?b=c&hl;", "https://a.example/?b=c"),
        ("https://a.example/?b=1&c=2", "https://a.example/?b=1&amp;c=2"),
        ("https://a.example/b<c", "https://a.example/b"),
        ("https://a.example/b_c_d.", "https://a.example/b_c_d"),
        ("**https://a.example/b**", "https://a.example/b"),
        ("~~https://a.example/b~~", "https://a.example/b"),
        ("https://a.example/سلام", "https://a.example/%D8%B3%D9%84%D8%A7%D9%85"),
        ("www.a.example", "http://www.a.example"),
        ("(www.a.example/b)", "http://www.a.example/b"),
        ("*www.a.example*", "http://www.a.example"),
        ("jo@a.example", "mailto:jo@a.example"),
        ("Write to jo+b.c@a-b.example.", "mailto:jo+b.c@a-b.example"),
        ("x@jo@a.example", "mailto:jo@a.example"),
        ("ftp://a.example/b", "ftp://a.example/b"),
        ("https://a_b.c.example", "https://a_b.c.example"),
    ],
)
def test_a_bare_address_is_a_link_as_in_github_s_preview(source: str, address: str) -> None:
    """Without the punctuation that belongs to the sentence; a bracket stays if it is opened in the address."""
    ((_, target),) = links_of(source)

    assert target == address


@pytest.mark.parametrize(
    "source",
    [
        "`https://a.example`",
        "```\nwww.a.example jo@a.example\n```",
        "xhttps://a.example",
        '"www.a.example"',
        "xwww.a.example",
        "Www.a.example",
        "jo@a",
        "jo@a.example1",
        "jo@a.example-",
        "jo@a.example_",
        "jo@a@b",
        "a : // b",
        "https://:80",
        "https://a_b.example",
        "www.a.b_c",
    ],
)
def test_what_github_does_not_link_stays_text(source: str) -> None:
    assert links_of(source) == []


@pytest.mark.parametrize(
    "source",
    ["[https://a.example](b.md)", "[see **https://a.example**](b.md)", "[www.a.example][b]\n\n[b]: b.md"],
)
def test_an_address_within_a_link_is_no_link_of_its_own(source: str) -> None:
    assert html_of(source).count("<a ") == 1


def test_several_addresses_stand_in_one_sentence() -> None:
    """The words between them stay, and each part has the place of the whole: it is on one line."""
    text = parse("one\né www.a.example, jo@b.example &amp; https://c.example!", 7)

    assert links_of(text.source) == [
        ("www.a.example", "http://www.a.example"),
        ("jo@b.example", "mailto:jo@b.example"),
        ("https://c.example", "https://c.example"),
    ]
    words = [event for event in text.events if event.kind == "text"]
    assert [event.value for event in words] == [
        "one",
        "é ",
        "www.a.example",
        ", ",
        "jo@b.example",
        " & ",
        "https://c.example",
        "!",
    ]
    assert {text.line_at(event.start) for event in words[1:]} == {8}


def test_an_address_that_is_longer_than_any_real_one_is_no_link() -> None:
    assert links_of(f"https://a.example/{'b' * MAX_ADDRESS}") == []


def test_words_that_the_parser_cuts_at_marks_are_one_event() -> None:
    """A rule or the glossary can find `a_b` only if nothing stands in between."""
    assert [event.value for event in parse("a_b * c & [d]").events if event.kind == "text"] == ["a_b * c & [d]"]


def test_an_event_has_its_place_in_bytes_and_its_line_in_the_file() -> None:
    text = parse("سلام 😀\n\n- é **x**\n", first_line=10)
    (bold,) = [event for event in text.events if event.name == "Strong" and event.kind == "open"]

    assert text.slice(bold) == "**x**"
    assert text.line_at(bold.start) == 12
    assert text.line_at(0) == 10


@pytest.mark.parametrize("label", ["note", "Note", "NOTE"])
def test_the_case_of_a_footnote_s_label_makes_no_difference(label: str) -> None:
    events = parse(f"a[^{label}]\n\n[^NoTe]: b").events

    assert Event("footnote", "", "note", 1, 8) in events
    assert [event.value for event in events if event.name == "FootnoteDefinition"] == ["note", None]


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (">" * (MAX_DEPTH + 1) + " x", 1),
        ("one\n\n" + "\n".join("  " * step + "- x" for step in range(MAX_DEPTH)), 18),
        ("one\n" + "*a **b " * MAX_DEPTH + "b** a*" * MAX_DEPTH, 2),
    ],
)
def test_a_text_whose_parts_lie_too_deep_within_each_other_is_not_read(source: str, line: int) -> None:
    """Nothing is made of it, and the line where it goes too far is known."""
    text = parse(source)

    assert text.events == ()
    assert text.limit
    assert "nested too deeply" in text.limit.message
    assert text.line_at(text.limit.offset) == line


@pytest.mark.parametrize(
    ("source", "line"),
    [("a\n\n" * 11, 21), ("a\n" * 15 + "**a**", 15), ("www.a.example\n" * 8, 8), ("`a` b " * 31, 1)],
)
def test_a_text_of_too_many_parts_is_not_read(source: str, line: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Links of bare addresses count, and so does each change between words and marks."""
    monkeypatch.setattr(markdown, "MAX_EVENTS", 30)

    text = parse(source)

    assert text.events == ()
    assert text.limit
    assert "too many parts" in text.limit.message
    assert text.line_at(text.limit.offset) == line


@pytest.mark.parametrize("sign", ["&", "<", ">", '"'])
def test_a_text_of_too_many_signs_that_html_writes_as_several_is_not_read(sign: str) -> None:
    """250 KB of them would take a second to make safe."""
    few, many = parse(f"a{sign} " * MAX_SIGNS), parse(f"a{sign} " * (MAX_SIGNS + 1))

    assert few.limit is None
    assert (many.events, many.limit) == ((), Limit(0, TOO_MANY_PARTS, SPLIT_IT))


@pytest.mark.parametrize("source", [">" * (MAX_DEPTH - 1) + " x", "", "\n\n", "\x00", "\ufeff", "a\u2028b"])
def test_what_stays_within_the_limits_has_none(source: str) -> None:
    assert parse(source).limit is None


def test_each_address_of_a_row_is_looked_at_twice_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    """As Markdown and as words, however many parts the row is in: a file may have ten thousand."""
    seen = list[str]()

    def note_and_look(run: str) -> str:
        seen.append(run)
        return address_in(run)

    monkeypatch.setattr(bare_addresses, "address_in", note_and_look)
    parse("""https://a.b/x?!.,:*_~'" """ * 200)

    assert 200 <= len(seen) <= 2 * 200
