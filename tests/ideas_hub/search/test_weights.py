"""An entry's words matter by where they stand, how often, and by nothing outside the entry."""

import pytest

from ideas_hub.search.weights import FIELDS, HIGHEST_IMPACT, EntryWords, weigh_words

PHRASE_FIELDS = [field.name for field in FIELDS if field.phrases]


def weigh(**texts: str) -> EntryWords:
    """Return the words of an entry with one text in each of these fields."""
    return weigh_words({name: [text] for name, text in texts.items()})


def test_forms_of_a_word_are_one_group() -> None:
    entry = weigh(title="Gardening", body="Gardens for fixers")

    assert entry.words == {"fixers", "gardening", "gardens"}
    assert set(entry.impacts) == {"garden", "fixer", "garden="}


def test_a_word_matters_more_in_each_field_than_in_the_text() -> None:
    """But for the synonyms of an entry's terms, which have pages of their own."""
    filler = {field.name: "word " * (field.usual_length - 1) for field in FIELDS}
    found = {
        field.name: weigh(**{**filler, field.name: f"{filler[field.name]} garden"}).impacts["garden"]
        for field in FIELDS
    }

    assert sorted(found, key=lambda name: found[name])[:2] == ["synonyms", "body"]


def test_a_title_counts_for_more_than_several_mentions_in_the_body() -> None:
    in_title = weigh(title="Garden club", body="word " * 400)
    in_body = weigh(title="A club", body="word " * 400 + "garden " * 4)

    assert in_title.impacts["garden"] > in_body.impacts["garden"]


def test_more_mentions_matter_more_but_less_and_less() -> None:
    once, twice, thrice = (weigh(body="word " * 400 + "garden " * times).impacts["garden"] for times in (1, 4, 7))

    assert 0 < thrice - twice < twice - once


def test_a_mention_in_a_short_text_says_more_than_in_a_long_one() -> None:
    short, long = (weigh(body=f"{'word ' * length} garden").impacts["garden"] for length in (50, 2000))

    assert short > long


def test_impacts_fit_their_bounds() -> None:
    entry = weigh(**{field.name: "garden " * 500 for field in FIELDS} | {"body": "rare " + "word " * 100_000})

    assert min(entry.impacts.values()) == 1
    assert max(entry.impacts.values()) <= HIGHEST_IMPACT


def test_of_a_kind_that_matters_less_every_word_matters_less() -> None:
    """A small card has few words, each of which would tell as much as a whole story's."""
    texts = {"title": ["Garden club"], "summary": ["A tea garden"]}
    full, less = (weigh_words(texts, share).impacts for share in (1.0, 0.7))

    assert full.keys() == less.keys()
    assert all(less[group] < full[group] for group in full)


@pytest.mark.parametrize("field", PHRASE_FIELDS)
def test_two_words_side_by_side_are_a_group_of_their_own(field: str) -> None:
    """Words that everybody uses stand in nobody's way."""
    assert {"walk footbal", "footbal carer"} <= weigh(**{field: "Walking football for carers"}).impacts.keys()


def test_only_names_and_labels_have_groups_of_two_words() -> None:
    """Those of whole texts would fill the index."""
    texts = {field.name: "Walking football" for field in FIELDS if field.name not in PHRASE_FIELDS}

    assert weigh(**texts).impacts.keys() == {"walk", "footbal"}


def test_no_group_reaches_from_one_name_to_the_next() -> None:
    assert weigh_words({"names": ["Tea Club", "Garden Group"]}).impacts.keys() == {
        *("tea", "club", "garden", "group"),
        *("tea club", "garden group"),
        *("tea club=", "garden group="),  # the whole names
    }


def test_a_whole_name_matters_more_than_a_part_of_one() -> None:
    one, part = (weigh(terms=name).impacts["darn"] for name in ("Darning", "Darning in the evening"))
    two, longer = (weigh(terms=name).impacts["walk footbal"] for name in ("Walking football", "Walking football club"))

    assert one > part
    assert two > longer


def test_a_text_of_no_field_is_a_programming_mistake() -> None:
    with pytest.raises(ValueError, match="there is no field 'text'; the fields are title, names"):
        weigh(text="words")
