"""Claims of none since some time: held against every month from then to the last one that a writer could know.

"It has bought no flour since March 2023" runs to the day it is written; customs figures end a month or more before. It
is borne out where all the months that are out have none. A month that has some does not make it wrong by itself: what
ends in a month is often still booked in the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tidewaiter.claims.claim import Claim
from tidewaiter.period import Period, Point
from tidewaiter.verdicts import caution
from tidewaiter.verdicts.books import levels
from tidewaiter.verdicts.books.bench import Bench
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED, UNCHECKED
from tidewaiter.verdicts.passages.questions import Asked, asked
from tidewaiter.verdicts.tables import table
from tidewaiter.verdicts.verdict import Verdict

#: The figures of a month are out so many months after it, or later: tried one after the other.
_LATE = (1, 2, 3)
_MONTHS = 12


@cache
def _since() -> re.Pattern[str]:
    return re.compile("|".join(table("extremes")["since"]), re.IGNORECASE)


def verdict(bench: Bench, claim: Claim) -> Verdict | None:
    """The verdict on a claim of none whose time begins somewhere and is not said to end; None where it is no such."""
    if claim.value != 0 or claim.period is not None:
        return None
    told: Verdict | None = None
    for period in _periods(bench, claim):
        question = asked(replace(claim, period=str(period)))
        if not isinstance(question, Asked) or question.base is not None:
            return None
        found = replace(levels.verdict(bench, claim, question.now), claim=claim)
        if found.outcome == SUPPORTED:
            return found
        told = told or (replace(found, outcome=UNCHECKED) if found.outcome == CONTRADICTED else found)
    return told


def _periods(bench: Bench, claim: Claim) -> Iterator[Period]:
    """From the month after the only time that the sentence names to the last ones whose figures can be out."""
    document = bench.document
    text = caution.sentence(document, claim)
    times = caution.named_times(document, text)
    if document.published is None or len(times) != 1 or not _since().search(text):
        return
    since = times[0]
    if since is None or not (since.is_month or since.is_year):
        return
    first = _month_after(since.end)
    for late in _LATE:
        number = document.published.year * _MONTHS + document.published.month - 1 - late
        last = Point(number // _MONTHS, number % _MONTHS + 1)
        if (first.year, first.month) <= (last.year, last.month):
            yield Period(first, last)


def _month_after(point: Point) -> Point:
    year, month = point.year, point.month or _MONTHS
    return Point(year + 1, 1) if month == _MONTHS else Point(year, month + 1)
