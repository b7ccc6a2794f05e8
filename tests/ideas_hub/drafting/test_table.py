"""The spreadsheet: empty, filled in, and saved by whatever program."""

import csv
import io
from pathlib import Path

import pytest

from ideas_hub.commands.new import main
from ideas_hub.drafting.questions import questions
from ideas_hub.drafting.table import UNREADABLE, read_rows, template
from ideas_hub.model.hub import Hub
from ideas_hub.site.context import load_context
from tests.ideas_hub.conftest import FILES

FILLED = {
    "A title for your story": "'-Mend; talk, and tea",
    "Your story in one or two sentences": "We mended lamps.",
    "Your group or organisation": "A group",
    "Where was it?": "Conwy",
    "Which part of Wales is that in?": "north wales",
    "What did people do?": "Tools and electrics; Mending clothes",
    "Who was it for?": "Young newcomers",
    "What did you do?": "We met.",
    "What helped?": "Tea.; A bench.",
}


def table(hub: Hub, *, separator: str = ",", encoding: str = "utf-8") -> bytes:
    out = io.StringIO()
    rows = list(csv.reader(io.StringIO(template(questions(hub)).lstrip("\ufeff"))))
    csv.writer(out, delimiter=separator).writerows(
        [*rows, [FILLED.get(label, "") for label in rows[0]], [""] * len(rows[0])]
    )
    return out.getvalue().encode(encoding)


def test_a_filled_row_becomes_a_draft_that_the_reader_takes(hub: Hub, tree: Path) -> None:
    """The row of hints and the empty row make none; a draft is not published until somebody says so."""
    (tree / "ours.csv").write_bytes(table(hub))

    assert main(["--from-csv", str(tree / "ours.csv")], tree) == 0

    file = "case_studies/mend-talk-and-tea.md"
    text = (tree / file).read_text(encoding="utf-8")
    content = load_context(tree, cached=False)
    new = {path.relative_to(tree).as_posix() for path in (tree / "case_studies").glob("*.md")} - set(FILES)
    assert new == {file}
    assert [problem for problem in content.blocking if problem.file == file] == []
    assert "mend-talk-and-tea" not in content.hub.case_studies
    assert 'title: "-Mend; talk, and tea"' in text
    assert "worked:\n  - Tea.\n  - A bench.\n" in text
    assert "themes: [tools-electrics, mending-clothes]\n" in text
    assert "draft: true" in text


def test_a_cell_that_names_two_where_there_is_room_for_one_is_told(
    hub: Hub, tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else the first would be kept in silence."""
    monkeypatch.setitem(FILLED, "Which part of Wales is that in?", "South Wales; North Wales; south wales")
    (tree / "ours.csv").write_bytes(table(hub))

    assert main(["--from-csv", str(tree / "ours.csv")], tree) == 0

    assert "region: south-wales\n" in (tree / "case_studies/mend-talk-and-tea.md").read_text(encoding="utf-8")
    assert (
        '  For an editor to decide: "Which part of Wales is that in?" has room for one. '
        "South Wales is in the file, North Wales not.\n"
    ) in capsys.readouterr().out


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_programs_separator_is_read(hub: Hub, separator: str) -> None:
    rows, problems = read_rows(table(hub, separator=separator), questions(hub), "ours.csv")

    assert (len(rows), problems) == (1, [])
    assert rows[0]["Which part of Wales is that in?"] == "north wales"


def test_the_field_names_do_as_headings_too(hub: Hub) -> None:
    rows, problems = read_rows(b"title,place,What they did\nA,B,C\n", questions(hub), "ours.csv")

    assert (rows, problems) == ([{"A title for your story": "A", "Where was it?": "B", "What did you do?": "C"}], [])


def test_a_table_that_cannot_be_read_says_how_to_save_it(hub: Hub) -> None:
    _, problems = read_rows("title\nCafé".encode("cp1252"), questions(hub), "ours.csv")

    assert [problem.fix for problem in problems] == ["Save it again as CSV UTF-8 (comma delimited)."]


def test_a_damaged_table_says_how_to_save_it(hub: Hub) -> None:
    rows, problems = read_rows(b'title\n"A', questions(hub), "ours.csv")

    assert rows == []
    assert [(problem.rule, problem.fix) for problem in problems] == [("csv", UNREADABLE)]


@pytest.mark.parametrize("before", ["\n", "\r\n,,\r\n", "sep=,\r\n", "\n\nsep=,\n\n"])
def test_rows_above_the_questions_do_no_harm(hub: Hub, before: str) -> None:
    """Empty ones, and the one that Excel writes to name the separator."""
    rows, problems = read_rows(f"{before}title,place,\nA,B\n,,\n".encode(), questions(hub), "ours.csv")

    assert (rows, problems) == ([{"A title for your story": "A", "Where was it?": "B"}], [])


def test_the_separator_is_the_one_that_the_first_row_names(hub: Hub) -> None:
    rows, problems = read_rows(b"sep=;\ntitle;place\nA, b, c;B\n", questions(hub), "ours.csv")

    assert (rows, problems) == ([{"A title for your story": "A, b, c", "Where was it?": "B"}], [])


def test_a_row_with_more_cells_than_columns_is_named_and_nothing_is_read(hub: Hub) -> None:
    """Curly quotation marks hold no text together, and half of it would go into the wrong column."""
    table = 'title,summary,place\nA,B,C\n\nD,\u201cE, and f\u201d,G\nH,"I, and j",K,,\n'
    rows, problems = read_rows(table.encode(), questions(hub), "ours.csv")

    assert rows == []
    assert [str(problem) for problem in problems] == [
        (
            "ours.csv:4: row 4 has 4 cells for 3 columns. "
            'A text with a comma in it needs straight quotation marks around it: "one, two".'
        )
    ]


def test_an_empty_table_has_no_answers(hub: Hub) -> None:
    assert read_rows(b"", questions(hub), "ours.csv") == ([], [])


def test_a_column_that_we_do_not_ask_for_is_named(hub: Hub) -> None:
    rows, problems = read_rows(b"title,title,Wher was it?\nA,B,C\n", questions(hub), "ours.csv")

    assert rows == []
    assert [str(problem) for problem in problems] == [
        (
            'ours.csv:1: header: "Wher was it?" is not a question that we ask. Did you mean "Where was it?"? '
            "Start from the empty spreadsheet, and keep its first row as it is."
        ),
        'ours.csv:1: header: "A title for your story" is there twice. Keep one.',
    ]


def test_a_missing_file_is_named(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--from-csv", "nowhere.csv"], tree) == 2
    assert capsys.readouterr().err == "There is no file nowhere.csv.\n"
