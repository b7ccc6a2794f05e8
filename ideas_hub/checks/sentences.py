"""Long sentences.  GOV.UK's limit is 25 words, which is also where people with low literacy start to lose the thread."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ideas_hub.checks.text import Known, Text
from ideas_hub.problem import Problem, Severity, excerpt

MAX_WORDS = 25
END = re.compile(r"(?:[.!?…؟\u06D4。](?:[\"”\u2019')\]]*)(?=\s|$))|[;:](?=\s*\n\s*[-*])")
WORD = re.compile(r"[^\W_]+(?:['\u2019.,/&@:-]+[^\W_]+)*%?")
ENGLISH = re.compile(
    r"\b(?:the|and|of|to|in|is|was|were|are|for|with|that|they|their|people|who|from|on|at|by|it|this|have|had)\b", re.IGNORECASE
)
SURELY_ENGLISH = 3  # Welsh, Polish or Urdu passages have their own measure
EXAMPLE = "People met on Mondays. They cooked together and ate what they had made."


def check(text: Text, _known: Known) -> Iterator[Problem]:
    """Yield a problem for each sentence that is too long, named by its first words."""
    for passage in text.passages:
        if len(passage.text) > 4 * MAX_WORDS:
            for start, sentence in _sentences(passage.text):
                if len(sentence.split()) <= MAX_WORDS - 5:  # far from too long, however one counts
                    continue
                count = len(WORD.findall(sentence))
                if count > MAX_WORDS and len({word.casefold() for word in ENGLISH.findall(sentence)}) >= SURELY_ENGLISH:
                    found = excerpt(sentence)
                    yield Problem(
                        text.file, passage.line_at(start), f'a sentence has {count} words: "{found}".', field=passage.field, found=found,
                        mend=f"Make two of it; {MAX_WORDS} words are enough for one.", example=EXAMPLE,
                        rule="long-sentence", severity=Severity.SHOULD_FIX,
                    )  # fmt: skip


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence with its place."""
    start = 0
    for match in END.finditer(text):
        yield start + _space(text[start:]), text[start : match.end()]
        start = match.end()
    if text[start:].strip():
        yield start + _space(text[start:]), text[start:]


def _space(text: str) -> int:
    return len(text) - len(text.lstrip())
