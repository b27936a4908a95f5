"""What bulk goods cost on the world market: the order of magnitude, where a ledger holds nothing to compare with."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from tidewaiter.reference import tables

#: US dollars a kilogram: gravel, the cheapest goods that cross borders, cost a few dollars a tonne. Below this a weight
#: or a value is misbooked.
LEAST_USD_PER_KG = Decimal("0.002")


@dataclass(frozen=True, slots=True)
class Price:
    """A year's average price of goods that an HS heading holds; `usd_per_tonne` is nominal."""

    heading: str
    good: str
    usd_per_tonne: Decimal
    year: int
    confidence: str
    source: str


@cache
def _prices() -> dict[str, Price]:
    return {
        row["heading"]: Price(
            row["heading"],
            row["good"],
            Decimal(row["usd_per_tonne"]),
            int(row["year"]),
            row["confidence"],
            row["source"],
        )
        for row in tables.rows("world_prices.csv")
    }


def world_price(code: str) -> Price | None:
    """The price of the goods under an HS code, by its heading; None where the table has none."""
    return _prices().get(code[:4])


def prices() -> tuple[Price, ...]:
    """Every price of the table, by heading."""
    return tuple(_prices().values())
