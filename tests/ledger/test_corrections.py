"""Corrections: declared, reasoned, said in every answer; and an error as soon as the publisher has mended the row."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tidewaiter.analysis.customs import answers
from tidewaiter.analysis.evidence import Question
from tidewaiter.analysis.series import series
from tidewaiter.analysis.shelf import Shelf
from tidewaiter.errors import LedgerError
from tidewaiter.ledger.store import Ledger, open_ledger
from tidewaiter.period import Period
from tidewaiter.verdicts.books.findings import origin

HEAD = (
    "refYear,refMonth,period,reporterCode,flowCode,partnerCode,partner2Code,classificationCode,cmdCode,customsCode,"
    "motCode,qtyUnitCode,qty,netWgt,primaryValue,freqCode,typeCode\n"
)
ROW = 'row: {source: comtrade, reporter: PRT, partner: COD, flow: export, period: 2019-05, hs: "160414", value: 40068}'
ENTRY = f"  - id: tuna-2019-05\n    reason: the yearbook has it under the other Congo\n    {ROW}\n"


def book(path: Path, *rows: tuple[str, int, int]) -> Path:
    """Portugal's tuna: month, partner, value."""
    lines = [f"{p[:4]},{int(p[4:])},{p},620,X,{who},0,H5,160414,C00,0,8,10,10,{value},M,C\n" for p, who, value in rows]
    path.write_text(HEAD + "".join(lines))
    return path


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    opened = open_ledger(tmp_path / "ledger", embedded=False)
    file = book(tmp_path / "a.csv", ("201904", 178, 39_000), ("201905", 180, 40_068), ("201906", 178, 41_000))
    opened.load(file, release=date(2020, 1, 1))
    return opened


def declare(ledger: Ledger, text: str) -> None:
    assert ledger.path is not None
    (ledger.path / "corrections.yml").write_text("corrections:\n" + text, encoding="utf-8")


def values(ledger: Ledger, partner: str) -> list[Decimal | None]:
    found = series(ledger, reporter="PRT", partner=partner, flow="export", hs="160414", start="2019-04", end="2019-06")
    return [point.value if point.rows else None for point in found]


def test_a_row_is_reassigned_and_every_answer_says_so(ledger: Ledger) -> None:
    assert values(ledger, "COG") == [39_000, None, 41_000]
    declare(ledger, ENTRY + "    set: {partner: COG}\n")
    assert values(ledger, "COG") == [39_000, 40_068, 41_000]
    assert values(ledger, "COD") == [None, None, None]
    told = series(ledger, reporter="PRT", partner="COG", flow="export", hs="160414", start="2019-05", end="2019-05")
    assert told.corrections == ("tuna-2019-05: the yearbook has it under the other Congo",)
    assert any("corrected by hand" in note for note in told.notes)
    assert told.points[0].refs[0].line == 2
    question = Question("PRT", "COG", Period.parse("2019-05"), "USD", hs=("160414",))
    (evidence,) = answers(Shelf(ledger), question)
    assert evidence.value == 40_068
    assert evidence.corrections == told.corrections
    assert "corrected by hand (tuna-2019-05: the yearbook" in origin(evidence)
    left = series(ledger, reporter="PRT", partner="COD", flow="export", hs="16", start="2019", end="2019", freq="A")
    assert left.corrections == told.corrections


def test_a_row_is_dropped_or_gets_another_value_and_stays_in_the_ledger(ledger: Ledger) -> None:
    declare(ledger, ENTRY + "    drop: true\n")
    assert values(ledger, "COD") == [None, None, None]
    rows = ledger.connect().execute("SELECT counted, value, correction FROM flows ORDER BY line").fetchall()
    assert [row[0] for row in rows] == [True, False, True]
    dropped = series(ledger, reporter="PRT", partner="COD", flow="export", hs="160414", start="2019-05", end="2019-05")
    assert dropped.corrections[0].startswith("tuna-2019-05")
    assert rows[1][2].startswith("tuna-2019-05")
    declare(ledger, ENTRY + "    set: {value: 4006.8}\n")
    assert values(ledger, "COD") == [None, Decimal("4006.8"), None]
    assert ledger.path is not None
    (ledger.path / "corrections.yml").unlink()
    assert values(ledger, "COD") == [None, 40_068, None]


def test_it_fails_as_soon_as_the_publisher_has_mended_the_row(ledger: Ledger, tmp_path: Path) -> None:
    declare(ledger, ENTRY + "    set: {partner: COG}\n")
    assert values(ledger, "COG")[1] == 40_068
    ledger.load(book(tmp_path / "b.csv", ("201905", 180, 41_068)), release=date(2021, 1, 1))
    with pytest.raises(LedgerError, match="has mended it") as caught:
        values(ledger, "COG")
    assert caught.value.place == "tuna-2019-05"
    assert caught.value.path is not None
    assert caught.value.path.endswith("corrections.yml")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  - id: a\n", "has no reason"),
        (ENTRY, "neither sets anything nor drops"),
        (ENTRY + "    drop: true\n    set: {partner: COG}\n", "or both"),
        (ENTRY + "    set: {partner: XQX}\n", "no such country"),
        (ENTRY + "    set: {line: 5}\n", "unknown key 'line'"),
        (ENTRY + "    set: {unit: barrels of fish}\n", "no such unit"),
        (ENTRY.replace('"160414"', "160414") + "    drop: true\n", "put quotes around it"),
        (ENTRY.replace("value: 40068", "value: much") + "    drop: true\n", "is no number"),
        (ENTRY.replace(", value: 40068", "") + "    drop: true\n", "its row has no value"),
        ((ENTRY + "    drop: true\n") * 2, "two corrections have this id"),
        ("  - [\n", "is not YAML"),
        (ENTRY + "    drop: true\n    because: yes\n", "unknown key 'because'"),
    ],
)
def test_a_malformed_correction_is_one_clear_error(ledger: Ledger, text: str, words: str) -> None:
    declare(ledger, text)
    with pytest.raises(LedgerError, match=words):
        ledger.connect()


def test_a_correction_that_fits_several_rows_is_refused(tmp_path: Path) -> None:
    record = {
        "typeCode": "C", "freqCode": "M", "period": "201905", "refYear": 2019, "refMonth": 5, "reporterCode": 620,
        "flowCode": "X", "partnerCode": 180, "partner2Code": 0, "classificationCode": "H5", "cmdCode": "160414",
        "customsCode": "C00", "motCode": 1, "qtyUnitCode": -1, "qty": None, "netWgt": None, "primaryValue": 40068.0,
    }  # fmt: skip
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"count": 2, "data": [record, {**record, "motCode": 2}], "error": ""}))
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    ledger.load(path)
    declare(ledger, ENTRY + "    drop: true\n")
    with pytest.raises(LedgerError, match="2 rows stand"):
        ledger.connect()


def test_a_ledger_has_another_state_once_anything_is_corrected_or_loaded(ledger: Ledger, tmp_path: Path) -> None:
    first = ledger.state
    assert open_ledger(ledger.path, embedded=False).state == first
    assert open_ledger(ledger.path).state != first
    declare(ledger, ENTRY + "    set: {partner: COG}\n")
    corrected = ledger.state
    assert corrected != first
    ledger.load(book(tmp_path / "b.csv", ("201907", 178, 43_000)), release=date(2020, 2, 1))
    assert ledger.state not in (first, corrected)
