"""scripts/bench: its arithmetic, and what it measures with."""

import subprocess
import sys
from pathlib import Path

import pytest
from bench import measuring
from bench.hugo_site import find_both, find_program, lay_out
from bench.made_up import make_repository
from bench.measuring import ADDED, STEPS, Builder, Measurement, measure, measure_builds, median_run
from bench.run import main
from bench.tables import NAMES, builds_table, commands_table, growth, search_table

from ideas_hub.repository.load import load_repository
from tests.conftest import SMALL_HUB


def row(table: str, name: str) -> list[str]:
    """Return the figures of a row of a table."""
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    return next(figures for first, *figures in cells if first == name)


def test_a_row_holds_both_and_their_ratio() -> None:
    """Below 1 ours is the faster; milliseconds an entry are ours."""
    ours = Measurement(3.0, 5.0, 400_000_000, 90_000_000, 6_400)
    theirs = Measurement(4.0, 7.5, 2_100_000_000, 31_000_000, 5_300)

    table = builds_table(1000, {"cold": [ours, theirs]})

    heads = ["ours, s", "Hugo + Pagefind, s", "ratio", *(f"{name}, processor s" for name in NAMES), "ms an entry"]
    assert row(table, "1,000 entries")[:6] == heads
    sizes = ["400", "2100", "90.0", "31.0", "6,400", "5,300"]
    assert row(table, "cold") == ["3.00", "4.00", "0.75", "5.00", "7.50", "3.0", *sizes]


def test_alone_a_row_has_no_columns_of_another() -> None:
    table = builds_table(500, {"cold": [Measurement(3.0, 5.0, 400_000_000, 90_000_000, 6_400)]})

    assert row(table, "cold") == ["3.00", "5.00", "6.0", "400", "90.0", "6,400"]
    assert NAMES[1] not in table


def test_other_commands_have_seconds_and_memory() -> None:
    table = commands_table(10, {"scripts/check, cold": Measurement(1.234, 2.5, 56_000_000)})

    assert row(table, "scripts/check, cold") == ["1.23", "2.50", "56"]


def test_each_search_has_its_bytes() -> None:
    assert row(search_table(10, {"garden": 17_734}), "garden") == ["17,734"]


def test_growth_is_compared_with_that_of_the_entries() -> None:
    smaller, larger = Measurement(4.0, 0, 0), Measurement(42.0, 0, 0)

    assert growth(1000, smaller, 10_000, larger) == "10.0 times the entries, 10.5 times the seconds"


def test_of_several_runs_the_median_time_and_the_highest_memory_count() -> None:
    runs = [Measurement(3.0, 2.5, 10), Measurement(1.0, 4.5, 30, 5, 2), Measurement(2.0, 3.5, 20, 7, 2)]

    assert median_run(runs) == Measurement(2.0, 3.5, 30, 7, 2)


