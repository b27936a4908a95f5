"""Customs files that are spreadsheets."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tidewaiter.errors import SourceError
from tidewaiter.ledger.store import open_ledger
from tidewaiter.ledger.trial import trial
from tidewaiter.sources.own import own_card

pytest.importorskip("python_calamine", reason="needs the extra sheets")
xlsxwriter = pytest.importorskip("xlsxwriter")

SPECIMENS = Path(__file__).parents[1] / "specimens"
CARD = """id: pier
name: Pier
reporter: CHN
flow: export
currency: USD
columns: {When: period, Whom: partner_name, HS: hs, Dollars: value, Paid: {ignored: nobody knows}}
"""
ROWS = [
    ["Exports of the pier"],
    [],
    ["When", "Whom", "HS", "Dollars", "Paid"],
    [date(2019, 3, 1), "North Korea", 30049099, 1234567.25, True],
    ["2019-04", "대한민국", "03038980", 12, False],
]


def book(path: Path, *sheets: list[list[object]]) -> Path:
    with xlsxwriter.Workbook(path) as written:
        days = written.add_format({"num_format": "yyyy-mm-dd"})
        for rows in sheets:
            sheet = written.add_worksheet()
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, date):
                        sheet.write_datetime(at, column, cell, days)
                    else:
                        sheet.write(at, column, cell)
    return path


def test_a_sheet_is_read_below_its_title(tmp_path: Path) -> None:
    card = tmp_path / "pier.yml"
    card.write_text(CARD + "encodings: [cp1252]\n")
    file = book(tmp_path / "pier.xlsx", ROWS)
    found = trial(file, own_card(card))
    assert (found.rows_read, found.usable, found.periods) == (2, 2, ("2019-03", "2019-04"))
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    ledger.load(file, card=own_card(card))
    rows = ledger.connect().execute("SELECT partner, period, hs, value, file FROM flows ORDER BY line").fetchall()
    assert rows == [
        ("PRK", "2019-03", "30049099", Decimal("1234567.25"), "pier.xlsx"),
        ("KOR", "2019-04", "03038980", Decimal(12), "pier.xlsx"),
    ]


def test_what_is_wrong_with_a_sheet_is_said(tmp_path: Path) -> None:
    card = tmp_path / "pier.yml"
    card.write_text(CARD)
    wrong = [*ROWS[:3], [date(2019, 3, 2), "North Korea", 30049099, 1, True]]
    cases = {
        "two": (book(tmp_path / "two.xlsx", ROWS, ROWS), "2 sheets with rows"),
        "none": (book(tmp_path / "none.xlsx", []), "0 sheets with rows"),
        "day": (book(tmp_path / "day.xlsx", wrong), "record 1, 'When'.*not a month or year: '2019-03-02'"),
    }
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"\xd0\xcf\x11\xe0" + b"\x00" * 600)
    cases["broken"] = (broken, "the spreadsheet cannot be read")
    for path, said in cases.values():
        with pytest.raises(SourceError, match=said) as raised:
            trial(path, own_card(card))
        assert raised.value.path == str(path)
        assert raised.value.cure


def test_a_sheet_of_dgcis(tmp_path: Path) -> None:
    import csv

    with (SPECIMENS / "dgcis" / "exports.csv").open(newline="") as stream:
        rows: list[list[object]] = [list(row) for row in csv.reader(stream)]
    file = book(tmp_path / "exports.xlsx", [["Export data for February and March 2022"], *rows])
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    loaded = ledger.load(file, direction="export").files[0]
    assert (loaded.source, loaded.rows_read, loaded.consumed) == ("dgcis", 6, 4)
