"""Markdown of other systems as HTML: their marks are read as they were meant, or left out with a note."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from ideas_hub.importing.boxes import open_directives, with_known_boxes
from ideas_hub.importing.github_markdown import html_of
from ideas_hub.importing.shortcodes import without_shortcodes
from ideas_hub.problem import excerpt
from ideas_hub.reading.emoji_names import EMOJI_NAMES
from ideas_hub.reading.foreign_marks import BULLETS
from ideas_hub.reading.hidden_characters import HIDDEN
from ideas_hub.reading.markdown import MarkdownText, parse, unused_definitions
from ideas_hub.reading.mojibake import SIGNS

OPEN, CLOSE = "\ue000", "\ue001"
"""Around the number of what is out of the way; no text that has come so far holds them."""

FENCED = re.compile(
    r"^(?P<indent>[ \t]*)(?P<fence>`{3,}+(?=[^`\n]*+\n)|~{3,}+)[^\n]*+\n"
    r"(?:(?:.*?\n)??(?P=indent)?[ \t]*(?P=fence)[`~]*[ \t]*$|.*\Z)",
    re.MULTILINE | re.DOTALL,
)
"""Matches a block of code; what nobody closed goes on to the end, as it does for GitHub."""

HARD_SPACES = re.compile("(?<=\u00a0)\u00a0+")  # each is a space, and six signs in HTML
WRONGLY_READ = re.compile(rf"(?:{SIGNS})+")
ROLE = re.compile(r"\{[\w:-]+\}`([^`\n]+)`")
SPAN = re.compile(r"(?<![`\\])(`+)(?!`)((?:(?!\n[ \t]*\n).){1,2000}?)(?<!`)\1(?!`)", re.DOTALL)
LANGUAGE = re.compile(r"\{?[\w+#.-]+\}?")
HELD = re.compile(rf"^([ \t]*){OPEN}(\d+){CLOSE}|{OPEN}(\d+){CLOSE}", re.MULTILINE)


BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
COMPONENT = re.compile(
    rf"</?(?=[A-Z]\w*(?:\.|[^<>]*\{{))[\w.]+(?:\s+(?:[\w:.@-]+(?:=(?:\"[^\"]*\"|'[^']*'|{BRACES}))?|{BRACES}))*\s*/?>|</?>"
)
"""Matches a tag of MDX that is none of HTML, as it has a program in it, a point, or no name."""


class Mark(NamedTuple):
    """A mark of other systems.  instead: what stands in its place.  note: what to say of it; "" for nothing."""

    pattern: re.Pattern[str]
    instead: str | Callable[[re.Match[str]], str]
    note: str = "Markup of another system was left out"


def _emoji(match: re.Match[str]) -> str:
    return "" if match[1] in EMOJI_NAMES else match.group()


def _opened_apart(match: re.Match[str]) -> str:
    """Return a tag alone on its row with an empty row after it: what follows is Markdown."""
    return f"{match.group()}\n"


def _role(match: re.Match[str]) -> str:
    """Return the words of a role: those before its target, or else the target itself."""
    return match[1].partition("<")[0].strip() or match[1].strip(" <>")


MARKS = (
    Mark(
        re.compile(
            r"^</?(?:div|section|article|aside|center|main|details|figure)\b[^<>\n]*>[ \t]*\n(?=[^\s<])", re.MULTILINE
        ),
        _opened_apart,
        "",
    ),
    Mark(re.compile(r"(?<=[^\s>])\n(?=</(?:div|section|article|aside|center|main|details|figure)>)"), "\n\n", ""),
    Mark(
        re.compile(
            r"^[ \t]*\[(?:TOC|_TOC_|\[_?TOC_?\])\][ \t]*$|^\[\[_?TOC_?\]\][ \t]*$", re.MULTILINE | re.IGNORECASE
        ),
        "",
    ),
    Mark(re.compile(r"^[*-] [^\n]{1,40}\n\{:toc[^{}\n]*\}[ \t]*$", re.MULTILINE), ""),
    Mark(re.compile(r"^\([\w:./-]+\)=[ \t]*$", re.MULTILINE), ""),
    Mark(re.compile(r"(?<!\\)\{[ \t]*[#.:][^{}\n]*\}|(?<=[\])*_`\w])\{[ \t]*[\w-]+=[^{}\n]*\}"), ""),
    Mark(re.compile(r"^\*\[[^\]\n]+\]:[^\n]*$", re.MULTILINE), "", "The meaning of an abbreviation was left out"),
    Mark(re.compile(r"!\[\[([^\[\]\n]+)\]\]"), "", "A picture or a file was left out"),
    Mark(
        re.compile(r"(?<!\\)\[\[(?:[^\[\]|\n]+\|)?([^\[\]|\n]+)\]\]"),
        r"\1",
        "A wiki link became plain words",
    ),
    Mark(re.compile(r"(?<![\w=])==(?=\S)([^=\n]+?)(?<=\S)==(?![\w=])"), r"**\1**", ""),
    Mark(re.compile(r"(?<![\w+])\+\+(?=\S)([^+\n]+?)(?<=\S)\+\+(?![\w+])"), r"\1", ""),
    Mark(re.compile(r"(?<![\^\\\[])\^([A-Za-z0-9+-]{1,12})\^(?!\^)"), r"<sup>\1</sup>", ""),
    Mark(re.compile(r"(?<![~\\])~([A-Za-z0-9+-]{1,12})~(?!~)"), r"<sub>\1</sub>", ""),
    Mark(re.compile(r"(?<![\w:]):([a-z0-9_+-]+):(?!\w)"), _emoji),
    Mark(re.compile(r"^([ \t]*)#\.(?=[ \t])", re.MULTILINE), r"\g<1>1.", ""),
    Mark(re.compile(r"^(?!#[\w/-]+(?:[ \t]+#[\w/-]+)*[ \t]*$)(#{1,6})(?=[^\s#])(?![\d-])", re.MULTILINE), r"\1 ", ""),
    Mark(re.compile(r"(?:^|[ \t])\^[A-Za-z][\w-]*[ \t]*$", re.MULTILINE), ""),
    Mark(COMPONENT, ""),
    Mark(re.compile(rf"^([ \t]*)[{BULLETS}][ \t\u00a0]*(?=\S)", re.MULTILINE), r"\1- ", ""),
)
"""In the order in which they are read."""


def markdown_as_html(source: str, facts: Mapping[str, object]) -> tuple[str, list[str]]:
    """Return Markdown of any system as HTML, and notes on what was left out.

    facts: of its page, whose values its templates may show.
    Raises ValueError if it has too many parts to be read.
    """
    held: list[str] = []
    source = HARD_SPACES.sub("", source)
    text, notes = open_directives(HIDDEN.sub("", source.replace("\r\n", "\n").replace("\r", "\n")).expandtabs(4))
    text = _put_aside(text, held)
    for step in (lambda words: without_shortcodes(words, facts), with_known_boxes, _without_marks, _mended):
        text, more = step(text)
        notes += more
    parsed = parse(HELD.sub(lambda match: _taken_back(match, held), text))
    notes = [HELD.sub(lambda match: _taken_back(match, held), note) for note in notes]
    notes += [f"Settings of a code block were left out: {excerpt(info, 300)}" for info in _settings(parsed)]
    for label, place in unused_definitions(parsed):
        row = parsed.encoded[place:].decode("utf-8", "replace").partition("\n")[0]
        notes.append(f'A definition that nothing used was left out: "{excerpt(row or label, 300)}".')
    return html_of(parsed), notes


def _settings(parsed: MarkdownText) -> Iterator[str]:
    """Yield what blocks of code say besides their language."""
    for event in parsed.events:
        if event.kind == "open" and event.name == "CodeBlock" and isinstance(event.value, dict):
            info = str(event.value.get("Fenced") or "").strip()
            if info and not LANGUAGE.fullmatch(info):
                yield info


def _put_aside(text: str, held: list[str]) -> str:
    """Return a text with numbers in the place of code, in which nothing is a mark; a block keeps its indent."""

    def hold(match: re.Match[str]) -> str:
        indent = match.groupdict().get("indent") or ""
        held.append(re.sub(f"(?m)^{indent}", "", match.group()) if indent else match.group())
        return f"{indent}{OPEN}{len(held) - 1}{CLOSE}"

    return SPAN.sub(hold, ROLE.sub(_role, FENCED.sub(hold, text)))


def _taken_back(match: re.Match[str], held: list[str]) -> str:
    indent, words = match[1] or "", held[int(match[2] or match[3])]
    return indent + words.replace("\n", f"\n{indent}") if indent else words


def _without_marks(text: str) -> tuple[str, list[str]]:
    notes: list[str] = []
    for mark in MARKS:
        if mark.note:
            found = (match for match in mark.pattern.finditer(text) if mark.instead is not _emoji or not _emoji(match))
            notes += [f"{mark.note}: {excerpt(match.group(), 300)}" for match in found]
        text = mark.pattern.sub(mark.instead, text)
    return text, notes


def _mended(text: str) -> tuple[str, list[str]]:
    """Return a text with the words that were saved in a wrong encoding as they were meant, and a note on each."""
    notes: list[str] = []

    def mend(match: re.Match[str]) -> str:
        try:
            words = match.group().encode("cp1252").decode("utf-8")
        except UnicodeError:
            return match.group()
        notes.append(f'"{excerpt(match.group())}" was once saved in a wrong encoding; it reads "{excerpt(words)}" now.')
        return words

    return WRONGLY_READ.sub(mend, text), notes
