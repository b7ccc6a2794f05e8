"""Every id that one file uses of another."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.model.data_files import EvidenceFile
from ideas_hub.model.fields import Record
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import ALL_KINDS, CASE_STUDIES, EVIDENCE_PAGE, HOME_PAGE
from ideas_hub.model.row_kinds import ROW_KINDS
from ideas_hub.model.term import Lists
from ideas_hub.problem import Problem
from ideas_hub.reading import references, unknown_ids
from ideas_hub.reading.near_words import KnownIds

Change = Callable[..., list[str]]
Read = Callable[[Path], tuple[Hub, list[Problem]]]
POINT, PROGRAMME, IDEA = (
    "docs/learning-points/say-hello.md",
    "docs/programmes/parts-fund.md",
    "docs/ideas/loan-shelf.md",
)
FUNDS = "parts-fund, skills-days"


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (
            "case_studies/soldering.md",
            "[newcomers]",
            "[newcommers]",
            '8: communities[1]: "newcommers" is not a community we know. Did you mean "newcomers"?',
        ),
        (
            "case_studies/soldering.md",
            "cost_band: low",
            "cost_band: tiny",
            '13: could_we_do_this.cost_band: "tiny" is not a cost band we know.',
        ),
        (
            "case_studies/soldering.md",
            "source: parts-evaluation",
            "source: parts-evalution",
            '17: figures[1].source: "parts-evalution" is not a source we know.',
        ),
        (
            POINT,
            "case_study: soldering",
            "case_study: sodlering",
            '9: evidenced_by[1].case_study: "sodlering" is not a case study we know. Did you mean "soldering"?',
        ),
        (
            POINT,
            "project: wobbly-chair",
            "project: wobbly",
            '10: evidenced_by[2].project: "wobbly" is not a project we know.',
        ),
        (
            POINT,
            "[items-brought]",
            "[items-brough]",
            '15: figures[1]: "items-brough" is not a figure we know. Did you mean "items-brought"?',
        ),
        (
            PROGRAMME,
            "[north-wales]",
            "[north-west]",
            '8: regions[1]: "north-west" is not a region we know. Did you mean "north-wales"?',
        ),
        (
            "docs/communities/young-newcomers.md",
            "broader: newcomers",
            "broader: newcomer",
            '6: broader: "newcomer" is not a community we know. Did you mean "newcomers"?',
        ),
        (
            "docs/evidence.yml",
            "[share-mended, share-waiting]",
            "[share-mended, share-binned]",
            '44: charts.outcome.figures[2]: "share-binned" is not a figure we know.',
        ),
        (
            "docs/vocabulary.yml",
            "theme: tools-electrics",
            "theme: nature",
            '3: activities.soldering.theme: "nature" is not a theme we know.',
        ),
    ],
)
def test_an_unknown_id_is_named_with_file_line_field_and_nearest(
    change: Change, file: str, old: str, new: str, words: str
) -> None:
    """A reference to an entry that does not exist fails the build, and names the place."""
    (problem,) = change(file, old, new)
    assert problem.startswith(f"{file}:{words}")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[newcomers]", "[newcomers; young newcomers]", "Put a comma between two of them: newcomers, young-newcomers."),
        (
            "[newcomers]",
            "[newcomers / young-newcomers]",
            "Put a comma between two of them: newcomers, young-newcomers.",
        ),
        ("[newcomers]", "[newcomers young-newcomers]", "Put a comma between two of them: newcomers, young-newcomers."),
        (
            "[tools-electrics, mending-clothes]",
            "[tools-electrics and mending-clothes]",
            "tools-electrics, mending-clothes.",
        ),
    ],
)
def test_several_ids_in_one_are_parted(change: Change, old: str, new: str, words: str) -> None:
    """With one of them as the nearest, the other would be lost."""
    (problem,) = change("case_studies/soldering.md", old, new)
    assert problem.endswith(words)
    assert "Did you mean" not in problem


def test_an_unknown_programme_of_an_idea_is_named(tree: Path, read: Read) -> None:
    (tree / IDEA).parent.mkdir(exist_ok=True)
    (tree / IDEA).write_text(
        "---\ntitle: A shelf of tools to borrow\nsummary: Lend what is used once a year.\npublished: 2026-10-01\n"
        "programmes: [parts-fun]\n---\n\nIt is not tried yet.\n",
        encoding="utf-8",
    )
    problems = [str(problem) for problem in read(tree)[1] if "programmes" in problem.field]
    assert problems == [
        f'{IDEA}:5: programmes[1]: "parts-fun" is not a programme we know. Did you mean "parts-fund"? Allowed: {FUNDS}.'
    ]


def test_where_no_word_is_near_the_list_is_named(change: Change) -> None:
    (problem,) = change("case_studies/soldering.md", "[face-to-face]", "[post]")
    assert problem.endswith(
        '"post" is not a way of delivery we know. They are listed in docs/vocabulary.yml. '
        "Allowed: face-to-face, no-booking, on-the-road."
    )


def test_ids_are_checked_in_a_file_whose_other_facts_are_wrong(change: Change) -> None:
    """One run finds all: an editor does not fix one mistake to be shown the next."""
    problems = change("case_studies/soldering.md", "region: north-wales", "regoin: x\nregion: wales")
    assert len(problems) == 2
    assert '"wales" is not a region we know' in problems[1]


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        *((kind.id, kind.record) for kind in (*ALL_KINDS, *ROW_KINDS, HOME_PAGE, EVIDENCE_PAGE)),
        ("evidence", EvidenceFile),
        ("lists", Lists),
    ],
)
def test_every_field_that_is_checked_has_words_for_what_it_holds(kind: str, record: type[Record]) -> None:
    """A new kind of reference cannot be added without its singular and the place of its list."""
    for what in references.REFERENCES[kind].values():
        assert what in unknown_ids.SINGULAR
        assert what in unknown_ids.LISTED_IN
    fields = {pattern for pattern in references.REFERENCES[kind] if pattern not in references.TERMS}
    assert {pattern.split(".")[0] for pattern in fields} <= set(record.model_fields)


def test_what_could_not_be_read_is_not_checked() -> None:
    """One broken file is reported once, not once for everything that names it."""
    assert list(references.find_unknown_ids(CASE_STUDIES.id, {"region": "north-wlaes"}, {}, "x.md", {})) == []
    regions = {"regions": KnownIds(())}
    assert len(list(references.find_unknown_ids(CASE_STUDIES.id, {"region": "north-wlaes"}, {}, "x.md", regions))) == 1


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[tools-electrics, mending-clothes]", "[Mending clothes]", 'themes[1]: "Mending clothes" is not a theme'),
        ("[tools-electrics, mending-clothes]", "[needlework]", 'themes[1]: "needlework" is not a theme'),
        ("[newcomers]", "[Students]", 'communities[1]: "Students" is not a community'),
        ("north-wales", "Bangor", 'region: "Bangor" is not a region'),
        ("north-wales", "Nоrth Wales", 'region: "Nоrth Wales" is not a region'),  # noqa: RUF001 its o is Cyrillic
        ("[soldering]", "[Solder]", 'activities[1]: "Solder" is not an activity'),
        ("[face-to-face]", "[Face to face]", 'delivery[1]: "Face to face" is not a way of delivery'),
        ("[company]", "[Companys]", 'aims[1]: "Companys" is not an aim'),
    ],
)
def test_a_word_that_readers_see_is_one_problem_with_the_id_to_write(
    change: Change, old: str, new: str, words: str
) -> None:
    """Whoever knows the site writes what the site shows; the allowed words stand beside."""
    right = old.strip("[]").split(", ")[-1]
    (problem,) = change("case_studies/soldering.md", old, new)
    assert f'{words} we know. Did you mean "{right}"?' in problem
    assert "Allowed: " in problem


def test_an_id_that_looks_right_and_is_not_names_the_odd_letter(change: Change) -> None:
    (problem,) = change("case_studies/soldering.md", "north-wales", "nоrth-wales")  # noqa: RUF001 its o is Cyrillic
    assert 'Did you mean "north-wales"? Type it again: "о" is a letter of another alphabet.' in problem  # noqa: RUF001


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[soldering]", "[knots, Older neighbours]", 'It is a word for a community: "older-neighbours". They are'),
        ("[newcomers]", "[darning]", 'It is a word for an activity: "darning". They are listed in docs/communities.'),
        ("north-wales", "Scotland", '"Scotland" is not a region we know. They are listed in docs/regions. Allowed: '),
    ],
)
def test_a_word_of_another_list_is_told_apart_from_one_that_nobody_knows(
    change: Change, old: str, new: str, words: str
) -> None:
    assert words in change("case_studies/soldering.md", old, new)[-1]


def test_an_id_beside_the_name_of_another_kind_is_told_which_name_it_needs(change: Change) -> None:
    problems = change("docs/trails/start-a-repair-cafe.md", "{learning_point: say-hello", "{case_study: say-hello")

    assert [problem.partition(" is not ")[2] for problem in problems] == [
        "a case study we know. It is the name of a lesson: write learning_point: say-hello."
    ]


def test_a_field_may_be_asked_for_by_the_word_that_readers_see(change: Change) -> None:
    (problem,) = change("docs/trails/start-a-repair-cafe.md", "{learning_point: say-hello", "{lesson: say-hello")

    assert 'Did you mean "learning_point"?' in problem


def test_a_comma_in_a_number_is_named_as_what_it_is(change: Change) -> None:
    (problem,) = change("case_studies/soldering.md", "value: 24,", "value: 1,024,")

    assert 'the comma before "024" cuts a number in two. Write the number without it' in problem
