"""A figure of an entry that its own text or summary gives differently: 24 hours a week here, 26 hours a week there.

Most numbers in a text are about something else, so only one is named that counts the same thing, is of the same size,
and has no word beside it that says what else it may be: a target, an average, those who came first.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from ideas_hub.checks.checked_file import CheckedFile
from ideas_hub.checks.figure_values import says
from ideas_hub.checks.numbers import Number, is_number, numbers_in
from ideas_hub.model.value_paths import line_of
from ideas_hub.problem import Problem, Severity, excerpt
from ideas_hub.reading.prose import Passage

RULE = "figure-differs"
PERCENT, POUNDS = {"%", "percent", "per cent"}, {"pounds", "£"}
WORD = re.compile(r"[^\W\d_]+")
SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n\s*\n")
SMALL_WORDS = (
    "a about an and at because but by could did do each every for from had has have how in into is it its of on or our "
    "per so some than that the their them there they this to up was were what when where which who whose will with"
)
ENDS = ("ing", "ed", "es", "s")
SHORTEST_STEM = 3
TAKING_PART = "attend benefit came com come engag help involv join participat reach support take tak took part visit"
"""Stems of what people do in a project; one is as good as another."""
OTHER_COUNT = re.compile(
    r"\b(?:each|every|per|average|target|plan\w*|aim\w*|hop\w*|first|last|another|others?|more|further|only|bid|until"
    r"|regular\w*|usual\w*|often|daily|weekly|monthly|still|again|later|start\w*|beg[aiu]n\w*)\b",
    re.IGNORECASE,
)
ALIKE = 2  # at most so many times the other
ALWAYS_TELLING = 13  # a smaller number stands in too many sections and dates to be the figure's without its unit
MOST_OF_LABEL = 0.6
LONGEST_WORDS = 40  # characters
WORDS_AROUND = 3  # on either side, that may round a number or make it a range
NOT_OF_TEXT = ("figures", "notes", "period", "published", "updated", "reviewed")
"""How the names of fields start whose numbers are no statement of the text."""
DIFFERS = '"{words}" differs from the figure in line {line}: {value} {unit}.'
FIX = "Correct whichever is wrong; if this counts something else, say what."


_SMALL, _TAKING_PART = frozenset(SMALL_WORDS.split()), frozenset(TAKING_PART.split())


class Count(NamedTuple):
    """A number in an entry's text, with the sentence that it stands in, up to it and after it."""

    passage: Passage
    number: Number
    before: str
    after: str

    @property
    def sentence(self) -> str:
        return f"{self.before} {self.after}"

    @property
    def with_words_around(self) -> str:
        """The number with the words that may round it or make it a range."""
        number = self.passage.text[self.number.start : self.number.end]
        return " ".join((*self.before.split()[-WORDS_AROUND:], number, *self.after.split()[:WORDS_AROUND]))

    @property
    def words(self) -> str:
        """The number and what it counts."""
        return excerpt(self.passage.text[self.number.start : self.number.end] + self.after, LONGEST_WORDS)


class CountedFigure:
    """A figure of the entry, with the words by which a sentence is about it."""

    def __init__(self, facts: dict[str, Any], line: int) -> None:
        self.value, self.line = float(facts["value"]), line
        self.unit, self.label = str(facts.get("unit", "")), str(facts.get("label", ""))
        self._unit_stems = _stems(self.unit)

    @cached_property
    def _label_stems(self) -> frozenset[str]:
        return frozenset(_stems(self.label)) - set(self._unit_stems)

    @cached_property
    def _is_particular(self) -> bool:
        return len(self._unit_stems) > 1

    def counts(self, count: Count) -> bool:
        """Return whether a number is followed, or led by, this unit."""
        if self.unit in PERCENT:
            return count.number.in_hundredths
        if self.unit in POUNDS:
            return count.before.endswith("£")
        nearest = _stems(count.after)[: len(self._unit_stems) + 2]
        return bool(self._unit_stems) and set(self._unit_stems) <= set(nearest)

    def words_shared_with(self, count: Count) -> int:
        """Return how many words of the label stand in a number's sentence."""
        return len(self._label_stems & set(_stems(count.sentence)))

    def is_given_by(self, count: Count) -> bool:
        """Return whether a number is this figure's value, or may stand for it: about 25 for 24, 20 to 30 for 24."""
        if self.counts(count):
            return says(count.with_words_around, self.value, self.unit)
        return count.number.value == self.value >= ALWAYS_TELLING

    def is_contradicted_by(self, count: Count, *, is_given: bool) -> bool:
        """Return whether a number that is not the value counts the same.

        is_given: the value stands in the text, too.
        """
        value = count.number.value
        if not (self.counts(count) and self.value / ALIKE <= value <= self.value * ALIKE) or self.is_given_by(count):
            return False
        if _others(count.sentence) - _others(f"{self.label} {self.unit}"):
            return False
        shared = self.words_shared_with(count)
        if not is_given:
            return self._is_particular or shared > 0
        return shared > 0 if self._is_particular else shared > 1 and shared >= MOST_OF_LABEL * len(self._label_stems)


def find_figures_given_differently(checked: CheckedFile) -> Iterator[Problem]:
    """Yield a problem for each number of an entry's text that differs from the figure of the same thing."""
    listed = checked.values.get("figures") if checked.is_entry else None
    sound = [
        (index, facts)
        for index, facts in enumerate(listed if isinstance(listed, list) else ())
        if isinstance(facts, dict) and is_number(facts.get("value"))
    ]
    figures = [CountedFigure(facts, line_of(("figures", index, "value"), checked.lines)) for index, facts in sound]
    if not figures:
        return
    counts = [count for passage in checked.passages if _is_of_text(passage) for count in counts_in(passage)]
    known = {number.value for _, facts in sound for number in numbers_in(" . ".join(map(str, facts.values())))}
    for figure in figures:
        is_given = any(figure.is_given_by(count) for count in counts)
        for count in counts:
            if count.number.value not in known and figure.is_contradicted_by(count, is_given=is_given):
                yield _problem(checked.file, figure, count)


def _is_of_text(passage: Passage) -> bool:
    return not passage.field.startswith(NOT_OF_TEXT)


def counts_in(passage: Passage) -> Iterator[Count]:
    """Yield the numbers in a passage, each with its sentence."""
    text = passage.text
    for number in numbers_in(text):
        if number.last_place:
            start = max((end.end() for end in SENTENCE_END.finditer(text, 0, number.start)), default=0)
            after = SENTENCE_END.search(text, number.end)
            end = after.start() if after else len(text)
            yield Count(passage, number, text[start : number.start], text[number.end : end])


def _stems(text: str) -> list[str]:
    words = (word.casefold() for word in WORD.findall(text))
    stems = (_stem(word) for word in words if word not in _SMALL)
    return ["take part" if stem in _TAKING_PART else stem for stem in stems]


def _stem(word: str) -> str:
    return next(
        (word.removesuffix(end) for end in ENDS if word.endswith(end) and len(word) - len(end) >= SHORTEST_STEM), word
    )


def _others(text: str) -> set[str]:
    return {word.casefold() for word in OTHER_COUNT.findall(text)}


def _problem(file: str, figure: CountedFigure, count: Count) -> Problem:
    return Problem(
        file,
        count.passage.line_at(count.number.start),
        DIFFERS.format(words=count.words, line=figure.line, value=f"{figure.value:,g}", unit=figure.unit),
        field=count.passage.field,
        found=count.words,
        fix=FIX,
        rule=RULE,
        severity=Severity.SHOULD_FIX,
    )
