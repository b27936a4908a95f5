"""Loads in processes of their own: killed without warning, interrupted, without room, and two at a time.

python -m pytest tests/ledger/test_processes.py          # a few kills
TIDEWAITER_KILLS=100 python -m pytest tests/ledger/test_processes.py -k killed
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tidewaiter.ledger import manifest
from tidewaiter.ledger.store import open_ledger

LOAD = "import sys; from tidewaiter.ledger.store import open_ledger; print(open_ledger(sys.argv[1]).load(sys.argv[2:]))"
#: The same where no file may grow beyond so many bytes, as on a disk that is full.
CRAMPED = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
CRAMPED += "resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room})); "
COMMAND = "import sys; from tidewaiter.faces.cli import cli; cli(sys.argv[1:])"
HEAD = "period,freqCode,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue\n"
KILLS = int(os.environ.get("TIDEWAITER_KILLS", "3"))


def book(path: Path, year: int, rows: int) -> Path:
    lines = [
        f"{year}{number % 12 + 1:02d},M,156,X,{partner},H5,{300000 + number // 12},{number}.5\n"
        for partner in (408, 410)
        for number in range(rows // 2)
    ]
    path.write_text(HEAD + "".join(lines))
    return path


def start(folder: Path, *paths: Path, before: str = "") -> subprocess.Popen[str]:
    command = [sys.executable, "-c", before + LOAD, str(folder), *map(str, paths)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def rows(folder: Path) -> dict[int, int]:
    connection = open_ledger(folder, embedded=False).connect()
    return dict(connection.execute("SELECT year, count(*) FROM flows GROUP BY year").fetchall())


def test_a_killed_process_leaves_the_ledger_whole(tmp_path: Path) -> None:
    """Each time a load is killed at another moment; now and then one comes through, and its book is there whole."""
    folder = tmp_path / "ledger"
    held = {2018: 2_000}
    open_ledger(folder).load(book(tmp_path / "first.csv", 2018, 2_000))
    started = time.monotonic()
    assert start(tmp_path / "timed", book(tmp_path / "timed.csv", 2019, 30_000)).wait() == 0
    length = time.monotonic() - started
    moments = random.Random(2019)
    for number in range(KILLS):
        year = 1990 + number % 25
        path = book(tmp_path / "next.csv", year, 30_000 + 2 * number)
        process = start(folder, path)
        time.sleep(length * moments.uniform(0.3, 1.05))
        process.kill()
        process.communicate()
        found = rows(folder)
        assert found in (held, {**held, year: 30_000 + 2 * number})
        if found == held:
            open_ledger(folder).load(path)
            found = rows(folder)
            assert found == {**held, year: 30_000 + 2 * number}
        assert not list(folder.glob(".staging-*")) or found != held
        open_ledger(folder).load(book(tmp_path / "small.csv", 1989, 2 + 2 * number))
        held = rows(folder)
        assert not list(folder.glob(".staging-*"))


def test_two_processes_at_once_both_succeed(tmp_path: Path) -> None:
    folder = tmp_path / "ledger"
    processes = [start(folder, book(tmp_path / f"{year}.csv", year, 20_000)) for year in (2018, 2019)]
    for process in processes:
        _, errors = process.communicate()
        assert process.returncode == 0, errors
    assert rows(folder) == {2018: 20_000, 2019: 20_000}


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_where_there_is_no_room_an_error_says_so_and_nothing_changes(tmp_path: Path) -> None:
    folder = tmp_path / "ledger"
    open_ledger(folder).load(book(tmp_path / "first.csv", 2018, 200))
    before = contents(folder)
    process = start(folder, book(tmp_path / "second.csv", 2019, 40_000), before=CRAMPED.format(room=60_000))
    _, errors = process.communicate(timeout=120)
    assert process.returncode != 0
    assert "LedgerError" in errors
    assert "the ledger cannot be written" in errors
    assert "nothing was changed" in errors
    assert contents(folder) == before
    open_ledger(folder).load(tmp_path / "second.csv")
    assert rows(folder) == {2018: 200, 2019: 40_000}


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_folder_that_may_only_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "ledger"
    open_ledger(folder).load(book(tmp_path / "first.csv", 2018, 200))
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        assert rows(folder) == {2018: 200}
        process = start(folder, book(tmp_path / "second.csv", 2019, 200))
        _, errors = process.communicate(timeout=120)
        assert "the ledger cannot be written" in errors
        assert rows(folder) == {2018: 200}
    finally:
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to a single process there")
def test_an_interrupted_load_ends_soon_and_changes_nothing(tmp_path: Path) -> None:
    path = book(tmp_path / "large.csv", 2019, 60_000)
    folder = tmp_path / "ledger"
    arguments = [sys.executable, "-c", COMMAND, "load", str(path), "--ledger", str(folder)]
    started = time.monotonic()
    subprocess.run([*arguments[:-1], str(tmp_path / "timed")], check=True, capture_output=True)
    length = time.monotonic() - started
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(length * random.Random(2020).uniform(0.4, 0.9))
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60 + 2 * length)
    assert process.returncode in (0, 130, -signal.SIGINT, 1)
    if (folder / manifest.NAME).exists():
        assert rows(folder) in ({}, {2019: 60_000})
    open_ledger(folder).load(path)
    assert rows(folder) == {2019: 60_000}
