"""Data files as records: figures, small lists, glossary, map; one that is not there holds nothing."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from ideas_hub.model.term import GlossaryTerm
from ideas_hub.model.value_paths import Lines, line_of
from ideas_hub.problem import MOST_PROBLEMS, Problem, excerpt
from ideas_hub.reading import text_file
from ideas_hub.reading.files import is_there
from ideas_hub.reading.front_matter import Parsed, parse_yaml, with_fields
from ideas_hub.reading.lost_indents import lost_indent
from ideas_hub.reading.near_words import tidy
from ideas_hub.reading.validation import ID, validate

R = TypeVar("R", bound=BaseModel)

EVIDENCE_FILE = "docs/evidence.yml"
LISTS_FILE = "docs/vocabulary.yml"
GLOSSARY_FILE = "docs/glossary.yml"
MAP_FILE = "docs/regions/map.yml"


def read_yaml(root: Path, file: str, record: type[R]) -> tuple[R | None, Lines, list[Problem]]:
    """Return a YAML file as one record, the lines of its values, and its problems; None without a sound file."""
    if not is_there(root, file):
        return None, {}, []
    parsed = _parse_yaml(root, file)
    facts, problems = validate(parsed, record, file)
    return facts, parsed.lines, problems


def _parse_yaml(root: Path, file: str) -> Parsed:
    text, problems = text_file.read(root, file)
    parsed = parse_yaml(text, file) if text_file.is_readable(problems) else Parsed()
    return replace(parsed, problems=(*with_fields(problems, text, text.count("\n") + 1), *parsed.problems))


def read_glossary(root: Path) -> tuple[dict[str, GlossaryTerm], list[Problem]]:
    """Return the words with their meanings, in the file's order, and the problems of the file."""
    parsed = _parse_yaml(root, GLOSSARY_FILE) if is_there(root, GLOSSARY_FILE) else Parsed()
    parsed = _with_parts_of_words(parsed)
    lines: defaultdict[str | int, Lines] = defaultdict(dict)
    for path, line in parsed.lines.items():
        lines[path[0]][path[1:]] = line
    words: dict[str, GlossaryTerm] = {}
    problems = list(parsed.problems)
    first: dict[str, str] = {}
    for word, values in parsed.values.items():
        facts: Any = values or None
        term, of_word = validate(Parsed(facts, lines[word]), GlossaryTerm, GLOSSARY_FILE)
        if not ID.fullmatch(word):
            message, fix = f'"{excerpt(word)}" is not written as an id.', f"Write {tidy(word) or 'its-name'}: instead."
            of_word.append(Problem(GLOSSARY_FILE, line_of((), lines[word]), message, found=excerpt(word), fix=fix))
        problems += (_in_word(problem, word) for problem in of_word)
        if term:
            words[word] = term
            problems += _forms_of_another(word, term, first, lines[word])
        if len(problems) > MOST_PROBLEMS:
            break
    return words, problems


def _with_parts_of_words(parsed: Parsed) -> Parsed:
    """Return the glossary as it was meant where a part of a word has lost the spaces before it."""
    values, lines, problems, above = dict[str, Any](), dict(parsed.lines), list(parsed.problems), ""
    for word, facts in parsed.values.items():
        if word in GlossaryTerm.model_fields and not isinstance(facts, dict) and isinstance(values.get(above), dict):
            problems.append(lost_indent(GLOSSARY_FILE, line_of((word,), lines), [word], above))
            values[above] = {**values[above], word: facts}
        else:
            values[word], above = facts, word
    return replace(parsed, values=values, problems=tuple(problems))


def _forms_of_another(word: str, term: GlossaryTerm, first: dict[str, str], lines: Lines) -> Iterator[Problem]:
    """Yield a problem for each other word that has forms of this one too: a text can link to one meaning alone.

    first: the word that has each form, with its first letter as it starts a sentence; those of this one are added.
    """
    shared: defaultdict[str, list[int]] = defaultdict(list)
    for place, form in enumerate(term.forms):
        if (other := first.setdefault(form[:1].upper() + form[1:], word)) != word:
            shared[other].append(place)
    for other, places in shared.items():
        found, several = excerpt(term.forms[places[0]]), f" and {len(places) - 1} more" if places[1:] else ""
        message = f'"{found}"{several} {"are forms" if several else "is a form"} of "{excerpt(other)}" too.'
        fix = "Keep them with one of the two." if several else "Keep it with one of the two."
        field, line = f"{excerpt(word)}.forms[{places[0] + 1}]", line_of(("forms", places[0]), lines)
        yield Problem(GLOSSARY_FILE, line, message, field=field, found=found, fix=fix, rule="repeated-form")


def _in_word(problem: Problem, word: str) -> Problem:
    fix = f"Write {problem.field}: ... in it." if problem.rule == "missing" else problem.fix
    return replace(problem, field=f"{excerpt(word)}.{problem.field}" if problem.field else excerpt(word), fix=fix)
