"""The first page shows the hub in short."""

from dataclasses import replace

import pytest

from ideas_hub.model.data_files import EvidenceFile
from ideas_hub.model.hub import Hub
from ideas_hub.views.home import home_view
from ideas_hub.views.page import Link


def test_the_first_page_offers_words_to_search_for(hub: Hub) -> None:
    view = home_view(hub)

    assert (view.page.address, view.page.breadcrumb) == ("", ())
    assert view.searches == (Link("kettle", "find/?q=kettle"), Link("sewing", "find/?q=sewing"))


def test_it_shows_every_theme_that_something_carries(hub: Hub) -> None:
    assert [theme.link.text for theme in home_view(hub).themes] == ["Mending clothes", "Tools and electrics"]


def test_it_tells_one_story_with_one_thing_that_helped_and_one_that_did_not(hub: Hub) -> None:
    """The first in reading order that says both."""
    story = home_view(hub).story
    assert story is not None
    facts = hub.case_studies["mending-van"].facts

    assert (story.link.text, story.where) == (facts.title, f"{facts.organisation}, {facts.place}")
    assert (story.helped, story.hindered) == (facts.worked[0], facts.did_not_work[0].what)


def test_without_such_a_story_there_is_none(hub: Hub) -> None:
    assert home_view(replace(hub, case_studies={"soldering": hub.case_studies["soldering"]})).story is None


def test_lessons_that_one_project_shows_do_not_come_up_again_and_again(hub: Hub) -> None:
    view = home_view(hub)

    assert [(lesson.link.text, len(lesson.marks), lesson.projects) for lesson in view.lessons] == [
        ("Keep enough fixers to go round", 2, "2 projects")
    ]
    assert view.all_lessons == Link("All 3 lessons", "learning-points/")


def test_a_region_says_how_many_stories_and_projects_it_has(hub: Hub) -> None:
    """And what else there is, where it has neither."""
    assert {region.link.text: region.counts for region in home_view(hub).regions} == {
        "North Wales": "2 case studies and 1 project",
        "South Wales": "2 case studies and 1 project",
        "Across Wales": "1 case study",
    }


@pytest.mark.parametrize(("pictures", "seats"), [(2, 0), (4, 4)])
def test_pictures_of_themes_sit_around_a_table_if_there_are_enough(hub: Hub, pictures: int, seats: int) -> None:
    term = hub.vocabulary.themes["mending-clothes"]
    themes = {f"theme-{number}": replace(term, id=f"theme-{number}") for number in range(pictures)}
    drawings = {"general": b"<svg/>"} | dict.fromkeys(themes, b"<svg/>")
    study = hub.case_studies["soldering"]
    tagged = replace(study, facts=study.facts.model_copy(update={"themes": tuple(themes)}))
    vocabulary = replace(hub.vocabulary, themes=themes, illustrations=drawings)
    table = home_view(replace(hub, vocabulary=vocabulary, case_studies={study.id: tagged})).table

    assert len(table) == seats
    assert len({(x, y) for _, x, y in table}) == seats


def test_the_figures_that_the_home_page_names_are_shown_with_their_base(hub: Hub) -> None:
    view = home_view(hub)

    assert [(figure.number, figure.base) for figure in view.figures] == [("1,312", "12 repair cafés that kept a tally")]
    assert view.all_figures == Link("See all figures and sources", "evidence/")


def test_without_a_page_of_figures_no_link_leads_there(hub: Hub) -> None:
    """A key figure may be a case study's; then there may be no page of the programme's figures."""
    view = home_view(replace(hub, evidence=EvidenceFile(), key_figures=("swansea-things-mended",)))

    assert len(view.figures) == 1
    assert view.all_figures is None
