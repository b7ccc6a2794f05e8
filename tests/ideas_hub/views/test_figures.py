"""A figure is never shown without its base and its source."""

import pytest

from ideas_hub.model.fields import Citation
from ideas_hub.model.hub import Hub
from ideas_hub.views.figures import FigureView, citation, figure_view, programme_figures
from ideas_hub.views.page import Link


def test_a_figure_has_number_unit_label_base_and_source(hub: Hub) -> None:
    assert figure_view(hub.case_studies["soldering"].facts.figures[0], hub) == FigureView(
        "24",
        "people",
        "People who came",
        "All people who signed up",
        "",
        Link("Evaluation of the Spare Parts Fund, A8", "sources/#parts-evaluation"),
    )


@pytest.mark.parametrize(
    ("section", "words"),
    [("4.3", ", section 4.3"), ("Appendix 8", ", Appendix 8"), (None, "")],
)
def test_a_numbered_section_is_called_a_section(hub: Hub, section: str | None, words: str) -> None:
    link = citation(Citation(source="parts-evaluation", section=section), hub)

    assert link == Link(f"Evaluation of the Spare Parts Fund{words}", "sources/#parts-evaluation")


def test_a_source_without_a_page_leads_to_the_list_of_sources(hub: Hub) -> None:
    assert citation(Citation(source="lost"), hub) == Link("lost", "sources/")


def test_figures_are_found_by_id_wherever_they_stand(hub: Hub) -> None:
    """Those of the programme, and those of case studies that have an id; unknown ones are left out."""
    figures = programme_figures(("swansea-things-mended", "unknown", "items-brought"), hub)

    assert [figure.label for figure in figures] == [
        hub.figures["swansea-things-mended"].label,
        "Things brought to be mended",
    ]
