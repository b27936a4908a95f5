"""What seems to be the same in every row is not kept; a row that says otherwise is never overlooked."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tidewaiter.errors import SourceError
from tidewaiter.ledger import engine
from tidewaiter.sources import stage as staging
from tidewaiter.sources import uniform
from tidewaiter.sources.quick import quick
from tidewaiter.sources.read import read

HEAD = (
    "period,refYear,refMonth,freqCode,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,qtyUnitCode,qty,"
    "netWgt,isAggregate,motCode,customsCode,partner2Code,primaryValue\n"
)
ROWS = 20_000


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """A file that counts as large, with another row at its end if wanted; its values say on which line they stand."""
    monkeypatch.setattr(uniform, "_LARGE", 1 << 10)
    monkeypatch.setattr(uniform, "_PIECE", 1 << 12)

    def write(**other: str) -> Path:
        usual = {"period": "202205", "year": "2022", "flow": "X", "mode": "0", "aggregate": "false"}
        path = tmp_path / "large.csv"
        with path.open("w") as stream:
            stream.write(HEAD)
            for line in range(1, ROWS + 1):
                said = {**usual, **other} if line == ROWS else usual
                stream.write(
                    f"{said['period']},{said['year']},5,M,156,{said['flow']},408,H6,{100000 + line},8,,1,"
                    f"{said['aggregate']},{said['mode']},C00,0,{line}\n"
                )
        return path

    return write


def read_in(path: Path) -> tuple[list[Any], dict[str, uniform.Word]]:
    """The staged rows in the file's order, and what seemed uniform."""
    connection = engine.connect()
    reading = read(path, connection=connection, work=path.parent)
    plain = quick(reading)
    assert plain is not None
    same = uniform.uniform(plain, connection, "pieces")
    staged = staging.stage(reading, connection=connection, table="file", today=date(2024, 1, 1))
    return connection.execute(f"SELECT * FROM ({staged.select()}) AS f ORDER BY f.line").fetchall(), same


def strictly(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    with monkeypatch.context() as patched:
        patched.setattr(staging, "quick", lambda reading: None)
        connection = engine.connect()
        reading = read(path, connection=connection, work=path.parent)
        staged = staging.stage(reading, connection=connection, table="file", today=date(2024, 1, 1))
        return connection.execute(f"SELECT * FROM ({staged.select()}) AS f ORDER BY f.line").fetchall()


def test_uniform_columns_are_found_and_every_row_keeps_its_line(large: Callable[..., Path]) -> None:
    path = large()
    rows, same = read_in(path)
    assert {"flow_key", "year_key", "mode", "regime", "partner2", "freq", "edition"} <= same.keys()
    assert same["flow_key"] == "X"
    assert same["aggregate"] is False
    assert "hs" not in same
    assert len(rows) == ROWS
    connection = engine.connect()
    staged = staging.stage(
        read(path, connection=connection, work=path.parent), connection=connection, table="f", today=date(2024, 1, 1)
    )
    wrong = f"SELECT count(*) FILTER (f.value <> f.line) AS wrong, count(*) AS n FROM ({staged.select()}) AS f"
    assert connection.execute(wrong).fetchone() == (0, ROWS)


@pytest.mark.parametrize("other", [{"flow": "M"}, {"mode": "1000"}, {"aggregate": "true"}, {"flow": ""}])
def test_one_row_that_says_otherwise_is_read_as_it_stands(
    other: dict[str, str], large: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = large(**other)
    rows, _ = read_in(path)
    assert rows == strictly(path, monkeypatch)


@pytest.mark.parametrize(
    ("other", "said"),
    [({"flow": "Q"}, "unknown flow 'Q'"), ({"year": "2021"}, "period 2022-05 beside year '2021'")],
)
def test_a_mistake_in_one_row_is_named_with_its_line(
    other: dict[str, str], said: str, large: Callable[..., Path]
) -> None:
    with pytest.raises(SourceError, match=rf"line {ROWS + 1}") as caught:
        read_in(large(**other))
    assert said in str(caught.value)
