"""Words are folded, split and grouped by the same few rules in the index and in the browser."""

from collections import Counter

import pytest

from ideas_hub.search.words import (
    DATA,
    LONGEST_WORD,
    STOP_WORDS,
    count_words,
    fold,
    name_key,
    stem,
    stems_of,
    stems_of_its_own,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Growing Food", ["growing", "food"]),
        ("a café in Łódź", ["cafe", "lodz"]),
        ("people's, people\u2019s and newcomers'", ["people", "people", "newcomers"]),
        ("O'Connor hadn't", ["oconnor", "hadnt"]),
        ("co-design", ["co", "design", "codesign"]),
        ("co\u2011design", ["co", "design", "codesign"]),
        ("one-to-one", ["one", "one", "onetoone"]),
        ("well-being -- a start-", ["well", "wellbeing", "start"]),
        ("A&E, Q&A, arts & crafts", ["ae", "qa", "arts", "crafts"]),
        ("type 2, £1,119 (24%)", ["type", "2", "1", "119", "24"]),
        ("soft\u00adly", ["softly"]),
        ("ﬁsh Ⅻ", ["fish", "xii"]),
        ("straße", ["strasse"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627", ["\u0645\u06cc\u062e\u0648\u0627"]),
        ("кафе́ и чай", ["кафе", "и", "чаи"]),
        ("<script>alert(1)</script>", ["script", "alert", "1", "script"]),
        ("the G.P. and a G.P.'s list", ["gp", "gp", "list"]),
        ("N.H.S. staff, e.g. nurses", ["nhs", "staff", "eg", "nurses"]),
        ("It ended. A. Smith said so", ["ended", "smith", "said"]),
        ("people with ME, (IT) and the WHO", ["people", "ME", "IT", "WHO"]),
        ("it hurt me; who said so", ["hurt", "said"]),
        ("the of and", []),
        ("", []),
    ],
)
def test_text_becomes_words(text: str, words: list[str]) -> None:
    assert list(count_words(text).items()) == list(Counter(words).items())


def test_a_word_has_a_longest_length() -> None:
    assert [len(word) for word in count_words("x" * 1000)] == [LONGEST_WORD]


def test_words_are_counted_however_they_are_written_and_whatever_stands_between() -> None:
    """In the order of the text too: sums of weights depend on it in their last digit."""
    text = (
        "Walk, co-design a WALK. Q&A; café\u00a0Café walk\u2019s (co-design) CAF\u00c9\u3000cafe\u0301 x\u00b4y "
        "O'Connor\u2014walk"
    )
    expected = {"walk": 4, "co": 2, "design": 2, "codesign": 2, "qa": 1, "cafe": 4, "oconnor": 1}
    assert list(count_words(text).items()) == list(expected.items())


def test_nothing_reaches_across_white_space_in_folding() -> None:
    """So that a text may be cut there first: the last sigma of a word, an accent without a letter."""
    for space in filter(str.isspace, map(chr, range(0x3001))):
        text = f"\u039f\u03a3{space}\u03a3\u0391{space}\u0301te\u0301{space}"
        assert list(count_words(text)) == ["\u03bf\u03c2", "\u03c3\u03b1", "te"]
        assert fold(text).split() == ["\u03bf\u03c2", "\u03c3\u03b1", "te"]


def test_folding_twice_changes_nothing_more() -> None:
    for text in ("CAFÉ", "İstanbul", "ΟΔΟΣ", "한국어", "ǅ", "ﬁ½"):
        assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "forms",
    [
        ("garden", "gardens", "gardening", "gardeners"),
        ("volunteer", "volunteers", "volunteering"),
        ("fixer", "fixers"),
    ],
)
def test_forms_of_a_word_share_a_group(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


def test_words_that_only_look_alike_do_not() -> None:
    assert stem("arts") != stem("arthritis")
    assert stem("men") != stem("mental")


def test_a_word_that_is_not_english_letters_stays_as_it_is() -> None:
    for word in ("чаи", "हिन्दी", "covid19", "2022"):
        assert stem(word) == word


def test_stop_words_are_folded() -> None:
    assert all(fold(word) == word for word in STOP_WORDS)


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("paid", "pays"),
        ("children", "child"),
        ("women", "woman"),
        ("wrote", "writing"),
        ("met", "meetings"),
        ("singers", "song"),
        ("loneliness", "lonely"),
        ("grief", "grieving"),
    ],
)
def test_words_of_a_family_belong_together(form: str, word: str) -> None:
    assert stem(form) == stem(word)


@pytest.mark.parametrize(
    ("word", "other"),
    [("hospitality", "hospital"), ("informal", "information"), ("memorials", "memory"), ("felt", "feeling")],
)
def test_words_that_only_look_alike_stay_apart(word: str, other: str) -> None:
    assert stem(word) != stem(other)


@pytest.mark.parametrize("name", ["families.txt", "apart.txt"])
def test_the_tables_of_stems_are_sorted_and_say_nothing_twice(name: str) -> None:
    """A word in two families would be lost from one of them."""
    rows = [line for line in (DATA / name).read_text("utf-8").splitlines() if not line.startswith("#")]
    words = [word for row in rows for word in row.replace(":", "").split()]

    assert rows == sorted(rows)
    assert len(set(words)) == len(words)


def test_a_question_is_what_it_asks_about() -> None:
    assert list(count_words("How do I get people to come back?")) == ["people", "come", "back"]


def test_stems_stand_in_the_order_of_the_text_without_the_words_that_everybody_uses() -> None:
    assert stems_of("Walking for the carers, walking") == ["walk", "carer", "walk"]


def test_no_word_of_a_table_is_one_that_everybody_uses() -> None:
    """It would never be looked up."""
    assert stems_of_its_own().keys() & STOP_WORDS == set()


def test_a_whole_name_is_its_stems_in_order_and_a_sign_of_its_own() -> None:
    assert name_key("Walking for the Carers") == "walk carer="
    assert name_key("Co-design") == "codesign="
    assert name_key("Walk, walk!") == "walk="
    assert name_key("About us") == ""
