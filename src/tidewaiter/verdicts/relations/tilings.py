"""A stretch of time made up of shorter ones that follow each other: months of a quarter, halves of a year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope

#: A stretch of more parts than this is a table, and not said to be added up.
_MOST = 24


def tiling(whole: Claim, parts: Iterable[Claim]) -> Sequence[Claim] | None:
    """The fewest parts that together cover the whole's days without a gap or an overlap; None where none do."""
    days = scope.period(whole)
    if days is None or days.first_day is None:
        return None
    begins: dict[date, list[tuple[date, Claim]]] = defaultdict(list)
    for part in parts:
        span = scope.period(part)
        if span is not None and span.first_day is not None and days.covers(span) and not span.same_days(days):
            begins[span.first_day].append((span.last_day, part))
    reached: dict[date, list[Claim]] = {days.first_day: []}
    # Stretches begin in the order of time, so that one pass finds the shortest way to each day.
    for first in sorted(begins):
        if first not in reached or len(reached[first]) >= _MOST:
            continue
        for last, part in begins[first]:
            after = last + timedelta(days=1)
            way = [*reached[first], part]
            if after not in reached or len(way) < len(reached[after]):
                reached[after] = way
    found = reached.get(days.last_day + timedelta(days=1))
    return found if found and len(found) > 1 else None
