"""Every value of a YAML block knows its line, and nothing is guessed."""

import pytest

from ideas_hub.model.text_fields import Cut
from ideas_hub.model.value_paths import ValuePath
from ideas_hub.reading.front_matter import Parsed, parse_yaml
from ideas_hub.reading.yaml_composer import MAX_DEPTH, Plain, plain_value


def parsed(text: str) -> Parsed:
    return parse_yaml(text, "x.yml")


def problems(text: str) -> list[str]:
    return [str(problem) for problem in parsed(text).problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("y", "y"),
        ("012", "012"),
        ("0o14", "0o14"),
        ("0x1F", "0x1F"),
        ("1:30", "1:30"),
        ("1_000", "1_000"),
        ("2022-08-31", "2022-08-31"),
        (".inf", ".inf"),
        (".5", ".5"),
        ("1e3", "1e3"),
        ("true", True),
        ("False", False),
        ("~", None),
        ("null", None),
        ("", None),
        ("0", 0),
        ("-7", -7),
        ("24", 24),
        ("58.5", 58.5),
        ("9" * 30, "9" * 30),
    ],
)
def test_plain_values_mean_what_they_look_like(text: str, value: Plain) -> None:
    """Only true, false, null and decimal numbers are anything but text."""
    assert plain_value(text) == value
    assert type(plain_value(text)) is type(value)


@pytest.mark.parametrize(
    "sign", ["\\r", "\\t", "\\x07", "\\u3164", "\\ue000", "\\ufffd", "\\u202e", "a" + "\\u0301" * 60]
)
@pytest.mark.parametrize("place", ['a: "x{}y"', '"x{}y": a', 'a: ["x{}y"]', 'a: {{b: "x{}y"}}'])
def test_what_a_value_or_its_name_spells_out_is_as_visible_as_the_file(place: str, sign: str) -> None:
    """A backslash in quotes is no way around what the file itself may not hold."""
    assert [problem.rule for problem in parsed(place.format(sign)).problems] == ["hidden-character"]


def test_every_value_knows_its_line() -> None:
    facts = parsed("a: 1\nb:\n  - x\n  - y\nc: {d: 2}\n")
    assert facts.values == {"a": 1, "b": ["x", "y"], "c": {"d": 2}}
    assert facts.lines == {("a",): 1, ("b",): 2, ("b", 0): 3, ("b", 1): 4, ("c",): 5, ("c", "d"): 5}


def test_quoted_values_stay_text() -> None:
    assert parsed("a: \"24\"\nb: 'true'\nc: |\n  12\n").values == {"a": "24", "b": "true", "c": "12"}


@pytest.mark.parametrize("text", ["# only a comment\n", "\n# one\n---\n...\n"])
def test_an_empty_block_has_no_values(text: str) -> None:
    assert (parsed(text).values, parsed(text).problems) == ({}, ())


def test_each_repeated_key_is_named_and_the_first_value_wins() -> None:
    """A key written twice hides a value; both lines are named, at every level."""
    facts = parsed("a: 1\nb: {c: 1, c: 2}\na: 2\n")
    assert facts.values == {"a": 1, "b": {"c": 1}}
    assert [(problem.line, problem.message) for problem in facts.problems] == [
        (2, "it is written twice (first on line 2)."),
        (3, "it is written twice (first on line 1)."),
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a: &x [1]", "alias"),
        ("a: *x", "alias"),
        ("a: !!python/object:os.system x", "tag"),
        ("a: !mine {b: c}", "tag"),
        ("a: ! now", "tag"),
        ("<<: {a: 1}", "yaml"),
        ("? [a]\n: b", "yaml"),
        ("&k a: b", "yaml"),
        ("*a : b", "yaml"),
        ("!!omap [a: 1]", "yaml"),
        ("[a, b]", "yaml"),
        ("just words", "yaml"),
        ("--- x\n--- y", "yaml"),
        ("a: b\n...\nc: d", "yaml"),
        ("a: b\n---\nc: d", "yaml"),
        ("a: " + "[" * 50_000, "depth"),
        ("a: " + "{b: " * 50_000, "depth"),
        ("a: \x00", "yaml"),
    ],
)
def test_what_a_careless_loader_would_run_or_expand_is_one_problem(text: str, rule: str) -> None:
    """Aliases, tags, merges, complex keys and depth are refused at once."""
    facts = parsed(text)
    assert facts.values == {}
    assert [problem.rule for problem in facts.problems] == [rule]


def test_values_may_be_nested_as_deep_as_the_records_are() -> None:
    deep = "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert problems(deep) == []
    assert problems(deep.replace("[]", "[[]]")) == [
        "x.yml:1: a: the facts are nested too deeply. Use fewer brackets or steps in."
    ]


