"""A case study's facts in the browser are checked as in the build, and its file is seen as rules see it there."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from script_checks import Scripts, open_scripts

from ideas_hub.checks.checked_file import CheckedFile, checked_file
from ideas_hub.engine.cache import Cache
from ideas_hub.model.kinds import CASE_STUDIES
from ideas_hub.model.value_paths import Lines
from ideas_hub.reading.front_matter import Parsed
from ideas_hub.reading.near_words import KnownIds
from ideas_hub.reading.references import find_unknown_ids, with_ids_in_brackets
from ideas_hub.reading.validation import validate
from ideas_hub.repository.known_ids import known_ids, known_in
from ideas_hub.repository.load import read_hub
from ideas_hub.repository.raw_content import read_raw_content
from ideas_hub.web_form.records import case_study_data
from ideas_hub.web_form.rules import rule_constants
from tests.conftest import ROOT, SMALL_HUB
from tests.ideas_hub.web_form.checked_files import (
    file_as_json,
    golden_and_small_files,
    lines_as_json,
    problems_as_json,
)
from tests.ideas_hub.web_form.made_facts import FactsMaker

SEEDS = range(600)
FILE = "case_studies/lamp-swap.md"


@pytest.fixture(scope="module")
def known() -> dict[str, KnownIds]:
    """The ids of the small hub without its places, which are not handed over."""
    ids = known_ids(SMALL_HUB, read_raw_content(SMALL_HUB, Cache(None)))
    regions = ids["regions"]
    return {**ids, "regions": KnownIds(regions, regions.names, regions.renamed)}


@pytest.fixture(scope="module")
def scripts(known: dict[str, KnownIds]) -> Iterator[Scripts]:
    names = "micromark prose markdown value-paths checks checked-file placeholders near-words unknown-ids front-matter"
    with open_scripts(*names.split()) as running:
        running.ask("open", {**rule_constants(), "case_study": case_study_data(known)})
        yield running


def found_by_python(values: dict[str, Any], lines: Lines, known: Mapping[str, KnownIds]) -> list[dict[str, Any]]:
    _, refused = validate(Parsed(values, lines), CASE_STUDIES.record, FILE)
    problems = [with_ids_in_brackets(problem, CASE_STUDIES.id, values, known) for problem in refused]
    return problems_as_json([*problems, *find_unknown_ids(CASE_STUDIES.id, values, lines, FILE, known)])


def found_by_scripts(scripts: Scripts, values: dict[str, Any], lines: Lines) -> list[dict[str, Any]]:
    checked = {**file_as_json(CheckedFile(FILE, "", values)), "lines": lines_as_json(lines)}
    answer = scripts.ask("check", checked, ["facts"])
    assert answer["later"] == []
    found: list[dict[str, Any]] = answer["problems"]
    return found


def made_facts(known: Mapping[str, KnownIds]) -> Iterator[tuple[dict[str, Any], Lines]]:
    """Yield facts, and the lines of some of them."""
    lists = ("regions", "themes", "communities", "activities", "delivery", "aims", "cost_bands", "topics", "sources")
    names = {what: [*known[what], *(name for _, names in known[what].names() for name in names)] for what in lists}
    for seed in SEEDS:
        facts = FactsMaker(seed, names).facts()
        yield facts, {(name,): line for line, name in enumerate(facts, 2) if line % 3}


def test_the_same_problems_for_facts_that_are_wrong_in_all_sorts_of_ways(
    scripts: Scripts, known: dict[str, KnownIds]
) -> None:
    different, rules = [], set[str]()
    for facts, lines in made_facts(known):
        expected, found = found_by_python(facts, lines, known), found_by_scripts(scripts, facts, lines)
        rules |= {problem["rule"] for problem in expected}
        if in_order(found) != in_order(expected):
            different.append((facts, expected, found))
    assert different == []
    assert len(rules) > 15


def test_of_words_after_a_comma_the_first_is_named_in_both_languages(
    scripts: Scripts, known: dict[str, KnownIds]
) -> None:
    """YAML reads {cost: no hall, no heating, no pay} as a cost and two fields that have no value."""
    facts = {"could_we_do_this": {"cost": "no hall", "no heating": None, "no pay": None}}
    found = found_by_scripts(scripts, facts, {})

    assert in_order(found) == in_order(found_by_python(facts, {}, known))
    assert [one["field"] for one in found if one["rule"] == "unknown-fact"] == ["could_we_do_this.no heating"]


def in_order(problems: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return problems as a report has them: scripts have facts whose names are numbers before all others."""
    return sorted(problems, key=lambda problem: (problem["line"], problem["field"], problem["message"]))


def test_the_same_problems_in_files_with_facts(scripts: Scripts, known: dict[str, KnownIds]) -> None:
    """What is wrong with the YAML itself is found later; the facts that it gives are checked all the same."""
    golden = {path.stem: path for path in sorted((ROOT / "tests/ideas_hub/reading/golden").glob("*.md"))}
    texts = [path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n") for path in golden.values()]
    files = [*golden_and_small_files().values(), *(checked_file(text, FILE) for text in texts)]
    found = {number: found_by_scripts(scripts, dict(one.values), one.lines) for number, one in enumerate(files)}
    expected = {number: found_by_python(dict(one.values), one.lines, known) for number, one in enumerate(files)}
    assert len(list(filter(None, expected.values()))) > 10
    different = {number for number in found if in_order(found[number]) != in_order(expected[number])}
    assert {number: (files[number].raw, expected[number], found[number]) for number in different} == {}


def test_the_script_is_handed_the_ids_of_the_whole_hub(known: dict[str, KnownIds]) -> None:
    assert case_study_data(known_in(read_hub(SMALL_HUB)[0])) == case_study_data(known)


def test_a_file_is_made_as_rules_see_it(scripts: Scripts) -> None:
    for file, checked in golden_and_small_files().items():
        given = {**file_as_json(checked), "glossary": {}}
        assert scripts.ask("checkedFile", {**given, "name": file, "facts": given["values"]}) == given
