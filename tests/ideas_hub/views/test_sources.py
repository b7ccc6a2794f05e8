"""The documents that facts come from."""

from dataclasses import replace

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.views.page import Fact
from ideas_hub.views.sources import sources_view


def with_source(hub: Hub, **update: object) -> Hub:
    source = hub.sources["parts-evaluation"]
    return replace(hub, sources={source.id: replace(source, facts=source.facts.model_copy(update=update))})


def test_a_source_says_who_published_it_how_to_cite_it_and_what_uses_it(hub: Hub) -> None:
    (source,) = sources_view(hub).sources

    assert source.source is hub.sources["parts-evaluation"]
    assert source.rows == (
        Fact("Written by", "Thimble and Spanner Research"),
        Fact("Published by", "Thimble and Spanner Research"),
        Fact("Date", "October 2025 (no day is known)"),
        Fact("Rights", "We use its facts, in our own words."),
        Fact("How to cite it", "Thimble and Spanner Research (2025). Evaluation of the Spare Parts Fund."),
    )
    assert source.used_by == "4 case studies, 3 lessons, 1 programme and 3 events"


def test_authors_and_pages_are_shown_if_they_are_known(hub: Hub) -> None:
    (source,) = sources_view(with_source(hub, authors=("A. Thimble", "B. Spanner"), pages=1200)).sources

    assert Fact("Written by", "A. Thimble and B. Spanner") in source.rows
    assert Fact("Pages", "1,200") in source.rows


@pytest.mark.parametrize(
    ("date", "note", "words"),
    [
        ("2025-10-31", None, "31 October 2025"),
        ("2025", "late in the year", "2025 (late in the year)"),
        (None, None, "Not stated"),
    ],
)
def test_a_date_is_as_precise_as_the_source(hub: Hub, date: str | None, note: str | None, words: str) -> None:
    (source,) = sources_view(with_source(hub, source_date=date, source_date_note=note)).sources

    assert Fact("Date", words) in source.rows


def test_a_source_that_nothing_cites_says_so(hub: Hub) -> None:
    (source,) = sources_view(
        replace(hub, case_studies={}, learning_points={}, programmes={}, tools={}, events={})
    ).sources

    assert source.used_by == "no stories yet"
