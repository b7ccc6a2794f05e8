"""The page of downloads: what each data set holds and what every field means."""

from collections.abc import Iterable
from dataclasses import dataclass

from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.model.kinds import PROJECTS
from ideas_hub.views import english
from ideas_hub.views.data_tables import Table
from ideas_hub.views.page import Fact, Link, Page, Site, hub_page


@dataclass(frozen=True, slots=True)
class DataSet:
    """One data set: what it holds, its files, and what each field means."""

    title: str
    about: str
    files: tuple[Link, ...]
    fields: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class DataView:
    """Everything that can be downloaded."""

    page: Page
    sets: tuple[DataSet, ...]


MAP_SET = DataSet(
    "For a map",
    "The same facts with a point for each project. Points show the town or district, never an address.",
    tuple(Link(name, addresses.data(name)) for name in ("projects.geojson", "case-studies.geojson")),
)
FURTHER_SETS = (
    DataSet(
        "To cite",
        "How to cite each entry, for software that keeps references. Each entry's page shows its own.",
        (
            Link("citations.bib, as BibTeX", addresses.data("citations.bib")),
            Link("citations.ris, as RIS", addresses.data("citations.ris")),
        ),
    ),
    DataSet(
        "What the fields mean",
        "Every field of every file, in plain words; and the same for programs, as a Frictionless data package.",
        tuple(Link(name, addresses.data(name)) for name in ("dictionary.csv", "dictionary.json", "datapackage.json")),
    ),
    DataSet(
        "What is new",
        "Follow the whole hub in a feed reader. "
        "Each theme, region and community has a feed of its own, named on its page.",
        (Link("feed.xml, as Atom", "feed.xml"), Link("feed.json, as JSON Feed", "feed.json")),
    ),
)
"""What follows the data sets themselves: the same for every hub."""


def data_view(tables: Iterable[Table], hub: Hub, site: Site) -> DataView:
    """Return the page of downloads.

    tables: every data set, in the order shown.
    """
    page = hub_page("docs/data.md", addresses.DATA, hub)
    archive = addresses.archive(site.short_name)
    everything = DataSet(
        "Everything at once",
        "All the files on this page in one, with a note on what is in it.",
        (Link(archive.removeprefix(addresses.DATA), archive),),
    )
    places = (MAP_SET,) if PROJECTS in hub.parts else ()
    return DataView(page, (*(_data_set(table) for table in tables), everything, *places, *FURTHER_SETS))


def _data_set(table: Table) -> DataSet:
    return DataSet(
        table.name.replace("-", " ").capitalize(),
        f"{table.about} {english.counted(len(table.rows), 'row', 'rows')}.",
        (
            Link(f"{table.name}.csv, for a spreadsheet", addresses.data(f"{table.name}.csv")),
            Link(f"{table.name}.json, for a program", addresses.data(f"{table.name}.json")),
        ),
        tuple(Fact(field, meaning) for field, meaning in table.fields.items()),
    )
