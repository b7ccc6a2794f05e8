"""Words that keep readers out or put people down, each with a better one (see better_words)."""

import re
from collections.abc import Iterator

from ideas_hub.checks.better_words import DEFICIT, GROUPS, LONG_WORDS, BetterWord
from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms
from ideas_hub.checks.phrase_matcher import PhraseMatcher, without_quotations
from ideas_hub.problem import Problem, Severity

PHRASES: PhraseMatcher[tuple[str, BetterWord]] = PhraseMatcher(
    (phrase, (kind, better))
    for kind, words in (("deficit-language", DEFICIT), ("group-label", GROUPS), ("long-word", LONG_WORDS))
    for better in words
    for phrase in better.phrases
)
STANDS_ALONE = re.compile(
    r"\s*(?:$|[.,;:!?)]|(?:and|or|who|in|to|with|are|is|were|was|of|at|from|can|have|had|need|live|get|for|came|come|said|felt|went|go|will|should|could|may|do|did|often|also|helped|joined|wanted|liked|met|found)\b)",
    re.IGNORECASE,
)
WHY = {
    "deficit-language": "can hurt the people it is about",
    "group-label": "names people by one thing alone",
    "long-word": "could be plainer",
}


def find_avoidable_words(text: CheckedFile, _known: GlossaryForms) -> Iterator[Problem]:
    """Yield a problem for each word that has a better one; words in double quotes are examples."""
    hints = PHRASES.hints(text.spoken)
    for passage in text.passages if hints else ():
        said = without_quotations(passage.text)
        for hit in PHRASES.find(said, hints):
            kind, better = hit.value
            if kind == "group-label" and not STANDS_ALONE.match(said, hit.end):
                continue
            yield Problem(
                text.file, passage.line_at(hit.start), f'"{hit.words}" {WHY[kind]}.', field=passage.field, found=hit.words,
                fix=f"Try: {better.instead}.", example=better.example, rule=kind,
                severity=Severity.IDEA if kind == "long-word" else Severity.SHOULD_FIX,
            )  # fmt: skip
