"""Documents and rows: validated facts with the place each came from, and a document's text."""

import html
import pickle
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

from ideas_hub.model.kinds import Kind
from ideas_hub.model.value_paths import Lines, ValuePath
from ideas_hub.problem import Problem

R_co = TypeVar("R_co", bound=BaseModel, covariant=True)

BLOCK_END = re.compile(r"</(?:p|h[2-6]|li|td|th|dt|dd|pre)>|<br>")
HTML_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Article:
    """A converted text.

    html: sanitised, safe to publish.
    headings: of level 2, as (anchor, words).
    links: to files of the repository, as (file, link as written).
    """

    html: str = ""
    headings: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """The words without tags, a block a line."""
        words = html.unescape(HTML_TAG.sub("", BLOCK_END.sub("\n", self.html)))
        return "\n".join(filter(None, map(str.strip, words.split("\n"))))


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
    compressed: the text, as written and converted (`compress_text`): there are thousands, and few are needed again.
    links: the article's, so that it need not be decompressed for them.
    digest: of an entry's bytes.
    facts_digest: of an entry's front matter as written, without the text.
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
        """The text below the front matter, as written; decompressed at each use."""
        return _decompress_text(self.compressed)[0]

    @property
    def article(self) -> Article:
        """The converted text; decompressed at each use."""
        return _decompress_text(self.compressed)[1]


def compress_text(body: str, article: Article) -> bytes:
    """Return a text as written and converted, compressed to about 20%; higher levels are not worth the time."""
    return zlib.compress(pickle.dumps((body, article), protocol=5), zlib.Z_BEST_SPEED)


def _decompress_text(compressed: bytes) -> tuple[str, Article]:
    text: tuple[str, Article] = pickle.loads(zlib.decompress(compressed))  # noqa: S301 pickled by compress_text
    return text
