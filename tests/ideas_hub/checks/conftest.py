"""The rules on one file at a time, with a small glossary."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.checks.checked_file import GlossaryForms
from ideas_hub.checks.run import check_text
from ideas_hub.problem import Problem

HERE = Path(__file__).parent
KNOWN = GlossaryForms(
    (
        ("link worker", "link-worker"),
        ("CCG", "ccg"),
        ("CVS", "cvs"),
        ("VCFSE", "vcfse"),
        ("SWEMWBS", "swemwbs"),
        ("baseline", "baseline"),
    )
)

Check = Callable[[str, str], tuple[Problem, ...]]


@pytest.fixture
def check() -> Check:
    """Return what all rules find in a text, given as (path in the repository, text)."""

    def check_one(file: str, text: str) -> tuple[Problem, ...]:
        return check_text((file, text.encode("utf-8", "surrogatepass"), KNOWN)).problems

    return check_one
