"""The page of downloads."""

from dataclasses import replace

from ideas_hub.model.hub import Hub
from ideas_hub.views.data import DataSet, Table, data_tables, data_view
from ideas_hub.views.page import Fact, Link, Site


def test_each_data_set_has_its_files_its_size_and_its_fields(hub: Hub, site: Site) -> None:
    table = Table("case-studies", "All of them.", {"id": "The file's name."}, ({"id": "a"}, {"id": "b"}))
    view = data_view([table], hub, site)

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


def test_the_page_ends_with_what_goes_beyond_single_data_sets(hub: Hub, site: Site) -> None:
    sets = data_view(data_tables(hub), hub, site).sets

    assert [one.title for one in sets] == [
        *("Case studies", "Lessons", "Trails", "Projects", "Organisations", "Terms", "Evidence", "Programmes"),
        *("Tools", "Events"),
        *("Everything at once", "For a map", "To cite", "What the fields mean", "What is new"),
    ]
    assert sets[10].files == (Link("mending-wales-data.zip", "data/mending-wales-data.zip"),)


def test_without_projects_and_organisations_nothing_has_a_point_on_a_map(hub: Hub, site: Site) -> None:
    bare = replace(hub, projects={}, organisations={})
    titles = [one.title for one in data_view(data_tables(bare), bare, site).sets]

    assert "Projects" not in titles
    assert "For a map" not in titles
