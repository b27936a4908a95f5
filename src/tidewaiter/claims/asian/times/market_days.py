"""The day on which a Korean price was asked at a market: "지난 14일 기준", "지난달 30일 조사 당시 가격"."""

from __future__ import annotations

import re

from tidewaiter.claims.periods import Anchor
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.period import Period, Point

#: A day, and what makes it one of a price and of no publication.
_DAY = re.compile(
    r"(?:(?P<last>지난 ?달|전달) |(?P<month>1[0-2]|[1-9])월 |(?:지난|이달|이번 ?달) )?(?<!\d)(?P<day>[12]?\d|3[01])일"
    r"(?:자|에|에는)?(?: 기준| 현재| 조사| 시세| 가격| 당시|(?=\()"
    r"|(?= (?:[가-힣]{1,6} )?[가-힣]{2,8}(?:의|에서|에서는|시장|환율|지역)[ ,]))"
)


def told_day(reading: Reading, sentence: Sentence, end: int, anchor: Anchor) -> Period | None:
    """The last such day that a sentence names before a place; None where nobody knows the month."""
    found = max(_DAY.finditer(reading.text, sentence.start, end), key=re.Match.start, default=None)
    if found is None or anchor.day is None:
        return None
    year, month, day = anchor.day.year, anchor.day.month, int(found["day"])
    if found["month"]:
        month = int(found["month"])
        year -= (month, day) > (anchor.day.month, anchor.day.day)
    elif found["last"] or day > anchor.day.day:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    if not 0 < day <= Period.month(year, month).last_day.day:
        return None
    return Period(Point(year, month, day), Point(year, month, day))
