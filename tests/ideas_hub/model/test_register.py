"""ideas_hub/model/register.py: the short address of every entry, which never changes."""

import re
from dataclasses import replace

from ideas_hub.model.document import Document
from ideas_hub.model.entries import CaseStudy
from ideas_hub.model.hub import Hub
from ideas_hub.model.register import NumberedEntry, Register, made_name

OLD = NumberedEntry(3, "case-studies", "van-on-tour", 2)
NEW = NumberedEntry(3, "case-studies", "mending-van", 3)


def study(hub: Hub, name: str, *old: str) -> Document[CaseStudy]:
    entry = hub.case_studies["soldering"]
    return replace(entry, id=name, facts=entry.facts.model_copy(update={"redirect_from": old}))


def test_a_name_is_made_from_kind_and_id_and_is_always_the_same() -> None:
    """It is printed: whoever changes how it is made breaks every sheet of paper."""
    assert made_name("case-studies", "soldering") == "fpqcdvw"
    assert made_name("programmes", "soldering") != made_name("case-studies", "soldering")


def test_a_name_is_seven_letters_that_make_no_word_and_look_like_no_number() -> None:
    names = {made_name("case-studies", f"study-{number}") for number in range(2000)}

    assert len(names) == 2000
    assert all(re.fullmatch("[bcdfghjkmnpqrstvwxyz]{7}", name) for name in names)


def test_an_entry_with_a_number_keeps_it_under_any_name(hub: Hub) -> None:
    register = Register((OLD, NEW))

    assert register.short_name_of(study(hub, "mending-van", "van-on-tour")) == "3"
    assert register.short_name_of(study(hub, "van-of-today", "mending-van")) == "3"
    assert register.first_id_of(study(hub, "van-of-today", "mending-van")) == "van-on-tour"


def test_a_renamed_entry_keeps_the_short_address_of_its_first_id(hub: Hub) -> None:
    """Old ids stand in their order."""
    renamed = study(hub, "torches", "soldering", "solder")

    assert Register().first_id_of(renamed) == "soldering"
    assert Register().short_name_of(renamed) == made_name("case-studies", "soldering")


def test_ids_of_different_kinds_do_not_meet() -> None:
    register = Register((OLD,))

    assert register.short_name("case-studies", "van-on-tour") == "3"
    assert register.short_name("programmes", "van-on-tour") == made_name("programmes", "van-on-tour")
