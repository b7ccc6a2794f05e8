"""One more record in a data file: where it stands, and what stays."""

from pathlib import Path

import pytest

from ideas_hub.drafting.data_records import CannotBeMadeError, with_record
from ideas_hub.drafting.draft import Draft
from ideas_hub.drafting.kinds import FIGURE, GLOSSARY_WORD, PROJECT
from ideas_hub.drafting.writing import write_draft

LAMPS = Draft({"label": "Lamps", "value": 2, "base_n": None}, "", kind=FIGURE)
ADDED = "  lamps:\n    label: Lamps\n    value: 2\n    base_n: null\n"


A = "figures:\n  a: {value: 1}\n"
FOLDED = "figures:\n  a:\n    value: >\n      #1\n\n      b\n"
DEEP = "figures:\n    lamps:\n        value: 1"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{A}# Charts\ncharts: {{}}\n", f"{A}{ADDED}# Charts\ncharts: {{}}\n"),
        (f"charts: {{}}\n{A}\n\n# End", f"charts: {{}}\n{A}{ADDED}\n\n# End"),
        (FOLDED, f"{FOLDED}{ADDED}"),
        (DEEP, f"{DEEP}\n{ADDED.replace('  ', '    ').replace('lamps', 'lamps-2')}"),
        ("figures:\ncharts: {}\n", f"figures:\n{ADDED}charts: {{}}\n"),
        ("subjects: {}", f"subjects: {{}}\nfigures:\n{ADDED}"),
        ("", f"figures:\n{ADDED}"),
    ],
)
def test_a_figure_is_the_last_of_the_figures(before: str, after: str) -> None:
    """As far in as the others, and before the comments of what follows; the other bytes stay."""
    assert with_record(LAMPS, before.encode()).decode() == after


@pytest.mark.parametrize(
    "content", ["figures: {a: {value: 1}}\n", "{figures: {}}\n", "figures:\n- a\n", "a: 1\n...\n", "a: ["]
)
def test_a_file_without_a_place_for_one_more_is_refused(content: str) -> None:
    with pytest.raises(CannotBeMadeError):
        with_record(LAMPS, content.encode())


def test_a_data_file_that_is_a_link_is_not_followed(tree: Path) -> None:
    glossary = tree / GLOSSARY_WORD.file
    glossary.unlink()
    glossary.symlink_to(tree / "docs/evidence.yml")

    with pytest.raises(CannotBeMadeError):
        write_draft(Draft({"term": "Jig"}, "", kind=GLOSSARY_WORD), tree)
    glossary.unlink()


def test_a_word_keeps_the_id_of_no_other_and_one_that_yaml_would_misread_is_quoted() -> None:
    word = Draft({"term": "True"}, "", kind=GLOSSARY_WORD)

    assert with_record(word, b'"true":\n  term: x') == b'"true":\n  term: x\ntrue-2:\n  term: "True"\n'
    assert with_record(word, b"") == b'"true":\n  term: "True"\n'


def test_a_project_fills_the_columns_that_there_are() -> None:
    """A cell with commas or quotes is quoted; a list has semicolons."""
    project = Draft({"organisation": 'A "b", c', "themes": ("x", "y"), "latitude": 53.3}, "", kind=PROJECT)

    assert with_record(project, b"latitude,id,themes,organisation\r\n") == (
        b'latitude,id,themes,organisation\r\n53.3,a-b-c,x; y,"A ""b"", c"\r\n'
    )
