"""Cards, and lists: a card for each of the first entries, a line for each other, two hundred to a page."""

from dataclasses import replace

import pytest

from ideas_hub.model.card import Card
from ideas_hub.model.hub import Hub
from ideas_hub.views.cards import cached_cards, card
from ideas_hub.views.lists import CARDS, PAGE_SIZE, ListView, list_pages, nearby_pages
from ideas_hub.views.page import Link, Page

FIRST = ListView(Page("Studies", "All of them.", "case-studies/", intro="<p>Read on.</p>"))


def pages(hub: Hub, size: int) -> list[ListView]:
    """A list of so many entries: all the same case study."""
    study = hub.case_studies["soldering"]
    entries = [replace(study, id=f"study-{number}") for number in range(size)]
    return list(list_pages(FIRST, entries, cached_cards(hub)))


def test_a_card_says_in_short_what_an_entry_is(hub: Hub) -> None:
    assert card(hub.case_studies["soldering"], hub) == Card(
        "case-studies",
        "Case study",
        "Soldering together in Conwy",
        "case-studies/soldering/",
        "Short soldering lessons helped people who felt alone to meet others.",
        "Conwy",
        ("Tools and electrics", "Newcomers", "Mending clothes", "North Wales"),
    )


def test_a_list_shows_two_tags_first_what_then_for_whom(hub: Hub) -> None:
    """The place stands above them, so a region would say it again."""
    assert card(hub.case_studies["soldering"], hub).main_tags == ("Tools and electrics", "Newcomers")


def test_without_a_place_a_card_says_who_and_without_both_nothing(hub: Hub) -> None:
    study = hub.case_studies["soldering"]
    nowhere = replace(study, facts=study.facts.model_copy(update={"place": ""}))

    assert card(nowhere, hub).byline == "Wobbly Chair Collective"
    assert card(hub.programmes["parts-fund"], hub).byline == ""


def test_a_card_is_built_once(hub: Hub) -> None:
    card_of = cached_cards(hub)

    assert card_of("case_studies/soldering.md") is card_of("case_studies/soldering.md")


def test_entries_are_grouped_by_kind_and_each_group_counts_the_whole_list(hub: Hub) -> None:
    (page,) = list_pages(FIRST, hub.entries, cached_cards(hub))

    assert [(group.title, len(group.cards)) for group in page.groups] == [
        ("5 case studies", 5),
        ("3 lessons", 3),
        ("1 trail", 1),
        ("1 tool", 1),
        ("2 programmes", 2),
        ("4 events", 4),
    ]
    assert (page.pages, page.before, page.after) == ((), None, None)


def test_a_list_of_nothing_still_has_a_page_which_counts_nothing(hub: Hub) -> None:
    """The page says in words that nothing is there."""
    assert pages(hub, 0) == [FIRST]


def test_a_list_is_cut_after_two_hundred(hub: Hub) -> None:
    def listed(page: ListView) -> int:
        return len(page.groups[0].cards + page.groups[0].lines)

    assert list(map(listed, pages(hub, PAGE_SIZE))) == [200]

    first, second = pages(hub, PAGE_SIZE + 1)
    assert [listed(first), listed(second)] == [200, 1]
    assert {page.groups[0].title for page in (first, second)} == {"201 case studies"}
    assert [link.address for link in first.pages] == ["case-studies/", "case-studies/page/2/"]


def test_a_card_stands_for_each_of_the_first_twenty_entries_of_a_list_and_a_line_for_each_other(hub: Hub) -> None:
    """Whole cards for all would make most of the site: an entry is on a dozen lists."""
    (short,), (long,) = pages(hub, CARDS), pages(hub, CARDS + 3)
    _, further = pages(hub, PAGE_SIZE + 5)

    assert [(len(page.groups[0].cards), len(page.groups[0].lines)) for page in (short, long, further)] == [
        (20, 0),
        (20, 3),
        (0, 5),
    ]


def test_the_cards_of_a_list_are_counted_over_all_kinds(hub: Hub) -> None:
    (page,) = list_pages(FIRST, hub.entries, cached_cards(hub), cards=6)

    assert [(len(group.cards), len(group.lines)) for group in page.groups] == [
        (5, 0), (1, 2), (0, 1), (0, 1), (0, 2), (0, 4),
    ]  # fmt: skip


def test_only_the_first_page_has_the_introduction(hub: Hub) -> None:
    first, second, third = (page.page for page in pages(hub, 2 * PAGE_SIZE + 1))

    assert first == FIRST.page
    assert (second.title, second.address, second.intro) == ("Studies, page 2 of 3", "case-studies/page/2/", "")
    assert third.title == "Studies, page 3 of 3"


def test_each_page_leads_to_its_neighbours(hub: Hub) -> None:
    first, second, third = pages(hub, 2 * PAGE_SIZE + 1)

    assert (first.before, first.after) == (None, Link("Next page", "case-studies/page/2/"))
    assert (third.before, third.after) == (Link("Previous page", "case-studies/page/2/"), None)
    assert (second.before, second.after) == (
        Link("Previous page", "case-studies/"),
        Link("Next page", "case-studies/page/3/"),
    )


@pytest.mark.parametrize(
    ("number", "shown"),
    [(1, "1 2 3 20"), (4, "1 2 3 4 5 6 20"), (10, "1 8 9 10 11 12 20"), (20, "1 18 19 20")],
)
def test_page_links_do_not_grow_with_the_list(number: int, shown: str) -> None:
    links = tuple(Link(str(n), f"page/{n}/") for n in range(1, 21))

    assert [link.text for link in nearby_pages(links, number)] == shown.split()
