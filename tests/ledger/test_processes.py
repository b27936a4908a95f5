"""Loads in processes of their own: killed without warning, and two at a time."""

import random
import subprocess
import sys
import time
from pathlib import Path

from tidewaiter.ledger.store import open_ledger

LOAD = "import sys; from tidewaiter.ledger.store import open_ledger; print(open_ledger(sys.argv[1]).load(sys.argv[2:]))"
HEAD = "period,freqCode,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue\n"
KILLS = 4


def book(path: Path, year: int, rows: int) -> Path:
    lines = [
        f"{year}{number % 12 + 1:02d},M,156,X,{partner},H5,{300000 + number // 12},{number}.5\n"
        for partner in (408, 410)
        for number in range(rows // 2)
    ]
    path.write_text(HEAD + "".join(lines))
    return path


def start(folder: Path, *paths: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", LOAD, str(folder), *map(str, paths)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def rows(folder: Path) -> dict[int, int]:
    connection = open_ledger(folder, embedded=False).connect()
    return dict(connection.execute("SELECT year, count(*) FROM flows GROUP BY year").fetchall())


def test_a_killed_process_leaves_the_ledger_whole(tmp_path: Path) -> None:
    first = book(tmp_path / "first.csv", 2018, 2_000)
    second = book(tmp_path / "second.csv", 2019, 40_000)
    folder = tmp_path / "ledger"
    open_ledger(folder).load(first)
    started = time.monotonic()
    whole = start(tmp_path / "timed", second)
    assert whole.wait() == 0
    length = time.monotonic() - started
    moments = random.Random(2019)
    for _ in range(KILLS):
        process = start(folder, second)
        time.sleep(length * moments.uniform(0.3, 0.95))
        process.kill()
        process.communicate()
        assert rows(folder) in ({2018: 2_000}, {2018: 2_000, 2019: 40_000})
    open_ledger(folder).load(second)
    assert rows(folder) == {2018: 2_000, 2019: 40_000}
    assert not list(folder.glob(".staging-*"))


def test_two_processes_at_once_both_succeed(tmp_path: Path) -> None:
    folder = tmp_path / "ledger"
    processes = [start(folder, book(tmp_path / f"{year}.csv", year, 20_000)) for year in (2018, 2019)]
    for process in processes:
        _, errors = process.communicate()
        assert process.returncode == 0, errors
    assert rows(folder) == {2018: 20_000, 2019: 20_000}
