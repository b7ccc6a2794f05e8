"""Run jobs in worker processes: `run_all` always, `map_cached` only those whose result is not cached."""

import gc
import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from traceback import format_exc
from typing import Any, TypeAlias, TypeVar, cast

from ideas_hub.engine.cache import Cache
from ideas_hub.engine.key import code_version, make_key

T = TypeVar("T")
WorkerConnection: TypeAlias = "Connection[Any, Any]"

WRITE_BATCH = 500  # values stored in one transaction
MIN_JOBS_TO_FORK = 60  # below this, starting workers costs more than they save
MAX_CHUNK = 50  # jobs sent to a worker at once
WORKERS_OWN = (signal.SIGINT, signal.SIGTERM)
"""Signals that a worker does not handle as the process does that it was forked from."""

WORKER_LOST = "A process that shared the work was ended from outside, as happens when memory runs out"


def map_cached(kind: str, jobs: Iterable[tuple[Mapping[str, object], Callable[[], T]]], cache: Cache) -> list[T]:
    """Return each job's result, in order: from the cache, or computed and stored there.

    kind: of result; two kinds never share a key.
    jobs: (key parts, function) pairs; the parts and the code must determine the result (see `make_key`).
    """
    code = code_version()
    keyed = [(make_key(result=kind, code=code, **parts), function) for parts, function in jobs]
    results: dict[bytes, T] = {key: pickle.loads(value) for key, value in cache.get(key for key, _ in keyed).items()}  # noqa: S301 see _serialised
    missing = {key: partial(_serialised, function) for key, function in keyed if key not in results}
    cache.mark(results)
    computed = zip(missing, _run(list(missing.values()), max_chunk=MAX_CHUNK), strict=True)
    while batch := dict(islice(computed, WRITE_BATCH)):
        cache.put(batch)
        results |= {key: pickle.loads(value) for key, value in batch.items()}  # noqa: S301 likewise
    return [results[key] for key, _ in keyed]


def run_all(
    jobs: Sequence[Callable[[], T]], *, min_jobs: int = MIN_JOBS_TO_FORK, max_workers: int | None = None
) -> list[T]:
    """Return each job's result, in order.

    Raises: what a job raises, or ChildProcessError if a worker is killed.
    Workers are forked, so they see everything this process has loaded; what a job changes in memory is lost.
    min_jobs: below this, run in this process.  max_workers: cap for memory-hungry jobs.
    """
    return list(_run(jobs, min_jobs=min_jobs, max_workers=max_workers))


def _run(
    jobs: Sequence[Callable[[], T]],
    *,
    min_jobs: int = MIN_JOBS_TO_FORK,
    max_workers: int | None = None,
    max_chunk: int = 1,
) -> Iterator[T]:
    """Yield each job's result, in order, as soon as it is there.

    max_chunk: how many jobs may be sent to a worker at once.
    """
    workers = min(worker_count(), max_workers or len(jobs) or 1)
    if len(jobs) < min_jobs or workers == 1:
        yield from (job() for job in jobs)
        return
    size = max(1, min(max_chunk, len(jobs) // workers // 16))  # small enough that the last ones end together
    chunks = [jobs[start : start + size] for start in range(0, len(jobs), size)]
    numbers, done = iter(range(len(chunks))), dict[int, Sequence[T]]()
    with _workers(workers, chunks) as connections:
        for connection in connections * 2:  # so that each has its next chunk at hand
            _send_next(connection, numbers)
        for number in range(len(chunks)):
            while number not in done:
                for connection in cast("list[WorkerConnection]", wait(connections)):
                    done |= _received(connection)
                    _send_next(connection, numbers)
            yield from done.pop(number)


def _send_next(connection: WorkerConnection, numbers: Iterator[int]) -> None:
    if (number := next(numbers, None)) is not None:
        with suppress(OSError):  # a worker that is gone is met when its results are read
            connection.send(number)


def _received(connection: WorkerConnection) -> dict[int, Any]:
    """Return the results of a chunk by its number.

    Raises: what a job raised, or ChildProcessError if the worker is gone.
    """
    try:
        number, results = connection.recv()
    except (EOFError, OSError):
        raise ChildProcessError(WORKER_LOST) from None
    if isinstance(results, BaseException):
        raise results
    return {number: results}


@contextmanager
def _workers(count: int, chunks: Sequence[Sequence[Callable[[], object]]]) -> Iterator[list[WorkerConnection]]:
    """Yield a connection to each of some new workers, which are gone after the block.

    Each has a connection of its own, so that the end of one is seen, and holds up no other, at whatever moment.
    """
    context = multiprocessing.get_context("fork")
    connections: list[WorkerConnection] = []
    processes: list[ForkProcess] = []
    try:
        with _signals_held():
            for _ in range(count):
                ours, theirs = context.Pipe()
                connections.append(ours)
                process = context.Process(target=_work, args=(theirs, ours, chunks), daemon=True)
                process.start()
                processes.append(process)
                theirs.close()
        yield connections
    except BaseException:
        for process in processes:
            process.terminate()
        raise
    finally:
        for connection in connections:
            connection.close()
        for process in processes:
            process.join()


@contextmanager
def _signals_held() -> Iterator[None]:
    """Let signals wait, so that none is handled in a worker as in the process it was forked from."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, WORKERS_OWN)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(
    connection: WorkerConnection, other_end: WorkerConnection, chunks: Sequence[Sequence[Callable[[], Any]]]
) -> None:
    """Send the results of each chunk that is asked for, in a worker, until nobody asks any more.

    chunks: inherited, not pickled.
    """
    other_end.close()  # else a parent that is killed would not be missed
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # not the handler of the process it was forked from
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches every process; this one is ended by its parent
    signal.pthread_sigmask(signal.SIG_UNBLOCK, WORKERS_OWN)
    gc.freeze()  # what the parent holds: looking through it for garbage would copy it
    with suppress(EOFError, OSError):
        while True:
            number = connection.recv()
            connection.send((number, _results(chunks[number])))
            gc.collect(0)  # of this chunk alone: templates leave circles, 30 KB for a page


def _results(chunk: Sequence[Callable[[], T]]) -> list[T] | Exception:
    try:
        return [job() for job in chunk]
    except Exception as error:  # noqa: BLE001 the parent raises it
        error.add_note(f"In a worker process:\n{format_exc()}")
        return error


def _serialised(function: Callable[[], object]) -> bytes:
    """Return a result as the cache stores it, which is also how it travels from a worker."""
    return pickle.dumps(function(), protocol=5)


@contextmanager
def gc_paused() -> Iterator[None]:
    """Pause the garbage collector: what a command allocates lives as long as the command.

    Collecting costs a tenth of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def worker_count() -> int:
    """Return how many processes may run at once: 1 where fork is unavailable or inside a worker."""
    if "fork" not in multiprocessing.get_all_start_methods() or multiprocessing.current_process().daemon:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
