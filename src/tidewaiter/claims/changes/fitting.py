"""The amount told before that a change fits: "In 2013 it was $3.4 billion. In 2023 it was $2.2 billion, down 35%"."""

from __future__ import annotations

from decimal import Decimal

from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.scene import Draft
from tidewaiter.period import Period

_LEVELS = frozenset({"trade_value", "trade_quantity"})
_ALL = Decimal(100)
#: Half of a percentage told without decimals, and what rounded amounts add to that.
_ROUNDING = Decimal("0.8")


def fitting(context: Context, draft: Draft, before: list[Draft]) -> Period | None:
    """The time of the only earlier amount of the same trade from which a percentage leads to the one beside it."""
    level = next((d for d in reversed(before) if d.measure in _LEVELS), None)
    period = draft.period
    if level is None or draft.figure.kind != "percent" or period is None or level.period != period:
        return None
    product = level.subject.product if level.subject else None
    share = draft.figure.value if draft.moved.direction == "increase" else -draft.figure.value
    found: set[Period] = set()
    for (value, unit), told in context.sums.items():
        if told is None or unit != level.figure.unit or told.pair != level.pair or told.product != product or not value:
            continue
        earlier = told.period is not None and told.period.last_day < period.last_day
        if earlier and told.period is not None and _leads(value, level.figure.value, share):
            found.add(told.period)
    return found.pop() if len(found) == 1 else None


def _leads(start: Decimal, end: Decimal, share: Decimal) -> bool:
    return abs((end - start) / start * _ALL - share) <= _ROUNDING
