"""Run jobs in worker processes: `run_all` always, `map_cached` only those whose result is not cached."""

import gc
import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from ideas_hub.engine.cache import Cache
from ideas_hub.engine.key import code_version, make_key

T = TypeVar("T")

WRITE_BATCH = 500  # values stored in one transaction
MIN_JOBS_TO_FORK = 60  # below this, starting workers costs more than they save
MAX_CHUNK = 50  # jobs sent to a worker at once


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
    """Return each job's result, in order.  An exception in a job reaches the caller.

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
    chunk = max(1, min(max_chunk, len(jobs) // workers // 4))
    with multiprocessing.get_context("fork").Pool(workers, _init_worker, (jobs,)) as pool:
        yield from pool.imap(_run_job, range(len(jobs)), chunksize=chunk)
        pool.close()
        pool.join()  # leaving the block would kill workers that are about to end by themselves


def _serialised(function: Callable[[], object]) -> bytes:
    """Return a result as the cache stores it, which is also how it travels from a worker."""
    return pickle.dumps(function(), protocol=5)


@contextmanager
def gc_paused() -> Iterator[None]:
    """Pause the garbage collector, also in workers: what a command allocates lives as long as the command.

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


_worker_jobs: list[Callable[[], Any]] = []
"""The jobs of a worker process, inherited, not pickled; empty in every other process."""


def _init_worker(jobs: Sequence[Callable[[], Any]]) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # not the handler of the process it was forked from
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches every process; this one is ended by its parent
    _worker_jobs[:] = jobs


def _run_job(number: int) -> Any:  # noqa: ANN401 whatever the job returns
    return _worker_jobs[number]()
