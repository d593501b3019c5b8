"""Worker processes give what one process gives, in the same order, whichever way they are started."""

from __future__ import annotations

import os
import time
from functools import partial

import pytest

from glossary import working
from glossary.errors import DocumentError, TermbaseError
from glossary.working import in_order, jobs_for

METHODS = ["spawn", pytest.param("fork", marks=pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here"))]


def slower_at_first(item: int) -> tuple[int, int]:
    time.sleep(0.02 if item == 0 else 0)
    return item, item * item


def failing(item: int) -> int | DocumentError:
    return DocumentError("file.missing", path=str(item)) if item % 3 == 0 else item


def dying(item: int) -> int:
    if item == 2:
        os._exit(9)
    return item


@pytest.mark.parametrize("method", METHODS)
def test_results_come_in_the_order_of_the_items(method: str) -> None:
    items = list(range(23))
    assert list(in_order(slower_at_first, items, 4, method=method)) == [(item, item * item) for item in items]


@pytest.mark.parametrize("method", METHODS)
def test_errors_come_over_as_they_are(method: str) -> None:
    found = list(in_order(failing, range(5), 2, method=method))
    assert [str(each) for each in found] == [str(failing(item)) for item in range(5)]
    assert [type(each) for each in found] == [type(failing(item)) for item in range(5)]


@pytest.mark.parametrize("method", METHODS)
def test_a_worker_that_is_killed_is_an_error_and_no_endless_wait(method: str) -> None:
    with pytest.raises(ChildProcessError):
        list(in_order(dying, range(8), 2, method=method))


@pytest.mark.parametrize("jobs", [1, 2])
def test_nothing_is_done_that_nobody_takes(jobs: int) -> None:
    results = in_order(slower_at_first, range(10_000), jobs)
    assert next(results) == (0, 0)
    started = time.monotonic()
    results.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 20


def test_one_item_needs_no_second_process() -> None:
    assert list(in_order(partial(os.getpid.__call__), [], 4)) == []
    assert list(in_order(_process, [0], 4)) == [os.getpid()]


def _process(_item: int) -> int:
    return os.getpid()


@pytest.mark.parametrize(("sizes", "most"), [([], 1), ([10_000_000], 1), ([100] * 50, 1), ([4_000_000] * 9, 9)])
def test_small_runs_stay_in_one_process(sizes: list[int], most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working, "_processors", lambda: 64)
    assert jobs_for(sizes, method="fork") == most


def test_a_termbase_error_keeps_its_problems_on_the_way() -> None:
    import pickle

    error = TermbaseError("termbase.no-folder", path="terms", problems=(TermbaseError("file.missing", path="a.yaml"),))
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.code, copy.path, copy.arguments, [str(each) for each in copy.problems]) == (
        error.code,
        error.path,
        error.arguments,
        [str(each) for each in error.problems],
    )
