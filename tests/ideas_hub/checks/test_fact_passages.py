"""Front matter values as runs of words."""

from ideas_hub.checks.fact_passages import values_as_passages
from ideas_hub.reading.front_matter import parse_page


def test_values_that_are_sentences_are_passages_by_field() -> None:
    """Names, ids and words to search by are not read as sentences."""
    facts = 'title: A\nlicence: CC\nworked:\n  - First.\n  - ""\nfigures:\n  - {label: People, code: x, value: 3}\n'
    parsed = parse_page(f"---\n{facts}---\n", "case_studies/x.md")

    passages = values_as_passages(parsed.values, parsed.lines)

    assert [(passage.shape, passage.field, passage.text, passage.line) for passage in passages] == [
        ("value", "title", "A", 2),
        ("value", "worked[1]", "First.", 5),
        ("value", "figures[1].label", "People", 8),
    ]
