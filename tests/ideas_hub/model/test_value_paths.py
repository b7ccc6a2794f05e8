"""ideas_hub/model/value_paths.py: the path of a value in a file's facts, and its line."""

import pytest

from ideas_hub.model.value_paths import CompactLines, Lines, ValuePath, field_name, line_of, values_at_path

LINES: Lines = {("title",): 2, ("figures",): 4, ("figures", 1): 6, ("figures", 1, "value"): 7}


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ((), ""),
        (("title",), "title"),
        (("figures", 1, "value"), "figures[2].value"),
        (("consent", "expires"), "consent.expires"),
        ((0, "id"), "[1].id"),
    ],
)
def test_editors_see_a_path_with_items_counted_from_1(path: ValuePath, name: str) -> None:
    assert field_name(path) == name


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("figures", 1, "value"), 7),
        (("figures", 1, "base"), 6),
        (("figures", 5, "base"), 4),
        (("summary",), 1),
        ((), 1),
    ],
)
def test_a_value_without_a_line_has_that_of_the_innermost_value_around_it(path: ValuePath, line: int) -> None:
    """Line 1 if there is none."""
    assert line_of(path, LINES) == line


def test_the_line_of_a_value_nowhere_in_the_file_can_be_chosen() -> None:
    assert line_of(("summary",), LINES, default=0) == 0
    assert line_of(("summary",), {(): 3}, default=0) == 3


def test_compact_lines_hold_what_they_were_given_in_its_order() -> None:
    lines = CompactLines(LINES)

    assert list(lines.items()) == list(LINES.items())
    assert len(lines) == len(LINES)
    assert ("summary",) not in lines


def test_a_value_is_found_at_each_place_that_a_path_matches() -> None:
    """In lists, tables and records; what is missing or of another shape is skipped."""
    facts = {"figures": [{"source": "a"}, {"source": None}, "x"], "charts": {"one": {"source": "b"}}, "n": 1}
    assert values_at_path(facts, ["figures", "*", "source"]) == [(("figures", 0, "source"), "a")]
    assert values_at_path(facts, ["charts", "*", "source"]) == [(("charts", "one", "source"), "b")]
    assert values_at_path(facts, ["n", "*"]) == []
