"""Data tables: the facts of the pages, a row for each entry."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from ideas_hub.model.field_descriptions import FIELD_DESCRIPTIONS
from ideas_hub.model.hub import Hub
from ideas_hub.views.data import NOT_EXPORTED, Table, data_tables


@pytest.fixture(scope="module")
def tables(hub: Hub) -> Mapping[str, Table]:
    return {table.name: table for table in data_tables(hub)}


def test_there_is_a_table_for_each_kind_and_for_projects_organisations_terms_and_figures(
    tables: Mapping[str, Table],
) -> None:
    assert {name: len(table.rows) for name, table in tables.items()} == {
        "case-studies": 5,
        "learning-points": 3,
        "trails": 1,
        "projects": 2,
        "organisations": 10,
        "terms": 11,
        "evidence": 5,
        "programmes": 2,
        "tools": 1,
        "events": 4,
    }


def test_every_field_has_a_meaning_and_none_is_private(tables: Mapping[str, Table]) -> None:
    for table in tables.values():
        assert table.fields == {field: FIELD_DESCRIPTIONS[field] for field in table.fields}
        assert not NOT_EXPORTED & table.fields.keys()
        assert all(row.keys() <= table.fields.keys() for row in table.rows)


def test_a_row_has_plain_values_in_the_order_of_the_fields_and_no_empty_ones(tables: Mapping[str, Table]) -> None:
    row = tables["case-studies"].rows[0]

    assert list(row) == [field for field in tables["case-studies"].fields if field in row]
    assert (row["id"], row["address"], row["published"]) == ("soldering", "case-studies/soldering/", "2026-08-31")
    assert row["learning_points"] == ["say-hello"]
    assert "partners" not in row


def test_a_term_says_how_many_entries_carry_it(tables: Mapping[str, Table]) -> None:
    rows = {row["id"]: row for row in tables["terms"].rows}

    assert rows["north-wales"]["kind"] == "regions"
    assert (rows["north-wales"]["case_studies"], rows["north-wales"]["entries"]) == (2, 3)
    assert rows["wood-furniture"]["entries"] == 0


def test_figures_of_case_studies_follow_those_of_the_programme(tables: Mapping[str, Table]) -> None:
    rows = tables["evidence"].rows

    assert [row["id"] for row in rows[:3]] == ["items-brought", "share-mended", "share-waiting"]
    assert rows[0]["address"] == "evidence/things/#items-brought"
    assert (rows[3]["id"], rows[3]["entry"], rows[3]["address"]) == (
        "soldering-1",
        "soldering",
        "case-studies/soldering/#inNumbers",
    )
    assert (rows[4]["id"], rows[4]["entry"]) == ("swansea-things-mended", "toaster-tuesdays")


def test_a_project_leads_to_its_page(tables: Mapping[str, Table]) -> None:
    assert tables["projects"].rows[0]["address"] == "projects/wobbly-chair/"


def test_a_table_without_rows_is_left_out_but_that_of_the_case_studies(hub: Hub) -> None:
    bare = replace(hub, case_studies={}, evidence=hub.evidence.model_copy(update={"figures": {}}))

    assert {table.name: len(table.rows) for table in data_tables(bare)} == {
        "case-studies": 0,
        "learning-points": 3,
        "trails": 1,
        "projects": 2,
        "organisations": 10,
        "terms": 11,
        "programmes": 2,
        "tools": 1,
        "events": 4,
    }
