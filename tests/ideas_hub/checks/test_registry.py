"""Every rule: a text that trips it, a near one that must not, and good entries that no rule may touch.

There is no `pytest --update-golden` on purpose: an expected text is what an editor reads, so it is written by hand.
"""

from pathlib import Path

import pytest

from ideas_hub.checks import reports
from ideas_hub.checks.checked_file import checked_file
from ideas_hub.checks.registry import TEXT_RULES, TextRule
from ideas_hub.model.entries import CaseStudy
from ideas_hub.reading import text_file
from ideas_hub.reading.front_matter import parse_page
from ideas_hub.reading.markdown import parse
from ideas_hub.reading.refusals import find_refusals
from ideas_hub.reading.validation import validate
from tests.ideas_hub.checks.conftest import Check

HERE = Path(__file__).parent
TRIPS = sorted((HERE / "golden").glob("*.trips.md"))
NEAR = sorted((HERE / "golden").glob("*.near.md"))
GOOD = sorted((HERE / "good").glob("*.md"))


def name_of(path: Path) -> str:
    return path.name.partition(".")[0]


def text_of(path: Path) -> str:
    return path.read_bytes().decode()


@pytest.mark.parametrize("path", TRIPS, ids=name_of)
def test_a_text_that_trips_a_rule_is_reported_in_these_words(path: Path, check: Check) -> None:
    """Line, words found, fix and example: exactly what an editor sees."""
    report = reports.text_report(check(f"case_studies/{name_of(path)}.md", text_of(path)))

    assert report == path.with_name(f"{name_of(path)}.expected.txt").read_text(encoding="utf-8").rstrip("\n")


@pytest.mark.parametrize("path", NEAR, ids=name_of)
def test_a_near_text_trips_no_rule(path: Path, check: Check) -> None:
    """A false alarm costs an editor's trust in all the others."""
    assert [str(problem) for problem in check(f"case_studies/{name_of(path)}.md", text_of(path))] == []


KNOWS_ENGLISH = (
    "cut-word",
    "long-sentence",
    "long-word",
    "deficit-language",
    "capitals",
    "abbreviation",
    "link-text",
    "figure-differs",
)


@pytest.mark.parametrize("name", KNOWS_ENGLISH)
def test_a_text_in_another_language_is_left_alone_by_what_knows_english_alone(name: str, check: Check) -> None:
    """In the hub's own language it stays what it was, whether it is named or not."""
    text = text_of(HERE / f"golden/{name}.trips.md")
    polish, english = (text.replace("region:", f"language: {tag}\nregion:") for tag in ("pl", "en-GB"))

    assert [str(problem) for problem in check(f"case_studies/{name}.md", polish)] == []
    assert len(check(f"case_studies/{name}.md", english)) == len(check(f"case_studies/{name}.md", text))


@pytest.mark.parametrize("name", ["telephone", "alt-text-empty", "headings", "display-value"])
def test_what_matters_in_every_language_is_named_in_every_language(name: str, check: Check) -> None:
    text = text_of(HERE / f"golden/{name}.trips.md")
    polish = text.replace("region:", "language: pl\nregion:")

    assert len(check(f"case_studies/{name}.md", polish)) == len(check(f"case_studies/{name}.md", text)) > 0


@pytest.mark.parametrize("path", GOOD, ids=name_of)
def test_a_good_entry_passes_untouched(path: Path, check: Check) -> None:
    """Names and passages in any language, long lists, Windows line ends and a byte order mark need no fix."""
    before = path.read_bytes()
    raw, unreadable = text_file.decode(before, path.name)
    parsed = parse_page(raw, path.name)
    facts, mistakes = validate(parsed, CaseStudy, path.name)

    problems = [*unreadable, *mistakes, *find_refusals(parse(parsed.body), f"case_studies/{path.name}")]

    assert [str(problem) for problem in problems] == []
    assert facts
    assert [str(problem) for problem in check(f"case_studies/{path.name}", before.decode())] == []
    assert path.read_bytes() == before


def test_every_text_that_trips_has_a_near_one() -> None:
    assert [name_of(path) for path in TRIPS] == [name_of(path) for path in NEAR]


@pytest.mark.parametrize("rule", TEXT_RULES, ids=lambda rule: rule.__name__)
def test_every_rule_has_a_text_that_trips_it(rule: TextRule) -> None:
    """A new rule comes with its golden files."""
    files = [checked_file(text_of(path), f"case_studies/{path.name}") for path in TRIPS]

    assert any(list(rule(checked)) for checked in files)


@pytest.mark.parametrize("rule", TEXT_RULES, ids=lambda rule: rule.__name__)
def test_a_rule_is_named_for_what_it_finds(rule: TextRule) -> None:
    assert rule.__name__.startswith("find_")


def test_mistakes_of_every_kind_are_named_in_one_run(check: Check) -> None:
    """Front matter that cannot be read does not hide what is wrong with the text below it."""
    text = '---\ntitle: "open\nplace: Leeds\n---\n\nCall 07700 900123 or [click here](about.md).\n'

    found = {(problem.rule, problem.line) for problem in check("case_studies/x.md", text)}

    assert found == {("personal-data", 6), ("link-text", 6)}
