"""Every list: of a kind, of a term, of two terms; each narrows to what is there."""

from dataclasses import replace

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import CASE_STUDIES, COMMUNITIES, PROGRAMMES, REGIONS
from ideas_hub.views import lists
from ideas_hub.views.cards import cached_cards
from ideas_hub.views.lists import ListView, kind_pages, list_builders, pair_pages, term_pages
from ideas_hub.views.page import Fact, Link, LinkGroup


def titles(view: ListView) -> list[str]:
    return [card.title for group in view.groups for card in group.cards]


@pytest.fixture(scope="module")
def views(hub: Hub) -> dict[str, ListView]:
    """The first page of every list, by address."""
    return {view.page.address: view for _, build in list_builders(hub) for view in build()}


def test_a_kind_lists_its_entries_in_reading_order(hub: Hub) -> None:
    (view,) = kind_pages(PROGRAMMES, hub, cached_cards(hub))

    assert [group.title for group in view.groups] == ["2 programmes"]
    assert titles(view) == ["Spare Parts Fund", "Skills days"]
    assert view.narrow == ()


def test_case_studies_narrow_by_every_kind_of_term(hub: Hub) -> None:
    (view,) = kind_pages(CASE_STUDIES, hub, cached_cards(hub))

    assert [section.title for section in view.narrow] == ["Themes", "Regions", "Communities"]
    assert view.narrow[0].links[1] == Link("Tools and electrics", "themes/tools-electrics/", 4)


def test_case_studies_have_a_list_before_there_are_any_and_other_kinds_none(hub: Hub) -> None:
    """The menu of every page leads to the case studies."""
    bare = replace(hub, case_studies={}, programmes={}, events={})
    pages = {view.page.address: view for _, build in list_builders(bare) for view in build()}

    assert pages["case-studies/"].groups == ()
    assert not {"programmes/", "ideas/"} & pages.keys()


def test_every_list_is_within_the_paths_that_its_builder_names(hub: Hub) -> None:
    """The incremental build relies on it."""
    for paths, build in list_builders(hub):
        for view in build():
            assert any(f"{view.page.address}index.html".startswith(path) for path in paths)


def test_every_kind_but_learning_points_every_term_and_every_pair_in_use_has_a_list(views: dict[str, ListView]) -> None:
    """Learning points have a page of their own."""
    assert {address.split("/")[0] for address in views} == {
        "case-studies", "programmes", "tools", "themes", "regions", "communities", "find",
    }  # fmt: skip
    assert {address for address in views if address.startswith("find/")} == {
        "find/mending-clothes/north-wales/",
        "find/mending-clothes/national/",
        "find/mending-clothes/newcomers/",
        "find/mending-clothes/older-neighbours/",
        "find/tools-electrics/north-wales/",
        "find/tools-electrics/south-wales/",
        "find/tools-electrics/national/",
        "find/tools-electrics/newcomers/",
        "find/tools-electrics/older-neighbours/",
        "find/tools-electrics/tight-budgets/",
        "find/north-wales/newcomers/",
        "find/north-wales/older-neighbours/",
        "find/south-wales/older-neighbours/",
        "find/south-wales/tight-budgets/",
        "find/national/newcomers/",
        "find/national/older-neighbours/",
    }


def test_a_term_says_what_it_means_and_what_carries_it(views: dict[str, ListView]) -> None:
    view = views["regions/north-wales/"]

    assert view.page.description == (
        "From the Dee to the end of the Llŷn Peninsula: 2 case studies, 1 programme and 1 project."
    )
    assert view.page.breadcrumb == (Link("Home", ""), Link("Regions", "regions/"))
    assert view.facts == ()
    assert [section.title for section in view.also] == ["Projects in North Wales"]
    assert view.also[0].links == (Link("Wobbly Chair Collective: Chairs, chats", "projects/wobbly-chair/"),)


def test_a_list_of_several_kinds_leads_to_each(views: dict[str, ListView]) -> None:
    """The first group may be long."""
    assert [(group.title, group.anchor) for group in views["regions/north-wales/"].jumps] == [
        ("2 case studies", "case-studies"),
        ("1 programme", "programmes"),
    ]
    assert views["programmes/"].jumps == ()


def test_a_term_names_its_broader_and_narrower_terms(views: dict[str, ListView]) -> None:
    broader = Link("Newcomers", "communities/newcomers/", 3)
    narrower = Link("Young newcomers", "communities/young-newcomers/", 0)

    assert views["communities/young-newcomers/"].facts == (Fact("Part of", links=(broader,)),)
    assert views["communities/newcomers/"].facts == (Fact("Includes", links=(narrower,)),)


def test_a_term_narrows_by_the_terms_of_other_kinds_that_its_case_studies_carry(views: dict[str, ListView]) -> None:
    assert views["regions/south-wales/"].narrow == (
        LinkGroup("Themes", (Link("Tools and electrics", "find/tools-electrics/south-wales/", 2),)),
        LinkGroup(
            "Communities",
            (
                Link("Older neighbours", "find/south-wales/older-neighbours/", 2),
                Link("People on a tight budget", "find/south-wales/tight-budgets/", 1),
            ),
        ),
    )
    assert views["regions/mid-wales/"].narrow == ()


def test_each_choice_of_a_narrower_list_leads_to_as_many_case_studies_as_it_counts(views: dict[str, ListView]) -> None:
    for view in views.values():
        for section in view.narrow:
            for link in section.links:
                found = [card for group in views[link.address].groups for card in group.cards]
                assert len([card for card in found if card.kind == "case-studies"]) == link.count


def test_a_pair_lists_the_case_studies_that_carry_both(views: dict[str, ListView]) -> None:
    view = views["find/mending-clothes/north-wales/"]

    assert view.page.title == "Case studies about mending clothes in North Wales"
    assert view.page.description.startswith("2 case studies about mending clothes in North Wales: ")
    assert set(titles(view)) == {"Soldering together in Conwy", "Gwnïo gyda'n gilydd yn y Bala"}
    assert view.chips == (
        Link("Mending clothes", "regions/north-wales/"),
        Link("North Wales", "themes/mending-clothes/"),
    )


def test_a_pair_has_cards_for_a_few_and_lines_for_many(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    theme, where = hub.vocabulary.themes["mending-clothes"], "find/mending-clothes/north-wales/"

    def shown() -> list[tuple[int, int]]:
        pages = pair_pages(theme, REGIONS, hub, cached_cards(hub))
        return [
            (len(group.cards), len(group.lines)) for one in pages if one.page.address == where for group in one.groups
        ]

    assert shown() == [(2, 0)]
    monkeypatch.setattr(lists, "CARDS", 1)
    assert shown() == [(0, 2)]


def test_the_community_comes_before_the_place(views: dict[str, ListView]) -> None:
    """As in "about mending clothes for newcomers", but "for newcomers in North Wales"."""
    assert views["find/north-wales/newcomers/"].page.title == "Case studies for newcomers in North Wales"
    assert views["find/mending-clothes/newcomers/"].page.title == "Case studies about mending clothes for newcomers"


def test_a_pair_that_no_case_study_carries_has_no_page(hub: Hub) -> None:
    region = hub.vocabulary.of_kind(REGIONS)["mid-wales"]

    assert list(pair_pages(region, COMMUNITIES, hub, cached_cards(hub))) == []
    assert len(list(term_pages(region, hub, cached_cards(hub)))) == 1
