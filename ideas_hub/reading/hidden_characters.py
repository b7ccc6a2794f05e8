"""Characters that no text may hold: what cannot be seen, what means nothing, and accents piled on one letter."""

import re

MOST_MARKS = 8  # on one letter: Tibetan, Burmese and the Hebrew of the Bible need up to six
PRINTABLE_ASCII = bytes(range(0x20, 0x7F)) + b"\n\t"
MARK = (  # what is no letter, space, punctuation, symbol or emoji: the accents of all scripts
    r"[^\w\s\0-\u02ff\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965"
    r"\u2000-\u20cf\u2100-\u2bff\u3000-\u3029\u3030-\u303f"
    r"\ufe00-\ufe1f\ufe30-\ufe4f\uff00-\U0010ffff]"
)
# Bidirectional controls can make text read differently from what it says (CVE-2021-42574).
# Zero-width joiner, non-joiner and the direction marks are not here: Persian, Urdu, Arabic, Hebrew and emoji need them.
# Tag characters spell the flags of England, Scotland and Wales, and selectors choose a shape of a Mongolian or Chinese
# letter, or of an emoji; anywhere else they are hidden words.
BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
UNREADABLE = "\ufffc\ufffd\ufdd0-\ufdef\ue000-\uf8ff\U000f0000-\U0010ffff"
ALONE = (
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u180e\u200b\u2028-\u202e\u2060-\u206f"
    f"\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a{BLANK}{UNREADABLE}]"
)
ONE_ENOUGH = "[\ufe00-\ufe0f]"
BEHIND_OTHERS = {
    "\u1820-\u18aa": "[\u180b-\u180d\u180f]",
    "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff": "[\U000e0100-\U000e01ef]",
    "\U0001f3f4\U000e0020-\U000e007e": "[\U000e0000-\U000e007f]+",
}
"""What is hidden unless it stands behind certain signs, by these."""
HIDDEN = re.compile(
    f"{ALONE}|(?<={ONE_ENOUGH}){ONE_ENOUGH}|(?<={MARK}{{{MOST_MARKS}}}){MARK}+|"
    + "|".join(f"(?<![{before}]){signs}" for before, signs in BEHIND_OTHERS.items())
)
HIDDEN_PARTS = (
    re.compile(f"(){ALONE}+"),
    *(re.compile(f"([^{before}]|^){signs.rstrip('+')}+") for before, signs in BEHIND_OTHERS.items()),
    re.compile(f"({ONE_ENOUGH}){ONE_ENOUGH}+"),
    re.compile(f"({MARK}{{{MOST_MARKS}}}){MARK}+"),
)
"""The same for browsers that cannot look behind: what the group has found stays."""
NEEDS_A_LOOK = re.compile(
    f"[{BLANK}\ufffc\ufffd\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]|{MARK}{{{MOST_MARKS + 1}}}"
)
"""Matches what may be hidden though Python takes it for printable."""


def is_all_visible(text: str) -> bool:
    """Return whether a text has no hidden character; usually only the non-ASCII characters need checking."""
    beyond = text.encode("utf-8", "surrogatepass").translate(None, PRINTABLE_ASCII).decode("utf-8", "surrogatepass")
    return (beyond.isprintable() and not NEEDS_A_LOOK.search(beyond)) or not HIDDEN.search(text)


def kind_of(hidden: str) -> str:
    """Return what to call a character that HIDDEN found, with its article."""
    if re.match(f"(?![{BLANK}{UNREADABLE}\u180b-\u180f\ufeff]){MARK}", hidden):
        return "a pile of accents on one letter"
    return "a character that means nothing" if re.match(f"[{UNREADABLE}]", hidden) else "a hidden character"


def advice_on(hidden: str) -> str:
    """Return what to do about a character that HIDDEN found."""
    if re.match("[\uf000-\uf0ff]", hidden):
        return "If it starts a row of a list, write a hyphen and a space instead; else delete it."
    return "Delete it: type the words around it again."
