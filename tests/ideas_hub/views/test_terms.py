"""Terms with what carries them: as an index, and as ways into the hub."""

from dataclasses import replace
from pathlib import Path

from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import CASE_STUDIES, COMMUNITIES, REGIONS, THEMES
from ideas_hub.repository.load import read_hub
from ideas_hub.views.page import Link
from ideas_hub.views.terms import TermChoice, terms_view, ways_in


def test_a_term_that_nothing_carries_is_left_out(hub: Hub) -> None:
    assert [choice.link.text for choice in terms_view(THEMES, hub).choices] == [
        "Mending clothes",
        "Tools and electrics",
    ]


def test_a_choice_says_what_carries_the_term(hub: Hub) -> None:
    assert terms_view(COMMUNITIES, hub).choices[2] == TermChoice(
        "tight-budgets",
        Link("People on a tight budget", "communities/tight-budgets/", 2),
        "People for whom a new kettle is a lot of money.",
        "1 case study and 1 lesson",
    )


def test_the_index_of_regions_counts_projects_too(hub: Hub) -> None:
    """The small hub has no project in the region across Wales, and nothing at all in Mid Wales."""
    view = terms_view(REGIONS, hub)

    assert (view.page.title, view.page.address) == ("Regions", "regions/")
    assert [(choice.link.text, choice.link.count, choice.counts) for choice in view.choices] == [
        ("North Wales", 3, "2 case studies, 1 programme and 1 project"),
        ("South Wales", 4, "2 case studies, 2 events and 1 project"),
        ("Across Wales", 3, "1 case study, 1 programme and 1 event"),
    ]
    assert view.map is not None
    assert terms_view(REGIONS, replace(hub, drawing=None)).map is None


def test_a_region_with_projects_alone_is_on_the_index(tree: Path) -> None:
    file = tree / "docs/projects/projects.csv"
    file.write_text(file.read_text().replace("south-wales", "mid-wales"))
    choice = terms_view(REGIONS, read_hub(tree)[0]).choices[0]

    assert (choice.link.text, choice.link.count, choice.counts) == ("Mid Wales", 0, "1 project")


def test_the_index_of_themes_has_no_map(hub: Hub) -> None:
    view = terms_view(THEMES, hub)

    assert (view.page.address, view.map) == ("themes/", None)


def test_there_are_three_ways_in(hub: Hub) -> None:
    assert [(section.anchor, section.title, [link.count for link in section.links]) for section in ways_in(hub)] == [
        ("themes", "Themes", [3, 7]),
        ("regions", "Regions", [3, 4, 3]),
        ("communities", "Communities", [3, 6, 2]),
    ]


def test_ways_in_can_count_one_kind_of_entry_alone(hub: Hub) -> None:
    counts = [[link.count for link in section.links] for section in ways_in(hub, CASE_STUDIES)]

    assert counts[1:] == [[2, 2, 1], [2, 4, 1]]
