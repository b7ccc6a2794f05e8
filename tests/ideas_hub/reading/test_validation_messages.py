"""What to tell an editor about each kind of mistake."""

import pytest

from ideas_hub.model.data_files import EvidenceFile
from ideas_hub.model.entries import CaseStudy
from ideas_hub.model.kinds import CASE_STUDIES, IDEAS, LEARNING_POINTS, Kind
from ideas_hub.model.value_paths import as_written
from ideas_hub.problem import Problem
from ideas_hub.reading.failures import Failure, Message
from ideas_hub.reading.front_matter import parse_page, parse_yaml
from ideas_hub.reading.validation import validate
from ideas_hub.reading.validation_messages import message_of


def problems_of(facts: str, kind: Kind = CASE_STUDIES) -> list[Problem]:
    """Return what is wrong with these facts, apart from fields that are missing altogether."""
    _, problems = validate(parse_page(f"---\n{facts}\n---\n", "x.md"), kind.record, "x.md")
    return [problem for problem in problems if problem.rule != "missing" or "." in problem.field]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ("draft: yes", 'x.md:2: draft: "yes" is neither true nor false. Write true or false, without quotes.'),
        ("draft:", "x.md:2: draft: it is empty. Write a value, or leave it out."),
        ("title: true", 'x.md:2: title: "true" is not text. Put quotes around it: "true".'),
        ("themes: []", "x.md:2: themes: it is empty. Write a value."),
        *(
            (
                f"place: {words}",
                (
                    f'x.md:2: place: "{words}" stands for words that are still to be written. '
                    "Write them, or leave the whole fact out until you know."
                ),
            )
            for words in ("{name}", "[name of place]", "<place>", "xx people")
        ),
        (
            "search_terms: [a, 'b,', c]",
            'x.md:2: search_terms[2]: "b," has a comma in it. Write each word as an item of its own: b.',
        ),
        ("themes: a-b; c", 'x.md:2: themes: "a-b; c" is not a list. Put it in brackets: themes: [a-b, c].'),
        ("themes: a-b,c", 'x.md:2: themes: "a-b,c" is not a list. Put it in brackets: themes: [a-b, c].'),
        (
            "worked: We met. Then we met again.",
            (
                'x.md:2: worked: "We met. Then we met again." is not a list. '
                "Write each on a row of its own below it, after a hyphen and a space."
            ),
        ),
        (
            "sources: [{source: a, section: 3.10}]",
            'x.md:2: sources[1].section: "3.10" is not text. Put quotes around it: "3.10".',
        ),
        (
            "could_we_do_this: {cost: Little, with help}",
            (
                'x.md:2: could_we_do_this.with help: "with help" is not a field we know. '
                "If the words belong to those before them, put quotes around the whole text. "
                "Allowed: cost, people, time, place, cost_band."
            ),
        ),
        (
            "status: runing",
            (
                'x.md:2: status: "runing" is not one of the choices. Did you mean "running"? Allowed: '
                "running, ended, unknown."
            ),
        ),
        (
            "evidence: People's own experience",
            (
                'x.md:2: evidence: "People\'s own experience" is not one of the choices. Did you mean '
                '"own-experience"? Allowed: own-experience, measured, independent-evaluation.'
            ),
        ),
        (
            "status: It has ended",
            (
                'x.md:2: status: "It has ended" is not one of the choices. Did you mean "ended"? Allowed: '
                "running, ended, unknown."
            ),
        ),
        (
            "period: {start: 2022, end: 2021-12}",
            "x.md:2: period: it ends before it starts. Check the start and the end.",
        ),
        (
            "period: 2021",
            'x.md:2: period: "2021" is not a set of named facts. Write it as {start: ..., end: ..., start_of: ...}.',
        ),
        (
            "period: {strat: 2021}",
            (
                'x.md:2: period.strat: "strat" is not a field we know. Did you mean "start"? '
                "Allowed: start, end, start_of."
            ),
        ),
        ("published: 1622-01-01", 'x.md:2: published: "1622-01-01" is not a likely date. Check the year.'),
        (
            "period: {start: spring 2021}",
            'x.md:2: period.start: "spring 2021" is not a date we can read. Write it as 2022, 2022-08 or 2022-08-31.',
        ),
        (
            "consent: {reference: Jane Doe, expires: 2027-01-01}",
            (
                'x.md:2: consent.reference: "Jane Doe" is not written as it should be. '
                "Write a reference number such as AB-0042, never a name."
            ),
        ),
        ("review_in_months: 0", 'x.md:2: review_in_months: "0" is too small. The least is 1.'),
        ("review_in_months: 240", 'x.md:2: review_in_months: "240" is too large. The most is 120.'),
        (
            "review_in_months: 2.5",
            (
                'x.md:2: review_in_months: "2.5" is not written as a whole number. Write digits only, such as 1119: '
                "no quotes, no comma, no zero in front."
            ),
        ),
        ("title: |\n  one\n\n  two", "x.md:2: title: it runs over several lines. Write it on one line."),
        (
            "title: Garden #1 opens",
            (
                'x.md:2: title: everything after "#" is left out: "#1 opens". '
                "Put quotes around the whole value, or move the comment to a line of its own."
            ),
        ),
        (
            "worked: [Tea]\npartners:\n  - #LoveParks",
            (
                'x.md:4: partners[1]: everything after "#" is left out: "#LoveParks". '
                "Put quotes around the whole value, or move the comment to a line of its own."
            ),
        ),
        ("image: {file: a.jpg}", "x.md:2: image.alt: it is missing. Write alt: ... in it."),
        (
            "redirect_from: [Old Name]",
            (
                'x.md:2: redirect_from[1]: "Old Name" is not written as it should be. '
                "Use lower-case words joined by hyphens, such as old-name."
            ),
        ),
        (
            "redirect_from: [Nоrth Café]",  # noqa: RUF001 the first o is Cyrillic
            (
                'x.md:2: redirect_from[1]: "Nоrth Café" is not written as it should be. '  # noqa: RUF001
                "Use lower-case words joined by hyphens, such as north-cafe."
            ),
        ),
        (
            'themes: [["a"]]',
            (
                "x.md:2: themes[1]: it is a list, and one text is expected. "
                "Write it without brackets or hyphens: themes: ..."
            ),
        ),
        ("themes: [1]", 'x.md:2: themes[1]: "1" is not text. Put quotes around it: "1".'),
        ("themes: ['']", "x.md:2: themes[1]: it is empty. Write a value."),
        ("region: ' '", "x.md:2: region: it is empty. Write a value."),
    ],
)
def test_each_rule_has_its_own_words(facts: str, words: str) -> None:
    """Place, field, what was found, what to do; no word of a library."""
    assert [str(problem) for problem in problems_of(facts)] == [words]


