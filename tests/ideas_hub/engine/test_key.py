"""ideas_hub/engine/key.py: equal inputs have equal keys, and any other input has another."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from ideas_hub.engine import key as key_module
from ideas_hub.engine.key import code_version, make_key
from tests.conftest import ROOT


@dataclass(frozen=True)
class Link:
    text: str
    address: str


def test_keys_differ_by_every_part_and_its_name() -> None:
    every: list[dict[str, object]] = [
        {"a": "b"},
        {"a": "c"},
        {"c": "b"},
        {"a": "b", "c": None},
        {"a": ("b",)},
        {"a": b"b"},
        {"a": Link("b", "c")},
        {"a": "\udcff"},
    ]

    assert len({make_key(**parts) for parts in every}) == len(every)


def test_equal_parts_have_equal_keys() -> None:
    """Even when equal parts are one object here and two there."""
    word = "a word that Python does not intern"
    again = str(word.encode(), "utf-8")

    assert make_key(a=(word, word)) == make_key(a=(word, again))
    assert make_key(a={"b": Link("c", "d")}) == make_key(a={"b": Link("c", "d")})
    assert make_key(a=1) != make_key(a=2)


def test_a_key_is_the_same_in_another_process() -> None:
    program = "from ideas_hub.engine.key import make_key; print(make_key(a=('b', 1, {'c': b'd'})).hex())"
    other = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)

    assert other.stdout.strip() == make_key(a=("b", 1, {"c": b"d"})).hex()


def test_a_new_version_of_a_library_is_a_new_version_of_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    before = code_version.__wrapped__()
    monkeypatch.setattr(key_module, "version", lambda name: "99" if name == "nh3" else "1")

    assert code_version.__wrapped__() != before


@pytest.mark.parametrize("name", ["search/words.py", "model/labels.yml", "search/data/words.txt"])
def test_what_lies_beside_the_code_is_part_of_its_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(key_module, "__file__", str(tmp_path / "engine" / "key.py"))
    file = tmp_path / name
    file.parent.mkdir(parents=True)
    file.write_text("before")
    before = code_version.__wrapped__()
    file.write_text("after")

    assert code_version.__wrapped__() != before
