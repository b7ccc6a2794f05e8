"""Documents and rows: validated facts with the place each came from, and a document's text."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from ideas_hub.engine.compact import Compact
from ideas_hub.model.kinds import Kind
from ideas_hub.model.value_paths import Lines, ValuePath

R_co = TypeVar("R_co", bound=BaseModel, covariant=True)


class FileLink(NamedTuple):
    """A link to a file of the repository.  target: as written.  line: in the file that links."""

    file: str
    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Article:
    """A converted text.

    html: sanitised, safe to publish.
    headings: of level 2, as (anchor, words).
    links: to files of the repository, and to places in this one.
    text: its words, without those of code and of bare addresses.
    anchors: the ids of all its headings.
    """

    html: str = ""
    headings: tuple[tuple[str, str], ...] = ()
    links: tuple[FileLink, ...] = ()
    text: str = ""
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DataRow(Generic[R_co]):
    """One record of a data file (a CSV row, a YAML entry), with the file and lines it came from."""

    id: str
    file: str
    facts: R_co
    lines: Lines


@dataclass(frozen=True, slots=True)
class Document(Generic[R_co]):
    """A Markdown file: its validated facts, its text, and the line of every value.

    id: the file's name without `.md`.
    file: path from the repository's root.
    body_line: the line where the text starts, from 1.
    text: as written and converted.
    links: the article's, so that it need not be decompressed for them.
    digest: of the file's bytes.
    facts_digest: of the front matter as written, without the text.
    """

    kind: Kind
    id: str
    file: str
    facts: R_co
    body_line: int
    lines: Mapping[ValuePath, int]
    text: Compact[tuple[str, Article]]
    links: tuple[FileLink, ...] = ()
    digest: bytes = b""
    facts_digest: bytes = b""

    @property
    def body(self) -> str:
        """The text below the front matter, as written."""
        return self.text.read()[0]

    @property
    def article(self) -> Article:
        """The converted text."""
        return self.text.read()[1]
