"""What each thing is found by: its own file, and what other files say about it."""

from pathlib import Path

from ideas_hub.model.hub import AnyEntry, Hub
from ideas_hub.repository.load import read_hub
from ideas_hub.search.texts import (
    joined,
    texts_of_entry,
    texts_of_facts,
    texts_of_figure,
    texts_of_page,
    texts_of_project,
    texts_of_source,
    texts_of_term,
    texts_of_word,
)
from ideas_hub.search.weights import FIELDS, Texts, weigh_words
from ideas_hub.search.words import stem


def words(texts: Texts) -> frozenset[str]:
    return weigh_words(texts).words


def words_of_entry(entry: AnyEntry, hub: Hub) -> frozenset[str]:
    return words(texts_of_entry(entry, hub))


def test_an_entry_is_found_by_its_title_facts_headings_and_text(hub: Hub) -> None:
    found = words_of_entry(hub.case_studies["soldering"], hub)

    assert {"soldering", "wobbly", "conwy", "lessons", "pounds", "warm", "torch"} <= found
    assert {"robin", "cymraeg"} & found == set()


def test_an_entry_is_found_by_the_names_of_its_terms_and_what_else_people_call_them(hub: Hub) -> None:
    """The labels of activities, topics and ways of delivery count as well."""
    found = words_of_entry(hub.case_studies["soldering"], hub)

    assert {"newcomers", "refugees", "electrics", "gadgets", "north", "face"} <= found
    assert "sharing" in words_of_entry(hub.learning_points["say-hello"], hub)


def test_a_label_counts_for_more_than_a_synonym(hub: Hub) -> None:
    impacts = weigh_words(texts_of_entry(hub.case_studies["soldering"], hub)).impacts

    assert impacts[stem("electrics")] > impacts[stem("gadgets")]


def test_a_synonym_counts_for_more_on_the_page_of_its_term_than_on_an_entry_s(hub: Hub) -> None:
    term = weigh_words(texts_of_term(hub.vocabulary.themes["tools-electrics"], hub)).impacts
    entry = weigh_words(texts_of_entry(hub.case_studies["soldering"], hub)).impacts

    assert term[stem("gadgets")] > entry[stem("gadgets")]


def test_a_case_study_is_found_by_the_name_of_its_project(hub: Hub) -> None:
    assert "chats" in words_of_entry(hub.case_studies["soldering"], hub)
    assert "chats" not in words_of_entry(hub.case_studies["clock-club"], hub)


def test_a_learning_point_is_found_by_the_projects_that_show_it_and_by_how_they_do(hub: Hub) -> None:
    assert {"drawer", "newport", "grant"} <= words_of_entry(hub.learning_points["keep-enough-fixers"], hub)


def test_a_programme_is_found_by_who_pays_and_who_leads_where(hub: Hub) -> None:
    assert {"mending", "wobbly", "conwy", "lunch"} <= words_of_entry(hub.programmes["skills-days"], hub)


def test_an_idea_is_found_by_its_authors(tree: Path) -> None:
    (tree / "docs/ideas").mkdir()
    (tree / "docs/ideas/late-hours.md").write_text(
        "---\ntitle: Later hours\nsummary: Open after work.\npublished: 2026-01-04\n"
        "authors: [{name: Robin Quill, organisation: Tick Tock and Friends}]\ntakeaways: [Ask who works shifts.]\n"
        "---\n\nA short text.\n"
    )
    hub = read_hub(tree)[0]

    assert {"robin", "quill", "tock", "shifts"} <= words_of_entry(hub.ideas["late-hours"], hub)


def test_facts_alone_leave_out_the_text_and_what_other_files_say(hub: Hub) -> None:
    found = words(texts_of_facts(hub.case_studies["soldering"].facts))

    assert {"wobbly", "warm"} <= found
    assert {"torch", "refugees", "chats"} & found == set()


def test_a_project_is_found_by_who_ran_it_where_what_for_and_what_it_shows(hub: Hub) -> None:
    """The titles of the learning points that it shows are among what it is found by."""
    texts = texts_of_project(hub.projects["third-drawer"], hub)

    assert {"third", "buttons", "newport", "clothes", "needlework", "budget", "fixers"} <= words(texts)
    assert list(texts["title"]) == ["Third Drawer Society"]


def test_a_term_is_found_by_its_label_its_synonyms_its_page_and_its_activities(hub: Hub) -> None:
    texts = texts_of_term(hub.vocabulary.themes["mending-clothes"], hub)

    assert {"clothes", "needlework", "patching", "button", "darning"} <= words(texts)
    assert "soldering" not in words(texts)


def test_a_word_of_the_glossary_is_found_by_its_forms_and_its_meaning(hub: Hub) -> None:
    assert {"pat", "tests", "appliance"} <= words(texts_of_word(hub.glossary["pat"]))
    assert "coins" in words(texts_of_word(hub.glossary["repair-cafe"]))


def test_a_figure_is_found_by_what_it_counts_and_of_whom(hub: Hub) -> None:
    found = words(texts_of_figure(hub.evidence.figures["items-brought"], hub))

    assert {"brought", "mended", "tally", "repair"} <= found


def test_a_source_is_found_by_its_title_its_authors_and_its_page(hub: Hub) -> None:
    found = words(texts_of_source(hub.sources["parts-evaluation"]))

    assert {"evaluation", "thimble", "research", "written"} <= found


def test_a_page_is_found_by_its_title_summary_text_and_by_what_the_hub_lists_there(hub: Hub) -> None:
    page = next(page for page in hub.prose.values() if page.file == "docs/about.md")
    found = words(texts_of_page(page, ["Wood and furniture"]))

    assert {"wales", "invented", "network", "furniture"} <= found


def test_every_text_is_in_a_field_that_the_index_knows(hub: Hub) -> None:
    """And all are lists of texts: a text in place of a list would be taken for its letters."""
    every = [
        *(texts_of_entry(entry, hub) for entry in hub.entries),
        *(texts_of_project(project, hub) for project in hub.projects.values()),
        *(texts_of_term(term, hub) for term in hub.vocabulary.themes.values()),
        *(texts_of_word(word) for word in hub.glossary.values()),
        *(texts_of_figure(figure, hub) for figure in hub.evidence.figures.values()),
        *(texts_of_source(source) for source in hub.sources.values()),
    ]

    assert {name for texts in every for name in texts} <= {field.name for field in FIELDS}
    assert not any(isinstance(some, str) for texts in every for some in texts.values())


def test_texts_of_several_sources_are_joined_field_by_field() -> None:
    assert joined({"title": ["Tea"], "body": ["Hot"]}, {"body": ("Sweet", "Milky")}) == {
        "title": ("Tea",),
        "body": ("Hot", "Sweet", "Milky"),
    }
