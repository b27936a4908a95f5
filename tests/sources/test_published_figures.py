"""The book of published figures that comes with the package: every figure with its interval, its page and its day."""

import calendar
import csv
import re
from datetime import date
from decimal import Decimal

import pytest

from tidewaiter.period import Period
from tidewaiter.reference import countries, goods, units
from tidewaiter.sources import press
from tidewaiter.sources.fields import FLOWS

ROWS = list(csv.DictReader(press.EMBEDDED.open(encoding="utf-8", newline="")))
QUALIFIERS = {"exact", "approx", "more_than", "at_least", "nearly"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['period']} {row['flow']} {row['product']} {row['unit']}")
def test_a_row_can_be_used_and_traced(row: dict[str, str]) -> None:
    assert tuple(row) == press.HEADINGS
    period, known_on = Period.parse(row["period"]), date.fromisoformat(row["known_on"])
    assert period.whole_months
    assert period.last_day < known_on, "nobody printed it before it had happened"
    assert row["url"].startswith("http")
    assert row["outlet"]
    assert row["flow"] in FLOWS
    assert countries.country(row["reporter"])
    assert countries.country(row["partner"])
    assert units.unit(row["unit"])
    assert (row["product"] == "total") == (row["good"] == "")
    assert row["good"] in {"", *goods.goods()}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['period']} {row['flow']} {row['product']} {row['unit']}")
def test_the_interval_is_what_the_wording_allows(row: dict[str, str]) -> None:
    value = Decimal(row["value"])
    low, high = (Decimal(row[side]) if row[side] else None for side in ("low", "high"))
    assert row["qualifier"] in QUALIFIERS
    assert low is not None
    assert low <= value
    if row["qualifier"] in ("more_than", "at_least"):
        assert (low, high) == (value, None)
    elif row["qualifier"] == "nearly":
        assert high == value > low
    else:
        assert high is not None
        assert high - value == value - low, "as much above as below"
        assert value == 0 or high > value


@pytest.mark.parametrize("row", [row for row in ROWS if len(row["published"]) == len("2020-02")])
def test_a_day_that_is_not_known_is_the_last_it_can_have_been(row: dict[str, str]) -> None:
    year, month = map(int, row["published"].split("-"))
    assert row["known_on"] == date(year, month, calendar.monthrange(year, month)[1]).isoformat()
    assert "not known" in row["note"]


def test_a_day_is_that_of_the_page_where_its_address_has_one() -> None:
    dated = 0
    for row in ROWS:
        found = re.search(r"/(20\d\d)/(\d\d)/(\d\d)/", row["url"])
        if found:
            dated += 1
            assert row["known_on"] == "-".join(found.groups())
    assert dated


def test_no_statement_stands_twice() -> None:
    said = [(row["period"], row["flow"], row["product"], row["unit"]) for row in ROWS]
    assert len(said) == len(set(said))
