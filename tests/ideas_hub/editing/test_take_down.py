"""scripts/take-down: an entry goes, its addresses say so, and every place that still speaks of it is listed."""

import re
from pathlib import Path

import pytest

from ideas_hub.commands import take_down
from ideas_hub.model.kinds import TRAILS
from ideas_hub.problem import Severity
from ideas_hub.repository.load import load_repository, read_hub
from tests.ideas_hub.conftest import CONTENT, lay_tree

POINT = "docs/learning-points/keep-enough-fixers.md"
TRAIL = "docs/trails/start-a-repair-cafe.md"
CLOCKS = "case_studies/clock-club.md"
ENTRIES = ("case_studies/", "docs/learning-points/", "docs/programmes/", "docs/tools/", "docs/events/", "docs/trails/")
LIVE = sorted(
    file
    for file, content in CONTENT.items()
    if file.startswith(ENTRIES)
    and file.endswith(".md")
    and not file.endswith("index.md")
    and b"\nwithdrawn:" not in content
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795996800")  # 30 November 2026
    return lay_tree(tmp_path)


def test_nothing_is_left_in_the_file_but_the_day(root: Path) -> None:
    """The site can be published at once: no link and no fact of others keeps it from that."""
    assert take_down.main(["clock-club"], root) == 0

    assert (root / CLOCKS).read_text(encoding="utf-8") == "---\nwithdrawn: 2026-11-30\n---\n"
    assert "clock-club" not in read_hub(root)[0].case_studies
    problems = load_repository(root, cached=False).problems
    assert [problem for problem in problems if problem.severity is Severity.MUST_FIX] == []


def test_who_still_links_to_a_tool_that_is_taken_down_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its own address leads to the list of what there is."""
    point = root / POINT
    point.write_text(f"{point.read_text(encoding='utf-8')}\nSee [the slip](../tools/after-the-repair.md).\n", "utf-8")

    assert take_down.main(["after-the-repair"], root) == 0

    assert POINT in capsys.readouterr().out
    assert read_hub(root)[0].tools == {}
    problems = load_repository(root, cached=False).problems
    assert [one.file for one in problems if one.severity is Severity.MUST_FIX] == []


def test_a_step_of_a_trail_no_longer_names_what_is_taken_down(root: Path) -> None:
    """What else it rests on stays as it is."""
    take_down.main(["toaster-tuesdays"], root)

    hub, _ = read_hub(root)
    assert [list(one.entries()) for one in hub.trails["start-a-repair-cafe"].facts.steps[0].rests_on] == [
        [("learning_point", "keep-enough-fixers")]
    ]


def test_a_step_that_rests_on_nothing_else_goes_with_it(root: Path) -> None:
    """Its words may tell of what was taken down."""
    trail = root / TRAIL
    step = "  - title: Sweep up\n    text: Leave the hall clean.\n    rests_on:\n      - {case_study: clock-club}\n"
    trail.write_text(trail.read_text(encoding="utf-8").replace("search_terms:", f"{step}search_terms:"), "utf-8")

    take_down.main(["clock-club"], root)

    assert trail.read_bytes() == CONTENT[TRAIL]


def test_a_trail_with_too_few_steps_left_goes_too(root: Path) -> None:
    """And keeps its old ids, as whatever is taken down."""
    trail = root / TRAIL
    text = re.sub(r" *- \{case_study: toaster.*\n", "", trail.read_text(encoding="utf-8"))
    text = text.replace("published:", "redirect_from: [first-steps]\npublished:")
    trail.write_text(text, encoding="utf-8")

    take_down.main(["keep-enough-fixers"], root)

    hub, problems = read_hub(root)
    [gone] = [one for one in hub.withdrawn if one.kind is TRAILS]
    assert (gone.id, gone.facts.redirect_from) == ("start-a-repair-cafe", ("first-steps",))
    assert [problem for problem in problems if problem.severity is Severity.MUST_FIX] == []


@pytest.mark.parametrize("file", LIVE)
def test_whatever_is_taken_down_nothing_keeps_that_from_being_published(root: Path, file: str) -> None:
    """Others may name it as their evidence, with a section that only its project cites."""
    projects = root / "docs/projects/projects.csv"
    header, *rows = projects.read_text(encoding="utf-8").splitlines()
    rows = [f"{row},parts-evaluation,Appendix 8" if ",soldering," in row else f"{row},," for row in rows]
    projects.write_text("\n".join([f"{header},source,sections", *rows]), encoding="utf-8")
    point = root / "docs/learning-points/say-hello.md"
    text = point.read_text(encoding="utf-8").replace("section: Appendix 8}", 'section: "2.4"}')
    point.write_text(text, encoding="utf-8")
    study = root / "case_studies/soldering.md"
    study.write_text(
        study.read_text(encoding="utf-8").replace("section: Appendix 8", 'section: "2.4"'), encoding="utf-8"
    )

    assert take_down.main([file], root) == 0

    problems = load_repository(root, cached=False).problems
    assert [str(problem) for problem in problems if problem.severity is Severity.MUST_FIX] == []


def test_its_old_addresses_say_so_too(root: Path) -> None:
    take_down.main(["mending-van"], root)

    (van,) = (gone for gone in read_hub(root)[0].withdrawn if gone.id == "mending-van")
    assert van.facts.redirect_from == ("van-on-tour",)


def test_every_place_that_still_speaks_of_it_is_listed_for_an_editor(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Facts, links, data and mere words; each line once."""
    organisation = read_hub(root)[0].case_studies["clock-club"].facts.organisation
    about = root / "docs/about.md"
    about.write_text(about.read_text(encoding="utf-8") + f"\nThanks to {organisation.upper()}.\n", encoding="utf-8")

    take_down.main(["clock-club"], root)

    listed = [line for line in capsys.readouterr().out.splitlines() if line.startswith("- docs/")]
    assert f"- {POINT}:14: clock-club" in listed
    assert f"- {POINT}:28: ../../case_studies/clock-club.md" in listed
    line = about.read_text(encoding="utf-8").count("\n")
    assert f"- docs/about.md:{line}: {organisation.upper()}" in listed
    assert len({one.split(": ")[0] for one in listed}) == len(listed)


def test_what_stays_elsewhere_is_named_with_the_steps(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    take_down.main(["clock-club"], root)

    said = capsys.readouterr().out
    for place in ("Git has", "Pull requests", "finished checks", "Copies", "Search engines"):
        assert f"- {place}" in said or place in said


def test_its_photo_goes_unless_another_entry_shows_it(root: Path) -> None:
    photo = next(file for file in CONTENT if file.endswith(".jpg"))

    take_down.main(["toaster-tuesdays"], root)

    assert not (root / photo).exists()


def test_a_photo_that_another_entry_shows_stays(root: Path) -> None:
    photo = next(file for file in CONTENT if file.endswith(".jpg"))
    toasters = (root / "case_studies/toaster-tuesdays.md").read_text(encoding="utf-8")
    (root / "case_studies/toaster-fridays.md").write_text(toasters, encoding="utf-8")

    take_down.main(["toaster-tuesdays"], root)

    assert (root / photo).exists()


def test_an_unknown_name_is_said_and_nothing_changes(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert take_down.main(["clocks"], root) == 1

    assert capsys.readouterr().err.startswith("There is no entry clocks.")
    assert (root / CLOCKS).read_bytes() == CONTENT[CLOCKS]


@pytest.mark.parametrize(
    ("listed", "left"),
    [
        ("figures: [swansea-things-mended]", "figures: []"),
        ("figures: [swansea-things-mended, share-mended]", "figures: [share-mended]"),
        ("figures: [share-mended, swansea-things-mended]", "figures: [share-mended]"),
        ("figures:\n  - swansea-things-mended\n  - share-mended", "figures:\n  - share-mended"),
        ("figures:\n  - swansea-things-mended", ""),
    ],
)
def test_its_figures_go_from_every_page_that_shows_them(root: Path, listed: str, left: str) -> None:
    """Nothing else on those pages changes."""
    point = root / "docs/learning-points/test-before-you-plug-in.md"
    text = re.sub(r"figures: .*", lambda _: listed, point.read_text(encoding="utf-8"))
    point.write_text(text, encoding="utf-8")

    assert take_down.main(["toaster-tuesdays"], root) == 0

    assert point.read_text(encoding="utf-8") == text.replace(f"{listed}\n", f"{left}\n" if left else "")
