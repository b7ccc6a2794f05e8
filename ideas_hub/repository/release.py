"""What is out on a day: no draft, nothing whose day of publication is still to come, and nothing that points to either.

Where a text links to such an entry, the words of the link stand alone; from its day on it is a link again.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import takewhile
from typing import Any

from pydantic import BaseModel

from ideas_hub.engine.compact import Compact
from ideas_hub.model.data_files import Project
from ideas_hub.model.document import Document
from ideas_hub.model.entries import Idea, LearningPoint, Programme
from ideas_hub.model.kinds import CASE_STUDIES, ENTRY_KINDS
from ideas_hub.model.moments import moment_words
from ideas_hub.model.organisation import Organisation
from ideas_hub.problem import Problem, Severity
from ideas_hub.reading.article import convert
from ideas_hub.reading.glossary_links import GlossaryMatcher
from ideas_hub.reading.markdown import MarkdownText, parse
from ideas_hub.reading.prose import prose_of
from ideas_hub.repository.raw_content import RawContent

Withheld = Mapping[str, Document[Any]]
"""Entries that are not out, by file."""


def released(raw: RawContent, today: date) -> RawContent:
    """Return the content that is out on a day; on the last day there can be, all that is no draft."""
    withheld = _withheld(raw, today)
    if not withheld:
        return raw
    matcher, gone = GlossaryMatcher(raw.glossary), _ids_of(withheld)
    documents = {
        kind: [_without(one, withheld, gone, matcher) for one in some if one.file not in withheld]
        for kind, some in raw.documents.items()
    }
    rows = {
        kind: [replace(row, facts=row.facts.model_copy(update=_changes(row.facts, gone))) for row in some]
        for kind, some in raw.rows.items()
    }
    return replace(raw, documents=documents, rows=rows)


def _withheld(raw: RawContent, today: date) -> Withheld:
    entries = (entry for kind in ENTRY_KINDS for entry in raw.documents[kind.id])
    return {entry.file: entry for entry in entries if not entry.facts.is_out(today)}


def _ids_of(withheld: Withheld) -> frozenset[tuple[str, str]]:
    """Return the kind and the id of each entry that other facts can name, and of each of its figures."""
    named = {(entry.kind.name_in_facts, entry.id) for entry in withheld.values()}
    studies = (entry for entry in withheld.values() if entry.kind is CASE_STUDIES)
    return frozenset(named | {("figure", figure.id) for study in studies for figure in study.facts.figures})


def _without(
    document: Document[Any], withheld: Withheld, gone: Collection[tuple[str, str]], matcher: GlossaryMatcher
) -> Document[Any]:
    """Return a document that neither links to what is withheld nor names it."""
    if changes := _changes(document.facts, gone):
        digest = sha256(document.digest + repr(changes).encode()).digest()
        document = replace(document, facts=document.facts.model_copy(update=changes), digest=digest)
    targets = {link.target for link in document.links if link.file in withheld}
    if not targets:
        return document
    source = without_links(parse(document.body, document.body_line), targets)
    text = parse(source, document.body_line)
    prose = prose_of(text)
    article = convert(text, prose, document.file, matcher.forms_in(prose.vocabulary))
    digest = sha256(document.digest + source.encode()).digest()
    return replace(document, text=Compact((source, article)), links=article.links, digest=digest)


def _changes(facts: BaseModel, gone: Collection[tuple[str, str]]) -> dict[str, object]:
    """Return the fields of a record that name what is withheld, each as it is without that."""
    without: dict[str, object] = {}
    if isinstance(facts, Project) and ("case_study", facts.case_study) in gone:
        without["case_study"] = None
    if isinstance(facts, LearningPoint):
        without["evidenced_by"] = tuple(one for one in facts.evidenced_by if not set(one.entries()) & set(gone))
    if isinstance(facts, Programme):
        without["part_of"] = None if ("programme", facts.part_of) in gone else facts.part_of
        without["related"] = tuple(one for one in facts.related if ("programme", one.programme) not in gone)
    if isinstance(facts, Idea | Organisation):
        without["programmes"] = tuple(one for one in facts.programmes if ("programme", one) not in gone)
    if isinstance(facts, LearningPoint | Programme | Idea):
        without["figures"] = tuple(one for one in facts.figures if ("figure", one) not in gone)
    return {field: value for field, value in without.items() if value != getattr(facts, field)}


def without_links(text: MarkdownText, targets: Collection[str]) -> str:
    """Return a text's Markdown with the words alone of each link to one of these targets.

    targets: as written.
    """
    pieces, done = list[bytes](), 0
    for place, event in enumerate(text.events):
        if (event.kind, event.name) == ("open", "Link") and event.value["dest_url"] in targets:
            words = list(takewhile(lambda one: one.name != "Link", text.events[place + 1 :]))
            start = event.start + len("[")
            pieces += [text.encoded[done : event.start], text.encoded[start : words[-1].end if words else start]]
            done = event.end
    return b"".join([*pieces, text.encoded[done:]]).decode("utf-8", "surrogatepass")


def find_links_to_come(raw: RawContent, today: date) -> Iterator[Problem]:
    """Yield a problem for each link to a draft, and an idea for each to an entry that goes out after its own page."""
    withheld = _withheld(raw, today)
    documents = (document for some in raw.documents.values() for document in some) if withheld else ()
    for document in documents:
        own = withheld.get(document.file)
        if own and own.facts.draft:
            continue
        for link in document.links:
            target = withheld.get(link.file)
            if target and not target.facts.is_out(own.facts.published if own else today):
                yield Problem(
                    document.file,
                    link.line,
                    f'the link "{link.target}" {_why_withheld(target)}, so its words are shown without a link.',
                    found=link.target,
                    rule="link-to-come",
                    fix="Take the link out, unless the page comes back."
                    if target.facts.draft
                    else "Nothing need be done: it becomes a link on that day.",
                    severity=Severity.SHOULD_FIX if target.facts.draft else Severity.IDEA,
                )


def _why_withheld(target: Document[Any]) -> str:
    if target.facts.draft:
        return "leads to a draft"
    return f"leads to a page that is published on {moment_words(str(target.facts.published))}"
