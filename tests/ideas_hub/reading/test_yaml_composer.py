"""Every value of a YAML block knows its line, and nothing is guessed."""

import pytest

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
    assert parsed("a: \"24\"\nb: 'true'\nc: |\n  12\nd: ! 7\n").values == {"a": "24", "b": "true", "c": "12\n", "d": 7}


@pytest.mark.parametrize("text", ["", "# only a comment\n", "\n\n", "---\n...\n"])
def test_an_empty_block_has_no_values(text: str) -> None:
    assert (parsed(text).values, parsed(text).problems) == ({}, ())


def test_each_repeated_key_is_named_and_the_first_value_wins() -> None:
    """A key written twice hides a value; both lines are named, at every level."""
    facts = parsed("a: 1\nb: {c: 1, c: 2}\na: 2\n")
    assert facts.values == {"a": 1, "b": {"c": 1}}
    assert [(problem.line, problem.message) for problem in facts.problems] == [
        (2, '"c" is written twice (first on line 2).'),
        (3, '"a" is written twice (first on line 1).'),
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a: &x [1]", "alias"),
        ("a: *x", "alias"),
        ("a: !!python/object:os.system x", "tag"),
        ("a: !mine {b: c}", "tag"),
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
        "x.yml:1: the facts are nested too deeply. Use fewer brackets or steps in."
    ]


@pytest.mark.parametrize(("value", "code"), [(r'"a\u202Eb"', "U+202E"), (r'"a\tb"', "U+0009"), (r'"\0"', "U+0000")])
def test_a_quoted_value_cannot_spell_out_a_hidden_character(value: str, code: str) -> None:
    """What the file itself may not hold does not come in by an escape."""
    assert problems(f"a: 1\nb: {value}\n") == [
        f"x.yml:2: the value holds a hidden character, {code}. Type it again, without a tab or a backslash."
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
