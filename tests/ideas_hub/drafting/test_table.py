"""The spreadsheet: empty, filled in, and saved by whatever program."""

import csv
import io
from pathlib import Path

import pytest

from ideas_hub.commands.new import main
from ideas_hub.drafting.draft import build_draft
from ideas_hub.drafting.questions import questions
from ideas_hub.drafting.table import NO_HEADINGS, drafts_of_rows, read_rows, template
from ideas_hub.importing.sheets import SAVE_AS
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
        '  For an editor: "Which part of Wales is that in?" has room for one. '
        "South Wales is in the file, North Wales not.\n"
    ) in capsys.readouterr().out


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_programs_separator_is_read(hub: Hub, separator: str) -> None:
    rows, problems, notes = read_rows(table(hub, separator=separator), questions(hub), "ours.csv")

    assert (len(rows), problems, notes) == (1, [], [])
    assert rows[0].answers["Which part of Wales is that in?"] == "north wales"


def test_the_field_names_do_as_headings_too(hub: Hub) -> None:
    read = read_rows(b"title,place,What they did\nA,B,C\n", questions(hub), "ours.csv")

    assert read == ([(2, {"A title for your story": "A", "Where was it?": "B", "What did you do?": "C"})], [], [])


def test_a_table_of_old_windows_is_read_with_a_note(hub: Hub) -> None:
    """Excel's plain "CSV" is one; what is guessed about its letters is for a person to look at."""
    rows, problems, notes = read_rows("title\nCaf\u00e9".encode("cp1252"), questions(hub), "ours.csv")

    assert (rows, problems) == ([(2, {"A title for your story": "Caf\u00e9"})], [])
    assert [note for note in notes if "Windows-1252" in note] == notes != []


def test_a_damaged_table_says_how_to_save_it(hub: Hub) -> None:
    rows, problems, _ = read_rows(b'title\n"A', questions(hub), "ours.csv")

    assert rows == []
    assert [(problem.rule, problem.fix) for problem in problems] == [("csv", SAVE_AS)]


@pytest.mark.parametrize(
    "before",
    ["\n", "\r\n,,\r\n", "sep=,\r\n", "\n\nsep=,\n\n", "Our stories\n", '"Stories, 2024",,\n\nFill in all.,,\n'],
)
def test_rows_above_the_questions_do_no_harm(hub: Hub, before: str) -> None:
    """Empty ones, titles, and the one that Excel writes to name the separator."""
    rows, problems, notes = read_rows(f"{before}title,place,\nA,B\n,,\n".encode(), questions(hub), "ours.csv")

    assert ([row.answers for row in rows], problems, notes) == (
        [{"A title for your story": "A", "Where was it?": "B"}],
        [],
        [],
    )


@pytest.mark.parametrize("separator", [";", "\t", "|", "^", "~"])
def test_the_separator_is_the_one_that_the_first_row_names(hub: Hub, separator: str) -> None:
    table = f"sep={separator}\ntitle{separator}place\nA, b, c{separator}B\n".encode()

    assert read_rows(table, questions(hub), "ours.csv") == (
        [(3, {"A title for your story": "A, b, c", "Where was it?": "B"})],
        [],
        [],
    )


def test_a_row_with_more_cells_than_columns_is_named_and_left_out(hub: Hub) -> None:
    """Curly quotation marks hold no text together, and half of it would go into the wrong column."""
    table = 'title,summary,place\nA,B,C\n\nD,\u201cE, and f\u201d,G\nH,"I, and j",K,,\n'
    rows, problems, _ = read_rows(table.encode(), questions(hub), "ours.csv")

    assert [row.number for row in rows] == [2, 5]
    assert [str(problem) for problem in problems] == [
        (
            "ours.csv:4: row 4 has 4 cells for 3 columns. "
            'A text with a comma in it needs straight quotation marks around it: "one, two".'
        )
    ]


def test_an_empty_table_is_named(hub: Hub) -> None:
    assert [problem.message for problem in read_rows(b"", questions(hub), "ours.csv").problems] == [
        "there is nothing in it."
    ]


def test_a_table_without_any_of_our_questions_is_one_problem(hub: Hub) -> None:
    rows, problems, notes = read_rows(b"Shoe size,Colour\n39,red\n", questions(hub), "ours.csv")

    assert (rows, notes) == ([], [])
    assert [problem.message for problem in problems] == [NO_HEADINGS]


def test_two_columns_for_one_question_are_refused_if_neither_is_surer(hub: Hub) -> None:
    rows, problems, _ = read_rows(b"title,title,Town,Location\nA,B,C,D\n", questions(hub), "ours.csv")

    assert rows == []
    assert [str(problem) for problem in problems] == [
        'ours.csv:1: header: "A title for your story" is there twice. Keep one.',
        'ours.csv:1: header: "Where was it?" is there twice: "Town" and "Location". Keep one.',
    ]


