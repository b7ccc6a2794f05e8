"""A fact that has lost the spaces before it is reported once, and read as a part of what it belongs to."""

import pytest

from ideas_hub.model.data_files import EvidenceFile
from ideas_hub.model.term import Lists
from ideas_hub.reading.front_matter import parse_yaml
from ideas_hub.reading.lost_indents import with_indents

FIGURE = "  a: {value: 1, unit: people}\n"


@pytest.mark.parametrize(
    ("record", "text", "line", "home"),
    [
        (EvidenceFile, f"subjects: {{b: B}}\nfigures:\n{FIGURE}walkers: {{value: 2, unit: people}}\n", 4, "figures"),
        (EvidenceFile, f"figures:\n{FIGURE}charts: {{}}\nwalkers: {{value: 2, unit: people}}\n", 4, "figures"),
        (Lists, "topics:\n  tea: Tea\ncake: Cake\n", 3, "topics"),
        (Lists, "activities:\n  tea: {label: Tea, theme: food}\nbaking:\n  label: Baking\n", 3, "activities"),
    ],
)
def test_a_row_of_a_table_is_put_into_it(record: type[EvidenceFile | Lists], text: str, line: int, home: str) -> None:
    parsed = with_indents(parse_yaml(text, "x.yml"), record, "x.yml")
    (problem,) = parsed.problems
    assert (problem.line, f'which is a part of "{home}"' in problem.message) == (line, True)
    assert parsed.values.keys() <= record.model_fields.keys()


def test_several_are_one_problem() -> None:
    """All rows of a table may have lost their spaces."""
    text = f"figures:\n{FIGURE}b: {{value: 2}}\nc: {{value: 3}}\n"
    (problem,) = with_indents(parse_yaml(text, "x.yml"), EvidenceFile, "x.yml").problems
    assert (problem.line, problem.message) == (3, 'there are no spaces before "b" and 1 more, parts of "figures".')


def test_a_fact_that_belongs_nowhere_stays() -> None:
    parsed = parse_yaml("topics:\n  tea: Tea\ncake: [Cake]\n", "x.yml")
    assert with_indents(parsed, Lists, "x.yml") == parsed
