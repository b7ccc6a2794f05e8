"""The page of downloads: what each data set holds and what every field means."""

from __future__ import annotations

from collections.abc import Mapping

from ideas_hub import addresses, exports
from ideas_hub.article import Article
from ideas_hub.hub import Hub
from ideas_hub.views import words
from ideas_hub.views.overview import DataSet, DataView, hub_page
from ideas_hub.views.page import Fact, Link


def data_view(hub: Hub, articles: Mapping[str, Article]) -> DataView:
    """Return the page of downloads."""
    sets = []
    for table in exports.tables(hub):
        files = (Link(f"{table.name}.csv, for a spreadsheet", addresses.data(f"{table.name}.csv")),
                 Link(f"{table.name}.json, for a program", addresses.data(f"{table.name}.json")))
        title = table.name.replace("-", " ").capitalize()
        sets.append(DataSet(title, f"{table.about} {words.counted(len(table.rows), 'row', 'rows')}.", files,
                            tuple(Fact(field, meaning) for field, meaning in table.fields.items())))
    return DataView(hub_page("docs/data.md", addresses.DATA, hub, articles), tuple(sets))
