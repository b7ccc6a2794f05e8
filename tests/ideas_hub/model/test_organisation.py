"""How the name of an organisation leads to its record."""

import pytest

from ideas_hub.model.organisation import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Take Art", "TAKE ART"),
        ("Canal & River Trust", "Canal and River Trust"),
        ("The King's Fund", "Kings Fund"),
        ("The King\u2019s Fund", "king's fund"),
        ("Delapr\u00e9 Abbey", "Delapre Abbey"),
        ("Creative Shift CIC", "Creative Shift"),
        ("Creative Shift C.I.C.", "creative shift cic"),
        ("Loose Spoke Ltd", "Loose Spoke Limited"),
        ("take-art", "Take Art"),
        ("  Take   Art ", "Take Art"),
    ],
)
def test_names_that_differ_in_spelling_alone_are_one(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Base 25", "Base 26"), ("The", "Ltd"), ("Art Trust", "Trust Art")])
def test_names_that_differ_in_a_word_are_two(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)