FORMULAS = (
    "=SUM(A1)",
    '=HYPERLINK("http://evil.example";"a")',
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!D2",
    "@SUM(1)",
    "=1+1",
    "\uff1dSUM(A1)",
    "#REF!",
    "#NAME?",
    "#####",
)


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_formula_or_an_error_keeps_its_row_out(hub: Hub, cell: str) -> None:
    """The cell is named as a spreadsheet names it; the other rows are read."""
    out = io.StringIO()
    csv.writer(out).writerows([["title", "place"], ["A", cell], ["B", "Conwy"]])
    rows, problems, _ = read_rows(out.getvalue().encode(), questions(hub), "ours.csv")

    assert [row.number for row in rows] == [3]
    assert [(problem.line, problem.message[:8]) for problem in problems] == [(2, "cell B2 ")]


def test_a_formula_in_a_column_that_is_left_out_does_no_harm(hub: Hub) -> None:
    rows, problems, notes = read_rows(b"title,Sum of scores\nA,=SUM(A1)\n", questions(hub), "ours.csv")

    assert ([row.answers for row in rows], problems) == ([{"A title for your story": "A"}], [])
    assert notes == ['Left out, as it is none of our questions: "Sum of scores" (words in 1 row).']


@pytest.mark.parametrize("cell", ["=> next", "== title ==", "- a point", "+44 is Britain", "@ourgroup", "-5", "#tag"])
def test_words_that_start_with_a_sign_are_words(hub: Hub, cell: str) -> None:
    rows, problems, _ = read_rows(f"title\n{cell}\n".encode(), questions(hub), "ours.csv")

    assert ([row.answers for row in rows], problems) == ([{"A title for your story": cell}], [])


def test_days_yes_and_no_and_lists_are_read_in_the_ways_of_forms(hub: Hub) -> None:
    """Microsoft's forms end each item of a list with a semicolon, Google's part them with commas."""
    table = (
        "title\tperiod.start\tconsent.expires\timage.people\tworked\tthemes\n"
        "31/03/2024\t31/03/2024\t45123.5\tTRUE\tTea;Cake;\tMending clothes, Tools and electrics\n"
        "45123\tMar-24\t03/25/2024\t\u2610\t\tMending clothes;Tools and electrics;\n"
    )
    rows, problems, notes = read_rows(table.encode(), questions(hub), "ours.tsv")

    first, second = (list(row.answers.values()) for row in rows)
    assert (first[:3], first[4]) == (["31/03/2024", "2024-03-31", "2023-07-16"], "Tea\nCake\n")
    assert second[:3] == ["45123", "2024-03", "03/25/2024"]
    assert problems == []
    assert [note for note in notes if "has the month first" in note] == notes != []
    values = [build_draft(row.answers, questions(hub)).values for row in rows]
    assert [one["themes"] for one in values] == [("mending-clothes", "tools-electrics")] * 2
    assert [one["image"] for one in values] == [{"people": True}, {"people": False}]


def test_what_identifies_a_person_is_left_out_of_a_row_with_a_note(hub: Hub) -> None:
    rows, _, _ = read_rows(b"title,worked\nTea,Ask jo.bloggs@old.example\n", questions(hub), "ours.csv")

    (draft,) = drafts_of_rows(rows, questions(hub))

    assert draft.values["worked"] == ("Ask (left out)",)
    assert draft.editor_notes == ("An e-mail address was left out: jo\u2026le.",)


def test_of_two_rows_with_one_story_the_later_is_used(hub: Hub) -> None:
    table = b"title,organisation,place\nLamps,A group,Bangor\nClocks,A group,Bangor\nLAMPS,a  group,Conwy\n"
    rows, problems, notes = read_rows(table, questions(hub), "ours.csv")

    assert [(row.number, row.answers["Where was it?"]) for row in rows] == [(3, "Bangor"), (4, "Conwy")]
    assert (problems, notes) == ([], ["Rows 2 and 4 tell one story; row 4 is used."])


def test_headings_that_are_there_again_are_no_story(hub: Hub) -> None:
    rows, _, _ = read_rows(b"title,place\nA,B\ntitle,place\nC,D\n", questions(hub), "ours.csv")

    assert [row.number for row in rows] == [2, 4]


def test_a_missing_file_is_named(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--from-csv", "nowhere.csv"], tree) == 2
    assert capsys.readouterr().err == "There is no file nowhere.csv.\n"
