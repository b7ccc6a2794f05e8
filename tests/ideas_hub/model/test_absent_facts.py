"""ideas_hub/model/absent_facts.py: every kind of entry answers for the facts of the others."""

import inspect
from itertools import chain

import pytest

from ideas_hub.model import absent_facts
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import ENTRY_KINDS, Kind

ABSENT = {
    name: value
    for _, kind in inspect.getmembers(absent_facts, inspect.isclass)
    if kind.__module__ == absent_facts.__name__
    for name, value in vars(kind).items()
    if not name.startswith("_")
}


@pytest.mark.parametrize("kind", ENTRY_KINDS, ids=lambda kind: kind.id)
def test_a_kind_has_each_of_them_as_its_own_field_or_empty(kind: Kind) -> None:
    """Nobody has to ask which kind an entry is."""
    own = set(kind.record.model_fields)

    assert {name: getattr(kind.record, name) for name in ABSENT.keys() - own} == {
        name: value for name, value in ABSENT.items() if name not in own
    }


def test_each_is_a_field_of_some_kind() -> None:
    """What no kind has any longer goes from here too."""
    assert ABSENT.keys() <= set(chain(*(kind.record.model_fields for kind in ENTRY_KINDS)))


def test_they_stand_in_no_data_file(hub: Hub) -> None:
    assert "place" not in hub.programmes["parts-fund"].facts.model_dump()
    assert hub.programmes["parts-fund"].facts.place == ""
