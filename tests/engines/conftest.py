"""A small ledger, and the engines that questions are put to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from engine_ledger import HEAD, MASTER, SMALL, Recorded, later, missing, world

from tidewaiter.api.ledger import Ledger as Api
from tidewaiter.ledger.store import Ledger, open_ledger


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    why = missing()
    for item in items if why else ():
        if "spark" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.skip(reason=why))


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger's folder, loaded once; loading is DuckDB's work whoever answers."""
    base = tmp_path_factory.mktemp("engines")
    ledger = open_ledger(base / "ledger")
    for name, rows, day in (("a.csv", world(), date(2023, 1, 1)), ("b.csv", later(), date(2023, 6, 1))):
        (base / name).write_text(HEAD + "".join(rows))
        ledger.load(base / name, release=day)
    split = {
        "typeCode": "C", "freqCode": "M", "period": "202101", "refYear": 2021, "refMonth": 1, "reporterCode": 764,
        "flowCode": "X", "partnerCode": 408, "partner2Code": 0, "classificationCode": "H5", "cmdCode": "030617",
        "customsCode": "C00", "qtyUnitCode": 8, "qty": 12.5, "netWgt": 12.5,
    }  # fmt: skip
    modes = [{**split, "motCode": mode, "primaryValue": 100.25 + mode} for mode in (0, 1, 2)]
    (base / "c.json").write_text(json.dumps({"count": 3, "data": modes, "error": ""}))
    ledger.load(base / "c.json", release=date(2023, 6, 2))
    ledger.load(Path(__file__).parents[1] / "specimens" / "india" / "fiscal_years.csv")
    (base / "rates.csv").write_text(
        "currency,period,rate,base\n" + "".join(f"EUR,2021-{m:02d},1.2{m:02d},USD\n" for m in range(1, 13))
    )
    Api(ledger).load_rates(base / "rates.csv", name="bank")
    return base / "ledger"


@pytest.fixture(scope="session")
def duck(folder: Path) -> Recorded:
    return Recorded(folder)


@pytest.fixture(scope="session")
def spark(folder: Path) -> Iterator[Ledger]:
    with pytest.MonkeyPatch.context() as patch:
        settings = " ".join(f"--conf {key}={value}" for key, value in SMALL.items())
        patch.setenv("PYSPARK_SUBMIT_ARGS", f"{settings} pyspark-shell")
        # All of the cluster is on this machine, whatever its name resolves to.
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        yield open_ledger(folder, engine=MASTER)
    from pyspark.sql import SparkSession

    running = SparkSession.getActiveSession()
    if running is not None:
        running.stop()


@pytest.fixture(scope="session")
def known() -> dict[str, Any]:
    """What DuckDB answered, each question put once."""
    return {}
