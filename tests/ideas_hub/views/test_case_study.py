"""The page of a case study."""

from ideas_hub.model.hub import Hub
from ideas_hub.model.sections import AIMS, COULD_WE_DO_THIS, DID_NOT_WORK, EVIDENCE, FIGURES, TEACHES, WORKED
from ideas_hub.views.entries import case_study_view
from ideas_hub.views.page import Fact, Link


def test_the_box_says_who_where_what_for_whom_when_and_how(hub: Hub) -> None:
    who = Link("Tick Tock and Friends", "organisations/tick-tock/")
    partners = (
        Link("Second Slice Society", "organisations/second-slice/"),
        Link("The Hall with Two Doors", "organisations/two-doors/"),
    )

    assert case_study_view(hub.case_studies["clock-club"], hub).facts == (
        Fact("Who", links=(who,), id="who"),
        Fact("Where", "Barry", (Link("South Wales", "regions/south-wales/"),), id="where"),
        Fact("What", links=(Link("Tools and electrics", "themes/tools-electrics/"),), id="what"),
        Fact("For", links=(Link("Older neighbours", "communities/older-neighbours/"),), id="for"),
        Fact("When", "January 2018 to December 2019"),
        Fact("Activities", "Safety checks"),
        Fact("How", "Face to face"),
        Fact("Partners", links=partners),
        Fact("Status", "Ended"),
    )


def test_a_case_study_leads_to_its_project(hub: Hub) -> None:
    facts = {fact.label: fact for fact in case_study_view(hub.case_studies["soldering"], hub).facts}

    assert facts["Project"].links == (Link("Chairs, chats", "projects/wobbly-chair/"),)


def test_one_that_has_ended_says_so_first(hub: Hub) -> None:
    assert case_study_view(hub.case_studies["clock-club"], hub).lead.startswith("This project has ended.")
    assert case_study_view(hub.case_studies["mending-van"], hub).lead == ""


def test_the_cost_band_leads_to_everything_in_it(hub: Hub) -> None:
    """The box "Could we do this?" is a way into the finder."""
    assert case_study_view(hub.case_studies["soldering"], hub).rows(COULD_WE_DO_THIS) == (
        Fact("Cost", "A few pounds a week for tea.", id="cost"),
        Fact("Cost band", links=(Link("Under £100", "find/?cost=low"),), id="cost_band"),
    )


def test_what_it_takes_may_be_partly_or_wholly_unknown(hub: Hub) -> None:
    study = hub.case_studies["toaster-tuesdays"]
    assert [fact.label for fact in case_study_view(study, hub).rows(COULD_WE_DO_THIS)] == [
        *("Cost", "Cost band", "People", "Time", "Place")
    ]
    assert case_study_view(hub.case_studies["gwnio-yn-y-bala"], hub).rows(COULD_WE_DO_THIS) == ()


def test_a_case_study_says_what_helped_what_did_not_and_how_we_know(hub: Hub) -> None:
    view = case_study_view(hub.case_studies["toaster-tuesdays"], hub)

    assert view.rows(WORKED)[0] == "People could come without booking."
    assert view.rows(DID_NOT_WORK) == ("Some people waited an hour, because microwaves take long.",)
    assert view.rows(EVIDENCE)[0].startswith("Measured: people ")
    assert [figure.number for figure in view.rows(FIGURES)] == ["143"]
    assert view.rows(AIMS) == ("Help people to feel less alone.", "Help people to keep what they have.")
    assert [link.link.text for link in view.rows(TEACHES)] == ["Test before you plug in"]
