"""Markdown as GitHub reads it: one parse of a text, as a list of events with their places in it.

Everything else that the hub knows of a text comes from this list: its HTML, contents, links, refusals, the
passages that rules look at, and the words for the search.  pyromark (pulldown-cmark, the engine of rustdoc) does the
work and is imported nowhere else.

Sources: CommonMark 0.31.2; GitHub Flavored Markdown 0.29 (tables, strikethrough, task lists, bare addresses).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import islice
from typing import Any, NamedTuple

import pyromark

from ideas_hub.reading.bare_addresses import ADDRESS, MAX_ADDRESS, SIGNS_OF_ADDRESSES, FoundLink, find_addresses

_ON = pyromark.Options
EXTENSIONS = _ON.ENABLE_TABLES | _ON.ENABLE_FOOTNOTES | _ON.ENABLE_STRIKETHROUGH | _ON.ENABLE_TASKLISTS | _ON.ENABLE_GFM
COMMONMARK_ALONE = _ON(0)
MAX_SIGNS = 30_000  # of those that HTML writes as several, which is slow to make safe
MAX_DEPTH = 30  # parts within each other; a list and its item are two
MAX_EVENTS = 30_000  # the densest text that people write has one for ten characters, and a file at most 256 KB
TOO_DEEP = "lists or quotations are nested too deeply to be read."
TOO_MANY_PARTS = "the text has too many parts to be read."
FEWER_STEPS = "Use fewer steps in."
SPLIT_IT = "Split it into several files."
SIGNS_OF_HTML = '&<>"'
KINDS = {
    "Start": "open",
    "End": "close",
    "Text": "text",
    "Code": "code",
    "Html": "html",
    "InlineHtml": "html",
    "FootnoteReference": "footnote",
    "TaskListMarker": "task",
}
STEPS = {"open": 1, "close": -1}
NOTE = "FootnoteDefinition"
LINKS = ("Link", "Image")
WITHOUT_DETAILS: dict[str, tuple[str, str, Any]] = {
    "SoftBreak": ("break", "", None),
    "HardBreak": ("break", "hard", None),
    "Rule": ("rule", "", None),
}


class Event(NamedTuple):
    """One step through a text, from left to right.

    kind: "open" and "close" of a part, or what stands in one: "text", "code", "html", "break", "rule", "task", and
    "footnote" where a note is mentioned.
    name: of the part ("Paragraph", "Heading", "Link" ...), or "hard" for a hard break.
    value: of an open part its details (level, target, start of a list ...), else the words; labels in lower case.
    start, end: its place in the text, in bytes of UTF-8.
    """

    kind: str
    name: str
    value: Any
    start: int
    end: int


new_event = partial(tuple.__new__, Event)
"""Makes an event of its five values in one call to C: there are a hundred in a text."""


class Limit(NamedTuple):
    """A limit that a text breaks, so that nothing is made of it.  offset: where, in bytes of UTF-8."""

    offset: int
    message: str
    fix: str


@dataclass(frozen=True)
class MarkdownText:
    """A text with its events.

    first_line: the line of the file where the text starts, from 1.
    limit: one that the text breaks; then there are no events.
    """

    source: str
    events: tuple[Event, ...] = ()
    first_line: int = 1
    limit: Limit | None = None

    @cached_property
    def encoded(self) -> bytes:
        """The source in UTF-8, in which places are counted."""
        return self.source.encode("utf-8", "surrogatepass")

    @cached_property
    def _line_ends(self) -> list[int]:
        return [match.start() for match in re.finditer(b"\n", self.encoded)]

    def line_at(self, offset: int) -> int:
        """Return the file's line of a place, given in bytes of UTF-8."""
        return self.first_line + bisect_right(self._line_ends, offset - 1)

    def slice(self, event: Event) -> str:
        """Return an event's Markdown as written."""
        return self.encoded[event.start : event.end].decode("utf-8", "replace")


NO_TEXT = MarkdownText("")


