"""Words that the end of a line cuts in two, as in a text that was copied from a PDF."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from ideas_hub.checks.checked_file import CheckedFile
from ideas_hub.problem import Problem, Severity

CHECKED_LATER = "Words cut in two at the end of a line, as in text from a PDF. That needs a list which is long to load."
COMMON_WORDS = Path(__file__).parents[1] / "search/data/common_words.txt"
HYPHEN = re.compile(r"-[ \n][a-z]")
CUT = re.compile(r"(?<![\w-])([^\W\d_]{2,})-[ \n]([a-z]{2,})(?![\w-])")
PREFIXES = {
    "anti", "bi", "co", "de", "eco", "ex", "inter", "mid", "mini", "multi", "non", "post", "pre", "pro", "re", "self",
    "semi", "sub", "un",
}  # fmt: skip


def find_cut_words(checked: CheckedFile) -> Iterator[Problem]:
    """Yield a problem for each word that is one only without its hyphen: "commu-" and "nity", not "co-operative"."""
    for passage in checked.passages_with(HYPHEN):
        for match in CUT.finditer(passage.text):
            first, second = match.groups()
            if _are_one_word(first.casefold(), second, checked):
                yield Problem(
                    checked.file,
                    passage.line_at(match.start()),
                    f'"{first}- {second}" is one word that was cut at the end of a line.',
                    field=passage.field,
                    found=f"{first}- {second}",
                    fix=f"Write {first}{second}.",
                    rule="cut-word",
                    severity=Severity.SHOULD_FIX,
                )


def _are_one_word(first: str, second: str, checked: CheckedFile) -> bool:
    """Return whether two parts are a word only together.  A word is a common one, or one that the file has whole."""

    def is_word(word: str) -> bool:
        return word in _common_words() or word.encode() in checked.vocabulary

    return is_word(first + second) and not (
        second in _common_words() and (first in PREFIXES or first in _common_words())
    )


@lru_cache(maxsize=1)  # few texts have such a hyphen
def _common_words() -> frozenset[str]:
    rows = COMMON_WORDS.read_text("utf-8").splitlines()
    return frozenset(" ".join(row for row in rows if not row.startswith("#")).split())
