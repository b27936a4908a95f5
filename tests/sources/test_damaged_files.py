"""Files that are broken in their bytes, or say two things at once, give one line and change nothing."""

import gzip
from pathlib import Path

import pytest

from tidewaiter.errors import LedgerError, SourceError
from tidewaiter.ledger.store import open_ledger

SPECIMENS = Path(__file__).parent.parent / "specimens"


def refused(tmp_path: Path, name: str, data: bytes, **options: str) -> SourceError:
    file = tmp_path / name
    file.write_bytes(data)
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    with pytest.raises(SourceError) as caught:
        ledger.load(file, direction=options.get("direction"))
    assert str(file) in str(caught.value)
    assert ledger.connect().execute("SELECT count(*) FROM flows").fetchone() == (0,)
    return caught.value


def test_packed_bytes_that_cannot_be_unpacked(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress((SPECIMENS / "comtrade" / "snake.csv").read_bytes() * 50))
    packed[60:200] = bytes(140)
    assert refused(tmp_path, "t.csv.gz", bytes(packed)).cure


def test_brackets_without_end(tmp_path: Path) -> None:
    assert "brackets" in refused(tmp_path, "t.json", b'{"data": ' + b"[" * 200_000).message


def test_half_a_character(tmp_path: Path) -> None:
    answer = (SPECIMENS / "comtrade" / "answer.json").read_text(encoding="utf-8")
    key = '"cmdCode": "'
    at = answer.index(key) + len(key)
    assert refused(tmp_path, "t.json", (answer[:at] + "\\ud800" + answer[at:]).encode()).place == "record 1"


def test_a_code_of_the_south_with_the_name_of_the_north(tmp_path: Path) -> None:
    head = '"Date of data","Trading partner code","Trading partner","Commodity code","Commodity","US dollar",\n'
    row = '"202205","133","Korea,DPR","11010000","Wheat flour","550,500",\n'
    error = refused(tmp_path, "t.csv", (head + row).encode(), direction="export")
    assert "KOR" in error.message
    assert "Korea,DPR" in error.message


def test_a_ledger_with_a_damaged_file_says_which(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    ledger.load(SPECIMENS / "comtrade" / "snake.csv")
    damaged = next((tmp_path / "ledger" / "flows").rglob("*.parquet"))
    damaged.write_bytes(damaged.read_bytes()[:300])
    with pytest.raises(LedgerError) as caught:
        open_ledger(tmp_path / "ledger").connect()
    assert str(damaged) in str(caught.value)
