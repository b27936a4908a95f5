"""The rows of a small ledger with all that makes questions hard, and whether Spark can be asked here."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tidewaiter.ledger.engines.engine import Cursor
from tidewaiter.ledger.store import Ledger

#: Questions of a few thousand rows: to compile code for each of them, or to cut them in 200 parts, takes longer than
#: to answer them.
SMALL = {
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.adaptive.enabled": "false",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
    "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1",
}
#: Two executors in processes of their own, as on a cluster: files and rows really travel between them.
MASTER = os.environ.get("TIDEWAITER_TEST_SPARK", "local-cluster[2,1,1024]")
HEAD = (
    "refYear,refMonth,period,reporterCode,flowCode,partnerCode,partner2Code,classificationCode,cmdCode,customsCode,"
    "motCode,qtyUnitCode,qty,netWgt,primaryValue,freqCode,typeCode\n"
)
CODES = {"CHN": 156, "RUS": 643, "JPN": 392, "PRK": 408, "KOR": 410, "W00": 0, "THA": 764, "BRA": 76, "CUB": 192}
GOODS = ("030389", "030617", "260111", "300220", "300490", "630790", "901920", "999999")


def missing() -> str | None:
    """Why Spark cannot be asked here, or None."""
    if importlib.util.find_spec("pyspark") is None or importlib.util.find_spec("sqlglot") is None:
        return "the extra “spark” is not installed: pip install 'tidewaiter[spark]'"
    java = shutil.which("java")
    if java is None:
        return "Java is not here; Spark needs 17 or newer"
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', told)
    if found is None or int(found[1]) < 17:
        return f"Java is too old for Spark: {told.splitlines()[0] if told else 'unknown'}"
    return None


def _row(period: str, who: str, flow: str, partner: str, code: str, value: int, **more: Any) -> str:
    monthly = len(period) == 6
    filled = {"edition": "H6" if period >= "2022" else "H5", "unit": 8, "quantity": value / 7, **more}
    return (
        f"{period[:4]},{period[4:] or 52},{period},{CODES[who]},{flow},{CODES[partner]},0,{filled['edition']},{code},"
        f"C00,0,{filled['unit']},{filled['quantity']:.3f},{value / 8:.3f},{value}.{value % 100:02d},"
        f"{'M' if monthly else 'A'},C\n"
    )


def world() -> Iterator[str]:
    """Three reporters, months and years, two editions, re-exports and totals; some months are not there."""
    for number, who in enumerate(("CHN", "RUS", "JPN", "KOR")):
        for year in (2020, 2021, 2022):
            for month in range(1, 13):
                if (who, year, month) in {("RUS", 2022, 5), ("RUS", 2022, 6), ("JPN", 2021, 1)}:
                    continue
                period = f"{year}{month:02d}"
                for place, code in enumerate(GOODS):
                    for partner in ("PRK", "KOR", "THA", "BRA", "CUB"):
                        turn = (month * 7 + place * 5 + number * 3 + len(partner) + CODES[partner]) % 6
                        if partner == who or turn == 0 or (partner == "PRK" and turn < 3):
                            continue
                        value = 1000 * turn + 97 * month + 13 * place + CODES[partner] + year
                        yield _row(period, who, "X", partner, code, value)
                        if turn == 5:
                            yield _row(period, who, "M", partner, code, value + 311)
                            yield _row(period, who, "RX", partner, code, value // 3)
                yield _row(period, who, "X", "W00", "TOTAL", 900_000 + month)
                yield _row(period, who, "X", "PRK", "TOTAL", 50_001 + month, unit=-1, quantity=0)
    for year in ("2020", "2021"):
        yield from (_row(year, "CHN", "X", "PRK", code, 40_000 + 11 * n) for n, code in enumerate(GOODS))
        yield _row(year, "CHN", "X", "PRK", "0303", 9_000)
    for month in range(1, 13):
        partner = "PRK" if month in (5, 8) else "KOR"
        yield _row(f"2021{month:02d}", "BRA", "X", partner, "160414", 40_000 if partner == "PRK" else 90_000 + month)
    yield _row("202103", "BRA", "X", "PRK", "260111", 9_001, quantity=1)
    yield _row("202011", "CHN", "X", "PRK", "401110", 7_123, unit=5, quantity=70)
    yield _row("202012", "CHN", "X", "PRK", "401110", 7_623)
    yield _row("202012", "CHN", "X", "PRK", "252329", 2_000_000, quantity=12)


def later() -> Iterator[str]:
    """A later release of China's 2020: revised, added, and some left out."""
    for place, code in enumerate(GOODS):
        for month in range(1, 13):
            for partner in ("PRK", "KOR", "THA", "BRA", "CUB"):
                turn = (month * 7 + place * 5 + len(partner) + CODES[partner]) % 6
                if turn > 3:
                    yield _row(f"2020{month:02d}", "CHN", "X", partner, code, 1200 * turn + 97 * month + CODES[partner])


class Recorded(Ledger):
    """A ledger that remembers which modules have asked it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.askers: set[Path] = set()

    def connect(self) -> Cursor:
        self.askers.add(Path(sys._getframe(1).f_code.co_filename))
        return super().connect()
