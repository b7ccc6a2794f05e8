"""Personal data is found in the browser as in the build: the same problems for the same files."""

from collections.abc import Iterable, Iterator
from html.entities import html5
from typing import Any

import pytest
from script_checks import Scripts, open_scripts

from ideas_hub.checks.chats import find_chats
from ideas_hub.checks.checked_file import CheckedFile, checked_file
from ideas_hub.checks.identifier_rows import normalise
from ideas_hub.checks.personal_data import MOST_IN_A_FILE, find_personal_data, find_personal_data_in_name
from ideas_hub.web_form.rules import rule_constants
from tests.ideas_hub.checks.test_honest_and_personal import HONEST
from tests.ideas_hub.web_form.checked_files import (
    file_as_json,
    found_by_python,
    found_by_scripts,
    golden_and_small_files,
    problems_as_json,
)
from tests.ideas_hub.web_form.identifier_texts import ROWS, IdentifierTexts

RULES = (find_personal_data, find_chats)
SEEDS = range(2000)
FACTS = "---\ntitle: One\n---\n\n"


@pytest.fixture(scope="module")
def scripts() -> Iterator[Scripts]:
    with open_scripts("checks", "identifiers") as running:
        running.ask("open", rule_constants())
        yield running


def page(text: str, file: str = "case_studies/x.md") -> CheckedFile:
    return checked_file(text, file)


def problems_of(checked: CheckedFile) -> list[dict[str, Any]]:
    return [*problems_as_json(find_personal_data_in_name(checked.file)), *found_by_python(checked, RULES)]


def found_differently(scripts: Scripts, files: Iterable[CheckedFile]) -> tuple[list[CheckedFile], int]:
    """Return the files in which the two languages find different problems, and how many Python finds in all."""
    different, count = [], 0
    for checked in files:
        expected = problems_of(checked)
        count += len(expected)
        if found_by_scripts(scripts, checked) != expected:
            different.append(checked)
    return different, count


def test_what_each_rule_finds_in_the_golden_files_and_the_small_hub_is_the_same(scripts: Scripts) -> None:
    different, count = found_differently(scripts, golden_and_small_files().values())

    assert different == []
    assert count > 30


def test_what_is_found_in_every_spelling_and_in_honest_sentences_is_the_same(scripts: Scripts) -> None:
    different, count = found_differently(scripts, (page(f"{FACTS}{row}\n") for row in [*ROWS, *HONEST]))

    assert different == []
    assert count >= len(ROWS)


def test_what_is_found_in_made_texts_is_the_same(scripts: Scripts) -> None:
    """In facts, sentences, lists, tables, links and code, whole, broken over rows, misspelt, and allowed or not."""
    different, count = found_differently(scripts, (page(IdentifierTexts(seed).text()) for seed in SEEDS))

    assert different == []
    assert count > 2 * len(SEEDS)


def test_of_a_list_of_people_as_many_are_named(scripts: Scripts) -> None:
    rows = "\n\n".join(f"Ring 07700 {number}." for number in range(900_000, 900_001 + MOST_IN_A_FILE))
    different, count = found_differently(scripts, [page(f"{FACTS}{rows}\n")])

    assert (different, count) == ([], MOST_IN_A_FILE)


@pytest.mark.parametrize("name", ["jo-07700-900123.md", "ta1-1aa.md", "9434765919.md", "ab123456c.yml", "m5-a38.md"])
def test_what_is_found_in_a_file_s_name_is_the_same(scripts: Scripts, name: str) -> None:
    different, count = found_differently(scripts, [page("title: One\n", f"docs/{name}")])

    assert different == []
    assert count == (0 if name == "m5-a38.md" else 1)


def test_what_is_found_in_a_file_of_facts_alone_is_the_same(scripts: Scripts) -> None:
    """Nothing can be allowed in it."""
    facts = "word:\n  meaning: Ask jo@example.org\n# born on 3 April 1951\n"
    different, count = found_differently(scripts, [page(facts, "docs/glossary.yml")])

    assert (different, count) == ([], 2)


def test_a_row_is_read_in_the_same_plain_signs(scripts: Scripts) -> None:
    """Every name and code of a sign in HTML, also unfinished ones, and every sign that looks like another."""
    names = [
        *(f"&{name}" for name in html5),
        "&nbsp07700",
        "&notit;",
        "&ltx",
        "&unknown;",
        "&",
        "&;",
        "&#;",
        "&#x;",
        "&#xg;",
    ]
    codes = [
        *range(0x180),
        *range(0x2000, 0x2100),
        0xD800,
        0xDFFF,
        0xFDD0,
        0xFDF0,
        0xFFFE,
        0x1FFFF,
        0x20000,
        0x110000,
        10**400,
    ]
    signs = [*map(chr, range(0x20, 0x3100)), *map(chr, range(0xFF00, 0xFFF0)), "\\_\\*\\a", "%40", "\U0001f600"]
    rows = [*names, *(f"&#{code};" for code in codes), *(f"&#X{code:x}1" for code in codes), *signs]

    in_words = [f"a{row}b" for row in rows]

    assert scripts.ask("plainSigns", in_words) == list(map(normalise, in_words))


def test_an_allowance_that_has_no_line_yet_is_named_on_the_first(scripts: Scripts) -> None:
    """A form has facts before it has a file."""
    text = "---\ntitle: One\nallow_contact: [{item: 01632 960001, why: Our office}]\n---\n\nWe met.\n"
    answer = scripts.ask("check", {**file_as_json(page(text)), "raw": "", "lines": {}})

    assert [(problem["line"], problem["severity"]) for problem in answer["problems"]] == [(1, "idea")]
