"""Figures in the browser are checked as in the build: the same problems for the same files."""

from collections.abc import Iterator, Mapping
from random import Random

import pytest
from script_checks import Scripts, open_scripts

from ideas_hub.checks.checked_file import CheckedFile
from ideas_hub.checks.figure_base import find_figures_without_base
from ideas_hub.checks.figure_values import find_displays_of_other_values
from ideas_hub.checks.own_figures import find_figures_given_differently
from ideas_hub.model.value_paths import Lines
from ideas_hub.reading.markdown import parse
from ideas_hub.reading.prose import prose_of
from ideas_hub.web_form.rules import rule_constants
from tests.ideas_hub.web_form.checked_files import found_by_python, found_by_scripts, golden_and_small_files

RULES = (find_figures_without_base, find_displays_of_other_values, find_figures_given_differently)
FILES = 300
UNITS = ("hours a week", "people", "%", "percent", "pounds", "£", "walks", "items mended", "weeks", "days", "")
LABELS = ("People who came to the café", "Items mended in a year", "Share who felt better", "Time given", "Cost", "")
BASES = (
    "120 people who filled in both forms", "n/a", "All", " - ", "not known", "xx", "see report", "TBC", "",
    "various", "12",
)  # fmt: skip
NUMBERS = (
    "24", "25", "26", "23.5", "1,200", "1 200", "1.200", "1'200", "1.2k", "1.2 thousand", "12 hundred", "forty-two",
    "two thirds", "a third", "half", "1½", "½", "three quarters", "a dozen", "two dozen", "twenty-four", "nil",
    "twice", "two thousand and forty-five", "£1.2m", "57p", "57 pence", "71%", "71 per cent", "seventy-one percent",
    "0.71", "100", "250", "1,000,000", "7 in 10", "1 in 4", "3 out of 4", "20 to 30", "20\u201330", "6 x 4",
    "a year and a half", "one week and a half", "24.0", "007", "3,5", "a million", "half a million",
    "quarter of a million", "1 and a half", "24th", "A24", "twelve and a half thousand", "\u0662\u0664",
)  # fmt: skip
ROUND_ABOUT = (
    "", "", "", "about ", "over ", "nearly ", "more than ", "~", ">", "up to ", "just ", "some ", "target of ",
    "the first ",
)  # fmt: skip
SENTENCES = (
    "{} hours a week went to the café.", "We mended {} items in a year.", "In all {} people came. {} stayed.",
    "It cost {}, not {}.", "Of those, {} felt better after {} weeks.", "The report does not say how many; {} did.",
    "Each week {} people took part in the walks", "There were {} visits (last year {}).", "{}",
    "Volunteers gave {}\nhours a week.", "£{} went to tools. It is {} pounds.", "Share: {}!",
)  # fmt: skip
VALUES = (
    24,
    25,
    23.5,
    1200,
    0.71,
    71,
    0.25,
    1_000_000,
    1234567,
    0,
    42,
    1.5,
    13,
    12,
    0.57,
    57,
    18,
    2 / 3,
    123456.75,
    0.00001,
    -24,
)
ODD = (True, None, "24", ["24"], {"is": 24})


def made_files() -> Iterator[CheckedFile]:
    """Yield files with figures, true and false, and texts that give them in all sorts of ways."""
    random = Random(5)  # noqa: S311 nothing is kept secret by it
    for number in range(FILES):
        blocks = [_block(random) for _ in range(random.randint(1, 6))]
        body = parse("\n\n".join(blocks), 20)
        values = {
            "title": _sentence(random),
            "language": random.choice(("en", "cy")) if random.random() < 0.1 else "en-GB",
            "summary": _sentence(random),
            "figures": [_figure(random) for _ in range(random.randint(0, 3))]
            if random.random() < 0.9
            else random.choice(ODD),
            "notes": [_sentence(random)],
            "amounts": [{"value": random.choice(VALUES), "display": _number(random)}],
            "display": _number(random),
            "value": random.choice(VALUES),
        }
        lines: Lines = {(name,): place for place, name in enumerate(values, 2) if random.random() < 0.8}
        lines[("figures", 0)] = 11
        lines[("figures", 0, "value")] = 12
        folder = random.choice(("case_studies", "case_studies", "docs/learning-points", "docs"))
        yield CheckedFile(f"{folder}/file-{number}.md", "", values, lines, body, prose_of(body))


def _figure(random: Random) -> object:
    if random.random() < 0.1:
        return random.choice(ODD)
    figure = {
        "value": random.choice(ODD if random.random() < 0.1 else VALUES),
        "unit": random.choice(UNITS),
        "label": random.choice(LABELS),
        "base": random.choice(ODD if random.random() < 0.1 else BASES),
        "display": random.choice(ROUND_ABOUT) + _number(random) + random.choice(("", " " + random.choice(UNITS))),
    }
    return {name: value for name, value in figure.items() if random.random() < 0.9}


def _block(random: Random) -> str:
    sentences = " ".join(_sentence(random) for _ in range(random.randint(1, 3)))
    return random.choice(("{}", "{}", "{}", "- {}", "## {}", "| a |\n| --- |\n| {} |", "> {}")).format(
        sentences.replace("\n", " ")
    )


def _sentence(random: Random) -> str:
    sentence = random.choice(SENTENCES)
    return sentence.format(*(random.choice(ROUND_ABOUT) + _number(random) for _ in range(sentence.count("{}"))))


def _number(random: Random) -> str:
    return random.choice(NUMBERS)


@pytest.fixture(scope="module")
def scripts() -> Iterator[Scripts]:
    with open_scripts("value-paths", "checks", "figure-base", "figures") as running:
        running.ask("open", rule_constants())
        yield running


def differences(files: Mapping[str, CheckedFile], scripts: Scripts) -> tuple[dict[str, object], int]:
    """Return what each language finds in the files in which they differ, and how many problems Python finds in all."""
    found = {file: found_by_python(checked, RULES) for file, checked in files.items()}
    in_scripts = {file: found_by_scripts(scripts, checked) for file, checked in files.items()}
    different: dict[str, object] = {
        file: (found[file], in_scripts[file]) for file in found if found[file] != in_scripts[file]
    }
    return different, sum(map(len, found.values()))


def test_the_same_problems_in_golden_files_and_in_the_small_hub(scripts: Scripts) -> None:
    different, count = differences(golden_and_small_files(), scripts)
    assert different == {}
    assert count > len(RULES)


def test_the_same_problems_in_files_made_of_all_sorts_of_numbers(scripts: Scripts) -> None:
    different, count = differences({checked.file: checked for checked in made_files()}, scripts)
    assert different == {}
    assert count > FILES
