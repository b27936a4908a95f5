"""Work in several processes: in order, never far ahead of who takes the results, one clear error if a worker dies."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

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


#: A parent whose workers write down who they are, and then work for a minute.
_PARENT = """
import os, sys, time
from pathlib import Path
from tidewaiter.faces.workers import in_order

def work(number):
    Path(sys.argv[1], str(os.getpid())).touch()
    time.sleep(60)

if __name__ == "__main__":
    list(in_order(work, range(40), jobs=2))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="processes are told to end otherwise there")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_no_worker_outlives_its_parent(tmp_path: Path, how: signal.Signals) -> None:
    script, workers = tmp_path / "parent.py", tmp_path / "workers"
    script.write_text(_PARENT, encoding="utf-8")
    workers.mkdir()
    parent = subprocess.Popen([sys.executable, str(script), str(workers)])
    _until(lambda: len(list(workers.iterdir())) == 2)
    parent.send_signal(how)
    assert parent.wait(30) != 0
    _until(lambda: not any(_runs(int(worker.name)) for worker in workers.iterdir()))


def _runs(number: int) -> bool:
    """Whether a process is there and is not merely waiting to be taken note of."""
    try:
        state = Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return False
        return not Path("/proc").is_dir()
    return state != "Z"


def _until(so: Callable[[], bool], *, seconds: float = 40) -> None:
    ends = time.monotonic() + seconds
    while not so():
        assert time.monotonic() < ends, "it did not come about"
        time.sleep(0.05)
