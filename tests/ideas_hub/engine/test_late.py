"""ideas_hub/engine/late.py: a function is imported when it is called."""

import re
import sys
from importlib import import_module

import pytest

from ideas_hub.engine.late import late
from tests.conftest import ROOT

NAME = re.compile(r"\blate\(\s*\"([\w.]+)\"")


def test_a_function_is_called_with_what_was_given_and_imported_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "ideas_hub.engine.csv_text", raising=False)
    call = late("engine.csv_text.csv_text", [["a", "b"]])
    assert "ideas_hub.engine.csv_text" not in sys.modules

    assert call().endswith("a,b\r\n")
    assert "ideas_hub.engine.csv_text" in sys.modules


def test_every_function_that_is_named_so_exists() -> None:
    """No type checker sees a name in quotes."""
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "ideas_hub").rglob("*.py"))
    names = {name for text in texts for name in NAME.findall(text)}

    assert names
    for name in names:
        module, _, function = name.rpartition(".")
        assert callable(getattr(import_module(f"ideas_hub.{module}"), function)), name
