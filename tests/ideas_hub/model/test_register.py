"""ideas_hub/model/register.py: every address ever published, with its number."""

from dataclasses import replace
from datetime import date

from ideas_hub.model.document import Document
from ideas_hub.model.entries import CaseStudy
from ideas_hub.model.hub import Hub
from ideas_hub.model.register import PublishedAddress, Register, register_csv, with_new_entries

OLD = PublishedAddress(3, "case-studies", "van-on-tour", "case-studies/van-on-tour/", 2)
NEW = PublishedAddress(3, "case-studies", "mending-van", "case-studies/mending-van/", 3)


def study(hub: Hub, name: str, published: date) -> Document[CaseStudy]:
    entry = hub.case_studies["soldering"]
    return replace(entry, id=name, facts=entry.facts.model_copy(update={"published": published}))


def only(hub: Hub, *studies: Document[CaseStudy]) -> Hub:
    """Return a hub whose entries are these case studies."""
    entries = {entry.id: entry for entry in studies}
    return replace(hub, case_studies=entries, learning_points={}, programmes={}, ideas={})


def test_the_first_register_numbers_entries_from_the_oldest(hub: Hub) -> None:
    """Of one day, case studies first, then by id."""
    register = with_new_entries(Register(), hub)

    assert [row.number for row in register.rows] == list(range(1, len(hub.entries) + 1))
    assert [(row.kind, row.id) for row in register.rows[:3]] == [
        ("case-studies", "clock-club"),
        ("case-studies", "mending-van"),
        ("case-studies", "gwnio-yn-y-bala"),
    ]
    assert [row.id for row in register.rows[-2:]] == ["soldering", "say-hello"]


def test_a_register_that_is_complete_stays_as_it_is(hub: Hub) -> None:
    register = with_new_entries(Register(), hub)

    assert with_new_entries(register, hub) == register


def test_a_new_entry_gets_the_next_number_whatever_its_date(hub: Hub) -> None:
    """No number moves, and none is given again."""
    newer, older = study(hub, "newer", date(2026, 1, 1)), study(hub, "older", date(1999, 1, 1))
    register = with_new_entries(Register((OLD,)), only(hub, newer, older))

    assert [(row.number, row.id) for row in register.rows] == [(3, "van-on-tour"), (4, "older"), (5, "newer")]


def test_a_renamed_entry_takes_over_its_number(hub: Hub) -> None:
    """Its first id stays known: feeds go on with it."""
    van = hub.case_studies["mending-van"]
    register = with_new_entries(Register((OLD,)), only(hub, van))

    assert [(row.number, row.address) for row in register.rows] == [(3, OLD.address), (3, NEW.address)]
    assert register.number_of(van) == 3
    assert register.first_id_of(van) == "van-on-tour"


def test_an_entry_that_is_not_registered_has_no_number(hub: Hub) -> None:
    soldering, register = hub.case_studies["soldering"], Register((OLD,))

    assert register.row("case-studies", "soldering") is None
    assert register.number_of(soldering) is None
    assert register.first_id_of(soldering) == "soldering"


def test_ids_of_different_kinds_do_not_meet() -> None:
    register = Register((OLD, NEW))

    assert register.row("case-studies", "van-on-tour") == OLD
    assert register.row("programmes", "van-on-tour") is None


def test_the_file_has_a_row_for_each_address() -> None:
    assert register_csv(Register((OLD, NEW))) == (
        "number,kind,id,address\n"
        "3,case-studies,van-on-tour,case-studies/van-on-tour/\n"
        "3,case-studies,mending-van,case-studies/mending-van/\n"
    )
