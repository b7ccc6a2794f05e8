"""The languages that an entry may be written in: code, name in English, and which way the text runs.

Sources: BCP 47 for the tags, ISO 639 for the codes, ISO 15924 for the scripts.
"""

import re
from typing import NamedTuple

HUB_LANGUAGE = "en-GB"

NAMES = {
    "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "bs": "Bosnian", "ckb": "Central Kurdish", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German",
    "dv": "Dhivehi", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian",
    "fi": "Finnish", "fil": "Filipino", "fr": "French", "ga": "Irish", "gd": "Scottish Gaelic", "gu": "Gujarati",
    "gv": "Manx", "ha": "Hausa", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian",
    "id": "Indonesian", "ig": "Igbo", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "kk": "Kazakh", "kn": "Kannada", "ko": "Korean", "ku": "Kurdish", "kw": "Cornish", "ln": "Lingala",
    "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ml": "Malayalam", "mr": "Marathi", "ms": "Malay",
    "mt": "Maltese", "my": "Burmese", "nb": "Norwegian", "ne": "Nepali", "nl": "Dutch", "no": "Norwegian",
    "om": "Oromo", "pa": "Punjabi", "pl": "Polish", "prs": "Dari", "ps": "Pashto", "pt": "Portuguese", "rn": "Kirundi",
    "ro": "Romanian", "rom": "Romani", "ru": "Russian", "rw": "Kinyarwanda", "sco": "Scots", "sd": "Sindhi",
    "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian", "sn": "Shona", "so": "Somali", "sq": "Albanian",
    "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "syl": "Sylheti", "ta": "Tamil", "te": "Telugu", "th": "Thai",
    "ti": "Tigrinya", "tl": "Tagalog", "tr": "Turkish", "tw": "Twi", "ug": "Uyghur", "uk": "Ukrainian", "ur": "Urdu",
    "uz": "Uzbek", "vi": "Vietnamese", "yi": "Yiddish", "yo": "Yoruba", "yue": "Cantonese", "zh": "Chinese",
    "zu": "Zulu",
}  # fmt: skip
"""By code: those that people in this country write most, and their neighbours'."""

OTHER_NAMES = {"cymraeg": "cy", "farsi": "fa", "bangla": "bn", "panjabi": "pa", "sorani": "ckb", "gaelic": "gd"}
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "prs", "ps", "sd", "ug", "ur", "yi"})
RIGHT_TO_LEFT_SCRIPTS = frozenset({"Arab", "Hebr", "Thaa"})
TURNS = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks of Unicode with the bidirectional classes R and AL, and the signs that turn the direction (Unicode
Standard Annex 9, 3.2)."""
PATTERN = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
"""Of a tag in its usual capitals, for schemas."""
TAG = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?", re.IGNORECASE)


class Language(NamedTuple):
    """The language of a text.  tag: as in HTML's `lang`.  direction: "ltr" or "rtl", as in its `dir`."""

    tag: str
    direction: str

    @property
    def name(self) -> str:
        """What it is called in English."""
        return NAMES[self.tag.partition("-")[0]]


def has_right_to_left(text: str) -> bool:
    """Return whether anything in a text runs from right to left, so that a browser has to find its direction."""
    return not text.isascii() and TURNS.search(text) is not None


def tag_of(text: str) -> str:
    """Return a language's tag in its usual capitals, such as "cy", "pt-BR" or "pa-Arab"; "" if we know no such one."""
    match = TAG.fullmatch(text)
    if not match or match[1].lower() not in NAMES:
        return ""
    script, region = (match[2] or "").title(), (match[3] or "").upper()
    return "-".join(filter(None, (match[1].lower(), script, region)))


def code_named(name: str) -> str:
    """Return the code of the language with this name, "" if there is none: people write "Welsh" too."""
    codes = {known.casefold(): code for code, known in NAMES.items()} | OTHER_NAMES
    return codes.get(name.strip().casefold(), "")


def other_language(tag: str | None) -> Language | None:
    """Return a language, by its tag; None for that of the hub itself, in which everything around the entries is."""
    code, _, rest = (tag or HUB_LANGUAGE).partition("-")
    if code == HUB_LANGUAGE.partition("-")[0]:
        return None
    script = rest.partition("-")[0] if len(rest.partition("-")[0]) == len("Arab") else ""
    is_rtl = script in RIGHT_TO_LEFT_SCRIPTS if script else code in RIGHT_TO_LEFT
    return Language(tag or "", "rtl" if is_rtl else "ltr")
