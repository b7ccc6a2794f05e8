"""CSV text that spreadsheets read as text."""

BYTE_ORDER_MARK = "\ufeff"
"""Without it a spreadsheet reads UTF-8 as Windows-1252."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(text: str) -> str:
    """Return a cell that a spreadsheet never runs as a formula: one that could start a formula gets an apostrophe.

    Source: OWASP, CSV Injection.
    """
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
