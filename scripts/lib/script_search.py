"""The published search as readers have it: docs/assets/js/search.js, run by the Node that Playwright brings along."""

import json
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import playwright

from ideas_hub.model.place import Point
from ideas_hub.search.build import SearchFiles

SCRIPT = Path(__file__).resolve().parents[2] / "docs/assets/js/search.js"
RUNNER = Path(__file__).with_name("search_in_node.mjs")
NODE = Path(playwright.__file__).with_name("driver") / "node"  # as scripts/lib/environment.sh finds it

Choices = Mapping[str, Sequence[str]]
"""Values by facet."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the search answers.

    addresses: of what is found, in order.
    terms: what was looked for, each with `asked`; `instead`, the words that are searched where that is nowhere; `near`,
    whether these mean nearly the same, or else are taken to be meant; and `lists`: how many groups of words it stands
    for, None if it is the start of too many.
    share: of all that was asked, by how rare it is, how much the best has: from 0 to 1.
    place: the name of each place that the words name, and what it lies within; None if they name none.
    counts: by facet and value, how many would be found if that were chosen.
    without: how many would be found without each facet, and last without the words.
    loaded: the names of the chunks loaded since the search was opened, in order.
    """

    addresses: tuple[str, ...]
    terms: tuple[Mapping[str, Any], ...]
    share: float
    place: tuple[Sequence[str], ...] | None
    counts: Mapping[str, Mapping[str, int]]
    without: tuple[int, ...]
    loaded: tuple[str, ...]


class SearchError(Exception):
    """The script failed, for one because a chunk was not there."""


class ScriptSearch:
    """A search that runs until it is closed.

    folder: where its chunks are.
    """

    def __init__(self, process: "subprocess.Popen[str]", folder: Path) -> None:
        self._process = process
        self.folder = folder

    def find(
        self,
        words: str,
        chosen: Choices | None = None,
        *,
        exact: bool = False,
        sort: str = "relevance",
        here: Point | None = None,
    ) -> Found:
        """Return what is found for these words and choices, `here` being where the reader is.

        Raises: SearchError.
        """
        asked = {"q": words, "exact": exact, "sort": sort, "chosen": dict(chosen or {}), "here": here}
        answer: dict[str, Any] = self._ask("find", asked)
        found: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in answer.items()
        }
        return Found(**found)

    def split(self, texts: Sequence[str]) -> list[list[dict[str, Any]]]:
        """Return the tokens that each text is split into, each with its `word` and its `parts`."""
        tokens: list[list[dict[str, Any]]] = self._ask("split", texts)
        return tokens

    def stems(self, words: Sequence[str]) -> list[str]:
        """Return the stem of each word."""
        stems: list[str] = self._ask("stems", words)
        return stems

    def excerpt(self, words: str, text: str) -> list[tuple[str, bool]] | None:
        """Return the pieces of an excerpt from a text, each with whether it is marked; None if no word is in it."""
        pieces = self._ask("excerpt", {"q": words, "text": text})
        return pieces and [(piece, marked) for piece, marked in pieces]

    def _ask(self, question: str, argument: object) -> Any:  # noqa: ANN401 whatever the script answers
        if not self._process.stdin or not self._process.stdout:
            raise SearchError("It is not connected.")
        print(json.dumps([question, argument]), file=self._process.stdin, flush=True)
        answer = json.loads(self._process.stdout.readline() or '{"error": "Node has ended, and says above why."}')
        if isinstance(answer, dict) and "error" in answer:
            raise SearchError(answer["error"])
        return answer


@contextmanager
def open_search(manifest: Path) -> Iterator[ScriptSearch]:
    """Give the search that starts from this file while the context lasts; the chunks are beside it."""
    command = [*map(str, (NODE, RUNNER, SCRIPT.parent, manifest.parent)), manifest.stem]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8") as process:
        yield ScriptSearch(process, manifest.parent)


@contextmanager
def search_of(search: SearchFiles) -> Iterator[ScriptSearch]:
    """Give the search of files that are not written yet."""
    with tempfile.TemporaryDirectory(prefix="ideas-hub-") as folder:
        for path, content in search.files.items():
            (Path(folder) / path).parent.mkdir(exist_ok=True)
            (Path(folder) / path).write_bytes(content)
        with open_search(Path(folder) / search.manifest) as running:
            yield running
