"""ideas_hub/model/data_files.py: one row of the list of projects."""

import pytest

from ideas_hub.model.data_files import Project

FACTS = {
    "id": "third-drawer",
    "organisation": "Third Drawer Society",
    "region": "south-wales",
    "place": "Newport",
    "latitude": "51.6",
    "status": "funded",
    "documented": "full",
}


def test_a_project_is_named_by_its_organisation_where_the_report_gives_no_name() -> None:
    assert Project.model_validate(FACTS).name == "Third Drawer Society"
    assert Project.model_validate(FACTS | {"project_name": "Buttons for all"}).name == "Buttons for all"


@pytest.mark.parametrize(
    ("cell", "longitude"),
    [
        ({"longitude_west": "2.9"}, -2.9),
        ({"longitude_east": "1.3"}, 1.3),
        ({"longitude_east": "0"}, 0.0),
        ({}, 0.0),
    ],
)
def test_west_of_greenwich_is_negative_without_a_minus_in_any_cell(cell: dict[str, str], longitude: float) -> None:
    """A cell that starts with a minus could be run by a spreadsheet."""
    assert Project.model_validate(FACTS | cell).longitude == longitude
