"""Plain files are read a quicker way: it says the same as the strict one, keeps every line, and never lets more in."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tidewaiter.errors import SourceError
from tidewaiter.ledger import engine
from tidewaiter.sources import stage as staging
from tidewaiter.sources.quick import quick
from tidewaiter.sources.read import read

HEAD = (
    "period,refYear,refMonth,freqCode,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,qtyUnitCode,qty,"
    "netWgt,isNetWgtEstimated,cifvalue,fobvalue,primaryValue\n"
)
ROW = "202205,2022,5,M,156,X,408,H6,300490,8,10.5,10,false,0.0,1000.5,1000.5\n"


def rows(path: Path, *, table: str = "file") -> tuple[list[Any], int]:
    connection = engine.connect()
    reading = read(path, connection=connection, work=path.parent)
    staged = staging.stage(reading, connection=connection, table=table, today=date(2024, 1, 1))
    found = connection.execute(f"SELECT * FROM ({staged.select()}) AS f ORDER BY f.line").fetchall()
    return found, staged.rows_read


def is_quick(path: Path) -> bool:
    connection = engine.connect()
    plain = quick(read(path, connection=connection, work=path.parent))
    return plain is not None


NUMBERS = st.sampled_from(
    ["", "0", "0.0", "1000.5", "12", "0.0004", "1234567890123.125", " 7 ", ".5", "3.", "1e5", "NaN"]
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(amounts=st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, st.booleans()), min_size=1, max_size=6))
def test_both_ways_read_the_same(
    amounts: list[tuple[str, str, str, bool]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "book.csv"
    lines = [
        f"202205,2022,5,M,156,{'XM'[place % 2]},408,H6,{300410 + place},8,{quantity},{weight},{flag},,{value},{value}\n"
        for place, (value, quantity, weight, flag) in enumerate(amounts)
    ]
    path.write_text(HEAD + "".join(lines) + ROW)
    assert is_quick(path)
    quickly = rows(path)
    with monkeypatch.context() as patched:
        patched.setattr(staging, "quick", lambda reading: None)
        assert rows(path) == quickly


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (ROW.replace("1000.5\n", "1_000\n"), "not a number: '1_000'"),
        (ROW.replace("1000.5\n", "1.2E+08\n"), "a rounded number"),
        (ROW.replace("1000.5\n", "much\n"), "not a number: 'much'"),
        (ROW.replace(",10.5,", ",-1,"), "negative: '-1'"),
        (ROW.replace(",false,", ",perhaps,"), "not true or false: 'perhaps'"),
        (ROW.replace("1000.5\n", "1000.5,7\n"), "17 columns under 16 headings"),
    ],
)
def test_what_the_strict_way_refuses_is_refused(row: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "book.csv"
    path.write_text(HEAD + ROW + row.replace("300490", "300410"))
    with pytest.raises(SourceError, match=r"line 3") as caught:
        rows(path)
    assert said in str(caught.value)


def test_a_missing_number_is_no_reason_to_refuse(tmp_path: Path) -> None:
    path = tmp_path / "book.csv"
    path.write_text(HEAD + ROW.replace(",10.5,10,", ",NA,n/a,"))
    found, read_rows = rows(path)
    assert read_rows == len(found) == 1


@pytest.fixture
def large(tmp_path: Path) -> Callable[[str], Path]:
    """A file of several pieces that are read at once; its values say which line they stand on."""

    def write(ending: str) -> Path:
        path = tmp_path / "large.csv"
        with path.open("w") as stream:
            stream.write(HEAD)
            for line in range(1, 150_001):
                code = 100000 + line % 880_000
                stream.write(f"202205,2022,5,M,156,X,408,H6,{code},8,1,1,false,,{line},{line}\n")
            stream.write(ending)
        return path

    return write


@pytest.mark.parametrize("way", ["quick", "strict"])
def test_every_row_keeps_its_line(way: str, large: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    path = large("")
    if way == "strict":
        monkeypatch.setattr(staging, "quick", lambda reading: None)
    connection = engine.connect()
    reading = read(path, connection=connection, work=path.parent)
    staged = staging.stage(reading, connection=connection, table="file", today=date(2024, 1, 1))
    wrong = f"SELECT count(*) FILTER (f.value <> f.line) AS wrong, count(*) AS n FROM ({staged.select()}) AS f"
    assert connection.execute(wrong).fetchone() == (0, 150_000)


def test_a_mistake_at_the_end_is_named_with_its_line(large: Callable[[str], Path]) -> None:
    with pytest.raises(SourceError, match="line 150002"):
        rows(large(ROW.replace("1000.5\n", "much\n")))
