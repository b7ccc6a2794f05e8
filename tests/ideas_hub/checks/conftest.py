"""The rules on one file at a time, with a small glossary."""

from collections.abc import Callable

import pytest

from ideas_hub.checks.run import check_text
from ideas_hub.problem import Problem

GLOSSARY = frozenset({"fixer", "CCG", "CVS", "VCFSE", "SWEMWBS", "baseline"})

Check = Callable[[str, str], tuple[Problem, ...]]


@pytest.fixture
def check() -> Check:
    """Return what all rules find in a text, given as (path in the repository, text)."""

    def check_one(file: str, text: str) -> tuple[Problem, ...]:
        return check_text(file, text.encode("utf-8", "surrogatepass"), GLOSSARY).problems

    return check_one
