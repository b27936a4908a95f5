"""The real services, asked once each. Apart from the other tests and never a gate: TIDEWAITER_LIVE=1 pytest tests/live

What they show is whether a service still has the address, the parameters and the form that the local ones in
tests/fetch copy.
"""

import os
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    os.environ.get("TIDEWAITER_LIVE") != "1", reason="asks real services: TIDEWAITER_LIVE=1"
)

ASKED = {"reporters": ["CHN"], "partners": ["PRK"], "flows": ["export"]}


def test_the_preview_of_un_comtrade(tmp_path: Path) -> None:
    from tidewaiter.fetch.comtrade import WORDS, Comtrade
    from tidewaiter.fetch.question import question
    from tidewaiter.fetch.run import run
    from tidewaiter.ledger.store import open_ledger

    asked = question(**ASKED, codes=["TOTAL", "30"], start="2019-01", end="2019-03", words=WORDS)  # type: ignore[arg-type]
    pull = run(Comtrade(question=asked), out=tmp_path / "pulls")
    assert pull.records == 6
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    for day, paths in pull.answers().items():
        assert ledger.load(paths, release=day).files[0].refused == 0


def test_the_service_of_comext(tmp_path: Path) -> None:
    from tidewaiter.fetch.comext import Comext
    from tidewaiter.fetch.question import question
    from tidewaiter.fetch.run import run
    from tidewaiter.ledger.store import open_ledger

    asked = question(
        reporters=["DEU"], partners=["CHN"], flows=["export"], codes=["300490"], start="2019-01", end="2019-03"
    )
    pull = run(Comext(question=asked), out=tmp_path / "pulls")
    assert pull.records == 6
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    for day, paths in pull.answers().items():
        assert ledger.load(paths, release=day).files[0].consumed == 3


def test_a_bulk_file_of_comext(tmp_path: Path) -> None:
    from tidewaiter.fetch.comext import Bulk
    from tidewaiter.fetch.run import run

    assert run(Bulk(periods=("2020-01",)), out=tmp_path).records == 1
