"""Figures set against each other: change, multiple, share, unit value, sums. Every figure is an interval.

Rounding travels with the figures, so that a change of two rounded figures comes out as the range it can only be. A base
that may be zero has no change in percent: the answer is then open on both sides.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from tidewaiter.interval import Interval, total

_HUNDRED = Interval.exactly(Decimal(100))
_ONE = Interval.exactly(Decimal(1))
_OPEN = Interval(None, None)


def multiple(now: Interval, before: Interval) -> Interval:
    """`now` as a multiple of `before` (2 is doubled, 0.5 halved); open where `before` may be zero."""
    if before.low is None or before.low <= 0:
        return _OPEN
    return now / before


def change(now: Interval, before: Interval) -> Interval:
    """The change from `before` to `now` in percent of `before`, a fall negative; open where `before` may be zero."""
    times = multiple(now, before)
    return _OPEN if times == _OPEN else (times - _ONE) * _HUNDRED


def difference(now: Interval, before: Interval) -> Interval:
    """By how much `now` is more than `before`, in their unit."""
    return now - before


def share(part: Interval, whole: Interval) -> Interval:
    """`part` in percent of `whole`; never above 100, since it is a part. Open where `whole` may be zero."""
    times = multiple(part, whole)
    if times == _OPEN:
        return _OPEN
    percent = times * _HUNDRED
    hundred = Decimal(100)
    high = hundred if percent.high is None else min(percent.high, hundred)
    return Interval(min(percent.low or Decimal(0), high), high)


def unit_value(value: Interval, quantity: Interval) -> Interval:
    """Value by quantity: dollars a piece, a tonne, a pair. Open where the quantity may be zero."""
    return multiple(value, quantity)


def year_to_date(months: Iterable[Interval | None]) -> Interval | None:
    """The sum of a year's months so far; None as soon as one is not known, since a part is not the sum."""
    known = []
    for month in months:
        if month is None:
            return None
        known.append(month)
    return total(known)


def gap(one: Interval, other: Interval) -> Decimal | None:
    """How far two intervals are apart, as a share of the nearer end of the lower one; 0 where they meet.

    1 says that the one is at least twice the other. None where the lower one ends at zero: no share of nothing.
    """
    if one.meets(other):
        return Decimal(0)
    one_is_lower = one.high is not None and other.low is not None and one.high < other.low
    bottom, top = (one.high, other.low) if one_is_lower else (other.high, one.low)
    assert bottom is not None
    assert top is not None
    return None if bottom <= 0 else top / bottom - 1
