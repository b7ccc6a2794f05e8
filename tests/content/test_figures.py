"""Every figure read aloud: its number and its unit are one phrase, such as "5 link workers" or "57p for every £1"."""

import re
from collections.abc import Iterator

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.repository.load import read_hub
from ideas_hub.views.english import figure_phrase
from tests.conftest import ROOT

SIGN_TWICE = re.compile(r"%\s*(?:%|per ?cent)|£[^£]*\bpounds\b|\bpence\b.*\bpence\b|\d+p\b.*\b(?:pence|pounds)\b")
ONE_OF_MANY = re.compile(
    r"(?:1|one)\s+(?:[\w-]+\s+)*?(?:people|children|men|women|[\w-]*[^s\W]s)(?=$|\s(?:a|an|for|in|of)\b)", re.IGNORECASE
)
JOINING = {"a", "an", "and", "every", "for", "in", "of", "the", "to"}


def slips(phrase: str) -> Iterator[str]:
    """Yield what nobody would say."""
    words = [word for word in re.findall(r"[^\W\d_]{2,}", phrase.casefold()) if word not in JOINING]
    if len(words) > len({*words}):
        yield "a word twice"
    if SIGN_TWICE.search(phrase.casefold()):
        yield "a unit twice"
    if ONE_OF_MANY.match(phrase):
        yield "one of many"
    if re.search(r"^\s|\s$|\s{2}|\s[,.%]", phrase) or not re.search(r"\w", phrase):
        yield "a gap"


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("57p for every £1 pounds for every £1", ["a unit twice"]),
        ("71% %", ["a unit twice", "a gap"]),
        ("71% percent", ["a unit twice"]),
        ("£1,200 pounds", ["a unit twice"]),
        ("24 people people", ["a word twice"]),
        ("1 people", ["one of many"]),
        ("1 link workers", ["one of many"]),
        ("1 hours a week", ["one of many"]),
        ("24 ", ["a gap"]),
        ("1 in 5", []),
        ("1 person", []),
        ("1 class", []),
        ("£3.38 for every £1", []),
        ("5.37 referrals for every 10,000 people", []),
        ("Over 1,000 care homes, schools and music groups", []),
    ],
)
def test_a_slip_is_heard(phrase: str, found: list[str]) -> None:
    assert list(slips(phrase)) == found


@pytest.fixture(scope="module")
def hub() -> Hub:
    return read_hub(ROOT)[0]


def test_every_figure_reads_as_a_phrase(hub: Hub) -> None:
    """Those of the whole programme and those of each case study."""
    single = (figure for study in hub.case_studies.values() for figure in study.facts.figures)
    phrases = {figure_phrase(figure): figure.label for figure in (*hub.evidence.figures.values(), *single)}

    assert {phrase: found for phrase in phrases if (found := list(slips(phrase)))} == {}
