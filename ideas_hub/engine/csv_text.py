"""Text that spreadsheets read as it is meant."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


BYTE_ORDER_MARK = "\ufeff"  # without it a spreadsheet reads UTF-8 as Windows-1252


def safe_cell(text: str) -> str:
    """Return a cell that a spreadsheet takes as text: an apostrophe before a sign that would start a formula.

    Source: OWASP, CSV Injection.
    """
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
