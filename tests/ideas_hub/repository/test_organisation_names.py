"""Names of organisations in the facts of others: ids become names, and a name without a record is an idea."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ideas_hub.model.hub import Hub
from ideas_hub.problem import Problem, Severity
from ideas_hub.repository.load import read_hub
from ideas_hub.views.data import data_tables
from ideas_hub.views.entries import entry_view
from ideas_hub.views.found import search_records
from ideas_hub.views.page import Link

Read = Callable[[Path], tuple[Hub, list[Problem]]]
TOASTER, SKILLS = "case_studies/toaster-tuesdays.md", "docs/programmes/skills-days.md"
TABLE, PROJECTS = "docs/organisations/organisations.csv", "docs/projects/projects.csv"


def write(tree: Path, file: str, old: str, new: str) -> None:
    path = tree / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def by_id(tree: Path, read: Read) -> Hub:
    """The small hub with ids where names stood, one of them an old one."""
    write(tree, TOASTER, "organisation: Second Slice Society", "organisation: second-slice")
    write(tree, TOASTER, "partners: [Third Drawer Society]", "partners: [third-drawer, wobbly-chairs]")
    write(tree, SKILLS, "owner: [Mending Wales]", "owner: [mending-wales]")
    write(tree, SKILLS, "lead: Wobbly Chair Collective", "lead: wobbly-chair")
    write(tree, PROJECTS, "third-drawer,Third Drawer Society", "third-drawer,third-drawer")
    hub, problems = read(tree)
    assert problems == []
    return hub


def test_an_id_is_published_as_the_name_everywhere(by_id: Hub) -> None:
    """On the page, in the data and in the search: one truth."""
    study, programme = by_id.case_studies["toaster-tuesdays"], by_id.programmes["skills-days"]
    facts = {fact.label: fact for fact in entry_view(study, by_id).facts}
    rows = {row["id"]: row for table in data_tables(by_id) for row in table.rows if table.name != "organisations"}
    found = {one.card.address: one for one in search_records(by_id)}

    assert facts["Who"].links == (Link("Second Slice Society", "organisations/second-slice/"),)
    assert [link.text for link in facts["Partners"].links] == ["Third Drawer Society", "Wobbly Chair Collective"]
    assert rows["toaster-tuesdays"]["organisation"] == "Second Slice Society"
    assert rows["toaster-tuesdays"]["partners"] == ["Third Drawer Society", "Wobbly Chair Collective"]
    assert (programme.facts.owner, programme.facts.areas[0].lead) == (("Mending Wales",), "Wobbly Chair Collective")
    assert by_id.projects["third-drawer"].facts.organisation == "Third Drawer Society"
    assert found["projects/third-drawer/"].card.title == "Third Drawer Society"
    words = {text for texts in found["case-studies/toaster-tuesdays/"].texts().values() for text in texts}
    assert {"Second Slice Society", "Third Drawer Society"} <= words
    assert not {"second-slice", "third-drawer"} & words


def test_a_name_without_a_record_is_an_idea_with_the_nearest(tree: Path, read: Read) -> None:
    """It keeps nothing from being published: the story has it as plain words."""
    write(tree, TOASTER, "[Third Drawer Society]", "[Third Drawr Society, Nobody at All Knows Them]")
    hub, problems = read(tree)

    assert [(one.file, one.line, one.field, one.nearest, one.fix, one.severity) for one in problems] == [
        (TOASTER, 13, "partners[1]", "Third Drawer Society", "", Severity.IDEA),
        (TOASTER, 13, "partners[2]", "", f"Add a row to {TABLE} if a source mentions it.", Severity.IDEA),
    ]
    facts = {fact.label: fact for fact in entry_view(hub.case_studies["toaster-tuesdays"], hub).facts}
    assert (facts["Partners"].text, facts["Partners"].links) == (
        "Third Drawr Society and Nobody at All Knows Them",
        (),
    )


def test_a_hub_that_lists_no_organisations_is_told_nothing_of_names(tree: Path, read: Read) -> None:
    for file in (tree / "docs/organisations").iterdir():
        file.unlink()
    hub, problems = read(tree)

    assert problems == []
    assert {"organisations", "partners"} & hub.parts == set()


def test_the_id_of_one_that_was_taken_down_should_be_written_as_a_name(tree: Path, read: Read) -> None:
    write(tree, TOASTER, "[Third Drawer Society]", "[long-gone]")
    hub, (problem,) = read(tree)

    assert (problem.severity, problem.field, problem.fix) == (
        Severity.SHOULD_FIX,
        "partners[1]",
        "Write its name, or leave it out.",
    )
    assert hub.directory.named("long-gone") is None


def test_a_partner_that_was_taken_down_stands_as_plain_words_and_leaves_no_link(tree: Path) -> None:
    text = (tree / TABLE).read_text(encoding="utf-8").splitlines()
    rows = ["third-drawer" + "," * 15 + "taken-down," if row.startswith("third-drawer,") else row for row in text]
    (tree / TABLE).write_text("\n".join(rows) + "\n", encoding="utf-8")
    hub, problems = read_hub(tree)
    facts = {fact.label: fact for fact in entry_view(hub.case_studies["toaster-tuesdays"], hub).facts}

    assert {(one.rule, one.severity) for one in problems} == {("no-record", Severity.IDEA)}
    assert (facts["Partners"].text, facts["Partners"].links) == ("Third Drawer Society", ())
    assert [other.id for other in hub.directory.worked_with("second-slice")] == ["tick-tock", "two-doors"]


def test_a_partner_that_was_renamed_is_led_to_by_both_names(tree: Path, read: Read) -> None:
    write(
        tree, TABLE, "third-drawer,Third Drawer Society,,", "fourth-drawer,Fourth Drawer Society,Third Drawer Society,"
    )
    hub, problems = read(tree)

    assert problems == []
    assert [row.id for row in map(hub.directory.named, ("Third Drawer Society", "Fourth Drawer Society")) if row] == [
        *("fourth-drawer", "fourth-drawer")
    ]