@pytest.mark.parametrize(("value", "code"), [(r'"a\u202Eb"', "U+202E"), (r'"a\tb"', "U+0009"), (r'"\0"', "U+0000")])
def test_a_quoted_value_cannot_spell_out_a_hidden_character(value: str, code: str) -> None:
    """What the file itself may not hold does not come in by an escape."""
    assert problems(f"a: 1\nb: {value}\n") == [
        f"x.yml:2: b: the value holds a hidden character, {code}. Type it again, without a tab or a backslash."
    ]


@pytest.mark.parametrize("value", ["|\n  one\n  two", '"one\\ntwo"', "a\tb", '"\\u200d"'])
def test_line_ends_tabs_and_joiners_as_typed_are_no_hidden_characters(value: str) -> None:
    assert problems(f"a: {value}\n") == []


@pytest.mark.parametrize(
    ("block", "line"),
    [("a: [" + "b, " * 10_001 + "]", 1), ("a: b\n" * 10_001, 10_001), ("a: [" + "[], " * 10_001 + "]", 1)],
)
def test_more_facts_than_a_file_can_sensibly_have_are_refused(block: str, line: int) -> None:
    """At once, whatever they are."""
    assert problems(block) == [f"x.yml:{line}: there are more than 10,000 facts. Leave out what is not needed."]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("|\n  one\n  two", "one two"),
        ("|\n  one\n  two\n\n", "one two"),
        (">\n  one\n  two", "one two\n"),
        ("one\n  two", "one two"),
        ('"one\n  two"', "one two"),
        ("|\n  one\n\n  two", "one\n\ntwo"),
        ("|\n  one\n  - two\n  1. three\n  # four", "one\n- two\n1. three\n# four"),
        ("|\n  one\n    two", "one\n  two"),
    ],
)
def test_rows_of_one_paragraph_are_joined_and_no_others(value: str, words: str) -> None:
    assert parsed(f"a: {value}\n").values == {"a": words}


@pytest.mark.parametrize(
    ("text", "path", "rest"),
    [
        ("a: Garden #1 opens", ("a",), "#1 opens"),
        ("a: Garden # opens", ("a",), "# opens"),
        ("a: 2021 #1", ("a",), "#1"),
        ("a: #LoveParks", ("a",), "#LoveParks"),
        ('a: "Garden" #1 opens', ("a",), "#1 opens"),
        ("a:\n  - one\n  - #two", ("a", 1), "#two"),
        ("a:\n  - one #1\n  - two", ("a", 0), "#1"),
        ("a: [one, #two\n  three]", ("a", 0), "#two"),
        ("a: {b: #two\n  }", ("a", "b"), "#two"),
        ("a: Garden\n  #1 opens\nb: c", ("a",), "#1 opens"),
        ("a:\n  - b: Garden\n      #1 opens\n    c: d", ("a", 0, "b"), "#1 opens"),
        ("a: Gardén 😀 #1 opens", ("a",), "#1 opens"),
    ],
)
def test_a_value_that_a_comment_cuts_short_says_so(text: str, path: ValuePath, rest: str) -> None:
    """Whoever reads the value decides whether words were lost: a date with a comment beside it is whole."""
    value: object = parsed(text).values
    for step in path:
        value = value[step]  # type: ignore[index]
    assert isinstance(value, Cut)
    assert value.rest == rest


@pytest.mark.parametrize(
    "text",
    [
        "a: C#",
        "a: x.org/#top",
        'a: "Garden #1"',
        "a: 'Garden #1'  # the first",
        "a: [b, c]  # two",
        "# one\na: b\n# two\nc: d\n  # three",
        "a:\n  # the first\n  - b\n  # the second\n  - c",
        "a:\n  - b: c\n    # next\n    d: e",
        "a: 24  # hours",
        "a: # nothing yet",
        "a: |  # text\n  Garden #1\n  # opens\nb: c",
        "a: >-\n  Garden #1\nb: c",
    ],
)
def test_a_comment_that_takes_nothing_away_is_let_through(text: str) -> None:
    facts = parsed(text.replace("d\n  # three", "d"))
    assert facts.problems == ()
    assert not any(isinstance(value, Cut) for value in facts.values.values())


@pytest.mark.parametrize(
    ("text", "line", "field"),
    [
        ("a: [#b, c]", 1, "a"),
        ("x: 1\na: [ # b\n  c]", 2, "a"),
        ("a:\n  - b\n   - c", 3, "a"),
        ("a: b\n  place:Leeds", 2, "place"),
        ('a: "b\nplace: "\nc: d', 1, "a"),
    ],
)
def test_what_would_join_or_leave_a_value_in_silence_is_refused(text: str, line: int, field: str) -> None:
    (problem,) = parsed(text).problems
    assert (problem.line, problem.field) == (line, field)
