"""Long sentences.  GOV.UK's limit is 25 words, which is also where people with low literacy start to lose the thread."""

import re
from collections.abc import Iterator

from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms
from ideas_hub.problem import Problem, Severity, excerpt

MAX_WORDS = 25
FAR_FROM_LONG = MAX_WORDS - 5  # words, however one counts
END = re.compile(r"[.!?…؟\u06D4。;:](?:(?<![;:])[\"”\u2019')\]]*(?=\s|$)|(?<=[;:])(?=\s*\n\s*[-*]))")
WORD = re.compile(r"[^\W_]+(?:['\u2019.,/&@:-]+[^\W_]+)*%?")
SPACES = {chr(code).encode()[-1] for code in range(0x3001) if chr(code).isspace()}
"""The last byte in UTF-8 of each sign that is white space."""
TO_SPACES = bytes(ord(" ") if byte in SPACES else byte for byte in range(256))
STOP = b"\xff"  # no part of any sign in UTF-8
NO_SPACES = bytes(byte for byte in range(255) if byte not in SPACES)
ENGLISH = re.compile(
    r"\b(?:the|and|of|to|in|is|was|were|are|for|with|that|they|their|people|who|from|on|at|by|it|this|have|had)\b",
    re.IGNORECASE,
)
SURELY_ENGLISH = 3  # Welsh, Polish or Urdu passages have their own measure
EXAMPLE = "People met on Mondays. They cooked together and ate what they had made."


def find_long_sentences(text: CheckedFile, _known: GlossaryForms) -> Iterator[Problem]:
    """Yield a problem for each sentence that is too long, named by its first words."""
    for passage in text.passages:
        if len(passage.text) > 4 * MAX_WORDS and _may_be_long(passage.text):
            for start, sentence in _sentences(passage.text):
                if len(sentence) < 2 * FAR_FROM_LONG or len(sentence.split()) <= FAR_FROM_LONG:
                    continue
                count = len(WORD.findall(sentence))
                if count > MAX_WORDS and len({word.casefold() for word in ENGLISH.findall(sentence)}) >= SURELY_ENGLISH:
                    found, space = excerpt(sentence), len(sentence) - len(sentence.lstrip())
                    yield Problem(
                        text.file, passage.line_at(start + space), f'a sentence has {count} words: "{found}".', field=passage.field, found=found,
                        fix=f"Make two of it; {MAX_WORDS} words are enough for one.", example=EXAMPLE,
                        rule="long-sentence", severity=Severity.SHOULD_FIX,
                    )  # fmt: skip


def _may_be_long(text: str) -> bool:
    """Return whether so much white space stands between two full stops that a sentence may be long; in most passages it does not."""
    stops = text.encode("utf-8", "surrogatepass").replace(b". ", STOP)
    return FAR_FROM_LONG * b" " in stops.translate(TO_SPACES, NO_SPACES)


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence, the space before it included, with its place."""
    start = 0
    for end in (*(match.end() for match in END.finditer(text)), len(text)):
        yield start, text[start:end]
        start = end
