"""Dates, numbers and lists read as people write them."""

from datetime import date

import pytest

from ideas_hub.model.fields import Period
from ideas_hub.model.figure import Figure
from ideas_hub.model.hub import Hub
from ideas_hub.model.moments import moment_words
from ideas_hub.views import english


def test_a_day_is_the_same_in_every_locale() -> None:
    assert english.day_words(date(2026, 8, 3)) == "3 August 2026"


@pytest.mark.parametrize(
    ("moment", "words"), [("2025", "2025"), ("2025-03", "March 2025"), ("2025-03-09", "9 March 2025")]
)
def test_a_moment_is_as_precise_as_it_was_written(moment: str, words: str) -> None:
    assert moment_words(moment) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2025-03", "2026", "March 2025 to 2026"),
        ("2025-03", None, "From March 2025"),
        (None, "2026", "Until 2026"),
        (None, None, ""),
    ],
)
def test_a_period_may_be_open_at_either_end(start: str | None, end: str | None, words: str) -> None:
    assert english.period_words(Period.model_construct(start=start, end=end, start_of=None)) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2025", None, "Club years began in 2025"),
        ("2025-03", "2026-02", "Club years began in March 2025; this one ran to February 2026"),
        ("2025-03-31", "2026-02-01", "Club years began on 31 March 2025; this one ran to 1 February 2026"),
        (None, "2026", "Until 2026"),
    ],
)
def test_a_start_that_is_not_its_own_says_whose_it_is(start: str | None, end: str | None, words: str) -> None:
    assert english.period_words(Period.model_construct(start=start, end=end, start_of="Club years")) == words


@pytest.mark.parametrize(("value", "words"), [(1312, "1,312"), (3.0, "3"), (58.5, "58.5"), (0, "0")])
def test_a_number_has_commas_and_no_needless_decimals(value: float, words: str) -> None:
    assert english.number_words(value) == words


@pytest.mark.parametrize(
    ("value", "unit", "display", "words"),
    [
        (24, "people", None, ("24", "people")),
        (58.5, "percent", None, ("58.5%", "")),
        (1250, "pounds", None, ("£1,250", "")),
        (24, "People", "24 people", ("24 people", "")),
        (3, "weeks", "Three", ("Three", "weeks")),
        (58.5, "%", "58.5", ("58.5%", "")),
        (58.5, "percent of things", "58.5%", ("58.5%", "of things")),
        (57, "pence", None, ("57p", "")),
        (0.57, "pounds for every £1", "57p for every £1", ("57p for every £1", "")),
        (0.57, "pounds", "57p for every £1", ("57p for every £1", "")),
        (3.38, "pounds for every £1", None, ("£3.38", "for every £1")),
        (9.16, "visits for every 100 people", None, ("9.16", "visits for every 100 people")),
        (6, "weeks", "6 to 8 weeks", ("6 to 8 weeks", "")),
        (15, "kettles", "15 of 21", ("15 of 21", "kettles")),
    ],
)
def test_a_figure_has_its_unit_unless_the_number_says_it(
    value: float, unit: str, display: str | None, words: tuple[str, str]
) -> None:
    figure = Figure(value=value, unit=unit, display=display, label="L", base="All of them", source="s", section="1")

    assert english.figure_words(figure) == words
    assert english.figure_phrase(figure) == " ".join(words).strip()


def test_things_are_counted_in_the_singular_and_the_plural() -> None:
    assert english.counted(1, "case study", "case studies") == "1 case study"
    assert english.counted(1200, "case study", "case studies") == "1,200 case studies"


def test_entries_are_counted_by_kind(hub: Hub) -> None:
    counted = "5 case studies, 3 lessons, 1 trail, 2 programmes, 1 tool and 4 events"
    assert english.counts_in_words(hub.entries) == counted
    assert english.counts_in_words(hub.case_studies.values(), 1) == "5 case studies and 1 project"
    assert english.counts_in_words([], 2) == "2 projects"
    assert english.counts_in_words([]) == "no stories yet"


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["tea"], "tea"), (["tea", "cake"], "tea and cake"), (["tea", "cake", "jam"], "tea, cake and jam")],
)
def test_words_are_listed_in_a_row(words: list[str], text: str) -> None:
    assert english.listed(words) == text


@pytest.mark.parametrize(
    ("labels", "text"),
    [
        (["Ceramics and textiles", "Cooking and shared meals"], "ceramics and textiles; cooking and shared meals"),
        (["In person", "Online", "Drop-in"], "in person, online and drop-in"),
        (["Money, advice and food", "Research"], "money, advice and food; research"),
        (["People with sandals"], "people with sandals"),
        (["GP visits", "Covid-19", "NHS bodies"], "GP visits, Covid-19 and NHS bodies"),
        ([], ""),
    ],
)
def test_labels_read_well_in_a_sentence(labels: list[str], text: str) -> None:
    """Semicolons part labels that hold an "and" of their own; only names keep their capitals."""
    assert english.labels_listed(labels, {"Covid"}) == text
    assert english.labels_listed(labels, {"Covid"}, capital=True) == text[:1].upper() + text[1:]


@pytest.mark.parametrize(
    ("label", "within"),
    [("Face to face", "face to face"), ("PAT tests", "PAT tests"), ("North Wales", "North Wales"), ("", "")],
)
def test_a_label_keeps_its_capital_within_a_sentence_only_if_it_is_a_name(label: str, within: str) -> None:
    assert english.within_sentence(label, {"North", "Wales"}) == within


@pytest.mark.parametrize(
    ("kilometres", "expected"),
    [
        (0, "less than a mile"),
        (1.6, "less than a mile"),
        (1.7, "about 1 mile"),
        (3, "about 2 miles"),
        (40, "about 25 miles"),
    ],
)
def test_a_distance_is_in_miles(kilometres: float, expected: str) -> None:
    assert english.distance_words(kilometres) == expected
