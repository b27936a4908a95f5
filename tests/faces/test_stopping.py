"""Ctrl-C stops a load; a second one, or the system's alarm, where the engine would not come to an end."""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from tidewaiter.faces.stopping import ends_soon

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to a single process there")

#: A block that goes on after it was told to stop, as an engine does that waits for its own threads.
DEAF = """
import time
from tidewaiter.faces.stopping import ends_soon
with ends_soon({patience}):
    try:
        print("begun", flush=True)
        time.sleep(60)
    except KeyboardInterrupt:
        print("told", flush=True)
        time.sleep(60)
"""


def deaf(patience: int) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", DEAF.format(patience=patience)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    process.send_signal(signal.SIGINT)
    assert process.stdout.readline() == "told\n"
    return process


@pytest.fixture(autouse=True)
def pythons_own_handler() -> Iterator[None]:
    """An engine that another test has started in this process may have put its own in place."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_what_does_not_stop_is_ended_by_the_system() -> None:
    process = deaf(1)
    process.communicate(timeout=30)
    assert process.returncode == -signal.SIGALRM


def test_the_second_time_ends_at_once() -> None:
    process = deaf(50)
    started = time.monotonic()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert process.returncode == -signal.SIGINT
    assert time.monotonic() - started < 25


def test_nothing_is_left_behind() -> None:
    with pytest.raises(KeyboardInterrupt), ends_soon(50):
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert signal.alarm(0) == 0


def test_outside_the_main_thread_nothing_is_touched() -> None:
    seen = []

    def work() -> None:
        with ends_soon(50):
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [signal.default_int_handler]
