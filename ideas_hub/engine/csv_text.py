"""CSV text that spreadsheets read as text."""

import csv
import io
from collections.abc import Iterable

BYTE_ORDER_MARK = "\ufeff"
"""Without it a spreadsheet reads UTF-8 as Windows-1252."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(text: str) -> str:
    """Return a cell that a spreadsheet never runs as a formula: one that could start a formula gets an apostrophe.

    Source: OWASP, CSV Injection.
    """
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def csv_text(rows: Iterable[Iterable[str]], line_end: str = "\r\n") -> str:
    """Return rows as CSV (RFC 4180, with a byte order mark), safe from formula injection."""
    out = io.StringIO()
    csv.writer(out, lineterminator=line_end).writerows([safe_cell(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + out.getvalue()
