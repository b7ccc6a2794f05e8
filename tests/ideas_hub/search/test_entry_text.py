"""What an entry is found by: its own file, and what other files say about it."""

from pathlib import Path

from ideas_hub.model.hub import Hub
from ideas_hub.repository.load import read_hub
from ideas_hub.search.entry_text import words_of_entry, words_of_facts
from ideas_hub.search.words import stem


def test_an_entry_is_found_by_its_title_facts_headings_and_text(hub: Hub) -> None:
    words = words_of_entry(hub.case_studies["soldering"], hub).words

    assert {"soldering", "wobbly", "conwy", "lessons", "pounds", "warm", "torch"} <= words
    assert {"robin", "cymraeg"} & words == set()


def test_an_entry_is_found_by_the_names_of_its_terms_and_what_else_people_call_them(hub: Hub) -> None:
    """The labels of activities, topics and ways of delivery count as well."""
    words = words_of_entry(hub.case_studies["soldering"], hub).words
    assert {"newcomers", "refugees", "electrics", "gadgets", "north", "face"} <= words
    assert "gwynedd" not in words  # a place is looked up by itself, and matches no whole region

    assert "sharing" in words_of_entry(hub.learning_points["say-hello"], hub).words


def test_a_label_counts_for_more_than_a_synonym(hub: Hub) -> None:
    impacts = words_of_entry(hub.case_studies["soldering"], hub).impacts

    assert impacts[stem("electrics")] > impacts[stem("gadgets")]


def test_a_case_study_is_found_by_the_name_of_its_project(hub: Hub) -> None:
    assert "chats" in words_of_entry(hub.case_studies["soldering"], hub).words
    assert "chats" not in words_of_entry(hub.case_studies["clock-club"], hub).words


def test_a_learning_point_is_found_by_the_projects_that_show_it_and_by_how_they_do(hub: Hub) -> None:
    words = words_of_entry(hub.learning_points["keep-enough-fixers"], hub).words

    assert {"drawer", "newport", "grant"} <= words


def test_a_programme_is_found_by_who_pays_and_who_leads_where(hub: Hub) -> None:
    words = words_of_entry(hub.programmes["skills-days"], hub).words

    assert {"mending", "wobbly", "conwy", "lunch"} <= words


def test_an_idea_is_found_by_its_authors(tree: Path) -> None:
    (tree / "docs/ideas").mkdir()
    (tree / "docs/ideas/late-hours.md").write_text(
        "---\ntitle: Later hours\nsummary: Open after work.\npublished: 2026-01-04\n"
        "authors: [{name: Robin Quill, organisation: Tick Tock and Friends}]\ntakeaways: [Ask who works shifts.]\n"
        "---\n\nA short text.\n"
    )
    hub = read_hub(tree)[0]

    assert {"robin", "quill", "tock", "shifts"} <= words_of_entry(hub.ideas["late-hours"], hub).words


def test_facts_alone_leave_out_the_text_and_what_other_files_say(hub: Hub) -> None:
    facts = words_of_facts(hub.case_studies["soldering"].facts).words

    assert {"wobbly", "warm"} <= facts
    assert {"torch", "refugees", "chats"} & facts == set()
