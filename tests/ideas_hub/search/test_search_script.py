"""docs/assets/js/search.js without a browser: what it finds in a few made-up entries, and in the small hub.

It runs where there is no document, window, address or storage, so it can use none.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

import pytest
from script_search import ScriptSearch, SearchError, search_of

from ideas_hub.repository.load import read_hub
from ideas_hub.search.build import search_from_records
from ideas_hub.search.chunks import LARGEST_WORD_CHUNK
from ideas_hub.search.index import SearchRecord
from ideas_hub.search.weights import FIELDS
from ideas_hub.search.words import LONGEST_WORD
from ideas_hub.views.found import search_records
from tests.conftest import SMALL_HUB
from tests.ideas_hub.search.records import ENTRIES, REGION, THEME, entry, search_of_hub

FACETS = (THEME, REGION)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
GARDENING, CHOIR, FOOTBALL, ATTACKED, WORDS = (f"case-studies/{number}/" for number in range(1, 6))


@pytest.fixture(scope="module")
def search() -> Iterator[ScriptSearch]:
    with search_of(search_from_records(ENTRIES, FACETS)) as running:
        yield running


@pytest.fixture(scope="module")
def small_hub() -> Iterator[ScriptSearch]:
    with search_of(search_of_hub(read_hub(SMALL_HUB)[0])) as running:
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
    unfinished = search.find("gard carers")
    assert [(term["lists"], term["instead"]) for term in unfinished.terms] == [(0, []), (1, [])]


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
        ("fotootball", "football"),  # one too many
        ("footbell", "football"),  # another one
        ("fotoball", "football"),  # two in the wrong order
        ("agrdening", "gardening"),  # the first two
        ("chior", "choir"),
        ("xylophone", ""),  # nothing is like it
        ("tae", ""),  # too short to tell
        ("gardning carers", "gardening"),  # beside another word
    ],
)
def test_a_misspelt_word_is_taken_for_the_nearest_one(search: ScriptSearch, typed: str, meant: str) -> None:
    found = search.find(typed)

    assert (found.terms[0]["instead"], found.terms[0]["near"]) == ([meant] if meant else [], False)
    assert found.addresses == (
        search.find(typed.replace(typed.split(maxsplit=1)[0], meant), exact=True).addresses if meant else ()
    )


def test_a_reader_can_insist_on_a_misspelt_word(search: ScriptSearch) -> None:
    found = search.find("gardning", exact=True)

    assert found.addresses == ()
    assert found.terms == ({"asked": "gardning", "instead": [], "near": False, "lists": 0},)


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


def test_a_word_in_the_title_says_most_and_one_in_a_long_text_least() -> None:
    """Each entry has the word once, in one field."""
    names = [field.name for field in FIELDS if field.name not in {"title", "body", "synonyms"}]
    records = [
        entry(1, "Willow", ""),
        *(entry(number, "Other", "", texts={name: "A willow for everyone"}) for number, name in enumerate(names, 2)),
        entry(20, "Other", "willow " + "meadow " * 450),
    ]

    ranking = found_in(records, "willow")
    assert ranking[0] == 1
    assert ranking[-1] == 20


def test_words_side_by_side_come_before_the_same_words_apart() -> None:
    """Words that everybody uses may stand between them, in the query and in the title."""
    records = [entry(1, "Walking football", ""), entry(2, "Football for walking", "")]

    assert found_in(records, "walking football") == [1, 2]
    assert found_in(records, "football walking") == [2, 1]
    assert found_in(records, "walking with a football") == [1, 2]


def test_a_whole_name_comes_first() -> None:
    """Before what has the words more often."""
    records = [
        entry(1, "Darning", ""),
        entry(2, "Darning socks", "Darning, darning, darning."),
        entry(3, "Wild swimming", ""),
        entry(4, "Wild swimming in a pool", "Wild swimming."),
    ]

    assert found_in(records, "darning") == [1, 2]
    assert found_in(records, "wild swimming") == [3, 4]


def test_a_kind_that_matters_less_comes_after_a_story_that_says_the_same() -> None:
    """The small card would come first by its day."""
    assert found_in([entry(1, "Tea club", ""), entry(2, "Tea club", "", share=0.7)], "tea") == [1, 2]


def test_a_rare_word_says_more_than_a_common_one() -> None:
    records = [entry(1, "Rare", "zither tea"), *(entry(number, "Tea", "") for number in range(2, 12))]

    assert found_in(records, "tea zither")[0] == 1


def test_entries_with_all_words_come_first_and_those_with_some_follow(search: ScriptSearch) -> None:
    found = search.find("lonely carers")

    assert found.addresses == (CHOIR, GARDENING)
    assert found.share == pytest.approx(1)


def test_what_has_only_the_commonest_of_the_words_is_left_out() -> None:
    """A word that most have says nothing beside two that few have."""
    records = [entry(1, "Zither ukulele tea", ""), *(entry(number, "Tea", "") for number in range(2, 22))]

    assert found_in(records, "zither ukulele tea") == [1]
    assert len(found_in(records, "tea")) == 21


def test_a_word_that_is_nowhere_takes_its_share_of_what_was_asked(search: ScriptSearch) -> None:
    """So that a page can say that nothing is close."""
    nowhere = search.find("xylophone quintet carers")

    assert set(nowhere.addresses) == {GARDENING, CHOIR}
    assert nowhere.share < 0.5
    assert search.find("carers").share == pytest.approx(1)


def test_both_words_in_the_text_come_before_one_of_them_as_the_title() -> None:
    records = [entry(1, "Meadow", "A zither and a ukulele."), entry(2, "Zither", "")]
    records += [entry(number, "Other", "Else") for number in range(3, 12)]

    assert found_in(records, "ukulele zither") == [1, 2]


def test_where_none_has_all_words_those_with_most_are_found(search: ScriptSearch) -> None:
    found = search.find("lonely football")

    assert set(found.addresses) == {CHOIR, FOOTBALL}
    assert 0 < found.share < 1


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


def test_the_newest_come_first_whatever_their_kind_and_what_has_no_day_last(small_hub: ScriptSearch) -> None:
    records = {record.card.address: record for record in search_records(read_hub(SMALL_HUB)[0])}
    days = [records[address].day for address in small_hub.find("", sort="newest").addresses]

    assert days == sorted(days, reverse=True)
    assert (days[-1], len(days)) == ("", len(records))


def test_without_words_case_studies_come_first_then_lessons(small_hub: ScriptSearch) -> None:
    kinds = [kind for kind, _ in groupby(address.partition("/")[0] for address in small_hub.find("").addresses)]

    assert kinds[:4] == ["case-studies", "learning-points", "trails", "tools"]


def test_everything_is_found_by_its_own_name(small_hub: ScriptSearch) -> None:
    """Each entry, organisation, figure and page first; a word or a term may stand behind what it is about.

    The page about the network has its name, as its own record has, and a project is called as the organisation is.
    """
    cards = [record.card for record in search_records(read_hub(SMALL_HUB)[0])]
    ranks = {card.address: small_hub.find(card.title).addresses.index(card.address) for card in cards}
    behind = {address: rank for address, rank in ranks.items() if rank}

    assert {address.partition("/")[0] for address in behind} <= {
        "about",
        "events",
        "projects",
        "glossary",
        "themes",
        "regions",
        "communities",
    }
    assert max(behind.values(), default=0) < 5


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
    """No words without words; no spelling, and no places, for a word that is there."""
    with search_of(search_from_records(ENTRIES, FACETS)) as fresh:
        kinds = [
            {name.partition(".")[0].rstrip("0123456789") for name in fresh.find(words).loaded}
            for words in ("", "garden", "gardning")
        ]

    assert kinds[0] == {"index", "cards", "facets"}
    assert kinds[1] == kinds[0] | {"words"}
    assert kinds[2] == kinds[1] | {"places", "spelling"}
