"""What a text may not hold, each with its line and what to write instead; nothing here changes a text."""

import html
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from ideas_hub.problem import Problem, excerpt
from ideas_hub.reading.bare_addresses import BARE, MISREAD
from ideas_hub.reading.foreign_marks import ESCAPED, HALF_LINK, NO_MARK, ORDINARY, ForeignMark, find_foreign_marks
from ideas_hub.reading.hidden_characters import HIDDEN
from ideas_hub.reading.layout_faults import find_layout_faults, is_prose
from ideas_hub.reading.links import has_other_scheme, resolve_link
from ideas_hub.reading.loose_rows import find_loose_row, find_tables_of_tabs, first_of_each_list, starts_row
from ideas_hub.reading.markdown import (
    COMMONMARK_ALONE,
    LINKS,
    NOTE,
    Event,
    Limit,
    MarkdownText,
    read_events,
    unused_definitions,
)
from ideas_hub.reading.raw_html import ALLOWED_HTML, find_raw_html

MOST_IN_BRACKETS = 100  # bytes of what a wiki's link is about
ENTITY = re.compile(r"&#?[a-z0-9]+;", re.IGNORECASE)
CHECKED_PARTS = {"Heading", "Image", "CodeBlock", "Link"}
NOTHING = Event("", "", None, -1, -1)
GITHUBS_OWN = {"Table", "Strikethrough", "footnote", "task", NOTE}
SIGNS_BELOW_HEADINGS = frozenset("|:- \t")
END_OF_CODE = re.compile(r"\n[>\s]*(?:`{3,}|~{3,})\s*$")
DRAWN = {"mermaid", "geojson", "topojson", "stl", "math"}
"""Languages of code that GitHub shows as drawings."""
CHECKED_LATER = "Letters that were saved wrongly, and where links to other pages of this site lead."
RUNS_INTO_MARKS = 'the address "{found}" runs into other marks.', "Put the address between < and >."
TITLE_AGAIN = "there is a first-level heading in the text: the title is already one.", "Write ## Heading."
PICTURE = "there is a picture in the text.", "Name it in the facts at the top (image)."
NOT_PUBLISHED = "not-published"
TOO_DEEP = "depth"
FACTS = re.compile(r"[a-z_]+:\s.*\n(?:[a-z_]+:\s|---)")


def find_refusals(text: MarkdownText, file: str) -> Iterator[Problem]:
    """Yield a problem for each part of a text that is not published."""
    return first_of_each_list(_find_refusals(text, file))


def _find_refusals(text: MarkdownText, file: str) -> Iterator[Problem]:
    if text.limit:
        line = text.line_at(text.limit.offset)
        yield Problem(file, line, text.limit.message, rule=TOO_DEEP, fix=text.limit.fix)
        return
    before = NOTHING
    done = 0  # words before this place are code, or have been looked at: an address cuts one row into several
    opened: Counter[ForeignMark] = Counter()
    for event in text.events:
        if event.kind == "text" and event.start >= done:
            done = event.end
            yield from _words(event, before, text, file, opened)
        elif event.kind == "open" and (event.name in CHECKED_PARTS or before.kind == "rule"):
            done = event.end if event.name == "CodeBlock" else done
            if not _is_half_link(event, before, text):
                yield from _part(event, before, text, file)
        before = event
    yield from find_raw_html(text, file)
    yield from find_layout_faults(text, file)
    yield from find_tables_of_tabs(text, file)
    if "[^" in text.source:
        yield from _notes(text, file)
    unused = dict(unused_definitions(text))
    yield from _definitions(unused, text, file)
    yield from _only_without_tables_and_notes(unused, text, file)


def _words(
    event: Event, before: Event, text: MarkdownText, file: str, opened: Counter[ForeignMark]
) -> Iterator[Problem]:
    """Yield a problem for each mark in a row of words that would be published as it is, and for what is hidden.

    opened: how often a mark that encloses others has been reported, and its end has not come.
    """
    if text.encoded[event.start : event.end + 1].translate(None, ORDINARY):
        yield from _unusual_words(event, before, text, file, opened)
    if starts_row(before):
        yield from find_loose_row(event, before, text, file)
    is_first_in_item = before.name == "Item" and event.value.startswith("|")  # GitHub reads `- | -` as a row too
    if (before.kind == "break" or is_first_in_item) and _is_below_headings(event.value):
        message = "a row of hyphens and | is part of a paragraph, so there is no table."
        fix = "Leave an empty line above the table, and start and end each of its rows with |."
        above = text.encoded[: event.start].rstrip(b"\n> ").rpartition(b"\n")[2].strip(b" |>").count(b"|")
        if above and event.value.strip(" |").count("|") != above:
            fix = f"Give it as many columns as the row above: {'| --- ' * (above + 1)}|."
        line, found = text.line_at(event.start), excerpt(event.value)
        yield Problem(file, line, message, found=found, fix=fix, rule="not-published")


