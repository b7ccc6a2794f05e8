"""Asks the questions in a terminal, first what is needed, then what else there is to say, and checks each answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ideas_hub.drafting.answer_check import UNREADABLE, errors_in
from ideas_hub.drafting.choices import match_choices
from ideas_hub.drafting.kinds import CASE_STUDY, NEW_KINDS, NewKind
from ideas_hub.drafting.plain_text import strip_hidden
from ideas_hub.drafting.questions import Answer, Question
from ideas_hub.problem import excerpt, nearest, printable

Say = Callable[[str], None]
Read = Callable[[], str]
"""Returns the next line typed.  Raises: EOFError at the end of input."""

WHICH = """\
What do you want to add?
{kinds}
   Write a number or a name. Enter: a {usual}."""
WELCOME = """\
This makes a new {kind}: {needed} to answer, then others if you like. You can change all later.
Write back to go to the question before. Ctrl+C stops; what you answered is kept.
Please give no names of people who took part, and no telephone numbers or addresses."""
ENOUGH = """
That is all that is needed. What else do you want to tell?
{groups}
   Write a number, or press Enter to finish."""
SEVERAL_LINES = "Write as many lines as you like. An empty line ends the answer."
SKIP, KEEP = "Enter skips this.", "Enter keeps it."
TAKE_OUT = f"{KEEP} A hyphen alone takes it out."
BACK, NOTHING = "back", "-"
FIRST = "   This is the first question."
MAX_LISTED = 40
"""Of a longer list nobody reads every line, and the message for a wrong name has the most similar one."""
MULTI_LINE = {Answer.TEXT, Answer.LINES, Answer.RECORDS}


def ask_which(say: Say, read: Read) -> NewKind:
    """Ask which kind is to be made; Enter is the usual one.  Raises: EOFError at the end of input."""
    names = {kind.id: kind.name for kind in NEW_KINDS}
    say(WHICH.format(kinds=_numbered(names), usual=CASE_STUDY.name))
    while True:
        words = strip_hidden(read()).strip()
        if kind := kind_named(words or CASE_STUDY.id):
            return kind
        say(f"   {no_such_kind(words)}")


def kind_named(words: str) -> NewKind | None:
    """Return the kind with this name, number or plural; None if there is none."""
    names = {kind.id: kind.name for kind in NEW_KINDS}
    others = {name: kind.id for kind in NEW_KINDS if kind.kind for name in (kind.kind.id, kind.kind.plural)}
    for kind_id in names:
        words_of_id = kind_id.replace("-", " ")
        others |= dict.fromkeys((words_of_id, f"{kind_id}s", f"{words_of_id}s"), kind_id)
    ids, unknown = match_choices(words, names, others)
    return next((kind for kind in NEW_KINDS if [kind.id] == ids and not unknown), None)


def no_such_kind(words: str) -> str:
    """Return what to say of words that name no kind."""
    near = nearest(words, [kind.id for kind in NEW_KINDS])
    hint = f'Did you mean "{near}"?' if near else f"Write one of {', '.join(kind.id for kind in NEW_KINDS)}."
    return printable(f'"{excerpt(words)}" is not something that can be made. {hint}')


def ask_all(asked: Sequence[Question], say: Say, read: Read, answers: dict[str, str]) -> None:
    """Ask what is needed, then the groups that the writer chooses; add each answer by the label of its question.

    answers: those that there are already, whose questions are not asked again.
    After an exception `answers` holds what was answered so far.

    Raises: EOFError at the end of input.
    """
    needed = [question for question in _needed(asked) if not answers.get(question.label)]
    groups: dict[str, list[Question]] = {}
    for question in asked:
        if question not in needed:
            groups.setdefault(question.group, []).append(question)
    conversation = _Conversation(say, read, answers, {q.wording.path: q.label for q in asked if q.wording.path})
    say(WELCOME.format(kind=asked[0].kind.name, needed=f"{len(needed)} question{'s' * (len(needed) != 1)}"))
    conversation.ask_in_turn(needed)
    while groups and (choice := conversation.choose(groups)):
        if choice == BACK:
            conversation.ask_in_turn(needed, start=max(0, len(needed) - 1))
        else:
            conversation.ask_in_turn(groups[choice], leave=True)


def left_open(asked: Sequence[Question], answers: Mapping[str, str]) -> bool:
    """Return whether a question that needs an answer has none."""
    return not all(answers.get(question.label) for question in _needed(asked))


def _needed(asked: Sequence[Question]) -> list[Question]:
    return [question for question in asked if question.required and not question.depends_on]


@dataclass(frozen=True, slots=True)
class _Conversation:
    """With one writer.  labels: of the questions by the path of their field."""

    say: Say
    read: Read
    answers: dict[str, str]
    labels: Mapping[str, str]

    def ask_in_turn(self, asked: Sequence[Question], *, start: int = 0, leave: bool = False) -> None:
        """Ask questions in their order, or back; what depends on another is asked if that is answered.

        start: the first to be asked.
        leave: whether one can go back from the first, out of these questions.
        """
        number, step = start, 1
        while number < len(asked):
            question = asked[number]
            if not question.depends_on or self.answers.get(self.labels[question.depends_on]):
                step = 1 if self._ask(question, f"{number + 1} of {len(asked)}") else -1
            number += step
            if number < 0:
                if leave:
                    return
                self.say(FIRST)
                number, step = 0, 1

    def choose(self, groups: Mapping[str, Sequence[Question]]) -> str:
        """Return the group that the writer wants to answer, BACK, or "" for none of them."""
        self.say(ENOUGH.format(groups=_numbered({group: self._size(asked) for group, asked in groups.items()}, groups)))
        while True:
            words = self._line().strip()
            ids, unknown = match_choices(words, {group: group for group in groups})
            if words.casefold() in {"", BACK} or (len(ids) == 1 and not unknown):
                return ids[0] if ids else words.casefold()
            self.say(f"   {_not_listed(words, nearest(words, groups))}")

    def _size(self, asked: Sequence[Question]) -> str:
        answered = sum(bool(self.answers.get(question.label)) for question in asked)
        count = f"{len(asked)} questions" if len(asked) > 1 else "1 question"
        return f"{count}, {answered} answered" if answered else count

    def _ask(self, question: Question, place: str) -> bool:
        """Ask until the answer is right; return False if the writer wants to go back."""
        before = self.answers.get(question.label, "")
        self.say(f"\n{place}. {question.label}\n{help_of(question, before)}")
        while True:
            text = self._typed(question)
            words = text.strip()
            if words.casefold() == BACK:
                return False
            text = before if not words else "" if before and words == NOTHING else text
            errors = errors_in(question, text)
            if not errors:
                self.answers[question.label] = text
                return True
            self.say("\n".join(f"   {error}" for error in errors))

    def _typed(self, question: Question) -> str:
        rows = [self._line()]
        if question.answer in MULTI_LINE and rows[0].strip().casefold() != BACK:
            while rows[-1].strip():
                rows.append(self._line())
        return "\n".join(rows)

    def _line(self) -> str:
        row = self.read()
        return row if UNREADABLE in row else strip_hidden(row)


def help_of(question: Question, before: str = "") -> str:
    """Return what to write, with the choices by number.

    before: the answer that there is already.
    """
    rows = [f"   {question.help}"]
    listed = 0 < len(question.choices) <= MAX_LISTED
    if listed:
        rows.append(_numbered(question.choices))
    if question.choices:
        how = "a number or a name" if listed else f"a name: there are {len(question.choices)}"
        rows.append(f"   Write {how}{', or several with commas' if question.answer is Answer.CHOICES else ''}.")
    if question.answer in MULTI_LINE:
        rows.append(f"   {SEVERAL_LINES}")
    if before:
        rows.append(f'   Your answer: "{printable(excerpt(before))}". {KEEP if question.required else TAKE_OUT}')
    elif not question.required:
        rows.append(f"   {SKIP}")
    return "\n".join(rows)


def _not_listed(words: str, near: str) -> str:
    hint = f' Did you mean "{near}"?' if near else ""
    return printable(f'"{excerpt(words)}" is not in the list.{hint}')


def _numbered(labels: Mapping[str, str], names: Mapping[str, object] | None = None) -> str:
    """Return labels, each after its number from 1.

    names: whether to show the keys, with the labels in brackets behind them.
    """
    rows = (f"{key} ({label})" if names else label for key, label in labels.items())
    return "\n".join(f"   {number:3}  {row}" for number, row in enumerate(rows, 1))
