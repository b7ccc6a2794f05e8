"""Every rule: a text that trips it, a near one that must not, and good entries that no rule may touch.

`pytest --update-golden` does not exist on purpose: an expected text is what an editor reads, so write it by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.checks import reports
from ideas_hub.checks.checked_file import GlossaryForms, checked_file
from ideas_hub.checks.registry import TEXT_RULES
from ideas_hub.model.case_study import CaseStudy
from ideas_hub.problem import Problem
from ideas_hub.reading import documents, text_file
from ideas_hub.reading.front_matter import parse_page
from ideas_hub.reading.markdown import convert

HERE = Path(__file__).parent
TRIPS = sorted((HERE / "golden").glob("*.trips.md"))
NEAR = sorted((HERE / "golden").glob("*.near.md"))
GOOD = sorted((HERE / "good").glob("*.md"))

Check = Callable[[str, str], tuple[Problem, ...]]


def name_of(path: Path) -> str:
    return path.name.partition(".")[0]


def text_of(path: Path) -> str:
    return path.read_bytes().decode()


@pytest.mark.parametrize("path", TRIPS, ids=name_of)
def test_a_text_that_trips_a_rule_is_told_in_these_words(path: Path, check: Check) -> None:
    """Line, words found, the mend and an example: exactly what an editor sees."""
    told = reports.text_report(check(f"case_studies/{name_of(path)}.md", text_of(path)))

    assert told == path.with_name(f"{name_of(path)}.expected.txt").read_text(encoding="utf-8").rstrip("\n")


@pytest.mark.parametrize("path", NEAR, ids=name_of)
def test_a_near_text_trips_no_rule(path: Path, check: Check) -> None:
    """A false alarm costs an editor's trust in all the others."""
    assert [str(problem) for problem in check(f"case_studies/{name_of(path)}.md", text_of(path))] == []


@pytest.mark.parametrize("path", GOOD, ids=name_of)
def test_a_good_entry_passes_untouched(path: Path, check: Check) -> None:
    """Names and passages in any language, long lists, Windows line ends and a byte order mark are nothing to mend."""
    before = path.read_bytes()
    raw, unreadable = text_file.decode(before, path.name)
    parsed = parse_page(raw, path.name)
    facts, mistakes = documents.validate(parsed, CaseStudy, path.name)

    told = [*unreadable, *mistakes, *convert(parsed.body, f"case_studies/{path.name}").problems]

    assert [str(problem) for problem in told] == []
    assert facts
    assert [str(problem) for problem in check(f"case_studies/{path.name}", before.decode())] == []
    assert path.read_bytes() == before


def test_every_text_that_trips_has_a_near_one() -> None:
    assert [name_of(path) for path in TRIPS] == [name_of(path) for path in NEAR]


@pytest.mark.parametrize("rule", TEXT_RULES, ids=lambda rule: rule.__module__.rpartition(".")[2])
def test_every_rule_has_a_text_that_trips_it(rule: Callable[..., object]) -> None:
    """A new rule comes with its golden files."""
    known = GlossaryForms((("link worker", "link-worker"),))

    assert any(list(rule(checked_file(text_of(path), f"case_studies/{path.name}"), known)) for path in TRIPS)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    "words", ["«stakeholders»", "'stakeholders'", "stake**holders**", "STAKEHOLDERS-", "hard\nto  reach"]
)
def test_a_word_with_a_better_one_is_found_beside_any_sign(words: str, check: Check) -> None:
    found = [problem.line for problem in check("case_studies/x.md", f"---\ntitle: A walk\n---\n\n{words}\n")]

    assert found == [5]


def test_mistakes_of_every_kind_are_named_in_one_run(check: Check) -> None:
    """Facts that cannot be read do not hide what is wrong with the text below them."""
    text = '---\ntitle: "open\nplace: Leeds\n---\n\nCall 07700 900123 or [click here](about.md).\n'

    found = {(problem.rule, problem.line) for problem in check("case_studies/x.md", text)}

    assert found == {("personal-data", 6), ("link-text", 6)}
