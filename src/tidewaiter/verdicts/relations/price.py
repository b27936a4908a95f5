"""A price for one, what was paid, and for how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from tidewaiter.analysis import compare
from tidewaiter.interval import Interval
from tidewaiter.verdicts import phrases
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, magnitude
from tidewaiter.verdicts.relations.relation import Relation

#: Kilograms of a unit of weight, and how near to a thousandfold, as a power of ten, a mistaken one is.
_KILOGRAMS = {"tonnes": Decimal(1000), "kg": Decimal(1)}
_ABOUT = 0.2


@dataclass(frozen=True, slots=True)
class Price(Relation):
    """`claims` are a price for one, what was paid, and for how much; `each` is how many of those it counts one of."""

    each: Decimal = Decimal(1)

    kind: ClassVar[str] = "price"

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """Value by quantity gives the price, and backwards."""
        price, value, quantity = figures
        price = price / Interval.exactly(self.each)
        if index == 0:
            return compare.unit_value(value, quantity) * Interval.exactly(self.each)
        return price * quantity if index == 1 else value / price

    def suspicion(self, index: int) -> float:
        """Where the price is for another unit of weight, that of the quantity was probably mistaken."""
        if self.each != 1 and self._off_by_thousand():
            return 1.0 if index == 2 else 0.0
        return Relation.suspicion(self, index)

    def _off_by_thousand(self) -> bool:
        """Whether the figures are as far apart as kilograms and tonnes are."""
        price, value, quantity = self.claims
        apart = abs(magnitude(value.value / quantity.value * self.each / price.value))
        return abs(apart - 3) < _ABOUT

    def plain(self) -> bool:
        """Only with a slip: nothing else tells which of the figures is wrong."""
        return False

    def explain(self, index: int, outcome: str) -> str:
        """What one costs, against what is said."""
        price, value, quantity = self.claims
        one = phrases.amount(price.unit, value.value / quantity.value * self.each)
        verb = {CONTRADICTED: "not", LOOSE: "roughly"}.get(outcome, "as said:")
        return f"{phrases.said(value)} for {phrases.said(quantity)} is {one}, {verb} {phrases.said(price)}"

    def arithmetic(self) -> str:
        """value / quantity."""
        _, value, quantity = self.claims
        one: Decimal = value.value / quantity.value * self.each
        return f"{phrases.digits(value.value)} / {phrases.digits(quantity.value)} = {phrases.digits(one, 4)}"


def times(unit: str, other: str) -> Decimal | None:
    """How many of another unit one of a unit is; None where that is not known."""
    if unit == other:
        return Decimal(1)
    return _KILOGRAMS[unit] / _KILOGRAMS[other] if unit in _KILOGRAMS and other in _KILOGRAMS else None
