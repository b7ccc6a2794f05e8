"""The page of a programme."""

from dataclasses import replace

from ideas_hub.model.hub import Hub
from ideas_hub.model.sections import AMOUNTS, AREAS, FIGURES, OFFER
from ideas_hub.views.entries import programme_view
from ideas_hub.views.figures import FigureView
from ideas_hub.views.page import Fact, Link


def test_the_box_says_who_runs_it_for_whom_and_whether_it_is_open(hub: Hub) -> None:
    parent = Link("Spare Parts Fund", "programmes/parts-fund/")
    owner = Link("Mending Wales", "organisations/mending-wales/")

    assert programme_view(hub.programmes["skills-days"], hub).facts == (
        Fact("Run by", links=(owner,), id="who"),
        Fact("Funded by", links=(owner,)),
        Fact("For", "Anyone who mends at a repair café, or would like to.", id="for"),
        Fact("Announced", "January 2025"),
        Fact("Status", "Open"),
        Fact("Part of", links=(parent,)),
        Fact("Related", "It pays for the rooms", (parent,)),
    )


def test_a_programme_names_its_parts(hub: Hub) -> None:
    facts = {fact.label: fact for fact in programme_view(hub.programmes["parts-fund"], hub).facts}

    assert facts["Includes"].links == (Link("Skills days", "programmes/skills-days/"),)


def test_programmes_that_are_not_published_are_not_linked(hub: Hub) -> None:
    alone = replace(hub, programmes={"skills-days": hub.programmes["skills-days"]})
    labels = [fact.label for fact in programme_view(alone.programmes["skills-days"], alone).facts]

    assert not {"Part of", "Related", "Includes"} & set(labels)


def test_one_that_is_closed_says_so_first(hub: Hub) -> None:
    fund = hub.programmes["parts-fund"]
    closed = replace(
        fund, facts=fund.facts.model_copy(update={"closed_note": "The last call has ended.", "closes": "2026"})
    )

    assert programme_view(closed, hub).lead == "The last call has ended."
    assert Fact("Closed", "2026") in programme_view(closed, hub).facts
    assert programme_view(hub.programmes["skills-days"], hub).lead == ""


def test_a_programme_says_what_it_offers_and_where(hub: Hub) -> None:
    view = programme_view(hub.programmes["skills-days"], hub)

    assert view.rows(OFFER) == ("A room, lunch and somebody who knows", "The loan of a safety tester")
    lead = Link("Wobbly Chair Collective", "organisations/wobbly-chair/")
    assert view.rows(AREAS) == (Fact("Conwy and Gwynedd", "Ask there for the next day.", (lead,)),)


def test_money_has_its_date_and_its_source(hub: Hub) -> None:
    assert programme_view(hub.programmes["skills-days"], hub).rows(AMOUNTS) == (
        FigureView(
            "Up to £150",
            "",
            "The hire of a room for one day",
            base="As of January 2025",
            source=Link("Thimble and Spanner (2025), section 2.1", "sources/#parts-evaluation"),
        ),
    )


def test_a_sum_of_money_is_not_repeated_among_the_figures(hub: Hub) -> None:
    days = hub.programmes["skills-days"]
    assert [figure.number for figure in programme_view(days, hub).rows(FIGURES)] == ["1,312"]

    amount = days.facts.amounts[0].model_copy(update={"display": "1,312", "as_of": None})
    same = replace(days, facts=days.facts.model_copy(update={"amounts": (amount,)}))
    view = programme_view(same, hub)
    assert (view.rows(FIGURES), view.rows(AMOUNTS)[0].base) == ((), "")
