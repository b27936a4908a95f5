"""The year of a month that is named without one, behind a month that has it: "in March 2021 …, and in April"."""

from __future__ import annotations

from collections.abc import Iterable

from tidewaiter.claims.context import Context
from tidewaiter.claims.periods import Anchor
from tidewaiter.claims.reading import Sentence
from tidewaiter.claims.scene import When
from tidewaiter.period import Period

#: What names a month's year: a number, or "last".
_NAMED = frozenset({"y", "r"})
_MONTHS = frozenset({"month", "month_range_last", "rel_month_name"})


def in_year_told(when: When, period: Period, before: Iterable[When], sentence: Sentence, context: Context) -> Period:
    """The same month in the year of the month told `before` it in the sentence, else of the one its paragraph is at.

    Only a later month of that year goes on from it, and the month of the news is never taken for one.
    """
    if when.form != "month" or _NAMED & when.expression.parts.keys():
        return period
    named = [
        w.period
        for w in before
        if w.form in _MONTHS and w.role == "when" and w.start < when.start and _NAMED & w.expression.parts.keys()
    ]
    told = named[-1] if named else None
    if not named and context.block == sentence.block and not _is_news(period, context.anchor):
        told = context.period
    if told is None or not told.is_month or told.end.month is None or period.end.month is None:
        return period
    goes_on = told.end.year < period.end.year and told.end.month < period.end.month
    return Period.month(told.end.year, period.end.month) if goes_on else period


def _is_news(period: Period, anchor: Anchor) -> bool:
    """Whether a month is that of the publication or the one before, of which a text without a year mostly speaks."""
    if anchor.year is None or anchor.month is None or period.end.month is None:
        return True
    return anchor.year * 12 + anchor.month - (period.end.year * 12 + period.end.month) <= 1
