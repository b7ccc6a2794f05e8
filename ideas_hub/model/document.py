"""Documents and rows: validated facts with the place each came from, and a document's text."""

import pickle
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel

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
    links: to files of the repository.
    text: its words, without those of code and of bare addresses.
    """

    html: str = ""
    headings: tuple[tuple[str, str], ...] = ()
    links: tuple[FileLink, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class DataRow(Generic[R_co]):
    """One record of a data file (a CSV row, a YAML entry), with the file and lines it came from."""

    id: str
    file: str
    facts: R_co
    lines: Lines


class CompactText:
    """A text as written and converted, in a fifth of the room once it is stored: there are thousands, and few are read.

    It is compressed when it is pickled, for the cache or by a worker, and decompressed at each use from then on.
    """

    __slots__ = ("_compressed", "_text")

    def __init__(self, body: str, article: Article) -> None:
        self._text: tuple[str, Article] | None = (body, article)
        self._compressed = b""

    def __getstate__(self) -> bytes:
        """Return it compressed; higher levels are not worth the time."""
        return self._compressed or zlib.compress(pickle.dumps(self._text, protocol=5), zlib.Z_BEST_SPEED)

    def __setstate__(self, compressed: bytes) -> None:
        """Keep it compressed."""
        self._text, self._compressed = None, compressed

    def __eq__(self, other: object) -> bool:
        """Return whether the other is the same text."""
        return isinstance(other, CompactText) and self.read() == other.read()

    def __hash__(self) -> int:
        """Return the same for equal texts."""
        return hash(self.read()[0])

    def read(self) -> tuple[str, Article]:
        """Return the text as written, and converted."""
        if self._text:
            return self._text
        text: tuple[str, Article] = pickle.loads(zlib.decompress(self._compressed))  # noqa: S301 see __getstate__
        return text


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
    text: CompactText
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
