"""A year that stands in for that of a text which nothing places in its year, and what does not hang on it."""

from __future__ import annotations

import re
from collections.abc import Collection

from tidewaiter.claims.periods import Anchor
from tidewaiter.documents.document import Document
from tidewaiter.documents.infer import dateline_day
from tidewaiter.period import SOME_YEAR

_FOUR_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")
#: Years that "ago" and "by then" may lead away from the year of a text; no text speaks of those so near `SOME_YEAR`.
_WITHIN_MEMORY = 150


def anchor(document: Document) -> Anchor:
    """`SOME_YEAR`, in the month that a dateline names."""
    sent = dateline_day(document.body.text)
    return Anchor(year=SOME_YEAR, month=sent[0] if sent else None)


def years_written(text: str) -> frozenset[str]:
    """The years that stand in a text, and whatever else has four digits."""
    return frozenset(_FOUR_DIGITS.findall(text))


def decides(period: str | None, own: Collection[str]) -> bool:
    """Whether a period was worked out from `SOME_YEAR`: it names a year near that which is none of the text's own."""
    years = () if period is None else _FOUR_DIGITS.findall(period)
    return any(year not in own and abs(int(year) - SOME_YEAR) <= _WITHIN_MEMORY for year in years)