def parse(source: str, first_line: int = 1) -> MarkdownText:
    r"""Return a text with its events.

    source: with `\n` line ends.
    first_line: the line of the file where it starts.
    """
    events = read_events(source)
    if not isinstance(events, Limit) and any(sign in source for sign in SIGNS_OF_ADDRESSES):
        events = _with_bare_addresses(events, source.encode("utf-8", "surrogatepass"))
    if not isinstance(events, Limit) and sum(map(source.count, SIGNS_OF_HTML)) > MAX_SIGNS:
        events = Limit(0, TOO_MANY_PARTS, SPLIT_IT)
    if isinstance(events, Limit):
        return MarkdownText(source, first_line=first_line, limit=events)
    return MarkdownText(source, tuple(events), first_line)


def read_events(source: str, extensions: pyromark.Options = EXTENSIONS) -> list[Event] | Limit:
    """Return the events of a text as the parser gives them, or the limit that the text breaks."""
    events: list[Event] = []
    depth = 0
    item: Any  # words, or a dictionary of one key
    for item, place in pyromark.events_with_range(source, options=extensions, merge_text=True):
        if isinstance(item, str):
            kind, name, value = WITHOUT_DETAILS[item]
        else:
            key, value = item.popitem()
            kind, name = KINDS[key], ""
            if kind in STEPS:
                name, value = (value, None) if isinstance(value, str) else value.popitem()
                depth += STEPS[kind]
                if depth > MAX_DEPTH:
                    return Limit(place["start"], TOO_DEEP, FEWER_STEPS)
        event = new_event((kind, name, value, place["start"], place["end"]))
        if len(events) == MAX_EVENTS:
            return Limit(event.start, TOO_MANY_PARTS, SPLIT_IT)
        events.append(event)
    return _with_folded_labels(events) if "[^" in source else events


def _with_folded_labels(events: list[Event]) -> list[Event]:
    """Return events in which the name of a footnote is in lower case, wherever it stands."""
    labelled = [event.kind == "footnote" or (event.name == NOTE and event.kind == "open") for event in events]
    return [
        event._replace(value=event.value.casefold()) if has_label else event
        for event, has_label in zip(events, labelled, strict=True)
    ]


def _with_bare_addresses(events: list[Event], encoded: bytes) -> list[Event] | Limit:
    """Return events in which a bare address is a link, as GitHub shows it, or the limit that they break."""
    found: list[Event] = []
    inside = 0
    for event in events:
        if event.name in {"Link", "Image", "CodeBlock"}:
            inside += 1 if event.kind == "open" else -1
        if event.kind == "text" and not inside and "{{" not in event.value and ADDRESS.search(event.value):
            as_written = encoded[event.start : event.end].decode("utf-8", "replace")
            what_follows = encoded[event.end : event.end + MAX_ADDRESS].decode("utf-8", "replace")
            links = find_addresses(event.value, as_written, what_follows)
            found += islice(with_links(event, links), MAX_EVENTS)
        else:
            found.append(event)
        if len(found) > MAX_EVENTS:
            return Limit(event.start, TOO_MANY_PARTS, SPLIT_IT)
    return found


def with_links(event: Event, links: Iterable[FoundLink]) -> Iterator[Event]:
    """Yield the words of an event with links among them, each with the place of the whole.

    links: in order, none within another.
    """
    words, done = event.value, 0
    for start, end, details in links:
        if done < start:
            yield event._replace(value=words[done:start])
        yield Event("open", "Link", details, event.start, event.end)
        yield event._replace(value=words[start:end])
        yield Event("close", "Link", details["link_type"], event.start, event.end)
        done = end
    if done < len(words):
        yield event._replace(value=words[done:])


def unused_definitions(text: MarkdownText) -> Iterator[tuple[str, int]]:
    """Yield the label of each link definition that nothing in a text uses, and its place."""
    if "]:" not in text.source:
        return
    used = {_folded(event.value["id"]) for event in text.events if event.kind == "open" and event.name in LINKS}
    for label, definition in pyromark.reference_definitions(text.source, options=EXTENSIONS).items():
        if _folded(label) not in used:
            yield label, definition["span"]["start"]


def _folded(label: str) -> str:
    return " ".join(label.casefold().split())
