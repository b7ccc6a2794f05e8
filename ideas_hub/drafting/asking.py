"""Asks the questions in a terminal, one at a time, and says at once what is not right with an answer."""

from collections.abc import Callable, Mapping, Sequence

from ideas_hub.drafting.answers import value_of
from ideas_hub.drafting.questions import Answer, Question
from ideas_hub.model.case_study import CaseStudy
from ideas_hub.problem import Problem, excerpt, nearest, printable
from ideas_hub.reading.documents import validate
from ideas_hub.reading.front_matter import Parsed

Say = Callable[[str], None]
Read = Callable[[], str]
"""Returns the next line that was typed.  Raises: EOFError when there are no more."""

WELCOME = """\
This makes the file of a new case study. It asks {count} questions; you can skip all but {needed} of them with Enter,
and change every answer later. Please give no names of people who took part, and no telephone numbers or addresses.
"""
SEVERAL_LINES = "Write as many lines as you like. An empty line ends the answer."
SKIP = "Enter skips this."


def ask_all(asked: Sequence[Question], say: Say, read: Read, words: dict[str, str]) -> None:
    """Put each answer under the label of its question.  words: grows with each answer, so that what was said is kept.

    Raises: EOFError when whoever answers stops.
    """
    say(
        WELCOME.format(
            count=len(asked), needed=sum(question.required and not question.depends_on for question in asked)
        )
    )
    paths = {question.wording.path: question for question in asked if question.wording.path}
    for number, question in enumerate(asked, 1):
        if not question.depends_on or words.get(paths[question.depends_on].label):
            say(f"\n{number}. {question.label}\n{help_of(question)}")
            words[question.label] = _answer(question, say, read)


def help_of(question: Question) -> str:
    """Return what to write, with the choices by number."""
    rows = [f"   {question.help}"]
    rows += [f"   {number:3}  {choice.label}" for number, choice in enumerate(question.choices, 1)]
    if question.choices:
        rows.append(
            "   Write a number, or several with commas." if question.answer is Answer.CHOICES else "   Write a number."
        )
    if question.answer in {Answer.TEXT, Answer.LINES}:
        rows.append(f"   {SEVERAL_LINES}")
    return "\n".join(rows if question.required else [*rows, f"   {SKIP}"])


def _answer(question: Question, say: Say, read: Read) -> str:
    while True:
        text = _typed(question, read)
        complaints = validation_errors(question, text)
        if not complaints:
            return text
        for complaint in complaints:
            say(f"   {complaint}")


def _typed(question: Question, read: Read) -> str:
    if question.answer not in {Answer.TEXT, Answer.LINES}:
        return read()
    rows: list[str] = []
    while (row := read()).strip():
        rows.append(row)
    return "\n".join(rows)


def validation_errors(question: Question, text: str) -> list[str]:
    """Return what is not right with an answer, a sentence or two each."""
    if not text.strip():
        return ["This one is needed."] if question.required else []
    if not question.wording.path:
        return []
    value, unknown = value_of(question, text)
    told = [_unknown(words, question) for words in unknown]
    values: Mapping[str, object] = {}
    for name in reversed(question.wording.path.split(".")):
        values = {name: values or value}
    _, problems = validate(Parsed(dict(_as_read(values))), CaseStudy, "")
    about = [
        problem
        for problem in problems
        if problem.field == question.wording.path or problem.field.startswith(f"{question.wording.path}[")
    ]
    return told + [_told(problem) for problem in about if value is not None]


def _as_read(values: Mapping[str, object]) -> dict[str, object]:
    """Return values as the reader gives them: lists for tuples."""
    return {
        name: list(value) if isinstance(value, tuple) else _as_read(value) if isinstance(value, dict) else value
        for name, value in values.items()
    }


def _unknown(words: str, question: Question) -> str:
    near = nearest(words, [choice.label for choice in question.choices])
    return printable(f'"{excerpt(words)}" is not in the list.' + (f' Did you mean "{near}"?' if near else ""))


def _told(problem: Problem) -> str:
    return printable(f"{problem.message[:1].upper()}{problem.message[1:]} {problem.fix}".rstrip())
