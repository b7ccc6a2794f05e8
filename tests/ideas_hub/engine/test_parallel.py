"""ideas_hub/engine/parallel.py: jobs in worker processes, and their results from the cache."""

import gc
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import ClassVar
from weakref import WeakSet

import pytest

from ideas_hub.engine import parallel
from ideas_hub.engine.cache import Cache
from ideas_hub.engine.parallel import MIN_JOBS_TO_FORK, gc_paused, map_cached, run_all, worker_count

MANY = MIN_JOBS_TO_FORK + 1


@pytest.fixture(params=[1, 2], ids=["in-process", "forked"])
def workers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many processes may run: with one, jobs run in this process."""
    count: int = request.param
    monkeypatch.setattr(parallel, "worker_count", lambda: count)
    return count


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path)


def square(number: int) -> int:
    return number * number


def fail() -> int:
    raise ValueError("no such file")


Job = tuple[dict[str, object], Callable[[], int]]


def job(number: object, function: Callable[[], int]) -> Job:
    return {"number": number}, function


def jobs_of(count: int) -> list[Job]:
    return [job(number, partial(square, number)) for number in range(count)]


SQUARES = [number * number for number in range(MANY)]


def test_results_come_in_the_order_of_the_jobs(workers: int) -> None:
    """Whether the jobs ran here or in workers."""
    assert run_all([partial(square, number) for number in range(MANY)]) == SQUARES
    assert run_all([]) == []


def test_computed_and_cached_results_are_equal(workers: int, cache: Cache) -> None:
    assert map_cached("square", jobs_of(MANY), cache) == SQUARES
    assert map_cached("square", [job(number, fail) for number in range(MANY)], cache) == SQUARES


def test_only_missing_results_are_computed(cache: Cache) -> None:
    """In the order of the jobs, wherever each result came from."""
    map_cached("square", jobs_of(2), cache)
    jobs = [job(1, fail), job(7, partial(square, 7)), job(0, fail)]

    assert map_cached("square", jobs, cache) == [1, 49, 0]


def test_jobs_with_equal_keys_run_once(cache: Cache) -> None:
    numbers = count()

    assert map_cached("count", [job("same", lambda: next(numbers))] * 3, cache) == [0, 0, 0]


def test_two_kinds_of_result_share_no_key(cache: Cache) -> None:
    map_cached("square", jobs_of(1), cache)

    assert map_cached("negative", [job(0, lambda: -1)], cache) == [-1]


def test_results_are_stored_a_batch_at_a_time(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was computed before a failure is not lost."""
    monkeypatch.setattr(parallel, "WRITE_BATCH", 2)
    with pytest.raises(ValueError, match="no such file"):
        map_cached("square", [*jobs_of(3), job("bad", fail)], cache)

    assert map_cached("square", [job(0, fail), job(1, fail)], cache) == [0, 1]
    with pytest.raises(ValueError, match="no such file"):
        map_cached("square", [job(2, fail)], cache)


def test_results_need_no_cache() -> None:
    assert map_cached("square", jobs_of(3), Cache(None)) == [0, 1, 4]


def test_an_exception_in_a_job_reaches_the_caller(workers: int) -> None:
    """And the heap is not left frozen."""
    with pytest.raises(ValueError, match="no such file"):
        run_all([fail] * MANY)

    assert gc.get_freeze_count() == 0


def die() -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def kill_the_other() -> bytes:
    """Kill a worker that waits for a job, or soon will, and return more than a pipe holds."""
    parent, program = os.getppid(), Path("/proc/self/cmdline").read_bytes()
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
    for number in {int(child) for child in children} - {os.getpid()}:
        if Path(f"/proc/{number}/cmdline").read_bytes() == program:  # not a browser of another test
            os.kill(number, signal.SIGKILL)
    return bytes(1_000_000)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux lists the children of a process")
