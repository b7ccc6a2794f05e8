"""A draft: the facts and text of a case study, written to a new file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ideas_hub.drafting.yaml_text import Value, front_matter
from ideas_hub.model.kinds import CASE_STUDIES
from ideas_hub.search.words import fold

MAX_SLUG = 60  # characters
DEFAULT_SLUG = "new-story"


@dataclass(frozen=True, slots=True)
class Draft:
    """The content of a file to be.

    editor_notes: what only a person can decide, a sentence or two each; not part of the file.
    """

    values: Mapping[str, Value]
    body: str
    editor_notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The file's text."""
        return f"{front_matter(self.values)}\n{self.body}"


def write_draft(draft: Draft, root: Path) -> Path:
    """Write a draft among the case studies under a name that no other file has, and return its path."""
    folder, slug, number = root / CASE_STUDIES.folder, draft_slug(draft), 1
    while True:
        path = folder / f"{slug}{f'-{number}' if number > 1 else ''}.md"
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(draft.text)
        except FileExistsError:
            number += 1
        else:
            return path


def draft_slug(draft: Draft) -> str:
    """Return the slug of a draft's title, else of its organisation, else `DEFAULT_SLUG`."""
    slugs = (slug(str(draft.values.get(field, ""))) for field in ("title", "organisation"))
    return next(filter(None, slugs), DEFAULT_SLUG)


def slug(text: str) -> str:
    """Return a text as lower-case ASCII letters and digits joined by hyphens, cut between words; "" if it has none."""
    name = "-".join(re.findall("[a-z0-9]+", fold(text).replace("'", "")))
    return name if len(name) <= MAX_SLUG else name[: MAX_SLUG + 1].rpartition("-")[0] or name[:MAX_SLUG]
