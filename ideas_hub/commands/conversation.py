"""A conversation in the terminal, which the writer can end at any time without losing an answer."""

import io
import signal
import sys
from collections.abc import Callable, Mapping

from ideas_hub.drafting.asking import Read, Say


def converse(ask: Callable[[Say, Read], None], answers: Mapping[str, str]) -> bool:
    """Let `ask` put its questions; return whether the writer stopped before all were put.

    answers: those that `ask` adds to.
    """
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    at_ctrl_c = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        ask(_say, input)
    except (EOFError, KeyboardInterrupt):
        kept = " What you answered so far is kept." if any(answers.values()) else ""
        sys.stderr.write(f"\nStopped.{kept}\n")
        return True
    finally:
        signal.signal(signal.SIGINT, at_ctrl_c)
    return False


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 the command talks
