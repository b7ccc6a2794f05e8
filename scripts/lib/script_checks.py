"""The checks as the page for writing has them: its scripts, run by the Node that Playwright brings along."""

import html
import html.entities
import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from script_search import NODE

SCRIPTS = Path(__file__).resolve().parents[2] / "docs/assets/js"
RUNNER = Path(__file__).with_name("checks_in_node.mjs")
ENTITIES = {f"&{name}": characters for name, characters in html.entities.html5.items()}
ENTITIES |= {name: html.unescape(name) for name in (f"&#{code};" for code in range(128, 160))}


class ScriptError(Exception):
    """A script failed."""


class Scripts:
    """Scripts that have been loaded and answer until they are closed."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def ask(self, question: str, *given: object) -> Any:  # noqa: ANN401 whatever the script answers
        """Return the answer to a question of checks_in_node.mjs.

        Raises: ScriptError.
        """
        if not self._process.stdin or not self._process.stdout:
            raise ScriptError("They are not connected.")
        print(json.dumps([question, *given]), file=self._process.stdin, flush=True)
        answer = json.loads(self._process.stdout.readline() or '{"error": "Node has ended, and says above why."}')
        if isinstance(answer, dict) and "error" in answer:
            raise ScriptError(answer["error"])
        return answer


@contextmanager
def open_scripts(*names: str) -> Iterator[Scripts]:
    """Load scripts of docs/assets/js in this order, and give them while the context lasts."""
    command = [str(NODE), str(RUNNER), *(str(SCRIPTS / f"{name}.js") for name in names)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8") as process:
        scripts = Scripts(process)
        scripts.ask("entities", ENTITIES)
        yield scripts
