"""Finds e-mail addresses in a row of text, also those that are spelt so that no program finds them."""

import re
from collections.abc import Iterator

from ideas_hub.checks.identifier_rows import PROVIDERS

LOCAL, NAME = r"(?<![\w.+@-])[\w.+'-]{1,64}", r"[\w-]{1,63}"
EMAIL = re.compile(rf"{LOCAL}@(?:{NAME}\.)+[^\W\d_]{{2,24}}(?![^\W_]|_\w|@)")
ENDING = r"(?:com|org|net|uk|info|eu|wales|cymru|scot|example|coop|me|io)"
IN_BRACKETS = r"\s?[(\[{{<]\s?(?:{0})\s?[)\]}}>]\s?"
AT, SPELT_DOT = IN_BRACKETS.format("at|@"), rf"(?:{IN_BRACKETS.format(r'dot|[.]')}|\sdot\s)"
SPELT_EMAIL = re.compile(
    rf"{LOCAL}(?:"
    rf"{AT}{NAME}(?:(?:{SPELT_DOT}|\.){NAME})+"  # jo[at]example.com
    rf"|@{NAME}(?:\.{NAME})*(?:{SPELT_DOT}{NAME})+"  # jo@example[.]com
    rf"|\s(?:at|-at-)\s{NAME}(?:{SPELT_DOT}{NAME})+"  # jo at example dot com
    rf"|(?:\s@\s|@\s){NAME}(?:\s?\.\s?{NAME})*\s?\.\s?{ENDING}"  # jo @ example . com
    rf"|\s@{NAME}(?:\.{NAME})*\.{ENDING}"  # jo @example.com
    rf"|\sat\s(?:{'|'.join(PROVIDERS)})(?:\.{NAME})+"  # jo at gmail.com
    rf"|(?<=[^\W_])_at_{NAME}(?:(?:_dot_|\.){NAME})*(?:_dot_|\.){ENDING}"  # jo_at_example.com
    r")\b(?!@)",
    re.IGNORECASE,
)
NOT_EMAIL = re.compile(
    r"^(?:git@|.*\.(?:png|jpe?g|webp|gif|svg|md|css|js|py)$"
    r"|(?:us|me|it|up|in|more|find|look|visit|online|website|site|here|page|account|address|e-?mail)(?:\s|@\s))",
    re.IGNORECASE,
)
ANY_AT, ANY_DOT = rf"{AT}|\s-?at-?\s|_at_", rf"{SPELT_DOT}|_dot_"
BETWEEN_LETTERS = re.compile(r"[^\w@.+]|_")
"""What makes no difference to who is meant."""


def find_emails(row: str) -> Iterator[str]:
    """Yield each e-mail address in a row, as it is there."""
    if "@" not in row and "at" not in row.casefold():
        return
    for pattern in (EMAIL, SPELT_EMAIL):
        yield from (match.group().strip() for match in pattern.finditer(row) if not NOT_EMAIL.search(match.group()))


def email_shape(words: str) -> str:
    """Return an address as it is written when it is not spelt out."""
    with_at = re.sub(ANY_AT, "@", words.casefold())
    return BETWEEN_LETTERS.sub("", re.sub(ANY_DOT, ".", with_at))