def _unusual_words(
    event: Event, before: Event, text: MarkdownText, file: str, opened: Counter[ForeignMark]
) -> Iterator[Problem]:
    """Yield a problem for each foreign mark and each hidden character in a row, which few rows have the signs of."""
    line, raw = text.line_at(event.start), text.encoded[event.start : event.end + 1]
    if raw.endswith((b"[[_", b"[[*")):  # emphasis cuts off what stands between the brackets
        raw += text.encoded[event.end + 1 : text.encoded.find(b"]]", event.end, event.end + MOST_IN_BRACKETS) + 2]
    is_escaped = text.encoded[max(0, event.start - 1) : event.start] == b"\\"
    start = "\\" if is_escaped else "" if starts_row(before) else NO_MARK
    for words, mark in find_foreign_marks(raw, start):
        if opened[mark] and mark.closing.fullmatch(words):
            opened[mark] -= 1
        else:
            opened[mark] += bool(mark.opening.fullmatch(words))
            found = excerpt(words.strip())
            yield Problem(file, line, f'"{found}" {mark.message}', found=found, fix=mark.fix, rule=mark.rule)
    yield from _hidden_characters(start + raw.decode("utf-8", "replace"), line, file)


def _hidden_characters(words: str, line: int, file: str) -> Iterator[Problem]:
    """Yield a problem for each entity that stands for a hidden character."""
    for entity in ENTITY.findall(ESCAPED.sub(NO_MARK, words)) if "&" in words else ():
        if HIDDEN.search(html.unescape(entity)):
            message = f'"{entity}" stands for a hidden character.'
            yield Problem(file, line, message, found=entity, fix="Delete it.", rule="hidden-character")


def _is_below_headings(row: str) -> bool:
    """Return whether a row is one that makes a table of the row above it."""
    if row[:1] not in SIGNS_BELOW_HEADINGS:
        return False
    signs = set(row)
    return "-" in signs and not signs.isdisjoint("|:") and signs <= SIGNS_BELOW_HEADINGS


def _part(event: Event, before: Event, text: MarkdownText, file: str) -> Iterator[Problem]:
    """Yield a problem for a part that is not published, or not as GitHub shows it."""
    line, found = text.line_at(event.start), text.slice(event).strip()
    message = fix = ""
    if before.kind == "rule" and FACTS.match(found):
        message = "there is a block of facts in the text."
        fix = "Write facts at the top of the file, and only there; a second story has a file of its own."
    elif event.name == "Heading":
        if event.value["level"] == "H1":
            message, fix = TITLE_AGAIN
    elif event.name == "Image":
        found = event.value["dest_url"]
        message, fix = PICTURE
    elif event.name == "CodeBlock":
        found = event.value["Fenced"] if isinstance(event.value, dict) else ""
        message, fix = _fault_of_code(found, text.slice(event))
    elif event.name == "Link" and event.value["link_type"] != "Email":
        found = event.value["dest_url"]
        link = resolve_link(found, file)
        message, fix = link.fault, link.fix
        if event.value["link_type"] == MISREAD:
            message, fix = RUNS_INTO_MARKS[0].format(found=excerpt(found)), RUNS_INTO_MARKS[1]
        if HIDDEN.search(event.value["title"]):
            yield from _hidden_characters(text.slice(event), line, file)
    if message:
        yield Problem(file, line, message, found=excerpt(found), fix=fix, rule="not-published")


def _fault_of_code(language: str, code: str) -> tuple[str, str]:
    """Return what is wrong with code of a language, and the fix."""
    if language.startswith("{"):
        return f'"{excerpt(language)}" starts a box that GitHub does not read.', "Write > [!NOTE] instead."
    if language.partition(" ")[0].casefold() in DRAWN:
        return (
            f'"{excerpt(language)}" makes a drawing on GitHub, which is not published.',
            "Say in words what it shows.",
        )
    if not code.lstrip().startswith(("```", "~~~")) and is_prose(code):
        message = f'"{excerpt(code, 40)}" is shown as code, because it starts with four spaces or a tab.'
        return message, "Take them out; if it is code, write a row of ``` above and below it."
    if "\n" in code and code.lstrip().startswith(("```", "~~~")) and not END_OF_CODE.search(code):
        return "the code that starts here never ends.", "Write a row of ``` below it."
    return "", ""


def _is_half_link(event: Event, before: Event, text: MarkdownText) -> bool:
    """Return whether a link is a bare address whose words stand before it, which is named as a mark."""
    is_bare = event.name == "Link" and event.value["link_type"] == BARE and before.kind == "text"
    is_escaped = b"\\" in text.encoded[max(0, before.start - 1) : before.end]
    return is_bare and bool(HALF_LINK.search(before.value)) and not is_escaped


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


def _definitions(unused: Mapping[str, int], text: MarkdownText, file: str) -> Iterator[Problem]:
    """Yield a problem for each link definition that is not used: some hide a comment in one."""
    for label, place in unused.items():
        found = f"[{excerpt(label)}]:"  # not what it hides: it may be personal
        message = f'nothing in the text uses "{found}", so nobody would see it.'
        fix = "Delete it: everyone can read it in the file."
        yield Problem(file, text.line_at(place), message, found=found, fix=fix, rule="not-published")


def _only_without_tables_and_notes(unused: Collection[str], text: MarkdownText, file: str) -> Iterator[Problem]:
    """Yield a problem for HTML, a picture or a script that plain CommonMark sees and GitHub does not.

    The Markdown copy of a page may be read by a program that knows neither tables nor notes.
    unused: labels of link definitions that are reported already.
    """
    if not any(event.kind in GITHUBS_OWN or event.name in GITHUBS_OWN for event in text.events):
        return
    events = read_events(text.source, COMMONMARK_ALONE)
    seen = {event.start for event in text.events if event.kind == "html" or event.name in LINKS}
    for event in () if isinstance(events, Limit) else events:
        if event.start not in seen and _acts(event) and not (event.name in LINKS and event.value["id"] in unused):
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
