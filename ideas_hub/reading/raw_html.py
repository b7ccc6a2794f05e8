"""Raw HTML in a text: each element is reported once, with the Markdown to write instead."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from ideas_hub.model.placeholders import holds_a_place
from ideas_hub.problem import Problem, excerpt
from ideas_hub.reading.markdown import Event, MarkdownText

ALLOWED_HTML = frozenset({"<sub>", "</sub>", "<sup>", "</sup>"})
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*|!--|[!?])(?:(?<=!--).*?(?:-->|\Z)|[^>]*>?)", re.DOTALL)
IN_A_SUM = re.compile(r"<\w+ [^=]*>")
"""What may stand after a letter or a number and is meant as words: "a<b and c>d"."""
NEVER_CLOSED = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    "!--", "!", "?",
}  # fmt: skip
ELEMENTS = NEVER_CLOSED | {
    "a", "abbr", "address", "article", "aside", "audio", "b", "blockquote", "body", "button", "center", "cite", "code",
    "dd", "del", "details", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "head", "header", "html", "i", "iframe", "ins", "kbd", "label", "li", "main", "mark", "math",
    "nav", "object", "ol", "option", "p", "picture", "pre", "q", "s", "script", "section", "select", "small", "span",
    "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "template", "textarea",
    "tfoot", "th", "thead", "title", "tr", "tt", "u", "ul", "video",
}  # fmt: skip
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


class _Tag(NamedTuple):
    """A tag.  start: its words up to the first space: what a comment or an attribute says may be personal.

    waits: it holds the place of words to come, as <name of place> does, and start is all of it.
    """

    name: str
    start: str
    line: int
    closes: bool
    opens: bool
    is_sign: bool
    waits: bool


def find_raw_html(text: MarkdownText, file: str) -> Iterator[Problem]:
    """Yield a problem for each element that is not published, but none for its end or for what is in it."""
    tags = list(_tags(text)) if "<" in text.source else []
    ends, end = _ends(tags), -1
    for place, tag in enumerate(tags):
        if place > end:
            fix = INSTEAD_OF.get(tag.name, "Leave the tag out; only plain Markdown is published.")
            fix = "Write \\< for the sign itself." if tag.is_sign else fix
            message = f'there is HTML in the text: "{excerpt(tag.start)}".'
            if tag.waits:
                message, fix = f'"{tag.start}" is a placeholder.', "Write the words, or delete it."
            rule = "placeholder" if tag.waits else "raw-html"
            yield Problem(file, tag.line, message, found=tag.start, fix=fix, rule=rule)
        end = max(end, ends.get(place, place))


def _pieces(text: MarkdownText) -> Iterator[tuple[str, int]]:
    """Yield each piece of HTML with its place: a tag among words, or a block, whose rows are an event each."""
    rows: list[Event] | None = None
    for event in text.events:
        if event.name == "HtmlBlock":
            if rows:
                yield "".join(row.value for row in rows), rows[0].start
            rows = [] if event.kind == "open" else None
        elif event.kind == "html" and rows is not None:
            rows.append(event)
        elif event.kind == "html" and event.value.lower() not in ALLOWED_HTML:
            yield event.value, event.start


def _tags(text: MarkdownText) -> Iterator[_Tag]:
    for words, start in _pieces(text):
        first, is_in_word = text.line_at(start), text.encoded[start - 1 : start].isalnum()
        for match in TAG.finditer(words):
            name, is_end = match[2].lower(), bool(match[1])
            waits = holds_a_place("<", match.group()[1:-1]) and (name not in ELEMENTS or " " in match.group())
            yield _Tag(
                name,
                match.group() if waits else match.group().split()[0],
                first + words.count("\n", 0, match.start()),
                is_end,
                not (is_end or waits or name in NEVER_CLOSED) and not match.group().endswith("/>"),
                not is_end and (name not in ELEMENTS or (is_in_word and IN_A_SUM.fullmatch(match.group()) is not None)),
                waits,
            )


def _ends(tags: list[_Tag]) -> dict[int, int]:
    """Return where each element ends that is closed; one that is not hides nothing that comes later."""
    ends: dict[int, int] = {}
    opened: defaultdict[str, list[int]] = defaultdict(list)
    for place, tag in enumerate(tags):
        if tag.opens:
            opened[tag.name].append(place)
        elif tag.closes and opened[tag.name]:
            ends[opened[tag.name].pop()] = place
    return ends
