"""What a text may not hold, each with its line and what to write instead; nothing here changes a text."""

import html
import re
from collections.abc import Iterator

from ideas_hub.problem import Problem, excerpt
from ideas_hub.reading.bare_addresses import BARE, MISREAD
from ideas_hub.reading.foreign_marks import HALF_LINK, ORDINARY, find_foreign_marks
from ideas_hub.reading.hidden_characters import HIDDEN
from ideas_hub.reading.links import has_other_scheme, resolve_link
from ideas_hub.reading.markdown import COMMONMARK_ALONE, NOTE, Event, Limit, MarkdownText, read_events

ALLOWED_HTML = frozenset({"<sub>", "</sub>", "<sup>", "</sup>"})
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*|!--|[!?])[^>]*>?")
NEVER_CLOSED = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    "!--", "!", "?",
}  # fmt: skip
BLOCKS_OF_WORDS = {"Paragraph", "Item", "Heading", "TableCell", "HtmlBlock"}
MOST_IN_BRACKETS = 100  # bytes of what a wiki's link is about
ENTITY = re.compile(r"&#?[a-z0-9]+;", re.IGNORECASE)
CHECKED_PARTS = {"Heading", "Image", "CodeBlock", "Link"}
NOTHING = Event("", "", None, -1, -1)
GITHUBS_OWN = {"Table", "Strikethrough", "footnote", "task", NOTE}
SIGNS_BELOW_HEADINGS = frozenset("|:- \t")
INSTEAD_OF = {
    "b": "Write **bold**.",
    "strong": "Write **bold**.",
    "i": "Write *italic*.",
    "em": "Write *italic*.",
    "br": "Leave an empty line instead.",
    "p": "Leave an empty line between paragraphs.",
    "a": "Write [the words of the link](address).",
    "img": "Name the picture in the facts at the top (image).",
    "h1": "Write ## Heading.",
    "h2": "Write ## Heading.",
    "h3": "Write ### Heading.",
    "li": "Start the line with a hyphen and a space.",
    "ul": "Start each line with a hyphen and a space.",
    "!--": "Delete the comment: everyone can read it in the file.",
    "table": "Write the table with | between its columns.",
}


def find_refusals(text: MarkdownText, file: str) -> Iterator[Problem]:
    """Yield a problem for each part of a text that is not published, in the order of the text."""
    if text.limit:
        line = text.line_at(text.limit.offset)
        yield Problem(file, line, text.limit.message, rule="depth", fix=text.limit.fix)
        return
    open_tags: list[str] = []
    before = NOTHING
    done = 0  # words before this place are code, or have been looked at: an address cuts one row into several
    has_signs = bool(text.encoded.translate(None, ORDINARY))
    for event in text.events:
        kind = event.kind
        if kind == "text" and has_signs and event.start >= done:
            done = event.end
            yield from _words(event, before, text, file)
        elif kind == "open" and event.name in CHECKED_PARTS:
            done = event.end if event.name == "CodeBlock" else done
            if not _is_half_link(event, before, text):
                yield from _part(event, text, file)
        elif kind == "html":
            yield from _html(event, text, file, open_tags)
        elif kind == "close" and event.name in BLOCKS_OF_WORDS:
            open_tags.clear()  # an element that is not closed hides no later one
        before = event
    if "[^" in text.source:
        yield from _notes(text, file)
    yield from _only_without_tables_and_notes(text, file)


def _html(event: Event, text: MarkdownText, file: str, open_tags: list[str]) -> Iterator[Problem]:
    """Yield a problem for each element of raw HTML: once, not for its closing tag or for what is inside it.

    open_tags: the name of the element that is open, once for each of its kind within it.
    """
    if event.value.lower() in ALLOWED_HTML:
        return
    for match in TAG.finditer(event.value):
        name, is_first = match[2].lower(), not open_tags
        if not is_first and name != open_tags[0]:
            continue
        if match[1] and open_tags:
            open_tags.pop()
        elif not match[1] and name not in NEVER_CLOSED and not match.group().endswith("/>"):
            open_tags.append(name)
        if is_first:
            words = match.group().split()[0]  # not what a comment or an attribute says: it may be personal
            message = f'there is HTML in the text: "{excerpt(words)}".'
            fix = INSTEAD_OF.get(name, "Leave the tag out; only plain Markdown is published.")
            yield Problem(file, text.line_at(event.start), message, found=words, fix=fix, rule="raw-html")


def _words(event: Event, before: Event, text: MarkdownText, file: str) -> Iterator[Problem]:
    """Yield a problem for each mark in a row of words that would be published as it is, and for what is hidden."""
    line = text.line_at(event.start)
    raw = text.encoded[event.start : event.end + 1]
    if raw.endswith((b"[[_", b"[[*")):  # emphasis cuts off what stands between the brackets
        raw += text.encoded[event.end + 1 : text.encoded.find(b"]]", event.end, event.end + MOST_IN_BRACKETS) + 2]
    for words, mark in find_foreign_marks(raw):
        found = excerpt(words.strip())
        yield Problem(file, line, f'"{found}" {mark.message}', found=found, fix=mark.fix, rule=mark.rule)
    is_first_in_item = before.name == "Item" and event.value.startswith("|")  # GitHub reads `- | -` as a row too
    if (before.kind == "break" or is_first_in_item) and _is_below_headings(event.value):
        message = "a row of hyphens and | stands in a paragraph, so there is no table."
        fix = "Leave an empty line above the table, and start and end each of its rows with |."
        yield Problem(file, line, message, found=excerpt(event.value), fix=fix, rule="not-published")
    yield from _hidden_characters(raw.decode("utf-8", "replace"), line, file)


