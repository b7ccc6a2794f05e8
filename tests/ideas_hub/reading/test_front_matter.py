"""ideas_hub/reading/front_matter.py: every value knows its line, and nothing is guessed or lost."""

from __future__ import annotations

import pytest

from ideas_hub.reading.front_matter import Plain, parse_page, parse_yaml, plain_value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"), ("yes", "yes"), ("on", "on"), ("y", "y"), ("012", "012"), ("0o14", "0o14"), ("0x1F", "0x1F"), ("1:30", "1:30"), ("1_000", "1_000"),
        ("2022-08-31", "2022-08-31"), (".inf", ".inf"), (".5", ".5"), ("1e3", "1e3"), ("true", True), ("False", False), ("~", None), ("null", None), ("", None),
        ("0", 0), ("-7", -7), ("24", 24), ("64.5", 64.5), ("9" * 30, "9" * 30),
    ],
)  # fmt: skip
def test_plain_values_mean_what_they_look_like(text: str, value: Plain) -> None:
    """Only true, false, null and decimal numbers are anything but text."""
    assert plain_value(text) == value
    assert type(plain_value(text)) is type(value)


def test_every_value_knows_its_line() -> None:
    parsed = parse_page("---\na: 1\nb:\n  - x\n  - y\nc: {d: 2}\n---\ntext", "x.md")
    assert parsed.values == {"a": 1, "b": ["x", "y"], "c": {"d": 2}}
    assert parsed.lines["a",] == 2
    assert parsed.lines["b", 1] == 5
    assert parsed.lines["c", "d"] == 6


def test_the_body_is_kept_as_written_with_its_first_line() -> None:
    """Spaces that Markdown needs, and a ruler of ---, are the body's own."""
    parsed = parse_page("---\na: 1\n---\n\n    code\n\n---\n\nend\n", "x.md")
    assert parsed.body_line == 4
    assert parsed.body.startswith("\n    code\n\n---\n\nend")


def test_quoted_values_stay_text() -> None:
    assert parse_page("---\na: \"24\"\nb: 'true'\nc: |\n  12\n---\n", "x.md").values == {
        "a": "24",
        "b": "true",
        "c": "12",
    }


def test_a_page_with_no_facts_has_none() -> None:
    for text in ("---\n---\n", "---\n# only a comment\n---\n", "---\n\n---\nbody"):
        parsed = parse_page(text, "x.md")
        assert (parsed.values, parsed.problems) == ({}, ())


def test_spaces_after_the_lines_of_hyphens_do_no_harm() -> None:
    assert parse_page("---  \na: 1\n--- \nx", "x.md").values == {"a": 1}


def test_each_repeated_key_is_named_and_the_first_value_stays() -> None:
    """A key written twice hides a value; both lines are told, at every level."""
    parsed = parse_page("---\na: 1\nb: {c: 1, c: 2}\na: 2\n---\n", "x.md")
    assert parsed.values == {"a": 1, "b": {"c": 1}}
    assert [(problem.line, problem.message) for problem in parsed.problems] == [
        (3, '"c" is written twice (first on line 3).'),
        (4, '"a" is written twice (first on line 2).'),
    ]


@pytest.mark.parametrize(
    "bomb",
    ["a: &x [1]\nb: *x", "a: &x [1,1]\nb: &y [*x,*x]", "<<: {a: 1}", "? [a]\n: b", "a: !!python/object:os.system x", "&k a: b", "*a : b", "!!omap [a: 1]",
     "a: " + "[" * 50_000, "a: " + "{b: " * 50_000, "[a, b]", "just words", "--- x\n--- y", "a: b\n...\nc: d"],
)  # fmt: skip
def test_what_a_careless_loader_would_run_or_blow_up_is_one_problem(bomb: str) -> None:
    """Aliases, tags, merges, complex keys and depth are refused at once."""
    parsed = parse_page(f"---\n{bomb}\n---\n", "x.md")
    assert parsed.values == {}
    assert len(parsed.problems) == 1


def test_a_yaml_file_is_read_as_strictly() -> None:
    parsed = parse_yaml("# lists\na:\n  b: yes\n  b: no\n", "x.yml")
    assert parsed.values == {"a": {"b": "yes"}}
    assert [str(problem) for problem in parsed.problems] == [
        'x.yml:4: "b" is written twice (first on line 3). Keep one of the two.'
    ]
    assert parse_yaml("", "x.yml").values == {}
