"""Makes many values alike: from the cache where the same was made before, else by all processors."""

import gc
import multiprocessing
import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from multiprocessing.pool import Pool
from typing import Any, TypeVar

from ideas_hub.engine.cache import Cache, cache_key, serialise

B = TypeVar("B")

KEPT_AT_ONCE = 500  # values that wait to be written
WORTH_FORKING = 60  # below this, starting workers costs more than they save


def map_cached(name: str, jobs: Iterable[tuple[object, Callable[[], B]]], cache: Cache) -> list[B]:
    """Return what each job makes, in order; what was made before is not made again.

    name: what is made, so that two kinds of value never share a key.  jobs: each with what it hangs on beside this package's
    code, of which the `repr` says all that matters.
    """
    by_key = [(cache_key(name, hangs_on), make) for hangs_on, make in jobs]
    known = cache.get(key for key, _ in by_key)
    missing = {key: make for key, make in by_key if key not in known}
    cache.mark(known)
    made = zip(missing, _make([partial(_make_packed, make) for make in missing.values()]), strict=True)
    while some := dict(islice(made, KEPT_AT_ONCE)):
        cache.put(some)
        known |= {key: pickle.loads(one) for key, one in some.items()}  # noqa: S301 packed by this process or its workers
    return [known[key] for key, _ in by_key]


def _make(jobs: Sequence[Callable[[], bytes]]) -> Iterator[bytes]:
    """Yield what each job makes, in order, as soon as it is there."""
    workers = worker_count()
    if len(jobs) < WORTH_FORKING or workers == 1:
        yield from (job() for job in jobs)
        return
    with _workers(jobs, workers) as pool:
        yield from pool.imap(_do, range(len(jobs)), chunksize=max(1, min(50, len(jobs) // workers // 4)))


def _make_packed(make: Callable[[], object]) -> bytes:
    """Return a value as the cache keeps it, which is also how it comes back from a worker."""
    return serialise(make())


def run_all(jobs: Sequence[Callable[[], B]], *, worth: int = WORTH_FORKING, most: int | None = None) -> list[B]:
    """Return what each job returns, in order; the workers take the jobs one by one, with all that was made before.

    worth: fewer jobs are done here.  most: workers, where each needs much memory.  A job may read what this process holds, but what it changes there is lost: it returns its result or writes files.
    """
    workers = min(worker_count(), most or len(jobs) or 1)
    if len(jobs) < worth or workers == 1:
        return [job() for job in jobs]
    with _workers(jobs, workers) as pool:
        return pool.map(_do, range(len(jobs)), chunksize=1)


@contextmanager
def _workers(jobs: Sequence[Callable[[], Any]], count: int) -> Iterator[Pool]:
    """Give processes that hold all that this one holds, the jobs among it: forked, so nothing of that need be pickled."""
    gc.freeze()  # what was made so far is not looked through again, which would copy all of it into each worker
    try:
        with multiprocessing.get_context("fork").Pool(count, _take, (jobs,)) as pool:
            yield pool
    finally:
        gc.unfreeze()


@contextmanager
def gc_paused() -> Iterator[None]:
    """Hold back the search for garbage: a build makes much that it keeps, and looking through all of that again and again costs a fifth of it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def worker_count() -> int:
    """Return how many processors may be used: one where processes cannot be forked, and one by a worker."""
    if "fork" not in multiprocessing.get_all_start_methods() or multiprocessing.current_process().daemon:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_taken: list[Callable[[], Any]] = []
"""The jobs of a worker process; empty in every other."""


def _take(jobs: Sequence[Callable[[], Any]]) -> None:
    gc.disable()  # a worker does not live long enough to need it
    _taken[:] = jobs


def _do(number: int) -> Any:  # noqa: ANN401 whatever the job returns
    return _taken[number]()
