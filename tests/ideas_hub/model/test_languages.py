"""Tags of languages as people write them, and which way a text runs."""

from collections.abc import Callable

import pytest

from ideas_hub.model.languages import has_right_to_left, other_language, tag_of

Change = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("written", "tag"),
    [("cy", "cy"), ("CY", "cy"), ("pt-br", "pt-BR"), ("zh-hant", "zh-Hant"), ("pa-Arab-PK", "pa-Arab-PK")],
)
def test_a_tag_is_written_in_its_usual_capitals(written: str, tag: str) -> None:
    assert tag_of(written) == tag


@pytest.mark.parametrize("written", ["", "xx", "welsh", "cy_GB", "c", "cy-", "cy-Latn-GB-extra", 'cy" onload="x'])
def test_what_is_no_tag_is_none(written: str) -> None:
    assert tag_of(written) == ""


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("cy", "ltr"),
        ("ar", "rtl"),
        ("ur", "rtl"),
        ("fa-IR", "rtl"),
        ("pa", "ltr"),
        ("pa-Arab", "rtl"),
        ("ku-Latn", "ltr"),
    ],
)
def test_a_text_runs_as_its_script_does(tag: str, direction: str) -> None:
    language = other_language(tag)
    assert language
    assert language.direction == direction


@pytest.mark.parametrize("text", ["الساعة", "At שלום House", "ތާނަ", "\U0001e900", "Repair \u202e caf\u00e9"])
def test_a_text_with_anything_that_runs_from_right_to_left_needs_a_direction(text: str) -> None:
    assert has_right_to_left(text)


@pytest.mark.parametrize("text", ["", "Soldering", "Gwnïo gyda'n gilydd · £5 \u2013 \u201ctŷ\u201d", "Ремонт 修理 😀"])
def test_a_text_that_runs_from_left_to_right_throughout_needs_none(text: str) -> None:
    """A page would say it of each of its titles, and no reader would see a difference."""
    assert not has_right_to_left(text)


@pytest.mark.parametrize("tag", [None, "en", "en-GB", "en-US"])
def test_the_hub_s_own_language_is_no_other(tag: str | None) -> None:
    assert other_language(tag) is None


@pytest.mark.parametrize(("written", "near"), [("Welsh", "cy"), ("cymraeg", "cy"), ("Urdu", "ur"), ("Farsi", "fa")])
def test_a_language_by_its_name_is_told_with_its_code(change: Change, written: str, near: str) -> None:
    (problem,) = change("case_studies/soldering.md", "region:", f"language: {written}\nregion:")

    assert f'language: "{written}" is not the code of a language. Did you mean "{near}"?' in problem
