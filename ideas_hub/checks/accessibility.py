"""What people who listen to a page need: words for pictures, headings in order, links that say where they go, and
tables whose columns have headings.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from ideas_hub.checks.checked_file import CheckedFile
from ideas_hub.model.value_paths import line_of
from ideas_hub.problem import Problem, Severity, excerpt
from ideas_hub.reading.prose import LinkWords, Passage

OPENING = re.compile(
    r"\s*(?:an?\s|the\s|this\s(?:is\s)?)?(?:image|picture|photo(?:graph)?|pic|graphic|screenshot)"
    r"\s(?:of|showing|shows)\b",
    re.IGNORECASE,
)
FILE_NAME = re.compile(
    r"\.(?:jpe?g|png|webp|gif|heic)\s*$|^(?:img|dsc|dscn|pxl|image|photo|picture|whatsapp image)[\s_-]*\d[\w\s.-]*$",
    re.IGNORECASE,
)
CHECKED_LATER = "Web addresses in your text, and rows that look like a table. An editor sets them out."
TOP_LEVEL = 1  # the page's title
BOLD_HEADING = re.compile(r"\S[^\n]{0,78}[^\s.!?:;,]")
WEB_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
LOOKS_LIKE_ADDRESS = re.compile(r"\s*<?(?:https?://|www\.|[\w.-]+\.(?:org|com|uk|net|gov)\b)\S*\s*$", re.IGNORECASE)
VAGUE = re.compile(
    r"\W*(?:click|tap|press)?\W*(?:here|this|(?:this|the) (?:link|page|site|website|article|report|document)"
    r"|link|page|more|read more|find out more|learn more|see more|more info(?:rmation)?|details|website|read on"
    r"|download|pdf)\W*$",
    re.IGNORECASE,
)
ALT_TEXT_EXAMPLE = "Six people laugh as they plant beans in raised beds."
NO_ALT_TEXT = (
    "the picture has no words for people who cannot see it.",
    "Say what it shows. Leave it empty only for decoration.",
)
FILE_NAME_AS_ALT_TEXT = "the words for the picture are a file's name.", "Say what the picture shows."
OPENING_OF_ALT_TEXT = (
    'the words for the picture start with "{opening}".',
    "Leave that out: screen readers say that it is a picture.",
)
BOLD_AS_HEADING = 'a row of bold words is used as a heading: "{words}".', "Write ## {words}."
EMPTY_HEADING = "a heading is empty.", "Write its words, or delete it."
SKIPPED_LEVEL = 'the heading "{words}" has {signs}, where {right} comes next.', "Write {right} {words}."
REPEATED_HEADING = 'the heading "{words}" is on line {line} too.', "Say in each heading what is in it."
HEADING_EXAMPLE = "## What changed"
BARE_ADDRESS = 'a bare address is in the text: "{words}".'
EMPTY_LINK = "a link has no words."
ADDRESS_AS_WORDS = 'the words of a link are an address: "{words}".'
VAGUE_LINK = 'the words of a link do not say where it goes: "{words}".'
LINK_FIX = "Say where the link goes."
LINK_EXAMPLE = "See [how the walking group did it](walking-together.md)."
EMPTY_COLUMN = "a column of a table has no heading.", "Say in the first row what each column holds."
NO_HYPHENS = (
    "a row of hyphens is missing, so that this is not shown as a table.",
    "Put {hyphens} below the first row, which names the columns.",
)
LINES_WITHIN = (
    "empty lines separate the rows of this table, so that it is not shown as one.",
    "Delete the empty lines between its rows.",
)
LINES_AND_NO_HYPHENS = "Delete those between its rows. {fix}"

_problem = partial(Problem, severity=Severity.SHOULD_FIX)
_heading_problem = partial(_problem, rule="headings", example=HEADING_EXAMPLE)
_table_problem = partial(_problem, rule="tables")
HYPHENS = re.compile(r"(?=[^-]*-)[\s|:-]+")
ONE_EMPTY_LINE = 2
TABLE_EXAMPLE = "| Activity | People |, then a row | --- | --- |, then the figures"


def find_poor_alt_text(checked: CheckedFile) -> Iterator[Problem]:
    """Yield a problem for alt text that tells a listener nothing of the picture; its length is for the model."""
    image = checked.values.get("image")
    if not isinstance(image, dict) or not isinstance(alt := image.get("alt", ALT_TEXT_EXAMPLE), str | None):
        return
    if message_and_fix := _fault_of_alt_text(alt or "", image.get("file")):
        message, fix = message_and_fix
        yield _problem(
            checked.file,
            line_of(("image", "alt"), checked.lines),
            message,
            field="image.alt",
            found=excerpt(alt or ""),
            fix=fix,
            example=ALT_TEXT_EXAMPLE,
            rule="alt-text",
        )


def _fault_of_alt_text(alt: str, file: object) -> tuple[str, str] | None:
    """Return what is wrong with an alt text, and the fix."""
    if not alt.strip():
        return NO_ALT_TEXT
    if FILE_NAME.search(alt) or alt.strip() == file:
        return FILE_NAME_AS_ALT_TEXT
    if opening := OPENING.match(alt):
        message, fix = OPENING_OF_ALT_TEXT
        return message.format(opening=opening.group().strip()), fix
    return None


def find_heading_faults(checked: CheckedFile) -> Iterator[Problem]:
    """Yield a problem for each heading that is empty or skips a level, and for each row that only looks like one.

    Many people find their way through a page by its headings alone.
    """
    above = TOP_LEVEL
    yield from _repeated_headings(checked)
    for passage in checked.prose.passages:
        if passage.is_bold and BOLD_HEADING.fullmatch(passage.text):
            words = excerpt(passage.text)
            message, fix = (part.format(words=words) for part in BOLD_AS_HEADING)
            yield _heading_problem(checked.file, passage.line, message, found=f"**{words}**", fix=fix)
        if passage.shape != "heading":
            continue
        signs, words = "#" * passage.level, excerpt(passage.text)
        if not passage.text.strip():
            message, fix = EMPTY_HEADING
            yield _heading_problem(checked.file, passage.line, message, found=signs, fix=fix)
        elif passage.level > above + 1:
            right = "#" * (above + 1)
            message, fix = (part.format(words=words, signs=signs, right=right) for part in SKIPPED_LEVEL)
            yield _heading_problem(checked.file, passage.line, message, found=f"{signs} {words}", fix=fix)
        above = max(passage.level, TOP_LEVEL)


def _repeated_headings(checked: CheckedFile) -> Iterator[Problem]:
    """Yield a problem for each heading of the second level that the page has already: in a list both look the same."""
    first: dict[str, int] = {}
    for passage in checked.prose.passages:
        if passage.shape != "heading" or passage.level != TOP_LEVEL + 1:
            continue
        words = " ".join(passage.text.casefold().split())
        if words and (line := first.setdefault(words, passage.line)) != passage.line:
            found = excerpt(passage.text)
            message, fix = (part.format(words=found, line=line) for part in REPEATED_HEADING)
            yield _heading_problem(checked.file, passage.line, message, found=found, fix=fix, example="")


def find_vague_links(checked: CheckedFile) -> Iterator[Problem]:
    """Yield a problem for each link whose words do not say where it goes: some people hear a list of a page's links."""
    for link in checked.prose.links:
        if message := _fault_of_link(link):
            yield _problem(
                checked.file,
                link.line,
                message,
                found=excerpt(link.words),
                fix=LINK_FIX,
                example=LINK_EXAMPLE,
                rule="link-text",
            )


