"""A source is named with its authors and year, its title, and where in it the facts stand."""

from dataclasses import replace

import pytest

from ideas_hub.model.fields import Citation
from ideas_hub.model.hub import Hub
from ideas_hub.views.citations import citations, short_citation, source_date_words, source_link
from ideas_hub.views.page import Link

SOURCE = "parts-evaluation"
NAME = "Thimble and Spanner (2025), Evaluation of the Spare Parts Fund"


def undated(hub: Hub) -> Hub:
    source = hub.sources[SOURCE]
    facts = source.facts.model_copy(update={"source_date": None})
    return replace(hub, sources={SOURCE: replace(source, facts=facts)})


def test_each_source_is_named_once_with_all_its_sections(hub: Hub) -> None:
    cited = (Citation(source=SOURCE, section="A8"), Citation(source="lost"), Citation(source=SOURCE, section="2.1"))

    assert citations(cited, hub) == (
        Link(f"{NAME}, A8; section 2.1", "sources/#parts-evaluation"),
        Link("lost", "sources/"),
    )


@pytest.mark.parametrize(
    ("section", "words"),
    [("4.3", ", section 4.3"), ("Appendix 8", ", Appendix 8"), (None, "")],
)
def test_a_numbered_section_is_called_a_section(hub: Hub, section: str | None, words: str) -> None:
    cited = Citation(source=SOURCE, section=section)

    assert citations([cited], hub)[0].text == f"{NAME}{words}"
    assert short_citation(cited, hub) == Link(f"Thimble and Spanner (2025){words}", "sources/#parts-evaluation")


def test_a_source_without_a_page_leads_to_the_list_of_sources(hub: Hub) -> None:
    assert short_citation(Citation(source="lost"), hub) == Link("lost", "sources/")


def test_a_source_without_a_date_is_undated(hub: Hub) -> None:
    assert source_link(SOURCE, [], undated(hub)).text.startswith("Thimble and Spanner (undated), Evaluation")
    assert source_date_words(hub.case_studies["soldering"], undated(hub)) == "undated"


def test_the_date_of_an_entry_s_source_is_as_precise_as_the_source(hub: Hub) -> None:
    assert source_date_words(hub.case_studies["soldering"], hub) == "October 2025"


def test_the_date_in_an_entry_s_own_file_counts_first(hub: Hub) -> None:
    study = hub.case_studies["soldering"]
    dated = replace(study, facts=study.facts.model_copy(update={"source_date": "2024"}))

    assert source_date_words(dated, hub) == "2024"


def test_an_entry_that_tells_its_own_story_has_no_source_to_date(hub: Hub) -> None:
    assert source_date_words(hub.case_studies["clock-club"], hub) == ""
