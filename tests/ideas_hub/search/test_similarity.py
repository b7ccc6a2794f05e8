"""Similar entries: what counts, and that the answer is always the same."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import CASE_STUDIES, LEARNING_POINTS
from ideas_hub.repository.load import read_hub
from ideas_hub.search import similarity
from ideas_hub.search.similarity import CANDIDATES, EXHAUSTIVE_UP_TO, Similarity, SimilarityIndex, terms_carried
from ideas_hub.search.weights import EntryWords, weigh_words
from tests.conftest import SMALL_HUB


def words(*texts: str) -> list[EntryWords]:
    return [weigh_words({"body": [text]}) for text in texts]


def made_up_index(size: int) -> SimilarityIndex:
    """Entries of drawn words and terms, the same every time."""
    chance = random.Random(1)  # noqa: S311 the same draw every time is the point
    texts = [" ".join(f"word{int(chance.paretovariate(0.6)) % 999}x" for _ in range(60)) for _ in range(size)]
    terms = [
        {("communities", f"c{n}") for n in chance.sample(range(20), 3)} | {("themes", f"t{chance.randrange(9)}")}
        for _ in range(size)
    ]
    return SimilarityIndex(words(*texts), terms)


def test_a_rare_term_in_common_outweighs_a_usual_one() -> None:
    """Of two entries with one term in common, the one whose term fewer entries carry is more similar."""
    rare, usual = ("themes", "rare"), ("themes", "usual")
    terms = [
        {rare, usual},
        {usual, ("themes", "a")},
        {rare, ("themes", "b")},
        {usual, ("themes", "c")},
        {usual, ("themes", "d")},
    ]
    assert SimilarityIndex(words(*"abcde"), terms).most_like(0)[0][0] == 2


def test_words_in_common_count_and_forms_of_a_word_are_one() -> None:
    """Without terms, entries are similar by their words; "gardens" and "gardening" are the same."""
    index = SimilarityIndex(
        words(
            "gardening by the canal", "football in town", "a canal with gardens", "chess in town", "chess and football"
        ),
        [set()] * 5,
    )
    assert [other for other, _ in index.most_like(0)] == [2]


def test_bare_numbers_in_common_do_not_count() -> None:
    index = SimilarityIndex(words("allotment 2021", "piano 2021", "choir"), [set()] * 3)
    assert index.most_like(0) == []


def test_terms_of_one_entry_alone_are_not_shared() -> None:
    index = SimilarityIndex(words("shed", "shed"), [{("themes", "a")}, {("themes", "b")}])
    assert index.shared_terms(0, 1) == ()


def test_a_term_that_most_carry_is_named_only_if_nothing_else_is_shared() -> None:
    usual, rare = ("delivery", "face-to-face"), ("communities", "newcomers")
    index = SimilarityIndex(words(*"abcde"), [{usual, rare}, {usual, rare}, {usual}, {usual}, set()])
    assert index.shared_terms(0, 1) == (rare,)
    assert index.shared_terms(0, 2) == (usual,)


def test_entries_with_nothing_in_common_are_not_similar() -> None:
    assert SimilarityIndex(words("canal", "chess"), [{("themes", "a")}, {("themes", "b")}]).most_like(0) == []


def test_of_two_equally_similar_the_first_in_reading_order_comes_first() -> None:
    index = SimilarityIndex(words(*["canal boats"] * 5, "chess"), [set()] * 6)
    assert [other for other, _ in index.most_like(3)] == [0, 1, 2]
    assert [other for other, _ in index.most_like(0)] == [1, 2, 3]


def test_up_to_a_hundred_entries_every_pair_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a small hub nothing is passed over: the answer is that of comparing all."""
    small = made_up_index(EXHAUSTIVE_UP_TO)
    found = [small.most_like(ordinal) for ordinal in range(EXHAUSTIVE_UP_TO)]
    monkeypatch.setattr(similarity, "MAX_POSTINGS", 10**6)
    monkeypatch.setattr(similarity, "EXHAUSTIVE_UP_TO", 10**6)
    everything = made_up_index(EXHAUSTIVE_UP_TO)
    assert found == [everything.most_like(ordinal) for ordinal in range(EXHAUSTIVE_UP_TO)]


def test_in_a_large_hub_few_are_compared_and_nearly_the_best_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Large is more than a hundred entries; what is found is at least nine tenths as similar as the best."""
    size = EXHAUSTIVE_UP_TO + 50
    index = made_up_index(size)
    compared = [len(list(index._candidates(one, index._likeness_of_words(one)))) for one in range(size)]
    assert max(compared) <= CANDIDATES + 2 * similarity.NEIGHBOURS
    assert min(compared) > CANDIDATES // 2  # those similar in words, and some with the rarest terms

    found = sum(likeness for one in range(size) for _, likeness in index.most_like(one))
    monkeypatch.setattr(similarity, "EXHAUSTIVE_UP_TO", 10**6)
    assert found >= 0.9 * sum(likeness for one in range(size) for _, likeness in index.most_like(one))


def test_an_entry_has_at_most_three_others_of_its_kind(hub: Hub) -> None:
    similarity = Similarity(hub)

    for entry in hub.entries:
        if entry.kind not in {CASE_STUDIES, LEARNING_POINTS}:
            continue
        others = [hub.entry_by_address[one.address] for one in similarity.similar_to(entry)]
        assert 1 <= len(others) <= 3
        assert entry not in others
        assert {other.kind for other in others} == {entry.kind}


def test_programmes_are_compared_with_nothing(hub: Hub) -> None:
    assert Similarity(hub).similar_to(hub.programmes["parts-fund"]) == []


def test_the_same_content_gives_the_same_answer(hub: Hub) -> None:
    assert all_found(read_hub(SMALL_HUB)[0]) == all_found(hub)


def all_found(hub: Hub) -> list[tuple[str, str, float]]:
    similarity = Similarity(hub)
    return [(entry.file, one.address, one.likeness) for entry in hub.entries for one in similarity.similar_to(entry)]


def test_terms_and_values_of_facts_can_be_shared(hub: Hub) -> None:
    assert set(terms_carried(hub.case_studies["soldering"], hub)) == {
        ("communities", "newcomers"),
        ("themes", "tools-electrics"),
        ("themes", "mending-clothes"),
        ("activities", "soldering"),
        ("regions", "north-wales"),
        ("delivery", "face-to-face"),
    }


def test_a_partner_on_record_is_shared_under_each_of_its_names(hub: Hub) -> None:
    """And one without a record by nobody."""
    study = hub.case_studies["clock-club"]
    facts = study.facts.model_copy(update={"partners": ("The Wobblers", "wobbly chair collective", "Somebody Else")})
    shared = [value for field, value in terms_carried(replace(study, facts=facts), hub) if field == "partners"]

    assert set(shared) == {"wobbly-chair"}


def test_the_text_below_the_facts_does_not_count(tree: Path) -> None:
    before = all_found(read_hub(tree)[0])
    study = tree / "case_studies/soldering.md"
    study.write_text(f"{study.read_text()}\nStopped clocks, clocks and clock menders in Barry.\n")

    assert all_found(read_hub(tree)[0]) == before
