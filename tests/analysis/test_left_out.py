"""Books in another currency are left out, and named: never told as if they had nothing."""

from datetime import date
from typing import Any

import pytest
from made_ledger import MadeLedger, months, row

import tidewaiter as tw
from tidewaiter.analysis.left_out import LeftOut, left_out
from tidewaiter.analysis.rows import about
from tidewaiter.errors import UsageError

ITALY = {"source": "comext", "reporter": "ITA", "currency": "EUR"}
PORTUGAL = {"source": "comtrade", "reporter": "PRT"}
MONTH = "2022-05"


def ledger(*rows: Any) -> tw.Ledger:
    covered = {
        **months("comext", "ITA", "export", "2021-01", MONTH),
        **months("comtrade", "PRT", "export", "2021-01", MONTH),
    }
    return tw.Ledger(MadeLedger(rows, covered=covered))


def both() -> tw.Ledger:
    return ledger(
        row(MONTH, "847130", 52_000, **ITALY),
        row(MONTH, "TOTAL", 61_000, **ITALY),
        row(MONTH, "847130", 33_000, **PORTUGAL),
    )


def alone() -> tw.Ledger:
    return ledger(row(MONTH, "847130", 52_000, **ITALY), row(MONTH, "TOTAL", 61_000, **ITALY))


def asked(book: tw.Ledger, kind: str, **more: Any) -> str:
    more = {"country": "PRK", **more}
    if kind == "review":
        found: Any = book.review(goods="847130", through=MONTH, since=2021, threshold=0, **more)
    elif kind == "screen":
        found = book.screen(through=MONTH, since=2021, **more)
    else:
        found = book.news(month=MONTH, threshold=0, **more)
    return " ".join(found.to_text().split())


LEFT = "Left out, since their books are in another currency than USD: Italy (EUR): ask with --currency EUR."


@pytest.mark.parametrize("kind", ["review", "screen", "news"])
@pytest.mark.parametrize("book", [both, alone])
def test_a_book_in_euros_is_named_where_dollars_are_asked_for(kind: str, book: Any) -> None:
    said = asked(book(), kind)
    assert said.count(LEFT) == 1
    assert "52,000" not in said
    assert ("$33,000" in said) == (book is both)


@pytest.mark.parametrize("kind", ["review", "screen", "news"])
def test_it_is_told_where_euros_are_asked_for(kind: str) -> None:
    said = asked(both(), kind, currency="EUR")
    assert "€52,000" in said
    assert "33,000" not in said
    assert "another currency than EUR: Portugal (USD): ask with --currency USD." in said


def test_nothing_false_is_said_of_a_book_that_has_the_goods() -> None:
    assert "No row of these goods" not in asked(alone(), "review")
    assert "No partner's book in the ledger holds these goods in USD." in asked(alone(), "review")
    assert "Not told, for their currency: Italy (EUR)." in asked(alone(), "review")
    assert "could be screened in USD." in asked(alone(), "screen")
    assert "load some" not in asked(alone(), "screen")
    assert "No book in the ledger has anything of May 2022 in USD." in asked(alone(), "news")
    assert "No book in the ledger has the trade in all goods in USD;" in asked(alone(), "review")


def test_a_book_in_dollars_is_screened_though_one_in_euros_has_the_months() -> None:
    """The months in euros are left out; the year in dollars is not dropped for them."""
    book = ledger(
        row("2021-03", "847130", 52_000, **ITALY),
        row("2021", "847130", 58_000, **{**ITALY, "source": "comtrade", "currency": "USD"}),
    )
    assert "$58,000 of" in asked(book, "screen")


def test_goods_are_not_new_that_stood_in_another_currency_before() -> None:
    rows = [row("2022-04", "847130", 52_000, **ITALY), row(MONTH, "847130", 48_000, **{**ITALY, "currency": "USD"})]
    book = ledger(*rows)
    assert book.news(country="PRK", month=MONTH, threshold=0).news.moves == ()
    said = asked(book, "news")
    assert "New:" not in said
    assert "Italy (some of 2022, EUR)" in said


def test_values_given_in_two_currencies_are_not_left_out() -> None:
    """A publisher that prints rupees beside dollars is known in dollars."""
    india = {"reporter": "IND", "source": "tradestat"}
    rows = [row(MONTH, "847130", 9_000, **india), row(MONTH, "847130", 700_000, currency="INR", **india)]
    assert _left(rows) == ()


def test_some_years_of_a_book_are_named() -> None:
    rows = [row("2021-04", "847130", 7_000, **ITALY), row(MONTH, "847130", 9_000, **{**ITALY, "currency": "USD"})]
    assert _left(rows) == (LeftOut("ITA", ("EUR",), ("2021",)),)
    assert "Italy (some of 2021, EUR)" in asked(ledger(*rows), "screen")


def test_a_year_is_known_by_its_months_and_what_came_later_is_not_asked() -> None:
    rows = [
        row("2021", "847130", 90_000, **ITALY),
        row("2021-04", "847130", 7_000, **{**ITALY, "currency": "USD"}),
        row("2022-06", "847130", 5_000, **ITALY),
        row(MONTH, "847130", 5_000, released_on=date(2024, 1, 1), **{**ITALY, "release": "2024-01-01"}),
        row("2022-04", "847130", None, **ITALY),
    ]
    assert _left(rows, as_of=date(2023, 6, 1)) == ()


def _left(rows: Any, as_of: date | None = None) -> tuple[LeftOut, ...]:
    held = about(MadeLedger(rows), country="PRK", since=2020)
    return left_out(held, currency="USD", through=MONTH, as_of=as_of)


@pytest.mark.parametrize("kind", ["review", "screen", "news"])
def test_a_currency_that_does_not_exist_is_an_error(kind: str) -> None:
    with pytest.raises(UsageError, match="no such currency"):
        asked(both(), kind, currency="EURO")


def test_the_way_to_a_figure_asks_in_its_currency() -> None:
    found = both().review(country="PRK", goods="847130", through=MONTH, since=2021, threshold=0, currency="EUR")
    ways = [fact.repeat for fact in found.review.facts if fact.repeat]
    assert ways
    assert all(" --currency EUR" in way for way in ways)
