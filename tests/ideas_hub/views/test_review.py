"""Pages to read again: one rule for the check, the notice and the list."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, timedelta

import pytest

from ideas_hub.formats.review_table import review_table_files
from ideas_hub.model.addresses import REVIEW, REVIEW_TABLE
from ideas_hub.model.hub import Hub
from ideas_hub.views.review import overdue, review_view
from tests.ideas_hub.conftest import all_sheets

DUE = date(2024, 8, 31)  # two years after the case study of the tests was published


@pytest.mark.parametrize(
    ("facts", "due"),
    [
        ({}, date(2024, 8, 31)),
        ({"updated": date(2023, 1, 1)}, date(2025, 1, 1)),
        ({"reviewed": date(2024, 2, 29), "review_in_months": 12}, date(2025, 2, 28)),
        ({"reviewed": date(2023, 10, 31), "review_in_months": 1}, date(2023, 11, 30)),
        ({"reviewed": date(2023, 12, 31), "review_in_months": 2}, date(2024, 2, 29)),
    ],
)
def test_a_review_is_due_so_many_months_after_the_last_look(hub: Hub, facts: dict[str, object], due: date) -> None:
    assert hub.case_studies["walking"].facts.model_copy(update=facts).review_due == due


def test_a_page_says_from_its_day_on_when_it_was_last_checked(hub: Hub) -> None:
    facts = hub.case_studies["walking"].facts

    assert not facts.is_review_due(DUE - timedelta(days=1))
    assert overdue(facts, DUE - timedelta(days=1)) == ""
    assert overdue(facts, DUE) == "We last checked this page on 31 August 2022. Some of it may have changed since then."


def test_the_list_names_what_is_due_and_then_what_comes_next(hub: Hub) -> None:
    articles = {document.file: document.article for document in hub.documents}

    view = review_view(hub, articles, DUE)
    before = review_view(hub, articles, DUE - timedelta(days=1))

    assert [row.due for row in view.due] == ["4 January 2023", "1 March 2023", "31 August 2024", "31 August 2024"]
    assert (view.total, view.next) == ("4 pages are due", ())
    assert [row.file for row in before.next] == ["case_studies/walking.md", "docs/learning-points/plain-words.md"]


def test_the_list_is_the_same_on_every_day_on_which_nothing_becomes_due(hub: Hub) -> None:
    """So that two builds of the same content are the same, byte for byte."""
    articles = {document.file: document.article for document in hub.documents}
    days = (DUE, DUE + timedelta(days=400))

    assert len({review_view(hub, articles, day) for day in days}) == 1
    assert len({tuple(review_table_files(hub, day)) for day in days}) == 1


def test_the_table_has_every_entry_and_no_formula(hub: Hub) -> None:
    study = hub.case_studies["walking"]
    named = replace(study, facts=study.facts.model_copy(update={"title": "=1+1"}))

    ((address, content),) = review_table_files(replace(hub, case_studies={"walking": named}), DUE)

    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines()))
    assert address == REVIEW_TABLE
    assert len(rows) == len(hub.entries)
    assert {"title": "'=1+1", "kind": "Case study", "file": "case_studies/walking.md", "last_checked": "2022-08-31",
            "review_due": "2024-08-31", "is_due": "yes"} in rows  # fmt: skip


def test_a_page_past_its_day_is_the_only_thing_that_the_day_changes(hub: Hub) -> None:
    """A page carries the notice, the list names it, and every other page stays as it was."""

    def made(today: date) -> dict[str, object]:
        return {sheet.page.address: sheet.view for sheet in all_sheets(hub, today)}

    before, after = made(date(2023, 1, 3)), made(date(2023, 1, 4))

    assert {address for address in after if after[address] != before[address]} == {"ideas/learning-together/", REVIEW}
