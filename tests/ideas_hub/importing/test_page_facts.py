"""The facts above a page are read whoever wrote them, as words; what cannot be read is said."""

import pytest

from ideas_hub.importing.page_facts import split_page

NO = {"yes": "no"}
READ = {
    "YAML": ("---\ntags: [a, b]\nday: 2024-01-02\nyes: no\n---\nx", {"tags": ("a", "b"), "day": "2024-01-02", **NO}),
    "YAML within": ("---\nphoto: {file: a.jpg, by: [{who: b}]}\n---\nx", {"photo.file": "a.jpg", "photo.by.who": "b"}),
    "YAML of several": ("---\nby:\n- {who: b, at: c}\n- who: d\n---\nx", {"by.who": ("b", "d"), "by.at": "c"}),
    "YAML with tags of a program": ("---\ntitle: !ruby/object:X Tea\n---\nx", {"title": "Tea"}),
    "YAML lists within lists": (
        "---\nlinks: [{to: a}, {to: b}]\nrows: [[c, [d]], e]\n---\nx", {"links.to": ("a", "b"), "rows": ("e", "c", "d")}
    ),
    "TOML": ('+++\ntitle = "Tea"\n[extra]\nteam = "b"\n+++\nx', {"title": "Tea", "extra.team": "b"}),
    "JSON": ('{\n"title": "Tea"\n}\nx', {"title": "Tea"}),
    "nothing": ("x", {}),
    "empty": ("---\n---\nx", {}),
    "Windows": ("\ufeff---\r\ntitle: Tea\r\n---\r\nx", {"title": "Tea"}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "facts"), READ.values(), ids=READ)
def test_facts_are_read_as_words(text: str, facts: dict[str, object]) -> None:
    assert split_page(text) == (facts, "x", [])


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("---\ntitle: Tea: a story\ntags:\n  - a\n  - b\n---\nx", {"title": "Tea: a story", "tags": ("a", "b")}),
        ("---\na: &a [b]\ntitle: Tea\nc: [*a, *a]\n---\nx", {"a": "&a [b]", "title": "Tea", "c": "[*a, *a]"}),
        ("+++\ntitle = Tea\n+++\nx", {"title": "Tea"}),
        ("---\n\ttitle: Tea\n---\nx", {}),
    ],
)
def test_facts_with_a_mistake_are_read_as_far_as_can_be(text: str, facts: dict[str, object]) -> None:
    found, body, notes = split_page(text)

    assert (found, body) == (facts, "x")
    assert len(notes) == 1
    assert "some may be missing" in notes[0]


@pytest.mark.parametrize("facts", ["---\na: {}\n---\nx", "+++\na = {}\n+++\nx", '{{\n"a": {}\n}}\nx'])
def test_facts_within_each_other_without_end_are_no_facts(facts: str) -> None:
    """Some libraries end the program at them."""
    found, body, _ = split_page(facts.format("[" * 50_000 + "]" * 50_000))

    assert (found.keys() <= {"a"}, body) == (True, "x")


def test_facts_without_end_are_cut() -> None:
    facts, _, notes = split_page("---\n" + "".join(f"a{number}: b\n" for number in range(1_000)) + "---\nx")

    assert len(facts) == 300
    assert notes == ["Only the first 300 of its facts were read."]
