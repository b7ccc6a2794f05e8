"""Every id that one file uses of another."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.model.data_files import EvidenceFile, Project
from ideas_hub.model.fields import Record
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import ALL_KINDS, CASE_STUDIES
from ideas_hub.model.term import Lists
from ideas_hub.problem import Problem
from ideas_hub.reading import references

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
            '42: charts.outcome.figures[2]: "share-binned" is not a figure we know.',
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
        *((kind.id, kind.record) for kind in ALL_KINDS),
        ("projects", Project),
        ("evidence", EvidenceFile),
        ("lists", Lists),
    ],
)
def test_every_field_that_is_checked_has_words_for_what_it_holds(kind: str, record: type[Record]) -> None:
    """A new kind of reference cannot be added without its singular and the place of its list."""
    for what in references.REFERENCES[kind].values():
        assert what in references.SINGULAR
        assert what in references.LISTED_IN
    fields = {pattern for pattern in references.REFERENCES[kind] if pattern not in references.TERMS}
    assert {pattern.split(".")[0] for pattern in fields} <= set(record.model_fields)


def test_what_could_not_be_read_is_not_checked() -> None:
    """One broken file is reported once, not once for everything that names it."""
    assert list(references.find_unknown_ids(CASE_STUDIES.id, {"region": "north-wlaes"}, {}, "x.md", {})) == []
    assert (
        len(list(references.find_unknown_ids(CASE_STUDIES.id, {"region": "north-wlaes"}, {}, "x.md", {"regions": ()})))
        == 1
    )


def test_a_value_is_found_at_each_place_that_a_path_matches() -> None:
    """In lists, tables and records; what is missing or of another shape is skipped."""
    facts = {"figures": [{"source": "a"}, {"source": None}, "x"], "charts": {"one": {"source": "b"}}, "n": 1}
    assert references.values_at_path(facts, ["figures", "*", "source"]) == [(("figures", 0, "source"), "a")]
    assert references.values_at_path(facts, ["charts", "*", "source"]) == [(("charts", "one", "source"), "b")]
    assert references.values_at_path(facts, ["n", "*"]) == []
