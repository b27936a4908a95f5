"""A user's own book of published figures loads like any other."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from tidewaiter.errors import SourceError
from tidewaiter.ledger.store import open_ledger
from tidewaiter.sources import press

ROW = {
    "period": "2023-02", "reporter": "RUS", "partner": "PRK", "flow": "export", "product": "wheat", "good": "wheat",
    "unit": "tonnes", "value": "1280", "low": "1275", "high": "1285", "qualifier": "exact", "significant_digits": "3",
    "published": "2023-04-01", "known_on": "2023-04-01", "outlet": "Harbour News", "url": "https://example.org/a", "note": "",
}  # fmt: skip


def book(path: Path, *changes: dict[str, str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, press.HEADINGS)
        writer.writeheader()
        writer.writerows(ROW | change for change in changes)
    return path


def test_figures_stand_beside_those_of_the_package(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "ledger")
    money = {"unit": "USD", "value": "500000", "low": "450000", "high": "", "qualifier": "at_least"}
    report = ledger.load(book(tmp_path / "mine.csv", {}, money, {"period": "2023-01/2023-02"})).files[0]
    assert (report.source, report.consumed) == ("press", 3)
    rows = ledger.connect().execute(
        "SELECT period, freq, value_usd, quantity, unit, low, high, qualifier, release, line, url FROM book "
        "WHERE reporter = 'RUS' ORDER BY line"
    )
    origin = ("2023-04-01", 1, "https://example.org/a")
    assert rows.fetchall() == [
        ("2023-02", "M", None, Decimal(1280), "tonnes", Decimal(1275), Decimal(1285), "exact", *origin),
        ("2023-02", "M", Decimal(500000), None, None, Decimal(450000), None, "at_least", "2023-04-01", 2, origin[2]),
        ("2023-01/2023-02", "O", None, Decimal(1280), "tonnes", Decimal(1275), Decimal(1285), "exact",
         "2023-04-01", 3, origin[2]),
    ]  # fmt: skip


def test_two_pages_of_a_day_may_differ_and_a_later_one_replaces(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    other = {"url": "https://example.org/b", "value": "1300", "low": "1250", "high": "1350"}
    later = {"url": "https://example.org/c", "value": "1281", "known_on": "2023-06-01"}
    ledger.load(book(tmp_path / "mine.csv", {}, other))
    assert ledger.connect().execute("SELECT count(*) FROM book").fetchone() == (2,)
    ledger.load(book(tmp_path / "more.csv", later))
    assert ledger.connect().execute("SELECT quantity FROM book").fetchall() == [(Decimal(1281),)]
    assert ledger.connect().execute("SELECT count(*) FROM flows").fetchone() == (3,)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"url": ""}, "url is empty"),
        ({"period": "2023-13"}, "no such month"),
        ({"reporter": "RUSSIA"}, "no such country"),
        ({"unit": "heaps"}, "no such unit"),
        ({"value": "many"}, "cannot be read"),
        ({"flow": "smuggling"}, "unknown flow"),
        ({"good": "moonstone"}, "unknown goods"),
        ({"low": "1290"}, "does not lie between"),
        ({"known_on": "2023-02-10"}, "before 2023-02 was over"),
    ],
)
def test_a_row_that_cannot_be_is_named(tmp_path: Path, change: dict[str, str], said: str) -> None:
    with pytest.raises(SourceError, match=said) as raised:
        open_ledger(tmp_path / "ledger").load(book(tmp_path / "mine.csv", {}, change))
    assert raised.value.place == "line 3"
    assert raised.value.cure
