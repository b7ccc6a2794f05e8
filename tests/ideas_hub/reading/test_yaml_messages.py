"""A YAML syntax error in an editor's words, with the line and the field to mend."""

from pathlib import Path

import pytest

from ideas_hub.reading.front_matter import parse_yaml
from ideas_hub.reading.yaml_messages import field_in
from tests.ideas_hub.conftest import FILES

OPEN_QUOTE = "a quotation mark is opened and not closed."
OPEN_BRACKET = "a list in brackets is not closed or a comma is missing."
AFTER_QUOTES = "words follow a closing quotation mark."
SECOND_COLON = "there is a second colon in this line."
HASH = 'everything after "#" is left out.'


@pytest.mark.parametrize(
    ("text", "line", "field", "message"),
    [
        ('a: 1\nb: "x\nc: 2', 2, "b", OPEN_QUOTE),
        ('a: "x\nb: 1\nc: 2\nd: "y"\ne: 3', 1, "a", OPEN_QUOTE),
        ('a:\n  - "x\n  - y\nb: 1', 2, "a", OPEN_QUOTE),
        ('a:\n  b: 1\n  c: "x\n  d: y\ne: z', 3, "a.c", OPEN_QUOTE),
        ('a: ["x, y]\nb: 1', 1, "a", OPEN_QUOTE),
        ('a: {b: 1, c: "x, d: y}\ne: 1', 1, "a", OPEN_QUOTE),
        ("a: 'x\nb: 1", 1, "a", OPEN_QUOTE),
        ("a: 1\nb: [x\nc: 2", 2, "b", OPEN_BRACKET),
        ("a: [x,\n  y\nb: [z]\nc: 2", 1, "a", OPEN_BRACKET),
        ("a: {b: c", 1, "a", OPEN_BRACKET),
        ('a:  # how: "why\n  b: 1\nc: [x\n', 3, "c", OPEN_BRACKET),
        ("a:\n  - [b c\n  - d\ne: f", 2, "a", OPEN_BRACKET),
        ("a:\n  - b:1\n    c: 2\nd: 3", 2, "a.b", "there is no space after the colon."),
        ("a:\n  - b 1\n    c: 2\nd: 3", 2, "a", "the line cannot be read as `name: value`."),
        (
            "a:\n  - b: 1\n    c 2\n    d: 3",
            3,
            "a.b",
            'the line "c 2" is neither a part of this fact nor a fact of its own.',
        ),
        ("a: {b: 1 c: 2}\nd: 1", 1, "a", OPEN_BRACKET),
        ("a: b: c", 1, "a", SECOND_COLON),
        ("x: 1\na: Walks: a story\ny: 2", 2, "a", SECOND_COLON),
        ("a:\n  b: c: d\ne: f", 2, "a.b", SECOND_COLON),
        ("a:\n  - b: c: d\ne: f", 2, "a.b", SECOND_COLON),
        ("a: b\n  c: d", 2, "c", 'there are two spaces before "c", and no spaces before "a".'),
        (" a: b\nc: d\ne: f", 1, "a", 'there is one space before "a", and no spaces before "c".'),
        ("a:\n  b: 1\n   c: 2\nd: 3", 3, "a.c", 'there are three spaces before "c", and two spaces before "b".'),
        ("a: 1\nb\nc: 2", 2, "a", 'the line "b" is neither a part of this fact nor a fact of its own.'),
        ("a: 1\n\nMore.\nc: 2", 3, "a", 'the line "More." is neither a part of this fact nor a fact of its own.'),
        ("a: 1\nb:x\nc: 2", 2, "b", "there is no space after the colon."),
        ("a:x\nb: 1", 1, "a", "there is no space after the colon."),
        ("a: 'it's here'", 1, "a", AFTER_QUOTES),
        ('x: 1\na: "The "best" walk"\nb: 1', 2, "a", AFTER_QUOTES),
        ("a: [Draft] Our walk\nb: 1", 1, "a", "words follow a closing bracket."),
        ("a: [the report](https://x.org)\nb: 1", 1, "a", "it is written as a link."),
        ('a: "x \\q"', 1, "a", "a backslash between quotation marks has a special meaning."),
        ("a: - b", 1, "a", "a list starts beside its name."),
        *(
            (f"x: 1\na: {sign}{rest}", 2, "a", f"the value starts with {sign}, which has a special meaning here.")
            for sign, rest in (
                ("`", "x`"),
                ("@", "x"),
                ("*", "*bold**"),
                ("%", "5"),
                ("&", " x"),
                ("!", "env x"),
                ("|", " x"),
                (">", "50 people"),
                ("?", " why"),
            )
        ),
        ("a: \u201cWalks: a story\u201d and more", 1, "a", "curly quotation marks are part of the words here."),
        ("a: [b, #c]\nd: 1", 1, "a", HASH),
        ("a: [b #c, d]\ne: 1", 1, "a", HASH),
        ("a: b # c\n  d\ne: f", 1, "a", HASH),
        ("a: b\n\tc: d", 2, "c", "the line starts with a tab."),
        ("\ta: b", 1, "a", "the line starts with a tab."),
        ("a: |\n  x: 'y\n  z\nb: \"c", 4, "b", OPEN_QUOTE),
    ],
)
def test_a_mistake_is_named_plainly_with_its_line_and_field(text: str, line: int, field: str, message: str) -> None:
    """No word of a parser reaches an editor, nor the line where it gave up."""
    (problem,) = parse_yaml(text, "x.yml").problems
    assert (problem.line, problem.field, problem.message) == (line, field, message)
    assert problem.fix


