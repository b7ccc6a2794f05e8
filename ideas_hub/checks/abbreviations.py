"""Abbreviations that nothing explains.  A word of the glossary needs no explanation: its page is linked."""

import re
from collections.abc import Iterator

from ideas_hub.checks.capitals import EMPHASIS_WORDS
from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms
from ideas_hub.checks.phrase_matcher import blank_quotations
from ideas_hub.problem import Problem, Severity

# A set first, then what may not precede it: see CheckedFile.passages_with.
ABBREVIATION = re.compile(
    r"[A-Z](?<![^\W_][A-Z])(?<![-&/.][A-Z])(?<![A-Z]{2} [A-Z])[A-Z]{1,6}s?(?![^\W_])(?![-&/]\w)(?! ?\d)(?! [A-Z]{2})"
)
COMMON = re.compile(
    r"(?:NHS|UK|GP|TV|DVD|CD|DIY|CV|ID|IT|OK|USA|US|EU|UN|AM|PM|BBC|PDF|CSV|HTML|URL|FAQ|HIV|AIDS|ADHD|MP|PE|VAT|PIN"
    r"|QR|RSPB|RNIB|RNID|MS|COPD|BSL|IKEA|SMS|GPS|DNA|CIC|PPE|BMX|YMCA|WI|PTA|ISBN|GB|MB|KB|DOB)s?"
)
"""Better known short than in full, or names."""


def find_unexplained_abbreviations(checked: CheckedFile, glossary: GlossaryForms) -> Iterator[Problem]:
    """Yield a problem for each unexplained abbreviation, once each."""
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
            if not (forms & seen or forms & glossary.forms or COMMON.fullmatch(short) or _is_explained(name, checked)):
                yield Problem(
                    checked.file,
                    passage.line_at(match.start()),
                    f'"{short}" is not explained.',
                    found=short,
                    fix="Write it in full the first time, with the short form in brackets, "
                    "or add it to docs/glossary.yml.",
                    example="the council for voluntary service (CVS)",
                    rule="abbreviation",
                    severity=Severity.SHOULD_FIX,
                )
            seen |= forms


def _is_explained(name: str, checked: CheckedFile) -> bool:
    """Return whether the short form is in brackets, or followed by an explanation, or part of a name in the facts."""
    short = rf"{re.escape(name)}s?"
    explained = rf"(?:\(|\bcalled |\bnamed ){short}\b|\b{short}(?: \(|, (?:an?|the|which|who)\b)"
    names = str([checked.values.get(field) for field in ("organisation", "title", "partners")])
    body = "\n".join(passage.text for passage in checked.prose.passages)
    return bool(re.search(explained, body) or re.search(rf"\b{re.escape(name)}\b", names))
