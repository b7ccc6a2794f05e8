"""The first page shows the hub in short."""

from dataclasses import replace

from ideas_hub.model.data_files import EvidenceFile
from ideas_hub.model.hub import Hub
from ideas_hub.views.home import MAX_LINKS, home_view
from ideas_hub.views.page import Link


def test_the_first_page_shows_the_size_the_newest_and_the_best_founded(hub: Hub) -> None:
    view = home_view(hub)

    assert (view.page.address, view.page.trail) == ("", ())
    assert view.totals == "5 case studies, 3 lessons, 2 programmes, 1 tool and 3 events"
    assert [card.title for card in view.newest] == [
        "Soldering together in Conwy",
        "A mending van for small places",
        "Toaster Tuesdays in Swansea",
    ]
    assert view.points == (
        Link("Keep enough fixers to go round", "learning-points/keep-enough-fixers/", 2),
        Link("Say hello to everyone at the door", "learning-points/say-hello/", 1),
        Link("Test before you plug in", "learning-points/test-before-you-plug-in/", 1),
    )


def test_the_figures_that_the_home_page_names_are_shown_with_their_base(hub: Hub) -> None:
    view = home_view(hub)

    assert [(figure.number, figure.base) for figure in view.figures] == [("1,312", "12 repair cafés that kept a tally")]
    assert view.all_figures == Link("All figures, with what each is based on", "evidence/")


def test_without_a_page_of_figures_no_link_leads_there(hub: Hub) -> None:
    """A key figure may be a case study's; then there may be no page of the programme's figures."""
    view = home_view(replace(hub, evidence=EvidenceFile(), key_figures=("swansea-things-mended",)))

    assert len(view.figures) == 1
    assert view.all_figures is None


def test_a_short_way_in_is_shown_whole(hub: Hub) -> None:
    assert [(way.anchor, len(way.links), way.more) for way in home_view(hub).ways] == [
        ("themes", 2, None),
        ("regions", 3, None),
        ("communities", 3, None),
    ]


def test_a_long_way_in_is_cut_to_what_leads_to_most(hub: Hub) -> None:
    """In the same order as before, with a link to all of them."""
    counts = {"newcomers": 9, "older-neighbours": 1} | {f"group-{number}": 2 for number in range(MAX_LINKS)}
    study, term = hub.case_studies["soldering"], hub.vocabulary.communities["newcomers"]
    studies = {
        f"{community}-{number}": replace(
            study,
            file=f"{community}-{number}.md",
            facts=study.facts.model_copy(update={"communities": (community,)}),
        )
        for community, count in counts.items()
        for number in range(count)
    }
    labels = {name: term.facts.model_copy(update={"label": name}) for name in counts}
    vocabulary = replace(
        hub.vocabulary, communities={name: replace(term, id=name, facts=facts) for name, facts in labels.items()}
    )
    way = home_view(
        replace(
            hub, vocabulary=vocabulary, case_studies=studies, learning_points={}, programmes={}, tools={}, events={}
        )
    ).ways[2]

    assert [link.text for link in way.links] == ["newcomers", *(f"group-{number}" for number in range(MAX_LINKS - 1))]
    assert way.more == Link("All 10 communities", "communities/")
