"""Work in several processes: in order, never far ahead of who takes the results, one clear error if a worker dies."""

import os
from collections.abc import Iterator

import pytest

from tidewaiter.errors import TidewaiterError
from tidewaiter.faces.workers import in_order


def double(number: int) -> int:
    return 2 * number


def die(number: int) -> int:
    os._exit(1)


def where(number: int) -> int:
    return os.getpid()


def counted(taken: list[int], many: int) -> Iterator[int]:
    for number in range(many):
        taken.append(number)
        yield number


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_order_and_things_are_taken_as_needed(jobs: int) -> None:
    taken: list[int] = []
    results = in_order(double, counted(taken, 2000), jobs=jobs)
    assert [next(results) for _ in range(20)] == list(range(0, 40, 2))
    assert len(taken) <= 200
    assert list(results) == list(range(40, 4000, 2))


def test_a_single_thing_and_none_start_no_process() -> None:
    assert list(in_order(where, [1], jobs=8)) == [os.getpid()]
    assert list(in_order(where, [], jobs=8)) == []


def test_what_must_be_done_here_is_done_here_and_in_its_place() -> None:
    found = list(in_order(where, range(40), jobs=2, alone=lambda number: number == 20))
    assert found[20] == os.getpid()
    assert os.getpid() not in {*found[:16], *found[24:]}


def test_a_worker_that_dies_is_one_clear_error() -> None:
    with pytest.raises(TidewaiterError, match="was killed"):
        list(in_order(die, range(20), jobs=2))
