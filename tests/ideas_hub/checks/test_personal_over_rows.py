"""Personal data that only a reader of the page meets: it goes on over the end of a row, or has marks within it."""

import pytest

from ideas_hub.checks.checked_file import checked_file
from ideas_hub.checks.personal_data import find_personal_data

FACTS = "---\ntitle: One\n---\n\n"


def found(body: str, facts: str = FACTS) -> list[tuple[int, str]]:
    """Return the line of each problem, from the first below the facts, and what it is."""
    problems = find_personal_data(checked_file(f"{facts}{body}\n", "case_studies/x.md"))
    return [
        (problem.line - facts.count("\n"), problem.message.removeprefix("there is ").partition(" here")[0])
        for problem in problems
    ]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Ring Jo on 07700\n900123 at noon.", "a telephone number"),
        ("Ring +353 86\n123 4567.", "a telephone number"),
        ("- Ring Jo on 07700\n  900123.", "a telephone number"),
        ("> Ring Jo on 07700\n> 900123.", "a telephone number"),
        ("Ring **07700** 900123.", "a telephone number"),
        ("Ring 077*00 9001*23.", "a telephone number"),
        ("Ring 07700 ~~9~~900123.", "a telephone number"),
        ("Ring [07700](b.md) 900123.", "a telephone number"),
        ("[Ring 07700\n900](b.md) 123.", "a telephone number"),
        ("His NHS number is 943 476\n5919.", "an NHS number"),
        ("It is 943 **476** 5919.", "an NHS number"),
        ("It is AB 12 34\n56 C.", "a National Insurance number"),
        ("It is *AB* 12 34 56 *C*.", "a National Insurance number"),
        ("Pay 20-00-00\n55779911.", "a bank account"),
        ("Sort code\n20-00-00.", "a bank account"),
        ("Pay GB29 NWBK 6016\n1331 9268 19.", "a bank account"),
        ("We are at TA1\n1AA.", "a full postcode"),
        ("We are at **TA1** 1AA.", "a full postcode"),
        ("Jo was born\non 3 April 1951.", "a date of birth"),
        ("Jo was born on *3 April* **1951**.", "a date of birth"),
        ("Write to _jo@a.example_.", "an e-mail address"),
        ("Write to jo [at]\na.example.", "an e-mail address"),
        ("Write to **jo**@a.example.", "an e-mail address"),
    ],
)
def test_what_marks_and_the_ends_of_rows_part_is_found_once(body: str, kind: str) -> None:
    """In the row where it starts."""
    assert found(f"One.\n\n{body}") == [(3, kind)]


def test_a_value_that_goes_on_in_the_next_row_is_read_as_one() -> None:
    facts = "---\ntitle: One\nsummary: Ring Jo on 07700\n  900123 at noon.\n---\n\n"
    (problem,) = find_personal_data(checked_file(facts, "case_studies/x.md"))

    assert (problem.line, problem.field) == (3, "summary")


def test_it_can_be_allowed_like_any_other() -> None:
    facts = "---\ntitle: One\nallow_contact: [{item: 01632 960000, why: Our office.}]\n---\n\n"

    assert found("Ring 01632\n**960000**.", facts) == []


HONEST = """\
In 2019 and 2020
1 234 people came, of whom
56 came twice and
12 34 times.

Call 0800
123 4567, or 116
123 for the Samaritans.

Between 01
and 07700 metres; from 2021
01 to 2022 02, in rooms 20
00 and 00.

| Year | Walkers |
| --- | --- |
| 2021 | 07700 |
| 900123 | 12 |

- 07700
- 900123

The fund paid £20
000 000 of £55
779 911 in **20** weeks, *00* times.

They met @ the
hall. Come at
noon.example is no address; look at
home.

The project was
born on 3 April 2021.

See [the report](https://a.example/07700900123), section **12** 34 56,
and <https://a.example/943/476/5919>
for more.

Any child born on 1 January 2020
can have a free place.

Registered charity 298028,
company number 12345678.
"""


def test_figures_that_stand_near_each_other_are_no_personal_data() -> None:
    assert found(HONEST) == []


def test_a_row_of_another_paragraph_excuses_no_date_of_birth() -> None:
    assert found("The project\n\nJo was born on 3 April 1951.\n- can come") == [(3, "a date of birth")]


def test_a_row_that_only_the_name_of_a_line_break_makes_has_the_last_line_of_the_file() -> None:
    """`&#10;` is one to a reader, and none in the file."""
    text = "---\ntitle: One\n---\n\nOne&#10;two **07700** 900123."
    (problem,) = find_personal_data(checked_file(text, "case_studies/x.md"))

    assert problem.line == 5
