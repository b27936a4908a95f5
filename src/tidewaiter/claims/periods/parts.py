"""What the builders of periods share: the year among an expression's parts, and months of one year."""

from __future__ import annotations

from tidewaiter.claims.periods.anchor import Anchor
from tidewaiter.claims.periods.expression import YEAR_PARTS
from tidewaiter.claims.periods.grammar import Grammar
from tidewaiter.period import Period, Point

#: Years counted from the founding of the Republic of China: 114 is 2025.
_BEFORE_THE_REPUBLIC, _LAST_OF_THE_REPUBLIC = 1911, 200


def year_in(parts: dict[str, str], anchor: Anchor, g: Grammar) -> int | None:
    """The year that the parts of an expression say."""
    if "y" in parts:
        year = int(parts["y"])
        return year if year > _LAST_OF_THE_REPUBLIC else year + _BEFORE_THE_REPUBLIC
    if "r" in parts:
        return anchor.year_of(g.relative.get(parts["r"], parts["r"]))
    if "ybefore" in parts:
        if "last" in parts["ybefore"]:
            return anchor.year_of("before_last")
        return None if anchor.current is None else anchor.current.end.year - 1
    return None


def is_named(parts: dict[str, str]) -> bool:
    """Whether the parts say a year."""
    return bool(YEAR_PARTS & parts.keys())


def months_of(year: int | None, first: int | None, last: int | None) -> Period | None:
    """Months of one year, all of them being the year; None where one of the three is not known."""
    if year is None or not first or not last or last < first:
        return None
    if (first, last) == (1, 12):
        return Period.year(year)
    return Period(Point(year, first), Point(year, last))
