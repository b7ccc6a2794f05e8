"""Asks the questions in a terminal, one at a time, and rejects an invalid answer at once."""

from collections.abc import Callable, Sequence

from ideas_hub.drafting.draft import value_of
from ideas_hub.drafting.questions import Answer, Question
from ideas_hub.model.entries import CaseStudy
from ideas_hub.problem import Problem, excerpt, nearest, printable
from ideas_hub.reading.front_matter import Parsed
from ideas_hub.reading.validation import validate

Say = Callable[[str], None]
Read = Callable[[], str]
"""Returns the next line typed.  Raises: EOFError at the end of input."""

WELCOME = """\
This makes the file of a new case study. It asks {count} questions; you can skip all but {needed} of them with Enter,
and change every answer later. Please give no names of people who took part, and no telephone numbers or addresses.
"""
SEVERAL_LINES = "Write as many lines as you like. An empty line ends the answer."
SKIP = "Enter skips this."


def ask_all(asked: Sequence[Question], say: Say, read: Read, answers: dict[str, str]) -> None:
    """Ask every question and add each answer to `answers`, by the label of its question.

    After an exception `answers` holds what was answered so far.

    Raises: EOFError at the end of input.
    """
    needed = sum(question.required and not question.depends_on for question in asked)
    say(WELCOME.format(count=len(asked), needed=needed))
    labels = {question.wording.path: question.label for question in asked if question.wording.path}
    for number, question in enumerate(asked, 1):
        if not question.depends_on or answers.get(labels[question.depends_on]):
            say(f"\n{number}. {question.label}\n{help_of(question)}")
            answers[question.label] = _answer(question, say, read)


def help_of(question: Question) -> str:
    """Return what to write, with the choices by number."""
    rows = [f"   {question.help}"]
    rows += [f"   {number:3}  {label}" for number, label in enumerate(question.choices.values(), 1)]
    if question.choices:
        several = ", or several with commas" if question.answer is Answer.CHOICES else ""
        rows.append(f"   Write a number{several}.")
    if question.answer in {Answer.TEXT, Answer.LINES}:
        rows.append(f"   {SEVERAL_LINES}")
    return "\n".join(rows if question.required else [*rows, f"   {SKIP}"])


def _answer(question: Question, say: Say, read: Read) -> str:
    while True:
        text = _typed(question, read)
        errors = validation_errors(question, text)
        if not errors:
            return text
        say("\n".join(f"   {error}" for error in errors))


def _typed(question: Question, read: Read) -> str:
    if question.answer not in {Answer.TEXT, Answer.LINES}:
        return read()
    rows: list[str] = []
    while (row := read()).strip():
        rows.append(row)
    return "\n".join(rows)


def validation_errors(question: Question, text: str) -> list[str]:
    """Return what is wrong with an answer, a sentence or two each."""
    path = question.wording.path
    if not text.strip():
        return ["This one is needed."] if question.required else []
    if not path:
        return []
    value, unknown = value_of(question, text)
    errors = [_not_a_choice(words, question) for words in unknown]
    if value is None:
        return errors
    outer, _, inner = path.partition(".")
    as_read = list(value) if isinstance(value, tuple) else value
    _, problems = validate(Parsed({outer: {inner: as_read} if inner else as_read}), CaseStudy, "")
    return errors + [_sentences(p) for p in problems if p.field == path or p.field.startswith(f"{path}[")]


def _not_a_choice(words: str, question: Question) -> str:
    near = nearest(words, list(question.choices.values()))
    return printable(f'"{excerpt(words)}" is not in the list.' + (f' Did you mean "{near}"?' if near else ""))


def _sentences(problem: Problem) -> str:
    return printable(f"{problem.message[:1].upper()}{problem.message[1:]} {problem.fix}".rstrip())
