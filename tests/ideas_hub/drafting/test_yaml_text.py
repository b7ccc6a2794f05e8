"""Values as YAML that is read back unchanged, and that a person can read."""

from datetime import date

import pytest

from ideas_hub.drafting.yaml_text import Scalar, front_matter, scalar
from ideas_hub.reading.front_matter import parse_page


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Plain words, and a café (open)", "Plain words, and a café (open)"),
        ("2024-03", "2024-03"),
        (date(2026, 1, 2), "2026-01-02"),
        ("a: b", '"a: b"'),
        ('say "no" \\ yes', '"say \\"no\\" \\\\ yes"'),
        ("true", '"true"'),
        ("12", '"12"'),
        (True, "true"),
        (False, "false"),
        (2.5, "2.5"),
    ],
)
def test_text_is_quoted_only_where_yaml_could_read_something_else(value: Scalar, written: str) -> None:
    """Quotes are hard to read, so there are no more than needed."""
    assert scalar(value) == written


def test_groups_and_lists_are_indented_and_lists_of_ids_inline() -> None:
    """As an editor would write them."""
    text = front_matter({"themes": ("a-b", "c"), "worked": ("Tea.", "true"), "period": {"start": "2024"}})

    assert text == '---\nthemes: [a-b, c]\nworked:\n  - Tea.\n  - "true"\nperiod:\n  start: "2024"\n---\n'
    assert parse_page(text, "x.md").values["worked"] == ["Tea.", "true"]
