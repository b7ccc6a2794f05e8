"""Pages to review: one rule for the notice on the page and for the editors' list."""

from dataclasses import replace
from datetime import date, timedelta

from ideas_hub.model.hub import Hub
from ideas_hub.views.page import Link, link_to
from ideas_hub.views.review import MAX_DUE, MAX_NEXT, ReviewRow, by_review_date, overdue, review_view

DUE = date(2028, 8, 31)
"""Two years after the first case study was published."""


def test_a_page_says_from_its_day_on_when_it_was_last_checked(hub: Hub) -> None:
    facts = hub.case_studies["soldering"].facts

    assert overdue(facts, DUE - timedelta(days=1)) == ""
    assert overdue(facts, DUE) == "We last checked this page on 31 August 2026. Some of it may have changed since then."


def test_the_list_names_what_is_due_and_then_what_comes_next(hub: Hub) -> None:
    view = review_view(hub, date(2026, 11, 27))

    assert (view.total, view.page.address) == ("1 page is due", "contribute/review/")
    assert view.page.breadcrumb == (Link("Home", ""), Link("Contribute", "contribute/"))
    assert view.due == (
        ReviewRow(
            Link("A club for stopped clocks in Barry", "case-studies/clock-club/"),
            "Case study",
            "15 January 2020",
            "15 January 2022",
        ),
    )
    assert [row.link for row in view.next] == [link_to(entry) for entry in by_review_date(hub)[1:11]]
    assert view.table.address == "contribute/review.csv"


def test_the_list_may_be_empty_or_hold_every_page(hub: Hub) -> None:
    nothing, everything = review_view(hub, date(2022, 1, 14)), review_view(hub, date(2040, 1, 1))

    assert (nothing.total, nothing.due, len(nothing.next)) == ("Nothing is due.", (), min(MAX_NEXT, len(hub.entries)))
    assert (everything.total, everything.next) == (f"{len(hub.entries)} pages are due", ())


def test_only_the_pages_that_are_due_next_are_listed(hub: Hub) -> None:
    """However many there are."""
    study = hub.case_studies["soldering"]
    many = replace(hub, case_studies={str(number): study for number in range(MAX_NEXT + 5)})

    assert len(review_view(many, date(2026, 11, 27)).next) == MAX_NEXT


def test_of_many_pages_that_are_due_the_longest_overdue_are_listed(hub: Hub) -> None:
    """The page does not grow with the hub; the table beside it has every page."""
    study = hub.case_studies["soldering"]
    many = replace(hub, case_studies={str(number): study for number in range(MAX_DUE + 5)})
    view = review_view(many, date(2040, 1, 1))

    assert view.total == f"{len(many.entries)} pages are due. Here are the 50 longest overdue."
    assert view.due[0].link == link_to(by_review_date(many)[0])
    assert (len(view.due), view.next) == (MAX_DUE, ())


def test_the_list_is_the_same_on_every_day_on_which_nothing_becomes_due(hub: Hub) -> None:
    """So that two builds of the same content are the same, byte for byte."""
    days = (date(2026, 11, 27), date(2028, 1, 1))

    assert len({review_view(hub, day) for day in days}) == 1


def test_entries_are_reviewed_in_the_order_they_fall_due(hub: Hub) -> None:
    due = [entry.facts.review_due for entry in by_review_date(hub)]

    assert due == sorted(due)
    assert by_review_date(hub)[0].id == "clock-club"
