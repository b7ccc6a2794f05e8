"""ideas_hub/problem.py: one way to say a problem."""

from __future__ import annotations

import pytest

from ideas_hub.problem import SHOWN_ALLOWED, Problem, Severity, excerpt, nearest, printable, report


def test_a_problem_reads_place_field_message_nearest_mend_and_allowed() -> None:
    """The order an editor needs: where, what, the likely word, what to do, what there is."""
    problem = Problem(
        "case_studies/x.md",
        4,
        '"helth" is not a theme we know.',
        field="themes[1]",
        nearest="health",
        mend="Look it up.",
        allowed=("health", "faith"),
    )
    assert str(problem) == (
        'case_studies/x.md:4: themes[1]: "helth" is not a theme we know. Did you mean "health"? Look it up. Allowed: health, faith.'
    )


def test_a_problem_of_the_whole_file_has_no_line() -> None:
    """Line 0 stands for the whole file and is not printed."""
    assert str(Problem("a.md", 0, "it is a link.")) == "a.md: it is a link."


def test_long_lists_of_allowed_values_are_cut() -> None:
    """The nearest word matters more than a page of choices."""
    allowed = tuple(f"v{number}" for number in range(SHOWN_ALLOWED + 3))
    assert str(Problem("a.md", 1, "no.", allowed=allowed)).endswith("v11 and 3 more.")


def test_a_long_list_is_left_out_beside_the_likely_word() -> None:
    allowed = tuple(f"v{number}" for number in range(SHOWN_ALLOWED + 3))
    assert str(Problem("a.md", 1, "no.", allowed=allowed, nearest="v1")) == 'a.md:1: no. Did you mean "v1"?'


def test_problems_are_ordered_by_file_then_line_and_counted() -> None:
    """A report can be worked through from top to bottom."""
    problems = [Problem("b.md", 1, "one."), Problem("a.md", 10, "two."), Problem("a.md", 9, "three.")]
    ordered = sorted(problems, key=Problem.sort_key)
    assert [(problem.file, problem.line) for problem in ordered] == [("a.md", 9), ("a.md", 10), ("b.md", 1)]
    assert report(ordered) == "a.md:9: three.\na.md:10: two.\nb.md:1: one.\n3 problems to mend."


def test_no_problems_are_said_as_such() -> None:
    assert report([]) == "No problems found."


def test_a_problem_must_be_mended_unless_it_says_otherwise() -> None:
    assert Problem("a.md", 1, "x").severity is Severity.MUST_FIX


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("south-wset", "south-west"),
        ("South West", "south-west"),
        ("south_west", "south-west"),
        ("SOUTH-WEST", "south-west"),
        ("wales", ""),
        ("", ""),
    ],
)
def test_the_nearest_word_looks_past_case_spaces_and_typing_slips(word: str, expected: str) -> None:
    """A word that is far from all gets no suggestion: a wrong one would mislead."""
    assert nearest(word, ["south-east", "south-west", "london"]) == expected


def test_an_excerpt_is_one_short_line() -> None:
    assert excerpt("a\n  b\tc") == "a b c"
    assert excerpt("x" * 100, 10) == "x" * 9 + "…"


@pytest.mark.parametrize("text", ["\x1b[31m", "\n::error::", "\r", "\u202e", "\x00", "\x85", "\u2028", "\udcff"])
def test_what_could_forge_a_log_line_is_escaped(text: str) -> None:
    """Control and direction characters are shown as codes."""
    assert printable(text).isprintable()


def test_a_command_in_brackets_is_taken_apart() -> None:
    """GitHub obeys `##[...]` anywhere in a line."""
    assert "##[" not in printable("x ##[error]y")


def test_letters_of_any_language_are_kept() -> None:
    assert printable("Café, Łódź, سلام, 你好") == "Café, Łódź, سلام, 你好"


@pytest.mark.parametrize(
    ("word", "expected"), [("art", "arts-culture"), ("nature", "nature-environment"), ("a", ""), ("heal", "")]
)
def test_the_start_of_a_word_is_near_it_when_no_other_starts_so(word: str, expected: str) -> None:
    """People write the short form of a theme; where two could be meant, none is guessed."""
    assert (
        nearest(word, ["arts-culture", "health-care", "healthy-eating-and-cooking", "nature-environment"]) == expected
    )
