"""CSV text that spreadsheets read as text."""

import csv
import io
import re
from collections.abc import Iterable

BYTE_ORDER_MARK = "\ufeff"
"""Without it a spreadsheet reads UTF-8 as Windows-1252."""

SIGN = "[=+@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b-]"
FORMULA = re.compile(rf'^(?=[\t\r]|{SIGN})|(?<=[;,|\t\r\n])(?="*{SIGN})')
"""Matches where a formula may start: at the start of a cell, and behind what may be a separator to a spreadsheet."""

APOSTROPHE = re.compile(FORMULA.pattern.replace("(?=", "'(?="))


def safe_cell(text: str) -> str:
    """Return a cell that a spreadsheet never runs as a formula: an apostrophe stands before what could start one.

    Source: OWASP, CSV Injection.
    """
    return FORMULA.sub("'", text)


def plain_cell(cell: str) -> str:
    """Return a cell without the apostrophes that `safe_cell` put into it."""
    plain = APOSTROPHE.sub("", cell)
    return plain if safe_cell(plain) == cell else cell


def csv_text(rows: Iterable[Iterable[str]], line_end: str = "\r\n") -> str:
    """Return rows as CSV (RFC 4180, with a byte order mark), safe from formula injection."""
    out = io.StringIO()
    csv.writer(out, lineterminator=line_end).writerows([safe_cell(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + out.getvalue()
