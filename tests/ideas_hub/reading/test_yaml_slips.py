"""Slips that YAML takes for words are told on their own row, and nothing else is said of them."""

import pytest

from ideas_hub.reading.front_matter import Parsed, parse_yaml

HYPHEN = "the row of a list does not start with a hyphen and a space."
SPACE = "there is an unusual space before the words."
CURLY = "there are curly quotation marks around the words."


def told(text: str) -> list[tuple[int, str, str]]:
    return [(problem.line, problem.field, problem.message) for problem in parse_yaml(text, "x.yml").problems]


@pytest.mark.parametrize(
    ("text", "line", "field", "message", "values"),
    [
        ("a:\n  -b c\n  - d", 2, "a", HYPHEN, {"a": ["b c", "d"]}),
        ("a:\n  - b\n  -c", 3, "a", HYPHEN, {"a": ["b", "c"]}),
        ("a:\n  - b\n   -c", 3, "a", HYPHEN, {"a": ["b", "c"]}),
        ("a:\n-b", 2, "a", HYPHEN, {"a": ["b"]}),
        ("a:\n  - b\n    c\n\n  -d", 5, "a", HYPHEN, {"a": ["b c", "d"]}),
        ("a:\n  \u2022 b", 2, "a", HYPHEN, {"a": ["b"]}),
        ("x:\n  a:\n    \u2013 b", 3, "x.a", HYPHEN, {"x": {"a": ["b"]}}),
        ("a: 1\nplace\uff1aLeeds", 2, "place", 'no ordinary colon follows "place".', {"a": 1, "place": "Leeds"}),
        ("a:\n\u00a0 - b", 2, "a", SPACE, {"a": ["b"]}),
        ("a:\n  -\u00a0b\n  - c", 2, "a", SPACE, {"a": ["b", "c"]}),
        ("a:\u00a0b\nc: d", 1, "a", SPACE, {"a": "b", "c": "d"}),
        ("x:\n  a: 1\n\u2003\u00a0b: 2", 3, "x.b", SPACE, {"x": {"a": 1, "b": 2}}),
        ("place \uff1a Leeds\nb: 1", 1, "place", 'no ordinary colon follows "place".', {"place": "Leeds", "b": 1}),
        ("a:\n  - b\uff1ac", 2, "a.b", 'no ordinary colon follows "b".', {"a": [{"b": "c"}]}),
        ("a: {b\uff1a1, c\uff1a 2}", 1, "a", 'no ordinary colon follows "b".', {"a": {"b": 1, "c": 2}}),
        ("a: 1\nb = c", 2, "b", 'no ordinary colon follows "b".', {"a": 1, "b": "c"}),
        ("a: 1\n**b:** c", 2, "b", 'no ordinary colon follows "b".', {"a": 1, "b": "c"}),
        ("a: \u201cb c\u201d", 1, "a", CURLY, {"a": "b c"}),
        ("a: \u201cb: c\u201d  # d", 1, "a", CURLY, {"a": "b: c"}),
        ("a: \u2018b c\u2019", 1, "a", CURLY, {"a": "b c"}),
        ("a: \u201eb c\u201c", 1, "a", CURLY, {"a": "b c"}),
        ("a: \u201cOne. Two.\u201d", 1, "a", CURLY, {"a": "One. Two."}),
        ("a:\n  - \u201cb\u201d", 2, "a", CURLY, {"a": ["b"]}),
        ("a: [\u201cb, c\u201d, d]", 1, "a", CURLY, {"a": ["b, c", "d"]}),
    ],
)
def test_a_slip_is_told_once_and_read_as_it_was_meant(
    text: str, line: int, field: str, message: str, values: dict[str, object]
) -> None:
    assert told(text) == [(line, field, message)]
    assert parse_yaml(text, "x.yml").values == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a: The \u201cb\u201d club", {"a": "The \u201cb\u201d club"}),
        ('a: "\u201cb\u201d"', {"a": "\u201cb\u201d"}),
        ("a: \u201cb\u201d and \u201cc\u201d", {"a": "\u201cb\u201d and \u201cc\u201d"}),
        ("a:\n  - \u201cWe felt at home.\u201d", {"a": ["\u201cWe felt at home.\u201d"]}),
        ("a: We met\n  -led by Jo- and went\n  \u2013 on", {"a": "We met -led by Jo- and went \u2013 on"}),
        ("a:\n  - b: 1\n  - -5", {"a": [{"b": 1}, -5]}),
        ("a:\n  -5", {"a": -5}),
        ("a: \u82b1\u56ed\uff1ab", {"a": "\u82b1\u56ed\uff1ab"}),
        ("a: b\u00a0c", {"a": "b\u00a0c"}),
        ("a: b = c", {"a": "b = c"}),
        ('a:\n  - "b\n    -c"', {"a": ["b -c"]}),
    ],
)
def test_what_was_meant_as_words_stays_as_it_is(text: str, values: dict[str, object]) -> None:
    assert parse_yaml(text, "x.yml") == Parsed(values, parse_yaml(text, "x.yml").lines)
