"""scripts/new makes every kind: with what is needed answered, the small hub is as sound as before."""

import csv
import io
from pathlib import Path

import pytest

from ideas_hub.commands import new
from ideas_hub.commands.check import problems_in
from ideas_hub.drafting.kinds import NEW_KINDS
from ideas_hub.drafting.record_wording import BY_HAND
from ideas_hub.problem import Severity
from ideas_hub.repository.load import read_hub
from tests.ideas_hub.conftest import FILES

GLOSSARY, EVIDENCE, PROJECTS = "docs/glossary.yml", "docs/evidence.yml", "docs/projects/projects.csv"
ORGANISATIONS = "docs/organisations/organisations.csv"
TEXT = ["Somebody who knows is there.", ""]
STEPS = ["Ask; Ask three.; Say hello to everyone at the door", "Open; Open it.; say-hello / keep-enough-fixers", ""]
IDEAS_PAGE = "---\ntitle: Ideas\nsummary: Short articles.\n---\n\nShort articles.\n"

EVIDENCE_IN_BRACKETS = "subjects: {things: Things}\nfigures: {}\n"

MADE = {
    "case-study": (
        ["Lamps", "We mend.", "A group", "Bangor", "North Wales", "joinery", "newcomers", "We met.", ""],
        "case_studies/lamps.md",
        "region: north-wales\nthemes: [wood-furniture]\ncommunities: [newcomers]\n",
    ),
    "learning-point": (
        ["Two keys", "Keys open doors.", "What helps", "Have two keys.", "host", "safety", *TEXT],
        "docs/learning-points/two-keys.md",
        "kind: enabler\nstatement: Have two keys.\naudience: [host]\ntopics: [safety]\n",
    ),
    "programme": (
        ["Tool loans", "Tools for a week.", "open", "Any group.", *TEXT],
        "docs/programmes/tool-loans.md",
        "status: open\nwho_for: Any group.\n",
    ),
    "idea": (
        ["Swap days", "Swap it.", "Ann Thimble; ; Mending Wales", "", "Start small.", "", *TEXT],
        "docs/ideas/swap-days.md",
        "authors:\n  - name: Ann Thimble\n    organisation: Mending Wales\ntakeaways:\n  - Start small.\n",
    ),
    "tool": (
        ["Door slip", "A slip.", "Any group.", "How was it?; Good / So, so; Tick one.", "And now?", "", *TEXT],
        "docs/tools/door-slip.md",
        "questions:\n  - question: How was it?\n    answers:\n      - Good\n      - So, so\n    note: Tick one.\n",
    ),
    "trail": (
        ["Mend", "Two steps.", *STEPS, *[""] * 5, *TEXT],
        "docs/trails/mend.md",
        "  - title: Ask\n    text: Ask three.\n    rests_on:\n      - learning_point: say-hello\n  - title: Open\n",
    ),
    "event": (
        ["Boat day", "Boats were mended.", "festival", "2026-05", "South Wales", "", "", *[""] * 20],
        "docs/events/boat-day.md",
        "kind: festival\nwhen:\n  start: 2026-05\nregion: south-wales\n",
    ),
    "theme": (
        ["Boats", "about boats", "Tar and sails.", *TEXT],
        "docs/themes/boats.md",
        "label: Boats\nphrase: about boats\ndefinition: Tar and sails.\n",
    ),
    "community": (
        ["Sailors", "for sailors", "People at sea.", *TEXT],
        "docs/communities/sailors.md",
        "label: Sailors\n",
    ),
    "region": (
        ["West Wales", "in West Wales", "By the sea.", *TEXT],
        "docs/regions/west-wales.md",
        "label: West Wales\n",
    ),
    "source": (
        ["A report", "On tools.", "Spanner", "Spanner Press", "We use its facts.", "Spanner (2025). A report.", *TEXT],
        "docs/sources/a-report.md",
        "cite: Spanner (2025). A report.\n",
    ),
    "glossary-word": (
        ["Jig", "jig", "jigs", "", "A guide for a saw: it keeps cuts straight."],
        GLOSSARY,
        'jig:\n  term: Jig\n  forms: [jig, jigs]\n  meaning: "A guide for a saw: it keeps cuts straight."\n',
    ),
    "project": (
        ["A, B & C", "Bala", "52.9", "funded", "Listing only", "1"],
        PROJECTS,
        'a-b-c,"A, B & C",,mid-wales,Bala,,52.9,,,,funded,,listing-only\n',
    ),
    "organisation": (
        ["Darn & Dash"],
        ORGANISATIONS,
        "darn-dash,Darn & Dash,,,,,,,,,,,,,,,\n",
    ),
    "figure": (
        ["Chairs mended", "240", "240", "chairs", "count", "Cafés with a tally", "1", "2.4", "parts-evaluation"],
        EVIDENCE,
        "  chairs-mended:\n    value: 240\n    unit: chairs\n    label: Chairs mended\n",
    ),
}  # fmt: skip
"""For each kind the answers to what is needed, the file, and what the file then says."""


