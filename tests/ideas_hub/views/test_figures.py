"""A figure is never shown without its base and its source."""

from ideas_hub.model.hub import Hub
from ideas_hub.views.figures import FigureView, figure_view, programme_figures
from ideas_hub.views.page import Link


def test_a_figure_has_number_unit_label_base_and_source(hub: Hub) -> None:
    assert figure_view(hub.case_studies["soldering"].facts.figures[0], hub) == FigureView(
        "24",
        "people",
        "People who came",
        base="All people who signed up",
        source=Link("Thimble and Spanner (2025), A8", "sources/#parts-evaluation"),
    )


def test_figures_are_found_by_id_wherever_they_stand(hub: Hub) -> None:
    """Those of the programme, and those of case studies that have an id; unknown ones are left out."""
    figures = programme_figures(("swansea-things-mended", "unknown", "items-brought"), hub)

    assert [figure.label for figure in figures] == [
        hub.figures["swansea-things-mended"].label,
        "Things brought to be mended",
    ]
