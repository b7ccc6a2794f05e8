"""ideas_hub/engine/cache.py: values by key in one SQLite file, which can be deleted at any time."""

import shutil
import sqlite3
from pathlib import Path
from threading import Thread

import pytest

from ideas_hub.engine import cache as cache_module
from ideas_hub.engine.cache import KEEP_FOR_RUNS, MARK_EVERY_RUNS, Cache

KEY, OTHER = b"a" * 32, b"b" * 32
FILE = "cache.sqlite"


def run_builds(folder: Path, count: int, used: tuple[bytes, ...] = ()) -> None:
    """Open the cache anew for each build, as a command does, and use some values."""
    for _ in range(count):
        Cache(folder).mark(used)


def test_a_value_comes_back_in_the_next_build(tmp_path: Path) -> None:
    """The folder is created."""
    folder = tmp_path / "a/b"
    Cache(folder).put({KEY: b"Soldering"})

    assert Cache(folder).get([KEY]) == {KEY: b"Soldering"}
    assert Cache(folder).enabled


def test_unknown_keys_are_left_out(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put({KEY: b"1"})

    assert cache.get([OTHER, KEY]) == {KEY: b"1"}
    assert cache.get([]) == {}


def test_a_value_is_replaced(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put({KEY: b"1"})
    cache.put({KEY: b"2"})

    assert cache.get([KEY]) == {KEY: b"2"}


def test_more_keys_than_one_query_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite limits the placeholders of a statement."""
    monkeypatch.setattr(cache_module, "KEYS_PER_QUERY", 2)
    values = {bytes([number]): b"value" for number in range(5)}
    cache = Cache(tmp_path)
    cache.put(values)

    assert cache.get(iter(values)) == values


def test_without_a_folder_nothing_is_stored() -> None:
    cache = Cache(None)
    cache.put({KEY: b"1"})
    cache.mark([KEY])

    assert not cache.enabled
    assert cache.get([KEY]) == {}
    assert not cache.reopen().enabled


def test_a_file_that_is_no_database_counts_as_empty(tmp_path: Path) -> None:
    """It is replaced: a new one costs only time."""
    (tmp_path / FILE).write_bytes(b"not a database" * 100)
    cache = Cache(tmp_path)
    assert cache.get([KEY]) == {}

    cache.put({KEY: b"1"})
    assert Cache(tmp_path).get([KEY]) == {KEY: b"1"}


def test_a_file_that_stays_unreadable_turns_caching_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(file: Path) -> sqlite3.Connection:
        raise sqlite3.DatabaseError("malformed")

    monkeypatch.setattr(cache_module, "_connect", fail)

    assert not Cache(tmp_path).enabled


@pytest.mark.parametrize("blocked", [".cache", f".cache/{FILE}"])
def test_caching_is_off_where_no_file_can_be(tmp_path: Path, blocked: str) -> None:
    """A file in the folder's place, or a folder in the file's."""
    if blocked == ".cache":
        (tmp_path / blocked).write_text("a file")
    else:
        (tmp_path / blocked).mkdir(parents=True)
    cache = Cache(tmp_path / ".cache")
    cache.put({KEY: b"1"})

    assert not cache.enabled
    assert cache.get([KEY]) == {}


@pytest.mark.parametrize("folder_may_change", [True, False], ids=["writable", "read-only folder"])
def test_a_file_that_is_damaged_further_on_is_replaced_in_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, folder_may_change: bool
) -> None:
    """SQLite opens it, and finds out later; meanwhile nothing is raised."""
    Cache(tmp_path).put({bytes([number]) * 32: b"value" * 1000 for number in range(50)})
    with sqlite3.connect(tmp_path / FILE) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    content = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(content[:16384] + b"?" * (len(content) - 16384))
    if not folder_may_change:
        monkeypatch.setattr(Path, "unlink", refuse)
    cache = Cache(tmp_path)

    assert cache.get([bytes([number]) * 32 for number in range(50)]) == {}
    cache.put({KEY: b"1"})
    cache.mark([KEY])
    assert not cache.enabled
    if folder_may_change:
        Cache(tmp_path).put({KEY: b"2"})
        assert Cache(tmp_path).get([KEY]) == {KEY: b"2"}


def refuse(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_rubbish_that_cannot_be_removed_turns_caching_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / FILE).write_bytes(b"not a database" * 100)
    monkeypatch.setattr(Path, "unlink", refuse)

    assert not Cache(tmp_path).enabled


@pytest.mark.parametrize("ending", ["-wal", "-shm"])
@pytest.mark.parametrize("damage", ["rubbish", "a folder"])
def test_damage_to_the_files_beside_the_database_costs_no_more_than_time(
    tmp_path: Path, ending: str, damage: str
) -> None:
    """SQLite has two more files while it is open, and leaves them when it is killed."""
    Cache(tmp_path).put({KEY: b"1"})
    beside = tmp_path / f"{FILE}{ending}"
    beside.unlink(missing_ok=True)
    if damage == "a folder":
        beside.mkdir()
    else:
        beside.write_bytes(b"rubbish" * 10_000)
    cache = Cache(tmp_path)
    cache.put({OTHER: b"2"})

    assert cache.get([OTHER]) in ({}, {OTHER: b"2"})


def test_a_cache_that_is_deleted_meanwhile_costs_no_more_than_time(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put({KEY: b"1"})
    shutil.rmtree(tmp_path / "cache")

    assert cache.get([KEY]) in ({}, {KEY: b"1"})
    cache.put({OTHER: b"2"})
    assert Cache(tmp_path / "cache").get([OTHER]) == {}


def test_a_file_of_an_older_version_is_replaced(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as db:
        db.execute("CREATE TABLE entries (key BLOB PRIMARY KEY, value BLOB, run INTEGER)")
    cache = Cache(tmp_path)
    cache.put({KEY: b"1"})

    assert cache.get([KEY]) == {KEY: b"1"}


def test_a_table_of_another_shape_counts_as_empty(tmp_path: Path) -> None:
    """Nothing is read, nothing is written, nothing is raised."""
    with sqlite3.connect(tmp_path / FILE) as db:
        db.execute("CREATE TABLE entries (id INTEGER)")
        db.execute(f"PRAGMA user_version={cache_module.LAYOUT}")
    cache = Cache(tmp_path)
    cache.put({KEY: b"1"})

    assert cache.get([KEY]) == {}


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE entries SET value = x'00'",
        "UPDATE entries SET value = NULL",
        "UPDATE entries SET value = 'text'",
        "UPDATE entries SET checksum = NULL",
        "UPDATE entries SET key = x'01'",
    ],
)
def test_a_value_that_does_not_fit_its_checksum_counts_as_absent(tmp_path: Path, damage: str) -> None:
    """It is replaced when it is stored again."""
    Cache(tmp_path).put({KEY: b"1"})
    with sqlite3.connect(tmp_path / FILE) as db:
        db.execute(damage)
    cache = Cache(tmp_path)

    assert cache.get([KEY, b"\1"]) == {}

    cache.put({KEY: b"1"})
    assert cache.get([KEY]) == {KEY: b"1"}


def test_values_are_stored_all_or_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assert cache._db
    cache._db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 1_000)
    cache.put({KEY: b"1", OTHER: b"too long" * 1_000})

    assert cache.get([KEY, OTHER]) == {}


def test_values_that_recent_builds_did_not_use_are_dropped(tmp_path: Path) -> None:
    """What they did use stays."""
    cache = Cache(tmp_path)
    cache.put({KEY: b"used", OTHER: b"unused"})
    run_builds(tmp_path, KEEP_FOR_RUNS - 1, used=(KEY,))
    assert Cache(tmp_path).get([KEY, OTHER]) == {KEY: b"used", OTHER: b"unused"}

    run_builds(tmp_path, 2 * MARK_EVERY_RUNS, used=(KEY,))
    assert Cache(tmp_path).get([KEY, OTHER]) == {KEY: b"used"}


def test_a_reopened_cache_belongs_to_the_same_build(tmp_path: Path) -> None:
    """Another thread or process writes with a connection of its own, and its writes start no new build."""
    cache = Cache(tmp_path)
    cache.put({KEY: b"1"})
    cache.reopen().put({OTHER: b"2"})

    assert cache.get([KEY, OTHER]) == {KEY: b"1", OTHER: b"2"}
    with sqlite3.connect(tmp_path / FILE) as db:
        assert db.execute("SELECT count(*) FROM runs").fetchone() == (1,)


def test_two_builds_write_to_one_file_at_once(tmp_path: Path) -> None:
    """Each waits for the other, and no value is lost."""
    keys = [bytes([number]) for number in range(20)]

    def build(own: list[bytes]) -> None:
        cache = Cache(tmp_path)
        for key in own:
            cache.put({key: key})

    threads = [Thread(target=build, args=(keys[start::2],)) for start in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Cache(tmp_path).get(keys) == {key: key for key in keys}
