"""Names what is not plain Markdown, each with its line and what to write instead; nothing here changes a text."""

import html
import re
from collections.abc import Iterable, Iterator

from ideas_hub.problem import Problem, excerpt
from ideas_hub.reading.text_file import HIDDEN

CODE_FENCE = re.compile(r"\s{0,3}(```+|~~~+)")
CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
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
STEPS_IN = 10  # the fewest signs or spaces in front of a row that can be too deep
NOT_TANGLED = bytes(byte for byte in range(256) if chr(byte) not in "\n[(>`")
STEPPED_IN = re.compile(rf"\n[^\S\n]{{{STEPS_IN}}}")
LONE_HASH = re.compile(r"#(?<!##)(?!#)")  # the sign first: so it is found twenty times as fast
# One sign is found twenty times as fast as two; a code span too, as what stands behind one can begin a row.
SIGNS_OF_REFUSED = ("<", "{", "=", "`")
ENTITY = re.compile(r"&#?[a-z0-9]+;", re.IGNORECASE)
TEMPLATE = re.compile(r"\{\{|\{%|-{1,}8<-{1,}")
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
    """Yield a problem for raw HTML, templates and snippets, each with its line; code blocks and code spans may show them."""
    if not _may_be_refused(body):
        return
    above = ""
    for number, raw in lines_outside_code(body, first_line):
        row = CODE_SPAN.sub(lambda m: " " * len(m.group()), raw)
        if TOP_HEADING.match(row) or (above.strip() and UNDERLINED.fullmatch(row)):
            message = "a heading of the first level stands in the text: the title is already one."
            yield Problem(file, number, message, found=excerpt(row), fix="Write ## Heading.", rule="not-published")
        above = row
        for match in RAW_HTML.finditer(row):
            tag = re.sub(r"[^a-z0-9!-]", "", match.group().casefold().lstrip("<").split(">")[0])
            fix = INSTEAD_OF.get(
                "!--" if tag.startswith("!--") else tag, "Leave the tag out; only plain Markdown is published."
            )
            yield Problem(
                file,
                number,
                f'there is HTML in the text: "{excerpt(match.group())}".',
                found=match.group(),
                fix=fix,
                rule="raw-html",
            )
        yield from _hidden_entities(row, file, number)
        for match in TEMPLATE.finditer(row):
            yield Problem(
                file,
                number,
                f'"{match.group()}" starts a template or a snippet, which are not used in texts.',
                found=match.group(),
                fix="Leave it out, or put it between backticks to show it.",
                rule="template",
            )


def _may_be_refused(body: str) -> bool:
    """Return whether a text has any of the signs looked for above, before its rows are looked at one by one: few have."""
    return any(sign in body for sign in SIGNS_OF_REFUSED) or bool(LONE_HASH.search(body) or ENTITY.search(body))


def _hidden_entities(row: str, file: str, number: int) -> Iterator[Problem]:
    for match in ENTITY.finditer(row):
        if HIDDEN.search(html.unescape(match.group())):
            message = f'"{match.group()}" stands for a hidden character.'
            yield Problem(file, number, message, found=match.group(), fix="Delete it.", rule="hidden-character")


def find_excessive_nesting(body: str, file: str, first_line: int) -> Problem | None:
    """Return a problem for what would keep Python-Markdown busy for minutes: brackets, backticks or steps in without end."""
    if not _may_be_tangled(body):
        return None
    opened, odd, headings = {"[": 0, "(": 0}, 0, 0
    for number, row in enumerate(body.split("\n"), first_line):
        if TOO_DEEP.match(row):
            return Problem(
                file,
                number,
                "lists or quotations are nested too deeply to be read.",
                rule="depth",
                fix="Use fewer steps in.",
            )
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


def _may_be_tangled(body: str) -> bool:
    """Return whether a text has enough of anything to be tangled, before its rows are looked at one by one: few have."""
    signs = body.encode("utf-8", "surrogatepass").translate(None, NOT_TANGLED)
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
    """Return each row outside fenced code with its line; an empty one in place of a fence, which ends the paragraph above."""
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
