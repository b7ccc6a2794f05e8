"""Everything that is published can be found, each by a card of its own."""

from collections import Counter
from dataclasses import replace
from itertools import groupby

import pytest

from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import CASE_STUDIES, LEARNING_POINTS, VOCABULARY_KINDS
from ideas_hub.model.place import Point
from ideas_hub.search.index import SearchRecord
from ideas_hub.views.facets import KINDS
from ideas_hub.views.found import listed_on_pages, search_records


@pytest.fixture(scope="module")
def found(hub: Hub) -> dict[str, SearchRecord]:
    """What is found in the small hub, by address."""
    return {one.card.address: one for one in search_records(hub)}


def test_each_thing_is_found_once(hub: Hub) -> None:
    assert max(Counter(one.card.address for one in search_records(hub)).values()) == 1


def test_everything_published_is_found(hub: Hub, found: dict[str, SearchRecord]) -> None:
    assert {
        *(addresses.document(entry.kind, entry.id) for entry in hub.entries),
        *(addresses.document(kind, term) for kind in VOCABULARY_KINDS for term in hub.vocabulary.of_kind(kind)),
        *map(addresses.project, hub.projects),
        *map(addresses.organisation, hub.organisations),
        *map(addresses.glossary, hub.glossary),
        *(addresses.figure(figure.subject, key) for key, figure in hub.evidence.figures.items()),
        *(addresses.document(source.kind, source.id) for source in hub.sources.values()),
        *("about/", "accessibility/", "contribute/", "data/", "glossary/", "privacy/", "regions/"),
    } <= found.keys()


def test_neither_the_home_page_nor_the_finder_itself_is_found(found: dict[str, SearchRecord]) -> None:
    assert "about/" in found
    assert {addresses.HOME, addresses.FIND} & found.keys() == set()


def test_a_page_of_a_part_that_is_not_published_is_not_found(hub: Hub, found: dict[str, SearchRecord]) -> None:
    without_projects = {one.card.address for one in search_records(replace(hub, projects={}))}

    assert "ideas/" not in found
    assert addresses.PROJECTS in found.keys() - without_projects


def test_those_of_a_kind_stand_together_and_entries_come_last_the_newest_at_the_end(
    found: dict[str, SearchRecord],
) -> None:
    """Backwards, this is the order without words; and a new case study changes no other's place."""
    kinds = [kind for kind, _ in groupby(one.card.kind for one in found.values())]
    days = [one.day for one in found.values() if one.card.kind == CASE_STUDIES.id]

    assert kinds == [
        *("pages", "sources", "figures", "words", "themes", "regions", "communities"),
        *("organisations", "projects", "events", "programmes", "tools", "trails", "learning-points", "case-studies"),
    ]
    assert days == sorted(days)


def test_every_kind_has_a_name_among_the_types_of_page(found: dict[str, SearchRecord]) -> None:
    assert {one.card.kind for one in found.values()} == KINDS.keys() - {"ideas"}
    assert all(one.facets["kind"] == (one.card.kind,) for one in found.values())


def test_small_cards_and_overviews_matter_less_than_stories_and_lessons(found: dict[str, SearchRecord]) -> None:
    stories = {CASE_STUDIES.id, LEARNING_POINTS.id}

    assert {one.share for one in found.values() if one.card.kind in stories} == {1.0}
    assert all(0 < one.share < 1 for one in found.values() if one.card.kind not in stories)


def test_a_milestone_matters_less_than_what_people_can_go_to(found: dict[str, SearchRecord]) -> None:
    assert found["events/parts-fund-opens/"].share < found["events/big-mend/"].share


def test_a_card_says_what_a_thing_is_in_its_own_words(found: dict[str, SearchRecord]) -> None:
    project, word = found["projects/third-drawer/"].card, found["glossary/#pat"].card
    figure, source = found["evidence/things/#items-brought"].card, found["sources/#parts-evaluation"].card

    assert (project.kind_label, project.title, project.byline, project.tags) == (
        "Project",
        "Third Drawer Society",
        "Buttons for all · Newport",
        ("Mending clothes", "People on a tight budget", "South Wales"),
    )
    assert (word.kind_label, word.title) == ("Word explained", "PAT")
    assert word.summary.startswith("Short for portable appliance test.")
    assert (figure.kind_label, figure.title) == ("Figure", "Things brought to be mended")
    assert figure.summary == "1,312 things. 12 repair cafés that kept a tally"
    assert source.summary.startswith("Thimble and Spanner Research (2025).")


def test_a_case_study_lies_where_its_project_does_and_others_lie_nowhere(found: dict[str, SearchRecord]) -> None:
    """A kind of entry that is about no one place is nowhere, and so is a story that no project stands behind."""
    located = {address: (one.region, one.point) for address, one in found.items() if one.point}

    assert located == {
        "projects/wobbly-chair/": ("north-wales", Point(53.3, -3.8)),
        "case-studies/soldering/": ("north-wales", Point(53.3, -3.8)),
        "projects/third-drawer/": ("south-wales", Point(51.6, -3.0)),
    }


def test_only_entries_have_a_digest_and_a_day(hub: Hub, found: dict[str, SearchRecord]) -> None:
    """All else is built again with any other change."""
    entries = {addresses.document(entry.kind, entry.id) for entry in hub.entries}

    assert {address for address, one in found.items() if one.digest} == entries
    assert {address for address, one in found.items() if one.day} == entries


def test_a_page_is_found_by_what_the_hub_lists_on_it(hub: Hub) -> None:
    listed = listed_on_pages(hub)

    assert "Wood and furniture" in listed["docs/themes/index.md"]
    assert listed["docs/projects/index.md"] == listed["docs/regions/index.md"]
    assert listed["docs/evidence.md"] == ("What people brought", "What became of the things")
