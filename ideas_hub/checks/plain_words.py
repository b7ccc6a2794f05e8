"""Words that keep readers out or put people down, each with a better one (see `better_words`)."""

import re
from collections.abc import Iterator

from ideas_hub.checks.better_words import DEFICIT, GROUPS, LONG_WORDS, BetterWord
from ideas_hub.checks.checked_file import CheckedFile
from ideas_hub.checks.phrase_matcher import PhraseMatcher
from ideas_hub.model.placeholders import blank_quotations
from ideas_hub.problem import Problem, Severity

BETTER_WORDS = {"deficit-language": DEFICIT, "group-label": GROUPS, "long-word": LONG_WORDS}
"""By rule."""

PHRASES: PhraseMatcher[tuple[str, BetterWord]] = PhraseMatcher(
    (phrase, (rule, better)) for rule, words in BETTER_WORDS.items() for better in words for phrase in better.phrases
)
NOUN_ENDS = re.compile(
    r"\s*(?:$|[.,;:!?)]|(?:and|or|who|in|to|with|are|is|were|was|of|at|from|can|have|had|need|live|get|for|came|come"
    r"|said|felt|went|go|will|should|could|may|do|did|often|also|helped|joined|wanted|liked|met|found)\b)",
    re.IGNORECASE,
)
"""What follows a group label that is used as a noun: "the blind can", not "the blind alley"."""

WHY = {
    "deficit-language": "can hurt the people it is about",
    "group-label": "names people by one thing alone",
    "long-word": "could be plainer",
}
MESSAGE, FIX = '"{words}" {why}.', "Try: {instead}."


def find_avoidable_words(checked: CheckedFile) -> Iterator[Problem]:
    """Yield a problem for each word that has a better one; words in double quotes are examples."""
    for passage in checked.passages_with_any(PHRASES.hints(checked.vocabulary)):
        text = blank_quotations(passage.text)
        for hit in PHRASES.find(text):
            rule, better = hit.value
            if rule == "group-label" and not NOUN_ENDS.match(text, hit.end):
                continue
            yield Problem(
                checked.file,
                passage.line_at(hit.start),
                MESSAGE.format(words=hit.words, why=WHY[rule]),
                field=passage.field,
                found=hit.words,
                fix=FIX.format(instead=better.instead),
                example=better.example,
                rule=rule,
                severity=Severity.IDEA if rule == "long-word" else Severity.SHOULD_FIX,
            )
