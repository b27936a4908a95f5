"""Whether a published figure can be: a row of a user's own book of figures, looked at one by one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from tidewaiter.errors import SourceError, UsageError
from tidewaiter.period import Period
from tidewaiter.reference import countries, goods, units
from tidewaiter.sources.fields import FLOWS
from tidewaiter.sources.press import HEADINGS


def check(row: Mapping[str, str]) -> date:
    """The day a figure was published; SourceError (without the file) where the row cannot be."""
    for heading in (*HEADINGS[:8], "qualifier", "known_on", "url"):
        if heading != "good" and not row[heading]:
            raise SourceError(f"{heading} is empty", cure="a figure without its origin is none")
    try:
        period = Period.parse(row["period"])
        day = date.fromisoformat(row["known_on"])
        countries.country(row["reporter"])
        countries.country(row["partner"])
        units.unit(row["unit"])
        value = _number(row["value"])
        low, high = (_number(row[side]) if row[side] else None for side in ("low", "high"))
    except UsageError as error:
        raise SourceError(error.message, cure=error.cure or "see the table of units") from error
    except (InvalidOperation, ValueError) as error:
        raise SourceError("a number or a day cannot be read", cure="numbers are 1234.5, days 2022-05-31") from error
    if row["flow"] not in FLOWS:
        raise SourceError(f"unknown flow {row['flow']!r}", cure=f"one of {', '.join(FLOWS)}")
    if row["good"] and row["good"] not in goods.goods():
        raise SourceError(f"unknown goods {row['good']!r}", cure="leave it empty, or write an id of the goods table")
    if value < 0 or (low is not None and low > value) or (high is not None and high < value):
        raise SourceError("the value does not lie between low and high", cure="check the three numbers")
    if period.last_day >= day:
        raise SourceError(f"published on {day}, before {period} was over", cure="check period and known_on")
    return day


def _number(text: str) -> Decimal:
    """A number as figures are written; Python would read 1_000 and Infinity, too."""
    number = Decimal(text)
    if "_" in text or not number.is_finite():
        raise InvalidOperation(text)
    return number
