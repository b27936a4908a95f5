"""Two engines, one suite: every question is written once, and Spark's answer is DuckDB's to the cent."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from engine_ledger import MASTER, Recorded
from questions import MAY_BE_EMPTY, QUESTIONS, plain

import tidewaiter
from tidewaiter.errors import LedgerError
from tidewaiter.ledger.engines.spark import Spark
from tidewaiter.ledger.store import Ledger, open_ledger

SOURCE = Path(tidewaiter.__file__).parent


def answer(known: dict[str, Any], duck: Ledger, name: str) -> Any:
    if name not in known:
        known[name] = plain(QUESTIONS[name](duck))
    return known[name]


@pytest.mark.parametrize("name", QUESTIONS)
def test_duckdb_answers(name: str, duck: Ledger, known: dict[str, Any]) -> None:
    found = answer(known, duck, name)
    assert found or name in MAY_BE_EMPTY


def test_every_module_that_asks_a_ledger_is_in_the_list(duck: Recorded, known: dict[str, Any]) -> None:
    """A new kind of question belongs into `questions.py`, so that Spark is asked it, too."""
    for name in QUESTIONS:
        answer(known, duck, name)
    rooms = [path for room in ("analysis", "api") for path in (SOURCE / room).rglob("*.py")]
    ask = {path for path in rooms if ".connect()" in path.read_text(encoding="utf-8")}
    assert ask
    assert ask - duck.askers == set()


@pytest.mark.parametrize("name", Spark.lacks)
def test_what_spark_lacks_it_lacks_still(name: str, duck: Ledger, spark: Ledger) -> None:
    """Once this fails, the lack has been mended: take it out of the list."""
    lack = Spark.lacks[name]
    assert lack.why
    assert duck.connect().execute(lack.probe).fetchall()
    with pytest.raises(LedgerError):
        spark.connect().execute(lack.probe).fetchall()


def test_spark_reads_the_corrections_too(folder: Path, tmp_path: Path, spark: Ledger) -> None:
    copy = tmp_path / "ledger"
    shutil.copytree(folder, copy)
    row = 'row: {source: comtrade, reporter: BRA, partner: PRK, flow: export, period: 2021-05, hs: "160414", value: 40000}'
    text = f"corrections:\n  - id: a\n    reason: the buyer's own book\n    {row}\n    set: {{partner: KOR}}\n"
    (copy / "corrections.yml").write_text(text)
    asked = "SELECT f.partner AS partner, f.counted AS counted, f.correction AS correction, f.value AS worth FROM flows AS f "
    asked += "WHERE f.reporter = 'BRA' AND f.hs = '160414' ORDER BY f.period, f.partner"
    answers = [open_ledger(copy, engine=engine).connect().execute(asked).fetchall() for engine in ("duckdb", MASTER)]
    assert answers[0] == answers[1]
    assert sum(row[2] == "a: the buyer's own book" for row in answers[1]) == 2


@pytest.mark.parametrize("name", QUESTIONS)
def test_spark_answers_the_same(name: str, duck: Ledger, spark: Ledger, known: dict[str, Any]) -> None:
    assert plain(QUESTIONS[name](spark)) == answer(known, duck, name)
