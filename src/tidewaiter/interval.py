"""A figure as an interval of exact numbers: what a wording or a rounding allows.

`low` or `high` None means open on that side. Both ends are inclusive: rounding alone never contradicts anybody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce


def _product(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a * b


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`, ends included; None is no bound."""

    low: Decimal | None
    high: Decimal | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"interval runs backwards: {self.low}..{self.high}")

    @classmethod
    def exactly(cls, value: Decimal) -> Interval:
        """The single number."""
        return cls(value, value)

    @classmethod
    def rounded(cls, value: Decimal, step: Decimal) -> Interval:
        """Everything that rounds to `value` where the last digit written is worth `step`."""
        half = abs(step) / 2
        return cls(value - half, value + half)

    def __contains__(self, value: Decimal) -> bool:
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and self.low > other.high
        return not (below or above)

    def within(self, other: Interval) -> bool:
        """Whether every number here lies in the other."""
        low_ok = other.low is None or (self.low is not None and self.low >= other.low)
        high_ok = other.high is None or (self.high is not None and self.high <= other.high)
        return low_ok and high_ok

    def widened(self, share: Decimal) -> Interval:
        """Both ends moved outwards by a share of themselves: room for hedges and careless wording."""
        low = None if self.low is None else self.low - abs(self.low) * share
        high = None if self.high is None else self.high + abs(self.high) * share
        return Interval(low, high)

    def __add__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high)

    def __neg__(self) -> Interval:
        return Interval(None if self.high is None else -self.high, None if self.low is None else -self.low)

    def __sub__(self, other: Interval) -> Interval:
        return self + (-other)

    def __mul__(self, other: Interval) -> Interval:
        """Product of two intervals that hold no negative number (amounts, shares, multiples)."""
        if (self.low or Decimal(0)) < 0 or (other.low or Decimal(0)) < 0:
            corners = [_product(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
            known = [corner for corner in corners if corner is not None]
            if len(known) < 4:
                return Interval(None, None)
            return Interval(min(known), max(known))
        low = (self.low or Decimal(0)) * (other.low or Decimal(0))
        return Interval(low, _product(self.high, other.high))

    def __truediv__(self, other: Interval) -> Interval:
        """Quotient of two intervals that hold no negative number; a divisor that may be zero leaves the top open."""
        low = None if other.high is None or other.high == 0 else (self.low or Decimal(0)) / other.high
        high = None if self.high is None or not other.low else self.high / other.low
        return Interval(Decimal(0) if low is None else low, high)

    def __str__(self) -> str:
        if self.low is not None and self.low == self.high:
            return f"{self.low:,f}"
        return f"{'…' if self.low is None else f'{self.low:,f}'} to {'…' if self.high is None else f'{self.high:,f}'}"


def total(intervals: Iterable[Interval]) -> Interval:
    """The sum of many; zero for none."""
    return reduce(Interval.__add__, intervals, Interval.exactly(Decimal(0)))


def last_digit(value: Decimal) -> Decimal:
    """What the last digit written of a number is worth, trailing zeros of a whole number left out.

    2.60 gives 0.01, 10600000 gives 100000, 100 gives 100 and 0 gives 1: the widest reading of how far it was rounded.
    """
    if value == 0:
        return Decimal(1)
    exponent = (
        value.normalize().as_tuple().exponent if value == value.to_integral_value() else value.as_tuple().exponent
    )
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent)
