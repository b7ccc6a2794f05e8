"""Words in capitals: those that seem to shout, and some screen readers spell out, and unexplained abbreviations."""

import json
import re
from collections.abc import Iterator

from ideas_hub.checks.checked_file import CheckedFile
from ideas_hub.model.placeholders import blank_quotations, placeholders_in
from ideas_hub.problem import Problem, Severity, excerpt

CAPITAL = "[A-ZÀ-ÖØ-ÞĄĆĘŁŃÓŚŹŻŴŶ]"
IN_WORD = "[A-ZÀ-ÖØ-ÞĄĆĘŁŃÓŚŹŻŴŶ'\u2019&-]"
# A set first: see CheckedFile.passages_with.
CAPITALS = re.compile(rf"{CAPITAL}(?<![^\W_]{CAPITAL})(?<!\[!{CAPITAL}){IN_WORD}*(?:[ \n,]+{IN_WORD}+)*(?![^\W_])")
EMPHASIS_WORDS = {
    "ALL", "ALWAYS", "EVERYONE", "FREE", "IMPORTANT", "MUST", "NEVER", "NEW", "NOT", "NOTE", "ONLY", "PLEASE", "VERY",
    "WARNING",
}  # fmt: skip
WORD = re.compile(r"[^\W_]{2,}")
MIN_LETTERS = 5  # most abbreviations have fewer
MIN_WORDS = 2
# A set first, then what may not precede it: see CheckedFile.passages_with.
ABBREVIATION = re.compile(
    r"[A-Z](?<![^\W_][A-Z])(?<![-&/.\[][A-Z])(?<![A-Z]{2} [A-Z])(?<!= [A-Z])[A-Z]{1,6}s?(?![^\W_])(?![-&/]\w)"
    r"(?! ?\d)(?! [A-Z]{2})"
)
NUMBERED = re.compile(r"[A-Z][a-z]+ $")
ROMAN = re.compile("[IVX]+")
COMMON = re.compile(
    r"(?:NHS|UK|GP|TV|DVD|CD|DIY|CV|ID|IT|OK|USA|US|EU|UN|AM|PM|BBC|PDF|CSV|HTML|URL|FAQ|HIV|AIDS|ADHD|MP|PE|VAT|PIN"
    r"|QR|X+|RSPB|RNIB|RNID|MS|COPD|BSL|IKEA|SMS|GPS|DNA|CIC|PPE|BMX|YMCA|WI|PTA|ISBN|GB|MB|KB|DOB)s?"
)
"""Better known short than in full, or names."""

EXPLAINED = re.compile(
    r"(?:[(\[]|(?<!\w)(?:called|named) )([A-Z]+)s?(?!\w)"
    r"|(?<!\w)([A-Z]+)s?(?= \(|, (?:an?|the|which|who)(?!\w))"
)
FIELDS_OF_NAMES = ("organisation", "title", "partners")
IN_CAPITALS = 'words are all in capitals: "{found}".'
CAPITALS_FIX = "Write them in small letters."
UNEXPLAINED = '"{short}" is not explained.'
ABBREVIATION_FIX = (
    "Write it in full the first time, with the short form in brackets. Or an editor can add it to docs/glossary.yml."
)
ABBREVIATION_EXAMPLE = "the council for voluntary service (CVS)"


def find_words_in_capitals(checked: CheckedFile) -> Iterator[Problem]:
    """Yield a problem for each run of words in capitals that are not abbreviations."""
    for passage in checked.passages_in_capitals:
        for match in CAPITALS.finditer(passage.text):
            words = WORD.findall(match.group())
            long = [word for word in words if word not in checked.glossary and len(word) >= MIN_LETTERS]
            if any(placeholders_in(match.group())):
                continue  # it is reported as one
            if len(long) >= MIN_WORDS or any(word in EMPHASIS_WORDS for word in words):
                found = excerpt(match.group())
                yield Problem(
                    checked.file,
                    passage.line_at(match.start()),
                    IN_CAPITALS.format(found=found),
                    field=passage.field,
                    found=found,
                    fix=CAPITALS_FIX,
                    example=found.capitalize(),
                    rule="capitals",
                    severity=Severity.SHOULD_FIX,
                )


def find_unexplained_abbreviations(checked: CheckedFile) -> Iterator[Problem]:
    """Yield a problem for each unexplained abbreviation, once each; a word of the glossary is linked to its meaning."""
    if not checked.is_entry:
        return
    seen = set(EMPHASIS_WORDS)
    for passage in checked.passages_in_capitals:
        if passage.shape == "value":
            continue
        for match in ABBREVIATION.finditer(blank_quotations(passage.text)):
            short = match.group()
            name = short.removesuffix("s")
            forms = {short, name}
            if ROMAN.fullmatch(short) and NUMBERED.search(passage.text, max(0, match.start() - 20), match.start()):
                continue  # Henry VIII
            known = forms & seen or forms & checked.glossary or COMMON.fullmatch(short) or any(placeholders_in(short))
            if not (known or _is_explained(name, checked)):
                yield Problem(
                    checked.file,
                    passage.line_at(match.start()),
                    UNEXPLAINED.format(short=short),
                    found=short,
                    fix=ABBREVIATION_FIX,
                    example=ABBREVIATION_EXAMPLE,
                    rule="abbreviation",
                    severity=Severity.SHOULD_FIX,
                )
            seen |= forms


def _is_explained(name: str, checked: CheckedFile) -> bool:
    """Return whether the short form is in brackets, or followed by an explanation, or part of a name in the facts."""
    facts = json.dumps([checked.values.get(field) for field in FIELDS_OF_NAMES], ensure_ascii=False, default=str)
    body = "\n".join(passage.text for passage in checked.prose.passages)
    return any(name in match.groups() for match in EXPLAINED.finditer(body)) or name in re.findall(r"\w+", facts)