def answer(monkeypatch: pytest.MonkeyPatch, *rows: str) -> None:
    """Answer with these rows, then with Enter for ever."""
    left = iter([*rows, *[""] * 20])
    monkeypatch.setattr("builtins.input", lambda *_: next(left))


def must_fix(root: Path) -> list[str]:
    return [str(problem) for problem in problems_in(root, []) if problem.severity is Severity.MUST_FIX]


def test_every_kind_has_a_try() -> None:
    assert list(MADE) == [kind.id for kind in NEW_KINDS]


@pytest.mark.parametrize("kind", MADE)
def test_what_is_made_of_the_needed_answers_is_sound(root: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    rows, file, said = MADE[kind]
    if kind == "idea":
        (root / "docs/ideas").mkdir(exist_ok=True)
        (root / "docs/ideas/index.md").write_text(IDEAS_PAGE, encoding="utf-8")
    answer(monkeypatch, *rows)

    assert new.main([kind], root) == 0

    assert said in (root / file).read_text(encoding="utf-8")
    assert must_fix(root) == []


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("kind", ["glossary-word", "project", "organisation", "figure"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_the_rest_of_a_data_file_stays_byte_for_byte(
    root: Path, monkeypatch: pytest.MonkeyPatch, kind: str, line_end: str, end: str
) -> None:
    """Comments, empty lines, line ends and a byte order mark too; only a missing last line end is added."""
    rows, file, said = MADE[kind]
    text = FILES[file].rstrip("\n") + end
    if not file.endswith(".csv"):
        text = text.replace("charts:\n", "\n# What was drawn\ncharts:\n").replace("fixer:", "# Who mends\nfixer:", 1)
    before = ("\ufeff" + text).replace("\n", line_end).encode()
    (root / file).write_bytes(before)
    answer(monkeypatch, *rows)

    assert new.main([kind], root) == 0

    after = (root / file).read_bytes()
    place = before.index(f"{line_end}# What was drawn".encode()) if kind == "figure" else len(before)
    head, tail = before[:place], before[place:]
    head += b"" if head.endswith(b"\n") else line_end.encode()
    assert after.startswith(head)
    assert after.endswith(tail)
    added = after[len(head) : len(after) - len(tail)]
    assert said.replace("\n", line_end).encode() in added
    assert b"\r\n" in added if line_end == "\r\n" else b"\r" not in added
    assert must_fix(root) == []


def test_the_second_of_a_name_gets_one_of_its_own(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Terms of every kind share their addresses, and figures of the programme those of case studies."""
    for end in ("", " two"):  # a form leads to one word alone
        word, *forms = MADE["glossary-word"][0]
        answer(monkeypatch, word, *(f"{form}{end}" if form in {"jig", "jigs"} else form for form in forms))
        assert new.main(["glossary-word"], root) == 0
        answer(monkeypatch, *MADE["project"][0])
        assert new.main(["project"], root) == 0
    answer(monkeypatch, "Newcomers", *MADE["theme"][0][1:])
    assert new.main(["theme"], root) == 0
    answer(monkeypatch, "Swansea things mended", *MADE["figure"][0][1:])
    assert new.main(["figure"], root) == 0

    hub, problems = read_hub(root)
    assert [(problem.rule, problem.found) for problem in problems] == [("no-record", "A, B & C")] * 2
    assert list(hub.glossary)[-2:] == ["jig", "jig-2"]
    assert list(hub.projects)[-2:] == ["a-b-c", "a-b-c-2"]
    assert "newcomers-2" in hub.vocabulary.themes
    assert "swansea-things-mended-2" in hub.evidence.figures


def test_a_data_file_that_is_not_there_yet_is_begun(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / GLOSSARY).unlink()
    (root / PROJECTS).unlink()
    answer(monkeypatch, *MADE["glossary-word"][0])
    assert new.main(["glossary-word"], root) == 0
    answer(monkeypatch, *MADE["project"][0])
    assert new.main(["project"], root) == 0

    [row] = csv.DictReader(io.StringIO((root / PROJECTS).read_text(encoding="utf-8")))
    assert (row["id"], row["place"], row["longitude_east"]) == ("a-b-c", "Bala", "")
    assert list(read_hub(root)[0].glossary) == ["jig"]


@pytest.mark.parametrize(
    ("kind", "file", "content", "said"),
    [
        ("glossary-word", GLOSSARY, b"a: [", f"{GLOSSARY} has mistakes. Fix them first: scripts/check {GLOSSARY}\n"),
        ("project", PROJECTS, b"\xff\xfea", f"{PROJECTS} has mistakes. Fix them first: scripts/check {PROJECTS}\n"),
        (
            "project",
            PROJECTS,
            b'id,place\nA,"',
            f"{PROJECTS} has mistakes. Fix them first: scripts/check {PROJECTS}\n",
        ),
        ("figure", EVIDENCE, b"{}", "A new figure has to name one of the subjects, and there are none yet"),
    ],
)
def test_what_cannot_be_added_to_is_left_alone(  # noqa: PLR0917 two fixtures and a row
    root: Path, capsys: pytest.CaptureFixture[str], kind: str, file: str, content: bytes, said: str
) -> None:
    (root / file).write_bytes(content)

    assert new.main([kind], root) == 1

    assert (root / file).read_bytes() == content
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("learning point", ""),
        ("lessons", ""),
        ("Themes", ""),
        ("lerning-point", 'Did you mean "learning-point"?'),
        ("7", ""),
        ("walk", "Write one of case-study, learning-point,"),
    ],
)
def test_a_kind_is_named_as_people_say_it(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: str, said: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))

    assert new.main([words], root) == (2 if said else 1)

    printed = capsys.readouterr()
    assert said in printed.err
    assert ("This makes a new" in printed.out) == (not said)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("case-study", "You can add figures by hand: what was counted, of how many, and where that is printed."),
        ("learning-point", "Add by hand which stories and projects show it, below evidenced_by."),
        ("programme", "You can add by hand how much money there was, below amounts."),
    ],
)
def test_what_nobody_is_asked_for_is_named_with_the_page_that_shows_it(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kind: str, words: str
) -> None:
    place = BY_HAND[kind][1]
    (root / place.partition("#")[0]).write_text("---\ntitle: How\nsummary: So.\n---\n\nSo.\n", encoding="utf-8")
    answer(monkeypatch, *MADE[kind][0])

    assert new.main([kind], root) == 0

    assert f"{words} {place} shows how.\n" in capsys.readouterr().out


def test_where_the_hub_has_no_guide_only_the_field_is_named(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, *MADE["programme"][0])

    assert new.main(["programme"], root) == 0

    assert "You can add by hand how much money there was, below amounts.\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("kind", "file", "content"),
    [("glossary-word", GLOSSARY, "{}"), ("figure", EVIDENCE, EVIDENCE_IN_BRACKETS)],
)
def test_an_answer_is_shown_where_it_cannot_be_written(  # noqa: PLR0917 three fixtures and a row
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kind: str, file: str, content: str
) -> None:
    """A file in brackets has no line to add to; so it is with one that the system refuses."""
    (root / file).write_text(content, encoding="utf-8")
    answer(monkeypatch, *MADE[kind][0])

    assert new.main([kind], root) == 1

    printed = capsys.readouterr()
    assert (root / file).read_text(encoding="utf-8") == content
    assert printed.err == f"{file} is laid out in a way that has no place for one more. Add it by hand.\n"
    assert "This is what you answered, to keep:" in printed.out


def test_what_cannot_be_a_draft_is_shown_and_not_written(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A theme without its definition would stop the hub from being published."""
    monkeypatch.setattr("sys.stdin", io.StringIO("Boats\nabout boats\n"))

    assert new.main(["theme"], root) == 1

    assert not (root / "docs/themes/boats.md").exists()
    assert "label: Boats\nphrase: about boats\n" in capsys.readouterr().out


def test_the_page_that_a_new_kind_needs_is_named(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, *MADE["idea"][0])

    assert new.main(["idea"], root) == 0

    assert "docs/ideas/index.md: this page is missing" in capsys.readouterr().out
