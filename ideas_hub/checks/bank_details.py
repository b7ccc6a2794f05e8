"""Finds bank details in a row of text: an IBAN, and a sort code with an account number, with or without those words.

Source: ISO 13616 (IBAN), whose check is ISO 7064, modulus 97.
"""

import re
from collections.abc import Iterator

NOT_IN_A_NUMBER = r"(?<![\w£$€])(?<!\d[.,/-])"
ACCOUNT_WORD = r"(?:account|acct?|a/c|ac)"
NUMBER_WORDS = r"(?:[\W_]{1,3}(?:number|num|no|code|is)\b){0,3}[\W_]{1,4}"
EIGHT = r"(?:\d{8}|\d{4} \d{4})"
LABELLED = re.compile(
    rf"\b(?:sort[ -]?code{NUMBER_WORDS}\d\d[ -]?\d\d[ -]?\d\d|{ACCOUNT_WORD}{NUMBER_WORDS}{EIGHT})(?!\d)", re.IGNORECASE
)
JOIN = r"(?:[\W_]{1,4}(?:and|with|sort|code|account|acct?|a/c|ac|number|num|no)\b){0,4}[\W_]{1,4}"
IN_PAIRS = r"\d\d([ -])\d\d\{}\d\d"
PAIR = re.compile(
    rf"{NOT_IN_A_NUMBER}(?:{IN_PAIRS.format(1)}{JOIN}{EIGHT}|{EIGHT}{JOIN}{IN_PAIRS.format(2)}"
    rf"|\d{{6}}[ /|]{{1,3}}\d{{8}})(?!\w)(?![.,/-]\d)",
    re.IGNORECASE,
)
OF_A_REGISTER = re.compile(r"\b(?:charit|compan|regist|licen|ref|grant|number|no\b)[^.]{0,20}$", re.IGNORECASE)
IBAN = re.compile(r"(?<![^\W_])[A-Za-z]{2}\d\d(?:[ -]?[A-Za-z\d]{4}){2,7}(?:[ -]?[A-Za-z\d]{1,3})?(?![^\W_])")
NEAR = 30  # characters before a pair that are looked at


def find_bank_details(row: str) -> Iterator[str]:
    """Yield each bank account in a row, as it is there."""
    labelled = [match.group() for match in LABELLED.finditer(row)]
    yield from labelled
    if not labelled:
        yield from (
            m.group() for m in PAIR.finditer(row) if not OF_A_REGISTER.search(row[max(0, m.start() - NEAR) : m.start()])
        )
    yield from (match.group() for match in IBAN.finditer(row) if is_iban(match.group()))


def without_ibans(row: str) -> str:
    """Return a row without its IBANs, whose digits may look like a number of another kind."""
    return IBAN.sub(lambda match: " " if is_iban(match.group()) else match.group(), row)


def is_iban(words: str) -> bool:
    """Return whether the two digits after the country are those that the account's number asks for."""
    plain = re.sub(r"[ -]", "", words).upper()
    return int("".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])) % 97 == 1
