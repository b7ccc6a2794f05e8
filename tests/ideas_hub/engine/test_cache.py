"""ideas_hub/engine/cache.py: values by key in one SQLite file, which can be deleted at any time."""

import pickle
import sqlite3
from pathlib import Path
from threading import Thread

import pytest

from ideas_hub.engine import cache as cache_module
from ideas_hub.engine.cache import KEEP_FOR_RUNS, MARK_EVERY_RUNS, Cache, cache_key, code_version, serialise

KEY, OTHER = cache_key("a"), cache_key("b")
FILE = "cache.sqlite"


def put(cache: Cache, key: bytes, value: object) -> None:
    cache.put({key: serialise(value)})


def run_builds(folder: Path, count: int, used: tuple[bytes, ...] = ()) -> None:
    """Open the cache anew for each build, as a command does, and use some values."""
    for _ in range(count):
        Cache(folder).mark(used)


def test_a_value_comes_back_in_the_next_build(tmp_path: Path) -> None:
    """The folder is created."""
    folder = tmp_path / "a/b"
    put(Cache(folder), KEY, {"title": "Soldering"})

    assert Cache(folder).get([KEY]) == {KEY: {"title": "Soldering"}}
    assert Cache(folder).enabled


def test_unknown_keys_are_left_out(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    put(cache, KEY, 1)

    assert cache.get([OTHER, KEY]) == {KEY: 1}
    assert cache.get([]) == {}


def test_a_value_is_replaced(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    put(cache, KEY, 1)
    put(cache, KEY, 2)

    assert cache.get([KEY]) == {KEY: 2}


def test_more_keys_than_one_query_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite limits the placeholders of a statement."""
    monkeypatch.setattr(cache_module, "KEYS_PER_QUERY", 2)
    values = {cache_key(number): number for number in range(5)}
    cache = Cache(tmp_path)
    cache.put({key: serialise(value) for key, value in values.items()})

    assert cache.get(iter(values)) == values


def test_without_a_folder_nothing_is_stored() -> None:
    cache = Cache(None)
    put(cache, KEY, 1)
    cache.mark([KEY])

    assert not cache.enabled
    assert cache.get([KEY]) == {}
    assert not cache.reopen().enabled


def test_a_file_that_is_no_database_counts_as_empty(tmp_path: Path) -> None:
    """It is replaced: a new one costs only time."""
    (tmp_path / FILE).write_bytes(b"not a database" * 100)
    cache = Cache(tmp_path)
    assert cache.get([KEY]) == {}

    put(cache, KEY, 1)
    assert Cache(tmp_path).get([KEY]) == {KEY: 1}


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
    put(cache, KEY, 1)

    assert not cache.enabled
    assert cache.get([KEY]) == {}


def test_a_table_of_another_shape_counts_as_empty(tmp_path: Path) -> None:
    """As an older version may have left it: nothing is read, nothing is written, nothing is raised."""
    with sqlite3.connect(tmp_path / FILE) as db:
        db.execute("CREATE TABLE entries (id INTEGER)")
    cache = Cache(tmp_path)
    put(cache, KEY, 1)

    assert cache.get([KEY]) == {}


@pytest.mark.parametrize(
    "damaged",
    [b"", b"not a pickle", serialise("a long text")[:-4], b"cno_such_module\nname\n.", b"\x80\x05h\x07."],
    ids=["empty", "text", "cut off", "unknown class", "bad reference"],
)
def test_a_damaged_value_counts_as_absent(tmp_path: Path, damaged: bytes) -> None:
    cache = Cache(tmp_path)
    cache.put({KEY: damaged})

    assert cache.get([KEY]) == {}


def test_values_are_stored_all_or_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put({KEY: serialise(1), OTHER: object()})  # type: ignore[dict-item]  # SQLite refuses the second

    assert cache.get([KEY, OTHER]) == {}


def test_values_that_recent_builds_did_not_use_are_dropped(tmp_path: Path) -> None:
    """What they did use stays."""
    cache = Cache(tmp_path)
    cache.put({KEY: serialise("used"), OTHER: serialise("unused")})
    run_builds(tmp_path, KEEP_FOR_RUNS - 1, used=(KEY,))
    assert Cache(tmp_path).get([KEY, OTHER]) == {KEY: "used", OTHER: "unused"}

    run_builds(tmp_path, 2 * MARK_EVERY_RUNS, used=(KEY,))
    assert Cache(tmp_path).get([KEY, OTHER]) == {KEY: "used"}


def test_a_reopened_cache_belongs_to_the_same_build(tmp_path: Path) -> None:
    """Another thread or process writes with a connection of its own, and its writes start no new build."""
    cache = Cache(tmp_path)
    put(cache, KEY, 1)
    put(cache.reopen(), OTHER, 2)

    assert cache.get([KEY, OTHER]) == {KEY: 1, OTHER: 2}
    with sqlite3.connect(tmp_path / FILE) as db:
        assert db.execute("SELECT count(*) FROM runs").fetchone() == (1,)


def test_two_builds_write_to_one_file_at_once(tmp_path: Path) -> None:
    """Each waits for the other, and no value is lost."""
    keys = [cache_key(number) for number in range(20)]

    def build(own: list[bytes]) -> None:
        cache = Cache(tmp_path)
        for key in own:
            put(cache, key, key)

    threads = [Thread(target=build, args=(keys[start::2],)) for start in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Cache(tmp_path).get(keys) == {key: key for key in keys}


def test_keys_differ_by_every_part_and_its_place() -> None:
    keys = {cache_key(*parts) for parts in (("a", "b"), ("ab",), ("b", "a"), ("a", "b", None), ("\udcff",))}

    assert len(keys) == 5
    assert cache_key("a", 1) == cache_key("a", 1)


def test_a_new_version_of_the_code_finds_no_old_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "code_version", lambda: "another")

    assert cache_key("a") != KEY


def test_a_new_version_of_a_library_is_a_new_version_of_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "version", lambda name: "99" if name == "nh3" else "1")

    assert code_version.__wrapped__() != code_version()


def test_equal_values_are_stored_as_pickles() -> None:
    assert pickle.loads(serialise(("a", 1))) == ("a", 1)  # noqa: S301 pickled here
