"""Data files as records, with every problem of each."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.model.data_files import EvidenceFile
from ideas_hub.model.term import Lists
from ideas_hub.reading.data_files import (
    EVIDENCE_FILE,
    GLOSSARY_FILE,
    LISTS_FILE,
    read_glossary,
    read_yaml,
)

Change = Callable[..., list[str]]


def test_a_yaml_file_is_one_record_with_lines(tree: Path) -> None:
    lists, lists_lines, in_lists = read_yaml(tree, LISTS_FILE, Lists)
    evidence, evidence_lines, in_evidence = read_yaml(tree, EVIDENCE_FILE, EvidenceFile)
    assert in_lists == in_evidence == []
    assert lists
    assert (lists.activities["soldering"].theme, lists_lines["activities", "soldering"]) == ("tools-electrics", 3)
    assert evidence
    assert (evidence.figures["share-mended"].value, evidence_lines["figures", "share-mended"]) == (58.5, 15)


def test_a_yaml_file_with_a_mistake_is_no_record_and_keeps_its_lines(tree: Path) -> None:
    (tree / LISTS_FILE).write_text("activities: {}\ndelivery: x\n", encoding="utf-8")
    lists, lines, problems = read_yaml(tree, LISTS_FILE, Lists)
    assert lists is None
    assert lines == {("activities",): 1, ("delivery",): 2}
    assert [(problem.line, problem.field) for problem in problems if problem.line > 1] == [(2, "delivery")]


def test_a_yaml_file_that_is_not_utf_8_is_one_problem(tree: Path) -> None:
    (tree / LISTS_FILE).write_bytes(b"activities: caf\xe9\n")
    lists, lines, problems = read_yaml(tree, LISTS_FILE, Lists)
    assert (lists, lines, [problem.rule for problem in problems]) == (None, {}, ["encoding"])


def test_an_empty_data_file_is_one_problem(tree: Path) -> None:
    for file in (LISTS_FILE, EVIDENCE_FILE, GLOSSARY_FILE):
        (tree / file).write_text("\n", encoding="utf-8")
    problems = [*read_yaml(tree, LISTS_FILE, Lists)[2], *read_yaml(tree, EVIDENCE_FILE, EvidenceFile)[2]]
    problems += read_glossary(tree)[1]
    assert [(problem.line, problem.message) for problem in problems] == [(1, "the file is empty.")] * 3


def test_a_hidden_character_in_a_data_file_is_named_with_its_field(tree: Path) -> None:
    (tree / GLOSSARY_FILE).write_text("fixer:\n  term: Fi\u200bxer\n  forms: [x]\n  meaning: y\n", encoding="utf-8")
    (problem,) = read_glossary(tree)[1]
    assert (problem.line, problem.field) == (2, "fixer.term")


def test_the_glossary_is_read_in_its_own_order(tree: Path) -> None:
    words, problems = read_glossary(tree)
    assert problems == []
    assert list(words) == ["fixer", "repair-cafe", "pat", "darning"]
    assert words["fixer"].forms == ("fixer", "fixers")


def test_a_mistake_in_the_glossary_is_named_with_its_line_and_leaves_the_other_words(
    tree: Path, change: Change
) -> None:
    assert change(GLOSSARY_FILE, "forms: [fixer, fixers]", "forms: fixer") == [
        'docs/glossary.yml:3: fixer.forms: "fixer" is not a list. Put it in brackets: forms: [fixer].'
    ]
    assert list(read_glossary(tree)[0]) == ["repair-cafe", "pat", "darning"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("just words", '"just words" is not a set of named facts. Write it as {term: ..., forms: ..., meaning: ...}.'),
        ("", "it is empty. Write a value, or leave it out."),
        ("{}", "it is empty. Write a value, or leave it out."),
        ("[a, b]", '"[a, b]" is not a set of named facts. Write it as {term: ..., forms: ..., meaning: ...}.'),
    ],
)
def test_a_glossary_word_without_facts_is_named_with_its_line(tree: Path, value: str, words: str) -> None:
    (tree / GLOSSARY_FILE).write_text(f"# words\nfixer: {value}\n", encoding="utf-8")
    assert [str(problem) for problem in read_glossary(tree)[1]] == [f"docs/glossary.yml:2: fixer: {words}"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "  meaning: Someone",
            "meaning: Someone",
            '4: meaning: there are no spaces before "meaning", which is a part of "fixer".',
        ),
        (
            "darning:\n",
            "Darning work:\n",
            '14: Darning work: "Darning work" is not written as an id. Write darning-work: instead.',
        ),
        ("[darning, darn]", "[PAT, darn, PAT tests]", '16: darning.forms[1]: "PAT" and 1 more are forms of "pat" too.'),
    ],
)
def test_one_mistake_in_a_word_is_one_problem(change: Change, old: str, new: str, words: str) -> None:
    (problem,) = change(GLOSSARY_FILE, old, new)
    assert problem.startswith(f"{GLOSSARY_FILE}:{words}")


def test_a_form_may_list_things_in_words(change: Change) -> None:
    """But it is no list of forms."""
    assert change(GLOSSARY_FILE, "[darning, darn]", '["darning, patching and sewing"]') == []
    assert "has a comma in it" in change(GLOSSARY_FILE, "[darning, darn]", '["darning, darn"]')[0]


def test_a_glossary_that_cannot_be_read_is_one_problem(tree: Path) -> None:
    (tree / GLOSSARY_FILE).write_bytes("fixer: x".encode("utf-16"))
    words, problems = read_glossary(tree)
    assert (words, [problem.rule for problem in problems]) == ({}, ["encoding"])


def test_a_form_of_two_words_is_told_at_the_second(change: Change) -> None:
    """A text can link it to one meaning alone."""
    start, end = "docs/glossary.yml:16: darning.forms[2]: ", "Keep it with one of the two."
    assert change(GLOSSARY_FILE, "darn]", "fixers]") == [f'{start}"fixers" is a form of "fixer" too. {end}']
    (problem,) = change(GLOSSARY_FILE, "darn]", "Fixer]")
    assert problem.startswith(f'{start}"Fixer" is a form of "fixer" too.')
    assert change(GLOSSARY_FILE, "darn]", "pat, 'mending, darning and patching']") == []
