"""A draft: a case study's facts and text, written as a file under a name that is free."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ideas_hub.drafting.yaml_text import Value, front_matter
from ideas_hub.model.kinds import CASE_STUDIES

LONGEST_NAME = 60
NO_NAME = "new-story"
LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe"}
)  # what has no accent to lose


@dataclass(frozen=True, slots=True)
class Draft:
    """What will be a file.  for_a_person: what no program can decide, a sentence each; it is not part of the file."""

    values: Mapping[str, Value]
    body: str
    for_a_person: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The file's text."""
        return f"{front_matter(self.values)}\n{self.body}"


def write_draft(draft: Draft, root: Path) -> Path:
    """Write a draft into the editors' folder, over no other file, and return its path."""
    folder = root / CASE_STUDIES.folder
    number = 1
    while True:
        name = file_name(draft) if number == 1 else f"{file_name(draft)}-{number}"
        path = folder / f"{name}.md"
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(draft.text)
        except FileExistsError:
            number += 1
        else:
            return path


def file_name(draft: Draft) -> str:
    """Return the name that a draft's file has without its ending: its title, or its group, in plain lower-case words."""
    names = (as_name(str(draft.values.get(field, ""))) for field in ("title", "organisation"))
    return next((name for name in names if name), NO_NAME)


def as_name(words: str) -> str:
    """Return words as lower-case letters and digits joined by hyphens, "" where there are none to keep."""
    plain = (
        unicodedata.normalize("NFKD", re.sub("['\u2019]", "", words.casefold()).translate(LETTERS))
        .encode("ascii", "ignore")
        .decode()
    )
    name = "-".join(re.findall("[a-z0-9]+", plain))
    if len(name) <= LONGEST_NAME:
        return name
    return name[: LONGEST_NAME + 1].rpartition("-")[0] or name[:LONGEST_NAME]
