"""The page on which a story is written in the browser, step by step, or typed and printed where scripts do not run."""

from collections.abc import Mapping
from dataclasses import dataclass

from ideas_hub.views.page import Page


@dataclass(frozen=True, slots=True)
class Example:
    """An answer of a published story.  title, address: of the story."""

    text: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class WrittenQuestion:
    """A question with a control for its answer.

    id: of its control, and of its answer on the device.
    shape: "line", "lines", "text", "note", "choice" or "choices"; a note is for the editor and stays out of the page.
    path: the field that the answer becomes; "" for a part of the text or a note.
    heading: of the part of the text that the answer becomes; else "".
    choices: labels by id.
    other_words: for some of the choices, by id.
    examples: how others answered.
    max_length: letters in an answer of one line; 0 without a limit.
    rows: of room to write on.
    is_date: whether the answer is a year, a month or a day.
    """

    id: str
    label: str
    hint: str
    shape: str
    path: str
    heading: str
    needed: bool
    choices: Mapping[str, str]
    other_words: Mapping[str, str]
    examples: tuple[Example, ...]
    max_length: int
    rows: int
    is_date: bool


@dataclass(frozen=True, slots=True)
class WrittenStep:
    """Questions that are answered together.  id: its anchor on the page."""

    id: str
    title: str
    questions: tuple[WrittenQuestion, ...]


@dataclass(frozen=True, slots=True)
class WriteView:
    """The steps in their order, and what the script needs to make a file of the answers.

    fields: of the file in their order, and `glossary`: the abbreviations that it explains, both with spaces between.
    suggestions: each field that readers look for with why, as JSON.
    folder: of the file.
    rules: the address of the script with what the rules look for and say.
    file_rules: the address of the script with what they need besides, for a file that somebody opens.
    later: what is checked only when the story arrives.
    promises: what a sender agrees to.
    """

    page: Page
    steps: tuple[WrittenStep, ...]
    fields: str
    glossary: str
    suggestions: str
    folder: str
    rules: str
    file_rules: str
    later: tuple[str, ...]
    promises: tuple[str, ...]