def test_fields_of_a_nested_record_are_the_ones_suggested() -> None:
    (problem,) = [p for p in problems_of("authors: [{name: A, rol: B}]", IDEAS) if p.rule == "unknown-fact"]
    assert (problem.nearest, problem.allowed) == ("role", ("name", "role", "organisation"))
    (problem,) = [
        p
        for p in problems_of("evidenced_by: [{project: x, basis: sure}]", LEARNING_POINTS)
        if p.field.startswith("evidenced")
    ]
    assert problem.allowed == ("stated", "inferred")


def test_a_chart_of_one_bar_learns_how_many_it_needs() -> None:
    parsed = parse_yaml(
        "subjects: {}\nfigures: {}\ncharts: {a: {title: t, subject: s, section: x, figures: [one]}}", "x.yml"
    )
    assert [problem.message for problem in validate(parsed, EvidenceFile, "x.yml")[1]] == [
        "it has too few items; the least is 2."
    ]


def test_values_are_quoted_as_an_editor_writes_them() -> None:
    assert as_written([True, None, {"a": [1.5, "x"], "b": None}]) == "[true, , {a: [1.5, x], b}]"


@pytest.mark.parametrize(
    ("facts", "message", "fix"),
    [
        (
            "title: [a, b]",
            "it is a list, and one text is expected.",
            "Write it without brackets or hyphens: title: ...",
        ),
        (
            "title: {Walks: a start}",
            'the colon in "Walks: a start" cuts the text in two.',
            "Put quotes around the whole text.",
        ),
        ("themes: health", '"health" is not a list.', "Put it in brackets: themes: [health]."),
        (
            "published: 2022-02-30",
            '"2022-02-30" is not a day in the calendar.',
            "Check the day, the month and the year.",
        ),
        ("zzz: x", '"zzz" is not a field we know.', "Check the spelling, or leave it out."),
        ("title: <b>x</b>", 'it has HTML in it: "<b>".', "Write plain words only."),
        ("title: A **walk**", 'it has Markdown in it: "**walk**".', "Write plain words only."),
        ("title: Walks &amp; talks", 'it has a code in it: "&amp;".', 'Write "&" itself.'),
        ("worked: [A walk&nbsp;]", 'it has a code in it: "&nbsp;".', "Write plain words only."),
        (
            "summary: Cost TBC",
            '"TBC" stands for words that are still to be written.',
            "Write them, or leave the whole fact out until you know.",
        ),
    ],
)
def test_a_value_of_the_wrong_shape_has_its_own_message(facts: str, message: str, fix: str) -> None:
    (problem,) = problems_of(facts)
    assert (problem.message, problem.fix) == (message, fix)


def test_a_kind_of_error_without_a_message_quotes_the_library() -> None:
    """A record may get a new kind of check before it gets its message: nothing is hidden, and nothing breaks."""
    failure = Failure("new_kind", CaseStudy, ("title",), "x", {}, "Value error")
    assert message_of(failure) == Message("it is not right (Value error).")


def test_a_pattern_without_advice_of_its_own_is_reported_all_the_same() -> None:
    failure = Failure("string_pattern_mismatch", CaseStudy, ("title",), "x", {"pattern": "^z"}, "")
    assert message_of(failure).text == '"x" is not written as it should be.'


@pytest.mark.parametrize(
    "facts",
    [
        "region: south-west  # one\nthemes: [a, b]  # 1 to 3",
        "published: 2022-08-31  # the day it went out\nstatus: ended # by now\ndraft: true # still",
        "sources: [{source: a,  # the first\n  section: '4'}]",
        "period: {start: 2021-03, end: 2022}  # as far as we know\nreview_in_months: 36  # three years",
        "summary: |\n  One row,\n  and another.",
        "summary: >\n  One row,\n  and another.\n",
        'title: "Garden #1"\nsearch_terms: [C#, "#LoveParks"]',
    ],
)
def test_what_loses_nothing_is_accepted(facts: str) -> None:
    assert problems_of(facts) == []
