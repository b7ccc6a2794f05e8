"""A document: its checked facts, its text, and the line of every value."""

import html
import pickle
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from ideas_hub.model.kinds import Kind
from ideas_hub.model.value_paths import Lines, ValuePath
from ideas_hub.problem import Problem

R_co = TypeVar("R_co", bound=BaseModel, covariant=True)

END_OF_BLOCK = re.compile(r"</(?:p|h[2-6]|li|td|th|dt|dd|pre)>|<br>")


TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Article:
    """One text as HTML and as words.

    html: safe to publish.  headings: of level 2, as (anchor, words).  links: the repository files that it links to, each
    with the link as written.
    """

    html: str = ""
    headings: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """The words without marks, a paragraph a line."""
        return plain_text(self.html)


def plain_text(clean_html: str) -> str:
    """Return the words of safe HTML, a block a line."""
    words = html.unescape(TAG.sub("", END_OF_BLOCK.sub("\n", clean_html)))
    return "\n".join(filter(None, map(str.strip, words.split("\n"))))


@dataclass(frozen=True, slots=True)
class DataRow(Generic[R_co]):
    """One record of a data file (a CSV row, a YAML entry), with the file and the lines it came from."""

    id: str
    file: str
    facts: R_co
    lines: Lines


@dataclass(frozen=True, slots=True)
class Document(Generic[R_co]):
    """One document: its checked facts, its text, and the line of every value.

    id: the file's name without `.md`.  file: path from the repository's root.  body_line: the line where its text starts.
    compressed: that text as written and converted, kept small: there are thousands, and few are asked for again.  links: of the
    text, as an Article has them.  digest: of an entry's bytes.  facts_digest: of its facts as written, without the text below.
    """

    kind: Kind
    id: str
    file: str
    facts: R_co
    body_line: int
    lines: Mapping[ValuePath, int]
    compressed: bytes
    links: tuple[tuple[str, str], ...] = ()
    digest: bytes = b""
    facts_digest: bytes = b""

    @property
    def body(self) -> str:
        """The text below the facts, as written; opened at each use."""
        return _decompress_text(self.compressed)[0]

    @property
    def article(self) -> Article:
        """The text converted; opened at each use."""
        return _decompress_text(self.compressed)[1]


def compress_text(body: str, article: Article) -> bytes:
    """Return a text as written and converted, in a fifth of the room; packing harder would take longer than it saves."""
    return zlib.compress(pickle.dumps((body, article), protocol=5), zlib.Z_BEST_SPEED)


def _decompress_text(compressed: bytes) -> tuple[str, Article]:
    opened: tuple[str, Article] = pickle.loads(zlib.decompress(compressed))  # noqa: S301 packed above
    return opened


class Articles(Mapping[str, Article]):
    """The converted text of each document by its file, opened when asked for."""

    def __init__(self, documents: Iterable[Document[Any]]) -> None:
        """Open none yet."""
        self._documents = {document.file: document for document in documents}

    def __getitem__(self, file: str) -> Article:
        return self._documents[file].article

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)