@pytest.mark.parametrize(
    ("text", "at", "field"),
    [
        ("a: 1\nb: 2", 1, "b"),
        ("a:\n  b:\n    c: 1", 2, "a.b.c"),
        ("a:\n  - b: 1\n    c: 2", 2, "a.c"),
        ("a:\n- b", 1, "a"),
        ("a: words\n  and more", 1, "a"),
        ("a: {b: 1,\n  c: 2}", 1, "c"),
        ("see https://x.org", 0, ""),
        ("", 0, ""),
    ],
)
def test_a_row_belongs_to_the_field_that_starts_in_it_or_above(text: str, at: int, field: str) -> None:
    assert field_in(text.split("\n"), at) == field


@pytest.mark.parametrize("row", ['lost: "words', "lost: [words", "lost: a: b", "lost", "lost: @words", "lost: 'a' b"])
@pytest.mark.parametrize("file", FILES)
def test_rows_without_a_fault_are_not_blamed_for_one_below(file: str, row: str) -> None:
    """Whatever sound rows stand above it: lists, sets in brackets, blocks of text, comments."""
    text = FILES[file].partition("\n---\n")[0] if Path(file).suffix == ".md" else FILES[file]
    text = f"{text.rstrip()}\n"
    if text.startswith("---") or (file.endswith(".yml") and "!ENV" not in text):
        (problem,) = parse_yaml(f"{text}{row}\n", file).problems
        assert (problem.line, "lost" in problem.field + problem.message) == (text.count("\n") + 1, True)


GROUP = """title: A walk
place: Leeds
could_we_do_this:
  cost: Free
  people: Two
  time: A day
  place: A hall
status: ended"""

PART_OR_NOT = 'If "{}" is a part of "could_we_do_this", put two spaces before it; if not, take those before "{}" away.'


@pytest.mark.parametrize(
    ("name", "spaces", "fix"),
    [
        ("cost", 0, PART_OR_NOT.format("cost", "people")),
        ("people", 0, PART_OR_NOT.format("people", "time")),
        ("time", 0, PART_OR_NOT.format("time", "place")),
        ("place", 0, 'If it is a part of "could_we_do_this", put two spaces before it; if not, keep one of the two.'),
        ("cost", 4, 'Start both alike: with two spaces before "cost".'),
        ("people", 1, 'Start both alike: with two spaces before "people".'),
        ("people", 4, 'Start both alike: with two spaces before "people".'),
        ("time", 1, 'Start both alike: with two spaces before "time".'),
        ("place", 1, 'Start both alike: with two spaces before "place".'),
        ("place", 4, 'Start both alike: with two spaces before "place".'),
    ],
)  # fmt: skip
def test_a_fact_with_other_spaces_is_named_with_those_that_it_needs(name: str, spaces: int, fix: str) -> None:
    """Not the one below it, which follows its neighbours; and no words are lost by following the advice."""
    rows = [f"{' ' * spaces}{row.lstrip()}" if row.startswith(f"  {name}:") else row for row in GROUP.split("\n")]
    line = next(number for number, row in enumerate(rows, 1) if row.lstrip().startswith(f"{name}:") and number > 2)
    (problem,) = parse_yaml("\n".join(rows), "x.yml").problems

    assert (problem.line, problem.fix) == (line, fix)


def test_two_parts_at_the_margin_are_named_by_the_first() -> None:
    """The others are met once that one is put right."""
    (problem,) = parse_yaml(GROUP.replace("  people", "people").replace("  time", "time"), "x.yml").problems

    assert (problem.line, problem.message) == (5, 'it starts further left than "place" below it.')
