"""ideas_hub/problem.py: the one way to report a mistake in the content."""

import pytest

from ideas_hub.problem import (
    MAX_LISTED,
    Problem,
    Severity,
    excerpt,
    first_of_each_kind,
    nearest,
    printable,
    report,
)

MANY = tuple(f"v{number}" for number in range(MAX_LISTED + 3))


def test_of_thousands_of_one_kind_the_first_twenty_are_told_and_the_others_counted() -> None:
    """Of each kind in each file, so that nothing hides behind the many."""
    many = [Problem("a.md", line, "there is a number here.", rule="number") for line in range(1, 4001)]
    others = [Problem("a.md", 3, "it is empty."), Problem("b.md", 1, "there is a number here.", rule="number")]

    told = first_of_each_kind([*many, *others])

    assert told[:20] == many[:20]
    assert str(told[20]) == "a.md:21: there are 3,980 more of this kind. Fix those above, then check again."
    assert told[20].severity is Severity.MUST_FIX
    assert told[21:] == others
    assert first_of_each_kind(told) == told


def test_a_problem_reads_place_field_message_nearest_fix_allowed_and_example() -> None:
    """The order an editor needs: where, what, the likely word, what to do, what there is."""
    problem = Problem(
        "case_studies/x.md",
        4,
        '"helth" is not a theme we know.',
        field="themes[1]",
        nearest="health",
        fix="Look it up.",
        allowed=("health", "faith"),
        example="themes: [health]",
    )

    assert str(problem) == (
        'case_studies/x.md:4: themes[1]: "helth" is not a theme we know. Did you mean "health"? Look it up. '
        "Allowed: health, faith. For example: themes: [health]"
    )


def test_place_message_and_advice_can_be_had_one_by_one() -> None:
    """For reports of another shape."""
    problem = Problem("a.md", 4, "no.", field="themes[1]", nearest="v1", fix="Look it up.", allowed=("v1", "v2"))

    assert (problem.place, problem.full_message) == ("a.md:4", "themes[1]: no.")
    assert problem.advice() == ('Did you mean "v1"?', "Look it up.", "Allowed: v1, v2.")


def test_a_problem_of_the_whole_file_has_no_line() -> None:
    """Line 0 means the whole file and is not printed."""
    assert str(Problem("a.md", 0, "it is a link.")) == "a.md: it is a link."


def test_a_long_list_of_allowed_values_is_cut() -> None:
    assert str(Problem("a.md", 1, "no.", allowed=MANY)).endswith(f"v{MAX_LISTED - 1} and 3 more.")


def test_a_long_list_is_left_out_of_one_line_if_the_likely_word_is_known() -> None:
    """The nearest word matters more than a page of choices; a report has room for both."""
    problem = Problem("a.md", 1, "no.", allowed=MANY, nearest="v1")

    assert str(problem) == 'a.md:1: no. Did you mean "v1"?'
    assert problem.advice()[-1].endswith(f"v{MAX_LISTED - 1} and 3 more.")


def test_problems_are_ordered_by_file_then_line_and_counted() -> None:
    """A report can be worked through from top to bottom."""
    problems = [Problem("b.md", 1, "one."), Problem("a.md", 10, "two."), Problem("a.md", 9, "three.")]
    ordered = sorted(problems, key=Problem.sort_key)

    assert [(problem.file, problem.line) for problem in ordered] == [("a.md", 9), ("a.md", 10), ("b.md", 1)]
    assert report(ordered) == "a.md:9: three.\na.md:10: two.\nb.md:1: one.\n3 problems to fix."
    assert report(ordered[:1]).endswith("\n1 problem to fix.")


def test_a_report_of_no_problems_says_so() -> None:
    assert report([]) == "No problems found."


def test_a_problem_must_be_fixed_unless_it_says_otherwise() -> None:
    assert Problem("a.md", 1, "x").severity is Severity.MUST_FIX


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("north-wlaes", "north-wales"),
        ("North Wales", "north-wales"),
        ("north_wales", "north-wales"),
        ("NORTH-WALES", "north-wales"),
        ("pembroke", ""),
        ("", ""),
    ],
)
def test_the_nearest_word_looks_past_case_spaces_and_typing_slips(word: str, expected: str) -> None:
    """A word that is far from all gets no suggestion: a wrong one would mislead."""
    assert nearest(word, ["mid-wales", "north-wales", "cardiff"]) == expected


@pytest.mark.parametrize(
    ("word", "expected"), [("mend", "mending-clothes"), ("tools", "tools-electrics"), ("me", ""), ("heal", "")]
)
def test_the_start_of_a_word_is_near_it_when_no_other_starts_so(word: str, expected: str) -> None:
    """People write the short form of a theme; where two could be meant, none is guessed."""
    themes = ["mending-clothes", "health-care", "healthy-eating-and-cooking", "tools-electrics"]

    assert nearest(word, themes) == expected


def test_an_excerpt_is_one_short_line() -> None:
    assert excerpt("a\n  b\tc") == "a b c"
    assert excerpt("x" * 100, 10) == "x" * 9 + "…"


@pytest.mark.parametrize("text", ["\x1b[31m", "\n::error::", "\r", "\u202e", "\x00", "\x85", "\u2028", "\udcff"])
def test_what_could_forge_a_log_line_is_escaped(text: str) -> None:
    """Control and direction characters are printed as codes."""
    assert printable(text).isprintable()


def test_a_command_in_brackets_is_split() -> None:
    """GitHub obeys `##[...]` anywhere in a line."""
    assert "##[" not in printable("x ##[error]y")


def test_letters_of_any_language_are_printed_as_they_are() -> None:
    assert printable("Café, Łódź, سلام, 你好") == "Café, Łódź, سلام, 你好"
