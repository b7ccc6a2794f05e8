"""Problems for what is not plain Markdown, and for what would keep Python-Markdown busy for minutes."""

import html
import re
from collections.abc import Iterable, Iterator

from ideas_hub.problem import Problem, excerpt
from ideas_hub.reading.text_file import HIDDEN

CODE_FENCE = re.compile(r"\s{0,3}(```+|~~~+)")
CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
RAW_HTML = re.compile(r"<(?!https?://|mailto:|tel:|[\w.+-]+@[\w.-]+>)[A-Za-z/!?][^\s>]*>?")
TOP_HEADING = re.compile(r"\s*#(?!#)")
HEADING = re.compile(r"\s*#|(?:=+|-+)\s*$")
UNDERLINED = re.compile(r"=+\s*")
# Python-Markdown takes minutes over a few kilobytes of these; no text that people read has them.
MAX_OPEN_BRACKETS = 20
MAX_HEADINGS = 300
MAX_ODD_LINKS = 50  # in one paragraph: links whose address or title does not end as it should
ODD_LINK = re.compile(r"""\]\((?![^()"'\n]*(?:"[^"\n]*"|'[^'\n]*')?\s*\))""")
TOO_DEEP = re.compile(r"(?:\s*>){10}|[^\S\n]{40}|\t{10}")
LONG_TICKS = "````"
STEPS_IN = 10  # the fewest characters in front of a row that can be too deep
NOT_NESTING = bytes(byte for byte in range(256) if chr(byte) not in "\n[(>`")
STEPPED_IN = re.compile(rf"\n[^\S\n]{{{STEPS_IN}}}")
LONE_HASH = re.compile(r"#(?<!##)(?!#)")  # starts with the literal, which is much faster to search for
# Single-character searches are fast.  "`" is included because text after a code span can start a line.
SIGNS_OF_FORBIDDEN_MARKUP = ("<", "{", "=", "`")
ENTITY = re.compile(r"&#?[a-z0-9]+;", re.IGNORECASE)
TEMPLATE = re.compile(r"\{\{|\{%|-{1,}8<-{1,}")
NO_TAGS = "Leave the tag out; only plain Markdown is published."
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


def find_forbidden_markup(body: str, file: str, first_line: int) -> Iterator[Problem]:
    """Yield a problem for raw HTML, templates and snippets, each with its line; code may show them."""
    if not _may_hold_forbidden_markup(body):
        return
    above = ""
    for number, raw in lines_outside_code(body, first_line):
        row = CODE_SPAN.sub(lambda m: " " * len(m.group()), raw)
        if TOP_HEADING.match(row) or (above.strip() and UNDERLINED.fullmatch(row)):
            message = "a heading of the first level stands in the text: the title is already one."
            yield Problem(file, number, message, found=excerpt(row), fix="Write ## Heading.", rule="not-published")
        above = row
        yield from _raw_html(row, file, number)
        yield from _hidden_entities(row, file, number)
        for match in TEMPLATE.finditer(row):
            message = f'"{match.group()}" starts a template or a snippet, which are not used in texts.'
            fix = "Leave it out, or put it between backticks to show it."
            yield Problem(file, number, message, found=match.group(), fix=fix, rule="template")


def _may_hold_forbidden_markup(body: str) -> bool:
    """Cheap pre-check: return whether a text has any character that forbidden markup starts with; few have."""
    return any(sign in body for sign in SIGNS_OF_FORBIDDEN_MARKUP) or bool(
        LONE_HASH.search(body) or ENTITY.search(body)
    )


def _raw_html(row: str, file: str, number: int) -> Iterator[Problem]:
    for match in RAW_HTML.finditer(row):
        tag = re.sub(r"[^a-z0-9!-]", "", match.group().casefold().lstrip("<").split(">")[0])
        fix = INSTEAD_OF.get("!--" if tag.startswith("!--") else tag, NO_TAGS)
        message = f'there is HTML in the text: "{excerpt(match.group())}".'
        yield Problem(file, number, message, found=match.group(), fix=fix, rule="raw-html")


def _hidden_entities(row: str, file: str, number: int) -> Iterator[Problem]:
    for match in ENTITY.finditer(row):
        if HIDDEN.search(html.unescape(match.group())):
            message = f'"{match.group()}" stands for a hidden character.'
            yield Problem(file, number, message, found=match.group(), fix="Delete it.", rule="hidden-character")


def find_excessive_nesting(body: str, file: str, first_line: int) -> Problem | None:
    """Return a problem for the first row with more brackets, backticks, headings or indents than can be converted."""
    if not _may_be_nested_too_deeply(body):
        return None
    opened, odd, headings = {"[": 0, "(": 0}, 0, 0
    for number, row in enumerate(body.split("\n"), first_line):
        if TOO_DEEP.match(row):
            return nested_too_deeply(file, number)
        if LONG_TICKS in row:
            return Problem(
                file, number, "there are more than three backticks in a row.", rule="depth", fix="Write three at most."
            )
        opened = _brackets_open(row, opened) if row.strip() else dict.fromkeys(opened, 0)
        headings += HEADING.match(row) is not None
        if headings > MAX_HEADINGS:
            return Problem(
                file, number, f"there are more than {MAX_HEADINGS} headings.", rule="depth", fix="Use fewer."
            )
        odd = odd + len(ODD_LINK.findall(row)) if row.strip() else 0
        if max(opened.values()) > MAX_OPEN_BRACKETS or odd > MAX_ODD_LINKS:
            return Problem(
                file, number, "many brackets are opened and not closed.", rule="depth", fix="Close each bracket."
            )
    return None


def nested_too_deeply(file: str, line: int) -> Problem:
    return Problem(
        file, line, "lists or quotations are nested too deeply to be read.", rule="depth", fix="Use fewer steps in."
    )


def _may_be_nested_too_deeply(body: str) -> bool:
    """Cheap pre-check: return whether a text has enough of anything to break a limit; few have."""
    signs = body.encode("utf-8", "surrogatepass").translate(None, NOT_NESTING)
    return (
        signs.count(b"\n") >= MAX_HEADINGS
        or max(signs.count(b"["), signs.count(b"(")) > MAX_OPEN_BRACKETS  # an odd link opens one of each
        or signs.count(b">") >= STEPS_IN
        or signs.count(b"`") >= len(LONG_TICKS)
        or STEPPED_IN.search(f"\n{body}") is not None
    )


def _brackets_open(row: str, before: dict[str, int]) -> dict[str, int]:
    """Return how many brackets of each kind are open after a row, or as soon as there are too many."""
    opened = dict(before)
    for sign in re.findall(r"[\[\]()]", row):
        if sign in opened:
            opened[sign] += 1
            if opened[sign] > MAX_OPEN_BRACKETS:
                break
        else:
            pair = "[" if sign == "]" else "("
            opened[pair] = max(0, opened[pair] - 1)
    return opened


def lines_outside_code(body: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Return each row outside fenced code with its line.

    An empty row replaces a fence, which ends the paragraph above it.
    """
    rows = enumerate(body.split("\n"), first_line)
    return _outside_fences(rows) if "`" in body or "~" in body else rows


def _outside_fences(rows: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    fence = ""
    for number, row in rows:
        opened = CODE_FENCE.match(row)
        if fence:
            if opened and row.strip().startswith(fence):
                fence = ""
        elif opened:
            fence = opened.group(1)
            yield number, ""
        else:
            yield number, row
