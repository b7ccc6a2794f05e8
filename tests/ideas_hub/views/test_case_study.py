"""The page of a case study."""

from ideas_hub.model.hub import Hub
from ideas_hub.model.sections import AIMS, DID_NOT_WORK, LESSONS, WORKED
from ideas_hub.views.entries import case_study_view
from ideas_hub.views.page import Fact, Link
from ideas_hub.views.setbacks import SetbackView


def test_who_and_where_come_first_then_the_key_facts_and_the_others_are_folded(hub: Hub) -> None:
    who = Link("Tick Tock and Friends", "organisations/tick-tock/")
    partners = (
        Link("Second Slice Society", "organisations/second-slice/"),
        Link("The Hall with Two Doors", "organisations/two-doors/"),
    )

    view = case_study_view(hub.case_studies["clock-club"], hub)

    assert view.top_facts == (
        Fact("Who", links=(who,), id="who"),
        Fact("Where", "Barry", (Link("South Wales", "regions/south-wales/"),), id="where"),
    )
    assert view.key_facts[0] == Fact(
        "Communities", links=(Link("Older neighbours", "communities/older-neighbours/"),), id="for"
    )
    assert [fact.id for fact in view.key_facts] == ["for", "cost_band", "people", "evidence"]
    assert [fact.label for fact in view.more_facts[:1]] == ["Place"]
    assert view.more_facts[1:] == (
        Fact("Themes", links=(Link("Tools and electrics", "themes/tools-electrics/"),), id="what"),
        Fact("Activities", "Safety checks"),
        Fact("Ways to take part", "Face to face"),
        Fact("Partners", links=partners),
        Fact("When", "January 2018 to December 2019"),
        Fact("Status", "Ended"),
    )
    assert view.facts == (*view.top_facts, *view.key_facts, *view.more_facts)


def test_a_case_study_leads_to_its_project(hub: Hub) -> None:
    facts = {fact.label: fact for fact in case_study_view(hub.case_studies["soldering"], hub).facts}

    assert facts["Project"].links == (Link("Chairs, chats", "projects/wobbly-chair/"),)


def test_one_that_has_ended_says_so_first(hub: Hub) -> None:
    assert case_study_view(hub.case_studies["clock-club"], hub).lead.startswith("This project has ended.")
    assert case_study_view(hub.case_studies["mending-van"], hub).lead == ""


def test_the_cost_band_leads_to_everything_in_it(hub: Hub) -> None:
    """The box is a way into the finder."""
    facts = case_study_view(hub.case_studies["soldering"], hub).key_facts

    assert Fact("Cost", "A few pounds a week for tea.", id="cost") in facts
    assert Fact("Cost band", links=(Link("Under £100", "find/?cost=low"),), id="cost_band") in facts


def test_what_it_takes_may_be_partly_or_wholly_unknown(hub: Hub) -> None:
    needs = {"cost", "cost_band", "people", "time", "place"}
    known, unknown = (
        {fact.id for fact in case_study_view(hub.case_studies[study], hub).facts}
        for study in ("toaster-tuesdays", "gwnio-yn-y-bala")
    )

    assert needs <= known
    assert needs.isdisjoint(unknown)


def test_a_case_study_says_what_helped_what_did_not_and_how_we_know(hub: Hub) -> None:
    view = case_study_view(hub.case_studies["toaster-tuesdays"], hub)

    assert view.rows(WORKED)[0] == "People could come without booking."
    assert view.rows(DID_NOT_WORK) == (SetbackView("Some people waited an hour, because microwaves take long.", None),)
    assert view.key_facts[-1].text.startswith("Measured: people ")
    assert [figure.number for figure in view.figures] == ["143"]
    assert view.rows(AIMS) == ("Help people to feel less alone.", "Help people to keep what they have.")
    assert [link.link.text for link in view.rows(LESSONS)] == ["Test before you plug in"]


def test_what_did_not_work_says_what_the_group_did_about_it(hub: Hub) -> None:
    (setback,) = case_study_view(hub.case_studies["mending-van"], hub).rows(DID_NOT_WORK)

    assert setback.response == Fact("Their response", "It goes to fewer villages now, and to each of them every month.")
