"""Typed text without hidden characters, and as Markdown in which nothing typed acts as mark-up.

docs/assets/js/story-file.js does the same with the patterns of this module, so that none may look behind.
"""

import re
from collections.abc import Iterator

from ideas_hub.reading.bare_addresses import ADDRESS, MAX_ADDRESS, address_in, whole_address
from ideas_hub.reading.foreign_marks import BULLETS
from ideas_hub.reading.hidden_characters import HIDDEN

MARK = re.compile(
    r"([A-Za-z0-9]_(?=[A-Za-z0-9]))|[\\`*_{}\[\]|~^$<]|&(?=#?\w+;)|([=+%:])(?=\2)|:(?=[a-z0-9_+-]+:)|\)(?==)"
    r"|^(?:[#>+-]|: |([?!/])\3\3)"
)
"""What would act in Markdown or be refused as a mark of another program; but what the first group finds stays."""

NUMBER = re.compile(r"^[0-9]+(?=[.)])")
NO_ADDRESS = re.compile(r"[\\`{}\[\]|^>]|&(?=#?\w+;)")
"""Where a typed address ends at the latest: no web address has such a sign."""

LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
OTHER_BULLETS = rf"(?:[{BULLETS}](?: |(?=\w)))"
BULLET = re.compile(rf"^(?:(?:[-*+\u2013]|\(?[0-9]{{1,3}}[.)]) {OTHER_BULLETS}*|{OTHER_BULLETS}+)")
NUMBERED = re.compile(r"^\(?([0-9]{1,3})[.)] ")
RULE = re.compile(rf"^[\s=_*~{BULLETS}-]*\Z")
EMPTY = re.compile(r"(?i)^[\s.]*(?:(?:[-\u2013\u2014]|n/a|na|none|nil|not applicable|no response)[\s.]*)?\Z")


def strip_hidden(text: str) -> str:
    r"""Return text without hidden characters, with `\n` line ends and no tabs."""
    return HIDDEN.sub("", LINE_ENDS.sub("\n", text.replace("\t", " ")))


def is_empty(answer: str) -> bool:
    """Return whether an answer says no more than that there is none, as people write it in a form."""
    return EMPTY.match(strip_hidden(answer)) is not None


def one_line(text: str) -> str:
    """Return text on one line."""
    return " ".join(strip_hidden(text).split())


def lines(text: str) -> tuple[str, ...]:
    """Return the lines that are not empty, without bullets and numbers."""
    return tuple(row for row in (BULLET.sub("", row, count=1) for row in _rows(text)) if row)


def as_markdown(text: str) -> str:
    """Return text as Markdown that shows just those words: a paragraph per line; only lists keep their meaning."""
    markdown, above = "", ""
    for row in _rows(text):
        if RULE.match(row):
            continue
        item, numbered = BULLET.match(row), NUMBERED.match(row)
        words = "".join(_escaped_row(row[item.end() :] if item else row))
        marker = f"{numbered[1]}. " if numbered else "- " if item else ""
        gap = "" if not markdown else "\n" if marker and marker[-2:] == above[-2:] else "\n\n"
        markdown, above = f"{markdown}{gap}{marker}{words}", marker
    return markdown


def _rows(text: str) -> Iterator[str]:
    """Return the lines with single spaces between their words."""
    return (" ".join(row.split()) for row in strip_hidden(text).split("\n"))


def _escaped_row(row: str) -> Iterator[str]:
    """Yield the parts of a row as Markdown: an address in which something would be escaped is a link that shows it."""
    at = done = 0
    while match := ADDRESS.search(row, at):
        run, at = match.group(), match.end()
        inside = NO_ADDRESS.split(run, maxsplit=1)[0]
        is_bare = run == inside == _escaped(run) and not row.startswith("<", at)
        if match["mail"] or is_bare or len(run) > MAX_ADDRESS:
            continue
        if address := address_in(inside):
            target = whole_address(address)
            yield _escaped(row[done : match.start()])
            yield f"<{address}>" if address == target else f"[{_escaped(address)}](<{target}>)"
            at = done = match.start() + len(address)
    yield _escaped(row[done:])


def _escaped(words: str) -> str:
    return NUMBER.sub(r"\g<0>\\", MARK.sub(lambda mark: mark[1] or f"\\{mark[0]}", words))
