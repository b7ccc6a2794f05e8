"""The name of a draft's file."""

import pytest

from ideas_hub.drafting.draft import Draft, build_draft, slug
from ideas_hub.drafting.kinds import NEW_KINDS
from ideas_hub.drafting.questions import questions
from ideas_hub.model.hub import Hub


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gwnïo gyda'n gilydd, yn y Bala!", "gwnio-gydan-gilydd-yn-y-bala"),
        ("Łódź & Straße", "lodz-strasse"),
        ("Ann\u2019s 2nd café", "anns-2nd-cafe"),
        ("社区花园", ""),
        ("word " * 20, "word-word-word-word-word-word-word-word-word-word-word-word"),
        ("x" * 80, "x" * 60),
    ],
)
def test_a_slug_is_plain_and_cut_between_words(text: str, name: str) -> None:
    """Lower-case ASCII letters and digits, at most sixty characters."""
    assert slug(text) == name


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"title": "Lamps", "organisation": "A group"}, "lamps"),
        ({"title": "社区花园", "organisation": "A group"}, "a-group"),
        ({}, "new-story"),
    ],
)
def test_a_draft_is_named_after_its_title_or_its_group(values: dict[str, str], name: str) -> None:
    """There is always a name."""
    assert Draft(values, "").slug == name


def test_what_has_no_name_says_what_it_is() -> None:
    assert [Draft({}, "", kind=kind).slug for kind in NEW_KINDS[:2]] == ["new-story", "new-learning-point"]


def test_a_date_is_kept_as_the_hub_writes_it(hub: Hub) -> None:
    """However it was typed, in the terminal too; what is none stays, and the check says so."""
    asked = questions(hub)
    starts = [build_draft({"When did it start?": words}, asked).values["period"] for words in ("3 May 2024", "soon")]

    assert starts == [{"start": "2024-05-03"}, {"start": "soon"}]


@pytest.mark.parametrize("answer", ["", " ", "-", "n/a", "N/A.", "None", "not applicable", "\u2013"])
def test_an_answer_that_says_there_is_none_is_none(answer: str, hub: Hub) -> None:
    draft = build_draft({"Who were your partners?": answer, "What did you do?": answer}, questions(hub))

    assert (dict(draft.values), draft.body) == ({}, "")


def test_only_what_starts_a_line_is_a_bullet(hub: Hub) -> None:
    draft = build_draft({"What helped?": "- Tea\n2. Cake\nNobody came before 5. May - a pity"}, questions(hub))

    assert draft.values["worked"] == ("Tea", "Cake", "Nobody came before 5. May - a pity")
