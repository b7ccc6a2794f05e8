"""ideas_hub/references.py: every id that one file uses of another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ideas_hub.model.evidence import EvidenceFile
from ideas_hub.model.fields import Record
from ideas_hub.model.kinds import ALL_KINDS, CASE_STUDIES
from ideas_hub.model.project import Project
from ideas_hub.model.term import Lists
from ideas_hub.reading import references

Change = Callable[..., list[str]]
POINT, PROGRAMME, IDEA = (
    "docs/learning-points/plain-words.md",
    "docs/programmes/fund.md",
    "docs/ideas/learning-together.md",
)


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (
            "case_studies/walking.md",
            "[carers]",
            "[carrers]",
            '8: communities[1]: "carrers" is not a community we know. Did you mean "carers"?',
        ),
        (
            "case_studies/walking.md",
            "cost_band: low",
            "cost_band: tiny",
            '13: could_we_do_this.cost_band: "tiny" is not a cost band we know.',
        ),
        (
            "case_studies/walking.md",
            "source: fund-evaluation",
            "source: fund-evalution",
            '17: figures[1].source: "fund-evalution" is not a source we know.',
        ),
        (
            POINT,
            "case_study: walking",
            "case_study: wakling",
            '9: evidenced_by[1].case_study: "wakling" is not a case study we know. Did you mean "walking"?',
        ),
        (
            POINT,
            "project: spark-somerset",
            "project: spark",
            '10: evidenced_by[2].project: "spark" is not a project we know.',
        ),
        (
            POINT,
            "[people-counted]",
            "[people-count]",
            '15: figures[1]: "people-count" is not a figure we know. Did you mean "people-counted"?',
        ),
        (
            PROGRAMME,
            "[south-west]",
            "[north-west]",
            '8: regions[1]: "north-west" is not a region we know. Did you mean "south-west"?',
        ),
        (IDEA, "[fund]", "[found]", '7: programmes[1]: "found" is not a programme we know. Did you mean "fund"?'),
        (
            "docs/communities/young-carers.md",
            "broader: carers",
            "broader: carer",
            '6: broader: "carer" is not a community we know. Did you mean "carers"?',
        ),
        (
            "docs/evidence.yml",
            "[people-counted, share-women]",
            "[people-counted, share-men]",
            '31: charts.who.figures[2]: "share-men" is not a figure we know.',
        ),
        (
            "docs/vocabulary.yml",
            "theme: nature-environment",
            "theme: nature",
            '3: activities.walking.theme: "nature" is not a theme we know.',
        ),
    ],
)
def test_an_id_that_nothing_has_is_told_with_file_line_field_and_nearest(
    change: Change, file: str, old: str, new: str, words: str
) -> None:
    """A reference to an entry that does not exist fails the build, and names the place."""
    (said,) = change(file, old, new)
    assert said.startswith(f"{file}:{words}")


def test_where_no_word_is_near_the_list_is_named(change: Change) -> None:
    (said,) = change("case_studies/walking.md", "[in-person]", "[post]")
    assert said.endswith(
        '"post" is not a way of delivery we know. They are listed in docs/vocabulary.yml. Allowed: in-person.'
    )


def test_ids_are_checked_in_a_file_whose_other_facts_are_wrong(change: Change) -> None:
    """One run tells all: an editor does not mend one mistake to be shown the next."""
    said = change("case_studies/walking.md", "region: south-west", "regoin: x\nregion: wales")
    assert len(said) == 2
    assert '"wales" is not a region we know' in said[1]


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
    """A new kind of reference cannot be added without its words and its place."""
    for what in references.REFERENCES[kind].values():
        assert what in references.ONE_OF
        assert what in references.WHERE
    own = {pattern for pattern in references.REFERENCES[kind] if pattern not in references.TERMS}
    assert {pattern.split(".")[0] for pattern in own} <= set(record.model_fields)


def test_what_could_not_be_read_is_not_checked() -> None:
    """One broken file is told once, not once for everything that names it."""
    assert list(references.find_unknown_ids(CASE_STUDIES.id, {"region": "south-wset"}, {}, "x.md", {})) == []
    assert (
        len(list(references.find_unknown_ids(CASE_STUDIES.id, {"region": "south-wset"}, {}, "x.md", {"regions": ()})))
        == 1
    )


def test_a_link_to_no_file_is_told_with_its_line_and_the_nearest_file() -> None:
    body = "one\n\n[x](../docs/communities/carrers.md)"
    links = [("docs/communities/carrers.md", "../docs/communities/carrers.md"), ("docs/index.md", "../docs/index.md")]
    (problem,) = references.find_broken_links(
        links, "case_studies/x.md", body, 20, {"docs/communities/carers.md", "docs/index.md"}
    )
    assert (problem.line, problem.nearest) == (22, "docs/communities/carers.md")