def test_commands_are_measured_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The memory is the peak, with the processes below a command; the size is that of what they left."""
    monkeypatch.setattr(measuring, "SAMPLE_SHARE", 0)  # a busy machine would be looked at too seldom
    child = "import time; held = bytes(range(256)) * 80_000; time.sleep(1); sum(range(10**7))"
    large = f"import subprocess, sys; subprocess.run([sys.executable, '-S', '-c', {child!r}])"
    small = f"import pathlib; pathlib.Path({str(tmp_path / 'page')!r}).write_text('12345')"

    commands = tuple((sys.executable, "-S", "-c", program) for program in (large, small))
    taken = Builder(commands, tmp_path / "study.md", tmp_path).build()

    assert (taken.size, taken.files) == (5, 1)
    assert taken.processor_seconds > 0
    if Path("/proc/self/smaps_rollup").exists():
        assert 20_480_000 <= taken.memory < 200_000_000


def test_a_command_that_fails_stops_the_bench() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        measure((sys.executable, "-c", "raise SystemExit(3)"))


def test_both_build_all_steps_in_turns_and_from_nothing_each_time(tmp_path: Path) -> None:
    """Who goes first changes from step to step and from time to time; a cold build finds nothing of the time before."""
    log, builders = tmp_path / "log", []
    for name in ("ours", "other"):
        site, study = tmp_path / name, tmp_path / f"{name}.md"
        study.write_text("Text.\n", encoding="utf-8")
        shell = (
            f"mkdir -p {site}; echo {name} $([ -e {site}/page ] && echo again || echo cold) >> {log}; touch {site}/page"
        )
        builders.append(Builder((("sh", "-c", shell),), study, site))

    steps = measure_builds(builders, times=2)

    ours, other = ["ours again", "other again"], ["other again", "ours again"]
    first = ["ours cold", "other cold", *other, *ours, *other, *ours]
    second = ["other cold", "ours cold", *ours, *other, *ours, *other]
    assert log.read_text(encoding="utf-8").splitlines() == [*first, *second]
    assert {step: len(runs) for step, runs in steps.items()} == dict.fromkeys(STEPS, 2)


def test_each_step_changes_what_it_is_named_after(tmp_path: Path) -> None:
    study = tmp_path / "study.md"
    study.write_text("---\ntitle: Bees\n---\n\nText.\n", encoding="utf-8")
    builder = Builder((), study, tmp_path / "site")

    for step in (*STEPS, ADDED):
        builder.change(step)

    text = "title: Again Bees\n---\n\nText.\n\nOne more sentence.\n"
    assert study.read_text(encoding="utf-8") == f"---\n{text}"
    others = sorted(path.read_text(encoding="utf-8") for path in tmp_path.glob("new-*.md"))
    assert others == [f"---\n{text.replace('title: ', f'title: New {number} ')}" for number in (0, 1)]


def test_commands_find_the_modules_that_python_compiled_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on the machine of whoever builds a site, and not as in a room for tests that compiles everything anew."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    program = f"import pathlib, sys; pathlib.Path({str(tmp_path / 'told')!r}).write_text(str(sys.dont_write_bytecode))"

    measure((sys.executable, "-S", "-c", program))

    assert (tmp_path / "told").read_text(encoding="utf-8") == "False"


def test_a_cold_build_finds_no_cache(tmp_path: Path) -> None:
    builder = Builder((), tmp_path / "study.md", tmp_path / "site", tmp_path / ".cache")
    (tmp_path / ".cache").mkdir()

    builder.clear()

    assert not (tmp_path / ".cache").exists()


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small hub with three made-up case studies."""
    folder = tmp_path_factory.mktemp("made_up")
    make_repository(SMALL_HUB, folder, 3, words=50)
    return folder


def test_the_made_up_case_studies_are_the_same_every_time(made_up: Path, tmp_path: Path) -> None:
    make_repository(SMALL_HUB, tmp_path, 3, words=50)

    texts = [
        {path.name: path.read_bytes() for path in (folder / "case_studies").glob("made-up-*.md")}
        for folder in (made_up, tmp_path)
    ]
    assert sorted(texts[0]) == ["made-up-00000.md", "made-up-00001.md", "made-up-00002.md"]
    assert texts[0] == texts[1]


def test_the_made_up_case_studies_have_no_mistakes(made_up: Path) -> None:
    """What is measured is work on good content."""
    repository = load_repository(made_up, cached=False)

    assert repository.blocking == ()
    assert len([study for study in repository.hub.case_studies if study.startswith("made-up-")]) == 3


def test_hugo_gets_the_same_entries_with_their_terms(made_up: Path, tmp_path: Path) -> None:
    """Hugo looks for a term under the plural of its kind."""
    (made_up / "docs/assets/css").mkdir(parents=True, exist_ok=True)
    (made_up / "docs/assets/css/hub.css").write_text("a{}", encoding="utf-8")

    lay_out(made_up, tmp_path / "hugo")

    ours, theirs = made_up / "case_studies", tmp_path / "hugo/content/case-studies"
    assert sorted(path.name for path in theirs.iterdir()) == sorted(path.name for path in ours.glob("*.md"))
    for path in theirs.iterdir():
        text = path.read_text(encoding="utf-8").replace("\nregions: ", "\nregion: ", 1)
        assert text == (ours / path.name).read_text(encoding="utf-8")


def test_a_program_of_several_words_is_found_with_its_version() -> None:
    found = find_program("--version", "no-such-program", f"'{sys.executable}' -B")

    assert found
    assert found.words == (sys.executable, "-B")
    assert found.version == ".".join(map(str, sys.version_info[:3]))


def test_both_must_be_there_to_compare() -> None:
    assert find_both("no-such-hugo", sys.executable) is None


def test_a_number_of_entries_starts_at_one(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["0"])

    assert "numbers start at 1." in capsys.readouterr().err
