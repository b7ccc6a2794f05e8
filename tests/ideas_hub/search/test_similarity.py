"""Similar entries: what counts, what the reason says, and that it is always the same."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.search import similarity
from ideas_hub.search.index import EntryWords, weigh_words
from ideas_hub.search.similarity import CANDIDATES, FEW, SimilarityIndex
from ideas_hub.site.context import load_context
from ideas_hub.site.renderer import template_environment
from ideas_hub.views.entries import EntryExtras, entry_view
from ideas_hub.views.similar import SimilarView, SimilarViews

ROOT = Path(__file__).resolve().parents[3]
Reasons = Callable[..., dict[str, str]]


def words(*texts: str) -> list[EntryWords]:
    return [weigh_words({"body": text}) for text in texts]


def made_up_pool(size: int) -> SimilarityIndex:
    """Entries of drawn words and terms, the same every time."""
    chance = random.Random(1)  # noqa: S311 the same draw every time is the point
    texts = [" ".join(f"word{int(chance.paretovariate(0.6)) % 999}x" for _ in range(60)) for _ in range(size)]
    terms = [
        {("communities", f"c{n}") for n in chance.sample(range(20), 3)} | {("themes", f"t{chance.randrange(9)}")}
        for _ in range(size)
    ]
    return SimilarityIndex(words(*texts), terms)


@pytest.fixture
def reasons(tree: Path) -> Reasons:
    """Write case studies beside the first one, and return the reasons for those similar to it, by title."""

    def read(**changes: dict[str, str]) -> dict[str, str]:
        first = (tree / "case_studies/walking.md").read_text()
        for name, replaced in changes.items():
            text = first
            for old, new in {"Walking together in Somerset": name.capitalize(), **replaced}.items():
                assert old in text
                text = text.replace(old, new)
            (tree / f"case_studies/{name}.md").write_text(text)
        content = load_context(tree, cached=False)
        return {one.link.text: one.reason for one in SimilarViews(content.hub)["case_studies/walking.md"]}

    return read


def test_the_reason_names_what_both_have_in_common(reasons: Reasons) -> None:
    """Shared terms are said as readers know them, the rarest first."""
    found = reasons(
        boats={
            "themes: [nature-environment, arts-culture]": "themes: [nature-environment]",
            "region: south-west": "region: south-east",
        },
        songs={"themes: [nature-environment, arts-culture]": "themes: [arts-culture]", "[carers]": "[young-carers]"},
    )
    assert found == {
        "Boats": "Also for unpaid carers, also about nature, also walking",
        "Songs": "Also about arts and culture, also in the South West, also walking",
    }


def test_a_rare_term_in_common_outweighs_a_usual_one() -> None:
    """Of two entries with one term in common, the one whose term fewer entries carry is more alike."""
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
    """Without terms, entries are alike by what they say; "gardens" and "gardening" say the same."""
    pool = SimilarityIndex(
        words(
            "gardening by the canal", "football in town", "a canal with gardens", "chess in town", "chess and football"
        ),
        [set()] * 5,
    )
    assert [other for other, _ in pool.most_like(0)] == [2]
    assert pool.shared_words(0, 2) == ("canal", "gardening")


def test_without_a_term_in_common_the_reason_is_shared_words() -> None:
    """Words stand as people wrote them; bare numbers are none."""
    pool = SimilarityIndex(
        words("allotment 2021 shed", "allotment 2021 shed", "piano 1999"),
        [{("themes", "a")}, {("themes", "b")}, {("themes", "c")}],
    )
    assert pool.shared_terms(0, 1) == ()
    assert pool.shared_words(0, 1) == ("allotment", "shed")


def test_a_term_that_most_carry_is_no_reason_beside_a_telling_one() -> None:
    """What nearly every entry has tells nothing, so it is said only where there is nothing else."""
    usual, rare = ("delivery", "in-person"), ("communities", "carers")
    pool = SimilarityIndex(words(*"abcde"), [{usual, rare}, {usual, rare}, {usual}, {usual}, set()])
    assert pool.shared_terms(0, 1) == (rare,)
    assert pool.shared_terms(0, 2) == (usual,)


def test_entries_with_nothing_in_common_are_not_similar() -> None:
    """Nothing is better than a forced likeness."""
    assert SimilarityIndex(words("canal", "chess"), [{("themes", "a")}, {("themes", "b")}]).most_like(0) == []


def test_of_two_as_alike_the_first_in_reading_order_comes_first() -> None:
    """Ties never depend on chance."""
    pool = SimilarityIndex(words(*["canal boats"] * 5, "chess"), [set()] * 6)
    assert [other for other, _ in pool.most_like(3)] == [0, 1, 2]
    assert [other for other, _ in pool.most_like(0)] == [1, 2, 3]


def test_up_to_a_hundred_entries_every_pair_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a small hub nothing is passed over: the answer is that of comparing all."""
    small = made_up_pool(FEW)
    found = [small.most_like(ordinal) for ordinal in range(FEW)]
    monkeypatch.setattr(similarity, "LONGEST_LIST", 10**6)
    monkeypatch.setattr(similarity, "FEW", 10**6)
    everything = made_up_pool(FEW)
    assert found == [everything.most_like(ordinal) for ordinal in range(FEW)]


def test_in_a_large_hub_few_are_compared_and_nearly_the_best_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number compared with each does not grow with the hub, and what is found is at least nine tenths as alike."""
    size = 1000
    pool = made_up_pool(size)
    asked = range(0, size, 20)
    assert all(
        len(list(pool._candidates(one, pool._likeness_of_words(one)))) <= CANDIDATES + 2 * similarity.NEIGHBOURS
        for one in asked
    )
    found = sum(likeness for one in asked for _, likeness in pool.most_like(one))
    monkeypatch.setattr(similarity, "FEW", 10**6)
    assert found >= 0.9 * sum(likeness for one in asked for _, likeness in pool.most_like(one))


def test_the_hub_says_the_same_twice_and_each_entry_has_a_reason() -> None:
    """Every case study and learning point of the hub has at most three others of its kind, none itself, each with a reason."""
    content = load_context(ROOT, cached=False)
    found = SimilarViews(content.hub)
    assert dict(found) == dict(SimilarViews(load_context(ROOT, cached=False).hub))
    for entry in (*content.hub.case_studies.values(), *content.hub.learning_points.values()):
        ones = found[entry.file]
        assert 1 <= len(ones) <= 3
        assert all(
            one.reason.startswith(("Also ", "Both speak of ")) and one.link.text != entry.facts.title for one in ones
        )
        assert {one.link.address.split("/")[0] for one in ones} == {entry.kind.id}


def test_the_page_shows_title_summary_and_reason(tree: Path) -> None:
    """What the page says comes from the view, as text."""
    content = load_context(tree, cached=False)
    entry = content.hub.case_studies["walking"]
    made = SimilarView(
        link=entry_view(entry, content.hub, content.articles).page.trail[0], summary="Boats & <b>", reason="Also online"
    )
    view = entry_view(entry, content.hub, content.articles, EntryExtras(similar=(made,)))
    html = template_environment(ROOT).get_template("hub/similar.html").render(view=view, root="../../")
    assert '<a href="../../" dir="auto">Home</a>' in html
    assert "Boats &amp; &lt;b&gt;" in html
    assert "Also online" in html
