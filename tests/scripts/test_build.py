"""scripts/lib/build.py: which pages are too heavy."""

import random
from pathlib import Path

import build

RANDOM = random.Random(0).randbytes(40_000)  # noqa: S311 what does not compress
"""A page of these bytes is over budget."""


def test_a_page_over_budget_is_named_with_its_compressed_size(tmp_path: Path) -> None:
    """A long page that compresses well is not, nor is a large picture."""
    for name, content in {"a/index.html": RANDOM, "b/index.html": b"word " * 40_000, "c.png": RANDOM}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)

    ((page, size),) = build.heavy_pages(tmp_path)

    assert page == "a/index.html"
    assert 40_000 <= size < 41_000


def test_heavy_pages_are_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name, extra in {"c.html": 300, "a.html": 100, "b.html": 200}.items():
        (tmp_path / name).write_bytes(RANDOM + bytes(extra))

    assert [page for page, _ in build.heavy_pages(tmp_path)] == ["a.html", "b.html", "c.html"]
