"""Long sentences.

GOV.UK's limit is 25 words, which is also where people with low literacy start to lose the thread.
"""

import re
from collections.abc import Iterator

from ideas_hub.checks.checked_file import CheckedFile
from ideas_hub.problem import Problem, Severity, excerpt

MAX_WORDS = 25
MIN_LENGTH = 4 * MAX_WORDS  # characters; what has fewer is easy to read, however many words it has
FAR_FROM_LONG = MAX_WORDS - 5  # words, however they are counted
END = re.compile(r"[.!?…؟\u06D4。;:](?:(?<![;:])[\"”\u2019')\]]*(?=\s|$)|(?<=[;:])(?=\s*\n\s*[-*]))")
WORD = re.compile(r"[^\W_]+(?:['\u2019.,/&@:-]+[^\W_]+)*%?")
FACTS = re.compile(r"[a-z_]+: .*\n[a-z_]+: ")
"""Facts that stand in the text, which is a mistake of its own."""
ENGLISH = re.compile(
    r"\b(?:the|and|of|to|in|is|was|were|are|for|with|that|they|their|people|who|from|on|at|by|it|this|have|had)\b",
    re.IGNORECASE,
)
MIN_ENGLISH_WORDS = 3  # different ones; the limit does not hold for Welsh, Polish or Urdu
TOO_LONG = 'a sentence has {count} words: "{found}".'
FIX = f"Make two or more of it; {MAX_WORDS} words are enough for one."
EXAMPLE = "People met on Mondays. They cooked together and ate what they had made."


def find_long_sentences(checked: CheckedFile) -> Iterator[Problem]:
    """Yield a problem for each sentence that is too long, named by its first words."""
    for passage in checked.passages:
        if not _may_be_long(passage.text) or FACTS.match(passage.text):
            continue
        for start, sentence in _sentences(passage.text):
            if len(sentence) <= MIN_LENGTH or len(sentence.split()) <= FAR_FROM_LONG:
                continue
            count = len(WORD.findall(sentence))
            if count > MAX_WORDS and _is_english(sentence):
                found, space = excerpt(sentence), len(sentence) - len(sentence.lstrip())
                yield Problem(
                    checked.file,
                    passage.line_at(start + space),
                    TOO_LONG.format(count=count, found=found),
                    field=passage.field,
                    found=found,
                    fix=FIX,
                    example=EXAMPLE,
                    rule="long-sentence",
                    severity=Severity.SHOULD_FIX,
                )


def _may_be_long(text: str) -> bool:
    """Return whether a text may have a long sentence, judged by its full stops alone: most have none, and fast."""
    if len(text) <= MIN_LENGTH:
        return False
    rows = text.split(". ")
    return max(map(len, rows)) > MIN_LENGTH and max(map(len, map(str.split, rows))) > FAR_FROM_LONG


def _is_english(sentence: str) -> bool:
    return len({word.casefold() for word in ENGLISH.findall(sentence)}) >= MIN_ENGLISH_WORDS


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence with its offset; the space before a sentence belongs to it."""
    start = 0
    for end in (*(match.end() for match in END.finditer(text)), len(text)):
        yield start, text[start:end]
        start = end
