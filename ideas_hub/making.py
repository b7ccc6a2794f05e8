"""Makes many values alike: from the cache where the same was made before, else by all processors."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from multiprocessing.pool import Pool
from typing import Any, TypeVar

from ideas_hub.cache import Cache, key_of, packed

A = TypeVar("A")
B = TypeVar("B")

KEPT_AT_ONCE = 500  # values that wait to be written
WORTH_FORKING = 60  # below this, starting workers costs more than they save


def make_each(name: str, make: Callable[[A], B], inputs: Sequence[A], cache: Cache) -> list[B]:
    """Return `make(input)` for each input, in order; what was made before is not made again.

    name: what is made, so that two kinds of value never share a key.  make: a function of a module, which depends on
    nothing but its input and this package's code; inputs need a `repr` that says all that matters.
    """
    keys = [key_of(name, one) for one in inputs]
    known = cache.get(keys)
    missing = {key: one for key, one in zip(keys, inputs, strict=True) if key not in known}
    cache.mark(known)
    made = zip(missing, _make(partial(_make_packed, make), list(missing.values())), strict=True)
    while some := dict(islice(made, KEPT_AT_ONCE)):
        cache.put(some)
        known |= {key: pickle.loads(one) for key, one in some.items()}  # noqa: S301 packed by this process or its workers
    return [known[key] for key in keys]


def _make(make: Callable[[A], bytes], inputs: list[A]) -> Iterator[bytes]:
    """Yield what each input makes, in order, as soon as it is there."""
    jobs = [partial(make, one) for one in inputs]
    workers = processors()
    if len(jobs) < WORTH_FORKING or workers == 1:
        yield from (job() for job in jobs)
        return
    with _workers(jobs, workers) as pool:
        yield from pool.imap(_do, range(len(jobs)), chunksize=max(1, min(50, len(jobs) // workers // 4)))


def _make_packed(make: Callable[[A], B], one: A) -> bytes:
    """Return a value as the cache keeps it, which is also how it comes back from a worker."""
    return packed(make(one))


def do_all(jobs: Sequence[Callable[[], B]], *, worth: int = WORTH_FORKING, most: int | None = None) -> list[B]:
    """Return what each job returns, in order; the workers take the jobs one by one, with all that was made before.

    worth: fewer jobs are done here.  most: workers, where each needs much memory.  A job may read what this process holds, but what it changes there is lost: it returns its result or writes files.
    """
    workers = min(processors(), most or len(jobs) or 1)
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
def undisturbed() -> Iterator[None]:
    """Hold back the search for garbage: a build makes much that it keeps, and looking through all of that again and again costs a fifth of it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def processors() -> int:
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
