"""The fast paths for Python-Markdown change nothing in its output."""

import random
from functools import lru_cache

import pytest
from markdown import Markdown

from ideas_hub.reading.markdown import EXTENSION_SETTINGS, EXTENSIONS
from ideas_hub.reading.markdown_fast_paths import HeadingIds, use_fast_paths

PIECES = [
    "Two words",
    "one  \ntwo",
    "a\nb",
    "é سلام",
    "tab\there",
    "\x02x\x03",
    "# A",
    "## A [b](c) `d` &amp; *e*",
    "###### A_1",
    "#",
    "x\n===",
    "x\n---",
    "---",
    " * * *",
    "___",
    "- one\n- two\n    - three\n\n    more",
    "* a",
    "+ a",
    "-",
    "- ",
    "1. one\n3. two",
    "٣. x",
    "10.",
    "> quote\n> - more",
    "  > x",
    "Term\n:   Meaning",
    ": x",
    "   :  x",
    "[^1] and [^1]",
    "[^1]: A note\n    more",
    "[a]: <b> (c)\n[d]: e",
    "[a] [b][a] [c](d (e))",
    "a|b\n-|-\n1|2",
    "| a\n|-",
    "|",
    "    code\n\n    more",
    "     x",
    "   x",
    "```\n<b>\n```",
    "~~~ py\nx\n~~~",
    "```",
    "~~~~",
    "`` ` ``",
    "\\* \\# \\`",
    "*a* **b** _c_ __d__ ***e***",
    "<https://example.org> <a@example.org>",
    "<b>x</b> &pound; & < >",
    "![i](x.png)",
    "x\n# y",
    "x\n- y",
    "x\n1. y",
    "x\n> y",
    "x\n    y",
    "x\n \n  y",
    "",
    "\n",
    "- one\n* two\n+  three\n- 4",
    "- one\n---",
    "- one\ntwo\n- three",
    "- one|two\n-|-",
    "- # one",
    "-one\n- two",
    "## a\n## b",
    "## a\\",
    "## a ##",
    "##a",
    "## a|b\n-|-",
    "## A &amp; <b> \\*",
    "]x[ !",
    "a > b",
    "## a > b",
    "## Two  words",
]


@lru_cache(maxsize=2)
def converter_with(*, fast: bool) -> Markdown:
    headings = HeadingIds(marker="") if fast else "toc"
    converter = Markdown(
        extensions=[*EXTENSIONS, headings], extension_configs={**EXTENSION_SETTINGS, "toc": {"marker": ""}}
    )
    if fast:
        use_fast_paths(converter)
    return converter


def converted(text: str, *, fast: bool) -> tuple[str, object]:
    used = converter_with(fast=fast)
    used.reset()
    return used.convert(text), used.toc_tokens  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", PIECES)
def test_each_kind_of_block_converts_the_same(text: str) -> None:
    """Alone, after a paragraph, in a list and in a quotation."""
    for whole in (text, f"x\n\n{text}\n\ny", f"- x\n- {text}\n\n    {text}", f"> {text}"):
        assert converted(whole, fast=True) == converted(whole, fast=False)


def test_mixtures_of_blocks_convert_the_same() -> None:
    """One block may change the next: a list, a quotation, a definition, a note."""
    chance = random.Random(5)  # noqa: S311 (the same mixtures each time)
    for _ in range(60):
        text = "".join(chance.choice(PIECES) + chance.choice(["\n", "\n\n", "\n\n", "\n    ", " "]) for _ in range(12))
        assert converted(text, fast=True) == converted(text, fast=False)