@pytest.mark.parametrize(
    ("end", "place"), [(die, 0), (die, 5), (die, MANY - 1), (kill_the_other, 0), (kill_the_other, 5)]
)
def test_a_worker_that_is_killed_ends_the_work_and_the_other_workers(
    monkeypatch: pytest.MonkeyPatch, end: Callable[[], bytes], place: int
) -> None:
    """It is never waited for: whether it had work or not, and while another sends its results."""
    monkeypatch.setattr(parallel, "worker_count", lambda: 2)
    jobs = [partial(bytes, 500_000)] * MANY
    jobs[place] = partial(end)

    with pytest.raises(ChildProcessError, match="ended from outside"):
        run_all(jobs)
    assert multiprocessing.active_children() == []


PARENT_THAT_IS_KILLED = """
import os, signal, time
from ideas_hub.engine import parallel
parallel.worker_count = lambda: 3
parent = os.getpid()
def job():
    os.write(1, b"started ")
    time.sleep(0.2)
    os.kill(parent, signal.SIGKILL)
parallel.run_all([job] * 100)
"""


def test_workers_end_with_their_parent() -> None:
    """All three hold the pipe that is read here: it ends with the last of them."""
    program = subprocess.run(
        [sys.executable, "-c", PARENT_THAT_IS_KILLED], capture_output=True, timeout=60, check=False
    )

    assert program.returncode == -signal.SIGKILL
    assert b"started" in program.stdout
    assert program.stderr == b""


def test_an_error_of_a_worker_says_where_it_happened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "worker_count", lambda: 2)
    with pytest.raises(ValueError, match="no such file") as error:
        run_all([fail] * MANY)

    assert "in fail" in "".join(error.value.__notes__)


def test_jobs_run_in_this_process_where_forking_does_not_pay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few jobs, or one worker."""
    monkeypatch.setattr(parallel, "worker_count", lambda: 2)

    assert set(run_all([os.getpid] * 3)) == {os.getpid()}
    assert set(run_all([os.getpid] * 3, min_jobs=2, max_workers=1)) == {os.getpid()}
    assert os.getpid() not in run_all([os.getpid] * 3, min_jobs=2)


def test_a_worker_starts_no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1, 2}, raising=False)

    assert worker_count() == 3
    assert run_all([worker_count] * 2, min_jobs=2) == [1, 1]


def test_there_are_as_many_workers_as_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system does not say which this process may use: all of them."""
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 5)

    assert worker_count() == 5


def test_where_processes_cannot_fork_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])

    assert worker_count() == 1


@pytest.fixture
def gc_as_it_was() -> Iterator[None]:
    was_enabled = gc.isenabled()
    yield
    (gc.enable if was_enabled else gc.disable)()


@pytest.mark.usefixtures("gc_as_it_was")
@pytest.mark.parametrize("switch", [gc.enable, gc.disable])
def test_the_garbage_collector_is_restored(switch: Callable[[], None]) -> None:
    """Also after a failure; where it was off, it stays off."""
    switch()
    enabled = gc.isenabled()
    with gc_paused():
        assert not gc.isenabled()
    with pytest.raises(ValueError, match="no such file"), gc_paused():
        fail()

    assert gc.isenabled() == enabled


class Circle:
    """Refers to itself, as a template's context does."""

    alive: ClassVar[WeakSet["Circle"]] = WeakSet()

    def __init__(self) -> None:
        self.itself = self
        self.alive.add(self)


def circles_left_by_others() -> int:
    left = len(Circle.alive)
    Circle()
    return left


@pytest.mark.usefixtures("gc_as_it_was")
def test_a_worker_keeps_no_circles_of_the_jobs_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site has thousands of pages, and rendering each leaves some."""
    monkeypatch.setattr(parallel, "worker_count", lambda: 2)
    with gc_paused():
        assert not any(run_all([circles_left_by_others] * MANY))


def test_a_new_version_of_the_code_finds_no_old_result(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    map_cached("square", jobs_of(1), cache)
    monkeypatch.setattr(parallel, "code_version", lambda: "another")

    assert map_cached("square", [job(0, lambda: 5)], cache) == [5]
