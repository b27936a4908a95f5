"""Amounts in a trading country's own money that were printed as dollars, and about what a dollar costs elsewhere."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from importlib import resources

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.reference import countries
from tidewaiter.verdicts.intervals import allowed
from tidewaiter.verdicts.pen import slips

#: A currency worth so much of a dollar is no slip that shows.
_NEARLY_A_DOLLAR = Decimal("0.4")


@lru_cache(maxsize=1)
def bands() -> dict[str, Interval]:
    """What a dollar has cost in each currency: wide on purpose, to tell a lost digit and nothing finer."""
    text = resources.files("tidewaiter.verdicts").joinpath("data/exchange_bands.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    bands = {row["currency"]: Interval(Decimal(row["low"]), Decimal(row["high"])) for row in rows}
    return {**bands, "USD": Interval.exactly(Decimal(1))}


@lru_cache(maxsize=256)
def worth(currency: str) -> Decimal | None:
    """About what a unit of a currency is worth in dollars; None for what is no known currency."""
    band = bands().get(currency)
    if band is None or not band.low or not band.high:
        return None
    return 1 / (band.low * band.high).sqrt()


def far_apart(one: str, other: str) -> bool:
    """Whether one of a currency has never cost about one of the other, as far as both are known."""
    first, second = bands().get(one), bands().get(other)
    if first is None or second is None or None in (first.low, first.high, second.low, second.high):
        return False
    return not Interval.exactly(Decimal(1)).meets(first / second)


def of_countries(codes: Sequence[str | None]) -> list[str]:
    """The currencies of some countries, as far as a rate is known: their codes begin with the country's."""
    known = {country.alpha3: country.alpha2 for country in countries.all_countries()}
    starts = tuple(known[code] for code in codes if code in known)
    return [currency for currency in bands() if starts and currency.startswith(starts) and currency != "USD"]


def printed_as_dollars(claim: Claim) -> Iterator[slips.Slip]:
    """An amount in a trading country's own money that was printed as dollars."""
    if claim.unit != "USD" or claim.value <= 0:
        return
    for currency in of_countries((claim.sender, claim.receiver)):
        rate, value = bands()[currency], worth(currency)
        if value is None or value > _NEARLY_A_DOLLAR:
            continue
        suggested = round(claim.value * value, 1 - (claim.value * value).adjusted())
        explanation = f"the amount was probably in {currency}"
        share = slips.weight("local_currency")
        yield slips.Slip("local_currency_as_dollars", suggested + 0, allowed(claim) / rate, share, explanation)