def _fault_of_link(link: LinkWords) -> str:
    """Return what is wrong with the words of a link, "" if nothing is.

    A bare e-mail address or number says where it goes; whether it may stand there is for `personal_data` to say.
    """
    words = link.words
    if link.is_bare:
        return BARE_ADDRESS.format(words=excerpt(words)) if WEB_ADDRESS.match(words) else ""
    if not words.strip():
        return EMPTY_LINK
    if LOOKS_LIKE_ADDRESS.match(words):
        return ADDRESS_AS_WORDS.format(words=excerpt(words))
    return VAGUE_LINK.format(words=excerpt(words)) if VAGUE.match(words) else ""


def find_tables_without_headings(checked: CheckedFile) -> Iterator[Problem]:
    """Yield a problem for each table without a heading row, or with an empty heading after its first column.

    A screen reader would read its numbers without what they stand for.
    """
    if "|" not in checked.body.source:
        return
    for is_head, group in groupby(checked.prose.passages, key=lambda passage: passage.shape == "column"):
        passages = list(group)
        if is_head:
            names = [passage.text.strip() for passage in passages]
            if not all(names[1:]) or not any(names):
                (message, fix), found = EMPTY_COLUMN, excerpt(f"| {' | '.join(names)} |")
                yield _table_problem(
                    checked.file, passages[0].line, message, found=found, fix=fix, example=TABLE_EXAMPLE
                )
            continue
        yield from _tables_without_hyphens(checked, passages)


def _tables_without_hyphens(checked: CheckedFile, passages: Iterable[Passage]) -> Iterator[Problem]:
    """Yield a problem for rows of a table that lack the row of hyphens, or that empty lines part."""
    tables: list[list[tuple[int, str]]] = []
    for passage in passages:
        rows = _rows_of_a_table(passage.text) if passage.shape in {"paragraph", "item"} else []
        line = passage.line_at(passage.text.index(rows[0])) if rows else 0
        found = [(line + step, row) for step, row in enumerate(rows)]
        if tables and rows and line - tables[-1][-1][0] <= ONE_EMPTY_LINE:
            tables[-1] += found
        elif rows:
            tables.append(found)
    for (line, first), *others in tables:
        columns = first.strip().strip("|").count("|") + 1
        message, fix = (part.format(hyphens=f"{'| --- ' * columns}|") for part in NO_HYPHENS)
        if others and line + len(others) < others[-1][0]:
            message, delete_them = LINES_WITHIN
            has_hyphens = any(HYPHENS.fullmatch(row) for _, row in others)
            fix = delete_them if has_hyphens else LINES_AND_NO_HYPHENS.format(fix=fix)
        yield _table_problem(checked.file, line, message, found=excerpt(first), fix=fix)


def _rows_of_a_table(text: str) -> list[str]:
    """Return the first rows of a text that were meant as a table, with as many | in each; none if there are none."""
    if "|" not in text or any(HYPHENS.fullmatch(row) for row in text.split("\n") if row != text):
        return []  # what is wrong with a row of hyphens, `refusals` says
    for _, group in groupby(text.split("\n"), key=lambda row: row.strip().strip("|").count("|")):
        rows = list(group)
        if rows[0].lstrip().startswith("|") and rows[0].count("|") > 1:
            return rows
        if rows[1:] and all(" | " in row for row in rows):
            return rows
    return []
