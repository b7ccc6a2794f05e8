"""Abbreviations that nothing explains; a word of the glossary is linked to its meaning by the hub itself."""

import re
from collections.abc import Iterator

from ideas_hub.checks.capitals import EMPHASIS_WORDS
from ideas_hub.checks.checked_file import CheckedFile, GlossaryForms
from ideas_hub.checks.phrase_matcher import without_quotations
from ideas_hub.model.kinds import ENTRY_KINDS
from ideas_hub.problem import Problem, Severity

# A set first, and then what does not stand in front of it: see Text.passages_with.
ABBREVIATION = re.compile(
    r"[A-Z](?<![^\W_][A-Z])(?<![-&/.][A-Z])(?<![A-Z]{2} [A-Z])[A-Z]{1,6}s?(?![^\W_])(?![-&/]\w)(?! ?\d)(?! [A-Z]{2})"
)
COMMON = re.compile(
    r"(?:NHS|UK|GP|TV|DVD|CD|DIY|CV|ID|IT|OK|USA|US|EU|UN|AM|PM|BBC|PDF|CSV|HTML|URL|FAQ|HIV|AIDS|ADHD|MP|PE|VAT|PIN|QR|RSPB|RNIB"
    r"|RNID|MS|COPD|BSL|IKEA|SMS|GPS|DNA|CIC|PPE|BMX|YMCA|WI|PTA|ISBN|GB|MB|KB|DOB)s?"
)
"""Better known short than in full, or names."""
ENTRIES = {kind.id for kind in ENTRY_KINDS}


def find_unexplained_abbreviations(text: CheckedFile, known: GlossaryForms) -> Iterator[Problem]:
    """Yield a problem for each unexplained abbreviation, once each."""
    if text.kind not in ENTRIES:
        return
    seen = set(EMPHASIS_WORDS)
    for passage in text.in_capitals:
        if passage.shape == "value":
            continue
        for match in ABBREVIATION.finditer(without_quotations(passage.text)):
            short = match.group()
            name = short.removesuffix("s")
            forms = {short, name}
            if (
                forms.isdisjoint(seen)
                and forms.isdisjoint(known.spellings)
                and not COMMON.fullmatch(short)
                and not _explained(name, text)
            ):
                yield Problem(
                    text.file, passage.line_at(match.start()), f'"{short}" is not explained.', found=short,
                    fix="Write it in full the first time, with the short form in brackets, or add it to docs/glossary.yml.",
                    example="the council for voluntary service (CVS)", rule="abbreviation", severity=Severity.SHOULD_FIX,
                )  # fmt: skip
            seen |= forms


def _explained(name: str, text: CheckedFile) -> bool:
    """The short form stands in brackets, or with an explanation after it, or is part of a name in the facts."""
    explained = (
        rf"(?:\(|\bcalled |\bnamed ){re.escape(name)}s?\b|\b{re.escape(name)}s?(?: \(|, (?:an?|the|which|who)\b)"
    )
    names = (text.values.get("organisation"), text.values.get("title"), text.values.get("partners"))
    return bool(re.search(explained, text.plain_body)) or re.search(rf"\b{re.escape(name)}\b", str(names)) is not None
