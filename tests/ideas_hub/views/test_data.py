"""The page of downloads."""

from ideas_hub.model.hub import Hub
from ideas_hub.views.data import DataSet, data_view
from ideas_hub.views.data_tables import Table, data_tables
from ideas_hub.views.page import Fact, Link


def test_each_data_set_has_its_files_its_size_and_its_fields(hub: Hub) -> None:
    table = Table("case-studies", "All of them.", {"id": "The file's name."}, ({"id": "a"}, {"id": "b"}))
    view = data_view([table], hub)

    assert view.page.address == "data/"
    assert view.sets[0] == DataSet(
        "Case studies",
        "All of them. 2 rows.",
        (
            Link("case-studies.csv, for a spreadsheet", "data/case-studies.csv"),
            Link("case-studies.json, for a program", "data/case-studies.json"),
        ),
        (Fact("id", "The file's name."),),
    )


def test_the_page_ends_with_what_goes_beyond_single_data_sets(hub: Hub) -> None:
    titles = [one.title for one in data_view(data_tables(hub), hub).sets]

    assert titles == [
        *("Case studies", "Learning points", "Projects", "Terms", "Evidence", "Programmes", "Ideas"),
        *("Everything at once", "For a map", "To cite", "What the fields mean", "What is new"),
    ]
