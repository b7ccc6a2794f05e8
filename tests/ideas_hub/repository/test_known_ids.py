"""Whatever a word was meant for is found: a name that readers see, with the slips that hands make, or an old name."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ideas_hub.engine.cache import Cache
from ideas_hub.problem import Problem
from ideas_hub.reading.near_words import KnownIds
from ideas_hub.repository.known_ids import known_ids
from ideas_hub.repository.load import load_repository
from ideas_hub.repository.raw_content import read_raw_content
from tests.ideas_hub.conftest import Change, lay_tree

VOCABULARIES = (
    "themes",
    "regions",
    "communities",
    "activities",
    "delivery",
    "aims",
    "topics",
    "audiences",
    "cost_bands",
)
OTHERS = ("case studies", "lessons", "programmes", "projects", "sources", "subjects", "figures")
LOOK_ALIKES = str.maketrans("aeopcxyABEHIKMOPT", "аеорсхуАВЕНІКМОРТ")  # noqa: RUF001 Cyrillic


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> dict[str, KnownIds]:
    root = lay_tree(tmp_path_factory.mktemp("known"))
    return known_ids(root, read_raw_content(root, Cache(None)))


def names_of(ids: KnownIds) -> Iterator[tuple[str, str]]:
    """Yield each id with every word for it, itself first, that is a word for no other."""
    pairs = [*((one, one) for one in ids), *((one, name) for one, names in ids.names() for name in names)]
    for one, name in pairs:
        if all(one == other for other, its_name in pairs if its_name.casefold() == name.casefold()):
            yield one, name


def one_slip(word: str) -> Iterator[str]:
    """Yield a word with each letter left out, doubled, swapped with the next, and replaced."""
    for at, letter in [*enumerate(word)][:: len(word) // 20 + 1]:
        yield word[:at] + word[at + 1 :]
        yield word[: at + 1] + letter + word[at + 1 :]
        yield word[:at] + word[at + 1 : at + 2] + letter + word[at + 2 :]
        yield word[:at] + "q" + word[at + 1 :]


WAYS: dict[str, Callable[[str], Iterator[str]]] = {
    "as it is": lambda word: iter([word]),
    "capitals": lambda word: iter([word.upper(), word.title(), word.capitalize()]),
    "marks between words": lambda word: iter([word.replace("-", sign).replace(" ", sign) for sign in " _/.-"]),
    "look-alikes": lambda word: iter([word.translate(LOOK_ALIKES), word.title().translate(LOOK_ALIKES)]),
    "plural": lambda word: iter([f"{word}s"]),
    "accents": lambda word: iter([word.replace("e", "é"), word.replace("o", "ö")]),
    "one slip": one_slip,
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("what", [*VOCABULARIES, *OTHERS])
def test_every_name_with_a_slip_is_told_with_its_id(known: dict[str, KnownIds], what: str, way: str) -> None:
    misses = [
        (one, written, near)
        for one, name in names_of(known[what])
        for written in WAYS[way](name)
        if len(name) > 3 and written not in known[what] and (near := known[what].nearest(written)[:1]) != (one,)
    ]
    assert misses == []


@pytest.mark.parametrize("what", VOCABULARIES)
def test_every_name_with_two_slips_is_told_with_its_id(known: dict[str, KnownIds], what: str) -> None:
    chance = random.Random(what)  # noqa: S311 the same slips at every run
    for one, name in names_of(known[what]):
        for _ in range(20 if len(name) > 5 else 0):
            written = chance.choice([*one_slip(chance.choice([*one_slip(name)]))])
            assert written in known[what] or known[what].nearest(written)[:1] == (one,), (written, name)


@pytest.mark.parametrize(
    "word", ["Scotland", "Underwater basket weaving", "Atlantis", "zzz", "a", "", "日本", "x" * 10_000]
)
def test_a_word_that_is_near_nothing_is_told_without_a_guess(known: dict[str, KnownIds], word: str) -> None:
    assert known["themes"].nearest(word) == ()
    assert known["regions"].nearest(word) == ()


def test_a_word_for_two_terms_is_told_with_both() -> None:
    ids = KnownIds(
        ("adults", "newcomers"), lambda: [("adults", ["Adults", "students"]), ("newcomers", ["", "Students"])]
    )
    assert ids.nearest("student") == ("adults", "newcomers")


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("Yorkshire", ("north-east-yorkshire",)),
        ("north", ("north-east-yorkshire", "north-west")),
        ("south", ("south-east",)),
        ("Barkshire", ("south-east",)),
        ("the West", ("north-west",)),
    ],
)
def test_a_word_of_a_name_goes_before_a_name_that_is_spelt_alike(word: str, ids: tuple[str, ...]) -> None:
    """Yorkshire is two letters from Berkshire, and in another region."""
    names = {
        "north-east-yorkshire": ["North East and Yorkshire", "Leeds"],
        "north-west": ["North West", "Cumbria"],
        "south-east": ["South East", "Berkshire"],
    }
    assert KnownIds(names, names.items).nearest(word) == ids


def test_thousands_of_unknown_ids_among_thousands_are_soon_given_up() -> None:
    """Whoever names them has another problem, and must not wait for it."""
    ids = KnownIds(f"{number:x}-{number * 7919 % 10_007:x}-story" for number in range(5000))
    guesses = [ids.nearest(f"{number * 31:x}-tale-of-{number:x}") for number in range(5000)]
    assert guesses[-1] == ()
    assert ids.nearest("0-0-Story") == ("0-0-story",)


@pytest.fixture
def renamed(tree: Path) -> list[Problem]:
    """The problems of a hub in which three files know an entry by its old name."""
    van = tree / "case_studies/mending-van.md"
    van.write_text(van.read_text("utf-8").replace("[van-on-tour]", "[van-on-tour, clock-clubs]"), "utf-8")
    point = tree / "docs/learning-points/say-hello.md"
    text = point.read_text("utf-8").replace("case_study: soldering", "case_study: clock-clubs")
    point.write_text(f"{text}\nSee [the van](../../case_studies/clock-clubs.md).\n", "utf-8")
    projects = tree / "docs/projects/projects.csv"
    projects.write_text(projects.read_text("utf-8").replace("soldering,full", "clock-clubs,full"), "utf-8")
    return [problem for problem in load_repository(tree, cached=False).blocking if problem.rule != "unfounded"]


def test_the_old_name_of_an_entry_is_told_with_the_new_one(renamed: list[Problem]) -> None:
    """However like another entry's it looks."""
    assert [(problem.place, problem.message, problem.nearest) for problem in renamed] == [
        (
            "docs/learning-points/say-hello.md:9",
            '"clock-clubs" was renamed: it is "mending-van" now.',
            "mending-van",
        ),
        (
            "docs/learning-points/say-hello.md:22",
            'the link "../../case_studies/clock-clubs.md" leads to no file of this hub.',
            "../../case_studies/mending-van.md",
        ),
        (
            "docs/projects/projects.csv:2",
            '"clock-clubs" was renamed: it is "mending-van" now.',
            "mending-van",
        ),
    ]


def test_a_place_is_told_with_its_region() -> None:
    """By its whole name alone, since among thousands there is one like anything; a name of the region goes first."""
    places = [
        ("Newport", "south"),
        ("Newport", "north"),
        ("Bala", "north"),
        ("The South", "north"),
        ("Northop", "north"),
    ]
    ids = KnownIds(("north", "south", "mid"), lambda: [("south", ["The South"])], places=lambda: places)

    assert [ids.nearest(word) for word in ("bala", "Newport", "The South", "Northo", "Ball")] == [
        ("north",), ("south", "north"), ("south",), ("north",), (),
    ]  # fmt: skip
    assert ids.called("Bala") == ()


def test_a_town_in_place_of_a_region_is_told_with_the_region(change: Change) -> None:
    (problem,) = change("case_studies/soldering.md", "region: north-wales", "region: Bala")

    assert '"Bala" is not a region we know. Did you mean "north-wales"?' in problem
