"""A YAML syntax error in an editor's words, with the line to mend."""

import pytest

from ideas_hub.reading.front_matter import parse_yaml


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('a: 1\nb: "x\nc: 2', 2, "a quotation mark is opened and not closed."),
        ("a: 1\nb: [x\nc: 2", 2, "a list in brackets is not closed or a comma is missing."),
        ("a: {b: c", 1, "a list in brackets is not closed or a comma is missing."),
        ("a: b: c", 1, "there is a second colon in this line."),
        ("a: b\n  c: d", 2, "the line does not follow on from the line above."),
        ("a: 1\nb\nc: 2", 2, "the line cannot be read as `name: value`."),
        ("a: 1\nb:x\nc: 2", 2, "there is no space after the colon."),
        ("a: 'it's here'", 1, "words follow a closing quotation mark."),
        ('a: "x \\q"', 1, "a backslash between quotation marks has a special meaning."),
        ("a: - b", 1, "a list starts beside its name."),
        ("a: `x`", 1, "the value starts with a character that has a special meaning here."),
        ("a: @x", 1, "the value starts with a character that has a special meaning here."),
        ("a: **bold**", 1, "the value starts with a character that has a special meaning here."),
        ("a: b\n\tc: d", 2, "the line starts with a tab."),
        ("\ta: b", 1, "the line starts with a tab."),
    ],
)
def test_a_mistake_is_named_plainly_with_its_line(text: str, line: int, message: str) -> None:
    """No word of a parser reaches an editor."""
    (problem,) = parse_yaml(text, "x.yml").problems
    assert (problem.line, problem.message) == (line, message)
    assert problem.fix
