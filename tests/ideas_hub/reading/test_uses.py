"""What the facts of a file use that other files or the day can prove wrong."""

from datetime import date

from ideas_hub.model.entries import CaseStudy
from ideas_hub.model.kinds import CASE_STUDIES, PROSE
from ideas_hub.model.page import PageRecord
from ideas_hub.reading.uses import DAYS, NAMES, users_of, uses_of

STUDY = CaseStudy.model_validate(
    {
        "title": "Soldering",
        "summary": "People learned to solder.",
        "organisation": "Repair Cafe One",
        "place": "Bangor",
        "region": "north-wales",
        "communities": ["newcomers"],
        "themes": ["electrics", "skills", "electrics"],
        "reviewed": "2026-08-31",
    }
)


def test_a_record_uses_each_id_name_and_day_once() -> None:
    assert set(uses_of(CASE_STUDIES.id, STUDY)) == {
        ("regions", "north-wales"),
        ("themes", "electrics"),
        ("themes", "skills"),
        ("communities", "newcomers"),
        (NAMES, "Repair Cafe One"),
        (DAYS, date(2026, 8, 31)),
    }
    assert len(uses_of(CASE_STUDIES.id, STUDY)) == 6


def test_a_page_that_names_nothing_uses_nothing() -> None:
    assert uses_of(PROSE.id, PageRecord(title="About", summary="Who we are.")) == ()


def test_files_are_found_by_what_they_use() -> None:
    users = users_of([("a.md", [("themes", "skills"), ("regions", "south")]), ("b.md", [("themes", "skills")])])

    assert users["themes"]["skills"] == ["a.md", "b.md"]
    assert users["regions"] == {"south": ["a.md"]}
