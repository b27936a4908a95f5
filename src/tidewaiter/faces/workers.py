"""The same work on many things, in several processes: results in order, only so many under way at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from tidewaiter.errors import TidewaiterError

if TYPE_CHECKING:
    from concurrent.futures import Future

S = TypeVar("S")
T = TypeVar("T")

#: Things sent to a process at once, and batches on their way for each process: enough to keep all busy, and the most
#: that is ever held, however slowly the results are taken.
_BATCH, _AHEAD = 8, 4


def in_order(
    work: Callable[[S], T], things: Iterable[S], *, jobs: int, alone: Callable[[S], bool] = lambda thing: False
) -> Iterator[T]:
    """The results of `work` in the order of the things, which are taken as they are needed.

    With one job, or a single thing, nothing is started; things that must be done `alone` are done in this process.
    TidewaiterError where a worker is killed.
    """
    remaining = iter(things)
    first = list(islice(remaining, 2))
    if jobs <= 1 or len(first) < 2:
        yield from map(work, chain(first, remaining))
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    everything = chain(first, remaining)
    pending: deque[Future[list[T]]] = deque()
    # Workers are fresh processes: a fork of one that has opened a database or threads is not safe.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_settle) as pool:
        try:
            while batch := list(islice(everything, _BATCH)):
                pending.append(_done(work, batch) if any(map(alone, batch)) else pool.submit(_each, work, batch))
                if len(pending) >= jobs * _AHEAD:
                    yield from pending.popleft().result()
            while pending:
                yield from pending.popleft().result()
        except BrokenProcessPool:
            raise TidewaiterError(
                "a process that read articles was killed", cure="give it more memory, or read with --jobs 1"
            ) from None
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _done(work: Callable[[S], T], things: list[S]) -> Future[list[T]]:
    from concurrent.futures import Future

    made: Future[list[T]] = Future()
    made.set_result(_each(work, things))
    return made


def _each(work: Callable[[S], T], things: list[S]) -> list[T]:
    return [work(thing) for thing in things]


def _settle() -> None:
    """What a worker does first: an interrupt is the parent's to answer, and it does not outlive the parent."""
    import signal
    from threading import Thread

    from tidewaiter.faces.collecting import collect_seldom

    collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the parent's end, however it came, and end: nobody is left to take what this process makes."""
    import os
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
