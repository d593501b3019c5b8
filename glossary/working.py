"""Worker processes: the same work on many items, the results in the order of the items.

Forked where the system does that safely, else spawned: then the work is pickled once for each process. A library caller gets
what one process would give; `work` must not raise, an error is a result like others.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

METHOD = "fork" if sys.platform == "linux" else "spawn"  # forking is not safe with the libraries of macOS, and unknown on Windows
# Bytes of text a process needs, so that it saves more than it costs: measured, see docs/performance.md.
_WORTH = {"fork": 3_000_000, "spawn": 8_000_000}
_LONGEST_CHUNK = 32  # items handed over at once
_AHEAD = 4  # chunks a process may be ahead of what is taken

_work: Callable[[Any], Any] | None = None  # of this worker process


def jobs_for(sizes: Sequence[int], *, method: str = "") -> int:
    """Return how many processes pay for files of these sizes in bytes: 1 where the work is done before a second one has begun."""
    worth = sum(sizes) // _WORTH[method or METHOD]
    return max(1, min(_processors(), len(sizes), worth))


def in_order(work: Callable[[Item], Result], items: Sequence[Item], jobs: int, *, method: str = "") -> Iterator[Result]:
    """Yield `work(item)` for each of `items`, in their order, worked out by `jobs` processes; by this one where `jobs` is 1.

    Raises ChildProcessError where a worker process was killed. What is not yet begun when the caller stops is not done.
    """
    if jobs < 2 or len(items) < 2:
        yield from map(work, items)
        return
    # Only now: a run over one file needs none of it.
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    executor = ProcessPoolExecutor(jobs, get_context(method or METHOD), _begin, (work,))
    chunks = iter(_chunks(items, jobs))
    waiting: deque[Future[list[Any]]] = deque()
    try:
        for chunk in chunks:
            waiting.append(executor.submit(_do, chunk))
            if len(waiting) >= _AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        raise ChildProcessError from None
    finally:
        executor.shutdown(cancel_futures=True)


def _begin(work: Callable[[Any], Any]) -> None:
    """Prepare a worker process. Ctrl-C reaches it as well, and it has nothing to say about that."""
    global _work
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _work = work


def _end_with_parent() -> None:
    """End this process once the one that began it is gone: nobody waits for the results."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _do(items: Sequence[Any]) -> list[Any]:
    assert _work is not None
    return [_work(item) for item in items]


def _chunks(items: Sequence[Item], jobs: int) -> Iterator[Sequence[Item]]:
    """Yield items that are handed over together: few enough that no process waits for another at the end."""
    size = max(1, min(_LONGEST_CHUNK, len(items) // (jobs * _AHEAD)))
    for first in range(0, len(items), size):
        yield items[first : first + size]


def _processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
