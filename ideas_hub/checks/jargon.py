"""Abbreviations that nothing explains, and words of the glossary that no link leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ideas_hub.checks.passages import plain
from ideas_hub.checks.phrases import without_quotations
from ideas_hub.checks.text import Known, Text
from ideas_hub.kinds import ENTRY_KINDS
from ideas_hub.problem import Problem, Severity

ABBREVIATION = re.compile(r"(?<![^\W_])(?<![-&/.])[A-Z](?:[A-Z]|&[A-Z]){1,6}s?(?![^\W_])(?![-&/]\w)")
COMMON = frozenset(
    [
        "NHS",
        "UK",
        "GP",
        "GPs",
        "A&E",
        "TV",
        "DVD",
        "CD",
        "DIY",
        "CV",
        "ID",
        "IT",
        "OK",
        "USA",
        "US",
        "EU",
        "UN",
        "AM",
        "PM",
        "BBC",
        "Q&A",
        "PDF",
        "CSV",
        "HTML",
        "URL",
        "FAQ",
        "HIV",
        "AIDS",
        "ADHD",
        "MP",
        "MPs",
        "PE",
        "VAT",
        "PIN",
        "QR",
        "RSPB",
        "RNIB",
        "RNID",
        "MS",
        "COPD",
        "BSL",
        "IKEA",
        "SMS",
        "GPS",
        "DNA",
        "CIC",
        "PPE",
        "BMX",
        "YMCA",
        "WI",
        "PTA",
    ]
)
"""Better known short than in full, or names."""
GLOSSARY = re.compile(r"\]\((?:\.\./)*(?:docs/)?glossary(?:\.md|/)?(?:#[\w-]*)?\)")
SHOWN = 3
ENTRIES = {kind.id for kind in ENTRY_KINDS}


def check(text: Text, known: Known) -> Iterator[Problem]:
    """Yield a problem for each unexplained abbreviation, once each, and one idea for words of the glossary."""
    if text.kind in ENTRIES:
        yield from _abbreviations(text, known)
        yield from _unlinked(text, known)


def _abbreviations(text: Text, known: Known) -> Iterator[Problem]:
    seen = {form for form, _ in known.forms}
    for passage in text.body_passages:
        for match in ABBREVIATION.finditer(without_quotations(passage.text)):
            short = match.group()
            name = short.removesuffix("s")
            if not {short, name} & (seen | COMMON) and not _explained(name, text):
                yield Problem(
                    text.file, passage.line_at(match.start()), f'"{short}" is not explained.', found=short,
                    mend="Write it in full the first time, with the short form in brackets, or add it to docs/glossary.yml.",
                    example="the council for voluntary service (CVS)", rule="abbreviation", severity=Severity.SHOULD_FIX,
                )  # fmt: skip
            seen |= {short, name}


def _explained(name: str, text: Text) -> bool:
    """The short form stands in brackets, or with an explanation after it, or is part of a name in the facts."""
    explained = rf"(?:\(|\bcalled |\bnamed ){re.escape(name)}s?\b|\b{re.escape(name)}s?(?: \(|, (?:an?|the|which|who)\b)"
    names = (text.values.get("organisation"), text.values.get("title"), text.values.get("partners"))
    return bool(re.search(explained, plain(text.body))) or re.search(rf"\b{re.escape(name)}\b", str(names)) is not None


def _unlinked(text: Text, known: Known) -> Iterator[Problem]:
    if GLOSSARY.search(text.body):
        return
    found: dict[str, tuple[str, int]] = {}
    for passage in text.body_passages:
        if passage.shape != "heading":
            for hit in known.glossary.find(passage.text):
                if not _says_it(passage.text, hit.end):
                    found.setdefault(hit.value, (hit.words, passage.line_at(hit.start)))
    words = [word for word, _ in found.values() if word.isupper() or " " in word]
    if words:
        first = next((term, line) for term, (word, line) in found.items() if word == words[0])
        more = f" and {len(words) - SHOWN} more" if len(words) > SHOWN else ""
        yield Problem(
            text.file, first[1], f"words of the glossary stand here without a link to it: {', '.join(words[:SHOWN])}{more}.", found=words[0],
            mend="Link a word the first time that it stands there, or explain it.",
            example=f"[{words[0]}]({_way_to_glossary(text.file)}#{first[0]})", rule="glossary-link", severity=Severity.IDEA,
        )  # fmt: skip


def _says_it(text: str, end: int) -> bool:
    """Return whether an explanation follows: "link workers, who help people find support"."""
    return re.match(r"\s*\(|, (?:who|which|an?|the|that)\b| (?:is|are) (?:an?|the|people)\b", text[end : end + 16]) is not None


def _way_to_glossary(file: str) -> str:
    return "../docs/glossary.md" if file.startswith("case_studies/") else "../" * (file.count("/") - 1) + "glossary.md"
