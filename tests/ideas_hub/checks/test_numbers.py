"""Numbers however people write them, and which words may stand for which value."""

import pytest

from ideas_hub.checks.figure_values import says
from ideas_hub.checks.numbers import numbers_in
from tests.ideas_hub.checks.conftest import Check
from tests.ideas_hub.conftest import EVIDENCE, FILES


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("7,402 people and 24 dogs", [7402, 24]),
        ("7.4 thousand, 7.4k, £1.2m and 2 million", [7400, 7400, 1_200_000, 2_000_000]),
        ("forty-two of two hundred and fifty-one", [42, 251]),
        ("two thousand and forty-five", [2045]),
        ("a dozen, once, twice", [12, 1, 2]),
        ("one and a half, 2½ and ¾", [1.5, 2.5, 0.75]),
        ("two thirds, half, three-quarters", [2 / 3, 0.5, 0.75]),
        ("half a million", [500_000]),
        ("between two and three", [2, 3]),
        ("Covid-19 in Appendix A8", []),
        ("often, tents and someone's attention", []),
        ("", []),
    ],
)
def test_numbers_are_found_in_digits_and_in_words(text: str, values: list[float]) -> None:
    assert [number.value for number in numbers_in(text)] == pytest.approx(values)


HONEST = [
    *[
        ("7,402", 7402, "people"),
        ("7 402", 7402, "people"),
        ("about 7,500", 7480, "people"),
        ("7.5 thousand", 7500, ""),
    ],
    *[("57p", 0.57, "pounds"), ("57p for every £1", 0.57, "pounds"), ("£1.2 million", 1_200_000, "pounds")],
    *[("£1.75m", 1_749_829, "pounds"), ("Just under £100 million", 99_200_000, "pounds"), ("£7.4k", 7400, "pounds")],
    *[
        ("1 in 4", 25, "%"),
        ("nine out of ten", 90, "%"),
        ("three in every four", 75, "%"),
        ("15 of 21", 15, "conditions"),
    ],
    *[("two thirds", 66.7, "%"), ("a third", 34, "%"), ("71%", 0.71, ""), ("58.5%", 58.53, "%"), ("59%", 58.5, "%")],
    *[("twelve", 12, ""), ("Free", 0, "pounds"), ("None", 0, "people"), ("Over 900,000", 934_000, "people")],
    *[("13 to 17 years", 13, "years"), ("6 to 8 weeks", 7, "weeks"), ("2 weeks", 14, "days")],
    *[
        ("an hour and a half", 90, "minutes"),
        ("three years", 36, "months"),
        ("5% fewer", -5, "%"),
        ("3 x 8 weeks", 24, "weeks"),
        ("£1 to £2", 1.5, "pounds"),
    ],
    *[("hundreds", 350, "people"), ("pump-priming", 5000, "pounds"), ("5,115 hours", 5115, "hours")],
]
DISHONEST = [
    *[("forty-two hours", 24, "hours a week"), ("7,402", 7500, "people"), ("7,400", 7402, "people"), ("42", 24, "")],
    *[("1 in 4", 20, "%"), ("two thirds", 50, "%"), ("70%", 71, "%"), ("59%", 58, "%"), ("0.57", 57, "pounds")],
    *[("£1.2 million", 1_300_000, "pounds"), ("£7,500", 75_000, "pounds"), ("Free", 5, "pounds")],
    *[("about 2,000", 3000, "people"), ("over 900,000", 1_200_000, "people"), ("6 to 8 weeks", 24, "weeks")],
]


@pytest.mark.parametrize(("words", "value", "unit"), HONEST)
def test_an_honest_way_to_show_a_value_is_accepted(words: str, value: float, unit: str) -> None:
    assert says(words, value, unit)


@pytest.mark.parametrize(("words", "value", "unit"), DISHONEST)
def test_words_for_another_value_are_found(words: str, value: float, unit: str) -> None:
    assert not says(words, value, unit)


@pytest.mark.parametrize(
    ("file", "text", "field"),
    [
        ("docs/evidence.yml", EVIDENCE.replace('"1,312"', '"1,132"'), "figures.items-brought.display"),
        ("docs/evidence.yml", EVIDENCE.replace("value: 1312", "value: 1.50"), "figures.items-brought.display"),
        (
            "docs/programmes/skills-days.md",
            FILES["docs/programmes/skills-days.md"].replace("Up to £150", "Up to £105"),
            "amounts[1].display",
        ),
    ],
)
def test_figures_of_the_programme_and_sums_of_money_are_checked_too(
    check: Check, file: str, text: str, field: str
) -> None:
    (problem,) = [one for one in check(file, text) if one.rule == "display-value"]

    assert problem.field == field
    assert problem.line > 1
