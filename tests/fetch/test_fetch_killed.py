"""A pull whose process is killed without warning, at any moment: what counts is whole, and the next run goes on."""

import errno
import json
import os
import random
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest
from made_services import PREVIEW, book, comtrade, months, served
from pytest_httpserver import HTTPServer

from tidewaiter.errors import FetchError
from tidewaiter.fetch import pull as pulls
from tidewaiter.fetch.comtrade import Comtrade
from tidewaiter.fetch.question import question
from tidewaiter.fetch.run import run
from tidewaiter.ledger.store import open_ledger

#: More by hand: TIDEWAITER_KILLS=100
KILLS = int(os.environ.get("TIDEWAITER_KILLS", "4"))
YEARS = range(2010, 2020)
FETCH = """
import sys
from pathlib import Path
from tidewaiter.fetch.comtrade import Comtrade
from tidewaiter.fetch.question import question
from tidewaiter.fetch.run import run
asked = question(reporters=["CHN"], partners=["PRK"], flows=["export"], codes=["TOTAL"], start="2010-01", end="2019-12")
print("asked", flush=True)
run(Comtrade(question=asked, service=sys.argv[1]), out=Path(sys.argv[2]), pause=0.02)
"""


def test_a_killed_pull_is_whole_and_goes_on(httpserver: HTTPServer, tmp_path: Path) -> None:
    rows = book([period for year in YEARS for period in months(year)], ["TOTAL"])
    served(httpserver, PREVIEW, comtrade(rows))
    service = httpserver.url_for("").rstrip("/")
    command = [sys.executable, "-c", FETCH, service, str(tmp_path / "pulls")]
    moments = random.Random(1904)
    killed = 0
    for _ in range(KILLS):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(moments.uniform(0, 0.35))
        process.kill()
        killed += process.wait() != 0
        process.communicate()
        for folder in (tmp_path / "pulls").glob("comtrade-*"):
            found = pulls.read(folder)
            if found is None:
                continue
            for step in found.steps:
                if step.outcome == "data":
                    assert step.file is not None
                    body = json.loads((folder / "answers" / step.file).read_text())
                    assert body["count"] == len(body["data"]) == step.records
    assert killed
    asked = question(
        reporters=["CHN"], partners=["PRK"], flows=["export"], codes=["TOTAL"], start="2010-01", end="2019-12"
    )
    pull = run(Comtrade(question=asked, service=service), out=tmp_path / "pulls", pause=0)
    assert pull.complete
    assert not list(pull.folder.rglob("*.coming"))
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    for day, paths in pull.answers().items():
        ledger.load(paths, release=day)
    found_rows = ledger.connect().execute("SELECT period, value FROM flows ORDER BY period").fetchall()
    assert found_rows == sorted((f"{row[3][:4]}-{row[3][4:]}", Decimal(str(row[5]))) for row in rows)


def test_two_processes_of_one_question_share_one_pull(httpserver: HTTPServer, tmp_path: Path) -> None:
    seen = served(httpserver, PREVIEW, comtrade(book([p for year in YEARS for p in months(year)], ["TOTAL"])))
    command = [sys.executable, "-c", FETCH, httpserver.url_for("").rstrip("/"), str(tmp_path)]
    processes = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(2)]
    assert [process.wait() for process in processes] == [0, 0]
    for process in processes:
        process.communicate()
    assert len(list(tmp_path.glob("comtrade-*"))) == 1
    assert len(seen) == len(YEARS)


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    asked = question(reporters=["CHN"], partners=["PRK"], flows=["export"], codes=["TOTAL"], start="2019", end="2019")
    (tmp_path / "file").write_text("")
    with pytest.raises(FetchError, match=r"cannot be written.*--out"):
        run(Comtrade(question=asked, service="http://127.0.0.1:9"), out=tmp_path / "file" / "pulls", pause=0)


def test_a_disk_that_is_full_loses_nothing(
    httpserver: HTTPServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served(httpserver, PREVIEW, comtrade(book([period for year in (2018, 2019) for period in months(year)], ["TOTAL"])))
    asked = question(
        reporters=["CHN"], partners=["PRK"], flows=["export"], codes=["TOTAL"], start="2018-01", end="2019-12"
    )
    connector = Comtrade(question=asked, service=httpserver.url_for("").rstrip("/"))
    moved = os.replace
    room = iter([True, True, True])

    def full(source: Path, target: Path) -> None:
        if not next(room, False):
            raise OSError(errno.ENOSPC, "No space left on device", str(target))
        moved(source, target)

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(FetchError, match=r"cannot be written: No space left on device.*what has come is kept"):
        run(connector, out=tmp_path, pause=0)
    (folder,) = tmp_path.glob("comtrade-*")
    found = pulls.read(folder)
    assert found is not None
    assert [step.outcome for step in found.steps] == ["data", "open", "open", "open"]
    monkeypatch.setattr(os, "replace", moved)
    assert run(connector, out=tmp_path, pause=0).records == 24


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may write everywhere is not refused")
def test_a_folder_for_reading_only(tmp_path: Path) -> None:
    asked = question(reporters=["CHN"], partners=["PRK"], flows=["export"], codes=["TOTAL"], start="2019", end="2019")
    tmp_path.chmod(0o555)
    with pytest.raises(FetchError, match="cannot be written"):
        run(Comtrade(question=asked, service="http://127.0.0.1:9"), out=tmp_path, pause=0)
