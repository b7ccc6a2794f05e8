"""docs/assets/js/search.js without a browser: what it finds in a few made-up entries, and in the small hub.

It runs where there is no document, window, address or storage, so it can use none.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest
from script_search import ScriptSearch, SearchError, search_of

from ideas_hub.repository.load import read_hub
from ideas_hub.search.build import search_from_records
from ideas_hub.search.chunks import LARGEST_WORD_CHUNK
from ideas_hub.search.index import FIELDS, SearchRecord
from ideas_hub.search.words import LONGEST_WORD, STOP_WORDS, count_words
from ideas_hub.site.search_build import search_records
from ideas_hub.views.finder import search_facets
from tests.conftest import SMALL_HUB
from tests.ideas_hub.search.records import ENTRIES, REGION, THEME, entry

FACETS = (THEME, REGION)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
GARDENING, CHOIR, FOOTBALL, ATTACKED, WORDS = (f"case-studies/{number}/" for number in range(1, 6))


@pytest.fixture(scope="module")
def search() -> Iterator[ScriptSearch]:
    with search_of(search_from_records(ENTRIES, FACETS)) as running:
        yield running


@pytest.fixture(scope="module")
def small_hub() -> Iterator[ScriptSearch]:
    hub = read_hub(SMALL_HUB)[0]
    with search_of(search_from_records(search_records(hub), search_facets(hub))) as running:
        yield running


def found_in(records: Sequence[SearchRecord], words: str) -> list[int]:
    """Return the numbers of the entries that a search of these finds."""
    with search_of(search_from_records(records, FACETS)) as running:
        return [int(address.split("/")[1]) for address in running.find(words).addresses]


def test_without_words_everything_is_found_the_newest_first(search: ScriptSearch) -> None:
    assert search.find("").addresses == tuple(f"case-studies/{number}/" for number in range(30, 0, -1))


def test_a_word_finds_its_other_forms(search: ScriptSearch) -> None:
    assert set(search.find("garden").addresses) == {GARDENING, FOOTBALL}
    assert search.find("painter").addresses == search.find("painting").addresses


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("co-designed", GARDENING),
        ("CODESIGNED", GARDENING),
        ("co designed", GARDENING),
        ("Cafe", FOOTBALL),
        ("CAFE\u0301", FOOTBALL),
        ("A&E", WORDS),
        ("lodz", WORDS),
        ("Łódź", WORDS),
        ("people's learning", WORDS),
        ("हिन्दी", WORDS),
        ("ELEARNING", WORDS),
        ("e\u2011learning", WORDS),
        ("oconnor", WORDS),
        ("o\u2019connor\u2019s", WORDS),
        ("strasse", WORDS),
    ],
)
def test_accents_case_hyphens_and_apostrophes_make_no_difference(
    search: ScriptSearch, words: str, address: str
) -> None:
    assert search.find(words, exact=True).addresses[0] == address


def test_words_that_everybody_uses_are_not_looked_for(search: ScriptSearch) -> None:
    assert search.find("how do I get to the garden?").terms == search.find("garden").terms
    assert search.find("the of and").terms == ()


def test_a_word_given_twice_counts_once(search: ScriptSearch) -> None:
    assert search.split(["walk Walk WALK"]) == search.split(["walk"])
    assert search.split(["co-design codesign"]) == search.split(["co-design"])


def test_only_the_last_word_may_be_unfinished(search: ScriptSearch) -> None:
    assert search.find("carers gar").addresses[0] == GARDENING
    assert [term["instead"] for term in search.find("gard carers").terms] == ["", ""]
    assert search.find("gar carers").all == 1


def test_a_rare_word_may_be_the_start_of_another_but_comes_first() -> None:
    records = [entry(1, "Carnival", ""), entry(2, "Car", ""), entry(3, "Carpets", "")]
    cars = [entry(number, "Car", "") for number in (4, 5)]

    assert found_in(records, "car")[0] == 2
    assert set(found_in(records, "car")) == {1, 2, 3}
    assert set(found_in([*records, *cars], "car")) == {2, 4, 5}


def test_the_start_of_too_many_words_is_not_loaded() -> None:
    """On a large site "wo" would load a good part of the index; a letter more and there is an answer."""
    words = [f"wo{''.join(chosen)}" for chosen in combinations(LETTERS, 4)]
    assert len(" ".join(words)) + 4 * len(words) > 4 * LARGEST_WORD_CHUNK
    with search_of(search_from_records([entry(1, "Many words", " ".join(words)), entry(2, "Tea", "")], FACETS)) as many:
        asked = many.find("tea wo")
        longer = many.find("tea wowxyz")

    assert [term["lists"] for term in asked.terms] == [1, None]
    assert asked.addresses == ("case-studies/2/",)
    assert longer.terms[1]["lists"] is not None
    assert len([name for name in asked.loaded if name.startswith("words.")]) == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gardning", "gardening"),  # a letter is missing
        ("gardenning", "gardening"),  # one too many
        ("footbell", "football"),  # another one
        ("fotoball", "football"),  # two in the wrong order
        ("agrdening", "gardening"),  # the first two
        ("chior", "choir"),
        ("xylophone", ""),  # nothing is like it
        ("tae", ""),  # too short to tell
    ],
)
def test_a_misspelt_word_is_taken_for_the_nearest_one(search: ScriptSearch, typed: str, meant: str) -> None:
    found = search.find(typed)

    assert [term["instead"] for term in found.terms] == [meant]
    assert found.addresses == (search.find(meant, exact=True).addresses if meant else ())


def test_a_reader_can_insist_on_a_misspelt_word(search: ScriptSearch) -> None:
    found = search.find("gardning", exact=True)

    assert found.addresses == ()
    assert found.terms == ({"asked": "gardning", "instead": "", "lists": 0},)


def test_of_words_equally_near_the_one_in_more_entries_is_meant() -> None:
    records = [entry(1, "Boats", ""), *(entry(number, "Goats", "") for number in (2, 3))]

    assert set(found_in(records, "xoats")) == {2, 3}


def test_the_first_letter_may_be_the_second_in_a_large_index_too() -> None:
    """Where words with the two letters are in different chunks."""
    words = " ".join(f"{first}{second}{third}zz" for first in "abcdefg" for second in LETTERS for third in LETTERS)
    with search_of(search_from_records([entry(1, "Gardening", ""), entry(2, "Many", words)], FACETS)) as large:
        assert large.find("agrdening").addresses == (GARDENING,)


def test_a_synonym_of_a_term_finds_what_carries_the_term(small_hub: ScriptSearch) -> None:
    """The word "needlework" is in no entry, only in the page of the theme "Mending clothes"."""
    needlework = set(small_hub.find("needlework").addresses)

    assert needlework
    assert needlework <= set(small_hub.find("", {"theme": ["mending-clothes"]}).addresses)


def test_fields_rank_by_what_they_say_of_an_entry() -> None:
    """From the title down to the text; each entry has the word once, in one field."""
    names = [field.name for field in FIELDS if field.name != "title"]
    records = [
        entry(1, "Willow", ""),
        *(entry(i, "Other", "", texts={name: "willow"}) for i, name in enumerate(names, 2) if name != "body"),
    ]
    records.append(entry(20, "Other", "willow " + "meadow " * 450))

    ranking = found_in(records, "willow")
    assert ranking[0] == 1
    assert ranking[-1] == 20


def test_a_rare_word_says_more_than_a_common_one() -> None:
    records = [entry(1, "Rare", "zither tea"), *(entry(number, "Tea", "") for number in range(2, 12))]

    assert found_in(records, "tea zither")[0] == 1


def test_entries_with_all_words_come_first_and_where_they_are_few_those_with_one_less_follow(
    search: ScriptSearch,
) -> None:
    found = search.find("lonely carers")

    assert found.addresses == (CHOIR, GARDENING)
    assert (found.all, found.least, found.complete) == (2, 1, 1)


def test_more_of_the_words_come_before_one_of_them_in_the_title() -> None:
    records = [entry(1, "Meadow", f"zither tea {'meadow ' * 450}"), entry(2, "Zither zither", "zither")]
    records += [entry(number, "Other", "Else") for number in range(3, 12)]

    assert found_in(records, "tea zither") == [1, 2]


def test_where_none_has_all_words_those_with_most_are_found(search: ScriptSearch) -> None:
    found = search.find("lonely football")

    assert set(found.addresses) == {CHOIR, FOOTBALL}
    assert found.complete == 0


def test_nothing_found_is_an_answer_too(search: ScriptSearch) -> None:
    found = search.find("xylophone")

    assert found.addresses == ()
    assert {number for numbers in found.counts.values() for number in numbers.values()} == {0}


def test_what_could_be_left_out_is_counted(search: ScriptSearch) -> None:
    """Without the themes nothing, without the regions one, without the words none of sport in London."""
    assert search.find("football", {"theme": ["sport"], "region": ["london"]}).without == (0, 1, 0)
    assert search.find("football", {"theme": ["arts"], "region": ["south-west"]}).without == (1, 0, 1)


def test_values_of_one_facet_are_or_and_facets_are_and(search: ScriptSearch) -> None:
    assert set(search.find("", {"theme": ["nature", "sport"]}).addresses) == {GARDENING, FOOTBALL}
    assert search.find("", {"theme": ["nature", "sport"], "region": ["south-west"]}).addresses == (FOOTBALL,)
    assert search.find("carers", {"theme": ["arts"], "region": ["south-west", "london"]}).addresses == (CHOIR,)


@pytest.mark.parametrize("words", ["", "kettle", "learning newcomers"])
def test_a_count_is_what_choosing_the_value_gives(small_hub: ScriptSearch, words: str) -> None:
    """For every value of every facet, with nothing chosen and beside each single choice."""
    plain = small_hub.find(words)
    choices = [(facet, value) for facet, numbers in plain.counts.items() for value in numbers]
    assert {choice: len(small_hub.find(words, {choice[0]: [choice[1]]}).addresses) for choice in choices} == {
        (facet, value): number for facet, numbers in plain.counts.items() for value, number in numbers.items()
    }
    for (one, first), (other, second) in combinations(choices[::3], 2):
        if one != other:
            both = small_hub.find(words, {one: [first], other: [second]})
            assert both.counts[one][first] == both.counts[other][second] == len(both.addresses)
            assert small_hub.find(words, {one: [first]}).counts[other][second] == len(both.addresses)


def test_entries_sort_by_title_and_by_date(search: ScriptSearch) -> None:
    titles = {one.card.address: one.card.title for one in ENTRIES}

    assert [titles[address] for address in search.find("carers", sort="title").addresses] == [
        "A choir",
        "Gardening for carers",
    ]
    assert search.find("garden", sort="newest").addresses == (FOOTBALL, GARDENING)


@pytest.mark.parametrize(
    "words",
    [
        "x" * 100_000,
        " ".join(f"word{number}" for number in range(300)),
        ".*+?^${}()|[]\\",
        "__proto__",
        "constructor toString hasOwnProperty",
        "\U0001f469\u200d\U0001f33e\U0001f1ec\U0001f1e7",
        "\ud83d alone",
        "مرحبا بالعالم",
        "\u202egarden\u202c",
        "e" + "\u0301\u0325" * 500,
        "'''---&&&",
        "\0\t\n",
        "<img src=x onerror=alert(1)>",
        '");ideasHub.chunk("',
    ],
)
def test_nothing_that_is_typed_breaks_the_search(search: ScriptSearch, words: str) -> None:
    """It answers, and the next search is as before."""
    found = search.find(words, exact=True)

    assert all(len(term["asked"]) <= LONGEST_WORD for term in found.terms)
    assert search.find("garden").addresses


def test_an_entry_about_odd_names_is_found_by_them() -> None:
    """A word that JavaScript has a use for is a word."""
    records = [entry(1, "__proto__ constructor", ""), entry(2, "Tea", "")]

    assert found_in(records, "constructor") == [1]
    assert found_in(records, "__proto__") == [1]


def test_a_chunk_that_does_not_load_fails_that_search_and_no_other() -> None:
    with search_of(search_from_records(ENTRIES, FACETS)) as search:
        [chunk] = search.folder.glob("words.*")
        content = chunk.read_bytes()
        chunk.unlink()
        with pytest.raises(SearchError, match="words"):
            search.find("garden")
        assert len(search.find("").addresses) == len(ENTRIES)
        chunk.write_bytes(content)

        assert search.find("garden").addresses


def test_only_what_a_search_needs_is_loaded(search: ScriptSearch) -> None:
    """No words without words, no spelling for a word that is there."""
    with search_of(search_from_records(ENTRIES, FACETS)) as fresh:
        kinds = [{name.partition(".")[0] for name in fresh.find(words).loaded} for words in ("", "garden", "gardning")]

    assert kinds[0] == {"index", "cards", "facets"}
    assert kinds[1] == kinds[0] | {"words"}
    assert kinds[2] == kinds[1] | {"spelling"}


def test_the_index_and_the_browser_split_texts_alike(search: ScriptSearch) -> None:
    """Each character in a word, as a word and after a capital sigma; of tens of thousands of ideographs a few.

    Newer versions of Unicode agree on what 3.2 had, but for two letters.
    """
    known = (chr(code) for code in (*range(0x3400), *range(0x3400, 0xD800, 97), *range(0xE000, 0x20000, 3)))
    texts = [
        f"xa{one}b {one}{one} \u039f\u03a3{one}"
        for one in known
        if unicodedata.ucd_3_2_0.category(one) not in {"Cn", "Co"} and one not in "\u0295\u02e4"
    ]
    texts += [
        "co-design -- a start-",
        "A&E, Q&A & arts",
        "people's 'quoted' newcomers'",
        "d'Arc\u2019s",
        "1,119 (24%) 2-3",
    ]

    assert different(search, texts) == {}


def different(search: ScriptSearch, texts: Sequence[str]) -> dict[str, tuple[set[str], set[str]]]:
    """Return the texts of which the two sides make different words; each side leaves out what it does not index."""
    ours = [set(count_words(text)) for text in texts]
    theirs = [
        {word for token in tokens for word in (token["word"], *token["parts"])} - STOP_WORDS - set(LETTERS)
        for tokens in search.split(texts)
    ]
    return {text: (one, other) for text, one, other in zip(texts, ours, theirs, strict=True) if one != other}
