"""The facts of an opened file are read in the browser as the build reads them."""

from collections.abc import Iterator

import pytest
from script_checks import Scripts, open_scripts

from ideas_hub.reading.front_matter import parse_page
from tests.conftest import ROOT, SMALL_HUB
from tests.ideas_hub.web_form.checked_files import lines_as_json

ODD = (
    "title: Tea\nnumber: 12\nyear: 2024-03-01\nno: no\nempty:\nnothing: null\nyes: true\nlong: 1234567890123456789",
    "title: \"Tea: and 'cake'\"\nother: 'It''s'\nlist: [a, \"b, c\", 3]\n# a note\nlast: x",
    "a:\n  b: 1\n  c:\n    - one\n    - two: 2\n      three: 3\nd:\n- x\n-   y: z",
    "text: >\n  Folded\n  words.\n\nplain: several\n  rows of\n  words\nzero: 012\ntime: 1:30\nminus: -3\nhalf: 0.5",
    "",
)
BROKEN = (
    ("title: Tea\nplace: [a, b\nlast: x", 4),
    ("title: Tea\ntitle: Jam", 2),
    ("title: &a Tea", 2),
    ("title: !!str Tea", 2),
    ("- a list", 2),
    ('title: "Tea\nplace: x', 3),
)  # fmt: skip


@pytest.fixture(scope="module")
def scripts() -> Iterator[Scripts]:
    with open_scripts("value-paths", "js-yaml", "facts-as-yaml") as running:
        yield running


def files() -> Iterator[str]:
    folders = (SMALL_HUB, ROOT / "tests/ideas_hub/checks/golden", ROOT / "tests/ideas_hub/checks/good")
    for folder in folders:
        yield from (path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.md")))
    yield from (f"---\n{facts}\n---\n\nText.\n" for facts in ODD)


def test_the_facts_and_their_lines_are_those_that_the_build_reads(scripts: Scripts) -> None:
    count = 0
    for text in files():
        parsed = parse_page(text, "case_studies/tea.md")
        if not text.startswith("---\n") or parsed.problems:
            continue  # what is wrong with them is told when the file arrives
        read = scripts.ask("facts", text)
        lines = {name: line for name, line in lines_as_json(parsed.lines).items() if name}
        count += 1

        assert read["values"] == parsed.values, text
        assert {name: line for name, line in read["lines"].items() if name} == lines, text
        assert (read["body"].rstrip(), read["bodyLine"], read["fault"]) == (parsed.body, parsed.body_line, 0), text
    assert count > 100


@pytest.mark.parametrize(("facts", "line"), BROKEN)
def test_facts_that_cannot_be_read_are_told_with_their_row_and_nothing_is_lost(
    scripts: Scripts, facts: str, line: int
) -> None:
    read = scripts.ask("facts", f"---\n{facts}\n---\n\nText.\n")

    assert (read["values"], read["body"].strip()) == ({}, "Text.")
    assert read["fault"] == line


def test_a_text_without_facts_is_a_text(scripts: Scripts) -> None:
    assert scripts.ask("facts", "# Tea\n\nText.\n") == {
        "values": {},
        "lines": {},
        "body": "# Tea\n\nText.\n",
        "bodyLine": 1,
        "fault": 0,
    }
