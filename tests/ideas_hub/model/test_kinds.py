"""ideas_hub/model/kinds.py: the kinds of document."""

import pickle

import pytest

from ideas_hub.model.kinds import ALL_KINDS, CASE_STUDIES, PAGE_KINDS, Kind, kind_named


@pytest.mark.parametrize("kind", [*ALL_KINDS, *PAGE_KINDS], ids=lambda kind: kind.id)
def test_a_kind_that_was_pickled_is_the_same_object(kind: Kind) -> None:
    """Results of workers and of the cache are compared by `is`."""
    assert pickle.loads(pickle.dumps(kind)) is kind  # noqa: S301 pickled here
    assert kind_named(kind.id) is kind


def test_kinds_have_different_ids_and_folders() -> None:
    """The id is part of every address, the folder of every file's path."""
    assert len({kind.id for kind in ALL_KINDS}) == len({kind.folder for kind in ALL_KINDS}) == len(ALL_KINDS)


def test_labels_start_with_a_capital() -> None:
    assert (CASE_STUDIES.label, CASE_STUDIES.plural_label) == ("Case study", "Case studies")
