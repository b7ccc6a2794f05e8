"""What is wrong with an answer: what scripts/check would say of it in a file."""

from collections.abc import Iterator

from ideas_hub.checks.run import check_text
from ideas_hub.drafting.data_records import cell_of
from ideas_hub.drafting.draft import MAX_ANSWER, as_file, named_by, value_of
from ideas_hub.drafting.plain_text import as_markdown
from ideas_hub.drafting.questions import Answer, Question
from ideas_hub.drafting.yaml_text import Value
from ideas_hub.model.row_kinds import ROW_KINDS_BY_FILE
from ideas_hub.problem import Problem, Severity, excerpt, nearest, printable
from ideas_hub.reading.front_matter import Parsed
from ideas_hub.reading.rows import row_of
from ideas_hub.reading.unknown_ids import SINGULAR
from ideas_hub.reading.validation import validate

ANY_TEXT = "Words.\n"
"""Stands below facts that are looked at alone: a page without a text would be a mistake of its own."""

UNREADABLE = "\ufffd"
"""What a letter becomes that is not in UTF-8."""


def errors_in(question: Question, text: str) -> list[str]:
    """Return what is wrong with an answer, a sentence or two each."""
    if not text.strip():
        return ["This one is needed."] if question.required else []
    if UNREADABLE in text:
        return ["Some letters of it cannot be read here. Write it again, as UTF-8."]
    if len(text) > MAX_ANSWER:
        return [f"It has {len(text):,} letters; the most is {MAX_ANSWER:,}. Write the rest into the file later."]
    path = question.wording.path
    value, unknown = value_of(question, text) if path else (None, ())
    errors = [_not_in_the_list(words, question) for words in unknown]
    if unknown or (path and value is None):
        return errors or ["There is no answer in it."]
    if question.answer is Answer.CHOICE and len(named_by(question, text)) > 1:
        return ["It names more than one of them. Choose one."]
    problems = [*(_refused(question, value) if path else ()), *_found_by_rules(question, value, text)]
    return list(dict.fromkeys(map(_sentences, problems)))


def _refused(question: Question, value: Value) -> Iterator[Problem]:
    """Yield what the field's record says of a value."""
    path = question.wording.path
    outer, _, inner = path.partition(".")
    if rows := ROW_KINDS_BY_FILE.get(question.kind.file):
        _, problems = row_of(rows, [cell_of(value)], [path], 1)
        yield from (problem for problem in problems if problem.field.startswith(f"column {path}"))
        return
    as_read = [dict(one) if isinstance(one, dict) else one for one in value] if isinstance(value, tuple) else value
    _, problems = validate(Parsed({outer: {inner: as_read} if inner else as_read}), question.kind.record, "")
    yield from (p for p in problems if p.field == path or p.field.startswith((f"{path}[", f"{path}.")))


def _found_by_rules(question: Question, value: Value, text: str) -> Iterator[Problem]:
    """Yield what the rules for texts would stop: personal data, above all."""
    outer, _, inner = question.wording.path.partition(".")
    values: dict[str, Value] = {outer: {inner: value} if inner else value} if outer else {}
    folder = question.kind.kind.folder if question.kind.kind else "docs"
    content = as_file(values, ANY_TEXT if outer else as_markdown(text))
    found = check_text(f"{folder}/new.md", content.encode(), frozenset()).problems
    yield from (problem for problem in found if problem.severity is Severity.MUST_FIX)


def _not_in_the_list(words: str, question: Question) -> str:
    """Return what to say of words that are none of the choices, with the most similar one."""
    parts = question.parts.values()
    lists = [question.kind.listed_in(question.wording.path), *(part.listed for part in parts)]
    what = next((f"{SINGULAR[name]} we know" for name in lists if name), "one of the choices")
    every = (question.choices, *(part.choices for part in parts))
    choices = {id_: label for some in every for id_, label in some.items()}
    near = nearest(words, (*choices, *question.synonyms, *choices.values()))
    near = choices.get(near, near)
    return printable(f'"{excerpt(words)}" is not {what}.' + (f' Did you mean "{near}"?' if near else ""))


def _sentences(problem: Problem) -> str:
    sentences = " ".join((problem.message, *problem.advice(brief=True)))
    return printable(f"{sentences[:1].upper()}{sentences[1:]}".rstrip())
