"""Fiscal years: what a book has by stretches of its own is asked for as such, and never put among months or years."""

from decimal import Decimal
from pathlib import Path

import pytest

from tidewaiter.analysis.series import Series, series
from tidewaiter.briefing.exports.sdmx import sdmx_csv
from tidewaiter.errors import UsageError
from tidewaiter.ledger.store import Ledger, open_ledger

INDIA = Path(__file__).parents[1] / "specimens" / "india" / "fiscal_years.csv"


@pytest.fixture(scope="module")
def india(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    ledger = open_ledger(tmp_path_factory.mktemp("fiscal") / "ledger", embedded=False)
    ledger.load(INDIA)
    return ledger


def ask(
    ledger: Ledger, hs: str, *, partner: str = "PRK", freq: str = "O", start: str = "2017", end: str = "2022"
) -> Series:
    return series(ledger, reporter="IND", partner=partner, flow="export", hs=hs, start=start, end=end, freq=freq)


def test_fiscal_years_are_points_of_their_own(india: Ledger) -> None:
    found = ask(india, "300490")
    assert found.source == "india"
    assert found.periods == ("2017-04/2018-03", "2021-04/2022-03")
    first, second = found.points
    assert (first.value, first.quantity, first.unit, first.rows) == (Decimal(1_250_000), Decimal(4200), "kg", 1)
    assert (second.value, second.rows, second.covered) == (None, 0, False)
    assert [point.value for point in ask(india, "300490", partner="KOR")] == [None, Decimal(33_100_000)]


def test_only_stretches_inside_the_time_asked_for_are_shown(india: Ledger) -> None:
    assert ask(india, "300490", start="2017-04", end="2018-03").periods == ("2017-04/2018-03",)
    with pytest.raises(UsageError, match="no book of IND has fiscal years"):
        ask(india, "300490", start="2017-05", end="2018-03")


def test_months_and_years_stay_unknown_and_say_where_the_book_is(india: Ledger) -> None:
    for freq in ("A", "M"):
        found = ask(india, "300490", freq=freq)
        assert all(point.value is None and not point.rows for point in found)
        assert any("india has stretches of its own" in note for note in found.notes)


def test_a_printed_nought_is_not_nothing(india: Ledger) -> None:
    found = ask(india, "030389", end="2018-03")
    assert [point.value for point in found] == [Decimal(0)]
    assert "the book rounds its values: 0 is printed for less than 5,000 USD" in found.notes
    assert not any("rounds" in note for note in ask(india, "300490", end="2018-03").notes)


def test_a_stretch_has_a_beginning_and_a_length_in_sdmx(india: Ledger) -> None:
    assert ",2017-04-01/P12M,1250000," in sdmx_csv(ask(india, "300490", end="2018-03"))