def _hidden_characters(words: str, line: int, file: str) -> Iterator[Problem]:
    """Yield a problem for each entity that stands for a hidden character."""
    for entity in ENTITY.findall(words) if "&" in words else ():
        if HIDDEN.search(html.unescape(entity)):
            message = f'"{entity}" stands for a hidden character.'
            yield Problem(file, line, message, found=entity, fix="Delete it.", rule="hidden-character")


def _is_below_headings(row: str) -> bool:
    """Return whether a row is one that makes a table of the row above it."""
    if row[:1] not in SIGNS_BELOW_HEADINGS:
        return False
    signs = set(row)
    return "-" in signs and not signs.isdisjoint("|:") and signs <= SIGNS_BELOW_HEADINGS


def _part(event: Event, text: MarkdownText, file: str) -> Iterator[Problem]:
    """Yield a problem for a part that is not published, or not as GitHub shows it."""
    found = message = fix = ""
    if event.name == "Heading" and event.value["level"] == "H1":
        found = text.slice(event).strip()
        message = "a heading of the first level stands in the text: the title is already one."
        fix = "Write ## Heading."
    elif event.name == "Image":
        found = event.value["dest_url"]
        message, fix = "a picture stands in the text.", "Name it in the facts at the top (image)."
    elif event.name == "CodeBlock" and isinstance(event.value, dict) and event.value["Fenced"].startswith("{"):
        found = event.value["Fenced"]
        message, fix = f'"{excerpt(found)}" starts a box that GitHub does not read.', "Write > [!NOTE] instead."
    elif event.name == "Link" and event.value["link_type"] != "Email":
        found = event.value["dest_url"]
        link = resolve_link(found, file)
        message, fix = link.fault, link.fix
        if event.value["link_type"] == MISREAD:
            message, fix = f'the address "{excerpt(found)}" runs into other marks.', "Put the address between < and >."
        if HIDDEN.search(event.value["title"]):
            yield from _hidden_characters(text.slice(event), text.line_at(event.start), file)
    if message:
        yield Problem(file, text.line_at(event.start), message, found=excerpt(found), fix=fix, rule="not-published")


def _is_half_link(event: Event, before: Event, text: MarkdownText) -> bool:
    """Return whether a link is a bare address whose words stand before it, which is named as a mark."""
    is_bare = event.name == "Link" and event.value["link_type"] == BARE and before.kind == "text"
    return is_bare and bool(HALF_LINK.search(before.value)) and "\\" not in text.slice(before)


def _notes(text: MarkdownText, file: str) -> Iterator[Problem]:
    """Yield a problem for each note that nothing leads to, and for one whose name another has."""
    mentioned = {event.value for event in text.events if event.kind == "footnote"}
    defined: set[str] = set()
    for event in text.events:
        if event.name == NOTE and event.kind == "open":
            label, message = f"[^{excerpt(event.value)}]", ""
            if event.value in defined:
                message, fix = f'the note "{label}" is written twice.', "Give each note a name of its own."
            elif event.value not in mentioned:
                message = f'nothing in the text leads to the note "{label}", so nobody would see it.'
                fix = f"Write {label} where it belongs, or delete the note."
            defined.add(event.value)
            if message:
                yield Problem(file, text.line_at(event.start), message, found=label, fix=fix, rule="not-published")


def _only_without_tables_and_notes(text: MarkdownText, file: str) -> Iterator[Problem]:
    """Yield a problem for HTML, a picture or a script that plain CommonMark sees and GitHub does not.

    The Markdown copy of a page may be read by a program that knows neither tables nor notes.
    """
    if not any(event.kind in GITHUBS_OWN or event.name in GITHUBS_OWN for event in text.events):
        return
    events = read_events(text.source, COMMONMARK_ALONE)
    seen = {event.start for event in text.events if event.kind == "html" or event.name in {"Link", "Image"}}
    for event in () if isinstance(events, Limit) else events:
        if event.start not in seen and _acts(event):
            found = excerpt(text.slice(event).strip())
            message = f'"{found}" does something where tables and notes are not known, as in some readers of Markdown.'
            fix = "Write it in other words, without < or a colon."
            yield Problem(file, text.line_at(event.start), message, found=found, fix=fix, rule="raw-html")


def _acts(event: Event) -> bool:
    """Return whether an event is more than words, or a link that no reader needs to fear."""
    if event.kind == "html":
        return event.value.lower() not in ALLOWED_HTML
    is_link = event.kind == "open" and event.name == "Link"
    return (event.kind == "open" and event.name == "Image") or (is_link and has_other_scheme(event.value["dest_url"]))
