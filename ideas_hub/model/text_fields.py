"""Types of field that hold words: whole, on one line, and plain, as readers see them as they stand."""

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from ideas_hub.model.plain_words import find_placeholder, find_raw_mark

SUMMARY_LENGTH = 240
TITLE_LENGTH = 120
SENTENCE_LENGTH = 600
NOTE_LENGTH = 1000
LISTED_WITHIN = re.compile(r",[^,;]*(?:\b(?:and|or)\b|&)[^,;]*$")


class Cut(str):  # noqa: SLOT000 it has more than its text
    """A text that a comment cuts short, as # starts one in YAML.  rest: the comment, from the # on."""

    rest = ""


def whole(value: object) -> object:
    """Refuse a text that a comment cuts short."""
    if isinstance(value, Cut):
        raise PydanticCustomError("cut", "a comment cuts it short")
    return value


def _one_line(text: str) -> str:
    if "\n" in text:
        raise PydanticCustomError("one_line", "it runs over several lines")
    return text


def _plain(text: str) -> str:
    if mark := find_raw_mark(_one_line(text)):
        raise PydanticCustomError("plain_text", "it has {what} in it", mark._asdict())
    return text


def plain_words(text: str) -> str:
    """Refuse what runs over several lines, would show raw, or is still to be written."""
    if words := find_placeholder(text):
        raise PydanticCustomError("placeholder", "its words are still to be written", {"found": words})
    return _plain(text)


def _one_word(text: str) -> str:
    if "," in text or ";" in text:
        words = ", ".join(filter(None, map(str.strip, re.split("[,;]", text))))
        raise PydanticCustomError("several_words", "it has a comma in it", {"words": words})
    return text


def _one_form(text: str) -> str:
    return text if LISTED_WITHIN.search(text) else _one_word(text)


def _up_to(length: int) -> StringConstraints:
    return StringConstraints(strip_whitespace=True, min_length=1, max_length=length)


Line = Annotated[str, _up_to(TITLE_LENGTH), AfterValidator(plain_words), BeforeValidator(whole)]
Word = Annotated[str, _up_to(TITLE_LENGTH), AfterValidator(_plain), BeforeValidator(whole)]
"""A word to look up or search by: it may be "TBC" itself."""
OtherWord = Annotated[Word, AfterValidator(_one_word)]
"""One of several words for something, each an item of its own."""
Form = Annotated[Word, AfterValidator(_one_form)]
"""One of the forms of a word: commas may stand in "voluntary, community and faith groups"."""
Verbatim = Annotated[str, _up_to(TITLE_LENGTH), AfterValidator(_one_line), BeforeValidator(whole)]
"""Exactly what stands elsewhere, such as the name of a file."""
Summary = Annotated[str, _up_to(SUMMARY_LENGTH), AfterValidator(plain_words), BeforeValidator(whole)]
Sentence = Annotated[str, _up_to(SENTENCE_LENGTH), AfterValidator(plain_words), BeforeValidator(whole)]
Note = Annotated[str, _up_to(NOTE_LENGTH), AfterValidator(plain_words), BeforeValidator(whole)]
